"""Arrays, data frames and graphs go in, data frames come out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx
import numpy
import pandas
import scipy.sparse

import innovation
from innovation import InnovationError, arrays, evaluate, exchange, frame, gather, people, spread
from tally import Tally

PEOPLE = [
    {"id": "ana", "role": "nurse", "level": 3, "attributes": {"shift": "night"}},
    {"id": "bo", "role": "patient"},
    {"id": "chi", "role": "nurse", "level": 1, "attributes": {"shift": "day"}},
]
TIES = [{"a": "ana", "b": "bo", "weight": 1.5}, {"a": "bo", "b": "chi", "weight": 2.0}]
WEIGHTS = numpy.array([[0, 1.5, 0], [1.5, 0, 2], [0, 2, 0]])


def requests(tally: Tally, _target: Path, _out: Path) -> None:
    """Every form asks the same as plain values do."""
    table = pandas.DataFrame(
        {
            "id": ["ana", "bo", "chi"],
            "role": pandas.Categorical(["nurse", "patient", "nurse"]),
            "level": [3, numpy.nan, 1],
            "attributes.shift": ["night", None, "day"],
        }
    )
    plain = arrays.plain({"people": table})["people"]
    tally.same("people from a data frame", PEOPLE, plain)
    level = table.assign(level=table["level"].astype("Int64"))
    tally.same("with whole numbers that may be absent", PEOPLE, arrays.plain({"people": level})["people"])  # fmt: skip

    graph: networkx.Graph[str] = networkx.Graph()
    graph.add_weighted_edges_from([("ana", "bo", 1.5), ("bo", "chi", 2)])
    ids = table["id"].tolist()
    wanted = innovation.call("people.profile", {"people": PEOPLE, "ties": TIES})
    forms: dict[str, Any] = {
        "an array": WEIGHTS,
        "half of one": numpy.triu(WEIGHTS),
        "the other half": numpy.tril(WEIGHTS),
        "a sparse matrix": scipy.sparse.csr_array(WEIGHTS),
        "a sparse matrix in parts": scipy.sparse.coo_array(
            ([1.5, 1.0, 1.0], ([0, 1, 1], [1, 2, 2])), shape=(3, 3)
        ),
        "a square data frame": pandas.DataFrame(WEIGHTS, index=ids, columns=ids),
        "a list of ties": pandas.DataFrame(TIES),
        "a graph": graph,
    }
    for what, ties in forms.items():
        tally.same(f"ties from {what}", wanted, people.profile(people=table, ties=ties))

    ratings = [[1, 1, None], [2, 2, 3], [3, 3, 3]]
    scale: Any = {"kind": "ordinal"}
    asked = innovation.call("evaluate.agree", {"ratings": ratings, "scale": scale})
    array = numpy.array(ratings, dtype=float)
    tally.same("ratings from an array", asked, evaluate.agree(ratings=array, scale=scale))
    tally.same("from a data frame", asked, evaluate.agree(ratings=pandas.DataFrame(array), scale=scale))  # fmt: skip
    mixed = numpy.array(ratings, dtype=object)
    tally.same("from an array of objects", asked, evaluate.agree(ratings=mixed, scale=scale))
    counts = numpy.array([3, 5, 4, 6, 2, 4, 5, 3, 4, 6, 5, 4])
    drawn = innovation.call("evaluate.chart", {"kind": "c", "values": counts.tolist()})
    tally.same("a chart of an array", drawn, evaluate.chart(kind="c", values=counts))
    tally.same("and of a column", drawn, evaluate.chart(kind="c", values=pandas.Series(counts)))
    limit = {"kind": "c", "values": counts.tolist(), "target": 4.0}
    drawn = innovation.call("evaluate.chart", limit)
    deep = {**limit, "target": numpy.float64(4)}
    tally.same("a number of NumPy", drawn, innovation.call("evaluate.chart", deep))

    directed = networkx.DiGraph([("a", "b"), ("b", "c"), ("a", "c")])
    told = {"nodes": ["a", "b", "c"], "edges": [["a", "b"], ["a", "c"], ["b", "c"]], "directed": True}  # fmt: skip
    tally.same("a directed graph", told, arrays.plain({"network": directed})["network"])
    influence = numpy.array([[0, 0.4, 0], [0, 0, 0.2], [0, 0, 0]])
    told = {"nodes": 3, "edges": [[0, 1, 0.4], [1, 2, 0.2]], "directed": True}
    tally.same("a matrix of influence", told, arrays.plain({"network": influence})["network"])
    tally.same("the same both ways", False, arrays.plain({"network": WEIGHTS})["network"]["directed"])  # fmt: skip
    model: Any = {"kind": "independentCascade", "p": 1.0}
    played = spread.simulate(network=directed, model=model, seeds=["a"])
    tally.same("runs", 3.0, played["adopters"]["mean"])

    contacts = pandas.DataFrame({"time": [20, 40], "a": [1, 1], "b": [2, 3]})
    tally.same("contacts from a data frame", 2, len(exchange.ties_from_contacts(text=contacts)["ties"]))  # fmt: skip


def places(tally: Tally, _target: Path, _out: Path) -> None:
    """What has no form in the contract is refused where it stands."""
    table = pandas.DataFrame(PEOPLE)[["id", "role"]]

    def refused(what: str, said: str, call: Any, kind: type[Exception] = ValueError) -> None:
        error = tally.refused(what, kind, call)
        tally.check(f"{what} says where", said in str(error), error)

    def select(ties: Any) -> Any:
        return lambda: gather.select(people=table, ties=ties, size=2)

    def changed(row: int, column: int, value: float) -> numpy.ndarray[Any, Any]:
        weights = WEIGHTS.copy()
        weights[row, column] = value
        return weights

    refused("two rows", "2 rows for 3 people", select(WEIGHTS[:2, :2]))
    refused("not square", "2 × 3", select(WEIGHTS[:2]))
    refused("one dimension", "square, not 3", select(WEIGHTS[0]))
    refused("not a number", "row 1, column 2: nan is no weight", select(changed(1, 2, numpy.nan)))
    refused("infinite", "row 0, column 1: inf", select(changed(0, 1, numpy.inf)))
    refused("oneself", "row 2, column 2", select(changed(2, 2, 1)))
    refused("one way", "row 0, column 1: 4.0 one way and 1.5 the other", select(changed(0, 1, 4)))
    refused("only one way", "row 1, column 2: 0 one way and 2.0", select(changed(1, 2, 0)))
    refused("a directed graph", "no direction", select(networkx.DiGraph([("ana", "bo")])))
    refused("a multigraph", "multigraph", select(networkx.MultiGraph([("ana", "bo")])))
    endless: networkx.Graph[str] = networkx.Graph()
    endless.add_edge("ana", "bo", weight=numpy.inf)
    refused("an endless edge", "ties: ana, bo: inf", select(endless))
    refused("sparse ratings", "sparse", lambda: evaluate.agree(ratings=scipy.sparse.csr_array(WEIGHTS), scale={"kind": "interval"}))  # fmt: skip
    refused("an endless rating", "ratings: at [1, 0] is inf", lambda: evaluate.agree(ratings=numpy.array([[1.0], [numpy.inf]]), scale={"kind": "interval"}))  # fmt: skip
    strange = pandas.DataFrame({"id": ["ana"], "role": [object()]})
    refused("an object", "people: row 0, role", lambda: people.profile(people=strange))
    endless_level = pandas.DataFrame({"id": ["ana"], "role": ["nurse"], "level": [numpy.inf]})
    refused("an endless level", "people: row 0, level", lambda: people.profile(people=endless_level))  # fmt: skip
    refused("a set", "no form in JSON", lambda: innovation.call("people.profile", {"people": {1}}), TypeError)  # fmt: skip
    unknown = table.assign(colour="red")
    error = tally.refused("a column too many", InnovationError, lambda: people.profile(people=unknown))  # fmt: skip
    tally.same("is refused by the library", "/people/0/colour", error.path)


def answers(tally: Tally, _target: Path, _out: Path) -> None:
    """Lists of an answer as data frames."""
    shown = frame(innovation.call("people.roles")["roles"])
    tally.check("a row for each", {"id", "family", "name.en", "name.fr"} <= set(shown.columns))
    request = {"model": "march", "replicates": {"from": 0, "to": 5}, "seed": 1}
    summary = innovation.call("explore.run", {**request, "parameters": {"course": 10}})
    report = innovation.call("explore.report", {"summary": summary})
    whole = [outcome for outcome in report["outcomes"] if "course" in outcome]
    course = frame(whole, each="course")
    tally.same("a row for each period", sum(len(one["course"]) for one in whole), len(course))
    tally.same("counted from 0", list(range(len(whole[0]["course"]))), course["course"].tolist()[: len(whole[0]["course"])])  # fmt: skip
    tally.check("with what it holds", "course.mean" in course.columns, course.columns)
    shares = frame([{"id": "a", "acceptability": [0.25, 0.75]}], each="acceptability")
    tally.same("numbers too", [0.25, 0.75], shares["acceptability.value"].tolist())
    error = tally.refused("no such list", KeyError, lambda: frame([{"id": "a"}], each="items"))
    tally.check("says which", "row 0" in str(error) and "items" in str(error), error)
    tally.same("nobody", 0, len(frame([])))


PARTS = (requests, places, answers)
