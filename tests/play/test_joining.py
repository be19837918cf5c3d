"""Inoculating, connecting, inviting: what each does, refuses and shows beforehand, and what the newcomers give."""

from __future__ import annotations

import pytest

from game.engine.flourishing import measure
from game.engine.perches import SEEN_FROM
from game.engine.recorders import Totals
from game.engine.tick import tick
from game.engine.tiles import SOIL
from game.engine.world import World
from game.levels.level import Level
from game.levels.loading import load_partnerships, parse_level
from game.play.actions import Begin, Connect, Inoculate, Invite, Plant, read_action
from game.play.gifts import season_gifts
from game.play.names import title
from game.play.savefile import noted, read
from game.play.session import Session
from tests.levels.living import living
from tests.play.drawn import play

ALL = [Inoculate("green_alga", 2, 1), Inoculate("crust_fungus", 0, 0), Inoculate("mycelium", 3, 3), Connect(6, 2),
       Connect(6, 4), Invite(9, 0), Invite(0, 0)]


def level(*changes: tuple[str, str], more: str = "") -> Level:
    return parse_level(living(*changes, more=more))


def lichens(world: World):
    assert world.lichens is not None
    return world.lichens


def web(world: World):
    assert world.web is not None
    return world.web


def perches(world: World):
    assert world.perches is not None
    return world.perches


def birds(world: World):
    return next(animals for animals in world.animals if animals.kind.form == "bird")


# ----------------------------------------------------------------- all of them


@pytest.mark.parametrize("action", ALL, ids=str)
def test_an_action_is_its_line_of_text(action):
    assert read_action(str(action)) == action
    assert action.verb == str(action).split()[0]


@pytest.mark.parametrize("action", ALL, ids=str)
def test_each_takes_a_day_keeps_all_matter_and_is_undone_without_a_trace(action):
    session = Session(level(), checked=True)
    play(session, 5)
    before, totals = session.world.digest(), session.world.matter.totals()
    assert session.do(action) is None
    assert session.progress.days_left == 7
    assert session.world.digest() != before
    assert session.world.matter.totals() == totals
    play(session, 20)
    assert session.undo()
    assert (session.tick_now, session.world.digest()) == (5, before)


@pytest.mark.parametrize("action", ALL, ids=str)
def test_what_is_refused_changes_nothing(action):
    session = Session(level(("days: 8", "days: 0")))
    before = session.world.digest()
    assert str(session.do(action)) == "Your days of work are used up. New ones come with the next season."
    assert session.world.digest() == before


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (Inoculate("green_alga", 3, 3), "Lichen lives on bare rock."),
        (Inoculate("mycelium", 0, 0), "Nothing can grow here."),
        (Inoculate("mycelium", 6, 1), "Mycelium lives in this soil already."),
        (Inoculate("bluebird", 3, 3), "There is no bluebird here."),
        (Inoculate("moss", 3, 3), "There is no moss here."),
        (Connect(3, 3), "There is no path or fence here to open."),
        (Invite(1, 3), "A perch needs soil or rock to stand on."),
        (Invite(7, 0), "Something lives on this tile already."),
        (Invite(4, 3), "Something lives on this tile already."),
        (Invite(99, 3), "That is outside the meadow."),
    ],
)
def test_where_it_is_not_possible_a_sentence_says_why(action, words):
    assert str(Session(level()).refusal(action)).startswith(words)


def test_what_is_not_in_the_hand_cannot_be_set():
    session = Session(level())
    for action, words in ((Inoculate("green_alga", 0, 0), "lichen algae"), (Inoculate("mycelium", 3, 3), "mycelium"),
                          (Invite(3, 3), "perches")):
        held = session.world.matter.stocks[{"lichen algae": "hand_green_alga", "mycelium": "hand_spores",
                                            "perches": "hand_perches"}[words]]
        held.amount[0] = 0
        assert str(session.refusal(action)).startswith(f"You hold no {words} now.")


def test_a_verb_that_the_level_does_not_allow():
    session = Session(level(("[plant, inoculate, connect, invite, water", "[plant, water")))
    assert str(session.refusal(Connect(6, 2))) == "You cannot connect on this level."


# ----------------------------------------------------------------- inoculate


def test_a_flake_is_four_units_and_two_partners_share_a_tile():
    session = Session(level())
    place = session.world.place(0, 0)
    assert session.preview(Inoculate("crust_fungus", 0, 0)).units == 4
    session.do(Inoculate("crust_fungus", 0, 0))
    session.do(Inoculate("green_alga", 0, 0))
    here = lichens(session.world)
    assert (here.fungus.amount[place], here.alga.amount[place]) == (4, 4)
    assert [int(held.amount[0]) for _, _, held in here.halves] == [4, 4]


def test_a_crust_has_an_end():
    session = Session(level(("{lichen: {fungus: 4, alga: 4}}", "{lichen: {fungus: 12, alga: 12}}")))
    assert str(session.refusal(Inoculate("green_alga", 1, 0))) == "The lichen here is as thick as it can be."


