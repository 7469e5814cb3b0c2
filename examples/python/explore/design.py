"""What is asked of a model in a sensitivity analysis, and what it answers at each point."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
from numpy.typing import NDArray

from innovation import Library
from player import Outcome, Player

Numbers = NDArray[numpy.float64]


class Fault(Exception):
    """A table that does not fit the model."""


@dataclass(frozen=True)
class Design:
    """Parameters that vary over ranges, those that stay, and the outcome that is read."""

    model: str
    outcome: str
    ranges: dict[str, tuple[float, float]]
    fixed: dict[str, Any]
    #: Set over a row for the run that it is compared with; the answer is then a difference.
    against: dict[str, Any] | None
    replicates: int
    #: Parameters that are whole numbers.
    whole: frozenset[str]

    @classmethod
    def read(cls, file: Path, model: str, library: Library, **asked: Any) -> Design:
        """The table of a model; what was asked comes before what stands there."""
        try:
            tables = json.loads(file.read_text("utf-8"))
        except (OSError, ValueError) as fault:
            raise Fault(f"{file}: {fault}") from fault
        if model not in tables:
            raise Fault(f"{file}: no table for {model}; there are {', '.join(tables)}")
        table = {**tables[model], **{key: value for key, value in asked.items() if value}}
        known = {one["model"]: one for one in library.call("explore.models")["models"]}
        if model not in known:
            raise Fault(f"the library has no model {model}; it has {', '.join(known)}")
        parameters = {one["name"]: one for one in known[model]["parameters"]}
        for name, (least, most) in table["ranges"].items():
            if name not in parameters:
                raise Fault(f"{model} has no parameter {name}; it has {', '.join(parameters)}")
            lowest, highest = parameters[name].get("least"), parameters[name].get("most")
            if lowest is None or not lowest <= least < most <= highest:
                raise Fault(f"{name} goes from {lowest} to {highest}, not {least} to {most}")
        if table["outcome"] not in {one["name"] for one in known[model]["outcomes"]}:
            raise Fault(f"{model} has no outcome {table['outcome']}")
        return cls(
            model,
            table["outcome"],
            {name: (least, most) for name, (least, most) in table["ranges"].items()},
            table.get("fixed", {}),
            table.get("against"),
            table["replicates"],
            frozenset(n for n in table["ranges"] if isinstance(parameters[n]["default"], int)),
        )

    @property
    def names(self) -> list[str]:
        return list(self.ranges)

    @property
    def problem(self) -> dict[str, Any]:
        """The parameters as SALib takes them. A whole number gets an equal share of its
        range, ends included."""
        bounds = [
            (least - 0.499, most + 0.499) if name in self.whole else (least, most)
            for name, (least, most) in self.ranges.items()
        ]
        return {"num_vars": len(bounds), "names": self.names, "bounds": bounds}

    def run(self, point: Numbers) -> dict[str, Any]:
        """The parameters at a point."""
        values = {
            name: round(value) if name in self.whole else float(value)
            for name, value in zip(self.names, point, strict=True)
        }
        return {**self.fixed, **values}

    def rounded(self, sample: Numbers) -> Numbers:
        """The points as they are played."""
        whole = [name in self.whole for name in self.names]
        return numpy.where(whole, numpy.round(sample), sample)

    def answer(self, player: Player, sample: Numbers) -> tuple[Numbers, Numbers]:
        """The outcome at each point and its standard error; all points share their random
        numbers. The error of a difference is taken as if they did not: it is too large."""
        runs = [self.run(point) for point in sample]
        means, errors = self._read(player.play(self.model, runs, self.replicates))
        if self.against is not None:
            others = [{**run, **self.against} for run in runs]
            their_means, their_errors = self._read(player.play(self.model, others, self.replicates))
            return means - their_means, numpy.hypot(errors, their_errors)
        return means, errors

    def _read(self, played: list[dict[str, Outcome]]) -> tuple[Numbers, Numbers]:
        outcomes = [outcomes[self.outcome] for outcomes in played]
        return (
            numpy.array([outcome.mean for outcome in outcomes]),
            numpy.array([outcome.error for outcome in outcomes]),
        )
