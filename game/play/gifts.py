"""The season's turn: every member that does well gives one thing of its own, and the hand is refilled.

Gifts of matter are taken from the giver, who keeps what it needs: a plant gives of body beyond what it needs to
flower, a hive of bees beyond what it had at the start. Help is a day of work and is no matter. The land always gives
one small thing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine import calendar
from game.engine.flourishing import LAND, Flourishing, Start
from game.engine.matter import Grid, Stock, whole
from game.engine.world import MULCH_CARBON, MULCH_MINERAL, World
from game.play.doing import SWARM_HONEY, SWARM_WORKERS
from game.play.progress import Gift

DOES_WELL = 60  # well-being from which a member gives
SEEDS_GIVEN = 4
CAUSE = "a season's gift"


def season_gifts(world: World, start: Start, flourishing: Flourishing) -> list[Gift]:
    """Let everyone who does well give, in the order of the roll; return what was given."""
    season = calendar.SEASONS[calendar.season(world.tick)]
    gifts = []
    for member in flourishing.members:
        if member.member == LAND:
            gifts.append(_from_the_land(world))
        elif member.level >= DOES_WELL:
            gift = _from(world, start, member.member, season)
            if gift is not None:
                gifts.append(gift)
    return gifts


def _from(world: World, start: Start, name: str, season: str) -> Gift | None:
    if name in world.households.names:
        return Gift(world.tick, name, "day", "", 1)
    if name in world.flora.index:
        number = world.flora.index[name]
        what = world.flora.kind(number).gift.get(season)
        given = {"young": _a_young_plant, "seed": _some_seed, "fruit": _some_seed}[what](world, number) if what else 0
    else:
        colonies = next(colonies for colonies in world.colonies if colonies.kind.name == name)
        what = colonies.kind.gift.get(season)
        given = _a_swarm(world, start, name) if what == "swarm" else 0
    return Gift(world.tick, name, str(what), name, given) if given else None


def _from_the_land(world: World) -> Gift:
    """A bundle of mulch from where litter lies thickest; where there is too little, a day of fair weather to work
    in."""
    carbon = _Spare(world.litter_carbon, (world.litter_carbon.amount >> 1) & world.soil, MULCH_CARBON)
    mineral = _Spare(world.litter_mineral, (world.litter_mineral.amount >> 1) & world.soil, MULCH_MINERAL)
    what = "mulch" if _bundle(world, world.hand_mulch, carbon, mineral) else "day"
    return Gift(world.tick, LAND, what, "", 1)


def _a_young_plant(world: World, number: int) -> int:
    """Parts of the strongest plants, divided off: none falls below the body it needs to flower."""
    kind, these = world.flora.kind(number), world.flora.of(number)
    carbon = _Spare(world.body, np.maximum(world.body.amount - kind.flowers_at, 0) & these, kind.young_carbon)
    kept = (world.body.amount >> 2) + 1
    mineral = _Spare(world.plant_mineral, np.maximum(world.plant_mineral.amount - kept, 0) & these, kind.young_mineral)
    return int(_bundle(world, world.hand_young[number - 1], carbon, mineral))


def _some_seed(world: World, number: int) -> int:
    bearing = np.flatnonzero(world.flora.of(number) & world.fruit.amount)
    given = min(SEEDS_GIVEN, whole(world.fruit.amount[bearing]) // 2)
    most_first = bearing[np.argsort(-world.fruit.amount[bearing], kind="stable")][:given]
    world.matter.move(world.fruit, world.basket[number - 1], np.ones(len(most_first), np.int16), CAUSE, at=most_first)
    return len(most_first)


def _a_swarm(world: World, start: Start, name: str) -> int:
    colonies = next(colonies for colonies in world.colonies if colonies.kind.name == name)
    full = colonies.workers.amount - SWARM_WORKERS
    hive = int(np.argmax(full))
    honey_left = int(colonies.honey.amount[hive]) - SWARM_HONEY
    if full[hive] < 2 * max(start.workers[name], SWARM_WORKERS) or honey_left < colonies.kind.raise_above:
        return 0
    this = np.array([hive])
    world.matter.move(colonies.workers, colonies.swarm, SWARM_WORKERS, CAUSE, at=this)
    world.matter.move(colonies.honey, world.hand_honey, SWARM_HONEY, CAUSE, at=this)
    return 1


@dataclass(frozen=True, slots=True)
class _Spare:
    """What each tile could give, and how much is wanted in all."""

    stock: Stock
    amount: Grid
    wanted: int


def _bundle(world: World, hand: Stock, carbon: _Spare, mineral: _Spare) -> bool:
    """Make one thing for the hand from what can be spared, most from where there is most; False if there is not
    enough."""
    if any(whole(spare.amount) < spare.wanted for spare in (carbon, mineral)):
        return False
    for spare, bundle in ((carbon, world.gift_carbon), (mineral, world.gift_mineral)):
        most_first = np.argsort(-spare.amount, kind="stable")
        taken = np.diff(np.minimum(np.cumsum(spare.amount[most_first], dtype=np.int64), spare.wanted), prepend=0)
        giving = taken > 0
        world.matter.move(spare.stock, bundle, taken[giving], CAUSE, at=most_first[giving])
    world.matter.make(hand, 1, CAUSE, carbon=world.gift_carbon, mineral=world.gift_mineral)
    return True
