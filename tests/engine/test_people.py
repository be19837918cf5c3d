"""People: what homes need and use, fetch, give to the fund and draw from it, and what befalls them."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.census import LAND, Start
from game.engine.commons import RULES
from game.engine.doughnut import LITTER_FOR_LIFE, limits
from game.engine.households import FORTUNES, in_turn, steps_from
from game.engine.recorders import Totals
from game.engine.systems import fetching, fortunes, fund, people
from game.engine.tick import tick
from game.engine.tiles import FENCE
from game.engine.world import World
from game.levels.loading import parse_level
from game.levels.opening import open_world
from tests.levels.village import village

ADA, BEN, YOURS = range(3)
EVERYTHING = (("fund: {}", "fund: {land: true, creatures: true}\nluck: {chance: 100}"),
              ("verbs:", "rules: {waste: tip}\nverbs:"))


def opened(*changes: tuple[str, str], seed: int = 1) -> World:
    return open_world(parse_level(village(*changes)), seed)


def only(world: World, system, ticks: int) -> World:
    """Let one system work for some ticks, and nothing else."""
    for _ in range(ticks):
        system.step(world)
        world.tick += 1
    return world


def fill(world: World, home: int, carbon: int, mineral: int = 0) -> None:
    world.households.pantry_carbon.amount[home] = carbon
    world.households.pantry_mineral.amount[home] = mineral


# ----------------------------------------------------------------- needs


def test_each_need_is_met_from_its_store_and_remembered():
    world = opened()
    homes = world.households
    fill(world, ADA, 0)
    homes.jar.amount[ADA] = 0
    only(world, people, 33)
    assert homes.met(ADA) == {"food": 100 - 5 * 8, "water": 100 - 5 * 8, "warmth": 100, "care": 100 - 5 * 3}
    assert homes.met(YOURS).keys() == {"food"}
    fill(world, ADA, 30)
    homes.jar.amount[ADA] = 40
    only(world, people, 40)
    assert homes.met(ADA)["food"] == homes.met(ADA)["water"] == 100
    assert homes.pantry_carbon.amount[ADA] == 30 - 5 * 2


def test_a_home_keeps_warm_with_wood_in_winter_and_freezes_without():
    world = opened()
    world.tick = 96
    homes = world.households
    homes.woodpile.amount[:] = 0, 9, 0
    only(world, people, 32)
    assert homes.met(ADA)["warmth"] == 100 - 4 * 8
    assert homes.met(BEN)["warmth"] == 100
    assert homes.woodpile.amount[BEN] == 9 - 4 * people.LOGS


def test_neighbours_look_in_on_ones_own_home_as_long_as_they_fare_well():
    world = opened(("yours: true", "yours: true, needs: [food, care]"))
    homes = world.households
    homes.column("care")[:] = 60
    people.step(world)
    assert homes.met(ADA)["care"] == 60 - people.LONELY
    assert homes.met(YOURS)["care"] == 60 - people.LONELY + 2 * people.LOOKS_IN
    homes.column("food")[[ADA, BEN]] = 0
    people.step(world)
    assert homes.met(YOURS)["care"] == 60 - 2 * people.LONELY + 2 * people.LOOKS_IN


def test_whoever_is_ill_needs_care_twice_as_much_and_fetches_nothing():
    world = opened()
    fortunes.befall(world, ADA, "illness")
    only(world, people, 1)
    assert world.households.met(ADA)["care"] == 100 - 2 * people.LONELY
    world.tick = fetching.AT
    world.households.jar.amount[:] = 0
    fetching.step(world)
    assert world.households.jar.amount[ADA] == 0 < world.households.jar.amount[BEN]


def test_scraps_go_to_the_poorest_soil_beside_the_home_or_to_the_tip():
    def went(*changes: tuple[str, str]) -> tuple[int, int]:
        world = opened(*changes)
        fill(world, ADA, 30, 30)
        litter = int(world.litter_mineral.amount.sum())
        only(world, people, 33)
        return int(world.litter_mineral.amount.sum()) - litter, int(world.commons.tip_mineral.amount[0])

    composted, thrown = went(), went(("verbs:", "rules: {waste: tip}\nverbs:"))
    assert composted[0] > 0 == composted[1]
    assert thrown[1] > 0 == thrown[0]


def test_food_beyond_a_years_meals_spoils_beside_the_home_and_what_keeps_does_not():
    world = opened()
    fill(world, ADA, 200, 50)
    fill(world, BEN, keeps := 16)
    litter = int(world.litter_carbon.amount.sum())
    only(world, people, 1)
    spoilt = int(world.litter_carbon.amount.sum()) - litter
    assert spoilt - ((200 - 2 - 2 * keeps) >> people.SPOILS) in (0, 1)
    assert world.households.pantry_carbon.amount[BEN] == keeps - 1


def test_ones_own_home_eats_from_the_shelf_and_much_on_the_shelf_rots():
    world = opened()
    fill(world, YOURS, 0)
    berry = world.flora.index["serviceberry"] - 1
    world.hand.shelf[berry].amount[0] = 1
    only(world, people, 1)
    assert world.hand.shelf[berry].amount[0] == 0
    assert world.households.met(YOURS)["food"] == 100
    world.hand.shelf[berry].amount[0] = 100
    only(world, people, 64)
    assert world.hand.shelf[berry].amount[0] < 40


# ----------------------------------------------------------------- fetching


def test_people_pick_no_more_than_the_rule_allows_and_only_where_their_feet_take_them():
    def picked(*changes: tuple[str, str], fenced: bool = False) -> int:
        world = opened(*changes)
        bushes = np.flatnonzero(world.flora.species)
        world.fruit.amount[bushes] = 8
        fill(world, ADA, 0), fill(world, BEN, 0)
        if fenced:
            for home in (ADA, BEN):
                world.ground[world.places_around(int(world.households.place[home]))] = FENCE
                world.ground[world.households.place[home]] = 4
            world.map_changed()
        world.tick = fetching.AT
        fetching.step(world)
        return 8 * len(bushes) - int(world.fruit.amount.sum())

    half, everything = picked(), picked(("verbs:", "rules: {harvest: all}\nverbs:"))
    assert half == 2 * fetching.TREES * 4
    assert everything > half
    assert picked(("verbs:", "rules: {harvest: quarter}\nverbs:")) == half // 2
    assert picked(fenced=True) == 0


def test_nobody_picks_on_the_plot_of_another():
    world = opened()
    theirs = {home: set(fetching.within_reach(world, home).tolist()) for home in (ADA, BEN)}
    plot = int(np.flatnonzero(world.plot)[0])
    assert plot in theirs[BEN]
    world.households.column("works")[ADA] = 20
    assert plot not in fetching.within_reach(world, ADA)


def test_water_comes_from_the_brook_and_wood_from_under_shrubs():
    world = opened()
    world.matter.recorder = Totals()
    only(world, fetching, 64)
    flows = world.matter.recorder.flows
    assert flows["drawing water", "water"] == int(world.households.jar.amount.sum())
    assert flows["gathering wood", "carbon"] == int(world.households.woodpile.amount.sum()) - 2
    assert world.households.woodpile.amount[BEN] > 0


def test_steps_go_round_what_is_closed():
    open_ = np.ones(5 * 7, np.int8)
    open_[[0, 1, 2, 3, 4, 5, 6, 28, 29, 30, 31, 32, 33, 34]] = 0
    open_[[7, 14, 21, 13, 20, 27]] = 0
    open_[[10, 17]] = 0
    assert 11 not in steps_from(9, 3, open_, 7)
    assert 11 in steps_from(9, 6, open_, 7)


def test_nobody_is_always_first():
    assert [in_turn(range(3), turn)[0] for turn in range(4)] == [0, 1, 2, 0]


# ----------------------------------------------------------------- the fund


def test_plenty_gives_and_need_draws_whoever_has_least_first():
    world = opened()
    fill(world, ADA, 88, 20), fill(world, BEN, 0), fill(world, YOURS, 2)
    only(world, fund, 8)
    homes, commons = world.households, world.commons
    assert homes.pantry_carbon.amount[ADA] < 88
    assert homes.pantry_carbon.amount[BEN] == homes.pantry_carbon.amount[YOURS] == 4
    gifts = commons.gifts.sum(axis=2)
    assert gifts[ADA, commons.FUND] == gifts[commons.FUND].sum() + commons.food.amount[0]
    assert gifts[commons.FUND, BEN] > gifts[commons.FUND, YOURS]


def test_the_fund_keeps_its_reserve_and_its_rules():
    world = opened(("fund: {}", "fund: {gives_above: 2, draws_below: 2, reserve: 3}"))
    fill(world, ADA, 40), fill(world, BEN, 0)
    only(world, fund, 8)
    assert world.commons.food.amount[0] >= 12 or world.households.pantry_carbon.amount[BEN] == 0


def test_a_fund_that_nobody_tends_fades_and_then_does_nothing():
    world = opened()
    only(world, fund, fund.FADES * 100 + 8)
    assert world.commons.tended == 0
    fill(world, ADA, 200), fill(world, BEN, 0)
    only(world, fund, 16)
    assert world.households.pantry_carbon.amount[BEN] == 0


def test_soil_and_hungry_animals_draw_where_the_rules_say_so():
    def drawn(fund_rules: str) -> int:
        world = opened(("fund: {}", f"fund: {fund_rules}"))
        world.commons.food.amount[0] = world.commons.food_mineral.amount[0] = 50
        world.soil_mineral.amount[:] = 0
        for home in range(3):
            fill(world, home, 20)
        only(world, fund, 8)
        return int(world.commons.gifts[world.commons.FUND, world.commons.LAND].sum())

    assert drawn("{}") == 0 < drawn("{land: true}")


# ----------------------------------------------------------------- fortunes and matter


@pytest.mark.parametrize("fortune", FORTUNES)
def test_fortune_is_told_and_makes_a_difference(fortune):
    world, calm = opened(), opened()
    fortunes.befall(world, ADA, fortune)
    assert [(event.kind, event.who) for event in world.events] == [(fortune, "Ada")]
    assert world.digest() != calm.digest()


def test_fortunes_come_at_a_seasons_turn_to_one_home_or_another():
    world = opened(("fund: {}", "luck: {chance: 100}"))
    told = []
    for _ in range(512):
        tick(world)
        told += [(event.tick, event.who) for event in world.events if event.kind in FORTUNES]
    assert {at % 32 for at, _ in told} == {0}
    assert len(told) == 15
    assert len({who for _, who in told}) == 3


def test_all_matter_is_kept_in_a_village_where_everything_happens():
    for seed in range(3):
        world = opened(*EVERYTHING, seed=seed)
        totals = world.matter.totals()
        for _ in range(512):
            tick(world, checked=True)
        assert world.matter.totals() == totals
        assert world.commons.tip_mineral.amount[0] > 0


def test_without_people_nobody_eats_and_without_fetching_nobody_fetches():
    ate, fetched = opened(), opened()
    for world, resting in ((ate, "people"), (fetched, "fetching")):
        world.resting = frozenset({resting})
        world.matter.recorder = Totals()
        for _ in range(64):
            tick(world)
    assert ("eating", "carbon") not in ate.matter.recorder.flows
    assert ("drawing water", "water") not in fetched.matter.recorder.flows
    assert ("eating", "carbon") in fetched.matter.recorder.flows


def test_rules_begin_as_usual_and_are_kept_with_the_world():
    world = opened()
    assert {rule: world.commons.rule(rule) for rule in RULES} == {rule: usual for rule, (_, _, usual) in RULES.items()}
    before = world.snapshot()
    world.commons.agree("harvest", 4)
    world.restore(before)
    assert world.commons.rule("harvest") == 2


def test_litter_is_overdrawn_where_hardly_any_lies_under_what_lives():
    world = opened()
    start = Start.of(world, ["serviceberry", LAND])

    def litter() -> int:
        return next(limit.used for limit in limits(world, start) if limit.name == "litter")

    world.litter_carbon.amount[:] = 0
    world.litter_carbon.amount[world.place(0, 0)] = 20
    world.body.amount[:] = 0
    world.body.amount[world.place(1, 3)] = 20 * LITTER_FOR_LIFE
    assert litter() == 100
    world.litter_carbon.amount[world.place(0, 0)] = 10
    assert litter() == 200
