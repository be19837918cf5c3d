"""Ostrom's principles are read from the rules and the state of a fund, and each can be lacking."""

from __future__ import annotations

import pytest

from game.levels.loading import parse_level
from game.play.ostrom import LOOKED_AFTER, NOT_IN_THE_GAME, PRINCIPLES, Principle, principles
from game.play.session import Session
from tests.levels.village import village

VERBS = "verbs: [connect, gather, keep, give, water, feed, compost, restore, waste, visit, meet, carry]"
LUCK = ("fund: {}", "luck: {chance: 20}\nfund: {}")


def read(*changes: tuple[str, str], tended: int = 100, **rules: int) -> dict[str, Principle]:
    session = Session(parse_level(village(*changes)))
    commons = session.world.commons
    commons.tend(tended - 100)
    for rule, value in rules.items():
        commons.agree(rule, value)
    return {each.name: each for each in principles(session.world, session.level)}


def test_all_eight_are_named_in_their_order_with_a_sentence_each():
    found = read()
    assert tuple(found) == PRINCIPLES
    assert all(5 < len(each.why.split()) <= 30 for each in found.values())
    assert found["boundaries"].why.startswith("All 3 homes")


def test_what_the_game_cannot_show_is_said_to_be_missing():
    assert [name for name, each in read().items() if each.why.endswith("left out.")] == list(NOT_IN_THE_GAME)
    assert not any(read()[name].present for name in NOT_IN_THE_GAME)


@pytest.mark.parametrize(
    ("name", "there", "lacking"),
    [
        ("boundaries", {}, {"changes": [("fund: {}\n", "")]}),
        ("fit", {"gives_above": 4, "draws_below": 1}, {"gives_above": 4, "draws_below": 4}),
        ("fit", {"changes": [LUCK], "reserve": 4}, {"changes": [LUCK]}),
        ("users", {}, {"all_decide": 0}),
        ("users", {}, {"changes": [(VERBS, "verbs: [visit, connect]")]}),
        ("monitoring", {"tended": LOOKED_AFTER}, {"tended": LOOKED_AFTER - 1}),
        ("rights", {}, {"changes": [(VERBS, "verbs: [visit, connect]")]}),
        ("rights", {}, {"changes": [(VERBS, "verbs: [visit, meet]")]}),
        ("rights", {"changes": [("fund: {}", "fund: {}\ncouncil: {trust: 60}")], "tended": 60},
         {"changes": [("fund: {}", "fund: {}\ncouncil: {trust: 60}")], "tended": 59}),
        ("rights", {"changes": [(VERBS, "verbs: [visit, meet]"), ("++++++++++", "..........")]},
         {"changes": [(VERBS, "verbs: [visit, meet]")]}),
    ],
)
def test_each_of_the_others_is_there_or_lacking_as_rules_and_state_are(name, there, lacking):
    def found(case: dict) -> Principle:
        rules = {rule: value for rule, value in case.items() if rule != "changes"}
        return read(*case.get("changes", ()), **rules)[name]

    assert found(there).present
    assert not found(lacking).present
    assert found(there).why != found(lacking).why
