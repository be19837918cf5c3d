"""The season's turn: every member that does well gives one thing of its own, and the hand is refilled.

Gifts of matter are taken from the giver, who keeps what it needs: a plant gives of body beyond what it needs to
flower, a hive of bees beyond what it had at the start, a lichen of crust that is thick enough to spread. Help is a day
of work, or a perch set up where birds like to be, and is no matter. The land always gives one small thing.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from game.engine import calendar
from game.engine.census import LAND, Start
from game.engine.flourishing import Flourishing
from game.engine.hand import MULCH_CARBON, MULCH_MINERAL
from game.engine.matter import Grid, Stock, whole
from game.engine.systems.lichen import SPREADS_FROM
from game.engine.systems.shares import most_first
from game.engine.webs import JOINED_FROM
from game.engine.world import World
from game.levels.level import PERCH
from game.play.hand import SWARM_HONEY, SWARM_WORKERS
from game.play.names import kinds
from game.play.progress import Gift

DOES_WELL = 60  # well-being from which a member gives
SEEDS_GIVEN = 4
MULCH_ENOUGH = 3  # bundles in the hand, from which the land gives none
THREADS_KEPT = 2 * JOINED_FROM  # carbon of threads that a tile keeps
CAUSE = "a season's gift"
USES = {
    "young": ("plant",),
    "swarm": ("plant",),
    "seed": ("give", "keep"),
    "fruit": ("give", "keep"),
    "flake": ("inoculate",),
    "spores": ("inoculate",),
    "perch": ("invite",),
}
"""By what may be given: the verbs that have a use for it. What nobody can use stays with its giver."""


def season_gifts(world: World, start: Start, flourishing: Flourishing, verbs: Collection[str]) -> list[Gift]:
    """Let everyone who does well give, in the order of the roll, what the level's `verbs` have a use for; return what
    was given."""
    season = calendar.SEASONS[calendar.season(world.tick)]
    gifts = []
    for member in flourishing.members:
        if member.member == LAND:
            gifts.append(_from_the_land(world))
        elif member.level >= DOES_WELL:
            gift = _from(world, start, member.member, season, verbs)
            if gift is not None:
                gifts.append(gift)
    return gifts


def _from(world: World, start: Start, name: str, season: str, verbs: Collection[str]) -> Gift | None:
    if name in world.households.names:
        return Gift(world.tick, name, "day", "", 1)
    kind = next((kind for kind in kinds(world) if kind.name == name), None)
    what = kind.gift.get(season) if kind is not None else None
    if what is None or not any(verb in verbs for verb in USES[what]):
        return None
    of, given = name, 0
    if what == "young":
        given = _a_young_plant(world, world.flora.index[name])
    elif name in world.flora.index:
        given = _some_seed(world, world.flora.index[name])
    elif what == "swarm":
        given = _a_swarm(world, start, name)
    elif what == "flake":
        given = _a_flake(world, name)
    elif what == "spores":
        given = _spores(world)
    elif what == "perch":
        of, given = PERCH, _a_perch(world)
    elif what == "seed":
        of, given = _a_nut(world, name)
    return Gift(world.tick, name, what, of, given) if given else None


def _from_the_land(world: World) -> Gift:
    """A bundle of mulch from where litter lies thickest; where there is too little, or enough lies in the hand, a day
    of fair weather to work in."""
    carbon = _Spare(world.litter_carbon, (world.litter_carbon.amount >> 1) & world.soil, MULCH_CARBON)
    mineral = _Spare(world.litter_mineral, (world.litter_mineral.amount >> 1) & world.soil, MULCH_MINERAL)
    short = world.hand.mulch.amount[0] < MULCH_ENOUGH
    what = "mulch" if short and _bundle(world, world.hand.mulch, carbon, mineral) else "day"
    return Gift(world.tick, LAND, what, "", 1)


def _a_young_plant(world: World, number: int) -> int:
    """Parts of the strongest plants, divided off: none falls below the body it needs to flower."""
    kind, these = world.flora.kind(number), world.flora.of(number)
    carbon = _Spare(world.body, np.maximum(world.body.amount - kind.flowers_at, 0) & these, kind.young_carbon)
    kept = (world.body.amount >> 2) + 1
    mineral = _Spare(world.plant_mineral, np.maximum(world.plant_mineral.amount - kept, 0) & these, kind.young_mineral)
    return int(_bundle(world, world.hand.young[number - 1], carbon, mineral))


def _some_seed(world: World, number: int) -> int:
    bearing = np.flatnonzero(world.flora.of(number) & world.fruit.amount)
    given = min(SEEDS_GIVEN, whole(world.fruit.amount[bearing]) // 2)
    most_first = bearing[np.argsort(-world.fruit.amount[bearing], kind="stable")][:given]
    one_each = np.ones(len(most_first), np.int16)
    world.matter.move(world.fruit, world.hand.basket[number - 1], one_each, CAUSE, at=most_first)
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
    world.matter.move(colonies.honey, world.hand.honey, SWARM_HONEY, CAUSE, at=this)
    return 1


def _a_flake(world: World, name: str) -> int:
    """Broken off where the crust is thickest; none becomes too thin to spread."""
    for kind, living, held in world.lichens.halves if world.lichens is not None else ():
        spare = np.maximum(living.amount - SPREADS_FROM, 0)
        if kind.name == name and whole(spare) >= kind.flake:
            places, units = most_first(spare, kind.flake)
            world.matter.move(living, held, units, CAUSE, at=places)
            return 1
    return 0


def _spores(world: World) -> int:
    """From where the threads are thickest; all that are joined stay joined."""
    if world.web is None:
        return 0
    threads, wanted = world.web.threads, world.web.kind.spores
    spare = np.maximum(threads.amount - THREADS_KEPT, 0)
    if whole(spare) < wanted:
        return 0
    places, units = most_first(spare, wanted)
    world.matter.move(threads, world.hand.gift_carbon, units, CAUSE, at=places)
    world.matter.make(world.web.spores, 1, CAUSE, carbon=world.hand.gift_carbon)
    return 1


def _a_perch(world: World) -> int:
    """Where birds sit anyway one can put a branch up. It is no matter."""
    if world.perches is None:
        return 0
    world.matter.make(world.perches.held, 1, CAUSE)
    return 1


def _a_nut(world: World, name: str) -> tuple[str, int]:
    """Of what an animal has buried: whole fruit, so that it can lie in the basket; half at least stays buried."""
    animals = next(animals for animals in world.animals if animals.kind.name == name)
    for number in animals.carried:
        plant, buried = world.flora.kind(number), world.seeds[number - 1]
        given = min(SEEDS_GIVEN, whole(buried.amount) // 2)
        if given and (plant.seed_carbon, plant.seed_mineral) == (plant.fruit_carbon, plant.fruit_mineral):
            places, units = most_first(buried.amount, given)
            world.matter.move(buried, world.hand.basket[number - 1], units, CAUSE, at=places)
            return plant.name, given
    return name, 0


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
    for spare, bundle in ((carbon, world.hand.gift_carbon), (mineral, world.hand.gift_mineral)):
        places, units = most_first(spare.amount, spare.wanted)
        world.matter.move(spare.stock, bundle, units, CAUSE, at=places)
    world.matter.make(hand, 1, CAUSE, carbon=world.hand.gift_carbon, mineral=world.hand.gift_mineral)
    return True
