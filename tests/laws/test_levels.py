"""Every level that comes with the game: one and the same gardener wins it, nobody else does, and it lives of its
partnership.

A level takes part as soon as it lies in levels/; PARTNERSHIPS says what each is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from game.desktop.scenes.play.depiction import Depiction
from game.lab.playing import play
from game.lab.policies import POLICIES
from game.levels.level import Level
from game.levels.loading import load_level
from game.paths import LEVELS
from game.play.actions import Action, Begin, verb_of
from game.play.session import Session

PARTNERSHIPS = {
    "bare_rock": "lichen",
    "gold_and_purple": "goldenrod_and_aster",
    "many_eyes": "many_eyes",
    "the_pecan_year": "roots_and_threads",
    "under_the_ground": "roots_and_threads",
    "what_the_birds_carry": "birds_and_berries",
}
NAMES = sorted(path.stem for path in LEVELS.glob("*.yaml"))
SEEDS_A_WINNER_NEEDS = 16    # of 20
SEEDS_LUCK_MAY_WIN = 2       # of 20
LEFT_WITHOUT = 80            # percent of the flourishing, at most, with the partnership switched off
COMPARED_SEEDS = 5
SOON = 80                    # ticks: twenty seconds at the usual speed
UNSEEN = {"keep"}            # verbs that move nothing on the land


@cache
def level(name: str) -> Level:
    return load_level(LEVELS / f"{name}.yaml")


@cache
def played(name: str, policy: str, seed: int, without: str | None = None) -> tuple[bool, int]:
    """Whether all goals were met, and the flourishing at the end."""
    session = Session(level(name), seed, without=without)
    play(session, POLICIES[policy], level(name).ticks)
    return all(goal.met for goal in session.goals), session.flourishing.score


def test_each_level_is_about_a_partnership():
    assert set(NAMES) <= set(PARTNERSHIPS)
    for name in NAMES:
        assert PARTNERSHIPS[name] in {bond.name for bond in level(name).partnerships}


@pytest.mark.parametrize("name", NAMES)
def test_sharing_wins_each_level(name, seeds):
    won = [seed for seed in seeds if played(name, "share", seed)[0]]
    assert len(won) * 20 >= SEEDS_A_WINNER_NEEDS * len(seeds), f"won on seeds {won} of {len(seeds)}"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("policy", ["none", "random"])
def test_neither_rest_nor_luck_wins_a_level(name, policy, seeds):
    won = [seed for seed in seeds if played(name, policy, seed)[0]]
    assert len(won) * 20 <= SEEDS_LUCK_MAY_WIN * len(seeds), f"won on seeds {won} of {len(seeds)}"


@pytest.mark.parametrize("name", NAMES)
def test_each_level_lives_of_its_partnership(name, seeds):
    some = seeds[:COMPARED_SEEDS]
    whole = sum(played(name, "share", seed)[1] for seed in some)
    cut = sum(played(name, "share", seed, PARTNERSHIPS[name])[1] for seed in some)
    assert cut * 100 <= whole * LEFT_WITHOUT, f"{cut / len(some)} without it, {whole / len(some)} with it"


CHOICES = [(name, verb) for name in NAMES for verb in level(name).verbs if verb not in UNSEEN]


@pytest.mark.parametrize(("name", "verb"), CHOICES)
def test_a_choice_shows_within_twenty_seconds(name, verb):
    """The gardener's or chance's first action of a kind, done and not done: the land is drawn differently soon."""
    for policy in ("share", "random"):
        action = first(name, policy, verb)
        if action is not None:
            break
    else:
        pytest.skip(f"nobody had reason to {verb} here")
    with_it, without_it = (soon(name, policy, verb, do) for do in (action, None))
    assert with_it != without_it, f"{action} shows nothing within {SOON} ticks"


class Found(Exception):
    """The policy is about to do what was looked for."""


def up_to(name: str, policy: str, verb: str) -> tuple[Session, Action | None]:
    """A play up to the first action of a kind, and that action."""
    session, found = Session(level(name), seed=1), list[Action]()

    def stopping(session: Session) -> Iterator[Action]:
        for action in POLICIES[policy](session):
            if verb_of(action) == verb:
                found.append(action)
                raise Found
            yield action

    try:
        play(session, stopping, level(name).ticks - SOON)
    except Found:
        return session, found[0]
    return session, None


@cache
def first(name: str, policy: str, verb: str) -> Action | None:
    return up_to(name, policy, verb)[1]


def soon(name: str, policy: str, verb: str, action: Action | None) -> tuple[object, ...]:
    """What is drawn at the end of the time in which a choice must show: what stands, moves, flies and lies, the land
    and the web below it."""
    session, _ = up_to(name, policy, verb)
    if action is not None:
        assert session.do(action) is None
    if not session.begun:
        assert session.do(Begin()) is None
    depiction = Depiction(session.level, session.world, frozenset())
    for _ in range(SOON):
        session.tick()
        depiction.passed(session.world)
    seen = depiction.picture(session.world, look_down=True)
    web = seen.web.threads.tobytes() if seen.web is not None else b""
    return seen.things, seen.creatures, seen.hives, seen.marks, seen.terrain.tobytes(), web
