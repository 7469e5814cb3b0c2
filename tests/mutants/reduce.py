"""A core of few rooms, which compiles in seconds: reduce.py PROJECT OUT.

Mutants of a room are caught by the tests of that room and by the vectors, so that what stands on
top of it need not be compiled for each of them.
"""

import re
import shutil
import sys
from pathlib import Path

LEFT_OUT = ("exchange", "explore", "space", "spread")


def edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text()
    for pattern, new in changes:
        text, count = re.subn(pattern, new, text)
        if not count:
            raise SystemExit(f"{path}: nothing is like {pattern}")
    path.write_text(text)


def reduce(project: Path, out: Path) -> None:
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    for name in ("Cargo.toml", "Cargo.lock", "README.md"):
        shutil.copy(project / name, out)
    shutil.copytree(project / "innovation-core", out / "innovation-core")
    core = out / "innovation-core"
    rooms = "|".join(LEFT_OUT)
    edit(
        out / "Cargo.toml",
        (r"members = \[[^\]]*\]", 'members = ["innovation-core"]'),
        (r"\[profile\.dev\.package\.innovation-core\]\n[^\n]*\n", ""),
    )
    edit(
        core / "Cargo.toml",
        (r"\[\[bench\]\]\n(?:[a-z-]+ = [^\n]*\n)*", ""),
        (r"\[features\]", "[lib]\ndoctest = false\n\n[features]"),
    )
    edit(core / "src/lib.rs", (rf"\npub mod ({rooms});", ""), (r"\Z", "\n#[cfg(test)]\nmod played;\n"))
    edit(
        core / "src/contract/table.rs",
        (rf'    /// [^\n]*\n    "({rooms})\.[^;]*;\n', ""),
        (rf"\b({rooms}), ", ""),
        (r", (space|spread)\b", ""),
    )
    shutil.copy(Path(__file__).parent / "played.rs", core / "src")
    shutil.rmtree(core / "benches")
    for room in LEFT_OUT:
        shutil.rmtree(core / "src" / room)


if __name__ == "__main__":
    reduce(Path(sys.argv[1]).resolve(), Path(sys.argv[2]))
