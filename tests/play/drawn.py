"""Levels for tests, drawn as maps that one can see, and plays of them.

    g  goldenrod    a  aster    h  a hive    n  a neighbour's home    .  soil    #  rock    ~  water
    s  soil where the hand may be set out

Plants are grown ones.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache

import yaml

from game.levels.level import Level
from game.levels.loading import parse_level
from game.play.actions import Action, Begin, Gather, Give, Keep, Mulch, Plant, TakeBack, Water
from game.play.session import Session

VERBS = ("plant", "water", "mulch", "gather", "give", "keep")

MEADOW = """
    # . . . ~ ~ . .
    . g a g . ~ . .
    . a g a . . . .
    . g a g h . . .
    . . . . . . . n
    . . . . . . . .
"""


def level_of(drawing: str = MEADOW, *, workers: int = 12, honey: int = 60, hand: int = 3, days: int = 3,
             **fields: object) -> Level:
    """The level of a drawing, one character a tile (blanks between tiles do not count); `fields` are the file's own."""
    rows = [line.replace(" ", "") for line in drawing.strip().splitlines()]
    legend = {
        "g": {"plant": {"species": "goldenrod", "stage": "grown"}},
        "a": {"plant": {"species": "aster", "stage": "grown"}},
        "h": {"ground": "soil", "hive": {"colony": "honeybee", "workers": workers, "honey": honey}},
        "n": {"home": {"name": "neighbour"}},
        "s": {"ground": "soil", "set_out": True},
    }
    written: dict[str, object] = {
        "format": 1, "title": "A drawn meadow", "story": "A meadow for tests.", "minutes": 5, "age": "10-14", "seed": 1,
        "years": 2,
        "legend": {letter: meaning for letter, meaning in legend.items() if any(letter in row for row in rows)},
        "hand": [{"give": name, "count": hand} for name in ("goldenrod", "aster")] if hand else [],
        "days": days, "verbs": list(VERBS),
        "goals": [{"text": "Bees are alive.", "measure": "workers", "member": "honeybee", "at_least": 1}],
        "stars": [
            {"title": "Everyone well", "needs": [{"text": "Well.", "measure": "flourishing", "at_least": 10}]},
            {"title": "Nobody left out", "needs": [{"text": "Lifted.", "measure": "worst_off", "at_least": 10}]},
            {"title": "Lasting", "needs": [{"text": "It lasts.", "measure": "lasting", "at_least": 10}]},
        ],
        "hints": ["Look.", "Look again."], "reflect": ["Who gave?"],
        "evidence": {"badge": "story", "note": "None."}, "attribution": "None.", "sources": ["None"],
    }
    shown = "".join(f"  {row}\n" for row in rows)
    return _read(f"map: |\n{shown}" + yaml.safe_dump(written | fields, sort_keys=False))


@cache
def _read(text: str) -> Level:
    return parse_level(text, "levels/drawn.yaml")


def play(session: Session, ticks: int) -> Session:
    for _ in range(ticks):
        session.tick()
    return session


def possible(session: Session, dice: random.Random, tries: int = 12) -> Action | None:
    """Some action that is possible now, or None if none was found in so many tries."""
    level = session.level
    for _ in range(tries):
        x, y = dice.randrange(level.width), dice.randrange(level.height)
        species = dice.choice([kind.name for kind in (*level.flora, *level.colonies)])
        count = dice.randint(1, 4)
        action = dice.choice([
            Plant(species, x, y), Water(x, y), Mulch(x, y), Gather(x, y, "all"), Gather(x, y, "half"),
            Give(species, count, x, y), Keep(species, count), TakeBack(species, count),
        ])
        if session.refusal(action) is None:
            return action
    return None


def random_play(level: Level, number: int, ticks: int, *, wander: bool = False) -> Session:
    """A session in which the dice play for `ticks`; with `wander` they also undo, rewind and change branch."""
    session = Session(level, seed=number)
    for _ in random_steps(session, number, ticks, wander=wander):
        pass
    return session


def random_steps(session: Session, number: int, ticks: int, *, wander: bool = False) -> Iterator[Session]:
    """Let the dice play for `ticks`; yields the session after each step."""
    dice = random.Random(number)
    for _ in range(dice.randint(0, 3)):
        if session.begun:
            break
        if (action := possible(session, dice)) is not None:
            session.do(action)
            yield session
    if not session.begun:
        session.do(Begin())
    for _ in range(ticks):
        if dice.random() < 0.15 and (action := possible(session, dice)) is not None:
            session.do(action)
            yield session
        if wander and dice.random() < 0.02:
            _wander(session, dice)
            if not session.begun:
                session.do(Begin())
            yield session
        session.tick()
        yield session


def _wander(session: Session, dice: random.Random) -> None:
    way = dice.choice(("undo", "rewind", "branch"))
    if way == "undo":
        session.undo()
    elif way == "rewind":
        session.rewind(dice.randint(session.earliest, session.tick_now))
    elif session.branches:
        session.take_branch(dice.randrange(len(session.branches)))
