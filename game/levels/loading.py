"""Reading levels and species: the door to this room. pydantic is imported when something is read that is not kept."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from game.levels import kept
from game.levels.mistakes import LevelErrors, Mistake
from game.levels.source import read_text, sound
from game.paths import LEVELS, ROOT

if TYPE_CHECKING:
    from game.engine.species import Partnership, Species
    from game.levels.level import Level

# pydantic would look through every installed package for plugins, which takes 15 ms and finds none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def load_level(path: str | os.PathLike[str]) -> Level:
    """The level in a file. Raises LevelErrors with every mistake at once; warnings do not stop it."""
    path = Path(path)
    return _level(read_text(path, path.as_posix()), path.as_posix())


def parse_level(text: str, name: str = "level.yaml") -> Level:
    """The level in a text, as saves carry it; `name` stands for the file's. Raises LevelErrors."""
    return _level(sound(text, name), name)


def read_ahead() -> None:
    """See to it that the levels of the house are kept before somebody plays one. Returns when that is done.

    Another process reads them: pydantic would stay in this one, and take 12 MB as long as it plays.
    """
    paths = sorted(LEVELS.glob("*.yaml"))
    if not all(_is_kept(path) for path in paths) and kept.writable():
        subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "check", str(LEVELS)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )


def check_level(path: str | os.PathLike[str]) -> list[Mistake]:
    """Every mistake and warning in a level's file, in the order of lines; none if all is well. Raises nothing."""
    path = Path(path)
    try:
        _, mistakes = _read(read_text(path, path.as_posix()), path.as_posix())
    except LevelErrors as errors:
        mistakes = list(errors.mistakes)
    return sorted(set(mistakes))


@cache
def load_species() -> Mapping[str, Species]:
    """Every species in assets/species, by name. Raises LevelErrors."""
    from game.levels.library import library

    return {name: kind.being(name) for name, kind in library().kinds.items()}


@cache
def load_partnerships() -> Mapping[str, Partnership]:
    """Every partnership in assets/partnerships.yaml, by name. Raises LevelErrors."""
    from game.levels.library import library

    return {name: fields.partnership(name) for name, fields in library().partnerships.items()}


def _level(text: str, file: str) -> Level:
    level = kept.find(text, Path(file).stem)
    if level is None:
        level, mistakes = _read(text, file)
        if level is None:
            raise LevelErrors(mistakes)
    return level


def _read(text: str, file: str) -> tuple[Level | None, list[Mistake]]:
    from game.levels.alike import look_alikes
    from game.levels.reading import read_level

    level, mistakes = read_level(text, file)
    if level is None:
        return None, look_alikes(text, mistakes, lambda mended: read_level(mended, file)[1])
    kept.keep(level)
    return level, mistakes


def _is_kept(path: Path) -> bool:
    try:
        return kept.find(read_text(path, path.as_posix()), path.stem) is not None
    except LevelErrors:
        return False
