#!/usr/bin/env python3
"""Draws published figures from our own runs, beside the values of another implementation.

Writes a PNG for each figure and deviations.csv. The values to compare with come from the
folder `--reference`; where it is absent, our own are drawn alone.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from book import Book
from innovation import LibraryError, load
from learning import march_1, march_2, march_4, march_5, subgroups
from linear import linear
from player import Player
from reference import Reference
from searching import hong_page, lazer_friedman, levinthal

FIGURES = [
    march_1, march_2, march_4, march_5, subgroups, levinthal, lazer_friedman, hong_page, linear
]  # fmt: skip
#: More than so many standard errors of the difference is a disagreement.
MOST = 4.0


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = [figure.__name__.replace("_", "-") for figure in FIGURES]
    parser.add_argument("--out", type=Path, required=True, help="where figures are written")
    parser.add_argument(
        "--replicates", type=int, default=20_000, help="of March's model; slower ones play fewer"
    )
    parser.add_argument(
        "--reference",
        type=Path,
        default=Path(__file__).resolve().parents[4] / "shared/data/explore",
        help="values to compare with",
    )
    parser.add_argument("--only", nargs="+", choices=names, metavar="FIGURE", help=", ".join(names))
    parser.add_argument("--threads", type=int, help="how many play (default: all of the machine)")
    parser.add_argument("--library", help="the C library")
    asked = parser.parse_args()
    try:
        library = load(asked.library)
    except LibraryError as fault:
        print(fault, file=sys.stderr)
        return 1
    reference = Reference(asked.reference if asked.reference.is_dir() else None)
    if reference.folder is None:
        print(f"SKIPPED: no values to compare with in {asked.reference}; ours are drawn alone")
    asked.out.mkdir(parents=True, exist_ok=True)
    book = Book(Player(library, asked.threads), reference, asked.out, max(4, asked.replicates))
    for name, draw in zip(names, FIGURES, strict=True):
        if not asked.only or name in asked.only:
            draw(book)
            count, largest = reference.deviations.get(name, (0, 0.0))
            compared = f", {count} values, the farthest at {largest:.2f} standard errors"
            print(f"{asked.out / name}.png{compared if count else ''}", flush=True)
    lines = [
        f"{name},{count},{largest}\n" for name, (count, largest) in reference.deviations.items()
    ]
    text = "figure,values,largestDeviation\n" + "".join(lines)
    (asked.out / "deviations.csv").write_text(text, "utf-8", newline="\n")
    far = [name for name, (_, largest) in reference.deviations.items() if largest > MOST]
    if far:
        print(f"more than {MOST:g} standard errors away: {', '.join(far)}", file=sys.stderr)
    return 1 if far else 0


if __name__ == "__main__":
    sys.exit(main())
