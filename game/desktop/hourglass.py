"""The time of a frame: what can wait for the next one asks first whether there is any left."""

from __future__ import annotations

import time

LASTS = 0.004  # seconds of work after which what can wait does
CALM = 0.0015  # ... within which nothing has happened but what happens in every frame


class Hourglass:
    """Turned at the start of each frame."""

    def __init__(self) -> None:
        self._since = 0.0
        self._waiting: set[str] = set()

    def turn(self) -> None:
        """A frame begins."""
        self._since = time.perf_counter()

    def time_left(self) -> bool:
        """Whether this frame may still do something that could wait."""
        return time.perf_counter() - self._since < LASTS

    def calm(self, who: str) -> bool:
        """Whether next to nothing has been done in this frame yet, or `who` asks has waited for a frame already."""
        if time.perf_counter() - self._since < CALM or who in self._waiting:
            self._waiting.discard(who)
            return True
        self._waiting.add(who)
        return False
