"""What a saved session says, line by line, and how it is read again with every doubt answered.

A save is JSON with its head first, so that whoever opens it sees which play it is; actions are lines one can read
aloud; the world's arrays are packed (`packing.py`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from functools import partial
from typing import Any, Literal, TypeVar

from game.engine import calendar
from game.engine.commons import OTHERS
from game.engine.keeping import Snapshot
from game.levels.level import Level
from game.levels.loading import parse_level
from game.levels.mistakes import LevelErrors
from game.levels.opening import switches
from game.levels.records import record
from game.play import goals
from game.play.actions import read_action
from game.play.packing import packed, unpacked
from game.play.progress import Gift, Progress, Score, Shared
from game.play.rules import rules_of
from game.play.session import Session
from game.play.sharing import newly_shared, sound
from game.play.timeline import Branch, Done

GAME = "Mutual Meadow"
VERSION = 1

SEEDS = range(-(1 << 63), 1 << 63)
LONGEST_NAME = 200

RECORDS: Mapping[str, type[Gift | Score | Shared]] = {"gifts": Gift, "scores": Score, "shared": Shared}
"""The fields of a Progress that are lists of records: each is a row in the file."""

Line = tuple[int, str]
Row = list[int | str]
Kind = TypeVar("Kind")


class Unsound(Exception):
    """A save that cannot be opened. `reason` names its sentence in the words for saving."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True)
class BranchFields:
    left_at: int
    until: int
    actions: list[Line]
    scores: list[Row]


@dataclass(frozen=True)
class SaveFields:
    """A save as it lies in the file. Title, year, season and flourishing are for readers and lists."""

    game: Literal["Mutual Meadow"]
    version: int
    level: str
    tick: int
    seed: int
    without: str | None
    rules: str
    state: str
    actions: list[Line]
    branches: list[BranchFields]
    progress: dict[str, Any]
    world: dict[str, tuple[Literal["int8", "int16", "int64"], list[int], str]]
    level_text: list[str]


# ----------------------------------------------------------------- writing

def noted(session: Session) -> Callable[[], str]:
    """The play as it stands now; called, in whatever thread, it gives the text of a save, which takes its time."""
    progress, world = session.progress.copy(), session.world.snapshot()
    return partial(_written, session, _head(session), progress, tuple(session.actions), tuple(session.branches), world)


def _head(session: Session) -> dict[str, object]:
    level = session.level
    shown = min(session.tick_now, level.ticks - 1)
    return {
        "game": GAME, "version": VERSION, "title": level.title, "level": level.name,
        "year": calendar.year(shown), "season": calendar.SEASONS[calendar.season(shown)],
        "flourishing": session.flourishing.score, "ended": session.ended, "tick": session.tick_now,
        "seed": session.seed, "without": session.without, "state": session.world.digest(),
    }


