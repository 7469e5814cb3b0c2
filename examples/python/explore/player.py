"""Plays many runs at once and reads them. Each thread waits for the C library, which leaves
other Python threads alone."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from innovation import Library

SEED = 20_261_123


@dataclass(frozen=True)
class Outcome:
    """What replicates left of an outcome."""

    mean: float
    error: float
    means: list[float]
    errors: list[float]

    @classmethod
    def read(cls, outcome: dict[str, Any]) -> Outcome:
        course = outcome.get("course", [])
        return cls(
            outcome["mean"],
            _value(outcome["standardError"]),
            [step["mean"] for step in course],
            [_value(step["standardError"]) for step in course],
        )


def _value(error: Any) -> float:
    """A standard error; that of a single replicate is not known."""
    value = error["value"] if isinstance(error, dict) else error
    return float("nan") if value is None else value


class Player:
    """Plays runs; one that was played is not played again."""

    def __init__(self, library: Library, threads: int | None = None, seed: int = SEED) -> None:
        self.library = library
        self.threads = threads or os.cpu_count() or 1
        self.seed = seed
        self.known: dict[str, dict[str, Outcome]] = {}

    def play(
        self,
        model: str,
        runs: Iterable[dict[str, Any]],
        replicates: int,
        variant: str | None = None,
    ) -> list[dict[str, Outcome]]:
        """The outcomes of each run by name, in the order of the runs (sets of parameters)."""
        requests = [self._request(model, run, replicates, variant) for run in runs]
        new = list(dict.fromkeys(request for request in requests if request not in self.known))
        with ThreadPoolExecutor(self.threads) as pool:
            self.known.update(zip(new, pool.map(self._one, new), strict=True))
        return [self.known[request] for request in requests]

    def _request(self, model: str, run: dict[str, Any], count: int, variant: str | None) -> str:
        request: dict[str, Any] = {"model": model, "parameters": run, "seed": self.seed}
        request["replicates"] = {"from": 0, "to": count}
        if variant:
            request["variant"] = variant
        return json.dumps(request, sort_keys=True)

    def _one(self, request: str) -> dict[str, Outcome]:
        summary = self.library.call_text("explore.run", request)
        report = json.loads(self.library.call_text("explore.report", f'{{"summary":{summary}}}'))
        return {outcome["name"]: Outcome.read(outcome) for outcome in report["outcomes"]}
