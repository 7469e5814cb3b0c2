"""Agreement beside krippendorff and pingouin.

Reads lines "case seconds" of the library's bench from its input, runs the peer on a table drawn in
the same way, and prints both with their ratio. The library's time is that of its whole function on
ratings in memory: looking levels up, counting, standard error, interval, reading. The peer's is that
of its function on a numpy array or data frame. krippendorff has no bootstrap: a loop around it on
counts of levels, drawn by units, stands in.
"""

import sys
import time
import warnings

import krippendorff
import numpy as np
import pandas as pd
import pingouin

warnings.filterwarnings("ignore")
LEVELS = np.arange(1, 6)


def best(runs, case):
    """The best of some runs, in seconds."""
    least = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        case()
        least = min(least, time.perf_counter() - start)
    return least


def levels(units, raters, missing=0.0):
    """Ratings on 1 to 5, raters by units: a true level, kept to six times in ten."""
    random = np.random.default_rng(1)
    truth = random.integers(1, 6, units)
    table = np.where(
        random.random((raters, units)) < 0.6, truth, random.integers(1, 6, (raters, units))
    ).astype(float)
    table[random.random((raters, units)) < missing] = np.nan
    return table


def distinct(units, raters):
    """Ratings that are all different."""
    random = np.random.default_rng(2)
    return random.random(units) + 0.3 * random.random((raters, units))


def alpha(units, raters, missing, declared=True):
    table = levels(units, raters, missing)
    domain = {"value_domain": LEVELS} if declared else {}
    return lambda: krippendorff.alpha(table, level_of_measurement="ordinal", **domain)


def bootstrap(units, raters, replicates):
    table = levels(units, raters)
    counts = np.stack([(table == level).sum(axis=0) for level in LEVELS], axis=1)
    random = np.random.default_rng(3)

    def case():
        for _ in range(replicates):
            krippendorff.alpha(
                value_counts=counts[random.integers(0, units, units)],
                value_domain=LEVELS,
                level_of_measurement="ordinal",
            )

    return case


def interval(units, raters):
    table = distinct(units, raters)
    return lambda: krippendorff.alpha(table, level_of_measurement="interval")


def icc(units, raters):
    table = distinct(units, raters)
    frame = pd.DataFrame(
        {
            "unit": np.tile(np.arange(units), raters),
            "rater": np.repeat(np.arange(raters), units),
            "rating": table.ravel(),
        }
    )
    return lambda: pingouin.intraclass_corr(frame, targets="unit", raters="rater", ratings="rating")


PEERS = {
    "alpha-ordinal-1000x100-gaps": ("krippendorff", 10, lambda: alpha(1_000, 100, 0.2)),
    "alpha-ordinal-100000x10": ("krippendorff", 5, lambda: alpha(100_000, 10, 0.0)),
    "alpha-ordinal-100000x10-gaps": ("krippendorff", 5, lambda: alpha(100_000, 10, 0.2)),
    "alpha-ordinal-100000x10-gaps-undeclared": (
        "krippendorff",
        5,
        lambda: alpha(100_000, 10, 0.2, declared=False),
    ),
    "bootstrap-100x6-1000": ("loop of krippendorff", 3, lambda: bootstrap(100, 6, 1_000)),
    "bootstrap-1000x100-200": ("loop of krippendorff", 3, lambda: bootstrap(1_000, 100, 200)),
    "bootstrap-100000x10-20": ("loop of krippendorff", 2, lambda: bootstrap(100_000, 10, 20)),
    "alpha-interval-50x4": ("krippendorff", 3, lambda: interval(50, 4)),
    "alpha-interval-100x4": ("krippendorff", 2, lambda: interval(100, 4)),
    "alpha-interval-200x4": ("krippendorff", 1, lambda: interval(200, 4)),
    "icc-1000x10": ("pingouin", 2, lambda: icc(1_000, 10)),
    "icc-10000x10": ("pingouin", 1, lambda: icc(10_000, 10)),
}


def main():
    print(f"{'case':<42} {'ours ms':>10} {'peer ms':>11} {'ratio':>9}  peer")
    for line in sys.stdin:
        name, seconds = line.split()
        ours = float(seconds)
        if name not in PEERS:
            print(f"{name:<42} {1e3 * ours:>10.3f} {'-':>11}")
            continue
        peer, runs, case = PEERS[name]
        theirs = best(runs, case())
        print(f"{name:<42} {1e3 * ours:>10.3f} {1e3 * theirs:>11.2f} {theirs / ours:>9.1f}  {peer}")


if __name__ == "__main__":
    main()
