"""Saved sessions on the disk: one readable file each, written whole or not at all, and none ever lost.

There is one automatic save a level, and as many named ones as a player likes. `savefile.py` says what is in them; it is
imported when one is written or opened, since a start of the game only looks at their heads.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import queue
import re
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from game.engine import calendar
from game.words import say

if TYPE_CHECKING:
    from game.levels.level import Level
    from game.play.session import Session

SUFFIX = ".json"
MOST_BYTES = 16 << 20
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_SHOWN = {"level": str, "title": str, "year": int, "season": str, "flourishing": int, "tick": int, "ended": bool}
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)


class SaveError(Exception):
    """Saving or opening did not work; `str` is a sentence for the player.

    `kept_aside` is where a file lies now that could not be opened.
    """

    def __init__(self, key: str, kept_aside: Path | None = None, **values: object) -> None:
        self.kept_aside = kept_aside
        sentence = say(f"saving.{key}", **values)
        if kept_aside is not None:
            sentence += " " + say("saving.kept_aside", name=kept_aside.name)
        super().__init__(sentence)


@dataclass(frozen=True, slots=True)
class Resumed:
    """A session that was opened, and a sentence to tell the player about it, if there is something to tell."""

    session: Session
    notice: str | None


@dataclass(frozen=True, slots=True)
class SaveInfo:
    """The head of a save. Where it could not be read `sound` is False and the title is the file's name."""

    path: Path
    level: str
    title: str
    year: int
    season: str
    flourishing: int
    tick: int
    ended: bool
    sound: bool = True


# ----------------------------------------------------------------- where

def saves_folder() -> Path:
    """Where this player's saves lie; the folder may not be there yet."""
    return platformdirs.user_data_path("mutual-meadow", appauthor=False) / "saves"


def automatic_save(level: Level) -> Path:
    """The file that a level's play is saved to by itself."""
    return saves_folder() / f"{_file_name(level.name)}{SUFFIX}"


def named_save(level: Level, name: str) -> Path:
    """The file for a save that the player calls `name`."""
    return saves_folder() / f"{_file_name(level.name)} - {_file_name(name)}{SUFFIX}"


def _file_name(name: str) -> str:
    """`name` as every system takes it in a file's name."""
    safe = re.sub(r"[^\w-]+", " ", name).strip()[:60].strip() or "_"
    return f"{safe}_" if _RESERVED.match(safe) else safe


# ----------------------------------------------------------------- saving and opening

def save(session: Session, path: Path) -> None:
    """Write `session` to `path`. Raises SaveError; an earlier save there is then as it was."""
    from game.play.savefile import noted

    _write(noted(session)().encode("utf-8"), path)


class Saver:
    """Saves a play in the background, one save after the other, while the play goes on. The game waits for it to end.

    Its thread waits for the next save until `finish`: to start one takes longer than a frame may.
    """

    def __init__(self) -> None:
        self._orders: queue.SimpleQueue[tuple[Callable[[], str], Path] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._idle = threading.Event()
        self._idle.set()
        self._failed: Exception | None = None

    def save(self, session: Session, path: Path) -> None:
        """Begin to save `session` as it stands now."""
        from game.play.savefile import noted

        text = noted(session)
        self._idle.wait()
        self._idle.clear()
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="saving", daemon=True)
            self._thread.start()
        self._orders.put((text, path))

    @property
    def busy(self) -> bool:
        """Whether something is still being written, or there is something for `check` to raise."""
        return self._failed is not None or not self._idle.is_set()

    def check(self) -> None:
        """Raise what went wrong since it was asked last: SaveError where it could not be written."""
        failed, self._failed = self._failed, None
        if failed is not None:
            raise failed

    def finish(self) -> None:
        """Wait until all is written. Raises like `check`."""
        self._idle.wait()
        if self._thread is not None:
            self._orders.put(None)
            self._thread.join()
            self._thread = None
        self.check()

    def _work(self) -> None:
        while (order := self._orders.get()) is not None:
            text, path = order
            try:
                _write(text().encode("utf-8"), path)
            except Exception as problem:  # noqa: BLE001 - `check` raises it again in the thread that can act on it
                self._failed = problem
            finally:
                self._idle.set()


def _write(text: bytes, path: Path) -> None:
    fresh = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, fresh = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(fresh).replace(path)
    except OSError as problem:
        if fresh is not None:
            Path(fresh).unlink(missing_ok=True)
        raise SaveError(_trouble(problem), folder=path.parent, reason=problem.strerror or problem) from problem


def _trouble(problem: OSError) -> str:
    if problem.errno in _NO_ROOM:
        return "no_room"
    return "not_allowed" if problem.errno in _NOT_ALLOWED else "not_saved"


def load(path: Path) -> Resumed:
    """The session in a save.

    Raises SaveError if there is none that can be opened; the file is then kept aside under a new name.
    """
    from game.play.savefile import Unsound, read

    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise SaveError("not_there", name=path.name) from None
    except OSError as problem:
        raise SaveError("not_read", name=path.name, reason=problem.strerror or problem) from problem
    try:
        if len(raw) > MOST_BYTES:
            raise Unsound("no_save")
        session, told = read(raw)
    except Unsound as problem:
        raise SaveError(problem.reason, _kept_aside(path), name=path.name) from None
    return Resumed(session, None if told is None else say(f"saving.{told}"))


def _kept_aside(path: Path) -> Path | None:
    """The file under a new name that nobody has yet; None if it must stay where it is."""
    for number in range(1, 1000):
        aside = path.with_name(f"{path.name}.damaged" if number == 1 else f"{path.name}.damaged-{number}")
        if not aside.exists():
            with contextlib.suppress(OSError):
                return path.rename(aside)
            return None
    return None


# ----------------------------------------------------------------- the list

def list_saves(folder: Path | None = None) -> list[SaveInfo]:
    """All saves, the newest first. Never raises: a damaged one is listed as such, a missing folder holds none."""
    found = []
    for path in (folder or saves_folder()).glob(f"*{SUFFIX}"):
        with contextlib.suppress(OSError):
            found.append((path.stat().st_mtime_ns, path.name, path))
    return [_head(path) for _, _, path in sorted(found, reverse=True)]


def _head(path: Path) -> SaveInfo:
    try:
        with path.open("rb") as file:
            head = json.loads(file.read(MOST_BYTES))
        shown = {name: head[name] for name in _SHOWN}
        if all(type(shown[name]) is kind for name, kind in _SHOWN.items()) and shown["season"] in calendar.SEASONS:
            return SaveInfo(path, **shown)
    except (OSError, ValueError, RecursionError, KeyError, TypeError):
        pass
    return SaveInfo(path, "", path.stem, 1, calendar.SEASONS[0], 0, 0, False, sound=False)
