"""The calls: every vector, typed errors, progress and Ctrl-C, threads and memory."""

from __future__ import annotations

import gc
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import innovation
from innovation import InnovationError, LibraryError, explore
from tally import Tally, heed

if TYPE_CHECKING:
    from innovation.contract import RunRequest

REQUEST: RunRequest = {
    "model": "march",
    "parameters": {},
    "replicates": {"from": 0, "to": 50},
    "seed": 1,
}
#: Takes hours, unless it is stopped.
ENDLESS = """
import innovation
print("ready", flush=True)
innovation.explore.run(model="march", parameters={}, replicates={"from": 0, "to": 400_000_000}, seed=1)
"""
THREADS, CALLS = 8, 10_000


def vectors(tally: Tally, target: Path, _out: Path) -> None:
    """What the other doors answered, byte for byte; what they refused, field by field."""
    text = innovation.load().call_text
    cases = Path(os.environ.get("INNOVATION_CASES", target / "vectors" / "cases.ndjson"))
    for line in cases.read_text("utf-8").splitlines():
        case = json.loads(line)

        def ask() -> str:
            return text(case["operation"], case["request"])

        if case["ok"]:
            tally.same(case["name"], case["output"], ask())
        elif error := tally.refused(case["name"], InnovationError, ask):
            told = {"hint": None, "details": {}, **json.loads(case["output"])["error"]}
            tally.same(case["name"], told, vars(error))


def wrapper(tally: Tally, _target: Path, out: Path) -> None:
    """Typed errors, what is refused at load."""
    whole = innovation.call("explore.run", REQUEST)
    tally.same("a verb and keywords ask the same", whole, explore.run(**REQUEST))
    tally.same("fields add to a request", 60, explore.run(REQUEST, replicates={"from": 0, "to": 60})["replicates"]["to"])  # fmt: skip
    tally.check("operations say what they are for", "replicates" in (explore.run.__doc__ or ""))
    tally.check("names are written as in Python", innovation.exchange.people_from_table)
    tally.check("verbs are listed", {"explore", "gather"} <= set(dir(innovation)))
    tally.refused("no such verb", AttributeError, lambda: getattr(innovation, "sing"))  # noqa: B009
    tally.refused("no such operation", AttributeError, lambda: getattr(explore, "sing"))  # noqa: B009

    run: Any = explore.run  # what a type checker would have refused
    error = tally.refused(
        "out of range", InnovationError, lambda: run(REQUEST, parameters={"p1": 2})
    )
    tally.same("its code", "explore.invalid-parameter", error.code)
    tally.same("its path", "/parameters/p1", error.path)
    tally.check("its message", "p1 is 2" in error.message, error.message)
    tally.check("all of it as text", "/parameters/p1" in str(error), error)
    again = pickle.loads(pickle.dumps(error))
    tally.same("it travels between processes", vars(error), vars(again))
    error = tally.refused("a typing error", InnovationError, lambda: innovation.call("explore.rum"))
    tally.check("has a hint", error.hint and "explore.run" in error.hint, error.hint)
    for name in ("", "a\0b", "\ud800", "explore.run\0"):
        tally.refused(f"the name {name!r}", InnovationError, lambda: innovation.call(name))
    error = tally.refused("NaN", InnovationError, lambda: run(REQUEST, seed=float("nan")))
    tally.same("is not JSON", "contract.not-json", error.code)
    text = innovation.load().call_text
    error = tally.refused(
        "limits", InnovationError, lambda: text("contract.version", "{}", limits={"bytes": 1})
    )
    tally.same("are kept", "contract.too-large", error.code)

    tally.refused("no library", LibraryError, lambda: innovation.load(out / "none.so"))
    (out / "text.so").write_text("not a library")
    tally.refused("not a library", LibraryError, lambda: innovation.load(out / "text.so"))
    libc = next(Path("/").glob("lib*/**/libc.so.6"), None)
    if libc:
        tally.refused("another library", LibraryError, lambda: innovation.load(libc))


