"""A plate: panels side by side, our curves in them, and the values to compare with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from draw import Colour, Estimate, line, points, save
from player import Outcome

if TYPE_CHECKING:
    from book import Book

#: Means and standard errors by place.
Estimates = Mapping[float, Estimate]


@dataclass
class Plate:
    """A figure of a model that is being drawn."""

    book: Book
    name: str
    model: str
    drawn: Figure
    axes: list[Axes]

    def play(
        self, runs: Sequence[dict[str, Any]], outcome: str, variant: str | None = None
    ) -> list[Outcome]:
        """One outcome of each run."""
        return [played[outcome] for played in self.book.play(self.model, runs, variant)]

    def compare(self, axis: Axes, colour: Colour, theirs: Estimates, ours: Estimates) -> None:
        """Draws what we compare with, and notes how far we are from it."""
        if theirs:
            points(axis, theirs, colour)
        for x, (wanted, sure) in theirs.items():
            self.book.reference.compare(self.name, *ours[x], wanted, sure)

    def curve(
        self,
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
        self.compare(axis, colour, theirs, dict(zip(x, ours, strict=True)))

    def course(
        self, axis: Axes, label: str, colour: Colour, outcome: Outcome, theirs: Estimates
    ) -> None:
        """An outcome over time."""
        ours = list(zip(outcome.means, outcome.errors, strict=True))
        line(axis, range(len(ours)), ours, label, colour)
        self.compare(axis, colour, theirs, dict(enumerate(ours)))

    def finish(
        self,
        seen: str,
        *,
        x: str | None = None,
        y: str,
        legend: int | None = 0,
        ours: str = "Lines: this library, with bands of two standard errors",
        **place: Any,
    ) -> None:
        """Names the axes, puts a legend into a panel, and writes the plate with what it shows."""
        for axis in self.axes if x else ():
            axis.set_xlabel(x or "")
        self.axes[0].set_ylabel(y)
        if legend is not None:
            self.axes[legend].legend(**place)
        caption = f"{ours}; {self.book.count(self.model):,} replicates. "
        if self.name in self.book.reference.deviations:
            count, largest = self.book.reference.deviations[self.name]
            caption += (
                "Circles: computed by an independent implementation, with bars of two standard "
                f"errors; the farthest of {count} is {largest:.1f} standard errors of the "
                "difference away. "
            )
        save(self.drawn, self.book.out / f"{self.name}.png", caption + seen)
