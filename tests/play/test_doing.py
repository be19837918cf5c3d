"""Each action is checked, shown beforehand and done in one place; what is refused changes nothing."""

from __future__ import annotations

import random

import numpy as np
import pytest

from game.engine.stages import stages
from game.engine.systems.sky import SOIL_HOLDS
from game.play.actions import Begin, Gather, Give, Keep, Mulch, Plant, TakeBack, Water
from game.play.session import Session
from game.play.verbs.water import CAN
from tests.play.drawn import level_of, play, possible, random_play

LEVEL = level_of()


def autumn(level=LEVEL) -> Session:
    """A session at a time when seed is ripe."""
    return play(Session(level), 90)


def basket(session: Session) -> list[int]:
    return [int(stock.amount[0]) for stock in session.world.hand.basket]


# ----------------------------------------------------------------- refusals

REFUSED = {
    "Time is running already.": Begin(),
    "That is outside the meadow.": Plant("aster", 8, 0),
    "Nothing can grow here. Choose a tile of soil.": Plant("aster", 0, 0),
    "Something lives on this tile already.": Plant("aster", 2, 1),
    "There is no fern here.": Plant("fern", 1, 0),
    "You hold no honeybees now. Those who do well give you more at the season's turn.": Plant("honeybee", 1, 0),
    "You hold no mulch. The land gives some at the season's turn.": Mulch(1, 0),
    "Nothing is ripe here yet.": Gather(2, 2),
    "You have only 0 of these.": Keep("aster", 1),
    "Choose at least one.": Give("aster", 0, 2, 2),
}


@pytest.mark.parametrize(("sentence", "action"), REFUSED.items(), ids=[str(action) for action in REFUSED.values()])
def test_a_refusal_says_why_and_changes_nothing(sentence, action):
    session = Session(LEVEL)
    before, progress = session.world.digest(), session.progress.copy()
    assert str(session.refusal(action)) == sentence
    assert str(session.do(action)) == sentence
    assert (session.world.digest(), session.progress, session.actions) == (before, progress, [])


@pytest.mark.parametrize("number", range(1, 5))
def test_whatever_is_refused_changes_nothing(number):
    session, dice = random_play(LEVEL, number, 40 * number), random.Random(number)
    before, progress, done = session.world.digest(), session.progress.copy(), len(session.actions)
    for _ in range(300):
        x, y, count = dice.randint(-2, 600), dice.randint(-2, 9), dice.randint(-5, 10**7)
        species = dice.choice(["aster", "goldenrod", "honeybee", "neighbour", "land", ""])
        action = dice.choice([
            Plant(species, x, y), Water(x, y), Mulch(x, y), Gather(x, y, "all"), Give(species, count, x, y),
            Keep(species, count), TakeBack(species, count), Begin(),
        ])
        if session.refusal(action) is not None:
            assert str(session.do(action)).endswith(".")
    assert len(session.actions) == done
    assert (session.world.digest(), session.progress) == (before, progress)


@pytest.mark.parametrize("x", [-1, -8, 8, 10**9])
def test_outside_the_meadow_nothing_can_be_done(x):
    for action in (Plant("aster", x, 1), Water(x, 1), Mulch(1, x), Gather(1, x), Give("aster", 1, x, 1)):
        assert str(Session(LEVEL).do(action)) == "That is outside the meadow."


def test_a_verb_that_a_level_does_not_have_is_refused():
    session = Session(level_of(verbs=["plant"]))
    assert str(session.do(Water(2, 2))) == "You cannot water on this level."


def test_a_verb_may_be_used_as_often_as_the_level_says():
    session = Session(level_of(verbs=["plant", {"do": "water", "count": 1}], days=5))
    assert session.do(Water(5, 3)) is None
    assert str(session.do(Water(2, 3))).startswith("You have done this")


