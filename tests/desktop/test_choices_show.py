"""A choice shows: on every level each kind of action changes what is drawn within 80 ticks."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from math import hypot

import numpy as np
import pytest

from game.desktop.drawing.picture import Picture
from game.desktop.drawing.sprites import Bank
from game.desktop.scenes.play.depiction import Depiction, mulched
from game.desktop.scenes.play.tools import FROM_BASKET, Tool, action, held, tools
from game.lab.playing import play
from game.lab.policies import POLICIES
from game.levels.level import Level
from game.levels.loading import load_level
from game.levels.opening import open_world
from game.paths import LEVELS
from game.play.actions import Action, Visit
from game.play.session import Session
from game.play.verbs.home import home_at

SHOWS_WITHIN = 80  # ticks: 20 seconds at normal speed
LOOKS = (2, 8, 16, 32, 56, 80)
UNTOUCHED = (0, 112)  # ticks of a play in which nobody does anything; by the second something has ripened
OFTEN = 16  # ticks of a play of a gardener who shares, after which what was of no use before is tried again
ON_NO_TILE = ("keep", "meet", "waste")
CONTENT = 60  # company from which a visit adds nothing that could be seen
WET = 9 * 40  # water on nine tiles from which a pond must be among them
LEVELS_THERE = sorted(path.stem for path in LEVELS.glob("*.yaml"))


@pytest.fixture(scope="module")
def drawings() -> frozenset[str]:
    return Bank().names_known


def occasions(level: Level) -> Iterator[tuple[Session, bool]]:
    """Moments of two plays, and whether nobody has done anything yet."""
    shared = range(OFTEN, level.ticks - SHOWS_WITHIN, OFTEN)
    for policy, moments in {"none": UNTOUCHED, "share": shared}.items():
        session = Session(level)
        for until in moments:
            play(session, POLICIES[policy], until)
            yield session, policy == "none"


def possible(session: Session, tool: Tool) -> Action | None:
    """The first tile, from the middle outward, on which it can be used; water goes to where it is dry."""
    level, world = session.level, session.world
    wet = world.map(world.around(world.soil_water.amount) if tool.verb == "water" else world.grid())
    middle = level.width / 2, level.height / 2
    tiles = [(x, y) for x in range(level.width) for y in range(level.height)]
    for x, y in sorted(tiles, key=lambda at: (wet[at[1], at[0]] > WET, hypot(at[0] - middle[0], at[1] - middle[1]))):
        wanted = action(session, tool, "all", x, y)
        if wanted is not None and session.refusal(wanted) is None and not content(session, wanted):
            return wanted
    return None


def content(session: Session, wanted: Action) -> bool:
    """Whether it is a visit to people who have company enough."""
    homes = session.world.households
    home = home_at(session.world, wanted.x, wanted.y) if isinstance(wanted, Visit) else None
    return home is not None and int(homes.column("care")[home]) > CONTENT


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
        yield depiction.picture(session.world, look_down=True, mulched=mulched(session))


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


def seen(session: Session, drawings: frozenset[str], before: tuple[Action, ...], wanted: Action) -> bool:
    """Whether doing it, after what has to be done before, makes a difference to what is drawn."""
    plain, touched = deepcopy(session), deepcopy(session)
    pairs = zip(moments(plain, drawings, before), moments(touched, drawings, (*before, wanted)), strict=True)
    return any(not same(one, other) for one, other in pairs)


def way(session: Session, tool: Tool) -> tuple[tuple[Action, ...], Action] | None:
    """What to do before, and then with this tool, or None if it is of no use now."""
    if tool.verb not in FROM_BASKET:
        wanted = possible(session, tool)
        return wanted and ((), wanted)
    gathered, trial = possible(session, Tool("gather")), deepcopy(session)
    if gathered is None:
        return None
    trial.do(gathered)
    kind = next(kind for kind in session.level.life if held(trial, Tool(tool.verb, kind.name)))
    wanted = possible(trial, Tool(tool.verb, kind.name))
    return wanted and ((gathered,), wanted)


@pytest.mark.parametrize("name", LEVELS_THERE)
def test_each_kind_of_action_shows_within_twenty_seconds(name: str, drawings: frozenset[str]) -> None:
    """On land that nobody has touched each that is possible shows at once; any other on some day of a whole play."""
    level = load_level(LEVELS / f"{name}.yaml")
    shown: dict[str, str] = {}
    not_seen: dict[str, Action] = {}
    for session, untouched in occasions(level):
        for tool in tools(session, ""):
            if tool.verb in ON_NO_TILE or tool.key in shown:
                continue
            if found := way(session, tool):
                if seen(session, drawings, *found):
                    shown[tool.key] = tool.verb
                else:
                    not_seen[tool.key] = found[1]
                assert tool.key in shown or not untouched, f"{found[1]} at tick {session.tick_now} is not seen"
    assert not_seen.keys() <= shown.keys(), f"never seen in a whole play: {not_seen}"
    assert set(shown.values()) == set(level.verbs) - {*ON_NO_TILE}


def test_without_a_choice_the_same_seed_draws_the_same(drawings: frozenset[str]) -> None:
    session, _ = next(occasions(load_level(LEVELS / f"{LEVELS_THERE[-1]}.yaml")))
    assert all(map(same, moments(session, drawings), moments(deepcopy(session), drawings)))
