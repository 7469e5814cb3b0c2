"""Tables to compare with: `march_fig1.csv` and the like, where a folder of them is at hand.

Nobody published these numbers: an independent implementation computed them. A row holds
plain values in order, and named ones as `p1=0.5` or `K5`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


class Row:
    """A row of a table."""

    def __init__(self, text: str) -> None:
        self.cells = text.strip().split(",")

    def plain(self, place: int) -> float:
        """The value at a place."""
        return float(self.cells[place])

    def number(self, name: str) -> float:
        """The value behind a name."""
        for cell in self.cells:
            if cell.startswith(name):
                try:
                    return float(cell[len(name) :].lstrip("="))
                except ValueError:
                    continue
        raise KeyError(f"no {name} in {','.join(self.cells)}")


@dataclass
class Reference:
    """A folder of tables, and how far our values lie from them."""

    folder: Path | None
    #: For each figure how many values were compared, and the largest deviation.
    deviations: dict[str, tuple[int, float]] = field(default_factory=dict)

    def rows(self, name: str) -> list[Row]:
        """The rows of a table; none where it is not at hand."""
        file = self.folder and self.folder / f"{name}.csv"
        if not file or not file.is_file():
            return []
        return [Row(text) for text in file.read_text("utf-8").splitlines() if text.strip()]

    def compare(self, figure: str, mean: float, error: float, wanted: float, sure: float) -> float:
        """How many standard errors of the difference our mean lies from theirs.

        Half of the last printed digit (three decimals where values are large, else four) is
        given away first.
        """
        rounding = 0.0005 if wanted > 2 else 0.00005
        apart = max(0.0, abs(mean - wanted) - rounding)
        both = (error * error + sure * sure) ** 0.5
        errors = apart / max(both, 1e-12) if apart else 0.0
        count, largest = self.deviations.get(figure, (0, 0.0))
        self.deviations[figure] = (count + 1, max(largest, errors))
        return errors
