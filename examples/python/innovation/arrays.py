"""Requests that hold arrays, data frames and graphs, as the plain values of the contract.

Nothing is imported for it: whoever hands in an array of NumPy has NumPy. What a value becomes
follows from its field: a data frame is a list of documents, in `ratings` rows of cells, in
`text` a table; ties and networks come as a matrix of weights or as a graph.

Invariant: NaN, NaT and NA say that there is no value: null in a list, no field in a document.
Invariant: what the library can check is left to it; here only what has no JSON is refused.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import networkx
    import pandas

#: Fields of a request in which a data frame is rows of cells.
GRIDS = {"matrix", "ratings", "subgroups", "weightMatrix"}


class Array(Protocol):
    """An array of NumPy, a column of pandas, a sparse matrix of SciPy."""

    @property
    def shape(self) -> tuple[int, ...]: ...


class Frame(Protocol):
    """A data frame of pandas."""

    @property
    def columns(self) -> Any: ...

    def itertuples(self, index: bool = ..., name: Any = ...) -> Iterable[Any]: ...


class Graph(Protocol):
    """A graph of NetworkX."""

    def is_directed(self) -> bool: ...

    def is_multigraph(self) -> bool: ...


def plain(request: Mapping[str, Any]) -> Mapping[str, Any]:
    """The request with arrays, data frames and graphs replaced in its fields.

    Raises:
        ValueError: One holds what the contract has no word for; says which row and column.
    """
    foreign = [field for field, value in request.items() if package(value)]
    if not foreign:
        return request
    told = dict(request)
    for field in sorted(foreign, key=lambda field: field == "ties"):  # people come before
        told[field] = converted(field, told[field], told)
    return told


def package(value: object) -> str | None:
    """The package that a value is of, where it is one of those that are known."""
    name = type(value).__module__.partition(".")[0]
    return name if name in ("numpy", "pandas", "scipy", "networkx") else None


def converted(field: str, value: Any, request: Mapping[str, Any]) -> Any:
    """The value of a field in plain values."""
    kind = package(value)
    if kind == "networkx":
        return network(field, value) if field == "network" else graph_ties(field, value)
    frame = kind == "pandas" and hasattr(value, "columns")
    if field in ("ties", "network") and (not frame or square(value)):
        return edges_of_matrix(field, value, request)
    if not frame:
        return listed(field, value)
    if field == "text":
        return value.to_csv(index=False)
    return cells(field, value) if field in GRIDS else documents(field, value)


def square(frame: pandas.DataFrame) -> bool:
    """Whether a data frame is a matrix: its rows have the names of its columns."""
    return list(frame.index) == list(frame.columns)


def listed(field: str, array: Any) -> list[Any]:
    """An array as lists in lists."""
    if not hasattr(array, "tolist"):
        raise ValueError(f"{field}: a sparse matrix stands for ties or a network only")
    np: Any = sys.modules["numpy"]  # pandas brings it
    values = np.asarray(array)
    if values.dtype.kind == "f":
        if (infinite := np.argwhere(np.isinf(values))).size:
            place = ", ".join(map(str, infinite[0].tolist()))
            raise ValueError(f"{field}: at [{place}] is {values[tuple(infinite[0])]}")
        values = np.where(np.isnan(values), None, values.astype(object))
    elif values.dtype.kind not in "biuU":
        filled = np.empty(values.shape, dtype=object)
        for place in np.ndindex(values.shape):
            filled[place] = scalar(values[place], f"{field}: at {list(place)}")
        values = filled
    found: list[Any] = values.tolist()
    return found


def cells(field: str, frame: pandas.DataFrame) -> list[list[Any]]:
    """A data frame as rows of cells."""
    names = list(frame.columns)
    return [
        [scalar(value, f"{field}: row {row}, {name}") for name, value in zip(names, line, strict=True)]
        for row, line in enumerate(frame.itertuples(index=False, name=None))
    ]  # fmt: skip


def documents(field: str, frame: pandas.DataFrame) -> list[dict[str, Any]]:
    """A data frame as documents; a column `attributes.shift` stands in an inner one."""
    names = [str(name).split(".") for name in frame.columns]
    found = []
    for row, line in enumerate(frame.itertuples(index=False, name=None)):
        document: dict[str, Any] = {}
        for name, value in zip(names, line, strict=True):
            told = scalar(value, f"{field}: row {row}, {'.'.join(name)}")
            if told is not None:
                inner = document
                for part in name[:-1]:
                    inner = inner.setdefault(part, {})
                inner[name[-1]] = told
        found.append(document)
    return found


def scalar(value: Any, place: str) -> Any:
    """A value as JSON has it. A whole number in a column that had gaps is whole again."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        if math.isnan(value):
            return None
        if math.isinf(value):
            raise ValueError(f"{place}: {value} is not a number that JSON has")
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    if isinstance(value, Mapping | Sequence):
        return value
    if hasattr(value, "tolist"):  # a NumPy number, or an array within a cell
        inner = value.tolist()
        return inner if isinstance(inner, list) else scalar(inner, place)
    if hasattr(value, "isoformat"):
        return None if str(value) == "NaT" else value.isoformat()
    if type(value).__name__ == "NAType":
        return None
    raise ValueError(f"{place}: {value!r} has no form in JSON")


