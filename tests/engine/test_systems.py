"""Each natural process, looked at alone: what its file says it does, and what is missing where it rests."""

from __future__ import annotations

import ast
import inspect

import numpy as np
import pytest

from game.engine import calendar
from game.engine.systems import blossom
from game.engine.tallies import DEATHS
from game.engine.tick import DAY, name_of
from tests.worlds import count, meadow, pass_ticks

HEADINGS = ("In the world", "In the game", "Moves", "Partnership", "Switched off", "Evidence")


@pytest.mark.parametrize("system", DAY, ids=name_of)
def test_every_system_says_what_it_does_under_the_same_headings(system):
    told = inspect.getmodule(system).__doc__
    places = [told.find(f"\n{heading}") for heading in HEADINGS]
    assert all(place > 0 for place in places)
    assert places == sorted(places)


@pytest.mark.parametrize("system", DAY, ids=name_of)
def test_every_cause_is_named_where_matter_moves(system):
    """The words in the record of moves stand in the docstring's Moves, so that nobody has to search for them."""
    module = inspect.getmodule(system)
    moves = " ".join(module.__doc__.split("Moves")[1].split("Partnership")[0].split())
    for call in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") in ("move", "make", "unmake", "split", "flow"):
            causes = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            told = [any(form in moves for form in (f"({cause}", f" {cause})", f", {cause}")) for cause in causes]
            assert all(told), causes


GARDEN = """
    . . . . . . . .
    . g a g a g . ~
    . a g h g a . ~
    . g a g a g . .
    . . . . . . . ."""


@pytest.mark.parametrize("system", DAY, ids=name_of)
def test_no_system_makes_or_loses_a_mote(system):
    world = meadow(GARDEN)
    totals = world.matter.totals()
    for _ in range(2 * calendar.YEAR):
        pass_ticks(world, 1)
        snapshot = world.snapshot()
        system(world)
        world.matter.check(totals, name_of(system))
        world.restore(snapshot)


def test_sun_dries_the_ground_and_rain_brings_it_back():
    dry = pass_ticks(meadow(GARDEN), 64, without=[name_of(system) for system in DAY if name_of(system) != "sky"])
    assert dry.soil_water.amount.sum() > 0
    assert dry.cloud.amount[0] > 0
    still = pass_ticks(meadow(GARDEN), 64, without=["sky"])
    assert still.cloud.amount[0] > dry.cloud.amount[0], "what leaves breathe out stays up without rain"


def test_mulch_keeps_a_tile_moist():
    def lost(litter: int) -> int:
        world = meadow("\n".join(["." * 12] * 12))
        world.rain = 0
        world.litter_carbon.amount[world.soil != 0] = litter
        before = int(world.soil_water.amount.sum())
        return before - int(pass_ticks(world, 40, without=["decay"]).soil_water.amount.sum())

    assert lost(litter=20) < 0.7 * lost(litter=0)


def test_water_seeps_from_the_full_to_the_empty_and_runs_off_to_the_pond():
    world = meadow("""
        . . . . . .
        . . . . . .
        . . . . . ~""")
    world.rain, full, empty = 0, world.place(0, 0), world.place(0, 1)
    world.soil_water.amount[full], world.soil_water.amount[empty] = 400, 0
    pond = int(world.soil_water.amount[world.pond_places].sum())
    pass_ticks(world, 12)
    assert world.soil_water.amount[empty] > 0
    assert world.soil_water.amount[full] <= 48 + 5
    assert world.soil_water.amount[world.pond_places].sum() > pond


def test_without_leaves_the_first_winter_ends_every_plant_that_breathes():
    starving = meadow(GARDEN)
    starving.air.amount[0] = 0
    pass_ticks(starving, calendar.YEAR)
    assert count(starving, "goldenrod") == 0
    assert starving.fields["tally_deaths"][1, DEATHS.index("shade")] > 0
    fed = pass_ticks(meadow(GARDEN), calendar.YEAR)
    assert count(fed, "goldenrod") >= 6


