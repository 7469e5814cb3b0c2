"""The C library: where it is found, what is checked, how it is called.

Text goes in as bytes that the library only reads. Text that comes out is copied and given
back to the library at once, so that no pointer outlives the call that made it.
"""

from __future__ import annotations

import ctypes
import json
import os
import re
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import POINTER, byref, c_bool, c_char_p, c_double, c_int32, c_size_t, c_uint32, c_void_p
from functools import cache
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from . import arrays
from .errors import InnovationError, LibraryError

#: Version of the binary interface that this module speaks (`INNOVATION_ABI_VERSION`).
ABI_VERSION = 1
#: Version of the contract that this module speaks.
CONTRACT_VERSION = 1
#: Names the file of the library.
VARIABLE = "INNOVATION_LIBRARY"

#: Told how far a call is: steps done, steps planned (0: unknown), best value (NaN: unknown).
#: `False` stops it, anything else lets it go on.
Progress = Callable[[int, int, float], "bool | None"]

_Callback = ctypes.CFUNCTYPE(c_bool, c_void_p, ctypes.c_uint64, ctypes.c_uint64, c_double)
#: How the file of the library is called on this system.
FILE = {"darwin": "libinnovation.dylib", "win32": "innovation.dll"}.get(
    sys.platform, "libinnovation.so"
)


def find(path: str | os.PathLike[str] | None = None) -> Path:
    """Where the library is: at `path`, else where ``INNOVATION_LIBRARY`` says, else beside
    this module, else in ``target/release`` of a folder above this module or the current one.
    """
    told = path or os.environ.get(VARIABLE)
    if told:
        if not Path(told).is_file():
            raise LibraryError(f"there is no library {told}")
        return Path(told).resolve()
    own = Path(__file__).resolve().parent
    above = [*own.parents, Path.cwd(), *Path.cwd().parents]
    for file in [own / FILE, *(folder / "target" / "release" / FILE for folder in above)]:
        if file.is_file():
            return file
    raise LibraryError(
        f"{FILE} was not found: build it with `cargo build --release -p bindings-c`, "
        f"or name it in {VARIABLE}"
    )


if TYPE_CHECKING:
    from .contract import Verbs
else:
    Verbs = object


