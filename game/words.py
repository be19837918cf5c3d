"""The words that players and teachers read: `assets/words/<language>/<section>.yaml`, fetched by a dotted key."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from game.paths import ASSETS

_language = "en"


def speak(language: str) -> None:
    """Use `language` from now on. Raises FileNotFoundError if there are no words for it."""
    global _language
    if not (ASSETS / "words" / language).is_dir():
        raise FileNotFoundError(language)
    _language = language


def say(key: str, /, **values: object) -> str:
    """The words at `key` (`section.and.so.on`), with `{names}` filled in from `values`. Raises KeyError if there are
    none."""
    found = _look_up(key)
    if not isinstance(found, str):
        raise KeyError(key)
    return found.format(**values) if values else found


def has(key: str) -> bool:
    """Whether there are words at `key`."""
    try:
        return isinstance(_look_up(key), str)
    except KeyError:
        return False


def _look_up(key: str) -> Any:
    section, *path = key.split(".")
    found: Any = _section(_language, section)
    for part in path:
        if not isinstance(found, dict) or part not in found:
            raise KeyError(key)
        found = found[part]
    return found


@cache
def _section(language: str, section: str) -> dict[str, Any]:
    path = ASSETS / "words" / language / f"{section}.yaml"
    if not path.exists():
        raise KeyError(section)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with path.open("rb") as file:
        words: dict[str, Any] = yaml.load(file, Loader=loader)
    return words
