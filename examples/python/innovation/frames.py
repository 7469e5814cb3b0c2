"""Answers as data frames of pandas.

``frame(response["items"])`` has a row for each; ``frame(report["outcomes"], each="course")``
has one for each period of each outcome.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas


def frame(rows: Iterable[Mapping[str, Any]], *, each: str | None = None) -> pandas.DataFrame:
    """A list of an answer as a data frame, inner documents as columns `score.total`.

    With `each`, the name of a list within the rows, there is a row for each of its members:
    `each` counts them from 0, and what they hold has columns `each.…` of its own.

    Raises:
        ImportError: pandas is not installed.
        KeyError: A row has no list of that name.
    """
    import pandas

    if each is None:
        return pandas.json_normalize([dict(row) for row in rows])
    members: list[dict[str, Any]] = []
    for number, row in enumerate(rows):
        if not isinstance(row.get(each), list):
            raise KeyError(f"row {number} has no list {each!r}, but {', '.join(row)}")
        others = {name: value for name, value in row.items() if name != each}
        for place, member in enumerate(row[each]):
            held = member if isinstance(member, Mapping) else {"value": member}
            own = {f"{each}.{name}": value for name, value in held.items()}
            members.append({**others, each: place, **own})
    return pandas.json_normalize(members)
