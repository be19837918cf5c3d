"""The trace: a log in words of what is shown and done, one line each with the time of day in seconds.

Written only where the environment variable `MEADOW_TRACE` names a file: journeys read it, and so can whoever listens.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.play.session import Session

VARIABLE = "MEADOW_TRACE"
EVERY = 4  # ticks between two lines while time passes


class NoTrace(Exception):
    """The file that `MEADOW_TRACE` names cannot be written; says why."""


def begin() -> None:
    """See that the trace can be written, if one is asked for. Raises NoTrace."""
    file = os.environ.get(VARIABLE)
    if file:
        try:
            Path(file).open("a", encoding="utf-8").close()
        except OSError as problem:
            raise NoTrace(f"{file}: {problem.strerror}") from problem


def tell(words: str) -> None:
    """Add a line to the trace, if there is one."""
    file = os.environ.get(VARIABLE)
    if not file:
        return
    try:
        with Path(file).open("a", encoding="utf-8") as trace:
            trace.write(f"{time.time():.3f} {words}\n")
    except OSError:
        del os.environ[VARIABLE]  # a full disk ends the trace, not the play


class Follower:
    """Tells how a session goes on, by looking at it now and then: actions, time passing, going back."""

    def __init__(self) -> None:
        self._session: Session | None = None
        self._tick = self._done = 0

    def look(self, session: Session | None) -> None:
        """Tell what has changed since the last look."""
        if session is None or VARIABLE not in os.environ:
            return
        tick, done = session.tick_now, len(session.actions)
        if session is self._session:
            if tick < self._tick:
                tell(f"back to tick {tick}")
            elif tick // EVERY > self._tick // EVERY:
                tell(f"tick {tick}")
            for each in session.actions[self._done : done]:
                tell(f"did {each.action}")
            if done < self._done:
                tell(f"undone to {done} actions")
        self._session, self._tick, self._done = session, tick, done
