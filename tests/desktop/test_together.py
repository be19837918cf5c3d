"""Who gave what to whom, the doughnut and flourishing in its parts: told by name, for keys and mouse alike."""

from __future__ import annotations

import pytest

from game.desktop.kit import Label, Look, Stepper, Ui
from game.desktop.scenes import account
from game.desktop.scenes.ending import EndingScene
from game.desktop.scenes.play import flows, ring
from game.desktop.scenes.play.fares import explained
from game.desktop.scenes.play.flows import Flows
from game.desktop.scenes.play.fund_dialog import FundDialog, tabs_of
from game.desktop.scenes.play.parts import Parts
from game.desktop.scenes.play.ring import Ring
from game.engine.calendar import SEASON
from game.engine.doughnut import FLOOR
from game.levels.loading import load_level, parse_level
from game.paths import LEVELS
from game.play.actions import Carry
from game.play.session import Session
from game.play.sharing import newly_shared
from tests.desktop.gallery import fit
from tests.desktop.playing import Player, app_in
from tests.desktop.test_kit_layout import troubles
from tests.desktop.visiting import lengthen_words, looking_back
from tests.levels.village import village


def nobody() -> None:
    """Meets."""


def lived(ticks: int = 2 * SEASON + 9) -> Session:
    """A village in which Ada has plenty, Ben little, and somebody brings Ben water; its land goes bare."""
    session = Session(parse_level(village(("mouths: 2, food: 60", "mouths: 2, food: 200"))))
    while session.tick_now < ticks:
        if session.tick_now == SEASON:
            session.do(Carry("water", 7, 2))
        session.tick()
    return session


@pytest.fixture(scope="module")
def village_of_two_seasons() -> Session:
    return lived()


@pytest.fixture
def villager(app):
    player = Player(app, lived())
    yield player
    player.close()


def open_tab(player: Player, tab: str) -> Parts:
    player.press("t")
    for _ in range(list(tabs_of(player.session, player.app.bank, nobody)).index(tab)):
        player.press("right")
    assert player.scene.ui.dialog is not None
    return next(each for each in player.scene.ui.dialog.within() if isinstance(each, Parts))


def test_gifts_are_told_by_name_and_kind(village_of_two_seasons, bank):
    told = Flows(village_of_two_seasons, bank)
    ada = next(words for words in told.picture.words if words.startswith("Ada."))
    ben = next(words for words in told.picture.words if words.startswith("Ben."))
    assert "to the fund: " in ada
    assert "meals" in ada
    assert "from you: 8 drinks" in ben
    you = next(words for words in told.picture.words if words.startswith("You."))
    assert you.startswith("You. Gave\n  to Ben: 8 drinks\nReceived nothing")
    units = village_of_two_seasons.world.commons.gifts.sum(axis=(0, 1))
    assert told.picture.words[0].startswith(f"Everyone together. From hand to hand: {units[0]} meals")


def test_no_balance_is_told_as_a_debt(village_of_two_seasons, bank):
    told = Flows(village_of_two_seasons, bank)
    words = " ".join([*told.picture.words, *(each.text for each in told.body.within() if isinstance(each, Label))])
    assert "-" not in words
    assert "−" not in words
    assert [line for line in words.split(". ") if "owe" in line] == ["Nobody owes anything here"]


def test_a_season_can_be_chosen_and_one_without_gifts_says_so(village_of_two_seasons, bank):
    told = Flows(village_of_two_seasons, bank)
    stepper = told.season
    assert stepper.value() == "All seasons so far"
    assert [stepper.shown(value) for value in stepper.values[:3]] == [
        "Spring, year 1", "Summer, year 1", "Autumn, year 1"
    ]
    told._show(1)
    assert any("8 drinks" in words for words in told.picture.words)
    told._show(0)
    assert not any("8 drinks" in words for words in told.picture.words)
    nothing = Flows(Session(village_of_two_seasons.level), bank)
    assert nothing.picture.words[0].endswith("Nobody has given anything in this time.")


