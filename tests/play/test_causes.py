"""Why a plant is in want, or died: three links at most, read from the world and its replay."""

from __future__ import annotations

from copy import deepcopy

import pytest

from game.engine.calendar import SEASON
from game.engine.tallies import DEATHS
from game.levels.level import Level
from game.play.actions import Connect
from game.play.causes import MOST_LINKS, chain
from game.play.names import tile, time
from game.play.session import Session
from game.play.why import Watch, explained
from game.words import has
from tests.play.drawn import level_of, play

POOR = {"mineral": 0, "subsoil": 0, "litter_carbon": 0, "litter_mineral": 0}
LEGEND = {
    "P": {"plant": {"species": "pecan", "stage": "grown"}, "threads": 12},
    "Q": {"plant": {"species": "pecan", "stage": "grown"}},
    "z": {"plant": {"species": "aster", "stage": "young"}},
    "x": {"plant": {"species": "aster", "stage": "young"}, "soil": POOR},
    "y": {"plant": {"species": "beggar", "stage": "young"}, "soil": POOR, "threads": 8},
    "n": {"plant": {"species": "goldenrod", "stage": "young"}, "soil": {"water": 0, "mineral": 8}},
    "o": {"ground": "soil", "soil": POOR},
}
DRY = {"rain": 0, "cloud": 0}


def drawn(drawing: str, **fields: object) -> Level:
    """A level of a drawing with woods and poor ground in it; see LEGEND."""
    legend = {letter: deepcopy(meaning) for letter, meaning in LEGEND.items() if letter in drawing}
    goals = [{"text": "All do well.", "measure": "flourishing", "at_least": 1}]
    return level_of(drawing, **{"hand": 0, "legend": legend, "goals": goals} | fields)


def links(session: Session, x: int, y: int) -> list[str]:
    return [link.what for link in chain(session, session.world.place(y, x))]


def until(session: Session, x: int, y: int, first: str) -> Session:
    """Play until the chain at a tile begins with `first`."""
    while links(session, x, y)[:1] != [first]:
        play(session, 2)
        assert session.tick_now < 2 * SEASON, "it never came to that"
    return session


WOOD = """
    P . . = . . .
    . P . = . x .
    P . . = . . .
"""


DESERT = """
    ~ # # # # n
    # # # # # #
    # # # # # #
"""


def test_poor_soil_behind_a_path_is_cut_off_from_the_web_by_the_nearest_tile_of_it():
    session = until(Session(drawn(WOOD)), 5, 1, "mineral")
    assert links(session, 5, 1) == ["mineral", "unreached", "parted"]
    _, unreached, parted = chain(session, session.world.place(1, 5))
    assert unreached.words == "No thread of the mycelium reaches it."
    assert parted.words == "The path at D2 parts it from the joined soil."
    assert parted.place == session.world.place(1, 3)


def test_an_opened_path_no_longer_is_what_parts_it():
    session = Session(drawn(WOOD, verbs=["connect"]))
    assert session.do(Connect(3, 1)) is None
    until(session, 5, 1, "mineral")
    assert links(session, 5, 1) in (["mineral", "unreached", "far_from_threads"], ["mineral", "threads_empty"])


@pytest.mark.parametrize(("letter", "ground"), [("#", "rock"), ("~", "water"), ("=", "path")])
def test_whatever_ground_threads_cannot_pass_is_named(letter, ground):
    session = until(Session(drawn(WOOD.replace("=", letter))), 5, 1, "mineral")
    assert f"The {ground} at D2" in chain(session, session.world.place(1, 5))[2].words


def test_a_kind_that_does_not_pay_is_cut_off_and_its_debt_is_the_worlds():
    beggar = {"like": "aster", "title": "beggar", "title_plural": "beggars", "pays": False, "note": "It takes."}
    bond = {
        "kind": "network", "members": ["mycelium", "pecan", "beggar"], "title": "Web", "note": "Web.",
        "evidence": "story", "source": "None",
    }
    level = drawn("P o o\nP y o\nP o o", species={"beggar": beggar}, partnerships={"web": bond})
    session = until(Session(level), 1, 1, "mineral")
    assert links(session, 1, 1) == ["mineral", "cut_off", "does_not_pay"]
    place = session.world.place(1, 1)
    debt = session.world.web.debt[place]
    assert chain(session, place)[2].words == f"It was given {debt} motes, and its kind does not pay."


