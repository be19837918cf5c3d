"""Playing a level on the screen, with the mouse and with keys."""

from __future__ import annotations

import os
import threading
import time

import pygame
import pytest

from game.desktop.drawing.sprites import Bank
from game.desktop.scenes.play.scene import PlayScene
from game.engine import calendar
from game.play import saving
from game.play.actions import Begin, Plant
from game.play.session import Session
from game.play.why import Watch
from tests.desktop.playing import MIXED, Player, app_in, level, set_out, set_plants


@pytest.fixture
def painted(app):
    """The same as a gardener, with the meadow drawn."""
    player = Player(app, set_out(Session(level())), painted=True)
    yield player
    player.close()


def count(session, name):
    return int((session.world.flora.species == session.world.flora.index[name]).sum())


# ----------------------------------------------------------------- setting out


def test_the_hand_is_set_out_with_the_mouse(newcomer):
    newcomer.card("plant goldenrod")
    newcomer.tile(9, 4)
    newcomer.tile(10, 4)
    newcomer.card("plant aster")
    newcomer.tile(9, 5)
    assert (count(newcomer.session, "goldenrod"), count(newcomer.session, "aster")) == (2, 1)
    assert newcomer.scene.cards.hand.cards["plant goldenrod"].count == "×10"


def test_the_hand_is_set_out_with_keys_alone(newcomer):
    newcomer.press("2", "right", "return", "right", "return", "1", "down", "return")
    assert (count(newcomer.session, "goldenrod"), count(newcomer.session, "aster")) == (2, 1)


def test_where_nothing_can_grow_a_tip_says_why_and_nothing_is_planted(newcomer):
    newcomer.card("plant goldenrod")
    pond = newcomer.session.world.where(int(newcomer.session.world.pond_places[0]))
    newcomer.tile(pond[1], pond[0])
    title, words, _ = newcomer.scene.ui._tips.pointed
    assert (title, words) == ("Goldenrod", "Nothing can grow here. Choose a tile of soil.")
    assert newcomer.scene.deeds.aim.refusal is not None
    assert count(newcomer.session, "goldenrod") == 0
    newcomer.wait(2)
    assert newcomer.scene.ui._tips.pointed is not None
    assert not newcomer.scene.ui._tips.hidden


def test_the_tip_tells_how_much_more_is_seen_beside_a_partner(newcomer):
    newcomer.card("plant goldenrod")
    newcomer.tile(9, 4)
    newcomer.card("plant aster")
    newcomer.point_at(10, 4)
    assert newcomer.scene.ui._tips.pointed[1] == (
        "In bloom, bees will see: alone 1, beside goldenrods 5. For the whole meadow +9."
    )
    assert (9, 4) in newcomer.scene.deeds.aim.reach
    newcomer.point_at(2, 8)
    assert newcomer.scene.ui._tips.pointed[1] == "In bloom, bees will see 1 of it. It stands alone."


def test_undo_takes_back_what_was_just_planted(newcomer):
    newcomer.press("1")
    newcomer.tile(9, 4)
    newcomer.press("z", mod=pygame.KMOD_LCTRL)
    assert count(newcomer.session, "aster") == 0
    assert newcomer.scene.cards.hand.cards["plant aster"].count == "×12"


def test_when_the_last_goldenrod_is_set_out_the_asters_come_into_the_hand(newcomer):
    newcomer.press("2")
    for _, x, y in MIXED[:12]:
        newcomer.tile(x, y)
    assert newcomer.scene.deeds.tool.of == "aster"


def test_dragging_sets_plant_after_plant_while_setting_out(newcomer):
    newcomer.press("2")
    newcomer.drag((2, 8), (3, 8), (6, 8), (6, 10))
    planted = {(done.action.x, done.action.y) for done in newcomer.session.actions}
    assert planted == {(2, 8), (3, 8), (4, 8), (5, 8), (6, 8), (6, 9), (6, 10)}
    newcomer.point_at(9, 8)
    assert len(newcomer.session.actions) == 7


def test_dragging_stops_when_the_card_is_used_up(newcomer):
    newcomer.press("2")
    newcomer.drag((1, 8), (19, 8))
    assert (count(newcomer.session, "goldenrod"), count(newcomer.session, "aster")) == (12, 0)


