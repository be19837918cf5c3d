"""What is depicted of the living land: each being where it is, each step of a change seen."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

from game.desktop.drawing.palette import PETALS
from game.desktop.drawing.picture import MEADOW, PATH, ROCK, SOIL, Creature, Picture
from game.desktop.drawing.sprites import Bank
from game.desktop.scenes.play.depiction import MULCH_SEEN, Depiction, mulched
from game.engine import tick
from game.engine import tiles as engine
from game.engine.species import Colour
from game.engine.systems.fruit import CALLS_ON
from game.engine.systems.lichen import SOIL_FROM
from game.engine.world import World
from game.lab.playing import play
from game.lab.policies import POLICIES
from game.levels.loading import load_level, parse_level
from game.levels.opening import open_world
from game.paths import LEVELS
from game.play.actions import Mulch
from game.play.session import Session
from tests.levels.living import living


@pytest.fixture(scope="module")
def drawings() -> frozenset[str]:
    return Bank().names_known


class Land:
    """The living level's world, and its depiction."""

    def __init__(self, drawings: frozenset[str]) -> None:
        level = parse_level(living())
        self.world: World = open_world(level, 3)
        self.depiction = Depiction(level, open_world(level, 3), drawings)

    def pass_(self, ticks: int) -> None:
        for _ in range(ticks):
            tick.tick(self.world)
            self.depiction.passed(self.world)

    def picture(self, *, look_down: bool = True) -> Picture:
        return self.depiction.picture(self.world, look_down=look_down)

    def marks(self, column: int, row: int) -> set[str]:
        return {mark.kind for mark in self.picture().marks if (mark.column, mark.row) == (column, row)}

    def place(self, column: int, row: int) -> int:
        return self.world.place(row, column)


@pytest.fixture
def land(drawings: frozenset[str]) -> Land:
    return Land(drawings)


def places(picture: Picture, sprite: str) -> set[tuple[int, int]]:
    return {(int(thing.x), int(thing.y)) for thing in picture.things if thing.sprite == sprite}


def test_a_colour_that_a_level_gives_its_own_flower_is_seen(drawings: frozenset[str]) -> None:
    assert set(PETALS) == set(get_args(Colour))
    own = "species:\n  fireweed: {like: aster, title: fireweed, title_plural: fireweeds, colour: pink}\n"
    level = parse_level(living(("  a: {plant: aster}", "  a: {plant: fireweed}"), more=own))
    world = open_world(level, 3)
    picture = Depiction(level, world, drawings).picture(world, look_down=True)
    assert {thing.colour for thing in picture.things if thing.sprite == "aster"} == {PETALS["pink"]}
    assert {thing.colour for thing in picture.things if thing.sprite == "goldenrod"} == {""}


def test_mulch_is_seen_where_it_was_laid_until_it_has_rotted(drawings: frozenset[str]) -> None:
    level = load_level(LEVELS / "what_the_birds_carry.yaml")
    session = Session(level)
    play(session, POLICIES["share"], 32)
    depiction = Depiction(level, open_world(level, session.seed), drawings)

    def seen() -> bool:
        picture = depiction.picture(session.world, look_down=True, mulched=mulched(session))
        return any((mark.kind, mark.column, mark.row) == ("mulched", 9, 4) for mark in picture.marks)

    assert not seen()
    assert session.do(Mulch(9, 4)) is None
    assert seen()
    session.undo()
    assert not seen()
    session.do(Mulch(9, 4))
    litter, here = session.world.litter_carbon, session.world.place(4, 9)
    litter.amount[here] = MULCH_SEEN - 1
    assert not seen()


def test_every_mark_thing_and_creature_has_a_drawing(land: Land, drawings: frozenset[str]) -> None:
    for _ in range(8):
        land.pass_(24)
        picture = land.picture()
        assert {mark.kind for mark in picture.marks} <= drawings
        for thing in picture.things:
            assert f"{thing.sprite}_{thing.stage}" in drawings if thing.stage else thing.sprite in drawings
        for creature in picture.creatures:
            assert f"{creature.sprite}_a" in drawings
            assert not creature.carries or creature.carries in drawings


def test_lichen_grows_in_eight_steps_and_each_partner_alone_looks_otherwise(land: Land) -> None:
    lichens = land.world.lichens
    assert lichens is not None
    here, seen = land.place(1, 0), []
    for crust in range(1, 25):
        lichens.fungus.amount[here], lichens.alga.amount[here] = (crust + 1) // 2, crust // 2
        seen += [mark for mark in land.marks(1, 0) if mark.startswith("crust")]
    assert len(set(seen)) == 8
    assert sorted(seen) == seen
    lichens.alga.amount[here] = 0
    assert any(mark.startswith("hyphae") for mark in land.marks(1, 0))
    lichens.fungus.amount[here], lichens.alga.amount[here] = 0, 9
    assert any(mark.startswith("film") for mark in land.marks(1, 0))


