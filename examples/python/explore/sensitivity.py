#!/usr/bin/env python3
"""Which assumptions drive a result? Global sensitivity analysis of a model (SALib).

Morris' elementary effects are a cheap screen: mu* says how much a parameter moves the
outcome, sigma how much that depends on the others. Sobol' indices say which share of the
outcome's variance a parameter explains alone (first order), and with all it acts upon
(total). All points share their random numbers.

For creativeSpace the outcome is a difference, with the space less without it: below zero
the space makes things worse, and the script says how often and where.
"""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy
from SALib.analyze import morris as morris_analysis, sobol as sobol_analysis
from SALib.sample import morris as morris_sample, sobol as sobol_sample

from design import Design, Fault, Numbers
from draw import BLUE, GREY, ORANGE, save
from innovation import InnovationError, LibraryError, load
from player import SEED, Player

MORRIS = ["mu", "mu_star", "mu_star_conf", "sigma"]
SOBOL = ["S1", "S1_conf", "ST", "ST_conf"]
ENDS = ["low_tenth", "high_tenth", "worst_tenth", "best_tenth"]
Columns = dict[str, Numbers]


def screen(design: Design, player: Player, trajectories: int) -> Columns:
    """Morris' elementary effects."""
    sample = morris_sample.sample(design.problem, trajectories, num_levels=4, seed=SEED)
    answer, _ = design.answer(player, sample)
    found = morris_analysis.analyze(design.problem, sample, answer, num_levels=4, seed=SEED)
    return {name: numpy.asarray(found[name], float) for name in MORRIS}


def indices(design: Design, answer: Numbers) -> Columns:
    """Sobol' indices, with intervals of 95 % by resampling."""
    if not answer.std():
        raise Fault(f"{design.outcome} is the same at every point: nothing drives it")
    found = sobol_analysis.analyze(design.problem, answer, calc_second_order=False, seed=SEED)
    return {name: numpy.asarray(found[name], float) for name in SOBOL}


def ends(sample: Numbers, answer: Numbers) -> Columns:
    """The mean outcome where a parameter is in its lowest and highest tenth, and the mean of
    the parameter where the outcome is."""
    tenth = max(1, len(answer) // 10)
    order = numpy.argsort(sample, axis=0, kind="stable")
    rank = numpy.argsort(answer, kind="stable")
    return {
        "low_tenth": answer[order[:tenth]].mean(axis=0),
        "high_tenth": answer[order[-tenth:]].mean(axis=0),
        "worst_tenth": sample[rank[:tenth]].mean(axis=0),
        "best_tenth": sample[rank[-tenth:]].mean(axis=0),
    }


def tell(
    design: Design, columns: Columns, sample: Numbers, answer: Numbers, errors: Numbers
) -> str:
    """Prints what was found; gives the sentence for the figure."""
    order = numpy.argsort(-columns["ST"])
    print(f"{'parameter':16}{'first order':>18}{'total':>18}{'mu*':>9}{'sigma':>9}", end="")
    print(f"{'lowest 10 %':>13}{'highest 10 %':>14}{'where worst':>13}{'where best':>12}")
    for place in order:
        one = {name: column[place] for name, column in columns.items()}
        print(
            f"{design.names[place]:16}{one['S1']:10.3f} ± {one['S1_conf']:.3f}"
            f"{one['ST']:10.3f} ± {one['ST_conf']:.3f}{one['mu_star']:9.4f}{one['sigma']:9.4f}"
            f"{one['low_tenth']:13.4f}{one['high_tenth']:14.4f}"
            f"{one['worst_tenth']:13.3f}{one['best_tenth']:12.3f}"
        )
    low, high = answer.min(), answer.max()
    text = f"{design.outcome}: mean {answer.mean():.4f}, from {low:.4f} to {high:.4f}"
    if design.against is not None:
        text = f"Difference in {text}; below zero in {(answer < 0).mean():.1%} of the volume"
        text += f", by more than two standard errors in {(answer < -2 * errors).mean():.1%}"
        worst = design.run(sample[answer.argmin()])
        print(f"worst at { ({name: worst[name] for name in design.names}) }")
    print(text)
    return text


def draw(design: Design, columns: Columns, answer: Numbers, text: str, file: Path) -> None:
    """What drives the outcome, and which way."""
    order = numpy.argsort(columns["ST"])
    names = [design.names[place] for place in order]
    rows = numpy.arange(len(names))
    figure, (left, right) = plt.subplots(
        1, 2, figsize=(9.2, 2.3 + 0.3 * len(names)), sharey=True, layout="none"
    )
    title = f"What drives {design.outcome} in {design.model}"
    figure.text(0.02, 0.975, title, ha="left", va="top", fontsize=12, fontweight="bold")
    for name, colour, shift, label in (("ST", BLUE, 0.12, "total"), ("S1", ORANGE, -0.12, "alone")):
        bars = columns[f"{name}_conf"][order]
        left.errorbar(
            columns[name][order], rows + shift, xerr=bars, fmt="o", color=colour, label=label, ms=5
        )
    left.set_yticks(rows, names)
    left.set_title("Share of the variance explained", color=GREY)
    left.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=2, borderaxespad=1.2)
    low, high = columns["low_tenth"][order], columns["high_tenth"][order]
    right.hlines(rows, low, high, color="#bbbbbb", linewidth=2)
    right.plot(low, rows, "o", color="white", markeredgecolor=GREY, label="its lowest tenth")
    right.plot(high, rows, "o", color=GREY, label="its highest tenth")
    right.axvline(answer.mean(), color=GREY, linewidth=0.8, linestyle=":")
    if design.against is not None:
        right.axvline(0, color="black", linewidth=0.8)
    right.set_title("Mean outcome where the parameter is in", color=GREY)
    right.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=2, borderaxespad=1.2)
    how = f"Sobol' indices with 95 % intervals; each point is a mean of {design.replicates} replicates."
    save(figure, file, f"{text}. {how}")


