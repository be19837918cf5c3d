"""The ending looks back truly: stars, who fared how, what carried it, the guess; and it leads on."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from functools import cache
from typing import get_args

import pygame
import pytest

from game.desktop.kit import Label
from game.desktop.scenes import account, hindsight
from game.desktop.scenes.chart import Chart, lowest_of
from game.desktop.scenes.ending import EndingScene
from game.desktop.scenes.play import portraits
from game.desktop.scenes.play.balance import MemberRow
from game.engine.flourishing import Flourishing, Wellbeing
from game.levels.level import Verb
from game.levels.loading import load_level
from game.paths import LEVELS
from game.play.actions import Begin, Inoculate, Plant
from game.play.bonds import carried_most
from game.play.progress import Score
from game.play.session import Session
from game.words import has
from tests.desktop.playing import set_out
from tests.desktop.test_kit_layout import troubles
from tests.desktop.visiting import app_in, lengthen_words, longer, looking_back

LEVEL = load_level(LEVELS / "gold_and_purple.yaml")


@cache
def lived_through(gardener):
    session = gardener(Session(LEVEL))
    while not session.ended:
        session.tick()
    assert session.ending
    return session


def played(gardener=set_out, level=LEVEL):
    """A play that has ended, for each test its own; `level` may differ in words."""
    session = deepcopy(lived_through(gardener))
    session.level = level
    return session


def idle(session):
    session.do(Begin())
    return session


@pytest.fixture
def app(tmp_path):
    app = app_in(tmp_path)
    yield app
    app.close()


@pytest.fixture
def session():
    return played()


@pytest.fixture
def visitor(app, session):
    return looking_back(app, EndingScene(app, session, 1))


def test_a_session_that_goes_on_has_no_ending(app):
    with pytest.raises(ValueError, match="goes on"):
        EndingScene(app, Session(LEVEL))


def test_it_shows_the_stars_that_were_won_and_keeps_them(visitor, session):
    won = session.ending.stars
    shown = visitor.words()
    assert shown.split(" | ").count("star won") == 2 * sum(won)  # at the top, and beside what each needs
    assert all(star.title in shown for star in LEVEL.stars)
    assert all(need.text in shown for star in LEVEL.stars for need in star.needs)
    assert visitor.app.journey.stars(LEVEL.name, 3) == won


def test_goals_are_told_as_met_or_missed(visitor, session):
    shown = visitor.words()
    for state in session.ending.goals:
        assert f"{'met' if state.met else 'missed'} | {state.goal.text}" in shown


def test_whoever_is_worst_off_comes_first_with_what_they_needed(app):
    session = played(idle)
    visitor = looking_back(app, EndingScene(app, session))
    rows = [each for each in visitor.ui._floors[0].root.within() if isinstance(each, MemberRow)]
    levels = [row.level for row in rows]
    assert levels == sorted(levels)
    assert levels == sorted(member.level for member in session.flourishing.members)
    assert rows[0].level == 0
    assert "There are too few of them." in visitor.words()


def test_only_what_was_counted_is_told(session):
    facts = account.facts_of(session)
    visits = int(session.world.fields["tally_visits"].sum())
    assert visits > 0
    assert facts[0][1] == f"{visits} visits"
    assert any(str(len(session.gifts)) in head for _, head, _ in facts)
    assert not account.facts_of(Session(LEVEL))


def test_the_partnership_that_carried_most_is_told_first_once_it_is_counted(visitor, session):
    (most,) = carried_most(session)
    assert most.words not in visitor.words()
    while not visitor.scene._reckoning.done:
        visitor.scene.step(1 / 60)
    told = visitor.words()
    assert most.words in told
    assert told.index("Goldenrod and aster") < told.index(" visits")


def test_the_guess_is_looked_at_again_beside_what_was_planted(session):
    right, other = account.guess(session, 1), account.guess(session, 0)
    assert "Here that does best" in right
    assert "Here “Gold and purple mixed" in other
    assert account.guess(session, None) == ""
    told = account.looked_at_again(session, 0)
    assert told[:2] == [other, "You planted them mixed: 24 of 24 beside a partner at the start."]
    assert str(session.scores[-1].score) in told[2]
    assert account.looked_at_again(session, None) == told[1:]


def test_whom_a_hawk_found_is_told_and_whether_a_crowd_drew_in_another():
    session = Session(load_level(LEVELS / "many_eyes.yaml"))
    assert hindsight.own_meadow(session) == "No crowd drew in one more goshawk. Caught in all: 0."
    birds, hawks = session.world.animals
    birds.tally("caught", 7)
    hawks.tally("came", 2)
    assert hindsight.own_meadow(session) == "2× a crowd drew in one more goshawk. Caught in all: 7."


def test_beds_are_told_from_a_mixed_meadow():
    session = Session(LEVEL)
    for number in range(12):
        session.do(Plant("goldenrod", 3 + number % 4, 2 + number // 4))
        session.do(Plant("aster", 8 + number % 4, 8 + number // 4))
    assert hindsight.own_meadow(session) == ("You planted them apart: 0 of 24 beside a partner at the start.")


def test_whoever_is_worst_off_is_named_with_the_season_it_began(app):
    session = played()
    worst = session.flourishing.worst
    assert worst.member == "neighbour"
    since = hindsight.worst_off_since(session.scores, "neighbour")
    assert all(score.worst == "neighbour" for score in session.scores if score.tick >= since)
    assert hindsight.why(session).startswith("The neighbour has been hungry since ")
    words = looking_back(app, EndingScene(app, session, 1)).words()
    assert "The neighbour goes hungry" in words
    assert hindsight.why(session) in words


def test_goals_that_were_met_are_told_even_where_somebody_struggles(session):
    ending = session.ending
    met = tuple(replace(goal, met=True, failed=False) for goal in ending.goals)
    assert hindsight.headline(session, ending) == "The neighbour goes hungry"
    assert hindsight.headline(session, replace(ending, goals=met)) == "All goals met, but the neighbour goes hungry"


def test_only_with_every_star_does_the_ending_say_that_it_lasts(session, monkeypatch):
    ending = session.ending
    well = tuple(replace(goal, met=True) for goal in ending.goals)
    monkeypatch.setattr(hindsight, "worst_of", lambda _: Wellbeing("land", {"water": 100}))
    told = {
        stars: hindsight.headline(session, replace(ending, goals=well, stars=stars))
        for stars in ((True, True, True), (True, True, False))
    }
    assert list(told.values()) == ["Everyone does well, and it lasts", "Everyone does well"]


def test_a_lost_lichen_is_said_to_have_lacked_its_partner():
    bare = Session(load_level(LEVELS / "bare_rock.yaml"))
    for column in (5, 6, 7, 8):
        bare.do(Inoculate("crust_fungus", column, 2))
        bare.do(Inoculate("green_alga", column, 4))
    bare.do(Begin())
    while bare.tick_now < 64:
        bare.tick()
    said = [portraits.lack_of(bare.world, bare.flourishing.of(name)) for name in ("crust_fungus", "green_alga")]
    assert said == ["Without algae it has no sugar and starves.", "Without a fungus it dries up."]


def test_who_opened_no_way_is_told_so_and_led_back_to_before_the_flowers_faded():
    wood = Session(load_level(LEVELS / "under_the_ground.yaml"))
    assert portraits.lack_of(wood.world, wood.flourishing.of("young_pecan")) == "None of them has grown up yet."
    while not wood.ended:
        wood.tick()
    assert hindsight.own_meadow(wood) == "You opened no way. What lives on either side did not join."
    assert hindsight.went_wrong(wood, wood.ending) < 128
    assert (wood.flourishing.of("young_pecan").level, hindsight.headline(wood, wood.ending)[-8:]) == (0, "struggle")
    assert "Too many of them stand on poor soil." in [
        portraits.lack_of(wood.world, each) for each in wood.flourishing.members
    ]


def test_of_several_who_lost_all_the_one_is_named_that_has_been_so_for_longest(session):
    everyone = [replace(each, needs={"food": 0}) for each in session.flourishing.members]
    session._measured = session.tick_now, len(session.actions), Flourishing(tuple(everyone))
    session.progress.scores[:] = [replace(each, worst="neighbour", worst_level=0) for each in session.scores]
    session.progress.scores[-1] = replace(session.scores[-1], worst="aster")
    assert hindsight.worst_of(session).member == "neighbour"
    assert hindsight.why(session).startswith("The neighbour has been hungry since the start.")


def test_a_home_that_hungers_beside_a_full_basket_is_said_to(session):
    hungry = replace(session.flourishing.of("neighbour"), needs={"food": 0})
    session.world.hand.basket[0].amount[0] = 0
    session.world.hand.basket[1].amount[0] = 0
    assert portraits.lack_of(session.world, hungry) == "The pantry is empty."
    session.world.hand.basket[0].amount[0] = 4
    assert portraits.lack_of(session.world, hungry) == "The pantry is empty. Food lies in your basket."


def test_what_was_kept_from_the_soil_is_told(session):
    assert hindsight.kept_back(session) == "", "a handful of seeds is not missed"
    session.world.hand.basket[0].amount[0] = 900
    told = "900 seeds lie in your basket: their mineral is missing in the soil."
    assert told in account.looked_at_again(session, None)


def test_three_columns_stand_side_by_side_even_where_much_is_told(app):
    visitor = looking_back(app, EndingScene(app, played(idle), 0))
    heads = ("Flourishing, season by season", "Who fared how", "What was asked")
    within = list(visitor.ui._floors[0].root.within())
    assert len({each.rect.top for each in within if isinstance(each, Label) and each.text in heads}) == 1


def test_nobody_is_blamed_where_all_do_well():
    scores = [Score(0, 90, "bee", 20), Score(4, 90, "bee", 80)]
    assert hindsight.worst_off_since(scores, "bee") is None
    assert hindsight.worst_off_since(scores[:1], "bee") == 0


def test_every_verb_has_words_for_what_was_done():
    assert all(has(f"ending.own.did.{verb}") for verb in get_args(Verb) if verb not in hindsight.LAID_OUT)


def test_one_question_at_a_time(visitor):
    first, second, third = LEVEL.reflect
    assert first in visitor.words()
    assert second not in visitor.words()
    visitor.choose("The next question")
    assert second in visitor.words()
    visitor.choose("The question before")
    visitor.choose("The question before")
    assert third in visitor.words()


def test_back_to_the_spring_before(visitor, session):
    session.progress.scores[:] = [replace(each, worst="honeybee", worst_level=80) for each in session.scores]
    before = list(session.actions)
    visitor.press("return")
    assert visitor.scene.name == "play"
    assert visitor.scene.session is session
    assert session.tick_now == LEVEL.ticks - 128
    assert list(session.branches[-1].actions) == before


def test_a_save_that_does_not_reach_back_says_so(app, session):
    session.earliest = session.tick_now
    visitor = looking_back(app, EndingScene(app, session))
    visitor.press("return")
    assert visitor.scene.name == "ending"
    assert "does not reach back" in visitor.find("Back to the spring").value()


@pytest.mark.parametrize(("button", "leads_to"), [("Play again", "opening"), ("Back to the title", "title")])
def test_every_way_out_leads_somewhere(visitor, button, leads_to):
    visitor.choose(button)
    assert visitor.scene.name == leads_to


def test_it_can_be_left_by_mouse_and_by_escape(visitor):
    visitor.click(visitor.find("Play again"))
    assert visitor.scene.name == "opening"
    visitor.press("escape")
    assert visitor.scene.name == "title"


def test_the_lowest_point_of_a_long_spell_is_its_middle():
    scores = [Score(tick, 50, "bee", level) for tick, level in enumerate((90, 20, 20, 20, 60))]
    assert lowest_of(scores).tick == 2


def test_the_chart_tells_its_numbers_in_words():
    scores = [Score(tick, 50 + tick // 32, "bee", 40) for tick in range(0, 129, 4)]
    assert Chart(scores, 128, "Bees: 40").widget().name.endswith("50, 51, 52, 53, 54")


@pytest.mark.parametrize("long_words", [False, True])
@pytest.mark.parametrize(
    ("size", "scale"),
    [((1280, 720), 100), ((1280, 720), 150), ((1280, 720), 200), ((1920, 1080), 100), ((1024, 768), 150)],
)
def test_nothing_is_cut(tmp_path, monkeypatch, size, scale, long_words):
    level = LEVEL
    if long_words:
        lengthen_words(monkeypatch)
        level = replace(level, title=longer(level.title), reflect=tuple(map(longer, level.reflect)))
    app = app_in(tmp_path, size, text_scale=scale)
    app.album += [(f"Summer, year {year}", pygame.Surface((424, 240)).convert()) for year in range(1, 7)]
    visitor = looking_back(app, EndingScene(app, played(idle, level), 0))
    wrong = troubles(visitor.ui)
    app.close()
    assert wrong == []


def test_at_its_usual_size_the_whole_ending_is_seen_at_once(app, session):
    app.album += [(f"Summer, year {year}", pygame.Surface((384, 216)).convert()) for year in range(1, 5)]
    visitor = looking_back(app, EndingScene(app, session, 0))
    assert not any(each.clips for each in visitor.ui._floors[0].root.within())


def test_a_key_meant_for_the_meadow_does_not_leave_the_ending(app, session):
    app.go(EndingScene(app, session))
    app.frame([], 0.0)
    app.frame([pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="")], 0.1)
    app.frame([], 0.1)
    assert isinstance(app.scene, EndingScene)


def test_it_leads_back_to_the_spring_before_it_went_wrong(app):
    apart = played(idle)
    apart.progress.scores[:] = [
        replace(each, worst="honeybee", worst_level=30 if each.tick > 200 else 80) for each in apart.scores
    ]
    visitor = looking_back(app, EndingScene(app, apart))
    visitor.choose("Back to spring, year 2")
    assert app.scene.session.tick_now == 128


def test_where_the_setting_out_went_wrong_it_leads_back_to_that(app):
    apart = played(idle)
    apart.progress.scores[:] = [replace(each, worst="honeybee", worst_level=30) for each in apart.scores]
    visitor = looking_back(app, EndingScene(app, apart))
    visitor.choose("Back to spring, year 1")
    assert (visitor.scene.session.tick_now, visitor.scene.session.begun) == (0, False)
