"""A choice shows: on every level each kind of action changes what is drawn within 80 ticks."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

import numpy as np
import pytest

from game.desktop.drawing.picture import Picture
from game.desktop.drawing.sprites import Bank
from game.desktop.scenes.play.depiction import Depiction
from game.desktop.scenes.play.tools import Tool, action, held, tools
from game.levels.level import Level
from game.levels.loading import load_level
from game.levels.opening import open_world
from game.paths import LEVELS
from game.play.actions import Action, Begin, Gather, Give
from game.play.session import Session

SHOWS_WITHIN = 80  # ticks: 20 seconds at normal speed
LOOKS = (2, 8, 16, 32, 56, 80)
RIPE_BY = 112  # tick by which something has ripened that can be gathered
ON_NO_TILE = ("keep",)
WET = 9 * 40  # water on nine tiles from which a pond must be among them
LEVELS_THERE = sorted(path.stem for path in LEVELS.glob("*.yaml"))


@pytest.fixture(scope="module")
def drawings() -> frozenset[str]:
    return Bank().names_known


def opened(level: Level, until: int = 0) -> Session:
    session = Session(level)
    session.do(Begin())
    for _ in range(until):
        session.tick()
    return session


def possible(session: Session, tool: Tool) -> Action | None:
    """The first tile, from the middle outward, on which it can be used; water goes to where it is dry."""
    level, world = session.level, session.world
    wet = world.map(world.around(world.soil_water.amount) if tool.verb == "water" else world.grid())
    middle = level.width / 2, level.height / 2
    tiles = [(x, y) for x in range(level.width) for y in range(level.height)]
    for x, y in sorted(tiles, key=lambda at: (wet[at[1], at[0]] > WET, hypot(at[0] - middle[0], at[1] - middle[1]))):
        wanted = action(session, tool, "all", x, y)
        if wanted is not None and session.refusal(wanted) is None:
            return wanted
    return None


def moments(session: Session, drawings: frozenset[str], doing: tuple[Action, ...] = ()) -> Iterator[Picture]:
    """What is drawn at each of LOOKS, after doing something."""
    depiction = Depiction(session.level, open_world(session.level, session.seed), drawings)
    depiction.picture(session.world, look_down=True)
    for each in doing:
        assert session.do(each) is None
    passed = 0
    for look in LOOKS:
        for _ in range(look - passed):
            session.tick()
            depiction.passed(session.world)
        passed = look
        yield depiction.picture(session.world, look_down=True)


def same(one: Picture, other: Picture) -> bool:
    drawn = (one.things, one.creatures, one.marks, one.hives) == (
        other.things,
        other.creatures,
        other.marks,
        other.hives,
    )
    threads = [picture.web.threads if picture.web else np.zeros(1) for picture in (one, other)]
    grounds = np.array_equal(one.terrain, other.terrain) and np.array_equal(one.damp, other.damp)
    return drawn and grounds and np.array_equal(*threads)


@pytest.mark.parametrize("name", LEVELS_THERE)
def test_each_kind_of_action_shows_within_twenty_seconds(name: str, drawings: frozenset[str]) -> None:
    level = load_level(LEVELS / f"{name}.yaml")
    tried = set()
    for until in (0, RIPE_BY):
        for tool in tools(opened(level, until), ""):
            if tool.key in tried or tool.verb in ON_NO_TILE:
                continue
            session = opened(level, until)
            doing: tuple[Action, ...] = ()
            if tool.verb == "give":
                gathered = possible(session, Tool("gather"))
                if not isinstance(gathered, Gather):
                    continue
                session.do(gathered)
                doing = (gathered,)
                kind = next(kind for kind in level.life if held(session, Tool("give", kind.name)))
                wanted = possible(session, Tool("give", kind.name))
                assert isinstance(wanted, Give)
            else:
                found = possible(session, tool)
                if found is None:
                    continue
                wanted = found
            tried.add(tool.key)
            plain, touched = opened(level, until), opened(level, until)
            pairs = zip(moments(plain, drawings, doing), moments(touched, drawings, (*doing, wanted)), strict=True)
            assert any(not same(one, other) for one, other in pairs), f"{name}: {wanted} is not seen"
    assert tried


def test_without_a_choice_the_same_seed_draws_the_same(drawings: frozenset[str]) -> None:
    level = load_level(LEVELS / f"{LEVELS_THERE[-1]}.yaml")
    assert all(map(same, moments(opened(level), drawings), moments(opened(level), drawings)))
