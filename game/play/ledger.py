"""What each partnership moved in a play, from one to the other; whoever keeps this book only watches.

    pairing    nectar that bees carried from flowers beside a partner in bloom
    exchange   sugar that an alga made for its fungus, mineral that a fungus etched for its alga; sugar that a plant
               paid for nodules, mineral that they gave it
    network    rent to the threads; carbon and mineral from the threads to plants
    carrying   what animals ate of a plant's fruit, and the seed that they let go on soil
    society    food that one shared with another

`formed` is the tick at which a partnership first moved anything, None if it never did.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from game.engine.matter import Amount, Grid, Places, Stock, whole
from game.engine.recorders import Totals
from game.engine.species import Partnership
from game.engine.world import World

ALONG = "along the web"
CAUSES: Mapping[str, tuple[str, ...]] = {
    "pairing": ("foraging",),
    "exchange": ("light on lichen", "etching", "feeding nodules", "nodules at work"),
    "network": ("rent", "fed by the web", "handed over"),
    "carrying": ("eating", "picking up", "letting go"),
    "society": ("shared food",),
}

Motes = np.ndarray[Any, Any]
Theirs = Callable[[Stock, Stock, Motes, Places | None], Motes]


class Ledger(Totals):
    """The recorder of a whole play: all flows by cause, and those that belong to partnerships."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.formed: dict[str, int | None] = {bond.name: None for bond in world.partnerships}
        self.moved: dict[str, Counter[str]] = {bond.name: Counter() for bond in world.partnerships}
        self._world = world
        self._of: dict[str, list[tuple[str, Theirs]]] = {}
        for bond in world.partnerships:
            for cause in CAUSES.get(bond.kind, ()):
                self._of.setdefault(cause, []).append((bond.name, _theirs(world, bond)))

    def note(
        self, kind: str, source: Stock, target: Stock, motes: Amount, cause: str, at: Places | None, to: Places | None
    ) -> None:
        Totals.note(self, kind, source, target, motes, cause, at, to)
        for name, theirs in self._of.get(cause, ()):
            if units := whole(np.abs(theirs(source, target, np.asarray(motes), at))):
                self.moved[name][kind] += units
                if self.formed[name] is None:
                    self.formed[name] = self._world.tick

    @property
    def along_the_web(self) -> int:
        """Motes that went from one tile of the web to the next."""
        return sum(motes for (cause, _), motes in self.flows.items() if cause == ALONG)


def _theirs(world: World, bond: Partnership) -> Theirs:
    """Picks, of the motes of one move, those that the partnership carried."""
    if bond.kind == "pairing":
        return lambda source, target, motes, at: motes * (_beside_a_partner(world, bond)[at] != 0)
    if bond.kind == "exchange":
        hosts = [world.flora.index[name] for name in bond.members if name in world.flora.index]
        if hosts:
            return lambda source, target, motes, at: _given_at_the_roots(world, hosts, source, target, motes)
        return lambda source, target, motes, at: _given_in_a_crust(world, target, motes)
    if bond.kind == "carrying":
        return lambda source, target, motes, at: _for_a_carrier(world, bond, source, target, motes, at)
    if bond.kind == "society":
        stores = {f"{name}_carbon" for name in bond.members}
        return lambda source, target, motes, at: motes if source.name in stores else motes * 0
    return lambda source, target, motes, at: motes * np.isin(world.flora.species, _in_the_web(world, bond))


def _in_the_web(world: World, bond: Partnership) -> list[int]:
    """The kinds of plants in a network; whoever is in two of them counts for the last one named, the level's own."""
    later = world.partnerships[world.partnerships.index(bond) + 1 :]
    elsewhere = {name for other in later if other.kind == "network" for name in other.members}
    return [world.flora.index[name] for name in bond.members if name in world.flora.index and name not in elsewhere]


def _beside_a_partner(world: World, bond: Partnership) -> Grid:
    """Not 0 where a flower of the pairing blooms beside one of another of its kinds."""
    blooming, beside = world.open_flowers(), world.grid()
    kinds = [blooming & world.flora.of(world.flora.index[name]) for name in bond.members]
    for kind in kinds:
        others = sum((other for other in kinds if other is not kind), world.grid())
        beside |= kind & -(world.around(others) != 0).astype(np.int16)
    return beside


def _given_in_a_crust(world: World, target: Stock, motes: Motes) -> Motes:
    """Where both partners live; the carbon that etching costs the fungus itself is no gift."""
    lichens = world.lichens
    if lichens is None or not (target is lichens.sugar or target is lichens.mineral):
        return motes * 0
    return motes * ((lichens.fungus.amount > 0) & (lichens.alga.amount > 0))


def _given_at_the_roots(world: World, hosts: list[int], source: Stock, target: Stock, motes: Motes) -> Motes:
    """What bacteria take from the air and breathe out again is between them and the air."""
    if source is world.sugar or target is world.plant_mineral:
        return motes * np.isin(world.flora.species, hosts)
    return motes * 0


def _for_a_carrier(
    world: World, bond: Partnership, source: Stock, target: Stock, motes: Motes, at: Places | None
) -> Motes:
    """Pulp or nuts from the members' fruit to the members' bodies, and seed from them to the soil."""
    animals = [animals for animals in world.animals if animals.kind.name in bond.members]
    plants = [world.flora.index[name] for name in bond.members if name in world.flora.index]
    if source is world.fruit and at is not None:
        mine = any(target is here.carbon or target is here.mineral for here in animals)
        return motes * (np.isin(world.flora.species[at], plants) & mine)
    theirs = any(source is here.carried.get(plant) for here in animals for plant in plants)
    return motes if theirs else motes * 0
