"""Rankings under unknown weights with NumPy: the same sizes as `benches/evaluate/weights.rs`.

Usage: weights.py

SMAA-2 as one would write it with arrays: weights from a flat Dirichlet distribution, values of all
alternatives in all draws, ranks by sorting, shares of ranks, pairwise wins, and central weights.
Prints `name seconds` a line, the best of five.
"""

import time

import numpy as np

RUNS = 5


def smaa(values, draws, generator, ordinal=False):
    size, criteria = values.shape
    weights = generator.dirichlet(np.ones(criteria), draws)
    if ordinal:
        weights = -np.sort(-weights, axis=1)
    worth = weights @ values.T
    order = np.argsort(-worth, axis=1)
    ranks = np.empty((size, size))
    for rank in range(size):
        ranks[:, rank] = np.bincount(order[:, rank], minlength=size)
    first = order[:, 0]
    central = np.array([weights[first == own].mean(axis=0) if (first == own).any() else np.full(criteria, np.nan) for own in range(size)])
    pairwise = np.array([(worth[:, [own]] > worth).mean(axis=0) for own in range(size)])
    return ranks / draws, central, pairwise


def main():
    generator = np.random.default_rng(1)
    for size, criteria, draws, ordinal in [(10, 5, 100_000, False), (50, 8, 100_000, False), (10, 5, 100_000, True)]:
        values = generator.random((size, criteria))
        best = float("inf")
        for _ in range(RUNS):
            clock = time.perf_counter()
            smaa(values, draws, generator, ordinal)
            best = min(best, time.perf_counter() - clock)
        print(f"smaa-{size}x{criteria}-{draws}{'-ordinal' if ordinal else ''} {best:.6f}")


if __name__ == "__main__":
    main()
