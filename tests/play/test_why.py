"""Why: an account is read from a replay of the season, and that replay is the world."""

from __future__ import annotations

import re
from time import perf_counter

import numpy as np
import pytest

from game.engine.animals import Animals
from game.engine.calendar import SEASON
from game.engine.recorders import Totals
from game.lab.playing import play as let_play
from game.lab.policies import POLICIES
from game.levels.loading import load_level, parse_level
from game.paths import LEVELS
from game.play.actions import Begin, Gather, Give, Mulch, Plant, Visit, Water
from game.play.beings import being_at, number_of
from game.play.lacking import lacks_now
from game.play.session import Session
from game.play.why import Account, Watch, _cause
from game.words import has, say
from tests.levels.village import village
from tests.play.drawn import level_of, play, random_play, random_steps

LEVEL = level_of()
WITHIN = {"growth", "nectar", "petals close", "seed set", "brood", "keeping", "taking back"}  # never between beings


def account(session: Session, x: int, y: int) -> Account:
    watch = Watch(session, session.world.place(y, x))
    while not watch.go_on(50):
        pass
    assert watch.digest == session.world.digest()
    return watch.account


def told(account: Account) -> dict[str, int]:
    """All lines of an account: received above zero, given below."""
    lines = {line.words: 0 for line in (*account.received, *account.gave)}
    for line in account.received:
        lines[line.words] += line.motes
    for line in account.gave:
        lines[line.words] -= line.motes
    return lines


# ----------------------------------------------------------------- it is the world

@pytest.mark.parametrize("number", range(1, 7))
def test_at_its_end_the_replay_is_the_world(number):
    session = random_play(LEVEL, number, 45 * number, wander=True)
    for place in session.world.places_around(session.world.place(3, 4), 3)[::5].tolist():
        watch = Watch(session, place)
        while not watch.go_on():
            pass
        assert watch.digest == session.world.digest()


def test_watching_changes_nothing_and_does_not_mind_what_happens_meanwhile():
    session = play(Session(LEVEL), 60)
    now = session.world.digest()
    watch = Watch(session, session.world.place(1, 2))
    watch.go_on(0.0)
    assert session.world.digest() == now
    session.rewind(3)
    play(session, 5)
    while not watch.go_on():
        pass
    assert watch.digest == now