def test_a_canopy_that_takes_the_light_is_named_with_its_tree():
    session = until(Session(drawn("Q Q Q\nQ z Q\nQ Q Q")), 1, 1, "light")
    shaded = chain(session, session.world.place(1, 1))[1]
    assert shaded.what == "shaded"
    assert shaded.place in session.world.places_around(session.world.place(1, 1))
    assert shaded.words.startswith("The pecan at ")


def test_thirst_far_from_a_pond_tells_since_when_no_rain_fell():
    session = until(Session(drawn(DESERT, weather=DRY, soil={"water": 0})), 5, 0, "water")
    found = chain(session, session.world.place(0, 5))
    assert [link.what for link in found] == ["water", "no_rain", "far_from_pond"]
    assert found[1].words == f"No rain has fallen here for {time(session.tick_now)}."
    assert found[2].words == "The nearest pond is 5 tiles away."


def test_bare_ground_without_a_pond_is_said_to_be_bare():
    level = drawn("n # #\n# # #\n# # #", weather=DRY, soil={"water": 0, "litter_carbon": 0, "litter_mineral": 0})
    assert links(until(Session(level), 0, 0, "water"), 0, 0) == ["water", "no_rain", "bare"]


def test_a_drought_is_told_with_its_announcement():
    drought = {"weather": "drought", "year": 1, "from_day": 12, "to_day": 60, "strength": 100, "announced": 8}
    level = drawn(DESERT.replace("~", "#"), soil={"water": 1}, weather=DRY, events=[drought])
    session = play(Session(level), 24)
    assert links(session, 5, 0) == ["water", "no_rain", "drought"]
    (spell,) = session.world.almanac.spells
    words = chain(session, session.world.place(0, 5))[2].words
    assert words == f"A drought began {time(24 - spell.first)} ago. It was announced {time(32 - spell.first)} ago."


def test_where_a_plant_died_the_ground_tells_of_what_until_it_is_forgotten():
    session = Session(drawn(DESERT, weather=DRY, soil={"water": 0}))
    while session.world.map("species")[0, 5]:
        play(session, 1)
        assert session.tick_now < 3 * SEASON
    died = session.tick_now
    play(session, 10)
    found = chain(session, session.world.place(0, 5))
    assert found[0].what == "died_of_thirst"
    assert found[0].words == "The goldenrod here died of thirst 4 weeks ago."
    assert [link.what for link in found[1:]] == ["no_rain", "far_from_pond"]
    watch = Watch(session, session.world.place(0, 5))
    while not watch.go_on():
        pass
    assert explained(session.world, watch.being.tile, watch.account) == " ".join(link.words for link in found)
    play(session, SEASON - 5)
    assert session.tick_now > died + SEASON
    assert links(session, 5, 0) == []


def test_an_account_explains_what_is_lacking_now_and_no_more_once_it_is_given():
    session = until(Session(drawn(WOOD)), 5, 1, "mineral")
    world, place = session.world, session.world.place(1, 5)
    watch = Watch(session, place)
    assert not watch.account.chain
    assert explained(world, place, None) == explained(world, place, watch.account) == watch.account.lacks
    while not watch.go_on():
        pass
    assert watch.account.chain == chain(session, place)
    words = explained(world, place, watch.account)
    assert words == f"{watch.account.lacks} {watch.account.chain[1].words} {watch.account.chain[2].words}"
    assert len(words.split()) <= 30
    world.lack[place] = world.lack_ticks[place] = 0
    assert explained(world, place, watch.account) == ""


def test_those_who_are_well_and_empty_ground_have_nothing_to_explain():
    session = play(Session(level_of()), 40)
    assert links(session, 1, 2) == links(session, 0, 5) == links(session, 4, 3) == []


def test_no_chain_is_longer_than_three_and_asking_changes_nothing():
    session = play(Session(drawn(WOOD)), 2 * SEASON)
    now = session.world.digest()
    for place in session.world.places_around(session.world.place(1, 3), 4).tolist():
        assert len(chain(session, place)) <= MOST_LINKS
    assert session.world.digest() == now


def test_every_way_to_die_has_words():
    assert all(has(f"why.chain.died.{cause}") for cause in DEATHS)


@pytest.mark.parametrize(("row", "column", "name"), [(0, 0, "A1"), (4, 11, "L5"), (0, 25, "Z1"), (9, 26, "AA10")])
def test_tiles_are_called_by_letter_and_number(row, column, name):
    world = Session(level_of("\n".join([". " * 30] * 10), hand=0, goals=[
        {"text": "All do well.", "measure": "flourishing", "at_least": 1}])).world
    assert tile(world, world.place(row, column)) == name
