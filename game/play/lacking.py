"""What a member lacks most: the need that is met least, and where it can be told more exactly what is behind it; and
what whoever is at a tile lacks at this moment."""

from __future__ import annotations

import numpy as np

from game.engine.doughnut import FLOOR
from game.engine.flourishing import Wellbeing
from game.engine.needs import unwell
from game.engine.world import LACKS, World
from game.play.beings import Being, being_at, number_of
from game.play.causes import wanting
from game.play.hand import basket
from game.play.names import time
from game.play.stores import CAN_BE_STORED, stored
from game.words import say


def lacking(world: World, member: Wellbeing) -> str:
    """A need by its name. For a home that goes hungry while food lies in the basket: basket. For plants that are
    unwell, too few or not grown up, what most of them want: water, mineral or light. For a lichen partner that lives
    alone, or mycelium of which nothing is left, what it is: fungus, alga or mycelium."""
    if member.member in world.households.names and member.least == "food" and basket(world):
        return "basket"
    if member.member in world.flora.index and member.least in ("vigour", "number", "grown"):
        return _wanted(world, world.flora.index[member.member]) or member.least
    return _alone(world, member.member) or member.least


def _wanted(world: World, number: int) -> str:
    """What most of the plants of a kind want."""
    lack = world.lack[(world.flora.species == number) & unwell(world)]
    return LACKS[int(np.bincount(lack).argmax())] if len(lack) else ""


def _alone(world: World, name: str) -> str:
    """The role of a partner that lives on most of its tiles without the other, or on none; else empty."""
    if world.web is not None and name == world.web.kind.name:
        return "" if np.count_nonzero(world.web.threads.amount) else "mycelium"
    halves = world.lichens.halves if world.lichens is not None else ()
    for kind, living, _ in halves:
        if kind.name == name:
            here = living.amount > 0
            met = np.any([stock.amount > 0 for _, stock, _ in halves if stock is not living], axis=0)
            return kind.role if 2 * np.count_nonzero(here & met) <= np.count_nonzero(here) else ""
    return ""


# ----------------------------------------------------------------- one being

def lacks_now(world: World, place: int) -> str | None:
    """What whoever is at tile `place` lacks at this moment, in a sentence, or None.

    The world keeps it, since what does not flow leaves no move.
    """
    being = being_at(world, place)
    look = {"plant": _plant_lacks, "hive": _hive_lacks, "home": _home_lacks, "animal": _animal_lacks,
            "lichen": _lichen_lacks, "ground": _ground_lacks}
    key = look[being.what](world, being) if being.what in look else None
    if key is None:
        return None
    lacked = time(int(world.fields["lack_ticks"][being.tile]))
    return say(f"why.lacks.{being.what}.{key}", who=being.who, time=lacked)


def _plant_lacks(world: World, being: Being) -> str | None:
    return wanting(world, being.tile)


def _hive_lacks(world: World, being: Being) -> str | None:
    colonies = next(colonies for colonies in world.colonies if colonies.kind.title_plural == being.who)
    if not colonies.workers.amount[being.place]:
        return "bees"
    return None if colonies.honey.amount[being.place] else "honey"


def _home_lacks(world: World, being: Being) -> str | None:
    """Of what was met too little of late, what is still missing now."""
    met = world.households.met(being.place)
    left = {need: stored(world, being.place, need) for need in met if need in CAN_BE_STORED}
    if left.get("food") == 0:
        return "food"
    return min((need for need in met if met[need] < FLOOR and not left.get(need)), key=met.__getitem__, default=None)


def _animal_lacks(world: World, being: Being) -> str | None:
    animals = next(animals for animals in world.animals if animals.carbon.name in being.parts[0])
    return "food" if animals.carbon.amount[number_of(animals, being.place)] < animals.kind.hungry else None


def _lichen_lacks(world: World, being: Being) -> str | None:
    """Either partner is lost without the other."""
    lichens = world.lichens
    if lichens is None or not lichens.fungus.amount[being.tile]:
        return "fungus"
    return None if lichens.alga.amount[being.tile] else "alga"


def _ground_lacks(world: World, being: Being) -> str | None:
    if not world.soil[being.tile]:
        return None
    if not world.soil_water.amount[being.tile]:
        return "water"
    return None if world.soil_mineral.amount[being.tile] else "mineral"
