"""People who learn: March (1991), and semi-isolated groups."""

from __future__ import annotations

import numpy

from book import Book, table
from draw import BLUE, COLOURS, ORANGE, panels

VARIANTS = ["paperLiteral", "originalCode"]
READINGS = ["As the paper is written", "As the original program worked"]
KNOWLEDGE = "Knowledge of the code"


def march_1(book: Book) -> None:
    drawn, axes = panels(READINGS, "An organisation knows more where people learn from it slowly")
    x = [round(0.1 * step, 1) for step in range(1, 10)]
    for variant, (axis, name) in enumerate(zip(axes, VARIANTS, strict=True)):
        for colour, p2 in zip(COLOURS, (0.1, 0.5, 0.9), strict=False):
            played = book.play("march", [{"p1": p1, "p2": p2, "course": 0} for p1 in x], name)
            theirs = table(
                book.reference.rows("march_fig1"),
                "p1",
                lambda row: (row.plain(4), row.plain(5)),
                variant=variant,
                p2=p2,
            )
            outcomes = [outcome["codeKnowledge"] for outcome in played]
            book.curve("march-1", axis, f"code learns at p2 = {p2}", colour, x, outcomes, theirs)
        axis.set_xlabel("How fast people learn from the code (p1)")
    axes[0].set_ylabel(KNOWLEDGE + " at rest")
    axes[1].legend()
    book.finish(
        "march-1",
        drawn,
        "march",
        "Knowledge is what is right less what is wrong, as a share: −1 to 1. After March (1991), figure 1.",
    )


def march_2(book: Book) -> None:
    drawn, axes = panels(
        READINGS, "A mix of slow and fast learners beats people who are all average"
    )
    slow = list(range(0, 51, 5))
    for variant, (axis, name) in enumerate(zip(axes, VARIANTS, strict=True)):
        rows = book.reference.rows("march_fig2")
        mixed = [
            {"p1": 0.9, "slowP1": 0.1, "slowShare": people / 50, "course": 0} for people in slow
        ]
        even = [{"p1": round(0.9 - 0.8 * people / 50, 2), "course": 0} for people in slow]
        for colour, runs, label, column in (
            (BLUE, mixed, "some at 0.1, the others at 0.9", "hetero"),
            (ORANGE, even, "everybody at their average", "homog"),
        ):
            # The error of the second column is not told; both are means of as many.
            theirs = table(
                rows, "slow", lambda row: (row.number(column), row.number("se")), variant=variant
            )
            outcomes = [played["codeKnowledge"] for played in book.play("march", runs, name)]
            book.curve("march-2", axis, label, colour, slow, outcomes, theirs)
        axis.set_xlabel("Slow learners among 50 people")
    axes[0].set_ylabel(KNOWLEDGE + " at rest")
    axes[0].legend()
    book.finish(
        "march-2",
        drawn,
        "march",
        "Knowledge is what is right less what is wrong, as a share: −1 to 1. After March (1991), figure 2; p2 = 0.5.",
    )


def march_4(book: Book) -> None:
    drawn, axes = panels(
        READINGS, "Turnover helps where people learn fast, and hurts where they learn slowly"
    )
    x = [round(0.01 * step, 2) for step in range(11)]
    for variant, (axis, name) in enumerate(zip(axes, VARIANTS, strict=True)):
        rows = book.reference.rows("march_fig4")
        for colour, p1 in ((BLUE, 0.1), (ORANGE, 0.9)):
            runs = [{"p1": p1, "p3": p3, "periods": 20, "course": 0} for p3 in x]
            theirs = table(
                rows, "p3", lambda row: (row.plain(4), row.plain(5)), variant=variant, p1=p1
            )
            outcomes = [played["codeKnowledge"] for played in book.play("march", runs, name)]
            book.curve("march-4", axis, f"people learn at p1 = {p1}", colour, x, outcomes, theirs)
        axis.set_xlabel("Turnover in a period (p3)")
    axes[0].set_ylabel(KNOWLEDGE + " after 20 periods")
    axes[0].legend()
    book.finish(
        "march-4",
        drawn,
        "march",
        "Knowledge is what is right less what is wrong, as a share: −1 to 1. After March (1991), figure 4; p2 = 0.5.",
    )


def march_5(book: Book) -> None:
    drawn, axes = panels(READINGS, "In a turbulent world an organisation without newcomers forgets")
    for variant, (axis, name) in enumerate(zip(axes, VARIANTS, strict=True)):
        rows = book.reference.rows("march_fig5")
        for colour, p3 in ((ORANGE, 0.0), (BLUE, 0.1)):
            run = {"p3": p3, "p4": 0.02, "periods": 100}
            outcome = book.play("march", [run], name)[0]["codeKnowledge"]
            theirs = table(rows, "t", lambda row: (row.plain(4), 0.001), variant=variant, p3=p3)
            book.course("march-5", axis, f"turnover p3 = {p3:g}", colour, outcome, theirs)
        axis.set_xlabel("Period")
    axes[0].set_ylabel(KNOWLEDGE)
    axes[1].legend()
    book.finish(
        "march-5",
        drawn,
        "march",
        "Knowledge is what is right less what is wrong, as a share: −1 to 1. After March (1991), figure 5; p1 = p2 = 0.5, turbulence p4 = 0.02.",
    )


def subgroups(book: Book) -> None:
    drawn, axes = panels(
        ["Problems in blocks of 5", "Every dimension counts alone"],
        "Some ties between groups find most; none is worst",
    )
    x = [0.0, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1.0]
    rows = [row for row in book.reference.rows("fang") if row.cells[0] == "FANG"]
    for axis, complexity in zip(axes, (5, 1), strict=True):
        runs = [{"complexity": complexity, "rewiring": beta, "course": 0} for beta in x]
        theirs = table(
            rows, "beta", lambda row: (row.number("perf"), row.number("se")), **{"s=": complexity}
        )
        outcomes = [played["performance"] for played in book.play("subgroups", runs)]
        book.curve("subgroups", axis, "", BLUE, x, outcomes, theirs)
        axis.set_xscale("function", functions=(numpy.sqrt, numpy.square))
        axis.set_xticks(
            [0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1],
            ["0", ".01", ".05", ".1", ".2", ".3", ".5", ".7", "1"],
        )
        axis.set_xlabel("Share of ties that lead outside the group (root scale)")
    axes[0].set_ylabel("Share of blocks solved, mean over people")
    seen = "After Fang, Lee and Schilling (2010): 280 people in groups of 7; a reference implementation, not the printed table."
    book.finish("subgroups", drawn, "subgroups", seen)
