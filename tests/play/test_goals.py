"""Goals and stars: what a level asks, looked at as the world goes on."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.engine import calendar
from game.engine.calendar import YEAR
from game.levels.loading import load_level, parse_level
from game.paths import LEVELS
from game.play.actions import Begin, Inoculate, Plant
from game.play.goals import EVERY, gone_for_good
from game.play.session import Session
from tests.levels.village import village
from tests.play.drawn import level_of, play

BEES = {"text": "Bees.", "measure": "workers", "member": "honeybee"}


def asking(*goals: dict[str, object], **fields: Any) -> Session:
    return Session(level_of(goals=list(goals), **fields))


def test_a_goal_for_the_end_is_not_met_before_it():
    session = play(asking({**BEES, "at_least": 1}), 2 * YEAR - 1)
    state = session.goals[0]
    assert (state.now >= 1, state.met, state.failed) == (True, False, False)
    session.tick()
    assert (session.goals[0].met, session.goals[0].tick) == (True, 2 * YEAR)


def test_a_goal_for_a_year_is_met_when_it_is_reached_and_stays_met():
    session = asking({"text": "Asters.", "measure": "count", "member": "aster", "at_least": 5, "by_year": 1})
    assert session.goals[0].now == 4
    session.do(Plant("aster", 6, 3))
    play(session, EVERY)
    assert (session.goals[0].met, session.goals[0].tick) == (True, EVERY)
    session.world.flora.species[session.world.flora.species == 1] = 0
    assert play(session, YEAR).goals[0].met


def test_a_goal_whose_year_is_over_has_failed():
    session = asking({"text": "Asters.", "measure": "count", "member": "aster", "at_least": 60, "by_year": 1})
    assert not play(session, YEAR).goals[0].failed
    assert play(session, 1).goals[0].failed


def test_a_goal_for_all_of_a_time_fails_with_the_first_bad_day():
    lasting = {**BEES, "from_year": 1, "through_year": 1}
    kept = play(asking({**lasting, "at_least": 1}), YEAR)
    assert (kept.goals[0].met, kept.goals[0].failed) == (True, False)
    broken = play(asking({**lasting, "at_least": 13}), YEAR)
    assert (broken.goals[0].met, broken.goals[0].failed) == (False, True)


def test_a_goal_is_out_of_reach_once_those_it_asks_for_are_gone_for_good():
    session = Session(load_level(LEVELS / "bare_rock.yaml"))
    for column in (5, 6, 7, 8):
        session.do(Inoculate("crust_fungus", column, 2))
        session.do(Inoculate("green_alga", column, 4))
    session.do(Begin())
    soil, algae, stonecrops = play(session, 2 * calendar.SEASON).goals
    assert (soil.failed, algae.failed, stonecrops.failed) == (True, True, False)
    session.rewind(0)
    assert not any(goal.failed for goal in session.goals)


def test_what_lies_in_a_hand_can_still_come_back():
    session = Session(load_level(LEVELS / "bare_rock.yaml"))
    session.do(Inoculate("green_alga", 5, 2))
    session.do(Begin())
    assert not any(goal.failed for goal in play(session, 2 * calendar.SEASON).goals)


def test_birds_are_gone_for_good_where_nobody_beyond_could_come():
    session = Session(load_level(LEVELS / "what_the_birds_carry.yaml"))
    session.do(Begin())
    world, (birds,) = session.world, session.world.animals
    assert not gone_for_good(world, "bluebird")
    birds.go(np.arange(len(birds)))
    assert gone_for_good(world, "bluebird")
    world.beyond["carbon"].amount[0], world.beyond["mineral"].amount[0] = birds.kind.comfort, 2 * birds.kind.mineral
    assert not gone_for_good(world, "bluebird")


def test_trees_that_bear_in_one_year_are_counted_only_that_year():
    bearing = {"text": "Pecans bear.", "measure": "masting", "member": "pecan", "at_least": 2, "by_year": 1}
    legend = {"p": {"plant": "pecan"}, "g": {"plant": "goldenrod"}}
    session = asking(bearing, drawing="p..p\n..g.\np...", legend=legend, hand=0)
    world = session.world
    play(session, calendar.SEASON)
    world.map("masting")[0, 0] = world.map("masting")[0, 3] = world.map("masting")[1, 2] = 1
    assert play(session, EVERY).goals[0].now == 2
    assert session.goals[0].met
    assert play(session, YEAR).goals[0].now == 0
    assert session.goals[0].met


def test_who_was_caught_stays_counted_and_too_many_lose_the_goal_for_good():
    session = Session(load_level(LEVELS / "many_eyes.yaml"))
    session.do(Begin())
    most = next(state for state in session.goals if state.goal.measure == "caught").wanted
    birds = next(animals for animals in session.world.animals if animals.kind.name == "bluebird")
    birds.tally("caught", most)
    assert [(goal.now, goal.failed) for goal in session.goals if goal.goal.measure == "caught"] == [(most, False)]
    birds.tally("caught", 1)
    assert [(goal.now, goal.failed) for goal in session.goals if goal.goal.measure == "caught"] == [(most + 1, True)]


def test_at_most_counts_the_other_way():
    session = play(asking({**BEES, "at_most": 500}), 2 * YEAR)
    assert session.goals[0].met


def test_going_back_forgets_what_was_met_later():
    session = asking({"text": "Asters.", "measure": "count", "member": "aster", "at_least": 5, "by_year": 1})
    play(session, 10)
    session.do(Plant("aster", 6, 3))
    assert play(session, 10).goals[0].met
    session.rewind(8)
    assert not session.goals[0].met


def test_stars_are_given_only_where_the_goals_are_met():
    won, lost = asking({**BEES, "at_least": 0}), asking({**BEES, "at_least": 900})
    for session, expected in ((won, True), (lost, False)):
        play(session, 2 * YEAR)
        assert session.ending is not None
        assert any(session.ending.stars) == expected
        assert session.ending.goals[0].met == expected


def test_the_star_for_lasting_looks_at_the_year_after():
    session = play(asking({**BEES, "at_least": 0}), 2 * YEAR)
    assert session.ending is not None
    assert session.ending.stars[2] == (session.ending.lasting >= 10)
    assert play(asking({**BEES, "at_least": 0}, workers=1, honey=0), 2 * YEAR).ending.stars[2] is False


def test_flourishing_is_looked_at_every_fourth_tick():
    session = play(asking({**BEES, "at_least": 1}), 41)
    assert [score.tick for score in session.scores] == list(range(EVERY, 41, EVERY))
    assert session.scores[-1].score == play(asking({**BEES, "at_least": 1}), 40).flourishing.score


def test_a_goal_may_ask_that_no_home_is_short_and_no_limit_overdrawn():
    goals = [("short", "at_most: 0"), ("overdrawn", "at_most: 100")]
    lines = "".join(f"  - {{text: Within., measure: {measure}, {limit}}}\n" for measure, limit in goals)
    session = Session(parse_level(village(("goals:\n", f"goals:\n{lines}"))))
    world = session.world

    def now() -> list[int]:
        session._measured = None
        return [state.now for state in session.goals[:2]]

    assert now()[0] == 0
    assert 0 <= now()[1] <= 100
    world.households.column("food")[:2] = 10
    world.flora.species[:] = 0
    assert now() == [2, 250]  # one of two kinds is gone, and one in five may be


def test_a_goal_may_ask_for_more_mineral_in_the_soil_than_there_was():
    session = Session(parse_level(village(
        ("measure: flourishing, at_least: 1}", "measure: soil_mineral, at_least: 133}"), ("tip: true", "tip: 60"),
    )))
    assert (session.goals[0].now, session.world.commons.tip_mineral.amount[0]) == (100, 60)
    soil = session.world.soil.nonzero()[0]
    laid = int(session.world.soil_mineral.amount.sum() + session.world.litter_mineral.amount.sum())
    session.world.litter_mineral.amount[soil[:1]] += laid // 2
    assert session.goals[0].now in (149, 150)
