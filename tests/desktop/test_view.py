"""Looking below the ground while playing: by key or card, told by a legend, and only where there can be a web."""

from __future__ import annotations

import pytest

from game.levels.loading import parse_level
from game.play.actions import Begin
from game.play.session import Session
from tests.desktop.playing import Player
from tests.levels.living import living


def playing(app, without=None, *, clover=True, painted=False):
    bare = () if clover else (("##f.c.ts", "##f...ts"), ("  c: {plant: white_clover}\n", ""))
    session = Session(parse_level(living(*bare)), without=without)
    session.do(Begin())
    return Player(app, session, painted=painted)


@pytest.fixture
def player(app):
    player = playing(app)
    yield player
    player.close()


def told(view):
    """What the legend tells."""
    return {name for name, row in view._rows.items() if row.visible}


def test_b_looks_below_and_up_again(player):
    view = player.scene.cards.view
    assert (view.below, player.scene.painter.below, view.legend.visible) == (False, False, False)
    player.press("b")
    assert (view.below, player.scene.painter.below, view.legend.visible) == (True, True, True)
    player.press("b")
    assert (view.below, player.scene.painter.below, view.legend.visible) == (False, False, False)


def test_the_card_looks_below_too(player):
    choice = player.scene.cards.view._choice
    player.click(choice.rect.right - 20, choice.rect.centery)
    assert player.scene.painter.below


def test_the_legend_tells_only_what_is_to_be_seen(player):
    view, world = player.scene.cards.view, player.session.world
    player.press("b")
    assert told(view) == {"sugar", "mineral", "water", "thick"}
    world.web.alarm[world.soil != 0] = 8
    player.scene.cards.refresh()
    assert "alarm" in told(view)
    world.web.threads.amount[:] = 0
    player.scene.cards.refresh()
    assert told(view) == {"none"}


def test_where_no_fungus_can_live_bacteria_are_told_of_once_they_are_there(app):
    player = playing(app, without="roots_and_threads")
    view, world = player.scene.cards.view, player.session.world
    player.press("b")
    assert told(view) == set()
    world.nodules.living.amount[world.flora.of(world.flora.index["white_clover"]) != 0] = 4
    player.scene.cards.refresh()
    assert told(view) == {"nodules"}
    player.close()


def test_where_neither_fungus_nor_bacteria_can_live_there_is_nothing_to_look_at(app):
    player = playing(app, without="roots_and_threads", clover=False)
    player.press("b")
    assert not player.scene.cards.view.card.visible
    assert not player.scene.cards.view.below
    player.close()


def test_the_play_goes_on_below_the_ground(app):
    player = playing(app, painted=True)
    player.press("b", "space")
    player.wait(1.5)
    assert player.session.tick_now >= 4
    assert player.scene.painter.below
    player.close()
