"""What is told of by itself while a park of pecans is played."""

from __future__ import annotations

import pytest

from game.desktop.scenes.play.news import tell_mast, tell_of_animals
from game.desktop.scenes.play.notices import Notice, Notices
from game.engine.calendar import YEAR
from game.engine.systems.fruit import CALLED_UNTIL
from game.levels.loading import load_level
from game.paths import LEVELS
from game.play.session import Session


@pytest.fixture
def park():
    session = Session(load_level(LEVELS / "the_pecan_year.yaml"))
    session.world.tick = CALLED_UNTIL
    return session


@pytest.fixture
def notices():
    return Notices(lambda: None)


def trees(world):
    return (world.flora.species > 0).nonzero()[0]


def test_a_call_tells_how_many_bear_and_what_the_others_lack(park, notices):
    world = park.world
    world.masting[trees(world)[:4]] = 1
    tell_mast(park, notices)
    assert notices.shown.words.startswith("A call: 4 of 6 pecans bear nuts. The others have too little mineral")


def test_trees_with_plenty_that_do_not_bear_have_heard_no_call(park, notices):
    world = park.world
    world.masting[trees(world)[0]] = 1
    world.plant_mineral.amount[trees(world)] = 60
    tell_mast(park, notices)
    assert notices.shown.words == "1 of 6 pecans bear nuts. The others heard no call."


def test_a_year_of_nuts_is_told_once_and_a_year_without_not_at_all(park, notices):
    tell_mast(park, notices)
    assert notices.shown is None
    park.world.masting[trees(park.world)] = 1
    tell_mast(park, notices)
    assert notices.shown.words == "A year of nuts: all 6 pecans bear together."
    notices.close()
    tell_mast(park, notices)
    assert notices.shown is None


def test_a_call_that_nobody_had_time_to_read_is_not_told_in_the_next_year(park, notices):
    notices.tell_once("other", Notice("Read this first."))
    park.world.masting[trees(park.world)] = 1
    tell_mast(park, notices)
    park.world.tick = YEAR
    tell_mast(park, notices)
    notices.close()
    assert notices.shown is None


def test_squirrels_that_left_and_come_back_are_told_of(park, notices):
    squirrels = park.world.animals[0]
    tell_of_animals(park, notices)
    assert notices.shown is None
    squirrels.carbon.amount[:] = 0
    while len(squirrels):
        park.tick()
    tell_of_animals(park, notices)
    assert notices.shown.words.startswith("Squirrels have left")
    squirrels.come(trees(park.world)[:1])
    tell_of_animals(park, notices)
    assert notices.shown.words.startswith("Squirrels are back")
