"""Lichen: a fungus and an alga on one tile of rock keep each other alive.

In the world      The fungus holds water and etches mineral from rock; the alga makes sugar from light. Apart, neither
                  lasts on bare rock. Old crust becomes the first humus.
In the game       Both eat from the common sugar. Without an alga no sugar comes; without a fungus the alga dries.
                  Thick crusts spread to rock beside them, and flake. Where enough has flaked, rock is soil.
Moves             carbon: air -> lichen sugar (light on lichen) -> air (lichen breath, etching) · mineral: rock ->
                  lichen mineral (etching) · both -> fungus, alga (lichen growth) -> fungus, alga beside (spreading);
                  fungus, alga -> litter (fungus without sugar, alga without shelter, flaking, no rock to live on);
                  lichen sugar, lichen mineral -> litter (nobody left)
Partnership       exchange: the fungus gives shelter and mineral, the alga gives sugar.
Switched off      bare rock stays bare (tests/laws/test_lichen.py).
Evidence          solid, old (richardson1968)
"""

from __future__ import annotations

import numpy as np

from game.engine import calendar
from game.engine.lichens import Lichens
from game.engine.matter import Grid, Stock
from game.engine.systems.shares import capped, share, where_negative
from game.engine.world import SOIL, World

SUGAR_HELD = 32  # carbon a tile's lichen can store
MINERAL_HELD = 8
CRUST = 24  # units of fungus and alga that a tile can carry
SHELTER = 2  # algae that one fungus keeps moist
RICH = 8  # sugar above which there is growth and etching
LIGHT = 5  # halvings of alga x sun
ALGA_BREATH, FUNGUS_BREATH = 5, 3  # halvings of their bodies
STARVING = 1  # halvings of what the fungus lacks
DRYING = 3  # halvings of the algae without shelter
ETCHING = 3  # halvings of the fungus
FLAKING = 7  # halvings of the crust
SPREADS_FROM = 6  # units of each partner
SPREADS_EVERY = 8  # ticks
SOIL_FROM = 24  # mineral in litter at which rock has become soil


def step(world: World) -> None:
    lichens = world.lichens
    if lichens is None or not (np.count_nonzero(lichens.fungus.amount) or np.count_nonzero(lichens.alga.amount)):
        return
    bits = world.chance("lichen")
    unpaid = _eat(world, lichens, bits)
    _etch(world, lichens, bits >> 4)
    _wither(world, lichens, unpaid, world.chance("lichen losses"))
    _grow(world, lichens)
    if world.tick % SPREADS_EVERY == 0:
        _spread(world, lichens)
    if world.tick % SPREADS_EVERY == 1:
        _become_soil(world)


def _eat(world: World, lichens: Lichens, bits: Grid) -> Grid:
    """Make sugar and eat it; return what the fungus could not pay for."""
    made = capped(share(lichens.alga.amount * calendar.sun(world.tick), LIGHT, bits), SUGAR_HELD - lichens.sugar.amount)
    world.matter.move(world.air, lichens.sugar, made, "light on lichen")
    of_alga = share(lichens.alga.amount, ALGA_BREATH, bits >> 5)
    of_fungus = share(lichens.fungus.amount, FUNGUS_BREATH, bits >> 10)
    hunger = of_alga + of_fungus if lichens.together else of_alga
    eaten = np.minimum(hunger, lichens.sugar.amount)
    world.matter.move(lichens.sugar, world.air, eaten, "lichen breath")
    return hunger - eaten if lichens.together else of_fungus


def _etch(world: World, lichens: Lichens, bits: Grid) -> None:
    able = where_negative(lichens.mineral.amount - MINERAL_HELD) & where_negative(RICH - lichens.sugar.amount)
    etched = np.minimum(share(lichens.fungus.amount, ETCHING, bits), world.subsoil.amount) & able & world.rock
    world.matter.move(world.subsoil, lichens.mineral, etched, "etching")
    world.matter.move(lichens.sugar, world.air, etched, "etching")


def _wither(world: World, lichens: Lichens, unpaid: Grid, bits: Grid) -> None:
    fungus, alga = lichens.partners
    shelter = SHELTER if lichens.together else 0
    _lose(world, fungus, np.minimum(share(unpaid, STARVING, bits), fungus.amount), "fungus without sugar")
    exposed = np.maximum(alga.amount - fungus.amount * shelter, 0)
    _lose(world, alga, share(exposed, DRYING, bits >> 1), "alga without shelter")
    for partner, shift in ((fungus, 2), (alga, 8)):
        _lose(world, partner, share(partner.amount, FLAKING, bits >> shift), "flaking")
        _lose(world, partner, partner.amount & ~world.rock, "no rock to live on")
    nobody = where_negative(fungus.amount + alga.amount - 1)
    for store, litter in ((lichens.sugar, world.litter_carbon), (lichens.mineral, world.litter_mineral)):
        left = store.amount & nobody
        if np.count_nonzero(left):
            world.matter.move(store, litter, left, "nobody left")


def _lose(world: World, partner: Stock, units: Grid, cause: str) -> None:
    if np.count_nonzero(units):
        world.matter.unmake(partner, units, cause, carbon=world.litter_carbon, mineral=world.litter_mineral)


def _grow(world: World, lichens: Lichens) -> None:
    """The smaller partner grows first."""
    fungus, alga = lichens.partners
    crust = fungus.amount + alga.amount
    room = where_negative(RICH - 1 - lichens.sugar.amount) & where_negative(-lichens.mineral.amount)
    room &= where_negative(crust - CRUST) & where_negative(-crust)
    more_alga = where_negative(fungus.amount - alga.amount)
    common = {"carbon": lichens.sugar, "mineral": lichens.mineral}
    world.matter.make(fungus, room & more_alga & 1, "lichen growth", **common)
    world.matter.make(alga, room & ~more_alga & where_negative(-alga.amount) & 1, "lichen growth", **common)


def _spread(world: World, lichens: Lichens) -> None:
    """Both partners travel together, one unit of each, to a rock beside."""
    thick = np.minimum(lichens.fungus.amount, lichens.alga.amount) >= SPREADS_FROM
    here = np.flatnonzero(thick)
    if not len(here):
        return
    toward = world.chance("soredia")[here].astype(np.int64) & 0xFFFF
    there = here + (toward % 3 - 1) * world.stride + toward // 3 % 3 - 1
    landing = world.rock[there] != 0
    here, there = here[landing], there[landing]
    ones = np.ones(len(here), np.int16)
    for partner in lichens.partners:
        world.matter.move(partner, partner, ones, "spreading", at=here, to=there)


def _become_soil(world: World) -> None:
    deep = np.flatnonzero(world.rock & where_negative(SOIL_FROM - 1 - world.litter_mineral.amount))
    if len(deep):
        world.ground[deep] = SOIL
        world.fields["tally_soil_formed"] += len(deep)
        world.map_changed()
        for place in deep.tolist():
            world.tell("soil_formed", place, "land")
