"""Ostrom's eight principles of commons that last: which of them this fund has, and what in it that was read from.

After Elinor Ostrom, Governing the Commons (1990), in the short form of Cox, Arnold and Villamayor (2010). A principle
that the game has no way to show counts as missing, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.tiles import FENCE
from game.engine.world import World
from game.levels.level import Level
from game.words import say

LOOKED_AFTER = 50  # how well a fund must be tended for people to know how it stands
NOT_IN_THE_GAME = ("sanctions", "conflicts", "nested")
PRINCIPLES = ("boundaries", "fit", "users", "monitoring", "sanctions", "conflicts", "rights", "nested")


@dataclass(frozen=True, slots=True)
class Principle:
    """`name` is one of PRINCIPLES, `why` a sentence that says what it was read from."""

    name: str
    present: bool
    why: str


def principles(world: World, level: Level) -> tuple[Principle, ...]:
    """All eight, as the rules and the state of the fund are now."""
    reads = {
        "boundaries": _boundaries, "fit": _fit, "users": _users, "monitoring": _monitoring, "rights": _rights,
        **dict.fromkeys(NOT_IN_THE_GAME, _not_in_the_game),
    }
    found = []
    for name in PRINCIPLES:
        present, reason = reads[name](world, level)
        values = {
            "homes": len(world.households), "tended": world.commons.tended, "trust": level.council,
        }
        found.append(Principle(name, present, say(f"fund.principles.{name}.{reason}", **values)))
    return tuple(found)


Reading = tuple[bool, str]
"""Whether a principle is there, and the key of the sentence that says why."""


def _boundaries(world: World, level: Level) -> Reading:
    """Who belongs to it, and what belongs to it."""
    return (True, "named") if world.commons.open and len(world.households) else (False, "no_fund")


def _fit(world: World, level: Level) -> Reading:
    """Rules that suit the place: room between giving and needing, and something put by where worse days are known."""
    rule = world.commons.rule
    if rule("draws_below") >= rule("gives_above"):
        return False, "no_room"
    if rule("reserve"):
        return True, "put_by"
    return (False, "nothing_put_by") if level.luck.chance or world.almanac.spells else (True, "even")


def _users(world: World, level: Level) -> Reading:
    """Those who live by the rules make them."""
    if "meet" not in level.verbs:
        return False, "given"
    return (True, "all") if world.commons.rule("all_decide") else (False, "one")


def _monitoring(world: World, level: Level) -> Reading:
    """People look after it and see how it stands: they meet and visit."""
    return (True, "tended") if world.commons.tended >= LOOKED_AFTER else (False, "seldom")


def _rights(world: World, level: Level) -> Reading:
    """Nobody from outside forbids them to order their own affairs."""
    if "meet" not in level.verbs:
        return False, "no_meetings"
    if not np.any(world.ground == FENCE):
        return True, "free"
    if "connect" not in level.verbs:
        return False, "fenced"
    return (True, "council") if world.commons.tended >= (world.commons.council or 0) else (False, "no_council")


def _not_in_the_game(world: World, level: Level) -> Reading:
    return False, "why"
