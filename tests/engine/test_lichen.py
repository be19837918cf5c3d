"""Lichen, looked at closely: what each partner does on one tile of rock."""

from __future__ import annotations

import numpy as np

from game.engine.systems import lichen
from game.engine.tick import tick
from game.engine.tiles import ROCK, SOIL
from game.engine.world import World
from tests.laws.lands import ALGA, EXCHANGE, FUNGUS


def rock(fungus: int, alga: int, *, trading: bool = True, size: int = 5) -> World:
    """Bare rock with a crust on the tile in its middle."""
    world = World(size, size, 1, [FUNGUS, ALGA], partnerships=[EXCHANGE] if trading else [])
    world.map("ground")[:] = ROCK
    world.map_changed()
    world.subsoil.amount[world.rock != 0] = 96
    middle = world.place(size // 2, size // 2)
    world.lichens.fungus.amount[middle], world.lichens.alga.amount[middle] = fungus, alga
    return world


def live(world: World, ticks: int) -> World:
    for _ in range(ticks):
        tick(world, checked=True)
    return world


def test_the_alga_makes_sugar_and_the_fungus_etches_rock():
    world = live(rock(4, 4), 32)
    assert world.subsoil.amount[world.place(2, 2)] < 96
    assert sum(int(partner.amount.sum()) for partner in world.lichens.partners) > 8


def test_no_sugar_is_made_from_air_that_is_not_there():
    world = rock(0, 24)
    world.air.amount[0] = 3
    live(world, 16)
    assert world.air.amount[0] >= 0


def test_a_thick_crust_travels_as_both_partners_to_rock_only():
    world = rock(12, 12)
    world.map("ground")[:, 3:] = SOIL
    world.map_changed()
    live(world, 80)
    fungus, alga = world.map(world.lichens.fungus), world.map(world.lichens.alga)
    assert np.count_nonzero(fungus) > 1
    assert fungus[:, 3:].sum() == alga[:, 3:].sum() == 0


def test_rock_under_deep_flakes_is_soil_and_its_lichen_becomes_litter():
    world = rock(4, 4)
    middle = world.place(2, 2)
    world.litter_mineral.amount[middle] = lichen.SOIL_FROM
    told = []
    for _ in range(8):
        tick(world, checked=True)
        told += [event.place for event in world.events if event.kind == "soil_formed"]
    assert told == [middle]
    assert world.ground[middle] == SOIL
    assert world.lichens.fungus.amount[middle] == world.lichens.alga.amount[middle] == 0
    assert world.fields["tally_soil_formed"][0] == 1


def test_partners_that_do_not_trade_live_each_for_itself():
    together, apart = live(rock(6, 6), 48), live(rock(6, 6, trading=False), 48)
    assert together.lichens.fungus.amount.sum() >= 6
    assert apart.lichens.fungus.amount.sum() == apart.lichens.alga.amount.sum() == 0
