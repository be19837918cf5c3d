"""What partnerships carried is counted from the play itself, lived through again."""

from __future__ import annotations

from functools import cache

import pytest

from game.lab.playing import play
from game.lab.policies import POLICIES
from game.levels.loading import load_level
from game.paths import LEVELS
from game.play.bonds import Carried, Reckoning, carried_most
from game.play.ledger import CAUSES, Ledger
from game.play.session import Session

TICKS = 384  # three years: birds share food only in need


@cache
def played(level: str, without: str | None = None) -> Session:
    session = Session(load_level(LEVELS / f"{level}.yaml"), without=without)
    play(session, POLICIES["share"], TICKS)
    return session


def named(carried: list[Carried]) -> dict[str, int]:
    return {each.name: each.motes for each in carried}


@pytest.mark.parametrize(
    ("level", "bond"),
    [
        ("gold_and_purple", "goldenrod_and_aster"),
        ("bare_rock", "lichen"),
        ("under_the_ground", "roots_of_the_wood"),
        ("what_the_birds_carry", "birds_and_berries"),
        ("many_eyes", "many_eyes"),
    ],
)
def test_the_partnership_that_a_level_is_about_carries_something_and_nothing_when_it_is_off(level, bond):
    assert named(carried_most(played(level)))[bond] > 0
    assert bond not in named(carried_most(played(level, without=bond)))


def test_what_is_counted_is_what_the_record_of_the_play_holds():
    session = Session(load_level(LEVELS / "under_the_ground.yaml"))
    ledger = Ledger(session.world)
    session.watch(ledger)
    play(session, POLICIES["share"], TICKS)
    given = sum(motes for (cause, _), motes in ledger.flows.items() if cause in CAUSES["network"])
    assert named(carried_most(session)) == {"roots_of_the_wood": given}
    assert ledger.moved["roots_of_the_wood"].total() == given


def test_it_is_counted_in_slices_and_touches_nothing():
    session = played("under_the_ground")
    now, reckoning, slices = session.world.digest(), Reckoning(session), 0
    assert reckoning.most == []
    while not reckoning.go_on(1.0):
        slices += 1
    assert slices > 5
    assert reckoning.most == carried_most(session)
    assert reckoning.most[0].words.startswith(f"{reckoning.most[0].motes:,} motes ")
    assert session.world.digest() == now
