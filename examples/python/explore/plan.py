"""The plan of a sweep: the same file, and the same results byte for byte, as the program
``sweep``. Nothing here knows who plays.

Summaries stay the text that the library wrote: a number read and written again by Python
may come out in another form, and results are compared by bytes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from innovation import InnovationError, Library

#: The most replicates in a piece: what a killed worker loses at most.
PIECE = 1_000
#: How many summaries are merged at once.
GROUP = 200
FIELDS = {"model", "variant", "parameters", "rows", "replicates", "seed"}


class Fault(Exception):
    """A plan or a file that cannot be used."""


@dataclass(frozen=True)
class Piece:
    """Some replicates of a row, as a request to ``explore.run``."""

    row: int
    start: int
    stop: int
    request: str


def line(row: int, summary: str) -> str:
    """A line of a file of summaries."""
    return f"{opening(row)}{summary}}}\n"


def opening(row: int) -> str:
    return f'{{"row":{row},"summary":'


def run_of(summary: dict[str, Any]) -> tuple[Any, ...]:
    """What a summary is of: such summaries can be merged."""
    return tuple(
        summary.get(key) for key in ("library", "model", "variant", "specification", "seed")
    )


@dataclass
class Plan:
    """What is played; every row was played once, so that none is refused later."""

    library: Library
    rows: list[dict[str, Any]]
    start: int
    stop: int
    #: What every summary of a row says that it is of.
    runs: list[tuple[Any, ...]] = field(default_factory=list)

    @classmethod
    def read(cls, file: Path, library: Library) -> Plan:
        """Reads a plan and checks every row of it."""
        try:
            plan = json.loads(file.read_bytes())
        except (OSError, ValueError) as fault:
            raise Fault(f"{file}: {fault}") from fault
        if not isinstance(plan, dict) or not isinstance(plan.get("rows"), list):
            raise Fault(f"{file}: a plan is an object with a list of rows")
        if unknown := set(plan) - FIELDS:
            raise Fault(f"{file}: /{min(unknown)}: a plan has {', '.join(sorted(FIELDS))}")
        if missing := {"model", "replicates", "seed"} - set(plan):
            raise Fault(f"{file}: {min(missing)} is missing")
        if not plan["rows"]:
            raise Fault(f"{file}: /rows: there is no row")
        shared = {
            key: plan[key] for key in ("model", "variant", "seed") if plan.get(key) is not None
        }
        own = plan.get("parameters", {})
        try:
            rows = [{**shared, "parameters": {**own, **row}} for row in plan["rows"]]
            start, stop = plan["replicates"]["from"], plan["replicates"]["to"]
        except (TypeError, KeyError) as fault:
            raise Fault(
                f"{file}: rows and parameters are objects, replicates has from, to"
            ) from fault
        read = cls(library, rows, start, stop)
        for row in range(len(rows)):
            try:
                summary = library.call_text("explore.run", read.piece(row, 0, 1).request)
                if not (type(start) is type(stop) is int and 0 <= start < stop < 1 << 32):
                    # The library says what is wrong with it.
                    library.call_text("explore.run", read.piece(row, start, stop).request)
            except InnovationError as error:
                raise Fault(f"{file}: /rows/{row}: {error}") from error
            read.runs.append(run_of(json.loads(summary)))
        return read

    def piece(self, row: int, start: int, stop: int) -> Piece:
        """Some replicates of a row."""
        request = {**self.rows[row], "replicates": {"from": start, "to": stop}}
        return Piece(row, start, stop, json.dumps(request))

    def pieces(self, done: Done, longest: int = PIECE) -> list[Piece]:
        """What is not done yet, row after row."""
        pieces = []
        for row in range(len(self.rows)):
            next_ = self.start
            for start, stop in [*sorted(done.ranges(row)), (self.stop, self.stop)]:
                for begin in range(next_, start, longest):
                    pieces.append(self.piece(row, begin, min(begin + longest, start)))
                next_ = max(next_, stop)
        return pieces

    def join(self, done: Done, out: Path) -> None:
        """Writes a summary for each row and one table, as ``sweep merge`` does."""
        summaries, table = [], []
        for row in range(len(self.rows)):
            summary = self.merge(list(done.summaries[row].items()))
            request = f'{{"summary":{summary},"table":"csv"}}'
            report = json.loads(self.library.call_text("explore.report", request))
            names, *lines = report["table"].rstrip("\n").split("\n")
            summaries.append(line(row, summary))
            table += [f"row,{names}\n"] * (row == 0) + [f"{row},{cells}\n" for cells in lines]
        (out / "summaries.ndjson").write_text("".join(summaries), "utf-8", newline="\n")
        (out / "report.csv").write_text("".join(table), "utf-8", newline="\n")

    def merge(self, pieces: list[tuple[tuple[int, int], str]]) -> str:
        """One summary for neighbouring pieces: any grouping gives the same bytes."""
        texts = [text for _, text in sorted(pieces)]
        while True:
            groups = [texts[at : at + GROUP] for at in range(0, len(texts), GROUP)]
            texts = [
                self.library.call_text("explore.merge", f'{{"summaries":[{",".join(group)}]}}')
                for group in groups
            ]
            if len(texts) == 1:
                return texts[0]


class Done:
    """What has been played, kept in a file: a line for each piece, written as it comes."""

    def __init__(self, plan: Plan, file: Path) -> None:
        self.plan = plan
        self.summaries: list[dict[tuple[int, int], str]] = [{} for _ in plan.rows]
        file.parent.mkdir(parents=True, exist_ok=True)
        self.file = file.open("a+b")
        self.file.seek(0)
        text = self.file.read()
        # A last line that was cut off when its writer was killed is played again.
        whole = text.rfind(b"\n") + 1
        for number, one in enumerate(text[:whole].split(b"\n")[:-1], 1):
            try:
                row = json.loads(one)["row"]
                self.take(row, one.decode()[len(opening(row)) : -1])
            except (ValueError, TypeError, KeyError, IndexError, Fault) as fault:
                raise Fault(f"{file}: line {number}: {fault}; name another folder") from fault
        self.file.truncate(whole)

    def take(self, row: int, summary: str) -> None:
        """Counts a summary, unless some other plan left it."""
        read = json.loads(summary)
        if run_of(read) != self.plan.runs[row]:
            raise Fault(f"what row {row} left is of another plan, seed or library")
        start, stop = read["replicates"]["from"], read["replicates"]["to"]
        if start < self.plan.start or stop > self.plan.stop:
            raise Fault(f"replicates {start} to {stop} of row {row} are outside the plan")
        self.summaries[row][start, stop] = summary

    def add(self, row: int, summary: str) -> None:
        """Counts a summary and writes it down."""
        self.take(row, summary)
        self.file.write(line(row, summary).encode())
        self.file.flush()

    def ranges(self, row: int) -> list[tuple[int, int]]:
        """The replicates of a row that were played."""
        return list(self.summaries[row])