def test_dragging_does_no_work_once_time_has_begun(gardener):
    gardener.press("1")
    gardener.drag((2, 8), (8, 8))
    assert [str(done.action) for done in gardener.session.actions[25:]] == ["water 2,8"]


def test_what_would_be_planted_is_seen_through_where_the_mouse_is(app):
    player = Player(app, painted=True)
    player.scene.painter.settle()
    player.press("2")
    place = player.scene.camera.tile_rect(4, 9)
    player.point(*place.center)
    assert player.scene.deeds.ghost == "goldenrod_bloom"
    player.wait(0.1)
    seen = app.surface.subsurface(place).copy()
    player.press("escape")
    player.wait(0.1)
    assert pygame.transform.average_color(seen)[:3] != pygame.transform.average_color(app.surface, place)[:3]
    assert player.scene.deeds.ghost == ""
    player.close()


def test_the_key_of_the_card_in_hand_keeps_it_and_only_escape_puts_it_back(newcomer):
    newcomer.press("2", "2")
    newcomer.tile(9, 4)
    assert count(newcomer.session, "goldenrod") == 1
    newcomer.card("plant goldenrod")
    assert newcomer.scene.deeds.tool.of == "goldenrod"
    newcomer.press("escape")
    assert newcomer.scene.deeds.tool is None
    assert newcomer.scene.ui.dialog is None


def test_who_plants_with_nothing_in_hand_is_told_to_choose_a_card(newcomer):
    newcomer.tile(9, 4)
    assert newcomer.scene.notices.shown.words.startswith("Choose a card first.")
    newcomer.scene.notices.close()
    newcomer.press("right", "return")
    assert newcomer.scene.notices.shown.words.startswith("Choose a card first.")


def test_the_key_of_a_card_of_no_use_says_why(gardener):
    gardener.press("1", "4")
    assert gardener.scene.notices.shown.words == "Your basket is empty."
    assert gardener.scene.deeds.tool.verb == "water"


def test_a_single_plant_in_hand_is_spoken_of_as_one(newcomer):
    for species, x, y in MIXED[1:]:
        newcomer.session.do(Plant(species, x, y))
    newcomer.press("space")
    assert newcomer.scene.notices.shown.words.startswith("1 is still in your hand. Later it costs")


def test_the_start_button_lets_time_begin(newcomer):
    set_plants(newcomer.session)
    newcomer.click_widget(newcomer.scene.board.start)
    newcomer.wait(0.6)
    assert newcomer.session.begun
    assert newcomer.session.tick_now == 2


def test_with_plants_still_in_hand_time_begins_only_when_asked_for_twice(newcomer):
    newcomer.press("space")
    assert not newcomer.session.begun
    assert newcomer.scene.notices.shown.words.startswith("24 are still in your hand.")
    newcomer.press("space")
    assert newcomer.session.begun


def test_what_hastens_time_does_not_begin_it_and_asking_twice_is_asking_for_the_same(newcomer):
    newcomer.press("space", "=", ".")
    assert newcomer.scene.notices.shown.words.startswith("Time has not begun yet.")
    newcomer.press("1", "down", "return", "space")
    assert not newcomer.session.begun
    assert newcomer.scene.notices.shown.words.startswith("23 are still in your hand.")
    newcomer.press("space")
    assert newcomer.session.begun


def test_a_plant_just_set_is_no_mistake(newcomer):
    newcomer.press("1", "down", "return")
    newcomer.wait(0.1)
    assert count(newcomer.session, "aster") == 1
    assert newcomer.scene.deeds.aim is None
    newcomer.press("left", "right")
    assert newcomer.scene.deeds.aim.refusal is not None


def test_no_tool_but_plants_is_of_use_before_time_begins(newcomer):
    cards = newcomer.scene.cards.hand.cards
    assert {key for key, card in cards.items() if card.enabled} == {"plant aster", "plant goldenrod"}
    assert cards["water"].disabled_because == "First set out your plants. Then start time."


# ----------------------------------------------------------------- time


def test_space_lets_time_pass_and_stops_it(gardener):
    gardener.press("space")
    gardener.wait(1)
    passed = gardener.session.tick_now
    assert passed == 4
    gardener.press("space")
    gardener.wait(1)
    assert gardener.session.tick_now == passed


