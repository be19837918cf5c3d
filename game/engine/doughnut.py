"""The doughnut: a floor of needs below which nobody should fall, and a ceiling of what the land can carry.

Between them is room to live well. The inner ring names who is short of what; the outer ring names which limits of the
land are overdrawn, and how far. Both are read from the world; nothing here changes it. After Kate Raworth, Doughnut
Economics (2017); who is short and what is overdrawn is told by name, as Fanning and Raworth do (2025, Nature 646).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from game.engine.census import LAND, Start, count, living_mineral
from game.engine.flourishing import Wellbeing
from game.engine.needs import MOIST
from game.engine.world import World

FLOOR = 50  # how well a need must be met so that nobody is short
MAY_LOSE = {"soil": 20, "water": 50, "species": 20, "pollinators": 60}
"""By limit: how much of what there was, in percent, may be lost before it is overdrawn. Water: of all soil, how much
may be dry; species: how many of all kinds may be gone."""
LITTER_FOR_LIFE = 20  # carbon of living plants for which one of litter must lie on the ground
MORE_IN_THE_AIR = 25  # percent of carbon more than at the start


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A need of somebody that is met less than FLOOR; `met` is 0 to 100."""

    member: str
    need: str
    met: int


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit of the land: of what may be used of it, `used` is in use, in percent; above 100 it is overdrawn."""

    name: str
    used: int

    @property
    def overdrawn(self) -> bool:
        return self.used > 100


@dataclass(frozen=True, slots=True)
class Doughnut:
    """Who is short of what, and each limit of the land."""

    shortfalls: tuple[Shortfall, ...]
    limits: tuple[Limit, ...]

    @property
    def within(self) -> bool:
        """Whether nobody is short and nothing overdrawn."""
        return not self.shortfalls and not any(limit.overdrawn for limit in self.limits)

    def short_at(self, names: Collection[str]) -> tuple[Shortfall, ...]:
        """What the members of these names are short of."""
        return tuple(short for short in self.shortfalls if short.member in names)

    @property
    def most_used(self) -> int:
        """How much is in use of the limit that is used most, in percent."""
        return max(limit.used for limit in self.limits)


def doughnut(world: World, start: Start, members: Sequence[Wellbeing]) -> Doughnut:
    """The doughnut as it is now, of `members` as they fare."""
    short = [
        Shortfall(member.member, need, met)
        for member in members if member.member != LAND
        for need, met in member.needs.items() if met < FLOOR
    ]
    return Doughnut(tuple(short), limits(world, start))


def limits(world: World, start: Start) -> tuple[Limit, ...]:
    """Each limit of the land that there is here, the air last."""
    soil = int(np.count_nonzero(world.soil))
    dry = soil - int(np.count_nonzero(world.soil & (world.soil_water.amount >= MOIST)))
    kinds = [name for name in start.members if name != LAND and name not in world.households.names]
    gone = sum(not count(world, name) for name in kinds)
    lost = {
        "soil": _lost(living_mineral(world), start.living_mineral),
        "water": 100 * dry // max(1, soil),
        "species": 100 * gone // max(1, len(kinds)),
        "pollinators": max(
            (_lost(count(world, name), workers) for name, workers in start.workers.items()), default=0
        ),
    }
    there = [name for name in MAY_LOSE if name != "pollinators" or start.workers]
    told = [Limit(name, 100 * lost[name] // MAY_LOSE[name]) for name in there]
    more = 100 * max(0, int(world.air.amount[0]) - world.air_at_start) // max(1, world.air_at_start)
    litter = world.litter_carbon.motes("carbon")
    told.insert(1, Limit("litter", 100 * world.body.motes("carbon") // max(1, LITTER_FOR_LIFE * litter)))
    return (*told, Limit("air", 100 * more // MORE_IN_THE_AIR))


def _lost(now: int, at_start: int) -> int:
    """How much less there is than at the start, in percent of it."""
    return 100 * max(0, at_start - now) // max(1, at_start)
