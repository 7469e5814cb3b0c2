"""Calls operations of the shared library."""

import ctypes
import json
from ctypes import POINTER, byref, c_char_p, c_int32, c_size_t, c_void_p


class Refused(Exception):
    """An operation refused its request; holds the error."""


class Library:
    def __init__(self, path):
        self.c = ctypes.CDLL(path)
        text = POINTER(c_void_p)
        self.c.innovation_call.argtypes = [c_char_p, c_char_p, c_size_t, text, text]
        self.c.innovation_call.restype = c_int32
        self.c.innovation_string_free.argtypes = [c_void_p]
        self.c.innovation_string_free.restype = None

    def __call__(self, operation, request):
        """The answer to a request, as values."""
        text = json.dumps(request).encode()
        outputs = [c_void_p(), c_void_p()]
        status = self.c.innovation_call(operation.encode(), text, len(text), *map(byref, outputs))
        texts = [output.value and ctypes.string_at(output.value) for output in outputs]
        for output in outputs:
            self.c.innovation_string_free(output)
        if status:
            raise Refused(f"{operation}: {texts[1].decode()}")
        return json.loads(texts[0])
