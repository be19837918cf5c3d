"""Census: how many there are of each kind, and what there was when the level opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.webs import JOINED_FROM
from game.engine.world import World

LAND = "land"


@dataclass(frozen=True, slots=True)
class Start:
    """What there was when the level opened, in the hand and on the map: the measure of all that follows."""

    members: tuple[str, ...]
    plants: Mapping[str, int]
    workers: Mapping[str, int]
    others: Mapping[str, int]
    living_mineral: int
    soil_mineral: int

    @classmethod
    def of(cls, world: World, members: Sequence[str]) -> Start:
        in_hand = {
            kind.name: int(stock.amount[0]) for kind, stock in zip(world.flora.kinds, world.hand.young, strict=True)
        }
        return cls(
            tuple(members),
            {
                kind.name: in_hand[kind.name] + count_plants(world, number)
                for number, kind in enumerate(world.flora.kinds, 1)
            },
            {colonies.kind.name: int(colonies.workers.amount.sum()) for colonies in world.colonies},
            {
                member: max(1, count(world, member) + _in_hand(world, member))
                for member in members
                if _is_other(world, member)
            },
            living_mineral(world),
            soil_mineral(world),
        )


def count(world: World, name: str) -> int:
    """How many there are of a species: plants that are more than seedlings, workers, animals; tiles where a lichen
    partner lives or mycelium joins the soil. 0 for whoever cannot live here at all."""
    if name in world.flora.index:
        return count_plants(world, world.flora.index[name])
    for colonies in world.colonies:
        if colonies.kind.name == name:
            return int(colonies.workers.amount.sum())
    for animals in world.animals:
        if animals.kind.name == name:
            return len(animals)
    for kind, living, _ in world.lichens.halves if world.lichens else ():
        if kind.name == name:
            return int(np.count_nonzero(living.amount))
    if world.web is not None and world.web.kind.name == name:
        return int(np.count_nonzero(world.web.threads.amount >= JOINED_FROM))
    return 0


def count_plants(world: World, number: int) -> int:
    """Living plants of a kind that are more than seedlings."""
    return int(np.count_nonzero(established(world, number)))


def living_mineral(world: World) -> int:
    """Mineral in the living round: soil, litter, plants, seed, hives, animals, lichen, nodules, threads; not in stone,
    deep earth, air, beyond, hand, basket or pantry."""
    stocks = [world.soil_mineral, world.litter_mineral, world.plant_mineral, world.fruit, *world.seeds]
    for colonies in world.colonies:
        stocks += [colonies.mineral, colonies.workers]
    for animals in world.animals:
        stocks += [animals.mineral, *animals.carried.values()]
    if world.lichens is not None:
        stocks += [*world.lichens.partners, world.lichens.mineral]
    if world.nodules is not None:
        stocks.append(world.nodules.living)
    if world.web is not None:
        stocks.append(world.web.mineral)
    return sum(stock.motes("mineral") for stock in stocks)


def soil_mineral(world: World) -> int:
    """Mineral in soil and litter: what roots find, now or soon."""
    return world.soil_mineral.motes("mineral") + world.litter_mineral.motes("mineral")


def tiles_held(world: World, member: str) -> int:
    """Tiles where a lichen partner or mycelium lives; rock that lichen has made soil of still counts for it."""
    tiles = count(world, member)
    if world.lichens is not None and member in (kind.name for kind in world.lichens.kinds):
        tiles += int(world.fields["tally_soil_formed"][0])
    return tiles


def established(world: World, number: int) -> NDArray[np.bool_]:
    """Where plants of a kind stand that are more than seedlings."""
    established: NDArray[np.bool_] = (world.flora.species == number) & (world.body.amount * 2 >= world.flora.flowers_at)
    return established


def _is_other(world: World, member: str) -> bool:
    """Whether a member is neither plant, colony, home nor the land."""
    known = {*world.flora.index, *(colonies.kind.name for colonies in world.colonies), *world.households.names, LAND}
    return member not in known


def _in_hand(world: World, member: str) -> int:
    """Flakes or spores in the hand: each can take one tile."""
    for kind, _, held in world.lichens.halves if world.lichens else ():
        if kind.name == member:
            return int(held.amount[0]) // kind.flake
    if world.web is not None and world.web.kind.name == member:
        return int(world.web.spores.amount[0])
    return 0