def test_no_frame_waits_for_an_answer():
    session = random_play(LEVEL, 2, 150)
    watch = Watch(session, session.world.place(1, 2))
    slices, done = [], False
    while not done:
        began = perf_counter()
        done = watch.go_on(0.5)
        slices.append(perf_counter() - began)
    assert len(slices) > 2
    assert sorted(slices)[len(slices) // 2] < 0.01


@pytest.mark.parametrize(("x", "y"), [(2, 1), (7, 5), (4, 3), (7, 4), (4, 0), (0, 0)])
def test_what_came_less_what_went_is_what_there_is_more(x, y):
    """Nothing is left out and nothing told twice: the account balances with the stocks of whoever it is about."""
    session = play(Session(LEVEL), 70 - SEASON)
    before = motes_of(session, x, y)
    assert play(session, SEASON).do(Water(x, y)) is None
    found = account(session, x, y)
    within = {"plant": {"roots"}, "ground": {"decay", "weathering"}}.get(found.what, set())
    own_words = {say(f"why.causes.{cause}.got").capitalize() for cause in within}
    came = sum(line.motes for line in found.received if line.words not in own_words)
    went = sum(line.motes for line in found.gave)
    assert came - went == motes_of(session, x, y) - before


def motes_of(session: Session, x: int, y: int) -> int:
    """All matter in the stocks of whoever is at a tile."""
    being, held = being_at(session.world, session.world.place(y, x)), 0
    for name in frozenset[str]().union(*being.parts):
        stock = session.world.matter.stocks[name]
        for each in stock.content.values():
            held += int(stock.amount[being.place]) * (each if isinstance(each, int) else int(each[being.place]))
    return held


# ----------------------------------------------------------------- what it says

def test_a_flower_lives_on_light_and_rain_and_feeds_the_bees():
    session = play(Session(LEVEL), 76)
    flower = account(session, 1, 2)
    assert (flower.what, flower.who, flower.since) == ("plant", "aster", 44)
    lines = told(flower)
    assert lines["Sugar made of sunlight and air"] > 0
    assert lines["Rain"] > 0
    assert lines["Nectar to honeybees"] < 0
    assert flower.story.startswith("This aster received ")
    assert "nectar to honeybees" in flower.story


def test_a_hive_is_told_which_flowers_fed_it():
    session = play(Session(LEVEL), 76)
    hive = account(session, 4, 3)
    assert (hive.what, hive.who) == ("hive", "honeybees")
    lines = told(hive)
    assert lines["Nectar from asters"] > 0
    assert lines["Nectar from goldenrods"] > 0
    assert lines["Breath of the bees"] < 0
    fed = session.world.fields["tally_visits"]
    assert (lines["Nectar from asters"], lines["Nectar from goldenrods"]) == (fed[1], fed[2])


def test_what_the_player_gave_is_said_to_be_so():
    session = play(Session(LEVEL), 64)
    for action in (Mulch(6, 3), Water(6, 3), Plant("aster", 6, 3)):
        assert session.do(action) is None
    lines = told(account(session, 6, 3))
    assert lines["The young plant you set here"] > 0
    assert lines["Water you carried here"] > 0
    assert told(account(session, 7, 3))["Water you carried here"] > 0
    pond = account(session, 4, 0)
    assert [line.partner for line in pond.gave if line.words == "Water you carried away"] == ["you"]


def test_a_neighbour_is_told_of_a_gift_and_the_flower_of_its_seed():
    session = play(Session(LEVEL), 90)
    assert session.do(Gather(3, 2, "all")) is None
    baskets = zip(LEVEL.flora, session.world.hand.basket, strict=True)
    species = next(kind.name for kind, basket in baskets if basket.amount[0])
    assert session.do(Give(species, 1, 7, 4)) is None
    home = account(play(session, 9), 7, 4)
    assert (home.what, home.who) == ("home", "neighbour")
    assert told(home)["Your gift"] > 0
    given = [told(account(session, x, y)).get("Seed to your basket", 0) for x in (2, 3) for y in (1, 2, 3)]
    assert min(given) < 0


def test_a_season_is_told_and_no_more():
    session = play(Session(LEVEL), 100)
    assert account(session, 2, 2).since == 68
    assert account(play(Session(LEVEL), 10), 2, 2).since == 0


def test_the_very_beginning_has_little_to_tell():
    fresh = account(Session(LEVEL), 2, 2)
    assert fresh.received == fresh.gave == ()
    assert fresh.story == "Nothing has come to this goldenrod yet, and nothing has gone."


def test_a_new_plant_does_not_answer_for_the_one_that_stood_there_before():
    desert = level_of("g a h\n. . .\n. . .", soil={"water": 0, "mineral": 0}, weather={"rain": 0, "cloud": 0})
    session = Session(desert)
    assert session.do(Plant("aster", 0, 2)) is None
    first = account(play(session, 10), 0, 2)
    assert told(first)["Leaves it could not feed"] < 0
    while session.world.map("species")[2, 0]:
        session.tick()
        assert session.tick_now < 3 * SEASON
    ground = account(session, 0, 2)
    assert told(ground)["What dead asters left"] > 0
    assert session.do(Plant("goldenrod", 0, 2)) is None
    second = account(session, 0, 2)
    assert second.who == "goldenrod"
    assert {line.words for line in (*second.received, *second.gave)} == {"The young plant you set here"}


def test_what_is_lacking_is_read_from_the_world():
    session = play(Session(level_of("g a . .\n. h . n\n. . . .", days=3)), 20)
    world = session.world
    assert account(session, 1, 0).lacks is None
    world.lack[world.place(0, 1)], world.lack_ticks[world.place(0, 1)] = 1, 12
    assert Watch(session, world.place(0, 1)).account.lacks == "It has had no water for 4 weeks."
    world.colonies[0].honey.amount[0] = 0
    assert Watch(session, world.place(1, 1)).account.lacks == "No honey is left in the hive."
    world.colonies[0].workers.amount[0] = 0
    assert Watch(session, world.place(1, 1)).account.lacks == "The hive is empty. No bee is left."
    world.households.pantry_carbon.amount[0] = 0
    assert Watch(session, world.place(1, 3)).account.lacks == "The pantry is empty."
    world.soil_water.amount[world.place(2, 0)] = 0
    assert Watch(session, world.place(2, 0)).account.lacks == "The ground is dry."


def living(name: str, ticks: int) -> Session:
    session = Session(load_level(LEVELS / f"{name}.yaml"))
    let_play(session, POLICIES["share"], ticks)
    return session


def test_a_lichen_is_told_what_its_partners_share():
    session = living("bare_rock", 100)
    lichens = session.world.lichens
    place = int(np.argmax(np.minimum(lichens.fungus.amount, lichens.alga.amount)))
    y, x = session.world.where(place)
    found = account(session, x, y)
    assert (found.what, found.who, found.lacks) == ("lichen", "lichen", None)
    lines = told(found)
    assert lines["Sugar that the alga made of sunlight"] > 0
    assert lines["Mineral that the fungus bit out of stone"] > 0
    fungus, alga = lichens.kinds
    assert lines[f"What {alga.title_plural} shared"] > 0
    assert lines[f"What {fungus.title_plural} shared"] > 0
    lichens.alga.amount[place] = 0
    assert lacks_now(session.world, place) == "The fungus has no alga to feed it."


def test_a_bird_is_told_what_it_ate_and_let_go_and_the_account_balances_with_it():
    """Its place among the birds changes whenever another goes: the account stays with the one that it is about."""
    session = living("what_the_birds_carry", 85)
    world, (birds, *_) = session.world, session.world.animals
    seen = {being_at(world, int(place)) for place in birds.place}
    words: set[str] = set()
    for bird in [being for being in seen if being.what == "animal"]:
        found = account(session, *reversed(world.where(bird.tile)))
        assert (found.what, found.who) == ("animal", "bluebird")
        words |= told(found).keys()
        shadow, way = session.shadow_from(found.since)
        while shadow.tick_now < found.since:
            next(way)
        came, went = (sum(line.motes for line in side) for side in (found.received, found.gave))
        assert came - went == motes_in(birds, bird.place) - motes_in(shadow.world.animals[0], bird.place)
    assert {"Fruit of serviceberries", "Seed let go on the ground", "Its breath"} <= words


def motes_in(herd: Animals, ident: int) -> int:
    """All matter in one animal and in what it carries; 0 before it is born."""
    number = number_of(herd, ident)
    stocks = (herd.carbon, herd.mineral, *herd.carried.values())
    return sum(int(stock.amount[number]) * each for stock in stocks for each in stock.content.values() if number >= 0)


def test_every_cause_that_a_long_play_brings_has_words():
    totals = Totals()
    seen: set[str] = set()
    for number in range(1, 5):
        session = Session(LEVEL, number)
        session.watch(totals)
        for _ in random_steps(session, number, LEVEL.ticks):
            pass
        seen |= {cause for cause, _ in totals.flows}
    assert len(seen) > 30
    without = [cause for cause in seen - WITHIN if not any(has(f"{_cause(cause)}.{side}") for side in ("got", "gave"))]
    assert without == []


def test_every_account_of_a_long_play_is_in_words_of_its_own():
    fallback = re.compile(r"\(.*\)$")
    for number in (1, 2, 3):
        session = random_play(LEVEL, number, 60 * number + 30)
        world = session.world
        for place in np.flatnonzero(world.inside).tolist()[::3]:
            y, x = world.where(place)
            found = account(session, x, y)
            for line in (*found.received, *found.gave):
                assert not fallback.search(line.words), line
                assert line.words[0].isupper()
                assert line.motes > 0
            assert len(found.story.split()) <= 30


def test_a_home_is_told_what_came_from_the_fund_and_who_had_put_by_as_the_ledger_of_gifts_has_it():
    poor = ("{name: Yours, yours: true}", "{name: Yours, yours: true, food: 2}")
    session = Session(parse_level(village(poor)))
    session.do(Begin())
    assert session.do(Visit(1, 1)) is None
    play(session, SEASON - 1)
    commons, homes = session.world.commons, session.world.households
    ada, yours = homes.names.index("Ada"), homes.names.index("Yours")
    givers, needy = account(session, 1, 1), account(session, 5, 4)
    gave = [line.motes for line in givers.gave if line.partner == "the fund"]
    got = [line for line in needy.received if line.partner == "the fund"]
    assert sum(gave) == commons.gifts[ada, commons.FUND].sum() > 0
    assert sum(line.motes for line in got) == commons.gifts[commons.FUND, yours].sum() > 0
    assert {line.words for line in got} == {"Food from the fund, where Ada and Ben put by"}
    assert givers.received[0].words == "A visit from you"


def test_the_tip_is_told_whose_scraps_lie_there():
    rules = ("fund: {}", "fund: {}\nrules: {waste: tip}")
    session = Session(parse_level(village(rules)))
    session.do(Begin())
    play(session, SEASON - 1)
    tip = account(session, 4, 6)
    assert tip.what == "tip"
    assert sum(line.motes for line in tip.received) == session.world.commons.tip_mineral.amount[0] > 0
    assert "Scraps of Ada" in {line.words for line in tip.received}
