"""The words that players and teachers read: `assets/words/<language>/<section>.yaml`, fetched by a dotted key."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from game.paths import ASSETS

LANGUAGE = "en"


def say(key: str, /, **values: object) -> str:
    """The words at `key` (`section.and.so.on`), with `{names}` filled in from `values`. Raises KeyError if there are
    none."""
    found = _look_up(key)
    if not isinstance(found, str):
        raise KeyError(key)
    return found.format(**values) if values else found


def counted(key: str, count: int, /, **values: object) -> str:
    """The words at `key.one` for one of something, else at `key.many`, with `{count}` filled in."""
    return say(f"{key}.{'one' if count == 1 else 'many'}", count=count, **values)


def has(key: str) -> bool:
    """Whether there are words at `key`."""
    try:
        return isinstance(_look_up(key), str)
    except KeyError:
        return False


def _look_up(key: str) -> Any:
    section, *path = key.split(".")
    found: Any = _section(section)
    for part in path:
        if not isinstance(found, dict) or part not in found:
            raise KeyError(key)
        found = found[part]
    return found


@cache
def _section(section: str) -> dict[str, Any]:
    path = ASSETS / "words" / LANGUAGE / f"{section}.yaml"
    if not path.exists():
        raise KeyError(section)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with path.open("rb") as file:
        words: dict[str, Any] = yaml.load(file, Loader=loader)
    return words
