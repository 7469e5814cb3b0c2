"""What figures are made from: runs, values to compare with, and a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from draw import Colour, Estimate, line, points, save
from player import Outcome, Player
from reference import Reference, Row

#: Means and standard errors by place.
Estimates = Mapping[float, Estimate]
#: Replicates of each model for one of March's: the others take longer.
SHARES = {"march": 1.0, "landscape": 0.5, "search": 0.05, "subgroups": 0.01, "diversity": 0.01}


@dataclass
class Book:
    """Where runs come from, what they are compared with, where figures go."""

    player: Player
    reference: Reference
    out: Path
    replicates: int

    def count(self, model: str) -> int:
        """How many replicates of a model are played."""
        return max(4, round(self.replicates * SHARES[model]))

    def play(
        self, model: str, runs: Sequence[dict[str, Any]], variant: str | None = None
    ) -> list[dict[str, Outcome]]:
        return self.player.play(model, runs, self.count(model), variant)

    def compare(
        self, figure: str, axis: Axes, colour: Colour, theirs: Estimates, ours: Estimates
    ) -> None:
        """Draws what we compare with, and notes how far we are from it."""
        if theirs:
            points(axis, theirs, colour)
        for x, (wanted, sure) in theirs.items():
            self.reference.compare(figure, *ours[x], wanted, sure)

    def curve(
        self,
        figure: str,
        axis: Axes,
        label: str,
        colour: Colour,
        x: Sequence[float],
        outcomes: Sequence[Outcome],
        theirs: Estimates,
    ) -> None:
        """An outcome against a parameter."""
        ours = [(outcome.mean, outcome.error) for outcome in outcomes]
        line(axis, x, ours, label, colour)
        self.compare(figure, axis, colour, theirs, dict(zip(x, ours, strict=True)))

    def course(
        self,
        figure: str,
        axis: Axes,
        label: str,
        colour: Colour,
        outcome: Outcome,
        theirs: Estimates,
    ) -> None:
        """An outcome over time."""
        ours = list(zip(outcome.means, outcome.errors, strict=True))
        line(axis, range(len(ours)), ours, label, colour)
        self.compare(figure, axis, colour, theirs, dict(enumerate(ours)))

    def finish(
        self,
        figure: str,
        drawn: Figure,
        model: str,
        seen: str,
        ours: str = "Lines: this library, with bands of two standard errors",
    ) -> None:
        """Writes a figure with what it shows."""
        caption = f"{ours}; {self.count(model):,} replicates. "
        if count := self.reference.deviations.get(figure, (0, 0.0))[0]:
            largest = self.reference.deviations[figure][1]
            caption += (
                "Circles: computed by an independent implementation, with bars of two standard "
                f"errors; the farthest of {count} is {largest:.1f} standard errors of the "
                "difference away. "
            )
        save(drawn, self.out / f"{figure}.png", caption + seen)


def table(
    rows: Sequence[Row], x: str, read: Callable[[Row], Estimate], **only: float
) -> dict[float, Estimate]:
    """The rows that have some values, as mean and standard error by a named value."""
    return {
        row.number(x): read(row)
        for row in rows
        if all(row.number(name) == value for name, value in only.items())
    }