def test_before_time_begins_plants_go_only_where_the_level_says():
    session = Session(level_of("g a h\n. s .\n. . .", set_out=True))
    assert str(session.do(Plant("aster", 0, 1))) == "Before time begins, use only the marked tiles."
    assert session.do(Plant("aster", 1, 1)) is None


def test_a_hand_runs_dry():
    session = Session(level_of(hand=1))
    assert session.do(Plant("aster", 5, 4)) is None
    assert str(session.do(Plant("aster", 6, 4))).startswith("You hold no asters now.")


# ----------------------------------------------------------------- days of work

def test_three_days_of_work_and_then_none_until_the_next_season():
    session = Session(LEVEL)
    for x in (5, 6, 7):
        assert session.do(Plant("aster", x, 3)) is None
    assert session.progress.days_left == 0
    assert str(session.do(Plant("goldenrod", 5, 4))) == (
        "Your days of work are used up. New ones come with the next season."
    )
    play(session, 32)
    assert session.progress.days_left >= 3


def test_keeping_and_taking_back_cost_no_day():
    session = autumn()
    assert session.do(Gather(2, 2, "all")) is None
    days, had = session.progress.days_left, basket(session)
    kind = ("aster", "goldenrod")[int(np.argmax(had))]
    assert session.do(Keep(kind, 2)) is None
    assert session.do(TakeBack(kind, 2)) is None
    assert (session.progress.days_left, basket(session)) == (days, had)


# ----------------------------------------------------------------- what is shown is what happens

@pytest.mark.parametrize("number", range(1, 9))
def test_a_preview_equals_what_happens(number):
    session, dice, seen = random_play(LEVEL, number, 84), random.Random(number), set()
    for _ in range(60):
        session.tick()
        action = possible(session, dice)
        if action is None:
            continue
        seen.add(type(action))
        shown, world = session.preview(action), session.world
        days, had, ripe_before = session.progress.days_left, sum(basket(session)), world.fruit.amount.copy()
        water, litter = world.soil_water.amount.copy(), int(world.litter_carbon.amount.sum())
        planted, seeds = int((world.flora.species > 0).sum()), sum(int(stock.amount.sum()) for stock in world.seeds)
        pantry = int(world.households.pantry_carbon.amount.sum())
        assert session.do(action) is None
        assert session.progress.days_left == days - shown.costs_a_day
        match action:
            case Plant():
                assert (int((world.flora.species > 0).sum()) - planted, shown.units) == (1, 1)
            case Water():
                gained = world.soil_water.amount - water
                assert int(gained[shown.places].sum()) == shown.units
                assert gained[shown.places].max() <= CAN
                assert world.soil_water.amount[shown.places].max() <= max(SOIL_HOLDS, int(water[shown.places].max()))
                assert int(gained[world.pond_places].sum()) == -shown.units
            case Mulch():
                assert int(world.litter_carbon.amount.sum()) > litter
            case Gather():
                taken = ripe_before - world.fruit.amount
                assert int(taken.sum()) == shown.units == sum(basket(session)) - had
                assert set(np.flatnonzero(taken)) <= set(shown.places.tolist())
            case Give():
                assert had - sum(basket(session)) == shown.units == action.count
                sown = sum(int(stock.amount.sum()) for stock in world.seeds) - seeds
                assert (sown == shown.units) != (int(world.households.pantry_carbon.amount.sum()) > pantry)
            case Keep():
                assert had - sum(basket(session)) == shown.units == action.count
            case TakeBack():
                assert sum(basket(session)) - had == shown.units == action.count
    assert len(seen) >= 2


# ----------------------------------------------------------------- gather, give, keep

def test_gathering_all_leaves_nothing_on_nine_tiles_and_half_leaves_at_least_half():
    session = autumn()
    around = session.world.places_around(session.world.place(2, 2))
    before, had = session.world.fruit.amount[around].copy(), sum(basket(session))
    assert before.sum() > 0
    assert session.do(Gather(2, 2, "half")) is None
    assert (session.world.fruit.amount[around] * 2 >= before).all()
    session.undo()
    assert session.do(Gather(2, 2, "all")) is None
    assert session.world.fruit.amount[around].sum() == 0
    assert sum(basket(session)) == had + before.sum()


