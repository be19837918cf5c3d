"""One play, measured."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache

import pytest

from game.engine import calendar
from game.engine.calendar import YEAR
from game.engine.matter import MatterError
from game.engine.tick import PROCESSES
from game.lab.run import run
from game.lab.telling import run_as_text
from game.levels.loading import load_level
from game.paths import LEVELS, ROOT

LEVEL = load_level(LEVELS / "gold_and_purple.yaml")


@pytest.fixture(scope="module")
def shared() -> dict:
    return run(LEVEL, seed=3, ticks=LEVEL.ticks, policy="share")


@cache
def played(name: str, policy: str) -> dict:
    level = load_level(LEVELS / f"{name}.yaml")
    return run(level, seed=1, ticks=level.ticks, policy=policy)


def visits(report: dict) -> int:
    return sum(report["members"][kind]["visits"] for kind in ("goldenrod", "aster"))


def test_a_report_has_exactly_these_keys(shared):
    assert list(shared) == [
        "level", "seed", "ticks", "policy", "hash", "matter", "flourishing", "members", "goals", "stars", "flows",
        "partnerships", "soil_formed", "network", "masting", "carried", "animals",
    ]
    assert list(shared["flourishing"]) == ["final", "mean", "min", "series"]
    for member in shared["members"].values():
        assert list(member) == ["wellbeing", "count", "visits", "seeds", "births", "deaths"]
    for goal in shared["goals"]:
        assert list(goal) == ["text", "met", "tick"]


def test_what_a_level_does_not_have_is_nothing_in_the_report(shared):
    assert shared["soil_formed"] == 0
    assert shared["network"] == {"tiles": 0, "components": 0, "flow": 0}
    assert shared["masting"] == {"years": [], "synchrony": None}
    assert shared["carried"] == {"seeds": 0, "distance_mean": None}
    assert shared["animals"] == {}


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


def test_a_pairing_moves_some_of_the_nectar_once_both_bloom(shared):
    told = shared["partnerships"]["goldenrod_and_aster"]
    assert calendar.SEASON < told["formed"] < YEAR
    assert 0 < told["moved"]["carbon"] < shared["flows"]["foraging"]["carbon"]


def test_pecans_on_one_web_bear_in_step():
    joined, apart = (played("the_pecan_year", policy) for policy in ("share", "none"))
    assert max(joined["masting"]["years"]) >= 6 > max(apart["masting"]["years"])
    assert joined["masting"]["synchrony"] > 0.7
    assert joined["masting"]["synchrony"] > (apart["masting"]["synchrony"] or 0) + 0.3
    assert joined["network"]["tiles"] > apart["network"]["tiles"]
    assert apart["network"]["components"] > joined["network"]["components"]
    assert joined["network"]["flow"] == sum(joined["flows"]["along the web"].values())
    assert joined["members"]["mycelium"]["count"] == joined["network"]["tiles"]
    paid = sum(joined["flows"][cause]["carbon"] for cause in ("rent", "fed by the web"))
    assert joined["partnerships"]["roots_of_the_park"]["moved"]["carbon"] == paid


def test_a_lichen_gives_each_partner_what_the_other_makes():
    told = played("bare_rock", "share")
    assert told["soil_formed"] >= 6
    moved, flows = told["partnerships"]["lichen"]["moved"], told["flows"]
    assert 0 < moved["carbon"] <= flows["light on lichen"]["carbon"]
    assert 0 < moved["mineral"] <= flows["etching"]["mineral"]
    assert told["members"]["green_alga"]["count"] > 4


def test_birds_carry_seed_and_share_food():
    told = played("what_the_birds_carry", "share")
    birds = told["animals"]["bluebird"]
    assert told["carried"]["seeds"] == birds["seeds_carried"] > 50
    assert told["carried"]["distance_mean"] == round(birds["tiles_carried"] / birds["seeds_carried"], 1) > 1
    assert told["partnerships"]["many_eyes"]["moved"].get("carbon", 0) == birds["given"]
    assert told["partnerships"]["birds_and_berries"]["formed"] < YEAR
    member = told["members"]["bluebird"]
    assert (member["count"], member["births"]) == (birds["count"], birds["born"])


@pytest.mark.parametrize("name", sorted(path.stem for path in LEVELS.glob("*.yaml")))
def test_every_partnership_of_a_level_can_rest(name):
    level = load_level(LEVELS / f"{name}.yaml")
    for bond in level.partnerships:
        report = run(level, seed=1, ticks=40, policy="share", without=bond.name, watch_matter=True)
        assert set(report["partnerships"]) == {other.name for other in level.partnerships} - {bond.name}


@pytest.mark.parametrize("process", PROCESSES)
def test_every_process_of_the_day_can_rest(process):
    report = run(LEVEL, seed=1, ticks=8, policy="none", without=process, watch_matter=True)
    assert report["ticks"] == 8


def test_without_bees_no_flower_is_visited():
    report = run(LEVEL, seed=1, ticks=80, policy="share", without="bees")
    assert report["members"]["aster"]["visits"] == 0


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
    def leaky(action, world, progress):
        world.litter_carbon.amount[world.place(action.y, action.x)] -= 1

    monkeypatch.setattr("game.play.verbs.plant.Plant.do", leaky)
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
    assert "Without goldenrod_and_aster." in table
    assert all(goal["text"] in table for goal in shared["goals"])
    bees = next(line for line in table.splitlines() if line.startswith("honeybee"))
    assert str(shared["members"]["honeybee"]["births"]) in bees.split()


def test_the_table_tells_what_lives_of_each_other():
    told = played("the_pecan_year", "share")
    table = run_as_text(told)
    assert f"web: {told['network']['tiles']} tiles joined, pieces: {told['network']['components']};" in table
    assert ", ".join(str(bore) for bore in told["masting"]["years"]) in table
    assert "squirrel: " in table
    assert "soil" not in table.split("What lives of each other")[1].split("What moved most")[0]
