#!/usr/bin/env python3
"""Answers "operation request", line by line, through the shared library."""

import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).parent.parent / "python"))
from vectors import Library  # noqa: E402

library = Library(sys.argv[1])
for line in sys.stdin.buffer:
    name, request = line.rstrip(b"\n").split(b" ", 1)
    _, response, error = library.call(name, request)
    sys.stdout.buffer.write((error if response is None else response) + b"\n")
