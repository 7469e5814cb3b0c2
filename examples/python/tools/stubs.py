#!/usr/bin/env python3
"""Writes innovation/contract.pyi: what every operation takes and gives, for type checkers.

The schema is the library's own (`contract.schema`). With --check nothing is written: the
answer is 1 where the file is not what the schema says.

A document that a request may hold takes any `Sequence` and `Mapping`, one that only answers
hold is made of `list` and `dict`, as they come out of JSON.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import textwrap
from collections.abc import Iterable, Iterator
from keyword import iskeyword
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE))

from innovation import load
from innovation.library import snake

Schema = dict[str, Any]

FILE = HERE / "innovation" / "contract.pyi"
HEAD = '''\
# Generated from the contract: run tools/stubs.py to refresh.
"""Documents and operations of the contract. For type checkers alone: nothing to import.

    from typing import TYPE_CHECKING
    if TYPE_CHECKING:
        from innovation.contract import Person, Selection
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias, TypedDict, overload

from typing_extensions import NotRequired, Unpack

from .arrays import Array, Frame, Graph
from .library import Progress, Verb
'''
#: What stands for a list of numbers, for rows of cells and for a list of documents.
NUMBERS, CELLS, DOCUMENTS = "Array", "Array | Frame", "Frame"
#: What else some fields of a request take; `arrays.plain` reads them.
ALSO = {"ties": "Array | Frame | Graph", "network": "Array | Frame | Graph", "text": "Frame"}
#: Fields are explained where people write them; what the library gave and takes again is not
#: written, apart from these.
WRITTEN = {
    "Assessment",
    "Measure",
    "Person",
    "Pressure",
    "Rubric",
    "RubricGroup",
    "RubricItem",
    "Tie",
}
PLAIN = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}


class Stubs:
    """Renders a schema. Objects without a name of their own get one from where they stand."""

    def __init__(self, schema: Schema) -> None:
        self.definitions: dict[str, Schema] = schema["$defs"]
        self.operations: dict[str, Schema] = schema["operations"]
        self.requests = {named(operation["request"]) for operation in self.operations.values()}
        responses = {named(operation["response"]) for operation in self.operations.values()}
        self.taken = self.reach(self.requests)
        self.explained = self.taken - self.reach(responses) | WRITTEN
        self.inner: list[str] = []
        self.is_taken = self.is_explained = False

    def reach(self, names: Iterable[str | None]) -> set[str]:
        """These definitions and all that they refer to."""
        found: set[str] = set()
        ahead = [name for name in names if name]
        while ahead:
            name = ahead.pop()
            if name not in found:
                found.add(name)
                ahead.extend(references(self.definitions[name]))
        return found

    def text(self) -> str:
        parts = [HEAD]
        for name, schema in self.definitions.items():
            self.is_taken, self.is_explained = name in self.taken, name in self.explained
            parts.append(self.definition(name, schema))
            parts.extend(self.inner)
            self.inner.clear()
        verbs: dict[str, list[str]] = {}
        for name, operation in self.operations.items():
            verb, _, short = name.partition(".")
            verbs.setdefault(verb, []).append(self.operation(short, operation))
        for verb, operations in verbs.items():
            parts.append(f"class {capital(verb)}Verb(Verb):\n" + "".join(operations))
        parts.append("".join(f"{verb}: {capital(verb)}Verb\n" for verb in verbs))
        attributes = "".join(f"    {verb}: {capital(verb)}Verb\n" for verb in verbs)
        parts.append(f'class Verbs:\n    """The operations of every verb."""\n\n{attributes}')
        return "\n".join(parts)

    def definition(self, name: str, schema: Schema) -> str:
        if plain_object(schema):
            return self.document(name, schema)
        kind = self.kind(schema, name)
        return f"{name}: TypeAlias = {kind}\n{words(schema, '')}"

    def document(self, name: str, schema: Schema) -> str:
        """An object as a TypedDict; with names that Python keeps for itself, as a call."""
        required = schema.get("required", [])
        fields: dict[str, tuple[str, Schema]] = {}
        for field, inner in schema.get("properties", {}).items():
            kind = self.kind(inner, name + capital(field))
            if name in self.requests:
                kind = alternatives([kind, self.also(field, inner)])
            fields[field] = (kind if field in required else f"NotRequired[{kind}]", inner)
        if any(iskeyword(field) for field in fields):
            pairs = "".join(f'    "{field}": {kind},\n' for field, (kind, _) in fields.items())
            return f'{name} = TypedDict("{name}", {{\n{pairs}}})\n{words(schema, "")}'
        body = words(schema, "    ")
        for field, (kind, inner) in fields.items():
            body += f"    {field}: {kind}\n"
            if self.is_explained:
                body += words(inner, "    ")
        return f"class {name}(TypedDict):\n{body or '    ...'}"

    def also(self, field: str, schema: Schema) -> str:
        """What else a field of a request takes, or nothing."""
        if field in ALSO:
            return ALSO[field]
        schema = self.resolved(schema)
        if "array" not in kinds(schema):
            return ""
        items = self.resolved(schema.get("items", {}))
        if {"number", "integer"} & kinds(items):
            return NUMBERS
        if "array" in kinds(items):
            return CELLS
        return DOCUMENTS if "object" in kinds(items) else ""

    def resolved(self, schema: Schema) -> Schema:
        while name := named(schema):
            schema = self.definitions[name]
        return schema

    def kind(self, schema: Schema | bool, place: str) -> str:
        """A schema as a type; `place` names what has no name."""
        if isinstance(schema, bool):
            return "Any"
        if name := named(schema):
            return name
        for several in ("oneOf", "anyOf"):
            if several in schema:
                return self.union(schema, schema[several], place)
        if "const" in schema:
            return f"Literal[{schema['const']!r}]".replace("'", '"')
        if "type" not in schema:
            return "Any"
        return alternatives(self.typed(kind, schema, place) for kind in listed(schema["type"]))

    def union(self, schema: Schema, members: list[Schema], place: str) -> str:
        """One of several; what stands beside them holds for each."""
        shared = schema.get("properties", {})
        required = schema.get("required", [])
        found = []
        for number, member in enumerate(members):
            if plain_object(member):
                name = place + capital(tag(member) or str(number + 1))
                whole = {
                    **member,
                    "properties": {**shared, **member.get("properties", {})},
                    "required": [*required, *member.get("required", [])],
                }
                self.inner.append(self.document(name, whole))
                found.append(name)
            else:
                found.append(self.kind(member, f"{place}{number + 1}"))
        return alternatives(found)

    def typed(self, kind: str, schema: Schema, place: str) -> str:
        many, pairs = ("Sequence", "Mapping") if self.is_taken else ("list", "dict")
        if kind == "array":
            if "prefixItems" in schema:
                return f"{many}[Any]"
            return f"{many}[{self.kind(schema.get('items', True), place)}]"
        if kind == "object":
            if "properties" in schema:
                self.inner.append(self.document(place, schema))
                return place
            return f"{pairs}[str, {self.kind(schema.get('additionalProperties', True), place)}]"
        return PLAIN[kind]

    def operation(self, short: str, operation: Schema) -> str:
        """A method: a whole request, changed by fields where some are given; or only fields."""
        request, response = named(operation["request"]), self.kind(operation["response"], "")
        head = f"    @overload\n    def {snake(short)}(self, "
        told = "*, progress: Progress | None = None, "
        return (
            f"{head}request: {request}, /, {told}**fields: Any) -> {response}:\n"
            f'        """{operation["summary"]}"""\n'
            f"{head}{told}**fields: Unpack[{request}]) -> {response}: ...\n"
        )


def named(schema: Any) -> str | None:
    """The definition that a schema refers to."""
    reference = schema.get("$ref") if isinstance(schema, dict) else None
    return reference.rpartition("/")[2] if reference else None


def references(schema: Any) -> Iterator[str]:
    if name := named(schema):
        yield name
    inside = schema.values() if isinstance(schema, dict) else schema
    if isinstance(schema, dict | list):
        for inner in inside:
            yield from references(inner)


def plain_object(schema: Schema) -> bool:
    """Whether a schema is of an object with names that are known."""
    closed = "properties" in schema or schema.get("additionalProperties") is False
    return schema.get("type") == "object" and closed and "oneOf" not in schema


def tag(schema: Schema) -> str | None:
    """What tells one object among several: a constant in it, or its only required field."""
    for inner in schema.get("properties", {}).values():
        if "const" in inner:
            return str(inner["const"])
    required = schema.get("required", [])
    return required[0] if len(required) == 1 else None


def kinds(schema: Schema) -> set[str]:
    """The kinds of JSON values that a schema admits."""
    inside = [*schema.get("anyOf", []), *schema.get("oneOf", [])]
    return set(listed(schema.get("type", []))).union(*map(kinds, inside))


def listed(kind: str | list[str]) -> list[str]:
    return [kind] if isinstance(kind, str) else kind


def alternatives(found: Iterable[str]) -> str:
    """A union, each member once, constants together."""
    members = list(dict.fromkeys(member for member in found if member))
    constants = [member[8:-1] for member in members if member.startswith("Literal[")]
    others = [member for member in members if not member.startswith("Literal[")]
    if constants:
        others.insert(0, f"Literal[{', '.join(constants)}]")
    return " | ".join(others)


def capital(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"\W+", name))


def words(schema: Schema, indent: str) -> str:
    """What the schema says in words, without examples in other languages, as a docstring."""
    said = schema.get("description", "").split("\n```")[0].strip().replace("\\", "\\\\")
    if not said:
        return ""
    if "\n" not in said:
        return f'{indent}"""{said}"""\n'
    return textwrap.indent(f'"""{said}\n"""\n', indent, lambda line: bool(line.strip()))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("--library", help="the C library")
    asked = parser.parse_args()
    text = Stubs(json.loads(load(asked.library).call_text("contract.schema", "{}"))).text()
    if not asked.check:
        FILE.write_text(text, "utf-8", newline="\n")
    elif not FILE.is_file() or FILE.read_text("utf-8") != text:
        print(f"{FILE} is not what the contract says: run tools/stubs.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