def test_the_play_is_at_ease_only_while_time_stands_still_or_waits(gardener):
    gardener.wait(0.5)
    assert gardener.scene.at_ease
    gardener.press("space")
    assert not gardener.scene.at_ease
    gardener.press("f1")
    gardener.wait(0.5)
    assert gardener.scene.ui.dialog is not None
    assert gardener.scene.at_ease


@pytest.mark.parametrize(("speed", "ticks"), [(1, 4), (2, 8), (4, 16), (8, 31)])
def test_time_passes_as_fast_as_chosen(gardener, speed, ticks):
    gardener.click_widget(gardener.scene.cards.time._speeds[speed])
    gardener.wait(1)
    assert abs(gardener.session.tick_now - ticks) <= 1


def test_one_tick_at_a_time(gardener):
    gardener.press(".", ".")
    assert gardener.session.tick_now == 2
    gardener.click_widget(gardener.scene.cards.time.step)
    assert gardener.session.tick_now == 3
    assert not gardener.scene.course.pace.running


def test_space_is_time_whatever_button_had_the_focus(gardener):
    gardener.press("escape", "escape")
    assert gardener.scene.ui.focused is gardener.scene.ground
    gardener.press("tab")
    assert gardener.scene.ui.focused is not gardener.scene.ground
    gardener.press("space")
    assert gardener.scene.course.pace.running
    gardener.press("space")
    assert not gardener.scene.course.pace.running


def test_a_menu_that_closes_gives_the_keys_back_to_the_meadow(gardener):
    gear = next(each for each in gardener.scene.ui.stops() if each.name == "Menu")
    gardener.click_widget(gear)
    assert gardener.scene.ui.dialog is not None
    gardener.press("escape")
    assert gardener.scene.ui.focused is gardener.scene.ground


def test_a_dialog_stops_time(gardener):
    gardener.press("space")
    gardener.press("escape")
    before = gardener.session.tick_now
    gardener.wait(1)
    assert gardener.session.tick_now == before
    assert gardener.scene.ui.dialog is not None


def test_the_seasons_turn_tells_who_gave_what_and_waits_until_it_is_skipped(gardener):
    gardener.until(63)
    gardener.press("space")
    gardener.wait(0.5)
    assert gardener.session.tick_now == 64
    assert gardener.scene.turn.showing
    said = [row.held[1].text for row in gardener.scene.turn._rows.held]
    assert len(said) == len(gardener.session.gifts_at(64)) > 0
    gardener.wait(5)
    assert gardener.session.tick_now == 64
    gardener.press("x")
    gardener.wait(0.6)
    assert gardener.session.tick_now > 64


def test_the_seasons_turn_passes_by_itself(gardener):
    gardener.until(159)
    gardener.press("space")
    gardener.wait(0.3)
    assert gardener.scene.turn.showing
    gardener.wait(3.6)
    assert not gardener.scene.turn.showing
    assert gardener.session.tick_now > 160


def test_where_time_hurries_the_seasons_turn_is_told_for_as_long_and_nothing_waits_for_it(gardener):
    gardener.until(159)
    gardener.press("=", "=", "=")
    gardener.wait(0.3)
    assert gardener.scene.turn.showing
    gardener.wait(2)
    assert gardener.scene.turn.showing
    assert gardener.session.tick_now > 168
    gardener.press("space")
    assert not gardener.scene.course.pace.running
    gardener.wait(3.3)
    assert not gardener.scene.turn.showing


def test_the_card_of_time_follows_a_seasons_turn_at_once(gardener):
    for season in ("Summer", "Autumn", "Winter"):
        gardener.scene.course.tick()
        while gardener.session.tick_now % calendar.SEASON:
            gardener.scene.course.tick()
        assert gardener.scene.cards.time._season.text.startswith(f"{season} · week 1"), season


def test_the_seasons_turn_is_told_at_the_top_off_the_middle_of_the_meadow(gardener):
    gardener.until(64 - 1)
    gardener.press("space")
    gardener.wait(0.5)
    card, camera = gardener.scene.turn.card.rect, gardener.scene.camera
    assert card.top <= gardener.scene.cards.time.card.rect.bottom + 10
    assert card.bottom < camera.free.top + camera.free.height / 3


# ----------------------------------------------------------------- doing


