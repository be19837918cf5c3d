"""Setting itself up: from a clone and a bare Python to a game that runs.

Here: seeing whether all the game needs is at hand, at every start, so it may cost next to nothing.
In `making.py`: fetching it, once. Both import the standard library only. Begin with `prepare`.

The packages live in `.meadow/` beside main.py, one folder for each kind of Python, or among the player's own files
where the project may not be written to. A folder counts only once it holds the file `ready`, which is written last.
"""

from __future__ import annotations

import os
import re
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from zlib import crc32

PLAYING = "requirements.txt"
TESTING = "requirements-dev.txt"

REQUIREMENT = re.compile(r"([\w.-]+)((?:,?(?:>=|<)[\d.]+)*)\s*(?:#.*)?$")
INSTALLED = re.compile(r"(.+?)-(\d[^-]*)\.(?:dist|egg)-info")


class CannotSetUp(Exception):
    """Why set-up stopped, as one sentence that names the remedy."""


def prepare(root: str | Path, *, for_tests: bool = False) -> None:
    """Make everything the game needs importable, fetching it first if this is the first start.

    With `for_tests` the tools of requirements-dev.txt as well; the process then goes on inside the folder's own Python,
    because mypy and the workers of pytest ask the interpreter where packages are. Raises CannotSetUp.
    """
    root = Path(root)
    lists = (PLAYING, TESTING) if for_tests else (PLAYING,)
    if getattr(sys, "frozen", False) or at_hand(root, lists, sys.path):
        return
    place = next((place for place in places(root) if is_ready(place, root, lists)), None)
    if place is None:
        from game.setup import making

        place = making.make(root, lists)
    enter(place, own_process=for_tests)


def at_hand(root: Path, lists: Iterable[str], folders: Iterable[str]) -> bool:
    """Whether `folders` hold every package of the lists in a version that will do.

    Reads names of folders only: importlib.metadata would take longer than all the rest of this file.
    """
    found: dict[str, str] = {}
    for folder in folders:
        for match in map(INSTALLED.fullmatch, names_in(folder)):
            if match:
                found.setdefault(normal(match[1]), match[2])
    if "pygame" in found:  # it and pygame-ce write over each other's files
        return False
    return all(fits(found.get(normal(name)), bounds) for name, bounds in requirements(root, lists))


def requirements(root: Path, lists: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(name, bounds) of every line, such as ("numpy", ">=2.0,<3")."""
    for name in lists:
        for line in (root / name).read_text(encoding="utf-8").splitlines():
            if match := REQUIREMENT.match(line):
                yield match[1], match[2]


def fits(version: str | None, bounds: str) -> bool:
    if version is None:
        return False
    have = release(version)
    return all(
        have >= release(limit) if sign == ">=" else have < release(limit)
        for sign, limit in re.findall(r"(>=|<)([\d.]+)", bounds)
    )


def release(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version))


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def names_in(folder: str) -> list[str]:
    try:
        return [path.name for path in Path(folder).iterdir()]
    except OSError:
        return []


def places(root: Path) -> list[Path]:
    """Where packages for this kind of Python may lie: beside main.py, or else among the player's own files."""
    kind = EXTENSION_SUFFIXES[0].split(".")[1]  # such as cpython-311-x86_64-linux-gnu, cp311-win_amd64
    if sys.platform == "darwin":
        kind += f"-{os.uname().machine}"
    beside = root / ".meadow" / kind
    try:
        home = Path.home()
    except RuntimeError:  # a user without a home
        return [beside]
    if sys.platform == "win32":
        own = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        own = home / "Library" / "Application Support"
    else:
        own = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    copy = f"{root.name}-{crc32(os.fsencode(root)):08x}"  # two copies of the game do not share a folder
    return [beside, own / "mutual-meadow" / "packages" / copy / kind]


def is_ready(place: Path, root: Path, lists: Iterable[str]) -> bool:
    return (place / "ready").exists() and at_hand(root, lists, [str(packages_of(place))])


def packages_of(place: Path) -> Path:
    return Path(sysconfig.get_path("purelib", "venv", vars={"base": str(place)}))


def python_of(place: Path) -> Path:
    folder = sysconfig.get_path("scripts", "venv", vars={"base": str(place)})
    return Path(folder) / ("python.exe" if os.name == "nt" else "python")


def enter(place: Path, *, own_process: bool) -> None:
    """Import from `place`, and from no other collection of packages on this machine."""
    python = python_of(place)
    if own_process and python.exists() and Path(sys.prefix) != place:
        command = [str(python), *sys.orig_argv[1:]]
        sys.stdout.flush()
        if os.name == "nt":  # execv there returns to the shell before the work is done
            import subprocess

            sys.exit(subprocess.run(command, check=False).returncode)
        os.execv(command[0], command)
    packages = str(packages_of(place))
    sys.path[:] = [path for path in sys.path if Path(path).name not in ("site-packages", "dist-packages")]
    sys.path.insert(1, packages)
    if own_process:  # no Python of its own here: tell the processes that tests start
        os.environ["PYTHONPATH"] = packages