def _written(
    session: Session,
    head: dict[str, object],
    progress: Progress,
    actions: Sequence[Done],
    branches: Sequence[Branch],
    world: Snapshot,
) -> str:
    head["rules"] = rules_of(session)
    plain = {each.name: getattr(progress, each.name) for each in fields(Progress)}
    plain |= {name: _rows(getattr(progress, name)) for name in RECORDS}
    left = [
        {"left_at": branch.left_at, "until": branch.until, "actions": _lines(branch.actions),
         "scores": _rows(branch.scores)} for branch in branches
    ]
    parts = [f"{_json(name)}: {_json(value)}" for name, value in head.items()]
    parts += [
        _block("actions", "[]", map(_json, _lines(actions))),
        _block("branches", "[]", map(_json, left)),
        _block("progress", "{}", (f"{_json(name)}: {_json(value)}" for name, value in plain.items())),
        _block("level_text", "[]", map(_json, session.level.text.split("\n"))),
        _block("world", "{}", (f"{_json(name)}: {_json(array)}" for name, array in packed(world.arrays))),
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _block(name: str, brackets: str, lines: Iterable[str]) -> str:
    inside = ",\n".join(f"  {line}" for line in lines)
    return f"{_json(name)}: {brackets[0]}\n{inside}\n{brackets[1]}"


def _lines(actions: Sequence[Done]) -> list[list[int | str]]:
    return [[done.tick, str(done.action)] for done in actions]


def _rows(records: Iterable[Gift | Score | Shared]) -> list[list[object]]:
    return [list(astuple(record)) for record in records]


# ----------------------------------------------------------------- reading

def read(raw: bytes) -> tuple[Session, str | None]:
    """The session in a save, and the key of a sentence about it if its past could not be replayed. Raises Unsound."""
    found = _fields(raw)
    try:
        level = parse_level("\n".join(found.level_text), f"{found.level}.yaml")
    except LevelErrors:
        raise Unsound("level") from None
    if found.without is not None and found.without not in switches(level):
        raise Unsound("damaged")
    actions = _actions(found.actions, min(found.tick, level.ticks - 1))
    branches = [_branch(branch, level) for branch in found.branches]
    progress = _progress(found.progress, level)
    shared = sound(progress.shared, len(level.homes) + len(OTHERS), found.tick)
    if found.tick > level.ticks or (found.tick and not progress.begun) or not shared:
        raise Unsound("damaged")

    taken_up = Session(level, found.seed, without=found.without)
    same_rules = rules_of(taken_up) == found.rules
    try:
        snapshot = unpacked(found.tick, found.world, taken_up.world)
    except ValueError:
        raise Unsound("damaged" if same_rules else "other_rules") from None
    taken_up.go_on_from(snapshot, progress, actions, branches)
    if any(left.units < 0 for left in newly_shared(taken_up.world, progress.shared)):
        raise Unsound("damaged")
    if taken_up.world.digest() != found.state and (same_rules or snapshot.arrays.keys() == found.world.keys()):
        raise Unsound("damaged")
    if not same_rules:
        return taken_up, "rules_changed"
    replayed = _replayed(taken_up, actions, branches)
    return (replayed, None) if replayed is not None else (taken_up, "not_replayed")


def _fields(raw: bytes) -> SaveFields:
    try:
        head = json.loads(raw)
    except (ValueError, RecursionError):
        raise Unsound("damaged") from None
    if not isinstance(head, dict) or head.get("game") != GAME:
        raise Unsound("no_save")
    if isinstance(head.get("version"), int) and head["version"] > VERSION:
        raise Unsound("newer")
    found = _record(SaveFields, head)
    if found.tick < 0 or found.seed not in SEEDS or not 0 < len(found.level) <= LONGEST_NAME:
        raise Unsound("damaged")
    return found


def _record(kind: type[Kind], plain: Mapping[str, Any]) -> Kind:
    """What is known of `plain` as a record; other versions of the game may have written more. Raises Unsound."""
    known = {each.name for each in fields(kind)}  # type: ignore[arg-type]
    try:
        return record(kind, {name: value for name, value in plain.items() if name in known})
    except ValueError:
        raise Unsound("damaged") from None


def _replayed(session: Session, actions: Sequence[Done], branches: Sequence[Branch]) -> Session | None:
    """The same play from its very start, so that one can go back to any tick; None if it leads elsewhere."""
    replayed = Session(session.level, session.seed, without=session.without)
    try:
        for _ in replayed.replay(actions, session.tick_now):
            pass
    except ValueError:
        return None
    replayed.branches = list(branches)
    return replayed if replayed.world.digest() == session.world.digest() else None


def _actions(lines: Sequence[tuple[int, str]], last: int) -> list[Done]:
    """Raises Unsound for what is no action, and for ticks that run backwards or past `last`."""
    done, now = [], 0
    for tick, text in lines:
        if not now <= tick <= last:
            raise Unsound("damaged")
        try:
            done.append(Done(tick, read_action(text)))
        except ValueError:
            raise Unsound("damaged") from None
        now = tick
    return done


def _branch(branch: BranchFields, level: Level) -> Branch:
    if not 0 <= branch.left_at <= branch.until <= level.ticks:
        raise Unsound("damaged")
    actions = _actions(branch.actions, min(branch.until, level.ticks - 1))
    scores = tuple(_record(Score, row) for row in _named(Score, branch.scores))
    return Branch(branch.left_at, branch.until, tuple(actions), scores)


def _named(kind: type[Gift | Score | Shared], rows: object) -> list[dict[str, Any]]:
    """Rows of values, each with its field's name. Raises Unsound."""
    names = [each.name for each in fields(kind)]
    try:
        return [dict(zip(names, row, strict=True)) for row in rows]  # type: ignore[attr-defined]
    except (TypeError, ValueError):
        raise Unsound("damaged") from None


def _progress(plain: Mapping[str, Any], level: Level) -> Progress:
    rows = {name: _named(kind, plain.get(name, [])) for name, kind in RECORDS.items()}
    progress = _record(Progress, {**plain, **rows})
    asked = len(goals.asked(level))
    counts = (progress.days_left, progress.given, progress.kept, *progress.used.values())
    if len(progress.met) != asked or len(progress.broken) != asked or min(counts) < 0:
        raise Unsound("damaged")
    return progress