def test_rock_cracks_shows_a_speck_of_earth_and_becomes_land(land: Land) -> None:
    here = land.place(0, 0)
    for litter, crack in ((SOIL_FROM // 4, "crack_1"), (SOIL_FROM * 5 // 8, "crack_2"), (SOIL_FROM - 1, "crack_3")):
        land.world.litter_mineral.amount[here] = litter
        assert crack in land.marks(0, 0)
    land.picture()
    land.world.ground[here] = engine.SOIL
    land.world.map_changed()
    land.depiction._looked_down = -99  # the ground is due to be looked at, the land is not
    first = land.picture(look_down=False)
    assert first.terrain[0, 0] == ROCK
    assert {"earth", "earth_growth"} <= {mark.kind for mark in first.marks if (mark.column, mark.row) == (0, 0)}
    assert land.picture().terrain[0, 0] == SOIL
    land.world.flora.species[here] = 1
    land.world.flora.settle_all()
    assert land.picture().terrain[0, 0] == MEADOW


def test_an_opened_path_is_seen_at_once(land: Land) -> None:
    row, column = np.argwhere(land.world.map("ground") == engine.PATH)[0]
    before = land.picture(look_down=False)
    assert before.terrain[row, column] == PATH
    land.world.ground[land.world.place(int(row), int(column))] = engine.SOIL
    land.world.map_changed()
    after = land.picture(look_down=False)
    assert after.terrain[row, column] == SOIL
    assert before.terrain[row, column] == PATH, "a picture that was shown does not change"


def test_fences_and_perches_are_seen(land: Land) -> None:
    picture = land.picture()
    rows, columns = np.nonzero(land.world.map("ground") == engine.FENCE)
    assert places(picture, "fence") == set(zip(columns.tolist(), rows.tolist(), strict=True)) != set()
    assert len(places(picture, "perch")) == 1


def test_animals_keep_their_keys_and_move_by_a_tile_or_two_a_tick(land: Land) -> None:
    before: dict[object, Creature] = {}
    moved = 0
    for _ in range(40):
        land.pass_(1)
        now = {creature.key: creature for creature in land.picture().creatures}
        for key in before.keys() & now.keys():
            far = max(abs(now[key].x - before[key].x), abs(now[key].y - before[key].y))
            assert far < 3
            moved += far > 0.5
            assert now[key].flying or far < 0.5 or now[key].sprite == "squirrel"
        before = now
    assert moved > 20


def test_who_carries_seed_is_seen_to(land: Land) -> None:
    birds = next(animals for animals in land.world.animals if animals.kind.form == "bird")
    birds.column("load")[0] = birds.carried and min(birds.carried)
    carried = {creature.carries for creature in land.picture().creatures}
    assert carried == {"", "fruit"}


def test_trees_are_drawn_young_then_grown_then_with_nuts(land: Land) -> None:
    world = land.world
    kind = world.flora.kind(world.flora.index["pecan"])
    here = int(np.flatnonzero(world.flora.species == world.flora.index["pecan"])[0])
    row, column = world.where(here)

    def stage() -> str:
        return next(
            thing.stage
            for thing in land.picture().things
            if thing.sprite == "pecan" and (int(thing.x), int(thing.y)) == (column, row)
        )

    seen = []
    for body in (1, kind.flowers_at // 2, kind.flowers_at, kind.body):
        world.body.amount[here] = body
        seen.append(stage())
    world.fruit.amount[here] = 2
    assert [*seen, stage()] == ["seedling", "young", "mature", "mature", "fruit"]


# ------------------------------------------------------------- the web


def test_the_web_is_joined_where_threads_are_and_thicker_where_there_is_more(land: Land) -> None:
    web = land.world.web
    assert web is not None
    drawn = land.picture().web
    assert drawn is not None
    soil = land.world.map(land.world.soil) != 0
    assert ((drawn.threads > 0) == ((land.world.map(web.threads) >= 2) & soil)).all()
    here = np.argwhere(drawn.threads > 0)[0]
    web.threads.amount[land.world.place(*here.tolist())] = 60
    land.depiction.jumped()
    thicker = land.picture().web
    assert thicker is not None
    assert thicker.threads[tuple(here)] == 4 > drawn.threads[tuple(here)]


def test_a_mote_more_or_less_is_not_seen_as_flicker(land: Land) -> None:
    web = land.world.web
    assert web is not None
    land.world.web.threads.amount[land.world.soil != 0] = 12  # type: ignore[union-attr]
    land.depiction.jumped()
    first = land.picture().web
    for number in range(20):
        web.threads.amount[land.world.soil != 0] = 12 + (-1) ** number
        land.depiction._beneath.passed(land.world)  # only the time of the threads
        now = land.picture().web
        assert now is not None
        assert first is not None
        assert (now.threads == first.threads).all()


def test_a_call_is_seen_while_it_runs(land: Land) -> None:
    world, here = land.world, int(np.flatnonzero(land.world.flora.of(land.world.flora.index["pecan"]))[0])
    assert world.web is not None
    world.masting[here] = world.web.mast_call[here] = 1
    before = land.picture().web
    world.tick = CALLS_ON
    after = land.picture().web
    assert before is not None
    assert after is not None
    assert before.calls == ()
    assert after.calls == (world.where(here)[::-1],)


def test_without_the_partnership_there_is_no_web(drawings: frozenset[str]) -> None:
    level = parse_level(living())
    world = open_world(level, 3, without="roots_and_threads")
    assert Depiction(level, world, drawings).picture(world).web is None
