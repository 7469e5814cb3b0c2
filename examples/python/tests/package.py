"""The package as others get it: its types, its README, its wheels."""

from __future__ import annotations

import doctest
import os
import shutil
import subprocess
import sys
from pathlib import Path

from innovation.library import FILE, find
from tally import HERE, Tally

#: What an editor and mypy must find: the second is wrong, the first is not.
RIGHT = """
from innovation import InnovationError, gather, load
from innovation.contract import Selection
chosen: Selection = gather.select(people=[{"id": "ana", "role": "nurse"}], size=1)
ids: list[str] = chosen["chosen"]
proved: bool = load().gather.select({"people": [], "size": 1}, seed=2)["proved"]
"""
WRONG = {
    'gather.select(people=[{"id": "ana"}], size=1)': "role",
    "gather.select(size=1)": "select",
    'gather.select(people=[], size="two")': "select",
    "gather.selekt()": "selekt",
    'chosen["chosn"]': "chosn",
}


def run(*command: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a command as if nothing of this package were set."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONPATH", "INNOVATION_LIBRARY", "PYTHONDONTWRITEBYTECODE")
    }
    return subprocess.run(
        [*map(str, command)],
        capture_output=True,
        text=True,
        timeout=600,
        cwd="/",
        env={**kept, **environment},
    )


def types(tally: Tally, target: Path, out: Path) -> None:
    """The stub is what the contract says, and type checkers read it."""
    stub = run(sys.executable, HERE / "tools" / "stubs.py", "--check", "--library", find())
    tally.same("contract.pyi is what the contract says", "", stub.stderr)
    size = (HERE / "innovation" / "contract.pyi").stat().st_size
    tally.check("and small enough to live with", size < 200_000, f"{size} bytes")

    def mypy(*arguments: object) -> subprocess.CompletedProcess[str]:
        settings = ("--config-file", HERE / "pyproject.toml", "--cache-dir", target / "python/mypy")
        path = os.pathsep.join(str(HERE / part) for part in ("", "explore", "tests"))
        return run(sys.executable, "-m", "mypy", *settings, *arguments, MYPYPATH=path)

    parts = ("innovation", "tools", "explore", "tests", "hatch_build.py")
    checked = mypy(*(HERE / part for part in parts))
    tally.same("mypy --strict finds nothing", 0, checked.returncode)
    print(checked.stdout)
    right, wrong = out / "right.py", out / "wrong.py"
    right.write_text(RIGHT)
    said = mypy(right)
    tally.same("a right call is right", 0, said.returncode)
    wrong.write_text(RIGHT + "\n".join(WRONG))
    said = mypy(wrong)
    first = RIGHT.count("\n") + 1
    for line, (call, part) in enumerate(WRONG.items(), first):
        found = [told for told in said.stdout.splitlines() if f"wrong.py:{line}: error" in told]
        tally.check(f"wrong: {call}", any(part in told for told in found), found or said.stdout)


def readme(tally: Tally, _target: Path, _out: Path) -> None:
    """The recipes of the README give what they show."""
    tried = doctest.testfile(
        str(HERE / "README.md"), module_relative=False, optionflags=doctest.ELLIPSIS
    )
    tally.check("there are recipes", tried.attempted >= 15, tried)
    tally.same("and they run", 0, tried.failed)


def wheels(tally: Tally, _target: Path, out: Path) -> None:
    """Installed where nothing else is, with the library in the wheel and without."""
    # A copy: a build must find no library by where the sources lie.
    sources = out / "sources"
    shutil.copytree(HERE, sources, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    library = find()
    ask = "import innovation; print(innovation.load().path, innovation.call('contract.version'))"
    for name, told, tag in (("with", {"INNOVATION_LIBRARY": str(library)}, "linux"), ("without", {}, "any")):  # fmt: skip
        folder = out / name
        python, pip = folder / "bin" / "python", (folder / "bin" / "python", "-m", "pip")
        run(sys.executable, "-m", "venv", folder)
        settings = ("--quiet", "--disable-pip-version-check", "--no-deps")
        built = run(*pip, "wheel", *settings, "--wheel-dir", out, sources, **told)
        tally.same(f"a wheel {name} the library is built", 0, built.returncode)
        made = [file.name for file in out.glob("*.whl") if tag in file.name]
        tally.check(
            "its name says where it runs", made, f"{list(out.glob('*.whl'))} {built.stderr}"
        )
        installed = run(*pip, "install", *settings, *(out / file for file in made[:1]))
        tally.same("and installed", 0, installed.returncode)
        alone = run(python, "-c", ask)
        if name == "with":
            beside = f"innovation/{FILE}" in alone.stdout
            tally.check("it needs nothing else", beside and "'contract': 1" in alone.stdout, alone)
        else:
            tally.check("it says what it lacks", "INNOVATION_LIBRARY" in alone.stderr, alone)
            found = run(python, "-c", ask, INNOVATION_LIBRARY=str(library))
            tally.check("and looks for it when it runs", str(library) in found.stdout, found)


PARTS = (types, readme, wheels)
