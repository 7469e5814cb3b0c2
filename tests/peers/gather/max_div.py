"""PyPI max-div 0.17.0 on a maximum diversity instance: the value it reaches in 1 and 10 seconds.

Usage: max_div.py FILE

FILE starts with a line `n m` (people, size of the selection), then holds lines `i j d`. First comes
one call with quotas (people i % 4 as four classes, at least a fifth of the selection, 10 of 50, from
each): its wall time is that of the first call in a fresh process. Then, without quotas, each budget
with each seed. A value is the sum of d over the chosen pairs, in float64. The budget is that of
max-div's search, the wall time that of the whole call. numba keeps compiled code on disk: where that
cache is cold, import and first call take minutes, and the first call's value means nothing.
"""

import os
import sys
import time
from importlib.metadata import version

import numpy as np

os.environ.setdefault("NUMBA_NUM_THREADS", "1")
# This file has the package's name: without its folder on the path, the import finds the package.
sys.path = [p for p in sys.path if os.path.realpath(p) != os.path.dirname(os.path.realpath(__file__))]
IMPORT_STARTED = time.perf_counter()
from max_div import Constraint, DiversityMetric, MaxDivProblem, MaxDivSolverBuilder, seconds  # noqa: E402

IMPORT_SECONDS = time.perf_counter() - IMPORT_STARTED
NAME = f"max-div {version('max-div')}"
BUDGETS = (1, 10)
SEEDS = (1, 2)
CLASSES = 4


def distances(path):
    """The symmetric matrix of the file's distances, and the size of the selection."""
    with open(path, encoding="utf-8") as file:
        people, size = map(int, file.readline().split()[:2])
        matrix = np.zeros((people, people), dtype=np.float64)
        for line in file:
            cells = line.split()
            if len(cells) >= 3:
                i, j, d = int(cells[0]), int(cells[1]), float(cells[2])
                matrix[i, j] = matrix[j, i] = d
    return matrix, size


def quotas(people, size):
    """At least a fifth of the selection from each class i % 4."""
    classes = [set(range(c, people, CLASSES)) for c in range(CLASSES)]
    return [Constraint(int_set=members, min_count=size // 5, max_count=size) for members in classes]


def solve(matrix, size, budget, seed, constraints=None):
    """The chosen people, the sum over their pairs, and the wall time of the call."""
    started = time.perf_counter()
    problem = MaxDivProblem.from_distances(
        matrix.astype(np.float32),
        size,
        diversity_metric=DiversityMetric.MEAN_PAIRWISE_DISTANCE,
        constraints=constraints,
    )
    solution = MaxDivSolverBuilder(problem).with_seed(seed).with_preset(seconds(budget)).build().solve(verbosity=0)
    wall = time.perf_counter() - started
    chosen = np.unique(solution.i_selected)
    if len(chosen) != size:
        sys.exit(f"max_div.py: {len(chosen)} people chosen, not {size}")
    return chosen, matrix[np.ix_(chosen, chosen)].sum() / 2, wall


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: max_div.py FILE")
    matrix, size = distances(sys.argv[1])
    name = os.path.basename(sys.argv[1])

    chosen, value, wall = solve(matrix, size, BUDGETS[0], SEEDS[0], quotas(len(matrix), size))
    counts = np.bincount(chosen % CLASSES, minlength=CLASSES).tolist()
    print(
        f"{NAME}  {name}  {BUDGETS[0]} s  seed {SEEDS[0]}  sum of pairs {value:.1f}  (wall {wall:.2f} s)"
        f"  first call, with quotas: {counts} of each class, import {IMPORT_SECONDS:.2f} s before",
        flush=True,
    )
    for budget in BUDGETS:
        for seed in SEEDS:
            _, value, wall = solve(matrix, size, budget, seed)
            print(f"{NAME}  {name}  {budget} s  seed {seed}  sum of pairs {value:.1f}  (wall {wall:.2f} s)", flush=True)


if __name__ == "__main__":
    main()