def test_half_of_what_is_ripe_is_gathered_and_given_to_the_neighbour(gardener):
    gardener.until(84)
    gardener.card("gather")
    gardener.tile(10, 4)
    gathered = sum(int(stock.amount[0]) for stock in gardener.session.world.hand.basket)
    assert gathered > 0
    home = gardener.session.level.homes[0]
    stored = int(gardener.session.world.households.pantry_carbon.amount[0])
    gardener.card("give")
    gardener.tile(home.x, home.y)
    assert int(gardener.session.world.households.pantry_carbon.amount[0]) > stored


def test_a_card_taken_again_gathers_all(gardener):
    gardener.until(84)
    gardener.press("3")
    assert gardener.scene.cards.hand.cards["gather"].text == "Take half"
    gardener.press("3")
    assert gardener.scene.cards.hand.cards["gather"].text == "Take all"
    gardener.tile(10, 4)
    assert gardener.session.actions[-1].action.share == "all"


def test_days_of_work_run_out(gardener):
    gardener.until(30)
    gardener.press("1")
    for x in (2, 6, 11, 15):
        gardener.tile(x, 9)
    assert gardener.session.progress.days_left == 0
    assert gardener.scene.cards.hand.cards["water"].disabled_because.startswith("Your days of work are used up.")


def test_what_is_kept_comes_from_the_basket_dialog(gardener):
    gardener.until(84)
    gardener.card("gather")
    gardener.tile(10, 4)
    gardener.card("keep")
    keep = next(w for w in gardener.scene.ui.dialog.within() if getattr(w, "text", "") == "Keep" and w.enabled)
    gardener.click_widget(keep)
    assert sum(int(stock.amount[0]) for stock in gardener.session.world.hand.shelf) > 0
    assert gardener.scene.ui.focused.text == "Take back"
    gardener.press("escape")
    assert gardener.scene.ui.dialog is None


# ----------------------------------------------------------------- going back


def test_rewinding_goes_back_by_seasons_and_on_again(gardener):
    gardener.until(70)
    state = gardener.session.world.digest()
    gardener.press("[")
    assert gardener.session.tick_now == 64
    gardener.press("[")
    assert gardener.session.tick_now == 32
    assert not gardener.scene.course.pace.running
    gardener.press("end")
    assert gardener.session.tick_now == 70
    assert gardener.session.world.digest() == state


def test_a_click_on_the_strip_goes_to_the_start_of_that_season(gardener):
    gardener.until(100)
    strip = gardener.scene.cards.rewind.strip
    gardener.click(strip.rect.left + strip.rect.width * 1.5 / 16, strip.rect.top + 10)
    assert gardener.session.tick_now == 32
    assert strip.ghosts


def test_plants_that_were_not_there_yet_are_gone_at_once_after_going_back(app):
    session = Session(level())
    for species, x, y in MIXED[1:]:
        session.do(Plant(species, x, y))
    session.do(Begin())
    player = Player(app, session, painted=True)
    player.until(40)
    assert session.do(Plant(MIXED[0][0], 2, 9)) is None
    player.until(70)
    player.scene.painter.settle()

    def drawn():
        return {one.of[1:] for one in player.scene.painter._placed if one.of[0] in ("goldenrod", "aster")}

    assert (2, 9) in drawn()
    player.press("[", "[")
    assert drawn() == {(x, y) for _, x, y in MIXED[1:]}
    player.close()


def test_undo_after_going_back_takes_back_the_going_back(gardener):
    gardener.until(70)
    gardener.press("1", "down", "return")
    left = gardener.session.world.digest()
    gardener.press("[", "[", "u")
    assert gardener.session.tick_now == 64
    gardener.press("u")
    assert (gardener.session.tick_now, gardener.session.world.digest()) == (70, left)
    assert "autumn, year 1 again" in gardener.scene.notices.shown.words
    gardener.press("u")
    assert gardener.session.tick_now == 70
    assert gardener.scene.notices.shown.words == "Undone: water carried."


