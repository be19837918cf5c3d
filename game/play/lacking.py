"""What a member lacks most: the need that is met least, and where it can be told more exactly what is behind it."""

from __future__ import annotations

import numpy as np

from game.engine.flourishing import Wellbeing
from game.engine.needs import unwell
from game.engine.world import LACKS, World
from game.play.hand import basket


def lacking(world: World, member: Wellbeing) -> str:
    """A need by its name. For a home that goes hungry while food lies in the basket: basket. For plants that are unwell
    or too few, what most of them want: water, mineral or light. For a lichen partner that lives alone, or mycelium of
    which nothing is left, what it is: fungus, alga or mycelium."""
    if member.member in world.households.names and member.least == "food" and basket(world):
        return "basket"
    if member.least == "vigour" or (member.least == "number" and member.member in world.flora.index):
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