def write(file: Path, header: list[str], lines: Any) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([header, *lines])


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    own = Path(__file__).with_name("sensitivity.json")
    parser.add_argument("--out", type=Path, required=True, help="where files are written")
    parser.add_argument("--model", help="default: creativeSpace, or march where there is none")
    parser.add_argument("--table", type=Path, default=own, help="JSON: ranges, outcome and so on")
    parser.add_argument("--samples", type=int, default=256, help="base samples (a power of 2)")
    parser.add_argument("--replicates", type=int, help="at each point (default: by the table)")
    parser.add_argument("--outcome", help="another outcome than that of the table")
    parser.add_argument("--threads", type=int, help="how many play (default: all of the machine)")
    parser.add_argument("--library", help="the C library")
    asked = parser.parse_args()
    samples = 1 << max(2, (asked.samples - 1).bit_length())
    try:
        library = load(asked.library)
        models = {one["model"] for one in library.call("explore.models")["models"]}
        model = asked.model or ("creativeSpace" if "creativeSpace" in models else "march")
        design = Design.read(
            asked.table, model, library, outcome=asked.outcome, replicates=asked.replicates
        )
        player = Player(library, asked.threads)
        sample = sobol_sample.sample(design.problem, samples, calc_second_order=False, seed=SEED)
        trajectories = max(4, samples // 8)
        points = len(sample) + trajectories * (len(design.names) + 1)
        print(f"{model}: {points} points of {design.replicates} replicates", flush=True)
        answer, errors = design.answer(player, sample)
        columns = {**indices(design, answer), **screen(design, player, trajectories)}
    except (Fault, InnovationError, LibraryError) as fault:
        print(fault, file=sys.stderr)
        return 1
    # Of the blocks of the design only the first and last rows are spread over the volume.
    block = len(design.names) + 2
    base = numpy.sort(numpy.r_[0 : len(sample) : block, block - 1 : len(sample) : block])
    columns |= ends(design.rounded(sample[base]), answer[base])
    text = tell(design, columns, sample[base], answer[base], errors[base])
    asked.out.mkdir(parents=True, exist_ok=True)
    names = [*SOBOL, *MORRIS, *ENDS]
    rows = zip(design.names, *(columns[name] for name in names), strict=True)
    write(asked.out / f"{model}-indices.csv", ["parameter", *names], rows)
    lines = (
        [*design.run(point).values(), *of]
        for point, *of in zip(sample, answer, errors, strict=True)
    )
    header = [*design.run(sample[0]), design.outcome, "standardError"]
    write(asked.out / f"{model}-points.csv", header, lines)
    draw(design, columns, answer[base], text, asked.out / f"{model}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