def test_what_is_given_to_the_land_lies_there_as_seed():
    session = autumn()
    session.do(Gather(2, 2, "all"))
    kind = int(np.argmax(basket(session)))
    name, world = LEVEL.flora[kind].name, session.world
    bed = world.places_around(world.place(4, 6))
    before = int(world.seeds[kind].amount[bed].sum())
    assert session.do(Give(name, 2, 6, 4)) is None
    assert int(world.seeds[kind].amount[bed].sum()) == before + 2
    assert session.progress.given == 2


def test_what_is_given_to_a_neighbour_lies_in_the_pantry():
    session = autumn()
    session.do(Gather(2, 2, "all"))
    name, homes = LEVEL.flora[int(np.argmax(basket(session)))].name, session.world.households
    before = int(homes.pantry_carbon.amount[0])
    assert session.do(Give(name, 2, 7, 4)) is None
    assert int(homes.pantry_carbon.amount[0]) == before + 2 * LEVEL.flora[0].fruit_carbon


def test_stone_and_water_take_no_gift():
    session = autumn()
    session.do(Gather(2, 2, "all"))
    name = LEVEL.flora[int(np.argmax(basket(session)))].name
    for x, y in ((0, 0), (4, 0)):
        assert str(session.do(Give(name, 1, x, y))) == "Nobody can take it here. Choose soil or a neighbour's home."


def test_what_is_kept_is_gone_from_the_round():
    session = autumn()
    session.do(Gather(2, 2, "all"))
    kind = int(np.argmax(basket(session)))
    assert session.do(Keep(LEVEL.flora[kind].name, 2)) is None
    assert int(session.world.hand.shelf[kind].amount[0]) == 2
    play(session, 60)
    assert int(session.world.hand.shelf[kind].amount[0]) == 2


# ----------------------------------------------------------------- plant, water, mulch

def test_a_young_plant_stands_where_it_was_set_and_blooms_in_its_first_year():
    session = Session(level_of("h . .\n. . .\n. . .", goals=[
        {"text": "Bees.", "measure": "workers", "member": "honeybee", "at_least": 1}]))
    assert session.do(Plant("goldenrod", 1, 1)) is None
    bloomed = False
    while session.tick_now < 90:
        session.tick()
        bloomed |= bool(stages(session.world)[1, 1] == 3)
    assert bloomed


def test_a_swarm_becomes_a_hive_of_its_own():
    session = Session(LEVEL)
    bees = session.world.colonies[0]
    bees.swarm.amount[0], session.world.hand.honey.amount[0] = 6, 12
    totals = session.world.matter.totals()
    assert session.do(Plant("honeybee", 6, 4)) is None
    assert (len(bees), int(bees.workers.amount[1]), int(bees.honey.amount[1])) == (2, 6, 12)
    assert session.world.matter.totals() == totals
    assert str(session.do(Plant("aster", 6, 4))) == "Something lives on this tile already."
    assert play(session, 20).world.matter.totals() == totals


def test_water_is_carried_only_while_there_is_some_and_where_it_is_dry():
    dry = Session(level_of("g a h\n. . .\n. . ."))
    assert str(dry.do(Water(1, 1))) == "No pond with water can be reached on foot from here."
    wet = Session(level_of(soil={"water": 48}))
    assert str(wet.do(Water(2, 3))) == "The ground here is wet enough."


def test_a_nearly_empty_pond_is_shared_out_to_the_last_drop():
    session = Session(level_of("~ . .\n. . .\nh g a", soil={"water": 0, "pond": 5}))
    assert session.preview(Water(1, 1)).units == 5
    assert session.do(Water(1, 1)) is None
    assert int(session.world.soil_water.amount[session.world.pond_places].sum()) == 0
