"""At the season's turn those who do well give something of their own, and keep what they need."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.calendar import SEASON, YEAR
from game.engine.flourishing import Flourishing, Wellbeing, measure
from game.play.gifts import DOES_WELL, MULCH_ENOUGH, season_gifts
from game.play.session import Session
from tests.play.drawn import level_of, play, random_play

LEVEL = level_of()


def turn(session: Session, levels: dict[str, int] | None = None) -> list[tuple[str, str, int]]:
    """Let everyone give now, if they fare as `levels` say (else all fare well)."""
    fares = Flourishing(tuple(Wellbeing(name, {"all": (levels or {}).get(name, 100)}) for name in LEVEL.members))
    gifts = season_gifts(session.world, session.start, fares, LEVEL.verbs)
    return [(gift.giver, gift.what, gift.count) for gift in gifts]


@pytest.mark.parametrize("number", range(1, 7))
def test_gifts_are_taken_from_somebody_and_nothing_is_made(number):
    session = random_play(LEVEL, number, 37 * number)
    totals = session.world.matter.totals()
    turn(session)
    assert session.world.matter.totals() == totals
    session.world.matter.check(totals, "gifts")
    assert (session.world.hand.gift_carbon.amount[0], session.world.hand.gift_mineral.amount[0]) == (0, 0)


def test_in_spring_a_thriving_kind_gives_a_young_plant_and_still_flowers():
    session = play(Session(LEVEL), YEAR)
    session.rewind(YEAR)
    world = session.world
    in_hand = int(world.hand.young[0].amount[0])
    grown = (world.body.amount >= world.flora.flowers_at) & (world.flora.species > 0)
    before = int(world.body.amount.sum())
    assert ("aster", "young", 1) in turn(session, {"goldenrod": 0})
    assert int(world.hand.young[0].amount[0]) == in_hand + 1
    assert before - int(world.body.amount.sum()) == LEVEL.flora[0].young_carbon
    assert (world.body.amount[grown] >= world.flora.flowers_at[grown]).all()
    assert (world.plant_mineral.amount[grown] > world.body.amount[grown] >> 2).all()


def test_a_kind_with_nothing_to_spare_gives_nothing_however_well_it_fares():
    session = Session(level_of(hand=0))
    world = session.world
    planted = world.flora.species > 0
    world.body.amount[planted] = world.flora.flowers_at[planted]
    before = world.body.amount.copy()
    assert [who for who, _, _ in turn(session)] == ["neighbour", "land"]
    assert (world.body.amount == before).all()


def test_in_autumn_it_gives_seed_and_keeps_at_least_half():
    session = play(Session(LEVEL), 2 * SEASON + 20)
    ripe = int(session.world.fruit.amount.sum())
    session.world.tick = 2 * SEASON
    given = [gift for gift in turn(session) if gift[1] == "seed"]
    assert given
    assert int(session.world.fruit.amount.sum()) == ripe - sum(count for _, _, count in given) >= ripe // 2
    assert sum(int(stock.amount[0]) for stock in session.world.hand.basket) >= sum(count for _, _, count in given)


@pytest.mark.parametrize(("ripe", "given"), [(0, 0), (1, 0), (3, 1), (5, 2), (40, 4)])
def test_of_few_seeds_few_are_given(ripe, given):
    session = Session(LEVEL)
    world = session.world
    asters = np.flatnonzero(world.flora.species == 1)
    for number in range(ripe):
        world.fruit.amount[asters[number % len(asters)]] += 1
    world.tick = 2 * SEASON
    assert sum(count for who, _, count in turn(session) if who == "aster") == given


@pytest.mark.parametrize("member", ["aster", "goldenrod", "neighbour"])
def test_whoever_does_not_do_well_gives_nothing(member):
    at_turn = play(Session(LEVEL), YEAR)
    assert member not in [who for who, _, _ in turn(at_turn, {member: DOES_WELL - 1})]


def test_a_well_fed_neighbour_lends_a_day_and_the_days_add_up():
    session = play(Session(LEVEL), SEASON)
    lent = [gift for gift in session.gifts_at(SEASON) if gift.what == "day"]
    assert [gift.giver for gift in lent] == ["neighbour"]
    assert session.progress.days_left == LEVEL.days + len(lent)


def test_the_land_always_gives_if_only_a_fair_day():
    session = Session(LEVEL)
    assert ("land", "mulch", 1) in turn(session, dict.fromkeys(LEVEL.members, 0))
    assert int(session.world.hand.mulch.amount[0]) == 1
    session.world.litter_carbon.amount[:] = 0
    assert turn(session, dict.fromkeys(LEVEL.members, 0)) == [("land", "day", 1)]


def test_nobody_gives_what_the_level_has_no_use_for():
    session = play(Session(LEVEL), YEAR)
    session.rewind(YEAR)
    fares = measure(session.world, session.start)
    gifts = season_gifts(session.world, session.start, fares, ["mulch", "water"])
    assert {gift.what for gift in gifts} <= {"mulch", "day"}


def test_the_land_gives_no_more_mulch_than_a_hand_will_use():
    session = play(Session(LEVEL), SEASON)
    world, given = session.world, []
    world.hand.mulch.amount[0] = 0
    world.litter_carbon.amount[world.soil != 0], world.litter_mineral.amount[world.soil != 0] = 40, 10
    for _ in range(MULCH_ENOUGH + 2):
        given += [what for giver, what, _ in turn(session, dict.fromkeys(LEVEL.members, 0)) if giver == "land"]
    assert given == ["mulch"] * MULCH_ENOUGH + ["day"] * 2
    assert world.hand.mulch.amount[0] == MULCH_ENOUGH


def test_a_full_hive_gives_a_swarm_and_keeps_as_many_as_it_had():
    session = Session(LEVEL)
    season = next(name for name, what in LEVEL.colonies[0].gift.items() if what == "swarm")
    session.world.tick = ("spring", "summer", "autumn", "winter").index(season) * SEASON
    bees = session.world.colonies[0]
    assert "honeybee" not in [who for who, _, _ in turn(session)]
    bees.workers.amount[0], bees.honey.amount[0] = 40, 300
    assert ("honeybee", "swarm", 1) in turn(session)
    assert int(bees.swarm.amount[0]) == 6
    assert int(bees.workers.amount[0]) == 34 >= session.start.workers["honeybee"]


def test_a_lost_colony_gives_nothing_and_breaks_nothing():
    session = play(Session(level_of(workers=1, honey=0)), YEAR)
    assert int(session.world.colonies[0].workers.amount.sum()) == 0
    assert "honeybee" not in {gift.giver for gift in session.gifts}
