"""Weather: spells are told before they strike, and do what they say."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.calendar import YEAR
from game.engine.tallies import DEATHS
from game.engine.tick import tick
from game.engine.weather import SPELLS, Almanac, Conditions, Spell, conditions
from game.engine.world import World
from tests.worlds import meadow

MEADOW = """
    . . . . . . . .
    . g a g a g . ~
    . a g h g a . ~
    . g a g a g . .
    . . . . . . . ."""


def under(
    spells: tuple[Spell, ...], ticks: int, world: World | None = None
) -> tuple[World, list[tuple[int, str, str]]]:
    """A meadow some ticks later, and what was told of the weather."""
    world, told = world or meadow(MEADOW), []
    world.almanac = Almanac(spells)
    for _ in range(ticks):
        tick(world, checked=True)
        told += [(event.tick, event.kind, event.who) for event in world.events if event.who in SPELLS]
    return world, told


def test_a_spell_is_announced_begins_and_ends():
    _, told = under((Spell("frost", 20, 24, 50, announced=8),), 40)
    assert told == [(12, "announced", "frost"), (20, "began", "frost"), (25, "ended", "frost")]


def test_no_rain_falls_in_a_full_drought_and_more_in_a_flood():
    def soaked(*spells: Spell) -> int:
        return int(under(spells, 64)[0].soil_water.amount.sum())

    even = soaked()
    assert soaked(Spell("drought", 0, 63, 100)) < 0.5 * even
    assert soaked(Spell("flood", 0, 63, 100)) > 1.1 * even


def test_no_flower_is_open_in_a_frost():
    frosty, _ = under((Spell("frost", 50, 60, 50),), 55)
    assert not frosty.open_flowers().any()
    assert not frosty.nectar.amount.any()
    assert under((), 55)[0].open_flowers().any()


def test_frost_bites_seedlings_but_not_under_mulch():
    def bitten(litter: int) -> tuple[int, int]:
        world = meadow(MEADOW, body=4)
        world.litter_carbon.amount[world.soil != 0] = litter
        under((Spell("frost", 1, 12, 100),), 14, world)
        return int(world.body.amount.sum()), int(world.fields["tally_deaths"][:, DEATHS.index("frost")].sum())

    bare, mulched = bitten(0), bitten(40)
    assert bare[1] > 0
    assert mulched[1] == 0
    assert bare[0] < mulched[0]


def test_a_harder_place_is_drier_poorer_and_has_frosts_that_are_announced():
    mild, harsh = conditions(0, 4, seed=1), conditions(80, 4, seed=1)
    assert mild == Conditions()
    assert harsh.rain < 100
    assert harsh.soil < 100
    assert [spell.kind for spell in harsh.spells].count("frost") == 4
    assert [spell.kind for spell in harsh.spells].count("drought") == 4
    assert all(spell.announced and spell.last < 4 * YEAR for spell in harsh.spells)
    assert harsh == conditions(80, 4, seed=1) != conditions(80, 4, seed=2)


@pytest.mark.parametrize(
    "wrong", [("hail", 1, 2, 50), ("frost", 5, 4, 50), ("frost", -1, 4, 50), ("drought", 1, 2, 101), ("flood", 1, 2, 0)]
)
def test_weather_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match=wrong[0]):
        Spell(*wrong)
    with pytest.raises(ValueError, match="stress"):
        conditions(101, 1, 1)


def test_the_same_weather_comes_after_going_back():
    spells = (Spell("frost", 10, 20, 60), Spell("drought", 12, 40, 80))
    world, _ = under(spells, 8)
    before = world.snapshot()
    first = under(spells, 40, world)[0].digest()
    world.restore(before)
    assert under(spells, 40, world)[0].digest() == first
    assert np.count_nonzero(world.flora.planted)


@pytest.mark.parametrize("air", [0, 1, 3])
def test_leaves_take_no_more_than_there_is_in_thin_air(air):
    world = meadow(MEADOW)
    world.air.amount[0] = world.air_at_start = air * 40
    under((), 64, world)
    assert world.air.amount[0] >= 0