def test_the_start_of_time_is_undone_only_when_agreed_to_and_its_future_can_be_taken_up_again(gardener):
    gardener.until(40)
    gardener.press("u")
    assert gardener.session.begun
    assert gardener.scene.ui.dialog.name == "Go back to before time began?"
    gardener.press("escape", "u", "tab", "return")
    assert not gardener.session.begun
    assert gardener.scene.notices.shown.words == "Undone: the start of time. The key ] goes on again."
    gardener.press("]", "]")
    assert (gardener.session.begun, gardener.session.tick_now) == (True, 40)


def test_a_click_further_right_on_the_strip_goes_on_into_the_future_that_is_kept(gardener):
    gardener.until(100)
    gardener.press("[", "[")
    strip = gardener.scene.cards.rewind.strip
    for share, tick in ((2.9, 96), (3.5, 100)):
        gardener.click(strip.rect.left + strip.rect.width * share / 16, strip.rect.top + 10)
        assert gardener.session.tick_now == tick
    assert gardener.session.branches == []


def test_the_view_stays_true_after_going_back(gardener):
    gardener.until(90)
    gardener.press("home")
    assert gardener.session.tick_now == 0
    assert gardener.scene.cards.time._season.text == "Spring · week 1"
    assert gardener.scene.beside.picture.season == "spring"
    assert sum(thing.sprite in ("goldenrod", "aster") for thing in gardener.scene.beside.picture.things) == len(MIXED)


# ----------------------------------------------------------------- looking


def test_the_inspector_shows_what_the_record_of_moves_says(gardener):
    gardener.until(78)
    _, x, y = MIXED[9]
    gardener.point_at(x, y)
    gardener.wait(1.5)
    shown = gardener.scene.inspector.account
    watch = Watch(gardener.session, gardener.session.world.place(y, x))
    while not watch.go_on(50):
        pass
    assert shown == watch.account
    words = [widget.text for widget in gardener.scene.inspector.card.within() if hasattr(widget, "text")]
    assert any(line.words in words for line in shown.received)


def test_the_inspector_does_not_look_while_the_cursor_is_on_its_way(gardener):
    gardener.point_at(9, 4)
    gardener.wait(0.1)
    assert gardener.scene.inspector._watch is None
    assert gardener.scene.inspector.account is None


def test_a_card_that_comes_under_a_resting_pointer_shows_no_tip(newcomer):
    set_plants(newcomer.session)
    newcomer.click_widget(newcomer.scene.board.start)
    newcomer.wait(1)
    pointer = newcomer.scene.ui._pointer
    assert pointer.over is not None
    assert pointer.surprised
    newcomer.point(pointer.at[0] + 1, pointer.at[1])
    assert not pointer.surprised


def test_the_tip_at_a_tile_stands_aside_and_leaves_hand_and_row_below_free(newcomer):
    from game.desktop.kit.tooltip import draw_tip

    newcomer.press("1")
    ui, camera = newcomer.scene.ui, newcomer.scene.camera
    for tile in ((9, 11), (0, 0), (19, 5), (19, 11)):
        newcomer.point_at(*tile)
        title, words, at = ui._tips.pointed
        drawn = draw_tip(newcomer.app.surface, ui.look, title, words, at, ui._tips.room, aside=True)
        below = camera.tile_rect(*tile).move(0, camera.tile)
        assert not drawn.colliderect(below)
        assert not drawn.colliderect(camera.tile_rect(*tile))
        assert drawn.bottom <= newcomer.scene.cards.hand.card.rect.top


def test_what_the_inspector_tells_is_not_told_twice(gardener):
    gardener.press("down")
    gardener.wait(0.6)
    assert gardener.scene.ui._tips.pointed is None


def test_enter_looks_closer_where_the_keys_point(gardener):
    gardener.press("down", "return")
    assert gardener.scene.pointer.pinned == gardener.scene.pointer.cursor


def test_the_inspector_tells_of_the_tile_before_until_it_knows_the_next(gardener):
    gardener.until(70)
    _, x, y = MIXED[9]
    gardener.point_at(x, y)
    gardener.wait(1.5)
    inspector = gardener.scene.inspector
    told = inspector.account
    assert told is not None
    gardener.point_at(0, 11)
    gardener.wait(0.33)
    assert (inspector.account, inspector._name.text) == (told, "Goldenrod")
    gardener.wait(1.5)
    assert (inspector.account, inspector._name.text) != (told, "Goldenrod")
    assert inspector._name.text == "Free soil"


