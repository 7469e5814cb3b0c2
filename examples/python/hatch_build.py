"""Puts the C library into the wheel where there is one when it is built; the wheel is then of
one platform. Where there is none it is of any, and looks for the library when it runs."""

from __future__ import annotations

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from packaging.tags import sys_tags


class LibraryHook(BuildHookInterface[Any]):
    """Finds the library as the package itself does."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from innovation.errors import LibraryError
        from innovation.library import FILE, find

        try:
            library = find()
        except LibraryError as fault:
            self.app.display_info(f"a wheel without the library: {fault}")
            return
        # The C library knows no Python: any version of it, on this platform.
        platform = next(tag.platform for tag in sys_tags() if "many" not in tag.platform)
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{platform}"
        build_data["force_include"][str(library)] = f"innovation/{FILE}"