def test_the_wider_a_stream_the_more_was_given(village_of_two_seasons, bank, monkeypatch):
    told, widths = Flows(village_of_two_seasons, bank), {}

    def noted(start, end, wide, colour, *, pale):
        widths[start, end] = wide
        return ""

    monkeypatch.setattr(flows, "stream", noted)

    class Canvas:
        look = type("Look", (), {"theme": dict.fromkeys(("primary", "gives", "receives", "track"), "#000000"),
                                 "width": lambda *_: 10.0, "line_height": lambda *_: 10.0})()
        box = vector = picture = words = lambda *_, **__: None

    told._paint(Canvas(), told.picture.rect.inflate(flows.WIDTH, flows.HEIGHT), 0)
    by_units = {units: widths[told._places[a], told._places[b]] for (a, b), units in told._streams.items()}
    ordered = [by_units[units] for units in sorted(by_units)]
    assert len(ordered) > 2
    assert ordered == sorted(ordered)
    assert ordered[-1] == flows.WIDEST


def test_keys_and_the_pointer_pick_a_party_and_its_words_are_shown(villager):
    picture = open_tab(villager, "gifts")
    villager.press("tab")
    villager.press("right")
    assert (picture.picked, picture.value().partition(".")[0]) == (1, "Ada")
    villager.press("left", "left")
    assert picture.picked == len(picture.words) - 1
    k = villager.scene.ui.look.scale
    for part in range(1, len(picture.words)):
        x, y = picture_place(villager, picture, part)
        villager.point(x * k, y * k)
        assert picture.picked == part
    shown = [each.text for each in villager.scene.ui.dialog.within() if isinstance(each, Label)]
    head, _, words = picture.value().partition(". ")
    assert {head, words} <= set(shown)


def picture_place(player: Player, picture: Parts, part: int) -> tuple[float, float]:
    world = player.session.world
    there = Flows(player.session, player.app.bank)
    x, y = there._places[there._there[part - 1]]
    assert len(there._names) == len(world.households) + 4
    return picture.rect.left + x * picture.rect.width / flows.WIDTH, picture.rect.top + y


def test_who_is_short_and_what_is_overdrawn_are_named(bank):
    session = lived(40)
    world = session.world
    world.households.column("food")[1] = 12
    world.households.column("care")[:] = 90
    world.litter_carbon.amount[:] = 0
    session._measured = None
    told = Ring(session, bank)
    listed = "\n".join(each.text for each in told.body.within() if isinstance(each, Label))
    assert "Food: Ben" in listed
    assert "Litter" in listed.partition("Too much\n")[2]
    food = next(words for words in told.picture.words if words.startswith("Food."))
    assert food == f"Food. Short: Ben (12 of 100). Below {FLOOR} one is short."
    assert "Company. Nobody is short of it." in told.picture.words
    litter = next(words for words in told.picture.words if words.startswith("Litter."))
    assert litter.startswith("Litter. Overdrawn: ")


def test_every_part_of_the_ring_can_be_reached_by_keys_and_by_pointer(villager):
    picture = open_tab(villager, "doughnut")
    villager.press("tab")
    reached = set()
    for _ in picture.words:
        villager.press("right")
        reached.add(picture.picked)
    assert reached == set(range(len(picture.words)))
    told = Ring(villager.session, villager.app.bank)
    count = len(told.needs)
    for number in range(count):
        assert told._hit(*ring._middle(number, count, ring.NAMES_AT)) == 1 + number
    for number in range(len(told.limits)):
        assert told._hit(*ring._middle(number, len(told.limits), ring.ICONS_AT)) == 1 + count + number
    assert told._hit(ring.MIDDLE, ring.MIDDLE) == 0


