"""Lichen: a fungus and an alga on one tile of rock keep each other alive.

In the world      The fungus holds water and etches mineral from rock; the alga makes sugar from light. Apart, neither
                  lasts on bare rock. Old crust becomes the first humus.
In the game       Both eat from the common sugar. Without an alga no sugar comes; without a fungus the alga dries.
                  Thick crusts spread to rock beside them, and flake. Where enough has flaked, rock is soil.
In numbers        every fourth tick: sugar = alga x sun / {2**LIGHT}, up to {SUGAR_HELD}; hunger = alga /
                  {2**ALGA_BREATH} + fungus / {2**FUNGUS_BREATH}, and as much fungus is lost as goes hungry; of algae
                  above {SHELTER} x fungus 1/{2**DRYING} dry; etched = fungus / {2**ETCHING} while sugar > {RICH};
                  flakes = crust / {2**FLAKING}; soil at {SOIL_FROM} mineral in litter
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
from game.engine.matter import Grid, SmallMask, Stock, places_of
from game.engine.systems.shares import above, as_grid, at_least_none, below, capped, one_each, share, where_negative
from game.engine.tiles import ROCK, SOIL
from game.engine.world import World

SUGAR_HELD = 32  # carbon a tile's lichen can store
MINERAL_HELD = 8
CRUST = 24  # units of fungus and alga that a tile can carry
SHELTER = 2  # algae that one fungus keeps moist
RICH = 8  # sugar above which there is growth and etching
LIGHT = 3  # halvings of alga x sun, every fourth tick as all that follow
ALGA_BREATH, FUNGUS_BREATH = 3, 1  # halvings of their bodies
DRYING = 1  # halvings of the algae without shelter
ETCHING = 1  # halvings of the fungus
FLAKING = 6  # halvings of the crust
SPREADS_FROM = 5  # units of each partner
SPREADS_EVERY = 8  # ticks
RESTS = (5, 7)  # ticks of these
HARD_BELOW = 16  # mineral in rock below which a crust finds hardly anything to bite out
SOIL_FROM = 32  # mineral in litter at which rock has become soil


def step(world: World) -> None:
    """In turns: eating on every fourth tick, building two ticks later, news of the ground in between."""
    lichens, turn = world.lichens, world.tick % SPREADS_EVERY
    if lichens is None or turn in RESTS or not _anybody(lichens):
        return
    if turn % 4 == 0:
        _eat(world, lichens, world.chance("lichen"))
    elif turn % 4 == 2:
        _build(world, lichens, world.chance("crust"))
    elif turn == 1:
        _spread(world, lichens)
    elif turn == 3:
        _become_soil(world)


def _anybody(lichens: Lichens) -> bool:
    return bool(np.count_nonzero(lichens.alga.amount) or np.count_nonzero(lichens.fungus.amount))


def _eat(world: World, lichens: Lichens, bits: Grid) -> None:
    """Sugar is made and eaten; who goes without, dies back."""
    fungus, alga, sugar = lichens.fungus.amount, lichens.alga.amount, lichens.sugar.amount
    made = capped(share(alga * as_grid(calendar.sun(world.tick)), LIGHT, bits), as_grid(SUGAR_HELD) - sugar)
    world.matter.draw(world.air, lichens.sugar, made, "light on lichen")
    of_alga, of_fungus = share(alga, ALGA_BREATH, bits >> as_grid(3)), share(fungus, FUNGUS_BREATH, bits >> as_grid(6))
    hunger = of_alga + of_fungus if lichens.together else of_alga
    eaten = np.minimum(hunger, sugar)
    world.matter.move(lichens.sugar, world.air, eaten, "lichen breath")
    unpaid = hunger - eaten if lichens.together else of_fungus
    _lose(world, lichens.fungus, np.minimum(unpaid, fungus), "fungus without sugar")
    exposed = alga - fungus * as_grid(SHELTER) if lichens.together else alga
    dried = share(at_least_none(exposed), DRYING, bits >> as_grid(8))
    _lose(world, lichens.alga, dried, "alga without shelter")


def _build(world: World, lichens: Lichens, bits: Grid) -> None:
    """Etch mineral from rock, flake, and grow."""
    rock = world.rock
    able = below(lichens.mineral.amount, MINERAL_HELD) & above(lichens.sugar.amount, RICH)
    etched = np.minimum(share(lichens.fungus.amount, ETCHING, bits), world.subsoil.amount) & able & rock
    if np.count_nonzero(etched):
        world.matter.move(world.subsoil, lichens.mineral, etched, "etching")
        world.matter.move(lichens.sugar, world.air, np.minimum(etched, lichens.sugar.amount), "etching")
    for partner, shift in zip(lichens.partners, (1, 6), strict=True):
        _lose(world, partner, share(partner.amount, FLAKING, bits >> as_grid(shift)), "flaking")
    _grow(world, lichens)
    _leave(world, lichens, ~rock)


def _lose(world: World, partner: Stock, units: Grid, cause: str) -> None:
    if np.count_nonzero(units):
        world.matter.unmake(partner, units, cause, carbon=world.litter_carbon, mineral=world.litter_mineral)


def _grow(world: World, lichens: Lichens) -> None:
    """The smaller partner grows first."""
    fungus, alga = lichens.partners
    crust = fungus.amount + alga.amount
    room = above(lichens.sugar.amount, RICH - 1) & above(lichens.mineral.amount, 0)
    room &= below(crust, CRUST) & above(crust, 0)
    if not np.count_nonzero(room):
        return
    more_alga = where_negative(fungus.amount - alga.amount)
    both = room & ~more_alga & above(alga.amount, 0)
    for partner, growing in ((fungus, room & more_alga & as_grid(1)), (alga, both & as_grid(1))):
        world.matter.make(partner, growing, "lichen growth", carbon=lichens.sugar, mineral=lichens.mineral)


def _leave(world: World, lichens: Lichens, elsewhere: SmallMask) -> None:
    """What is left where rock became soil, or where both partners are gone, is litter."""
    anybody = lichens.fungus.amount | lichens.alga.amount
    if np.count_nonzero(anybody & elsewhere):
        for partner in lichens.partners:
            _lose(world, partner, partner.amount & elsewhere, "no rock to live on")
        anybody = lichens.fungus.amount | lichens.alga.amount
    nobody = below(anybody, 1)
    for store, litter in ((lichens.sugar, world.litter_carbon), (lichens.mineral, world.litter_mineral)):
        left = store.amount & nobody
        if np.count_nonzero(left):
            world.matter.move(store, litter, left, "nobody left")


def _spread(world: World, lichens: Lichens) -> None:
    """Both partners travel together, one unit of each, to a rock beside."""
    thick = np.minimum(lichens.fungus.amount, lichens.alga.amount) >= as_grid(SPREADS_FROM)
    here = places_of(thick)
    if not len(here):
        return
    toward = world.chance_at("soredia", here).astype(np.int64) & 0xFFFF
    there = here + (toward % 3 - 1) * world.stride + toward // 3 % 3 - 1
    landing = world.rock[there] != 0
    here, there = here[landing], there[landing]
    ones = one_each(len(here))
    for partner in lichens.partners:
        world.matter.move(partner, partner, ones, "spreading", at=here, to=there)


def _become_soil(world: World) -> None:
    deep = places_of(above(world.litter_mineral.amount, SOIL_FROM - 1))
    deep = deep[world.ground[deep] == ROCK]
    if len(deep):
        world.ground[deep] = SOIL
        world.fields["tally_soil_formed"] += len(deep)
        world.map_changed()
        for place in deep.tolist():
            world.tell("soil_formed", place, "land")
