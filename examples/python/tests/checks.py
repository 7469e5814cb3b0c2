#!/usr/bin/env python3
"""Checks the package and the scripts; ends with `N passed, M failed`."""

from __future__ import annotations

import argparse
import csv
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent.parent / part) for part in ("", "explore")]

import data
import innovation
import package
import wrapper
from innovation import explore
from tally import HERE, Tally, heed

PLAN: dict[str, Any] = {
    "model": "march",
    "variant": "paperLiteral",
    "parameters": {"course": 5},
    "rows": [{"p1": 0.1}, {"p1": 0.5}, {"p1": 0.9, "p2": 0.1}],
    "replicates": {"from": 3, "to": 6003},
    "seed": 7,
}


def script(name: str, *arguments: object) -> list[str]:
    return [sys.executable, str(HERE / "explore" / name), *map(str, arguments)]


def ran(name: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(script(name, *arguments), capture_output=True, text=True, timeout=600)


def results(folder: Path) -> tuple[bytes, bytes]:
    return (folder / "summaries.ndjson").read_bytes(), (folder / "report.csv").read_bytes()


def sweeps(tally: Tally, target: Path, out: Path) -> None:
    """Who plays, how many, and who dies: the same bytes."""
    from plan import Done, Fault, Plan
    from sweep_dask import connect, sweep

    file = out / "plan.json"
    file.write_text(json.dumps(PLAN))
    library = innovation.load()

    # One piece after the other, here, from the last to the first.
    plan = Plan.read(file, library)
    done = Done(plan, out / "serial" / "pieces.ndjson")
    for piece in reversed(plan.pieces(done, 700)):
        done.add(piece.row, library.call_text("explore.run", piece.request))
    plan.join(done, out / "serial")
    serial = results(out / "serial")
    tally.same("one line for each row", 3, serial[0].count(b"\n"))

    rust = target / "release" / "sweep"
    if rust.is_file():
        for shard in ("2/2", "1/2"):
            subprocess.run(
                [str(rust), str(file), "--shard", shard, "--out", str(out / "rust")],
                check=True,
                stderr=subprocess.DEVNULL,
            )
        shards = sorted((out / "rust").glob("sweep-*.ndjson"))
        merge = [str(rust), "merge", str(file), *map(str, shards), "--out", str(out / "rust")]
        subprocess.run(merge, check=True, stderr=subprocess.DEVNULL)
        tally.check("the program sweep writes the same bytes", results(out / "rust") == serial)
        played = str(out / "serial" / "pieces.ndjson")
        merge = [str(rust), "merge", str(file), played, "--out", str(out / "joined")]
        subprocess.run(merge, check=True, stderr=subprocess.DEVNULL)
        tally.check("and joins what was played here", results(out / "joined") == serial)
    else:
        print(f"SKIPPED: {rust} is not built, its bytes are not compared")

    one = ran("sweep_dask.py", file, "--workers", 1, "--out", out / "one")
    tally.same("one worker", 0, one.returncode)
    tally.check("one worker, the same bytes", results(out / "one") == serial, one.stderr)

    # Stopped by Ctrl-C as soon as something was played, its last line cut, and started again.
    command = script("sweep_dask.py", file, "--workers", 2, "--piece", 50, "--out", out / "two")
    stopped = subprocess.Popen(
        command, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=heed
    )
    pieces = out / "two" / "pieces.ndjson"

    def written() -> int:
        return pieces.read_bytes().count(b"\n") if pieces.exists() else 0

    wait(lambda: written() > 3 or stopped.poll() is not None)
    os.killpg(stopped.pid, signal.SIGINT)
    said = stopped.communicate(timeout=120)[1].decode()
    tally.same("Ctrl-C ends a sweep", 130, stopped.returncode)
    tally.check("and says how to go on", "run again" in said and "Traceback" not in said, said)
    with pieces.open("r+b") as cut:
        cut.truncate(pieces.stat().st_size - 10)
    kept = written()
    two = ran("sweep_dask.py", file, "--workers", 2, "--out", out / "two")
    first = two.stderr.split(" pieces", 1)[0]
    tally.check("what was played is kept", 0 < kept < written(), first)
    tally.check("two workers, the same bytes", results(out / "two") == serial, two.stderr)

    # A worker of a cluster that was started elsewhere is killed twice.
    with ExitStack() as stack:
        cluster = stack.enter_context(ExitStack())
        workers = connect(cluster, None, 2, None)
        client = connect(stack, workers.scheduler_info()["address"], 0, None)
        killed: list[int] = []

        def kill(count: int, _total: int, _played: int) -> None:
            if count in (3, 20):
                info = client.scheduler_info(n_workers=-1)["workers"]
                pids = client.run(os.getpid, workers=[min(info)])
                killed.extend(pids.values())
                os.kill(killed[-1], signal.SIGKILL)

        done = Done(plan, out / "killed" / "pieces.ndjson")
        sweep(client, plan, done, longest=100, tell=kill)
    plan.join(done, out / "killed")
    tally.same("workers were killed", 2, len(killed))
    tally.check("killed workers, the same bytes", results(out / "killed") == serial)

    def altered(**changes: Any) -> Path:
        other = out / "other.json"
        other.write_text(json.dumps({**PLAN, **changes}))
        return other

    wrong: dict[str, dict[str, Any]] = {
        "/rows/1: explore.invalid-parameter at /parameters/p1": {"rows": [{}, {"p1": 7}]},
        "/rows: there is no row": {"rows": []},
        "/replicates": {"replicates": {"from": 5, "to": 5}},
        "/replicates/to": {"replicates": {"from": 0, "to": 5_000_000_000}},
        "/colour": {"colour": 1},
        "/model": {"model": "weather"},
        "rows and parameters": {"rows": [3]},
    }
    for part, changes in wrong.items():
        fault = tally.refused(
            f"a plan: {part}", Fault, lambda: Plan.read(altered(**changes), library)
        )
        tally.check(f"names {part}", part in str(fault), fault)
    others: dict[str, dict[str, Any]] = {"seed": {"seed": 8}, "row": {"rows": [{"p1": 0.2}] * 3}}
    for what, changes in others.items():
        other = ran("sweep_dask.py", altered(**changes), "--out", out / "two")
        tally.check(
            f"pieces of another {what} are refused",
            other.returncode == 1 and "another plan" in other.stderr,
            other.stderr,
        )
    tally.check("and nothing was written", results(out / "two") == serial)


def wait(until: Callable[[], object], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not until() and time.monotonic() < end:
        time.sleep(0.05)


def picture(file: Path) -> bool:
    """Whether a file is a PNG that shows something."""
    data = file.read_bytes() if file.is_file() else b""
    return data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) > 20_000


def figures(tally: Tally, _target: Path, out: Path) -> None:
    """Every figure is drawn, and lies where another implementation lies."""
    reference = HERE.parents[2] / "shared/data/explore"
    drawn = ran("figures.py", "--out", out, "--replicates", 1000, "--reference", reference)
    print(drawn.stdout)
    tally.same("figures are drawn", 0, drawn.returncode)
    tally.check("without a word of warning", not drawn.stderr, drawn.stderr)
    for name in ("march-1", "march-2", "march-4", "march-5", "subgroups", "levinthal", "lazer-friedman", "hong-page", "linear"):  # fmt: skip
        tally.check(f"{name}.png", picture(out / f"{name}.png"))
    if reference.is_dir():
        with (out / "deviations.csv").open() as lines:
            compared = list(csv.DictReader(lines))
        tally.same("eight figures are compared", 8, len(compared))
        for row in compared:
            tally.check(f"{row['figure']} agrees", float(row["largestDeviation"]) <= 4, row)
    alone = ran("figures.py", "--out", out / "alone", "--replicates", 40, "--reference", out / "none", "--only", "march-5")  # fmt: skip
    tally.check(
        "alone where there is nothing to compare with", "SKIPPED" in alone.stdout, alone.stderr
    )
    tally.check("and drawn all the same", picture(out / "alone" / "march-5.png"))


def sensitivity(tally: Tally, _target: Path, out: Path) -> None:
    """What drives a model is found; tables that do not fit are refused."""
    known = {one["model"] for one in explore.models()["models"]}
    for model in ("march", "subgroups", "creativeSpace"):
        if model not in known:
            print(f"SKIPPED: this library has no {model}")
            continue
        few = (
            ("--samples", 8, "--replicates", 4)
            if model == "creativeSpace"
            else ("--samples", 32, "--replicates", 10)
        )
        found = ran("sensitivity.py", "--out", out, "--model", model, *few)
        print(found.stdout)
        tally.same(f"{model} is analysed", 0, found.returncode)
        tally.check(f"{model}.png", picture(out / f"{model}.png"), found.stderr)
        with (out / f"{model}-indices.csv").open() as lines:
            total = {row["parameter"]: float(row["ST"]) for row in csv.DictReader(lines)}
        if model == "march":
            tally.same(
                "turbulence drives March's model most", "p4", max(total, key=total.__getitem__)
            )
        if model == "subgroups":
            tally.same(
                "complexity drives subgroups most", "complexity", max(total, key=total.__getitem__)
            )
        if model == "creativeSpace":
            tally.check("it says how often the space hurts", "below zero in" in found.stdout)
    # Turnover less none, in a still world: it can only harm slow learners.
    table = out / "table.json"
    turnover = {
        "outcome": "codeKnowledge",
        "against": {"p3": 0.0},
        "replicates": 40,
        "fixed": {"periods": 20, "course": 0, "p1": 0.1},
        "ranges": {"p2": [0.3, 0.7], "p3": [0.0, 0.2]},
    }
    table.write_text(json.dumps({"march": turnover}))
    found = ran(
        "sensitivity.py", "--out", out, "--model", "march", "--table", table, "--samples", 8
    )
    said = found.stdout + found.stderr
    share = float(said.split("below zero in ")[-1].split("%")[0]) if "below zero" in said else 0
    tally.check("a difference is below zero where it hurts", share > 90, said)
    for part, ranges in {"no parameter": {"p9": [0, 1]}, "not -1 to 1": {"p1": [-1, 1]}}.items():
        table.write_text(
            json.dumps({"march": {"outcome": "codeKnowledge", "replicates": 2, "ranges": ranges}})
        )
        wrong = ran("sensitivity.py", "--out", out, "--model", "march", "--table", table)
        tally.check(
            f"a table: {part}", wrong.returncode == 1 and part in wrong.stderr, wrong.stderr
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", type=Path, default=HERE.parent.parent / "target")
    own = (sweeps, figures, sensitivity)
    every = (*wrapper.PARTS, *data.PARTS, *package.PARTS, *own)
    parts = {part.__name__: part for part in every}
    parser.add_argument("parts", nargs="*", help=", ".join(parts))
    asked = parser.parse_args()
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        for name in asked.parts or parts:
            start, out = time.monotonic(), Path(folder) / name
            out.mkdir()
            try:
                parts[name](tally, asked.target, out)
            except Exception:
                tally.check(name, False, traceback.format_exc())
            print(f"{name}: {time.monotonic() - start:.0f} s", flush=True)
    for name in ("sweep_dask.py", "figures.py", "sensitivity.py"):
        tally.check(f"{name} --help", "--out" in ran(name, "--help").stdout)
    print(f"{tally.passed} passed, {tally.failed} failed")
    sys.exit(0 if tally.passed and not tally.failed else 1)


if __name__ == "__main__":
    main()