def test_a_flake_of_alga_keeps_a_lonely_fungus_alive():
    """The tile at 2,1 has a fungus alone."""
    alone, joined = Session(level()), Session(level())
    joined.do(Inoculate("green_alga", 2, 1))
    place = alone.world.place(1, 2)
    play(alone, 60), play(joined, 60)
    assert lichens(alone.world).fungus.amount[place] == 0
    assert lichens(joined.world).fungus.amount[place] > 0


def test_spores_become_threads_that_join_and_spread():
    session = Session(level())
    session.do(Inoculate("mycelium", 5, 5))
    assert web(session.world).threads.amount[session.world.place(5, 5)] == 4
    assert web(session.world).spores.amount[0] == 1


def test_lichen_and_perches_can_be_set_out_before_time_begins_and_only_where_it_is_marked():
    session = Session(level(("  n: {", "  '#': {ground: rock, set_out: true}\n  n: {"), ("days: 8", "set_out: true")))
    assert session.do(Inoculate("green_alga", 0, 0)) is None
    assert str(session.do(Inoculate("green_alga", 2, 1))) == "Before time begins, use only the marked tiles."
    assert str(session.do(Connect(6, 2))) == "First set out your plants. Then start time."
    assert session.do(Invite(2, 0)) is None
    assert str(session.do(Plant("goldenrod", 9, 0))) == "Before time begins, use only the marked tiles."
    assert session.do(Begin()) is None
    assert session.do(Plant("goldenrod", 9, 0)) is None


# ----------------------------------------------------------------- connect


def test_a_path_that_was_opened_lets_the_web_through_and_water_and_roots():
    session = Session(level())
    assert session.do(Connect(6, 2)) is None
    place = session.world.place(2, 6)
    assert session.world.ground[place] == SOIL
    assert session.world.soil[place]
    play(session, 60)
    assert web(session.world).threads.amount[place] > 0
    assert session.world.soil_water.amount[place] > 0


def test_a_closed_path_keeps_the_web_out():
    session = play(Session(level()), 60)
    assert web(session.world).threads.amount[session.world.place(2, 6)] == 0


def test_going_back_closes_the_way_again():
    session = play(Session(level()), 3)
    session.do(Connect(6, 4))
    play(session, 10)
    session.rewind(2)
    place = session.world.place(4, 6)
    assert session.world.fences[place]
    assert not session.world.soil[place]


# ----------------------------------------------------------------- invite


HILL = """\
map: |
  bbb...................
  bbb...................
  bbb...................
  ......................
  ......................
  ......................
  ......................
"""

def grove(perch: bool) -> World:
    """Berries and birds in a corner, and an empty land with or without a perch, five tiles away."""
    text = living()
    before, after = text.split("map: |\n")[0], text.split("legend:\n")[1]
    legend = "legend:\n  b: {plant: serviceberry, animals: {bluebird: 1}}\n"
    rest = "hand:\n" + after.split("hand:\n")[1]
    for old, new in (("member: squirrel", "member: serviceberry"), ("guests: {squirrel: 2}\n", ""),
                     ("  - {give: green_alga, count: 2}\n  - {give: crust_fungus, count: 2}\n", ""),
                     ("  - {give: mycelium, count: 2}\n", "")):
        assert old in rest
        rest = rest.replace(old, new)
    session = Session(parse_level(before + HILL + legend + rest), seed=4)
    if perch:
        assert session.do(Invite(7, 3)) is None
    return session.world


def seeds_near(world: World, reach: int = 2) -> int:
    """Berry seeds let go within the roost of the perch's tile, over a summer in which fruit is never short."""
    number = world.flora.index["serviceberry"]
    near = world.places_around(world.place(3, 7), reach)
    world.tick, dropped = 40, 0
    for _ in range(64):
        world.fruit.amount[world.flora.of(number) != 0] = 4
        birds(world).carbon.amount[:] = 20
        seeds = world.seeds[number - 1].amount
        seeds[near] = 0
        tick(world)
        dropped += int(seeds[near].sum())
    return dropped


def test_birds_let_go_about_a_perch_what_they_would_scatter_over_the_land():
    assert seeds_near(grove(perch=True)) >= 2 * seeds_near(grove(perch=False))


def test_the_preview_shows_from_where_a_perch_is_seen():
    session = Session(level())
    places = session.preview(Invite(1, 3)).places.tolist()
    assert session.world.place(3, 1 + SEEN_FROM) in places
    assert session.world.place(3, 2 + SEEN_FROM) not in places


def test_where_no_animal_lives_or_could_come_nobody_is_invited():
    quiet = level(("b: {plant: serviceberry, animals: {bluebird: 3}}", "b: {plant: serviceberry}"),
                  ("member: bluebird", "member: aster"), ("guests: {squirrel: 2}\n", ""),
                  ("member: squirrel", "member: pecan"), ("  - {give: perch, count: 2}\n", ""))
    assert str(Session(quiet).refusal(Invite(3, 3))) == "There are no birds here to invite."