class Library(Verbs):
    """An open library. Its verbs are attributes: ``library.explore.run(...)``."""

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        self.path = find(path)
        try:
            self._c = ctypes.CDLL(str(self.path))
            self._c.innovation_abi_version.restype = c_uint32
            abi = self._c.innovation_abi_version()
        except (OSError, AttributeError) as fault:
            raise LibraryError(f"{self.path} is no innovation library: {fault}") from fault
        if abi != ABI_VERSION:
            raise LibraryError(f"{self.path} has binary interface {abi}, not {ABI_VERSION}")
        text = POINTER(c_void_p)
        self._c.innovation_call_with.restype = c_int32
        self._c.innovation_call_with.argtypes = [
            c_char_p, c_char_p, c_size_t, c_char_p, _Callback, c_void_p, text, text
        ]  # fmt: skip
        self._c.innovation_string_free.argtypes = [c_void_p]
        self._c.innovation_string_free.restype = None
        version = self.call("contract.version")
        if version["contract"] != CONTRACT_VERSION:
            raise LibraryError(
                f"{self.path} speaks contract {version['contract']}, not {CONTRACT_VERSION}"
            )
        #: Version of the library, as ``0.1.0``.
        self.version: str = version["library"]
        #: What the library can do: verb, then operation, then what it is for.
        self.verbs: dict[str, Verb] = {}
        for operation in self.call("contract.operations")["operations"]:
            verb, _, short = operation["name"].partition(".")
            known = self.verbs.setdefault(verb, Verb(verb))
            setattr(known, snake(short), _function(self, operation["name"], operation["summary"]))

    def call(self, name: str, request: Any = None, progress: Progress | None = None) -> Any:
        """Calls an operation: a request as dict (or None for an empty one), a response as
        its JSON holds it. Fields may hold arrays, data frames and graphs (see `arrays`).

        Raises:
            InnovationError: The library refused the request.
            ValueError: An array, a data frame or a graph has no form in the contract.
        """
        told = arrays.plain({} if request is None else request)
        text = json.dumps(told, ensure_ascii=False, default=arrays.default)
        return json.loads(self.call_text(name, text, progress))

    def call_text(
        self,
        name: str,
        request: str,
        progress: Progress | None = None,
        limits: dict[str, int] | None = None,
    ) -> str:
        """The same with JSON text on both sides: the bytes of the library, untouched.

        `limits` sets how large a request may be: ``bytes``, ``depth``, ``string``, ``array``.
        What `progress` raises stops the call and is raised here, and so does Ctrl-C.
        """
        if "\0" in name:  # C would read the name up to here
            raise InnovationError("contract.unknown-operation", message=f"no operation {name!r}")
        raised: list[BaseException] = []
        interrupted = threading.Event()

        def tell(_user: int | None, done: int, total: int, best: float) -> bool:
            try:
                told = None if progress is None else progress(done, total, best)
            except BaseException as fault:  # nothing may be raised through C
                raised.append(fault)
                return False
            return told is not False and not interrupted.is_set()

        watched = progress is not None or hears_signals()
        outputs = (c_void_p(), c_void_p())
        try:
            # A lone surrogate cannot be written as UTF-8: the library says so.
            sent = request.encode("utf-8", "surrogatepass")
            with deferred_interrupt(interrupted):
                self._c.innovation_call_with(
                    name.encode("utf-8", "surrogatepass"),
                    sent,
                    len(sent),
                    None if limits is None else json.dumps(limits).encode(),
                    _Callback(tell) if watched else _Callback(),
                    None,
                    *map(byref, outputs),
                )
            response, error = (
                ctypes.string_at(output.value).decode() if output.value else None
                for output in outputs
            )
        finally:
            for output in outputs:
                self._c.innovation_string_free(output)
        if raised:
            raise raised[0]
        if response is None:
            raise InnovationError.read(json.loads(error or "{}"))
        return response

    if not TYPE_CHECKING:  # who know the verbs

        def __getattr__(self, name: str) -> Verb:
            verb: Verb | None = self.__dict__.get("verbs", {}).get(name)
            if verb is None:
                raise AttributeError(f"the library has no verb {name!r}")
            return verb

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.verbs]

    def __repr__(self) -> str:
        return f"Library({str(self.path)!r})"


def hears_signals() -> bool:
    """Whether this is the thread in which Python hears Ctrl-C."""
    return threading.current_thread() is threading.main_thread()


@contextmanager
def deferred_interrupt(interrupted: threading.Event) -> Iterator[None]:
    """Notes Ctrl-C while C runs, and has it heard by whoever would have heard it afterwards:
    what is raised as Python enters a function that C calls would be lost.
    """
    heard = signal.getsignal(signal.SIGINT) if hears_signals() else None
    if not callable(heard):  # another thread, or nobody listens
        yield
        return
    frames: list[FrameType | None] = []

    def note(_signal: int, frame: FrameType | None) -> None:
        frames.append(frame)
        interrupted.set()

    signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard)
    if frames:
        heard(signal.SIGINT, frames[-1])


class Verb:
    """The operations of a verb, as functions."""

    def __init__(self, name: str) -> None:
        self.__name__ = name

    if not TYPE_CHECKING:  # who know the operations

        def __getattr__(self, name: str) -> Any:
            raise AttributeError(f"there is no operation {self.__name__}.{name}")

    def __repr__(self) -> str:
        return f"<operations of {self.__name__}>"


def _function(library: Library, name: str, summary: str) -> Callable[..., Any]:
    def operation(
        request: Any = None, /, *, progress: Progress | None = None, **fields: Any
    ) -> Any:
        if fields:
            request = {**(request or {}), **fields}
        return library.call(name, request, progress)

    operation.__name__ = operation.__qualname__ = snake(name.partition(".")[2])
    operation.__doc__ = summary
    return operation


def snake(name: str) -> str:
    return re.sub("[A-Z]", r"_\g<0>", name).lower()


@cache
def _opened(path: Path) -> Library:
    return Library(path)


def load(path: str | os.PathLike[str] | None = None) -> Library:
    """The library at `path`, or the one that `find` finds; opened once.

    Raises:
        LibraryError: There is none, or it speaks another version.
    """
    return _opened(find(path))
