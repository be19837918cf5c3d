"""Who is who in the world's stocks: the beings whose giving and taking can be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.engine.animals import Animals
from game.engine.tiles import GROUNDS
from game.engine.world import World
from game.play.names import home_called
from game.words import has, say

What = Literal["plant", "hive", "home", "animal", "lichen", "ground", "tip"]

PLANT = frozenset({"sugar", "body", "plant_mineral", "nectar", "fruit"})
EARTH = frozenset({"soil_water", "soil_mineral"})           # what roots reach
LITTER = frozenset({"subsoil", "litter_carbon", "litter_mineral"})
STORES = frozenset({"pantry_carbon", "pantry_mineral", "home_jar", "home_wood"})     # what a home has
TIP = frozenset({"tip_carbon", "tip_mineral"})


@dataclass(frozen=True, slots=True)
class Being:
    """Somebody or something at a tile. `parts` are sets of stocks; `place` is where it is in all of them.

    Animals move up in their stocks when others go: the `place` of one is its ident.
    """

    what: What
    who: str
    tile: int
    place: int
    parts: tuple[frozenset[str], ...]


def being_at(world: World, tile: int) -> Being:
    """Who is at a tile: a colony in its hive, a household, the tip, a plant, the first of the animals there, a lichen,
    or else the ground itself."""
    for colonies in world.colonies:
        for number in np.flatnonzero(colonies.place == tile).tolist():
            stocks = frozenset({colonies.honey.name, colonies.mineral.name, colonies.workers.name})
            return Being("hive", colonies.kind.title_plural, tile, number, (stocks,))
    for number in np.flatnonzero(world.households.place == tile).tolist():
        return Being("home", world.households.names[number], tile, number, (STORES,))
    if tile == world.commons.tip_place:
        return Being("tip", say("why.partners.tip"), tile, 0, (TIP,))
    if species := int(world.flora.species[tile]):
        return Being("plant", world.flora.kind(species).title, tile, tile, (PLANT, EARTH))
    for animals in world.animals:
        for number in np.flatnonzero(animals.place == tile).tolist():
            stocks = frozenset(stock.name for stock in (animals.carbon, animals.mineral, *animals.carried.values()))
            return Being("animal", animals.kind.title, tile, int(animals.column("ident")[number]), (stocks,))
    lichens = world.lichens
    if lichens is not None and any(partner.amount[tile] for partner in lichens.partners):
        fungus = frozenset({lichens.fungus.name, lichens.mineral.name})     # it bites mineral out of stone
        alga = frozenset({lichens.alga.name, lichens.sugar.name})           # it makes sugar
        return Being("lichen", say("why.lichen"), tile, tile, (fungus, alga))
    seeds = frozenset(stock.name for stock in world.seeds)
    return Being("ground", say(f"why.grounds.{GROUNDS[world.ground[tile]]}"), tile, tile, (EARTH, LITTER | seeds))


def number_of(animals: Animals, ident: int) -> int:
    """Where the animal known by `ident` is among its kind now; -1 if it is not there."""
    found = np.flatnonzero(animals.column("ident") == ident)
    return int(found[0]) if len(found) else -1


def partner(world: World, stock: str, place: int, species_before: int) -> tuple[str, bool]:
    """Who holds `stock` at `place`, in words, and whether that is somebody who lives.

    `species_before` is what stood on that tile a tick ago, for it may have died since.
    """
    if stock in PLANT:
        number = int(world.flora.species[place]) or species_before
        return (world.flora.kind(number).title_plural, True) if number else (say("why.partners.plants"), True)
    if stock in STORES:
        return home_called(world.households.names[place]), True
    if stock in TIP:
        return say("why.partners.tip"), False
    if stock.startswith("fund_"):
        return say("why.partners.fund"), True
    for colonies in world.colonies:
        if stock in (colonies.honey.name, colonies.mineral.name, colonies.workers.name):
            return colonies.kind.title_plural, True
    for animals in world.animals:
        if any(stock == held.name for held in (animals.carbon, animals.mineral, *animals.carried.values())):
            return animals.kind.title_plural, True
    if (lichens := world.lichens) is not None:
        shared = (lichens.mineral.name, lichens.sugar.name)     # in the order of the partners
        for half, partner_stock, store in zip(lichens.kinds, lichens.partners, shared, strict=True):
            if stock in (partner_stock.name, store):
                return half.title_plural, True
    if world.nodules is not None and stock == world.nodules.living.name:
        return world.nodules.kind.title_plural, True
    for kind, seeds in zip(world.flora.kinds, world.seeds, strict=True):
        if stock == seeds.name:
            return kind.title_plural, True
    if stock.startswith(("hand_", "basket_", "shelf_", "gift_")):
        return say("why.partners.you"), True
    if stock in ("threads", "threads_mineral"):
        return say("why.partners.threads"), True
    return say(key) if has(key := f"why.partners.{stock}") else stock.replace("_", " "), False
