"""From a path to text, with every way a file can disappoint answered in one sentence."""

from __future__ import annotations

import re
from pathlib import Path

from game.levels.mistakes import LevelErrors, Mistake
from game.words import say

LIMIT = 256 * 1024  # bytes; a 64x64 map takes 4 KB
# Control signs, line ends that only some programs know, and signs that nobody sees but that part or turn round a name.
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2028-\u202e\u2060\u2066-\u2069"
                        "\ud800-\udfff\ufeff\ufffe\uffff]")


def read_text(path: Path, shown_as: str) -> str:
    """The text of the file: UTF-8, byte order mark or not. Never reads much more than LIMIT. Raises LevelErrors."""
    try:
        if path.is_dir():
            raise _refused(shown_as, "is_folder")
        if path.exists() and not path.is_file():
            raise _refused(shown_as, "not_a_file")
        with path.open("rb") as file:
            raw = file.read(LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise _refused(shown_as, "no_such_file") from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise _refused(shown_as, "cannot_read", reason=reason) from None
    if len(raw) > LIMIT:
        raise _refused(shown_as, "too_big", limit=LIMIT // 1024)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refused(shown_as, "not_utf8_but_16")
    if b"\x00" in raw:
        raise _refused(shown_as, "binary")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = raw[: problem.start]
        raise LevelErrors([Mistake(shown_as, before.count(b"\n") + 1, len(before.rpartition(b"\n")[2]) + 1,
                                   say("levels.file.not_utf8"))]) from None
    return sound(text, shown_as)


def sound(text: str, shown_as: str) -> str:
    """The text itself if it is of a size and kind that YAML can hold. Raises LevelErrors."""
    if len(text.encode("utf-8", "surrogatepass")) > LIMIT:
        raise _refused(shown_as, "too_big", limit=LIMIT // 1024)
    if (bad := UNREADABLE.search(text)) is not None:
        before = text[: bad.start()]
        raise LevelErrors([Mistake(shown_as, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1,
                                   say("levels.file.control_character", code=f"U+{ord(bad.group()):04X}"))])
    if not text.strip():
        raise _refused(shown_as, "empty")
    return text


def _refused(shown_as: str, key: str, **values: object) -> LevelErrors:
    return LevelErrors([Mistake(shown_as, 0, 0, say(f"levels.file.{key}", **values))])
