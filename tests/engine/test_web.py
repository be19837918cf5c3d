"""The web: what runs along it, what cuts it, and who is served."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.systems import fruit, mycelium
from game.engine.tiles import FENCE, HOME, PATH, ROCK, WATER
from game.engine.world import World
from tests.laws.lands import MYCELIUM, joined, kind, land, let_pass
from tests.worlds import plant

OTHERS = frozenset({"leaves", "roots", "withering", "decay", "sky"})
LONG = 12


def row_of_threads(threads: int = 8, water: int = 24) -> World:
    """Three rows of soil, threads all over."""
    flowers = (kind("goldenrod"), kind("aster", pays=False), kind("pecan"))
    world = land(3, LONG, 1, [*flowers, MYCELIUM], [joined("goldenrod", "aster", "pecan")], water=water)
    assert world.web is not None
    world.web.threads.amount[world.soil != 0] = threads
    return world


def cut_in_the_middle(world: World, ground: int) -> World:
    world.map("ground")[:, LONG // 2] = ground
    world.map_changed()
    for stock in world.matter.stocks.values():
        if stock.by_tile:
            stock.amount[world.soil == 0] = 0
    return world


def test_mineral_runs_from_the_full_to_the_empty():
    world = row_of_threads(threads=40)
    world.web.mineral.amount[world.place(1, 0)] = 36
    let_pass(world, 128, OTHERS)
    held = world.map(world.web.mineral)
    assert held[:, -3:].sum() > 0
    assert held.max() < 20


@pytest.mark.parametrize("ground", [ROCK, WATER, PATH, HOME, FENCE])
def test_rock_water_path_home_and_fence_cut_it(ground):
    world = cut_in_the_middle(row_of_threads(threads=0), ground)
    world.web.threads.amount[world.place(1, 0)] = 400
    let_pass(world, 200, OTHERS)
    spread = world.map(world.web.threads)
    assert spread[:, LONG // 2 - 1].any()
    assert spread[:, LONG // 2 :].sum() == 0


def test_word_of_dryness_runs_a_tile_every_second_tick_and_not_across_a_path():
    def warned(world: World, ticks: int) -> int:
        """The farthest column that knows."""
        dry = world.place(1, 0)
        for _ in range(ticks):
            world.soil_water.amount[dry] = 0
            let_pass(world, 1, OTHERS)
        return int(np.flatnonzero(world.map(world.web.alarm).any(axis=0)).max(initial=-1))

    assert [warned(row_of_threads(), ticks) for ticks in (1, 5, 9)] == [0, 2, 4]
    assert mycelium.ALARM - 1 <= warned(row_of_threads(), 60) < LONG - 1
    assert warned(cut_in_the_middle(row_of_threads(), PATH), 60) == LONG // 2 - 1


def test_who_pays_is_served_and_who_does_not_is_cut_off():
    world = row_of_threads(threads=40)
    for x, name in ((2, "goldenrod"), (6, "aster")):
        plant(world, name, x, 1)
        world.sugar.amount[world.place(1, x)] = 0
    payer, cheat = world.place(1, 2), world.place(1, 6)
    for _ in range(16):
        world.sugar.amount[[payer, cheat]] = 0
        before = world.web.debt[cheat]
        let_pass(world, 4, OTHERS)
    assert world.sugar.amount[payer] == mycelium.FED_BELOW
    assert world.sugar.amount[cheat] == 0
    assert before == world.web.debt[cheat] == mycelium.PATIENCE
    assert world.web.debt[payer] == 0


def test_the_next_plant_on_the_tile_does_not_inherit_the_debt():
    world = row_of_threads()
    plant(world, "aster", 6, 1)
    place = world.place(1, 6)
    world.web.debt[place] = mycelium.PATIENCE
    world.body.amount[place] = world.plant_mineral.amount[place] = 0
    let_pass(world, 1, frozenset({"leaves", "roots"}))
    assert world.flora.species[place] == 0
    assert world.web.debt[place] == 0


def test_a_mast_call_travels_along_the_web_and_whoever_has_enough_joins():
    def fruiting(world: World) -> list[bool]:
        for x, sugar in ((1, 200), (10, 100)):
            plant(world, "pecan", x, 1, 96)
            world.sugar.amount[world.place(1, x)] = sugar
            world.plant_mineral.amount[world.place(1, x)] = 80
        world.tick = fruit.CALLS_ON
        let_pass(world, 20, OTHERS | {"mycelium"})
        return [bool(world.masting[world.place(1, x)]) for x in (1, 10)]

    assert fruiting(row_of_threads()) == [True, True]
    assert fruiting(cut_in_the_middle(row_of_threads(), PATH)) == [True, False]


def test_without_the_network_there_is_no_web_but_bare_ground_stays_hard():
    world = land(3, LONG, 1, [kind("goldenrod"), MYCELIUM], litter=0)
    assert world.web is None
    plant(world, "goldenrod", 4, 1, 4)
    place = world.place(1, 4)
    world.plant_mineral.amount[place] = 0
    world.tick = 2
    let_pass(world, 6, frozenset({"withering", "leaves"}))
    assert world.plant_mineral.amount[place] == 0
    world.litter_carbon.amount[place] = 20
    let_pass(world, 2, frozenset({"withering", "leaves"}))
    assert world.plant_mineral.amount[place] > 0
