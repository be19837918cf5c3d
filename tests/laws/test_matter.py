"""Matter: whatever is done, what there is of each kind stays the same to the last mote."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.matter import MatterError
from game.engine.recorders import Totals
from game.engine.systems import decay
from game.lab.playing import play
from game.lab.policies import POLICIES
from game.lab.run import lasting
from game.levels.level import Level
from game.levels.loading import load_level, parse_level
from game.paths import LEVELS
from game.play.session import Session
from tests.levels.small import edited

TICKS = 10_000
HARD = 60  # on the stress dial: every year has a frost and a drought
CLOVER = ("- {give: aster, count: 12}\n", "- {give: aster, count: 8}\n  - {give: white_clover, count: 4}\n")


def with_clover() -> Level:
    """A level with bacteria that take mineral from the air."""
    return parse_level(edited((LEVELS / "gold_and_purple.yaml").read_text(encoding="utf-8"), [CLOVER], ""))


LEVELS_THERE = [with_clover(), *map(load_level, sorted(LEVELS.glob("*.yaml")))]
GAMES = [replace(lasting(level, TICKS), stress=HARD) for level in LEVELS_THERE]  # played by seed, in turn


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test a seed, so that the two workers share them."""
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", range(1, 101 if metafunc.config.getoption("--full") else 21))


def test_matter_is_the_same_after_10000_ticks_of_random_legal_actions_and_events(seed):
    level = GAMES[seed % len(GAMES)]
    session, flows = Session(level, seed), Totals()
    before = session.world.matter.totals()
    session.watch(flows)
    play(session, POLICIES["random"], TICKS)
    session.world.matter.check(before, f"{level.name}, {TICKS} ticks of seed {seed}")
    assert session.tick_now == TICKS
    done = {done.action.verb for done in session.actions}
    assert 2 * len(done & set(level.verbs)) > len(level.verbs), f"too few kinds of actions: {done}"
    assert {spell.kind for spell in session.world.almanac.spells} >= {"frost", "drought"}
    assert level is not GAMES[0] or flows.flows["feeding nodules", "mineral"] > 0


def test_a_process_that_loses_a_mote_is_named(monkeypatch):
    def leak(world):
        world.litter_carbon.amount[world.place(6, 6)] -= 1

    leak.__module__ = "game.engine.systems.leak"
    monkeypatch.setattr("game.engine.tick.DAY", (decay.step, leak))
    session = Session(GAMES[0], 1, checked=True)
    with pytest.raises(MatterError, match="leak at tick 0"):
        play(session, POLICIES["share"], 8)
