"""The game's own levels, played to the end by one gardener or another: each play is lived through once for all laws."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from game.engine.calendar import YEAR
from game.engine.flourishing import Flourishing
from game.engine.world import World
from game.lab.playing import play
from game.lab.policies import POLICIES
from game.lab.policies.gardener import give_away, tend
from game.levels.level import Level
from game.levels.loading import load_level
from game.paths import LEVELS
from game.play.actions import Action
from game.play.session import Session


def take_all_and_give_it_away(session: Session) -> Iterator[Action]:
    return tend(session, "all", give_away)


GARDENERS = {**POLICIES, "gives all": take_all_and_give_it_away}


@dataclass(frozen=True)
class Outcome:
    """Whether all goals were met; the flourishing at the end, and what it is if no household were on the roll.

    Of the player's own household, where there is one: carbon of food in pantry and on the shelf after a year, and how
    it fares at the end.
    """

    won: bool
    flourishing: int
    land: int
    stored: int
    own_home: int


@cache
def level(name: str) -> Level:
    return load_level(LEVELS / f"{name}.yaml")


@cache
def played(name: str, gardener: str, seed: int, without: str | None = None) -> Outcome:
    session = Session(level(name), seed, without=without)
    play(session, GARDENERS[gardener], YEAR)
    stored = _food(session.world)
    play(session, GARDENERS[gardener], level(name).ticks)
    homes, everyone = session.world.households, session.flourishing
    land = Flourishing(tuple(member for member in everyone.members if member.member not in homes.names))
    own_home = 0 if homes.yours is None else everyone.of(homes.names[homes.yours]).level
    return Outcome(all(goal.met for goal in session.goals), everyone.score, land.score, stored, own_home)


def _food(world: World) -> int:
    own = world.households.yours
    shelf = zip(world.flora.kinds, world.hand.shelf, strict=True)
    kept = sum(fruit.motes("carbon") for kind, fruit in shelf if kind.edible)
    return kept + (0 if own is None else int(world.households.pantry_carbon.amount[own]))
