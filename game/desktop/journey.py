"""How far a player has come: for each level the stars won so far and the latest guess. One small file of the player's.

A damaged file counts as an empty one and is set aside; the next star begins a new one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import platformdirs

from game.desktop.settings import set_aside

FILE: Final = "journey.json"


class Journey:
    """What `file` keeps, read once. Without a file to write to, it still holds until the game is closed."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or platformdirs.user_data_path("mutual-meadow", appauthor=False) / FILE
        self._levels: dict[str, dict[str, Any]] = _read(self._file)

    def stars(self, level: str, of: int) -> tuple[bool, ...]:
        """Which of a level's `of` stars were ever won."""
        won = self._of(level).get("stars")
        won = won if isinstance(won, list) else []
        return tuple(number < len(won) and won[number] is True for number in range(of))

    def win(self, level: str, stars: Sequence[bool]) -> None:
        """Keep the stars of a play together with those won before."""
        before = self.stars(level, len(stars))
        self._keep(level, "stars", [bool(new or old) for new, old in zip(stars, before, strict=True)])

    def guess(self, level: str, of: int) -> int | None:
        """Which of the `of` answers the player guessed before the latest play, if any."""
        guess = self._of(level).get("guess")
        return guess if type(guess) is int and 0 <= guess < of else None

    def keep_guess(self, level: str, guess: int | None) -> None:
        """Remember the guess for when the play is resumed."""
        self._keep(level, "guess", guess)

    def _of(self, level: str) -> dict[str, Any]:
        return self._levels.get(level, {})

    def _keep(self, level: str, what: str, value: object) -> None:
        if self._of(level).get(what) == value:
            return
        self._levels.setdefault(level, {})[what] = value
        partial = self._file.with_name(f"{self._file.name}.{os.getpid()}.part")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            partial.write_text(json.dumps(self._levels, indent=2), encoding="utf-8")
            partial.replace(self._file)
        except OSError:
            partial.unlink(missing_ok=True)


def _read(file: Path) -> dict[str, dict[str, Any]]:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except OSError:
        return {}
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        set_aside(file)
        return {}
    return {name: level for name, level in found.items() if isinstance(level, dict)}
