"""What the cards of a play say, and that they agree with the world at once."""

from __future__ import annotations

from unittest import mock

import pytest

from game.desktop.kit import tooltip
from game.desktop.scenes.play import season_turn
from game.desktop.scenes.play.notices import WANT, WEATHER, Notice, Notices
from game.engine import calendar
from game.levels.loading import load_level
from game.paths import LEVELS
from game.play.actions import Begin
from game.play.progress import Gift
from game.play.session import Session
from game.words import say
from tests.desktop.playing import MIXED, Player, app_in, level, set_out
from tests.desktop.visiting import lengthen_words


def test_a_gift_to_the_neighbour_is_seen_and_thanked_for_at_once(gardener):
    world = gardener.session.world
    world.households.pantry_carbon.amount[0] = 0
    world.households.column("food")[0] = 20
    world.hand.basket[0].amount[0] = 4
    gardener.session._measured = None
    gardener.scene.cards.refresh()
    row, why = gardener.scene.cards.balance.rows["neighbour"], gardener.scene.cards.balance._why
    assert (row.coming, why.text) == (0, "The pantry is empty. Food lies in your basket.")
    home = gardener.session.level.homes[0]
    gardener.scene._depict()
    gardener.card("give")
    gardener.tile(home.x, home.y)
    gardener.wait(0.1)
    meals = int(world.households.pantry_carbon.amount[0])
    assert row.coming == 8 * meals
    assert why.text == f"They eat again: {meals} meals in the pantry."
    assert gardener.scene.notices.shown.words.startswith(f"Neighbour: Thank you! {meals} meals")


def test_before_time_begins_nobody_is_worst_off_and_no_goal_is_met(newcomer):
    cards = newcomer.scene.cards
    assert (cards.balance._worst.text, cards.balance._why.text) == ("Not begun", "Set out what is in your hand.")
    assert {box.shown for box in cards.goals._boxes} == {"open"}


def test_who_goes_on_is_told_that_time_stands_still_before_anybodys_want(app):
    session = set_out(Session(level()))
    session.world.households.column("food")[0] = 10
    session._measured = None
    player = Player(app, session)
    assert player.scene.notices.shown.words.startswith("Time stands still")


def test_the_map_stays_where_it_is_when_cards_come_into_the_hand(app):
    session = Session(load_level(LEVELS / "what_the_birds_carry.yaml"))
    session.do(Begin())
    player = Player(app, session)
    player.wait(0.1)
    before = player.scene.board.free()
    for name in ("aster", "goldenrod"):
        session.world.hand.young[session.world.flora.index[name] - 1].amount[0] = 2
    player.scene.cards.refresh()
    player.wait(0.1)
    assert len([card for card in player.scene.cards.hand.cards.values() if card.visible]) == 8
    assert player.scene.board.free() == before


def test_a_goal_for_the_end_has_an_hourglass_until_then(gardener):
    gardener.until(4)
    assert "holds" in {box.shown for box in gardener.scene.cards.goals._boxes}
    assert "met" not in {box.shown for box in gardener.scene.cards.goals._boxes}


@pytest.mark.parametrize("scale", [125, 200])
def test_with_large_words_cards_and_tabs_keep_their_names_and_the_tabs_their_place(tmp_path, scale):
    app = app_in(tmp_path, text_scale=scale)
    player = Player(app, set_out(Session(level())))
    player.wait(0.1)
    board, hand = player.scene.board, player.scene.cards.hand
    shown = [card for card in hand.cards.values() if card.visible]
    assert all(card.text and card.rect.height + 0.6 >= card.measure(player.scene.ui.look, 400)[1] for card in shown)
    assert all(option.text for option in board._choice.options)
    places = []
    for name in ("none", "goals", "balance"):
        board._choice._choose([option.value for option in board._choice.options].index(name))
        player.wait(0.1)
        places.append(tuple(board._choice.rect))
    assert len(set(places)) == 1
    player.close()
    app.window.destroy()


def test_half_and_all_are_told_apart_without_words(gardener):
    gardener.until(84)
    card = gardener.scene.cards.hand.cards["gather"]
    gardener.press("3")
    assert card.part == "half"
    gardener.press("3")
    assert card.part == "all"


def test_where_nothing_is_ripe_the_tip_says_when_it_will_be(gardener):
    gardener.until(4)
    card = gardener.scene.cards.hand.cards["gather"]
    assert card.disabled_because == "Nothing is ripe here yet. Seeds ripen in autumn."


