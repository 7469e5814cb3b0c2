"""What can go wrong: the library refuses a request, or there is no usable library."""

from __future__ import annotations

from typing import Any


class InnovationError(Exception):
    """The library refused a request.

    Attributes:
        code: The cause, as ``explore.invalid-parameter``; codes never change their meaning.
        path: The place in the request, a JSON Pointer (RFC 6901); empty for all of it.
        message: The fact.
        hint: What to do about it, or None.
        details: Figures about it by name; which ones depends on the code.
    """

    def __init__(
        self,
        code: str,
        path: str = "",
        message: str = "",
        hint: str | None = None,
        details: dict[str, Any] | None = None,
    ) -> None:
        # All of them go to the base, so that an error survives the way between processes.
        super().__init__(code, path, message, hint, details)
        self.code = code
        self.path = path
        self.message = message
        self.hint = hint
        self.details = details or {}

    @classmethod
    def read(cls, answer: Any) -> InnovationError:
        """The error that the library wrote as ``{"error": {...}}``."""
        error = answer["error"]
        return cls(
            error["code"],
            error.get("path", ""),
            error.get("message", ""),
            error.get("hint"),
            error.get("details"),
        )

    def __str__(self) -> str:
        place = f" at {self.path}" if self.path else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.code}{place}: {self.message}{hint}"


class LibraryError(OSError):
    """There is no C library here, or it speaks another version of the contract."""
