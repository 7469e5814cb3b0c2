"""Every operation of the innovation contract, through the C library.

    from innovation import explore, InnovationError

    summary = explore.run(model="march", parameters={"p1": 0.1},
                          replicates={"from": 0, "to": 1000}, seed=1)
    report = explore.report(summary=summary)

Operations are functions by verb, as the library lists them: ``gather.seat``,
``exchange.people_from_table`` for ``exchange.peopleFromTable``. A request is a dict, or its
fields as keywords; a response is what its JSON holds. What the library refuses is raised as
`InnovationError`, with the cause, the place in the request and a hint.

Arrays of NumPy, data frames of pandas and graphs of NetworkX may stand in a request; `frame`
makes a data frame of a list in an answer, `progress_bar` shows how far a call is. Type checkers
know every operation and every document (`contract.pyi`).

The library is looked for on the first call; `load` opens another, or that of a given path.
Nothing is kept between calls, and all of it may be used from any thread: while the library
works, other Python threads run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .bars import progress_bar
from .errors import InnovationError, LibraryError
from .frames import frame
from .library import Library, Progress, Verb, load

if TYPE_CHECKING:
    from .contract import (
        contract as contract,
        equip as equip,
        evaluate as evaluate,
        exchange as exchange,
        explore as explore,
        gather as gather,
        people as people,
        protect as protect,
        space as space,
        spread as spread,
    )

__all__ = [
    "InnovationError",
    "Library",
    "LibraryError",
    "Progress",
    "Verb",
    "call",
    "frame",
    "load",
    "progress_bar",
]
__version__ = "0.1.0"


def call(name: str, request: Any = None, progress: Progress | None = None) -> Any:
    """Calls an operation by its name in the contract, as ``call("gather.seat", {...})``."""
    return load().call(name, request, progress)


if not TYPE_CHECKING:  # who know the verbs

    def __getattr__(name: str) -> Verb:
        """The verbs of the library, as ``innovation.explore``."""
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(load(), name)


def __dir__() -> list[str]:
    return sorted({*__all__, *load().verbs})
