"""Counts what held, and prints what did not."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

#: The folder of the package, of its scripts and of these tests.
HERE = Path(__file__).resolve().parent.parent


def heed() -> None:
    """A shell makes what it runs in the background deaf to Ctrl-C, and so the children of a test."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Tally:
    """What held and what did not."""

    def __init__(self) -> None:
        self.passed = self.failed = 0

    def check(self, what: str, held: object, seen: object = "") -> None:
        if held:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {what}: {seen}", flush=True)

    def same(self, what: str, expected: object, found: object) -> None:
        self.check(what, expected == found, f"expected {expected!r}, got {found!r}"[:2000])

    def refused(self, what: str, kind: type[Exception], call: Callable[[], Any]) -> Any:
        """The exception that a call raises."""
        try:
            answer = call()
        except kind as raised:
            self.check(what, True)
            return raised
        except Exception as other:
            self.check(what, False, repr(other))
        else:
            self.check(what, False, f"answered {answer!r}"[:200])
        return None