def test_a_tile_that_stays_in_view_says_so_until_escape_or_a_click_elsewhere(gardener):
    pin = gardener.scene.inspector._pin
    gardener.tile(9, 4)
    gardener.wait(0.1)
    assert pin.visible
    gardener.press("escape")
    gardener.wait(0.1)
    assert not pin.visible
    gardener.tile(9, 4)
    gardener.tile(2, 9)
    assert gardener.scene.pointer.pinned is None
    assert gardener.scene.ui.dialog is None


def test_light_joins_a_flower_to_its_partners(gardener):
    gardener.until(52)
    _, x, y = MIXED[9]
    gardener.point_at(x, y)
    gardener.wait(0.1)
    assert len(gardener.scene.beside.links) >= 2


# ----------------------------------------------------------------- ending and leaving


def test_the_seasons_are_drawn(painted):
    colours = []
    for tick in (16, 48, 80, 112):
        painted.until(tick)
        painted.scene.painter.settle()
        painted.wait(0.1)
        colours.append(pygame.transform.average_color(painted.app.surface, pygame.Rect(60, 260, 300, 200))[:3])
    assert len(set(colours)) == 4
    assert min(colours[3]) > 180, "winter is white"


def test_pictures_on_cards_are_made_before_the_seasons_turn(painted, monkeypatch):
    painted.until(2 * calendar.SEASON - 1)
    painted.scene.painter.settle()
    shown, rastered = [], []
    image, raster = Bank.image, Bank._raster
    monkeypatch.setattr(Bank, "image", lambda *what, **size: shown.append(what) or image(*what, **size))
    monkeypatch.setattr(Bank, "_raster", lambda bank, *what: rastered.append(what) or raster(bank, *what))
    painted.session.tick()
    painted.scene.turn.begin(painted.session, 1, compact=False)
    painted.scene.ui.draw(pygame.Surface((1280, 720)))
    assert len(shown) > 2
    assert not rastered


def test_what_was_done_is_answered(gardener):
    gardener.press("1", "down", "return")
    assert gardener.scene.painter.sent.count("water") == len(gardener.scene.deeds.session.world.places_around(200)) == 9
    assert "breath" in gardener.scene.painter.sent


def test_after_the_last_season_the_ending_is_shown(gardener):
    gardener.until(gardener.session.level.ticks)
    assert gardener.session.ended
    gardener.wait(0.1)
    assert type(gardener.app.scene).__name__ == "EndingScene"
    assert len(gardener.app.album) > 0


def test_leaving_saves_the_play(gardener):
    gardener.until(40)
    gardener.scene.leave()
    resumed = saving.load(saving.automatic_save(gardener.session.level))
    assert resumed.session.world.digest() == gardener.session.world.digest()


def test_leaving_waits_for_a_save_that_was_begun(gardener, monkeypatch):
    go_on, sync = threading.Event(), os.fsync
    monkeypatch.setattr(os, "fsync", lambda file: (go_on.wait(9), sync(file)))
    gardener.until(calendar.SEASON)
    gardener.wait(0.1)
    file = saving.automatic_save(gardener.session.level)
    assert gardener.scene.saver.busy, "the season's turn is being written while frames are shown"
    assert not file.exists()
    threading.Timer(0.1, go_on.set).start()
    gardener.scene.leave()
    assert saving.load(file).session.world.digest() == gardener.session.world.digest()


