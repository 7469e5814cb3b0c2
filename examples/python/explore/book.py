"""What figures are made from: runs, and values to compare with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from draw import Estimate, panels
from plate import Plate
from player import Outcome, Player
from reference import Reference, Row

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

    def plate(self, name: str, model: str, titles: Sequence[str], title: str, **look: Any) -> Plate:
        """A plate with a panel for each title."""
        return Plate(self, name, model, *panels(titles, title, **look))


def table(
    rows: Sequence[Row], x: str, read: Callable[[Row], Estimate], **only: float
) -> dict[float, Estimate]:
    """The rows that have some values, as mean and standard error by a named value."""
    return {
        row.number(x): read(row)
        for row in rows
        if all(row.number(name) == value for name, value in only.items())
    }