def test_the_card_for_giving_says_what_is_given(gardener):
    card = gardener.scene.cards.hand.cards["give"]
    assert card.text == "Give"
    gardener.session.world.hand.basket[0].amount[0] = 4
    gardener.scene.cards.refresh()
    kind = gardener.session.world.flora.kinds[0].title
    assert card.text == f"Give\u00a0{kind}"
    assert card.tip.startswith(f"Give 4 {kind} seeds")


def test_light_joins_a_flower_that_is_aimed_to_its_partners(newcomer):
    newcomer.card("plant goldenrod")
    newcomer.tile(9, 4)
    newcomer.tile(11, 4)
    newcomer.card("plant aster")
    newcomer.point_at(10, 4)
    assert {(int(x), int(y)) for x, y in (link.end for link in newcomer.scene.beside.links)} == {(9, 4), (11, 4)}


def test_the_meter_of_what_bees_will_see_grows_most_where_partners_meet(newcomer):
    newcomer.card("plant goldenrod")
    newcomer.tile(9, 4)
    seen = newcomer.scene.board._seen
    assert seen.text == "What bees will see: 1"
    newcomer.card("plant aster")
    newcomer.point_at(10, 4)
    assert seen.text == "What bees will see: 1 (+9)"
    newcomer.tile(10, 4)
    assert seen.text == "What bees will see: 10"


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("begun", [False, True])
def test_no_word_of_the_cards_is_cut_in_a_language_with_longer_words(tmp_path, monkeypatch, scale, begun):
    lengthen_words(monkeypatch)
    app = app_in(tmp_path, text_scale=scale)
    player = Player(app, set_out(Session(level())) if begun else None)
    player.wait(0.1)
    look = player.scene.ui.look
    for card in (player.scene.cards.hand.card, player.scene.cards.goals.card, player.scene.board._start_card):
        for widget in card.within():
            if getattr(widget, "text", "") and widget.visible and widget.rect.width:
                assert widget.rect.width + 0.6 >= widget.least(look), widget.text
                assert widget.rect.height + 0.6 >= widget.measure(look, widget.rect.width)[1], widget.text
    player.close()
    app.window.destroy()


