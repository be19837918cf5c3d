"""Among people on the screen: every verb by mouse and by keys, homes in words and on the land, luck as news."""

from __future__ import annotations

import pytest

from game.desktop.kit import Button, Label
from game.desktop.scenes import hindsight
from game.desktop.scenes.play import portraits
from game.desktop.scenes.play.glance import glance
from game.desktop.scenes.play.homesteads import homesteads
from game.desktop.scenes.play.news import tell_luck, tell_want
from game.desktop.scenes.play.notices import Notices
from game.desktop.scenes.play.tools import Tool, tools
from game.engine import calendar
from game.engine.households import FORTUNES, NEEDS
from game.engine.systems.fortunes import befall
from game.levels.loading import parse_level
from game.paths import LEVELS
from game.play.actions import Begin, Visit
from game.play.progress import Score
from game.play.session import Ending, Session
from tests.desktop.playing import Player
from tests.levels.village import village

BERRY = "serviceberry"
ADA, BEN, TIP = (1, 1), (7, 2), (4, 6)


@pytest.fixture
def villager(app):
    """A player in a village where time has begun, with berries in the basket and something on the tip."""
    session = Session(parse_level(village()))
    session.do(Begin())
    world = session.world
    world.hand.basket[world.flora.index[BERRY] - 1].amount[0] = 20
    world.commons.tip_carbon.amount[0] = world.commons.tip_mineral.amount[0] = 20
    for need in ("care", "water"):
        world.households.column(need)[:] = 20
    session.go_on_from(world.snapshot(), session.progress, [])
    session.progress.days_left = 9
    player = Player(app, session)
    yield player
    player.close()


def done(player: Player) -> str:
    return str(player.session.actions[-1].action)


def told(player: Player) -> str:
    return player.scene.deeds.aim.words


@pytest.mark.parametrize(
    ("card", "tile", "does", "words"),
    [
        ("visit", ADA, "visit 1,1", "Call on Ada. Company: 20 of 100 now, 60 then."),
        ("carry", BEN, "carry water 7,2", "Bring Ben 8 water. Then there is enough for 26 weeks."),
        ("compost", (3, 3), f"compost {BERRY} 8 3,3", "Spread 8 serviceberry seeds over 9 tiles."),
        ("restore", (3, 3), "restore 3,3", "Bring 24 motes from the tip back to 9 tiles."),
    ],
)
def test_each_says_what_it_would_do_before_the_mouse_does_it(villager, card, tile, does, words):
    villager.card(card)
    villager.point_at(*tile)
    assert told(villager).startswith(words)
    assert not villager.session.actions
    villager.tile(*tile)
    assert done(villager) == does
    assert villager.scene.painter.sent
    villager.wait(0.1)
    assert card not in THANKS or villager.scene.notices.shown.words == THANKS[card]


def test_a_visit_and_a_load_of_wood_are_brought_with_keys_alone(villager):
    hand = villager.scene.cards.hand
    key = hand.cards["carry"].key_name
    villager.press(key)
    assert hand.cards["carry"].text == "Bring\u00a0water"
    villager.press(key)
    villager.wait(0.1)
    assert hand.cards["carry"].text == "Bring\u00a0wood"
    villager.press("left")
    while villager.scene.pointer.cursor != ADA:
        x, y = villager.scene.pointer.cursor
        villager.press("left" if x > ADA[0] else "right" if x < ADA[0] else "up" if y > ADA[1] else "down")
    assert told(villager).startswith("Bring Ada 4 fallen wood.")
    villager.press("return")
    assert done(villager) == "carry wood 1,1"


def test_where_nobody_lives_the_tip_says_so_and_nothing_is_done(villager):
    villager.card("visit")
    villager.tile(3, 3)
    assert told(villager) == "Nobody lives here. Choose a home."
    assert not villager.session.actions


def test_all_meet_in_the_dialog_that_the_card_opens_and_are_told_what_came_of_it(villager):
    tended = villager.session.world.commons.tended
    villager.card("meet")
    dialog = villager.scene.ui.dialog
    villager.click_widget(next(each for each in dialog.within() if isinstance(each, Button) and each.text == "Meet"))
    assert done(villager) == "meet"
    words = villager.scene.notices.shown.words
    assert words.startswith("All have met.")
    assert str(villager.session.world.commons.tended) in words
    assert villager.session.world.commons.tended >= tended
    assert villager.scene.painter.sent.count("breath") == 3


