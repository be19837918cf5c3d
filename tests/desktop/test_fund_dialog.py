"""What people hold together: the fund's dialog says in words what is so, and rules are agreed on by keys and mouse."""

from __future__ import annotations

import re

import pytest

from game.desktop.kit import Button, Label, Stepper, Widget
from game.desktop.scenes.play.fund_dialog import WELL_FROM, holds, tended_in_words
from game.engine.commons import RULES
from game.levels.loading import parse_level
from game.play.actions import Begin, Meet
from game.play.session import Session
from game.words import say
from tests.desktop.playing import Player
from tests.levels.village import village


@pytest.fixture
def villager(app):
    """Somebody in the village of the tests; time stands still."""
    player = Player(app, Session(parse_level(village())))
    yield player
    player.close()


@pytest.fixture
def founder(app):
    """Somebody in a village where time has not begun."""
    hand = "set_out: true\nhand: [{give: serviceberry, count: 1}]\nverbs: [plant, connect"
    player = Player(app, Session(parse_level(village(("verbs: [connect", hand)))))
    yield player
    player.close()


def held(player: Player, kind: type[Widget]) -> list[Widget]:
    dialog = player.scene.ui.dialog
    assert dialog is not None
    return [each for each in dialog.within() if isinstance(each, kind)]


def words(player: Player) -> str:
    return "\n".join(each.text for each in held(player, Label) + held(player, Button))


def stepper(player: Player, rule: str) -> Stepper:
    name = say(f"fund.rules.{rule}").replace("{value}", "…")
    return next(each for each in held(player, Stepper) if each.name == name)


def tab_to(player: Player, widget: Widget) -> None:
    for _ in range(30):
        if player.scene.ui.focused is widget:
            return
        player.press("tab")
    raise AssertionError(f"Tab does not reach {widget.name!r}")


def test_the_key_and_the_button_open_it_and_escape_closes_it(villager):
    villager.press("t")
    assert "All 3 homes are known by name" in words(villager)
    villager.press("escape")
    assert villager.scene.ui.dialog is None
    button = next(each for each in villager.scene.ui.stops() if each.name == say("play.menu.together"))
    villager.click_widget(button)
    assert "How well it is tended" in words(villager)


def test_a_meeting_costs_a_day_and_tends_the_fund_and_without_days_says_why_not(villager):
    commons = villager.session.world.commons
    commons.tend(-50)
    villager.press("t")
    assert "50 of 100" in words(villager)
    meet = next(each for each in held(villager, Button) if each.text == "Meet")
    tab_to(villager, meet)
    for left in (2, 1, 0):
        villager.press("return")
        assert villager.session.progress.days_left == left
    assert (commons.tended, "100 of 100" in words(villager)) == (100, True)
    assert meet.disabled_because.startswith("Your days of work are used up.")
    villager.click_widget(meet)
    assert sum(isinstance(done.action, Meet) for done in villager.session.actions) == 3


def test_every_rule_is_a_sentence_and_each_can_be_changed_by_keys_and_by_mouse(villager):
    villager.press("t")
    commons = villager.session.world.commons
    for rule, (least, most, _) in RULES.items():
        blank = stepper(villager, rule)
        before = commons.rule(rule)
        key, back = ("right", "left") if before < most else ("left", "right")
        tab_to(villager, blank)
        villager.press(key)
        assert commons.rule(rule) == before + (1 if key == "right" else -1)
        villager.press(back)
        assert commons.rule(rule) == before
        k = villager.scene.ui.look.scale
        villager.scene.ui.focus(blank)
        x = blank.rect.right - 8 if key == "right" else blank.rect.left + 8
        villager.click(x * k, blank.rect.centery * k)
        assert least <= commons.rule(rule) != before
        assert blank.value() != ""


def test_no_sentence_of_the_rules_is_a_formula(villager):
    villager.press("t")
    spoken = " ".join(f"{blank.name} {blank.value()}" for blank in held(villager, Stepper))
    assert not re.search(r"[<>=_%*/]", spoken + words(villager))


def test_what_is_refused_is_said_below_its_rule_and_changes_nothing(villager):
    commons = villager.session.world.commons
    commons.tend(-80)
    villager.press("t")
    blank = stepper(villager, "gives_above")
    tab_to(villager, blank)
    villager.press("right")
    assert (commons.rule("gives_above"), blank.value()) == (4, "4 seasons")
    refusal = next(each for each in held(villager, Label) if each.text.startswith("Too few come together"))
    assert 0 <= refusal.rect.top - blank.rect.bottom < 10
    commons.tend(80)
    villager.press("right")
    assert blank.value() == "5 seasons"
    assert "Too few" not in words(villager)


def test_a_rule_that_gives_more_than_there_is_is_refused(villager):
    villager.press("t")
    blank = stepper(villager, "draws_below")
    tab_to(villager, blank)
    villager.press(*["right"] * 6)
    assert villager.session.world.commons.rule("draws_below") == 4
    assert "The fund would give more than there is." in words(villager)


def test_before_time_begins_rules_are_set_freely_but_nobody_meets(founder):
    founder.session.world.commons.tend(-100)
    founder.press("t")
    assert "Before time begins" in words(founder)
    tab_to(founder, stepper(founder, "harvest"))
    founder.press("right")
    assert founder.session.world.commons.rule("harvest") == 3
    assert next(each for each in held(founder, Button) if each.text == "Meet").disabled_because
    assert not any(isinstance(done.action, Begin | Meet) for done in founder.session.actions)


def test_principles_follow_the_rules_at_once(villager):
    villager.press("t")
    assert "All who meet change the rules." in words(villager)
    tab_to(villager, stepper(villager, "all_decide"))
    villager.press("left")
    assert "One home changes the rules alone." in words(villager)


def test_what_a_fund_holds_is_told_by_how_long_it_lasts_all(villager):
    world = villager.session.world
    assert holds(world, "food") == "No food"
    world.commons.food.amount[0] = 16  # four people, each 4 a season
    assert holds(world, "food") == "16 meals: all could eat for 13 weeks."
    world.commons.wood.amount[0] = 16  # two homes that burn 8 in a winter
    assert holds(world, "warmth") == "16 logs: all could be warm for 13 weeks of cold."
    world.commons.water.amount[0] = 500
    assert "more than a year" in holds(world, "water")


def test_how_well_a_fund_is_tended_has_words_for_each_degree():
    assert len({tended_in_words(tended) for tended in range(101)}) == len(WELL_FROM)
    assert tended_in_words(50).startswith("About half of what it promises")
