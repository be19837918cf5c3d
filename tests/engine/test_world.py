"""The world: places, neighbours, snapshots and fingerprints."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.stages import BLOOM, GROWING, NO_PLANT, RESTING, SEED, SEEDLING, stages
from game.engine.world import World
from tests.worlds import flowers, meadow, pass_ticks, plant


def test_every_tile_has_a_place_and_finds_back():
    world = World(3, 5, seed=1)
    places = [world.place(row, column) for row in range(3) for column in range(5)]
    assert len(set(places)) == 15
    assert [world.where(place) for place in places] == [(row, column) for row in range(3) for column in range(5)]


@pytest.mark.parametrize(("row", "column"), [(-1, 0), (0, -1), (3, 0), (0, 5)])
def test_outside_the_map_there_is_no_place(row, column):
    with pytest.raises(IndexError, match="outside the map"):
        World(3, 5, seed=1).place(row, column)


@pytest.mark.parametrize("size", [(1, 5), (5, 1), (513, 5)])
def test_a_map_too_small_or_too_large_is_refused(size):
    with pytest.raises(ValueError, match="2 to 512"):
        World(*size, seed=1)


def test_the_neighbours_of_a_tile_are_summed_and_edges_do_not_wrap():
    world = World(3, 4, seed=1)
    grid = world.grid()
    world.map(grid)[:] = [[1, 0, 0, 2], [0, 0, 0, 0], [0, 4, 0, 8]]
    assert world.map(world.around(grid)).tolist() == [[1, 1, 2, 2], [5, 5, 14, 10], [4, 4, 12, 8]]
    assert int(world.around(grid).sum()) == int(world.map(world.around(grid)).sum()), "ghosts hold nothing"


def test_the_tiles_around_a_corner_are_four():
    world = World(3, 4, seed=1)
    assert [world.where(place) for place in world.places_around(world.place(0, 3)).tolist()] == [(0, 2), (0, 3), (1,
    2), (1, 3)]


MIXED = """
    . . g a . ~
    . h a g . ~
    . . g a . .
    # # . . . ."""


def test_going_back_to_a_snapshot_and_on_again_leads_to_the_same_world():
    world = pass_ticks(meadow(MIXED), 90)
    then = world.snapshot()
    later = pass_ticks(world, 100).digest()
    world.restore(then)
    assert world.tick == 90
    assert pass_ticks(world, 100).digest() == later


def test_a_snapshot_is_not_changed_by_what_comes_after():
    world = meadow(MIXED)
    snapshot, digest = world.snapshot(), world.digest()
    pass_ticks(world, 60)
    assert world.digest() != digest
    world.restore(snapshot)
    assert world.digest() == digest


def test_a_snapshot_of_another_world_is_refused_and_changes_nothing():
    world, other = meadow(MIXED), meadow("g a\n. .")
    before = world.digest()
    with pytest.raises(ValueError, match="another world"):
        world.restore(other.snapshot())
    with pytest.raises(ValueError, match="another world"):
        world.restore(World(4, 6, 1).snapshot())
    assert world.digest() == before


def test_seed_and_one_mote_change_the_fingerprint():
    first, second = meadow(MIXED), meadow(MIXED)
    assert first.digest() == second.digest()
    second.soil_water.amount[second.place(0, 0)] += 1
    assert first.digest() != second.digest()
    assert pass_ticks(meadow(MIXED, 1), 20).digest() != pass_ticks(meadow(MIXED, 2), 20).digest()


def test_a_hive_founded_later_is_gone_again_after_going_back():
    world = meadow(MIXED)
    snapshot = world.snapshot()
    world.colonies[0].found(world.place(0, 0))
    world.restore(snapshot)
    assert len(world.colonies[0]) == 1


def test_plants_are_seen_to_sprout_grow_bloom_ripen_and_rest():
    world = World(2, 3, seed=1, life=flowers())
    for column, body in enumerate((2, 12, 24)):
        plant(world, "aster", column, 0, body)
    world.body.amount[world.place(0, 1)] = 8
    world.tick = 40
    assert stages(world).tolist() == [[SEEDLING, GROWING, GROWING], [NO_PLANT] * 3]
    world.tick = 60
    assert stages(world)[0].tolist() == [SEEDLING, GROWING, BLOOM]
    world.fruit.amount[world.place(0, 2)] = 3
    assert stages(world)[0, 2] == SEED
    world.tick, world.fruit.amount[:] = 100, 0
    assert stages(world)[0].tolist() == [SEEDLING, RESTING, RESTING]


def test_ghost_tiles_stay_empty_in_a_living_world():
    world = pass_ticks(meadow(MIXED), 300)
    for name, stock in world.matter.stocks.items():
        if stock.by_tile:
            assert not np.any(stock.amount & ~world.inside), name
