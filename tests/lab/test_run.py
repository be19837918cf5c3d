"""One play, measured."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from game.engine.matter import MatterError
from game.lab.run import run
from game.lab.telling import run_as_text
from game.levels.loading import load_level
from game.paths import LEVELS, ROOT

LEVEL = load_level(LEVELS / "gold_and_purple.yaml")


@pytest.fixture(scope="module")
def shared() -> dict:
    return run(LEVEL, seed=3, ticks=LEVEL.ticks, policy="share")


def visits(report: dict) -> int:
    return sum(report["members"][kind]["visits"] for kind in ("goldenrod", "aster"))


def test_a_report_has_exactly_these_keys(shared):
    assert list(shared) == [
        "level", "seed", "ticks", "policy", "hash", "matter", "flourishing", "members", "goals", "stars", "flows",
    ]
    assert list(shared["flourishing"]) == ["final", "mean", "min", "series"]
    for member in shared["members"].values():
        assert list(member) == ["wellbeing", "count", "visits", "seeds", "births", "deaths"]
    for goal in shared["goals"]:
        assert list(goal) == ["text", "met", "tick"]


def test_a_report_tells_of_every_member_on_the_roll(shared):
    assert tuple(shared["members"]) == LEVEL.members
    assert shared["members"]["goldenrod"]["visits"] > 100
    assert shared["members"]["goldenrod"]["seeds"] > 50
    assert shared["members"]["honeybee"]["births"] > 10
    assert sum(shared["members"]["honeybee"]["deaths"].values()) > 10


def test_a_report_counts_matter_at_both_ends(shared):
    assert set(shared["matter"]) == {"water", "carbon", "mineral"}
    assert all(ends["start"] == ends["end"] > 0 for ends in shared["matter"].values())


def test_flows_name_what_moved_and_why(shared):
    assert shared["flows"]["foraging"] == {"carbon": visits(shared)}
    assert shared["flows"]["rain"]["water"] > 1000


def test_the_series_has_a_number_every_fourth_tick(shared):
    series = shared["flourishing"]["series"]
    assert len(series) == LEVEL.ticks // 4 + 1
    assert min(series) == shared["flourishing"]["min"]
    assert series[-1] == shared["flourishing"]["final"]


def test_no_star_is_given_before_the_end():
    report = run(LEVEL, seed=3, ticks=100, policy="share")
    assert (report["ticks"], report["stars"]) == (100, 0)


def test_a_level_goes_on_beyond_its_end_when_asked():
    assert run(LEVEL, seed=1, ticks=LEVEL.ticks + 40, policy="none")["ticks"] == LEVEL.ticks + 40


def test_without_the_partnership_bees_find_less():
    together, apart = (
        run(LEVEL, seed=1, ticks=128, policy="share", without=without) for without in (None, "goldenrod_and_aster")
    )
    assert visits(together) > 1.2 * visits(apart)


def test_watching_matter_changes_nothing():
    plain, watched = (run(LEVEL, seed=2, ticks=140, policy="random", watch_matter=watch) for watch in (False, True))
    assert plain == watched


def test_watching_matter_names_an_action_that_loses_some(monkeypatch):
    def leaky(world, action):
        world.litter_carbon.amount[world.place(action.y, action.x)] -= 1

    monkeypatch.setattr("game.play.doing._plant", leaky)
    with pytest.raises(MatterError, match=r"'plant aster \d+,\d+' at tick 0 changed what there is"):
        run(LEVEL, seed=1, ticks=8, policy="share", watch_matter=True)


def test_every_process_prints_the_same_report(shared):
    command = [sys.executable, "main.py", "run", "gold_and_purple", "--seed", "3", "--json"]
    printed = {
        subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, check=True, env=os.environ | {"PYTHONHASHSEED": hashing},
        ).stdout
        for hashing in ("0", "4242")
    }
    assert len(printed) == 1
    assert json.loads(printed.pop()) == shared


def test_the_table_tells_the_same_to_people(shared):
    table = run_as_text(shared, "goldenrod_and_aster")
    assert shared["hash"] in table
    assert "Without the partnership goldenrod_and_aster." in table
    assert all(goal["text"] in table for goal in shared["goals"])
    bees = next(line for line in table.splitlines() if line.startswith("honeybee"))
    assert str(shared["members"]["honeybee"]["births"]) in bees.split()
