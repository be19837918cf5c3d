"""Levels that were read once and found sound, kept as plain JSON in the player's cache: reading them again is quick and
needs no pydantic.

A file is named by the digest of all that its level was made from: name and text, the species and partnerships of the
house, and the code that reads. So none is ever stale; one that is missing, damaged or cannot be written only means that
the level is read once more.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from functools import cache
from pathlib import Path

import platformdirs

import game
from game.engine.digest import digest_of
from game.levels.level import Level
from game.levels.records import plain, record
from game.paths import ASSETS

MOST = 64  # levels kept; those written longest ago go first


def find(text: str, name: str) -> Level | None:
    """The level of this `name` that `text` was read as before; None if that is not known."""
    with suppress(OSError, ValueError, RecursionError):
        told, _, body = _file(text, name).read_bytes().partition(b"\n")
        if told.decode() == digest_of(body):
            return record(Level, json.loads(body))
    return None


def keep(level: Level) -> None:
    """Keep a level, if there is a place for it."""
    body = json.dumps(plain(level)).encode()
    path = _file(level.text, level.name)
    partial = path.with_suffix(f".{os.getpid()}.part")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            partial.write_bytes(digest_of(body).encode() + b"\n" + body)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
        _make_room(path.parent)


def folder() -> Path:
    """Where levels are kept; it may not be there yet."""
    return platformdirs.user_cache_path("mutual-meadow", appauthor=False) / "levels"


def writable() -> bool:
    """Whether levels can be kept at all."""
    with suppress(OSError):
        folder().mkdir(parents=True, exist_ok=True)
        return os.access(folder(), os.W_OK)
    return False


def _file(text: str, name: str) -> Path:
    return folder() / f"{digest_of(_house(), os.fsencode(name), text.encode())}.json"


@cache
def _house() -> bytes:
    """The digest of the house's own part in every level."""
    code = Path(__file__).parent
    read = [*code.glob("*.py"), *(code.parent / "engine").glob("*.py"), *(ASSETS / "species").glob("*.yaml")]
    parts = [path.read_bytes() for path in sorted(read)]
    return digest_of(game.__version__.encode(), (ASSETS / "partnerships.yaml").read_bytes(), *parts).encode()


def _make_room(place: Path) -> None:
    kept = sorted(place.glob("*.json"), key=lambda path: path.stat().st_mtime)
    for path in kept[: max(0, len(kept) - MOST)]:
        path.unlink(missing_ok=True)
