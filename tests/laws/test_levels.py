"""Every level that comes with the game: one and the same gardener wins it, nobody else does, and it lives of its
partnership.

A level takes part as soon as it lies in levels/; PARTNERSHIPS says what each is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

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
    "under_the_ground": "roots_of_the_wood",
    "what_the_birds_carry": "birds_and_berries",
}
NAMES = sorted(path.stem for path in LEVELS.glob("*.yaml"))
SEEDS_A_WINNER_NEEDS = 16    # of 20
SEEDS_LUCK_MAY_WIN = 2       # of 20
LEFT_WITHOUT = 80            # percent of the flourishing, at most, with the partnership switched off
COMPARED_SEEDS = 5
SOON = 80                    # ticks: twenty seconds at the usual speed
LOOKS_EVERY = 8
TRIED = 2                    # actions of each kind and policy
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
    some = seeds[: len(seeds) // 2]
    won = [seed for seed in some if played(name, policy, seed)[0]]
    assert len(won) * 20 <= SEEDS_LUCK_MAY_WIN * len(some), f"won on seeds {won} of {len(some)}"


@pytest.mark.parametrize("name", NAMES)
def test_each_level_lives_of_its_partnership(name, seeds):
    some = seeds[:COMPARED_SEEDS]
    whole = sum(played(name, "share", seed)[1] for seed in some)
    cut = sum(played(name, "share", seed, PARTNERSHIPS[name])[1] for seed in some)
    assert cut * 100 <= whole * LEFT_WITHOUT, f"{cut / len(some)} without it, {whole / len(some)} with it"


CHOICES = [(name, verb) for name in NAMES for verb in level(name).verbs if verb not in UNSEEN]


@pytest.mark.parametrize(("name", "verb"), CHOICES)
def test_a_choice_shows_within_twenty_seconds(name, verb):
    """Of the first actions of a kind that a gardener or chance comes upon, done and not done, one is seen soon."""
    pytest.importorskip("pygame", reason="what is drawn needs the window's libraries")
    found = [(policy, nth) for policy in ("share", "random") for nth in range(TRIED)
             if up_to(name, policy, verb, nth)[1] is not None]
    if not found:
        pytest.skip(f"nobody had reason to {verb} here")
    assert any(shows(name, policy, verb, nth) for policy, nth in found), f"none of {found} shows within {SOON} ticks"


class Found(Exception):
    """The policy is about to do what was looked for."""


def up_to(name: str, policy: str, verb: str, nth: int) -> tuple[Session, Action | None]:
    """A play up to the first action of a kind after `nth` others, and that action."""
    session, found = Session(level(name), seed=1), list[Action]()

    def stopping(session: Session) -> Iterator[Action]:
        for action in POLICIES[policy](session):
            if verb_of(action) == verb:
                found.append(action)
                if len(found) > nth:
                    raise Found
            yield action

    try:
        play(session, stopping, level(name).ticks // 2)
    except Found:
        return session, found[-1]
    return session, None


def shows(name: str, policy: str, verb: str, nth: int) -> bool:
    """Whether the land is drawn differently at some time soon if the action is done."""
    done, left = (seen_from(*up_to(name, policy, verb, nth), do=do) for do in (True, False))
    return any(one != other for one, other in zip(done, left, strict=True))


def seen_from(session: Session, action: Action | None, *, do: bool) -> Iterator[tuple[object, ...]]:
    """What is seen every eighth tick: what stands, moves, flies and lies, the land, the web, how everyone fares."""
    from game.desktop.scenes.play.depiction import Depiction

    if do and action is not None:
        assert session.do(action) is None
    if not session.begun:
        assert session.do(Begin()) is None
    depiction = Depiction(session.level, session.world, frozenset())
    for tick in range(1, SOON + 1):
        session.tick()
        depiction.passed(session.world)
        if tick % LOOKS_EVERY == 0:
            seen = depiction.picture(session.world, look_down=True)
            arrays = (seen.terrain, seen.damp, seen.web.threads if seen.web is not None else None)
            below = tuple(array.tobytes() for array in arrays if array is not None)
            yield seen.things, seen.creatures, seen.hives, seen.marks, below, session.flourishing