@pytest.mark.parametrize("path", sorted(LEVELS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_level_leaves_the_meadow_in_sight_while_it_is_set_out_and_after(app, path):
    player = Player(app, Session(load_level(path)))
    for begun in (False, True):
        if begun and not player.session.begun:
            player.session.do(Begin())
        player.wait(0.1)
        free = player.scene.board.free()
        assert free.width > 900, begun
        assert free.height > 480, begun


def test_all_that_the_inspector_knows_is_told_from_the_keyboard(app):
    player = Player(app, set_out(Session(level())))
    player.until(78)
    player.point_at(*MIXED[9][1:])
    player.wait(1.5)
    inspector = player.scene.inspector
    told = inspector.account.received + inspector.account.gave
    assert len(told) > 6
    player.scene.ui.focus(inspector._portrait)
    player.press("return")
    words = [widget.text for widget in player.scene.ui.dialog.within() if hasattr(widget, "text")]
    assert all(line.words in words for line in told)
    player.press("escape")
    assert player.scene.ui.dialog is None


def test_hard_weather_is_told_before_it_comes_and_when_it_begins(app):
    player = Player(app, Session(load_level(LEVELS / "many_eyes.yaml")))
    player.session.do(Begin())
    (spell,) = player.session.world.almanac.spells
    told = []
    for tick in (spell.first - spell.announced - 1, spell.first - spell.announced, spell.first):
        player.until(tick)
        player.scene.cards.refresh()
        told.append(player.scene.notices.shown.words)
    assert "frost" not in told[0]
    assert told[1:] == [say("play.weather.coming.frost", time="9 weeks"), say("play.weather.begun.frost")]
    assert player.scene.cards.time._year.text == "Year 2 of 3 · frost"


def notices() -> Notices:
    return Notices(lambda: None)


def test_what_weighs_more_is_told_first_and_nothing_told_is_lost():
    told = notices()
    told.tell_once("gifts", Notice("Gifts."))
    told.tell_once("want", Notice("Want.", weight=WANT))
    told.tell_once("frost", Notice("Frost.", weight=WEATHER))
    told.tell_once("bond", Notice("Bond."))
    seen = [told.shown.words]
    while told.shown is not None:
        told.step(0.5, held=False)
        if told.shown and told.shown.words != seen[-1]:
            seen.append(told.shown.words)
    assert seen == ["Frost.", "Want.", "Gifts.", "Bond."]


def test_an_answer_is_given_at_once_and_what_it_hid_comes_back():
    told = notices()
    told.tell_once("frost", Notice("Frost.", weight=WEATHER))
    told.tell(Notice("Saved."))
    assert told.shown.words == "Saved."
    told.close()
    assert told.shown.words == "Frost."


def test_while_a_seasons_turn_is_told_nothing_else_is_and_no_word_runs_out():
    told = notices()
    told.tell_once("gifts", Notice("Gifts."))
    told.turn()
    told.step(60, held=True)
    assert told.shown is None
    told.step(0.1, held=False)
    assert told.shown.words == "Gifts."


def test_news_of_a_time_that_was_turned_back_is_told_again_when_it_is_true_again():
    told = notices()
    told.tell_once("frost", Notice("Frost.", weight=WEATHER))
    told.tell_once("want", Notice("Want.", weight=WANT))
    told.begin_anew()
    assert told.shown is None
    assert told.tell_once("want", Notice("Want.", weight=WANT))


def test_the_cards_of_the_hand_are_numbered_as_they_lie_and_none_changes_its_number_within_a_season(gardener):
    def keys() -> dict[str, str]:
        cards = gardener.scene.cards
        cards.refresh()
        return {key: card.key_name for key, card in cards.hand.cards.items() if card.visible}

    world = gardener.session.world
    before = keys()
    assert list(before.values()) == ["1", "2", "3", "4", "5"]
    for kind in ("aster", "goldenrod"):
        world.hand.young[world.flora.index[kind] - 1].amount[0] = 1
    assert keys() == before | {"plant aster": "6", "plant goldenrod": "7"}
    world.hand.young[world.flora.index["aster"] - 1].amount[0] = 0
    assert keys()["plant goldenrod"] == "7"
    gardener.press("6")
    assert gardener.scene.notices.shown.words.startswith("You hold no asters now.")
    gardener.until(calendar.SEASON)
    assert "plant aster" not in keys() or world.hand.young[world.flora.index["aster"] - 1].amount[0]


def test_no_tip_of_a_button_lies_over_a_notice_or_the_seasons_turn(gardener):
    pause = next(each for each in gardener.scene.ui.stops() if each.name == "Pause")
    gardener.scene.ui.focus(pause)
    where = []
    draw = tooltip.draw_tip
    with mock.patch.object(tooltip, "draw_tip", lambda *given, **more: where.append(draw(*given, **more))):
        gardener.scene.notices.tell(Notice("A late frost comes. " * 4))
        gardener.wait(0.1)
        assert not where[-1].colliderect(gardener.scene.notices.frame.rect)
        gardener.until(calendar.SEASON - 1)
        gardener.press("space")
        gardener.wait(0.5)
        assert gardener.scene.turn.showing
        assert where[-1].top > gardener.scene.turn.card.rect.bottom


@pytest.mark.parametrize(
    ("name", "giver", "kind", "words"),
    [
        ("the_pecan_year", "park_pecan", "park_pecan", "Pecans do well: 3 nuts"),
        ("the_pecan_year", "park_squirrel", "park_pecan", "Squirrels do well: 3 nuts"),
        ("what_the_birds_carry", "serviceberry", "serviceberry", "Serviceberries do well: 3 berries"),
        ("gold_and_purple", "aster", "aster", "Asters do well: 3 seeds"),
    ],
)
def test_what_is_given_is_called_and_drawn_by_what_the_plant_bears(name, giver, kind, words):
    world = Session(load_level(LEVELS / f"{name}.yaml")).world
    for what in ("fruit", "seed"):
        gift = Gift(64, giver, what, kind, 3)
        assert season_turn.told(world, gift) == words
        assert season_turn.SPRITES[season_turn.shown(world, gift)] == {
            "nuts": "nut", "berries": "fruit", "seeds": "seed_bag"
        }[words.split()[-1]]


@pytest.mark.parametrize("scale", [100, 150])
def test_what_a_card_would_do_is_told_beside_the_tiles_it_would_do_it_on(tmp_path, scale):
    app = app_in(tmp_path, text_scale=scale)
    player = Player(app, set_out(Session(level())))
    player.until(40)
    player.press("1")
    tips, camera = player.scene.ui._tips, player.scene.camera
    for tile in [(x, y) for x in range(1, 19) for y in (1, 4, 9)]:
        player.point_at(*tile)
        if tips.pointed is not None:
            drawn = tooltip.draw_tip(app.surface, player.scene.ui.look, *tips.pointed, tips.room, aside=True)
            around = camera.tile_rect(*tile).inflate(2 * camera.tile - 2, 2 * camera.tile - 2)
            assert not drawn.colliderect(around), tile
    player.close()
    app.window.destroy()