def test_where_there_is_no_fund_all_meet_as_well_and_agree_on_what_is_picked(app):
    session = Session(parse_level(village(("fund: {}\n", ""))))
    session.do(Begin())
    player = Player(app, session)
    player.card("meet")
    shown = [each for each in player.scene.ui.dialog.within() if each.focusable]
    player.click_widget(next(each for each in shown if each.name == "Meet"))
    assert done(player) == "meet"
    assert player.scene.notices.shown.words == "All have met. Everyone feels less alone."
    player.scene.ui.focus(next(each for each in shown if each.name == "We pick … of what is ripe."))
    player.press("right")
    assert done(player) == "agree harvest 3"
    words = " ".join(each.text for each in player.scene.ui.dialog.within() if isinstance(each, Label))
    assert "fund" not in words
    assert "Elinor Ostrom" not in words
    player.close()


def test_what_was_done_among_people_is_undone_in_words(villager):
    for card, words in (("visit", "Undone: a visit."), ("carry", "Undone: brought to a home.")):
        villager.card(card)
        villager.tile(*ADA)
        villager.scene.course.undo()
        assert villager.scene.notices.shown.words == words
        villager.scene.drop()


def test_from_the_basket_one_keeps_gives_to_the_fund_and_throws_away(villager):
    world = villager.session.world
    number = world.flora.index[BERRY] - 1
    for move, does in (("put_by", "put_by"), ("waste", "waste"), ("keep", "keep")):
        world.hand.basket[number].amount[0] = 5
        villager.scene.cards.refresh()
        villager.wait(0.1)
        villager.card("keep")
        dialog = villager.scene.ui.dialog
        buttons = [each for each in walk(dialog) if getattr(each, "text", "") == LABELS[move] and each.enabled]
        buttons[0].activate(None)
        assert done(villager) == f"{does} {BERRY} 5"
        assert world.hand.basket[number].amount[0] == 0
        villager.press("escape")


THANKS = {"visit": "Ada: How good that you came by.", "carry": "Ben: Thank you! Water for 26 weeks."}
LABELS = {"put_by": "To the fund", "waste": "Throw away", "keep": "Keep"}


def walk(widget):
    yield widget
    for child in widget.children():
        yield from walk(child)


def test_every_card_among_people_has_a_picture_and_words(villager):
    session = villager.session
    for load in ("water", "wood"):
        for tool in tools(session, BERRY, load):
            assert portraits.of_tool(villager.app.bank, session.world, tool, "half")(40, 40).get_width() > 8
    assert {Tool("visit"), Tool("meet"), Tool("carry", "wood"), Tool("restore")} <= set(tools(session, BERRY, "wood"))


def test_a_home_tells_who_lives_there_what_is_in_store_and_what_it_is_short_of(villager):
    seen = glance(villager.session, ADA)
    assert seen.title == "Ada"
    assert seen.state == "2 people live here"
    assert seen.stores == "Food for 97 weeks · No water in the house · Wood for 3 weeks of cold"
    assert seen.want == "Short of water"
    villager.session.world.households.column("ill_until")[0] = 16
    assert glance(villager.session, ADA).state.endswith("Ill for 6 weeks more")
    assert glance(villager.session, (8, 4)).state.endswith("Ben's land")
    assert glance(villager.session, TIP).state.startswith("40 motes lie here")


def test_the_inspector_shows_each_need_and_why_from_the_record(villager):
    villager.card("visit")
    villager.tile(*ADA)
    villager.scene.drop()
    villager.point_at(*ADA)
    villager.wait(1.5)
    inspector = villager.scene.inspector
    levels = {need: label.text for need, label in inspector._needs._levels.items()}
    met = villager.session.world.households.met(0)
    assert inspector._needs._words["water"].text == "Water · none left"
    assert levels == {need: str(level) for need, level in met.items()}
    assert [(line.words, line.motes) for line in inspector.account.received] == [("A visit from you", 1)]
    villager.point_at(3, 3)
    villager.wait(1.5)
    assert not inspector._needs.column.visible


def test_a_row_shows_what_a_home_lacks_most(villager):
    villager.session.world.households.column("warmth")[0] = 5
    villager.session._measured = None
    villager.scene.cards.refresh()
    rows = villager.scene.cards.balance.rows
    assert (rows["Ada"].lack, rows["Ben"].lack, rows["land"].lack) == ("flame", "drop", "")
    assert villager.scene.cards.balance._why.text == "They are warm again: wood for 3 weeks of cold."


