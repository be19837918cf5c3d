"""Many levels checked at once: what the `check` command prints."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from game.levels.loading import check_level
from game.levels.mistakes import Mistake
from game.words import say

Found = Mapping[str, Sequence[Mistake]]


def check(paths: Iterable[Path]) -> Found:
    """Every mistake and warning by file; a folder stands for the .yaml files in it."""
    found: dict[str, Sequence[Mistake]] = {}
    for path in paths:
        try:
            files = _levels_at(path)
        except OSError as problem:
            found[path.as_posix()] = [_of_all(path, say("levels.file.cannot_read", reason=problem.strerror))]
            continue
        for file in files:
            found[file.as_posix()] = check_level(file)
        if not files:
            found[path.as_posix()] = [_of_all(path, say("cli.check.no_levels"))]
    return found


def _levels_at(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.iterdir() if file.suffix in (".yaml", ".yml"))


def _of_all(path: Path, words: str) -> Mistake:
    return Mistake(path.as_posix(), 0, 0, words)


def cannot_be_played(found: Found) -> bool:
    """Whether there is more than a warning."""
    return any(not mistake.warning for mistakes in found.values() for mistake in mistakes)


def as_text(found: Found) -> str:
    """A line a mistake, a line a level that has none, and how many there are."""
    lines = []
    for file, mistakes in found.items():
        lines += [str(mistake) for mistake in mistakes] or [say("cli.check.well", file=file)]
    warnings = sum(mistake.warning for mistakes in found.values() for mistake in mistakes)
    wrong = sum(len(mistakes) for mistakes in found.values()) - warnings
    counts = {"levels": len(found), "mistakes": wrong, "warnings": warnings}
    return "\n".join([*lines, say("cli.check.sum", **{of: _count(of, count) for of, count in counts.items()})])


def as_json(found: Found) -> str:
    """[{file, playable, mistakes [{line, column, words, warning}]}]"""
    files = [
        {
            "file": file,
            "playable": all(mistake.warning for mistake in mistakes),
            "mistakes": [
                {"line": one.line, "column": one.column, "words": one.words, "warning": one.warning} for one in mistakes
            ],
        }
        for file, mistakes in found.items()
    ]
    return json.dumps(files, ensure_ascii=False, indent=2)


def _count(of: str, count: int) -> str:
    form = {0: "none", 1: "one"}.get(count, "many")
    return say(f"cli.check.{of}.{form}", count=count)
