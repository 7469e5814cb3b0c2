#!/usr/bin/env python3
"""Repeats what the Rust door answered, through the shared library and ctypes.

Usage: vectors.py libinnovation.so cases.ndjson
"""

import ctypes
import json
import re
import sys
from ctypes import POINTER, byref, c_bool, c_char_p, c_double, c_int32, c_size_t, c_uint64, c_void_p


class Library:
    """The C functions, with answers as bytes."""

    def __init__(self, path):
        self.c = ctypes.CDLL(path)
        text = POINTER(c_void_p)
        self.c.innovation_call.argtypes = [c_char_p, c_char_p, c_size_t, text, text]
        self.c.innovation_call.restype = c_int32
        self.Progress = ctypes.CFUNCTYPE(c_bool, c_void_p, c_uint64, c_uint64, c_double)
        self.c.innovation_call_with.argtypes = [
            c_char_p, c_char_p, c_size_t, c_char_p, self.Progress, c_void_p, text, text]
        self.c.innovation_call_with.restype = c_int32
        self.c.innovation_string_free.argtypes = [c_void_p]
        self.c.innovation_string_free.restype = None
        for name in ("innovation_status_name", "innovation_version"):
            getattr(self.c, name).restype = c_char_p

    def answer(self, function, *arguments):
        """Status, response and error; an output that was not set is None."""
        outputs = [c_void_p(1), c_void_p(1)]
        status = function(*arguments, *map(byref, outputs))
        texts = [output.value and ctypes.string_at(output.value) for output in outputs]
        for output in outputs:
            self.c.innovation_string_free(output)
        return status, *texts

    def call(self, name, request, length=None):
        length = len(request) if length is None else length
        return self.answer(self.c.innovation_call, name, request, length)

    def call_with(self, name, request, limits, progress=None):
        progress = self.Progress(progress) if progress else self.Progress()
        return self.answer(
            self.c.innovation_call_with, name, request, len(request), limits, progress, None)

    def operation(self, name):
        """The function of an operation, or None: exchange.toFhir is innovation_exchange_to_fhir."""
        symbol = "innovation_" + re.sub("[A-Z]", r"_\g<0>", name.replace(".", "_")).lower()
        function = getattr(self.c, symbol, None)
        if function:
            function.argtypes = [c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]
            function.restype = c_int32
        return function

    def code(self, status):
        return self.c.innovation_status_name(status).decode()


class Tally:
    """Counts what held, and prints what did not."""

    def __init__(self):
        self.passed = self.failed = 0

    def check(self, what, expected, found):
        if expected == found:
            self.passed += 1
        else:
            self.failed += 1
            print(f"{what}\n  expected {expected}\n  got      {found}")

    def end(self):
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(0 if self.passed and not self.failed else 1)


def replay(library, tally, case):
    """One case, through innovation_call and through the function of its operation."""
    request, output = case["request"].encode(), case["output"].encode()
    code = "ok" if case["ok"] else json.loads(output)["error"]["code"]
    expected = (code, output, None) if case["ok"] else (code, None, output)

    def compare(how, answer):
        status, *texts = answer
        tally.check(f"{case['name']} through {how}", expected, (library.code(status), *texts))

    compare("innovation_call", library.call(case["operation"].encode(), request))
    if code != "contract.unknown-operation":
        function = library.operation(case["operation"])
        tally.check(f"{case['operation']} has a function", True, function is not None)
        if function:
            compare("its own function", library.answer(function, request, len(request)))


def misuse(library, tally):
    """What a host may do wrong."""

    def refused(code, part, answer):
        status, response, error = answer
        tally.check(part, (code, None, True), (library.code(status), response, part in error))

    version = b"contract.version"
    refused("contract.null-pointer", b"the name is NULL", library.call(None, b"{}"))
    refused("contract.null-pointer", b"length is 3", library.call(version, None, 3))
    refused("contract.not-json", b"EOF", library.call(version, None, 0))
    refused("contract.not-utf8", b'"validUpTo":1', library.call(version, b"{\xff}"))
    refused("contract.not-utf8", b"the name", library.call(b"\xff", b"{}"))
    refused("contract.not-json", b"line", library.call(version, b"{\0}"))
    refused("contract.too-large", b"the limit is 1", library.call_with(version, b"{}", b'{"bytes":1}'))
    refused("contract.unknown-field", b"in the limits", library.call_with(version, b"{}", b'{"a":1}'))
    status = library.c.innovation_call(version, b"{}", 2, None, None)
    tally.check("no output wanted", 0, status)
    status, response, _ = library.call_with(version, b"{}", None, lambda *_: False)
    tally.check("a progress function", (0, True), (status, b'"contract":1' in response))


def main():
    _, path, cases = sys.argv
    library, tally = Library(path), Tally()
    with open(cases, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            replay(library, tally, json.loads(line))
    if not tally.passed and not tally.failed:
        print("there were no cases")
        tally.failed += 1
    misuse(library, tally)
    tally.end()


if __name__ == "__main__":
    main()