def watched(tally: Tally, _target: Path, _out: Path) -> None:
    """Progress goes out, and a stop comes in: from the host, from an error, from Ctrl-C."""
    whole = explore.run(REQUEST)
    told: list[tuple[int, int]] = []

    def until_three(done: int, total: int, _best: float) -> bool:
        told.append((done, total))
        return done < 3

    part = explore.run(REQUEST, progress=until_three)
    tally.same(
        "progress stops a run", ({"from": 0, "to": 3}, (3, 50)), (part["replicates"], told[-1])
    )
    rest = explore.run(REQUEST, replicates={"from": 3, "to": 50})
    tally.same("and the rest makes it whole", whole, explore.merge(summaries=[rest, part]))

    def raising(fault: BaseException) -> Callable[[int, int, float], bool]:
        def progress(_done: int, _total: int, _best: float) -> bool:
            raise fault

        return progress

    for fault in (ZeroDivisionError(), KeyboardInterrupt(), SystemExit(3)):
        try:
            explore.run(REQUEST, progress=raising(fault))
        except BaseException as raised:
            tally.check(f"what progress raises: {fault!r}", raised is fault, repr(raised))
        else:
            tally.check(f"what progress raises: {fault!r}", False, "nothing was raised")

    with innovation.progress_bar("a run") as progress:
        tally.same("a bar changes nothing", whole, explore.run(REQUEST, progress=progress))

    with subprocess.Popen(
        [sys.executable, "-c", ENDLESS],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heed,
        text=True,
    ) as running:
        assert running.stdout and running.stdout.readline() == "ready\n"
        threading.Event().wait(0.5)  # until it is within C
        running.send_signal(signal.SIGINT)
        try:
            said = running.communicate(timeout=60)[1]
        except subprocess.TimeoutExpired:
            running.kill()
            said = "it ran on"
    tally.check("Ctrl-C stops a call without progress", said.endswith("KeyboardInterrupt\n"), said)

    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        count = lambda *_: signal.raise_signal(signal.SIGINT)  # noqa: E731
        part = explore.run(REQUEST, progress=count)
    finally:
        signal.signal(signal.SIGINT, before)
    tally.same("a host that listens hears it once", [signal.SIGINT], heard)
    tally.check("and has what there was until then", part["replicates"]["to"] < 50, part)


def load(tally: Tally, _target: Path, _out: Path) -> None:
    """Many threads, many calls, and no more memory than before."""
    text = innovation.load().call_text
    request = '{"people":[{"id":"ana","role":"nurse"},{"id":"bo","role":"patient"}]}'
    wanted = text("people.profile", request)
    wrong: list[str] = []

    def work(calls: int) -> None:
        for number in range(calls):
            if number % 10 == 9:
                try:
                    wrong.append(text("people.profile", '{"people":[]}'))
                except InnovationError as error:
                    if error.code != "people.empty":
                        wrong.append(str(error))
            elif (answer := text("people.profile", request)) != wanted:
                wrong.append(answer)

    def crowd(calls: int) -> int:
        threads = [threading.Thread(target=work, args=(calls,)) for _ in range(THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        gc.collect()
        return resident()

    before = crowd(CALLS // 10)
    after = crowd(CALLS)
    tally.same(f"{THREADS} threads, {CALLS} calls each, hear what was asked", [], wrong[:3])
    tally.check("memory is given back", after - before < 4 << 20, f"{before} to {after} bytes")
    print(f"{THREADS} × {CALLS} calls: {before >> 10} KiB resident before, {after >> 10} after")
    before = resident()
    for _ in range(400):
        explore.run(REQUEST)
    after = resident()
    tally.check("and by long answers", after - before < 4 << 20, f"{before} to {after} bytes")


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


PARTS = (vectors, wrapper, watched, load)