def test_a_save_that_fails_while_time_passes_is_told(gardener, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    gardener.until(calendar.SEASON)
    for _ in range(200):
        gardener.wait(0.02)
        if gardener.scene.notices.shown and gardener.scene.notices.shown.icon == "warning":
            break
        time.sleep(0.01)
    assert "no room left" in gardener.scene.notices.shown.words


def test_everything_of_use_can_be_reached_with_tab(gardener):
    stops = [stop for stop in gardener.scene.ui.stops() if stop.enabled]
    names = {stop.name for stop in stops}
    assert {"Water", "Pause", "A little step on", "Undo", "Menu", "Rewind", "The meadow"} <= names
    for _ in stops:
        gardener.press("tab")
        assert gardener.scene.ui.focused.enabled
    assert gardener.scene.ui.focused is gardener.scene.ground


def test_a_whole_level_is_played_with_keys_alone(newcomer):
    def go_to(x, y):
        newcomer.press("up") if newcomer.scene.pointer.cursor is None else None
        column, row = newcomer.scene.pointer.cursor
        newcomer.press(
            *["right" if x > column else "left"] * abs(x - column), *["down" if y > row else "up"] * abs(y - row)
        )

    for key, species in (("1", "aster"), ("2", "goldenrod")):
        if newcomer.scene.deeds.tool is None:
            newcomer.press(key)
        for _, x, y in [place for place in MIXED if place[0] == species]:
            go_to(x, y)
            newcomer.press("return")
    assert len(newcomer.session.actions) == 24
    newcomer.press("space", "=", "=", "=")
    assert newcomer.scene.course.pace.speed == 8
    newcomer.wait(1, frame=0.1)
    assert newcomer.session.tick_now > 24
    newcomer.until(newcomer.session.level.ticks - 2)
    newcomer.wait(0.8, frame=0.1)  # hurry or not: whoever falls into want slows time down
    assert newcomer.scene.turn.showing
    newcomer.press("return")
    newcomer.wait(0.1)
    assert type(newcomer.app.scene).__name__ == "EndingScene"
    assert newcomer.session.ending.flourishing.of("honeybee").level > 0


# ----------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("size", "scale"),
    [((1280, 720), 100), ((1280, 720), 125), ((1280, 720), 150), ((1280, 720), 200), ((1024, 768), 150)],
)
def test_no_card_leaves_the_window_and_no_word_is_cut(tmp_path, size, scale):
    app = app_in(tmp_path, size, text_scale=scale)
    player = Player(app, set_out(Session(level())))
    player.until(40)
    player.wait(0.1)
    ui = player.scene.ui
    window = ui.window.inflate(1, 1)
    for widget in ui._floors[0].root.within():
        held_by_scroll = any(type(each).__name__ == "Scroll" for each in _holders(widget))
        if widget.layered and not held_by_scroll:
            assert window.contains(widget.rect), (type(widget).__name__, widget.name, widget.rect)
        if hasattr(widget, "text") and widget.rect.width:
            assert widget.rect.width + 0.6 >= widget.least(ui.look), widget.text
            assert widget.rect.height + 0.6 >= widget.measure(ui.look, widget.rect.width)[1], widget.text
    assert player.scene.board.free().height >= 0.3 * size[1]
    player.close()
    app.window.destroy()


def test_the_help_fits_into_the_window_and_scrolls_where_words_are_large(tmp_path):
    for scale, scrolls in ((100, False), (200, True)):
        app = app_in(tmp_path, text_scale=scale)
        player = Player(app)
        player.press("f1")
        player.wait(0.1)
        dialog = player.scene.ui.dialog
        body = next(each for each in dialog.within() if type(each).__name__ == "Scroll")
        assert player.scene.ui.window.contains(dialog.card.rect)
        assert body.clips is scrolls
        player.press("escape")
        player.close()
        app.window.destroy()


def test_the_whole_meadow_stays_in_sight_while_the_window_is_drawn_larger(tmp_path):
    app = app_in(tmp_path)
    player = Player(app)
    for size in ((1280, 720), (1600, 1000), (900, 640)):
        app.window.size = size
        player.wait(0.1)
        camera, free = player.scene.camera, player.scene.board.free()
        assert camera.window == app.surface.get_size()
        whole = camera.tile_rect(0, 0).union(camera.tile_rect(19, 11))
        assert free.inflate(4, 4).contains(whole), (size, free, whole)
    player.close()
    app.window.destroy()


def _holders(widget):
    while widget.parent is not None:
        widget = widget.parent
        yield widget


def test_no_text_of_play_is_longer_than_thirty_words():
    import yaml

    from game.paths import ASSETS

    def texts(found):
        return [text for each in found.values() for text in texts(each)] if isinstance(found, dict) else [str(found)]

    words = yaml.safe_load((ASSETS / "words" / "en" / "play.yaml").read_text(encoding="utf-8"))
    assert [text for text in texts(words) if len(text.split()) > 30] == []


def test_a_play_scene_shows_a_notice_it_was_given(app):
    scene = PlayScene(app, set_out(Session(level())), notice="The rules have changed.")
    assert scene.notices.shown.words == "The rules have changed."
    scene.painter.close()
