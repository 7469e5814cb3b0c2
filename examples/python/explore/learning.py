"""People who learn: March (1991), and semi-isolated groups."""

from __future__ import annotations

from collections.abc import Callable

import numpy
from matplotlib.axes import Axes

from book import Book, table
from draw import BLUE, COLOURS, ORANGE
from plate import Plate
from reference import Row

#: The variants of March's model, and what each is a reading of.
READINGS = {
    "paperLiteral": "As the paper is written",
    "originalCode": "As the original program worked",
}


def march(
    book: Book,
    number: int,
    title: str,
    draw: Callable[[Plate, Axes, str, list[Row]], None],
    *,
    x: str,
    when: str = "",
    held: str = "",
    legend: int = 0,
) -> None:
    """A figure of the paper in both readings: `draw` fills the panel of one, from the rows that
    belong to it."""
    plate = book.plate(f"march-{number}", "march", list(READINGS.values()), title)
    for place, (axis, variant) in enumerate(zip(plate.axes, READINGS, strict=True)):
        rows = book.reference.rows(f"march_fig{number}")
        draw(plate, axis, variant, [row for row in rows if row.number("variant") == place])
    seen = "Knowledge is what is right less what is wrong, as a share: −1 to 1. "
    seen += f"After March (1991), figure {number}{held}."
    plate.finish(seen, x=x, y="Knowledge of the code" + when, legend=legend)


def march_1(book: Book) -> None:
    x = [round(0.1 * step, 1) for step in range(1, 10)]

    def draw(plate: Plate, axis: Axes, variant: str, rows: list[Row]) -> None:
        for colour, p2 in zip(COLOURS, (0.1, 0.5, 0.9), strict=False):
            runs = [{"p1": p1, "p2": p2, "course": 0} for p1 in x]
            theirs = table(rows, "p1", lambda row: (row.plain(4), row.plain(5)), p2=p2)
            outcomes = plate.play(runs, "codeKnowledge", variant)
            plate.curve(axis, f"code learns at p2 = {p2}", colour, x, outcomes, theirs)

    march(
        book,
        1,
        "An organisation knows more where people learn from it slowly",
        draw,
        x="How fast people learn from the code (p1)",
        when=" at rest",
        legend=1,
    )


def march_2(book: Book) -> None:
    slow = list(range(0, 51, 5))
    mixed = [{"p1": 0.9, "slowP1": 0.1, "slowShare": people / 50, "course": 0} for people in slow]
    even = [{"p1": round(0.9 - 0.8 * people / 50, 2), "course": 0} for people in slow]

    def draw(plate: Plate, axis: Axes, variant: str, rows: list[Row]) -> None:
        for colour, runs, label, column in (
            (BLUE, mixed, "some at 0.1, the others at 0.9", "hetero"),
            (ORANGE, even, "everybody at their average", "homog"),
        ):
            # The error of the second column is not told; both are means of as many.
            theirs = table(rows, "slow", lambda row: (row.number(column), row.number("se")))
            outcomes = plate.play(runs, "codeKnowledge", variant)
            plate.curve(axis, label, colour, slow, outcomes, theirs)

    march(
        book,
        2,
        "A mix of slow and fast learners beats people who are all average",
        draw,
        x="Slow learners among 50 people",
        when=" at rest",
        held="; p2 = 0.5",
    )


def march_4(book: Book) -> None:
    x = [round(0.01 * step, 2) for step in range(11)]

    def draw(plate: Plate, axis: Axes, variant: str, rows: list[Row]) -> None:
        for colour, p1 in ((BLUE, 0.1), (ORANGE, 0.9)):
            runs = [{"p1": p1, "p3": p3, "periods": 20, "course": 0} for p3 in x]
            theirs = table(rows, "p3", lambda row: (row.plain(4), row.plain(5)), p1=p1)
            outcomes = plate.play(runs, "codeKnowledge", variant)
            plate.curve(axis, f"people learn at p1 = {p1}", colour, x, outcomes, theirs)

    march(
        book,
        4,
        "Turnover helps where people learn fast, and hurts where they learn slowly",
        draw,
        x="Turnover in a period (p3)",
        when=" after 20 periods",
        held="; p2 = 0.5",
    )


def march_5(book: Book) -> None:
    def draw(plate: Plate, axis: Axes, variant: str, rows: list[Row]) -> None:
        for colour, p3 in ((ORANGE, 0.0), (BLUE, 0.1)):
            run = {"p3": p3, "p4": 0.02, "periods": 100}
            theirs = table(rows, "t", lambda row: (row.plain(4), 0.001), p3=p3)
            (outcome,) = plate.play([run], "codeKnowledge", variant)
            plate.course(axis, f"turnover p3 = {p3:g}", colour, outcome, theirs)

    march(
        book,
        5,
        "In a turbulent world an organisation without newcomers forgets",
        draw,
        x="Period",
        held="; p1 = p2 = 0.5, turbulence p4 = 0.02",
        legend=1,
    )


def subgroups(book: Book) -> None:
    plate = book.plate(
        "subgroups",
        "subgroups",
        ["Problems in blocks of 5", "Every dimension counts alone"],
        "Some ties between groups find most; none is worst",
    )
    x = [0.0, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1.0]
    rows = [row for row in book.reference.rows("fang") if row.cells[0] == "FANG"]
    for axis, complexity in zip(plate.axes, (5, 1), strict=True):
        runs = [{"complexity": complexity, "rewiring": beta, "course": 0} for beta in x]
        theirs = table(
            rows, "beta", lambda row: (row.number("perf"), row.number("se")), **{"s=": complexity}
        )
        plate.curve(axis, "", BLUE, x, plate.play(runs, "performance"), theirs)
        axis.set_xscale("function", functions=(numpy.sqrt, numpy.square))
        axis.set_xticks(
            [0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1],
            ["0", ".01", ".05", ".1", ".2", ".3", ".5", ".7", "1"],
        )
    plate.finish(
        "After Fang, Lee and Schilling (2010): 280 people in groups of 7; a reference "
        "implementation, not the printed table.",
        x="Share of ties that lead outside the group (root scale)",
        y="Share of blocks solved, mean over people",
        legend=None,
    )