def test_one_sees_on_the_land_how_a_home_fares(villager):
    world = villager.session.world
    homes = world.households

    def seen() -> dict[str, set[str]]:
        things: dict[str, set[str]] = {}
        for thing in homesteads(world):
            things.setdefault(thing.sprite, set()).add(thing.stage)
        return things

    assert seen()["house"] == {"dark", ""}, "who has no water sits in the dark; who needs none does not"
    for need in ("food", "water", "warmth"):
        homes.column(need)[:] = 100
    assert seen()["house"] == {""}
    homes.column("ill_until")[0] = world.tick + 9
    assert "ill" in seen()["house"]
    assert seen()["woodpile"] == {"0", "1"}
    assert sum(thing.sprite == "child" for thing in homesteads(world)) == 1
    homes.column("mouths")[0] = 3
    assert sum(thing.sprite == "child" for thing in homesteads(world)) == 2
    assert "smoke" not in seen()
    world.tick = 3 * calendar.SEASON
    assert "smoke" in seen()
    homes.woodpile.amount[:] = 0
    assert "smoke" not in seen()
    before = seen()["tip"]
    world.commons.tip_carbon.amount[0] = world.commons.tip_mineral.amount[0] = 0
    assert seen()["tip"] == {"0"} != before


def test_after_a_visit_the_bench_at_the_door_is_set_for_two(villager):
    world = villager.session.world

    def benches() -> list[str]:
        return [thing.stage for thing in homesteads(world) if thing.sprite == "bench"]

    assert benches() == ["0"], "of the three only Ada needs company"
    villager.session.do(Visit(*ADA))
    assert benches() == ["1"]
    villager.session.do(Visit(*ADA))
    assert benches() == ["2"]


def test_a_plot_has_a_border_all_around():
    world = Session(parse_level(village())).world
    border = [thing for thing in homesteads(world) if thing.sprite.startswith("plot_")]
    assert [thing.sprite for thing in border] == ["plot_edge"] * 2 + ["plot_side"] * 2


@pytest.mark.parametrize("fortune", FORTUNES)
def test_luck_is_told_with_the_name_of_the_home(fortune):
    world = Session(parse_level(village())).world
    befall(world, 0, fortune)
    notices = Notices(lambda: None)
    tell_luck(world, world.events[-1], notices)
    assert notices.shown is not None
    assert notices.shown.words.startswith("Ada: ")


def test_news_of_luck_that_is_over_is_not_told_any_more(villager):
    villager.session.world.households.luck = 100
    villager.session.world.households.fortunes = ("illness",)
    villager.until(calendar.SEASON + 1)
    assert len(villager.scene.course._luck) == 1
    first = villager.scene.course._luck[0]
    villager.until(2 * calendar.SEASON)
    assert first not in villager.scene.course._luck
    assert first not in [name for name, _ in villager.scene.notices._waiting]


@pytest.mark.parametrize("need", NEEDS)
def test_looking_back_tells_what_a_home_lacks_and_not_that_it_hungers_when_it_does_not(villager, need):
    session = villager.session
    for each in NEEDS:
        session.world.households.column(each)[:] = 100
    session.world.households.column(need)[0] = 3
    session._measured = None
    session.progress.scores.append(Score(0, 1, "Ada", 3))
    words = hindsight.why(session)
    assert words.startswith("Ada has been ")
    assert ("hungry" in words) == (need == "food")
    ending = Ending((False,), session.flourishing, 3, ())
    assert ("hungry" in hindsight.headline(session, ending)) == (need == "food")


@pytest.mark.parametrize("need", NEEDS)
def test_want_of_any_need_is_told_twice_with_the_name(villager, need):
    session, notices = villager.session, Notices(lambda: None)
    homes = session.world.households
    for each in NEEDS:
        homes.column(each)[:] = 100
    for level, begins in ((40, "Worse off now: Ada."), (20, "In need: Ada.")):
        homes.column(need)[0] = level
        session._measured = None
        tell_want(session, notices)
        told = [notices.shown, *(notice for _, notice in notices._waiting)]
        assert sum(notice.words.startswith(begins) for notice in told if notice is not None) == 1


def test_hungry_birds_are_fed_where_they_are(app):
    text = (LEVELS / "what_the_birds_carry.yaml").read_text(encoding="utf-8")
    session = Session(parse_level(text.replace("verbs: [", "verbs: [feed, ")))
    session.do(Begin())
    world, birds = session.world, session.world.animals[0]
    world.hand.basket[world.flora.index[BERRY] - 1].amount[0] = 5
    birds.carbon.amount[:] = 4
    row, column = (int(each) for each in world.where(int(birds.place[0])))
    player = Player(app, session)
    player.wait(0.1)
    player.card("feed")
    player.point_at(column, row)
    assert told(player).startswith("Give 5 serviceberry seeds to the hungry animals")
    player.tile(column, row)
    assert done(player) == f"feed {BERRY} 5 {column},{row}"
    assert "seed" in player.scene.painter.sent
    player.close()
