"""Reading levels and species: the door to this room. pydantic is imported when the first of them is read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from game.levels.mistakes import LevelErrors, Mistake
from game.levels.source import read_text, sound

if TYPE_CHECKING:
    from game.engine.species import Partnership, Species
    from game.levels.level import Level

# pydantic would look through every installed package for plugins, which takes 15 ms and finds none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def load_level(path: str | os.PathLike[str]) -> Level:
    """The level in a file. Raises LevelErrors with every mistake at once; warnings do not stop it."""
    level, mistakes = _read(Path(path))
    if level is None:
        raise LevelErrors(mistakes)
    return level


def parse_level(text: str, name: str = "level.yaml") -> Level:
    """The level in a text, as saves carry it; `name` stands for the file's. Raises LevelErrors."""
    from game.levels.reading import read_level

    level, mistakes = read_level(sound(text, name), name)
    if level is None:
        raise LevelErrors(mistakes)
    return level


def check_level(path: str | os.PathLike[str]) -> list[Mistake]:
    """Every mistake and warning in a level's file, in the order of lines; none if all is well. Raises nothing."""
    try:
        _, mistakes = _read(Path(path))
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


def _read(path: Path) -> tuple[Level | None, list[Mistake]]:
    text = read_text(path, path.as_posix())
    from game.levels.reading import read_level

    return read_level(text, path.as_posix())