def edges_of_matrix(field: str, matrix: Any, request: Mapping[str, Any]) -> Any:
    """Ties between people, or a network, from a matrix of weights, dense or sparse.

    Ties have no direction: either half of the matrix may be empty, or both are the same. A
    network has one unless both halves are the same.
    """
    names = [str(name) for name in matrix.columns] if hasattr(matrix, "columns") else None
    size, entries = triples(field, matrix)
    for row, column, weight in entries:
        if not math.isfinite(weight):
            raise ValueError(f"{field}: row {row}, column {column}: {weight} is no weight")
        if row == column:
            raise ValueError(f"{field}: row {row}, column {column}: nobody is tied to themselves")
    weights = {(row, column): weight for row, column, weight in entries}
    upper = {place: weight for place, weight in weights.items() if place[0] < place[1]}
    lower = {(b, a): weight for (a, b), weight in weights.items() if b < a}
    if field == "network":
        directed = upper != lower
        kept = weights if directed else upper
        edges = [[row, column, weight] for (row, column), weight in kept.items()]
        return {"nodes": names or size, "edges": edges, "directed": directed}
    if upper and lower and upper != lower:
        places = upper.keys() | lower.keys()
        place = min(place for place in places if upper.get(place) != lower.get(place))
        raise ValueError(
            f"ties: row {place[0]}, column {place[1]}: {upper.get(place, 0)} one way "
            f"and {lower.get(place, 0)} the other"
        )
    ids = names or [person["id"] for person in request.get("people", [])]
    if len(ids) != size:
        raise ValueError(f"ties: {size} rows for {len(ids)} people")
    return [{"a": ids[a], "b": ids[b], "weight": w} for (a, b), w in (upper or lower).items()]


def triples(field: str, matrix: Any) -> tuple[int, list[tuple[int, int, float]]]:
    """The size of a square matrix, and what is not zero in it: row, column, value."""
    if hasattr(matrix, "tocsr"):
        sparse = matrix.tocsr().tocoo()  # an entry that stands twice is added up
        shape = sparse.shape
        rows, columns, values = sparse.row, sparse.col, sparse.data
        kept = values != 0
        rows, columns, values = rows[kept], columns[kept], values[kept]
    else:
        np: Any = sys.modules["numpy"]
        dense = np.asarray(matrix, dtype=float)
        shape = dense.shape
        if len(shape) == 2:
            rows, columns = np.nonzero(dense)
            values = dense[rows, columns]
    if len(shape) != 2 or shape[0] != shape[1]:
        told = " × ".join(map(str, shape))
        raise ValueError(f"{field}: a matrix of ties is square, not {told}")
    return shape[0], list(zip(rows.tolist(), columns.tolist(), values.tolist(), strict=True))


def graph_ties(field: str, graph: networkx.Graph[Any]) -> list[dict[str, Any]]:
    """The edges of a graph as ties; one without a weight counts 1."""
    if field != "ties":
        raise ValueError(f"{field}: a graph stands for ties or a network only")
    if graph.is_directed():
        raise ValueError("ties: they have no direction; give graph.to_undirected()")
    return [
        {"a": str(a), "b": str(b), "weight": 1 if weight is None else weight}
        for a, b, weight in edges(field, graph)
    ]


def network(field: str, graph: networkx.Graph[Any]) -> dict[str, Any]:
    """A graph as a network, with weights where its edges have one."""
    found = [
        [str(a), str(b)] if weight is None else [str(a), str(b), weight]
        for a, b, weight in edges(field, graph)
    ]
    return {
        "nodes": [str(node) for node in graph],
        "edges": found,
        "directed": graph.is_directed(),
    }


def edges(field: str, graph: networkx.Graph[Any]) -> Iterator[tuple[Any, Any, Any]]:
    """The edges, with a weight or None."""
    if graph.is_multigraph():
        raise ValueError(f"{field}: two nodes have one tie at most, and this is a multigraph")
    for a, b, data in graph.edges(data=True):
        yield a, b, scalar(data.get("weight"), f"{field}: {a}, {b}")


def default(value: Any) -> Any:
    """For `json.dumps`: what stands deeper in a request than its own fields."""
    kind = package(value)
    if kind in ("numpy", "pandas"):
        if hasattr(value, "columns"):
            return documents("a data frame", value)
        if hasattr(value, "shape") and value.shape:
            return listed("an array", value)
        return scalar(value, "a value")
    raise TypeError(f"{value!r} has no form in JSON")