def test_without_roots_seedlings_stay_seedlings():
    assert count(pass_ticks(meadow(GARDEN, body=6), 80), "aster") >= 6
    assert count(pass_ticks(meadow(GARDEN, body=6), 80, without=["roots"]), "aster") == 0


def test_a_plant_without_water_dies_of_thirst_and_says_so():
    world = meadow(GARDEN)
    world.rain, world.cloud.amount[0], world.soil_water.amount[:] = 0, 0, 0
    dry = pass_ticks(world, 40)
    assert dry.lack[dry.flora.planted != 0].tolist().count(1) > 0
    pass_ticks(dry, 120)
    assert dry.fields["tally_deaths"][:, DEATHS.index("thirst")].sum() > 0


def test_the_dead_lose_their_place_and_become_litter():
    def aged(without: list[str]) -> int:
        world = meadow(GARDEN)
        world.body.amount[:] = world.sugar.amount[:] = 0
        pass_ticks(world, 8, without=["seeds", *without])
        return int(np.count_nonzero(world.flora.species))

    assert aged([]) == 0
    assert aged(["withering"]) == 14


def test_nectar_leaves_the_flowers_only_with_bees_and_only_then_is_seed_set():
    assert pass_ticks(meadow(GARDEN), 95).fields["tally_seeds_set"].sum() > 20
    without = pass_ticks(meadow(GARDEN), 95, without=["bees"])
    assert without.fields["tally_seeds_set"].sum() == 0
    assert without.fields["tally_visits"].sum() == 0


def test_seed_falls_near_its_parent_and_sprouts_in_spring():
    def heirs(without: list[str]) -> int:
        world = pass_ticks(meadow(GARDEN), 2 * calendar.YEAR + 40, without=without)
        return int(world.fields["tally_births"].sum())

    assert heirs([]) > 3
    assert heirs(["seeds"]) == 0


def test_seed_fares_worse_beside_grown_plants_of_its_own_kind():
    def left(parents: str) -> int:
        world = meadow(parents)
        world.seeds[0].amount[world.place(1, 1)] = 400
        world.fruit.amount[:] = 0
        return int(pass_ticks(world, 24, without=["blossom", "leaves"]).seeds[0].amount.sum())

    world_of_kin, world_of_others = "g g g .\ng . g .\ng g g .", "a a a .\na . a .\na a a ."
    assert left(world_of_kin) < 0.6 * left(world_of_others)


def test_litter_becomes_air_and_soil_and_without_decay_it_stays():
    def litter(without: list[str]) -> int:
        return int(pass_ticks(meadow("\n".join(["." * 8] * 8)), 128, without=without).litter_mineral.amount.sum())

    assert litter(["decay"]) == 64 * 3
    assert litter([]) < 64


def test_a_household_eats_remembers_hunger_and_composts_beside_its_home():
    world = meadow(". . .\n. = .\n. . .")
    world.households.settle("neighbour", world.place(1, 1), carbon=4, mineral=4)
    litter = int(world.litter_mineral.amount.sum())
    pass_ticks(world, 32, without=["decay"])
    assert world.households.pantry_carbon.amount[0] == 0
    assert world.households.column("food")[0] == 100
    assert int(world.litter_mineral.amount.sum()) > litter
    pass_ticks(world, 64)
    assert world.households.column("food")[0] == 100 - 8 * 8


def test_full_bloom_is_what_bees_see_on_the_day_on_which_all_flowers_are_open():
    world = meadow(GARDEN)
    planted = world.flora.planted != 0
    world.tick = int(max(world.flora.opens[planted])) | 1
    world.body.amount[planted] = world.flora.flowers_at[planted]
    world.nectar.amount[planted] = 1
    blossom.step(world)
    assert (world.display == blossom.in_full_bloom(world)).all()
    free = world.place(0, 0)
    with_one_more = blossom.in_full_bloom(world, (world.flora.index["aster"], free))
    assert with_one_more.sum() > world.display.sum() > 0
    assert world.flora.species[free] == 0
