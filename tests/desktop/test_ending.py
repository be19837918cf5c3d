"""The ending looks back truly: stars, who fared how, what carried it, the guess; and it leads on."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.desktop.kit import Meter
from game.desktop.scenes import account
from game.desktop.scenes.chart import Chart, lowest_of
from game.desktop.scenes.ending import EndingScene
from game.levels.loading import load_level
from game.paths import LEVELS
from game.play import saving
from game.play.progress import Score
from game.play.session import Session
from tests.desktop.playing import set_out
from tests.desktop.test_kit_layout import troubles
from tests.desktop.visiting import Visitor, app_in, lengthen_words, longer

LEVEL = load_level(LEVELS / "gold_and_purple.yaml")


@pytest.fixture(autouse=True)
def _saves(monkeypatch, tmp_path):
    monkeypatch.setattr(saving, "saves_folder", lambda: tmp_path / "saves")


def played(gardener=set_out, level=LEVEL):
    session = gardener(Session(level))
    while not session.ended:
        session.tick()
    return session


def idle(session):
    from game.play.actions import Begin

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
    return Visitor(app, EndingScene(app, session, 1))


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
    visitor = Visitor(app, EndingScene(app, session))
    meters = [each for each in visitor.ui._floors[0].root.within() if isinstance(each, Meter)]
    levels = [meter.amount for meter in meters]
    assert levels == sorted(levels)
    assert levels == sorted(member.level for member in session.flourishing.members)
    assert meters[0].amount == 0
    assert "There are too few of them." in visitor.words()


def test_only_what_was_counted_is_told(session):
    facts = account.facts_of(session)
    visits = int(session.world.fields["tally_visits"].sum())
    assert visits > 0
    assert facts[0][1] == f"{visits} visits"
    assert any(str(len(session.gifts)) in head for _, head, _ in facts)
    assert not account.facts_of(Session(LEVEL))


def test_the_guess_is_looked_at_again(session):
    scores = session.scores
    right, other = account.guess(session, 1), account.guess(session, 0)
    assert "what does best here" in right
    assert "What does best here: “Gold and purple mixed" in other
    assert f"from {scores[0].score} to {scores[-1].score}" in right
    assert account.guess(session, None) == ""


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
    before = list(session.actions)
    visitor.press("return")
    assert visitor.scene.name == "play"
    assert visitor.scene.session is session
    assert session.tick_now == LEVEL.ticks - 128
    assert list(session.branches[-1].actions) == before


def test_a_save_that_does_not_reach_back_says_so(app, session):
    session.earliest = session.tick_now
    visitor = Visitor(app, EndingScene(app, session))
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
    visitor = Visitor(app, EndingScene(app, played(idle, level), 0))
    wrong = troubles(visitor.ui)
    app.close()
    assert wrong == []


def test_at_its_usual_size_the_whole_ending_is_seen_at_once(visitor):
    assert not any(each.clips for each in visitor.ui._floors[0].root.within())