# ----------------------------------------------------------------- switched off


@pytest.mark.parametrize("bond", load_partnerships())
def test_a_play_goes_on_with_any_partnership_switched_off(bond):
    session = Session(level(), without=bond, checked=True)
    for action in ALL:
        session.do(action)
    play(session, 70)
    assert session.tick_now == 70


def test_without_its_network_mycelium_cannot_live():
    session = Session(level(), without="roots_and_threads")
    assert str(session.refusal(Inoculate("mycelium", 3, 3))) == "There is no mycelium here."
    assert session.flourishing.of("mycelium").level == 0


# ----------------------------------------------------------------- who is well, and what they give


def test_everyone_who_lives_here_is_on_the_roll_with_needs():
    session = Session(level())
    needs = {member.member: set(member.needs) for member in session.flourishing.members}
    assert needs["green_alga"] == needs["crust_fungus"] == needs["mycelium"] == {"number"}
    assert needs["bluebird"] == {"number", "energy", "young"}
    assert "squirrel" not in needs


def test_birds_are_well_when_many_fed_and_followed_by_young():
    session = Session(level())
    here = birds(session.world)
    assert session.flourishing.of("bluebird").level == 100
    here.carbon.amount[:] = 6
    assert measure(session.world, session.start).of("bluebird").needs["energy"] == 50
    here.tally("left", 4), here.tally("born", 1)
    assert measure(session.world, session.start).of("bluebird").least == "young"


def test_soil_that_a_lichen_made_counts_as_its_own():
    session = Session(level())
    here = lichens(session.world)
    here.alga.amount[:] = 0
    assert measure(session.world, session.start).of("green_alga").level == 0
    session.world.fields["tally_soil_formed"] += 3
    assert measure(session.world, session.start).of("green_alga").level == 100


def test_a_thriving_lichen_web_flock_and_store_of_nuts_give_each_its_own():
    session = Session(level(("guests: {squirrel: 2}\n", ""), ("a: {plant: aster}", "a: {animals: {squirrel: 2}}")))
    world, start = session.world, session.start
    here = lichens(world)
    for stock in (here.fungus, here.alga):
        stock.amount[[world.place(0, 1), world.place(0, 2), world.place(1, 1)]] = 12, 5, 5
    web(world).threads.amount[world.soil != 0] = 6
    pecan = world.flora.index["pecan"]
    world.seeds[pecan - 1].amount[world.place(5, 7)] = 9
    totals, given = world.matter.totals(), {}
    for season in (32, 64):
        world.tick = season
        given |= {gift.giver: (gift.what, gift.of, gift.count)
                  for gift in season_gifts(world, start, measure(world, start), session.level.verbs)}
    assert given["green_alga"] == ("flake", "green_alga", 1)
    assert given["mycelium"] == ("spores", "mycelium", 1)
    assert given["bluebird"] == ("perch", "perch", 1)
    assert given["squirrel"] == ("seed", "pecan", 4)
    assert world.matter.totals() == totals
    assert int(perches(world).held.amount[0]) == 3
    assert int(web(world).spores.amount[0]) == 3
    assert int(world.hand.basket[pecan - 1].amount[0]) == 4
    assert min(int(stock.amount[world.place(0, 1)]) for stock in (here.fungus, here.alga)) == 8


def test_a_thin_lichen_keeps_what_it_has():
    session = Session(level())
    session.world.tick = 64
    gifts = season_gifts(session.world, session.start, measure(session.world, session.start), session.level.verbs)
    assert "green_alga" not in [gift.giver for gift in gifts]


def test_things_and_beings_have_names():
    world = Session(level()).world
    assert title(world, "green_alga") == "lichen alga"
    assert title(world, "perch", many=True) == "perches"
    assert title(world, "nobody_at_all") == "nobody at all"


# ----------------------------------------------------------------- saving


def test_a_save_brings_back_animals_lichen_threads_and_open_ways():
    session = Session(level(), seed=5)
    for action in ALL:
        session.do(action)
    play(session, 150)
    again, notice = read(noted(session)().encode())
    assert notice is None
    assert again.world.digest() == session.world.digest()
    assert play(again, 40).world.digest() == play(session, 40).world.digest()


def test_a_save_in_which_a_bird_is_nowhere_is_not_opened():
    session = play(Session(level()), 10)
    birds(session.world).place[0] = 0
    with pytest.raises(Exception, match="damaged"):
        read(noted(session)().encode())


def test_whoever_watches_sees_by_which_cause_matter_came():
    session = Session(level())
    seen = Totals()
    session.watch(seen)
    session.do(Inoculate("green_alga", 2, 1))
    assert seen.flows == {("inoculating", "carbon"): 8, ("inoculating", "mineral"): 4}