def test_want_and_excess_have_a_pattern_beside_their_colour(bank):
    session = lived(40)
    session.world.households.column("food")[:] = 5
    session.world.litter_carbon.amount[:] = 0
    session._measured = None
    drawn = []

    class Canvas:
        look = Look()
        picture = icon = box = words = lambda *_, **__: None

        def vector(self, body, *_):
            drawn.append(body)

    told = Ring(session, bank)
    told._paint(Canvas(), told.picture.rect.inflate(ring.SIDE, ring.SIDE), 0)
    for role in ("shortfall", "overshoot"):
        assert f'stroke="{Canvas.look.theme[role]}"' in drawn[0]
    assert drawn[0].count("stroke-dasharray") >= 2


def test_the_gauge_of_flourishing_names_the_limits_that_are_overdrawn(villager):
    gauge, world = villager.scene.cards.balance._gauge, villager.session.world
    world.litter_carbon.amount[world.soil != 0] = 12
    villager.scene.cards.refresh()
    before = gauge.shown
    assert "Litter" not in gauge.tip
    world.litter_carbon.amount[:] = 0
    villager.scene.cards.refresh()
    assert gauge.tip.endswith("\nOverdrawn: Litter.")
    assert gauge.shown != before


@pytest.mark.parametrize("level", sorted(path.stem for path in LEVELS.glob("*.yaml")))
def test_flourishing_is_explained_on_every_level_a_sentence_a_part(level, bank):
    session = Session(load_level(LEVELS / f"{level}.yaml"))
    told = [each.text for each in explained(session).within() if isinstance(each, Label)]
    needs = {need for member in session.flourishing.members for need in member.needs}
    assert len([words for words in told if words.endswith((".", ": Ada."))]) >= 4 + len(needs)
    assert all(len(words.split()) <= 30 for words in told)
    assert all(tab().within() for tab in tabs_of(session, bank, nobody).values())


def test_a_land_without_homes_has_no_tab_of_people(bank):
    assert list(tabs_of(Session(load_level(LEVELS / "bare_rock.yaml")), bank, nobody)) == ["balance"]
    assert list(tabs_of(lived(1), bank, nobody)) == ["fund", "gifts", "doughnut", "balance"]
    assert any(isinstance(each, Stepper) for each in tabs_of(lived(1), bank, nobody)["fund"]().within())


@pytest.mark.parametrize("longer", [False, True])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("tab", ["fund", "gifts", "doughnut", "balance"])
def test_every_tab_shows_all_its_words_at_any_size(village_of_two_seasons, bank, monkeypatch, tab, scale, longer):
    if longer:
        lengthen_words(monkeypatch)
    ui = Ui()
    ui.show(Label("The meadow"))
    ui.open(FundDialog(ui, village_of_two_seasons, bank, tab=tab).dialog)
    for size in ((1280, 720), (1920, 1080), (1024, 768)):
        assert troubles(fit(ui, size, scale)) == [], f"{size} at {scale:.0%}"


def test_the_ending_tells_of_sharing_and_shows_who_gave(tmp_path):
    session = Session(parse_level(village(("mouths: 2, food: 60", "mouths: 2, food: 200"), ("years: 4", "years: 1"))))
    while not session.ended:
        session.tick()
    shared = [*session.progress.shared, *newly_shared(session.world, session.progress.shared)]
    gave, received = ({getattr(each, side) for each in shared} & {0, 1, 2} for side in ("giver", "receiver"))
    told = (f"{sum(each.units for each in shared)} things shared",
            f"of 3 homes {len(gave)} gave, {len(received)} received")
    assert told in [fact[1:] for fact in account.facts_of(session)]
    assert len(gave) != len(received)
    app = app_in(tmp_path)
    visitor = looking_back(app, EndingScene(app, session))
    visitor.choose("Who gave what")
    assert "Winter, year 1" in [each.shown(each.values[3]) for each in visitor.ui.dialog.within()
                                if isinstance(each, Stepper)]
    assert "From hand to hand" in visitor.words()
    app.close()
