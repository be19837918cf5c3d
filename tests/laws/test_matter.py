"""Matter: whatever is done, what there is of each kind stays the same to the last mote."""

from __future__ import annotations

import pytest

from game.engine.matter import MatterError
from game.engine.recorders import Totals
from game.engine.systems import decay
from game.lab.playing import play
from game.lab.policies import POLICIES
from game.lab.run import lasting
from game.levels.loading import parse_level
from game.paths import LEVELS
from game.play.session import Session
from tests.levels.small import edited

TICKS = 5_000
CLOVER = ("- {give: aster, count: 12}\n", "- {give: aster, count: 8}\n  - {give: white_clover, count: 4}\n")
TEXT = (LEVELS / "gold_and_purple.yaml").read_text(encoding="utf-8")
LEVEL = lasting(parse_level(edited(TEXT, [CLOVER], "")), TICKS)  # with bacteria that take mineral from the air


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test a seed, so that the two workers share them."""
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", range(1, 101 if metafunc.config.getoption("--full") else 21))


def test_matter_is_the_same_after_5000_ticks_of_random_legal_actions(seed):
    session, flows = Session(LEVEL, seed), Totals()
    before = session.world.matter.totals()
    session.watch(flows)
    play(session, POLICIES["random"], TICKS)
    assert session.tick_now == TICKS
    assert flows.flows["feeding nodules", "mineral"] > 0
    assert len({type(done.action) for done in session.actions}) >= 5, "too few kinds of actions to show anything"
    session.world.matter.check(before, f"5,000 ticks of seed {seed}")


def test_a_process_that_loses_a_mote_is_named(monkeypatch):
    def leak(world):
        world.litter_carbon.amount[world.place(6, 6)] -= 1

    leak.__module__ = "game.engine.systems.leak"
    monkeypatch.setattr("game.engine.tick.DAY", (decay.step, leak))
    session = Session(LEVEL, 1, checked=True)
    with pytest.raises(MatterError, match="leak at tick 0"):
        play(session, POLICIES["share"], 8)
