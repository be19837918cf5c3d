"""Who plays: legally, by what can be seen, and the same way every time."""

from __future__ import annotations

import dataclasses
from collections import Counter

import pytest

from game.lab.playing import IllegalAction, play
from game.lab.policies import POLICIES
from game.levels.loading import load_level, parse_level
from game.paths import LEVELS
from game.play.actions import Gather, Give, Inoculate, Invite, Keep, Plant, Water
from game.play.session import Session

FILE = LEVELS / "gold_and_purple.yaml"
LEVEL = load_level(FILE)


def after(policy: str, seed: int = 1, ticks: int = LEVEL.ticks, level=LEVEL) -> Session:
    session = Session(level, seed)
    play(session, POLICIES[policy], ticks)
    return session


def kinds(session: Session) -> Counter:
    return Counter(type(done.action) for done in session.actions)


@pytest.mark.parametrize("policy", POLICIES)
def test_a_policy_plays_the_same_way_twice(policy):
    assert after(policy, ticks=200).actions == after(policy, ticks=200).actions


@pytest.mark.parametrize("seed", range(1, 6))
def test_random_never_proposes_what_is_refused(seed):
    session = after("random", seed, ticks=300)     # play raises IllegalAction for a refusal
    assert len(kinds(session)) >= 5, "it tries its hand at many things"


@pytest.mark.parametrize(("name", "verb"), [("bare_rock", Inoculate), ("what_the_birds_carry", Invite)])
def test_random_sets_out_all_it_holds_whatever_it_is(name, verb):
    level = load_level(LEVELS / f"{name}.yaml")
    held = sum(handful.count for handful in level.hand)
    assert kinds(after("random", ticks=0, level=level))[verb] == held


def test_random_plays_each_seed_its_own_way():
    assert after("random", 1, ticks=100).actions != after("random", 2, ticks=100).actions


def test_none_only_lets_time_pass():
    assert [str(done.action) for done in after("none", ticks=64).actions] == ["begin"]


def test_an_illegal_proposal_is_the_policys_own_mistake():
    session = Session(LEVEL, 1)
    with pytest.raises(IllegalAction, match=r"plant goldenrod 0,0 at tick 0: Nothing can grow here"):
        play(session, lambda _: iter([Plant("goldenrod", 0, 0)]), 1)


@pytest.mark.parametrize("policy", ["share", "hoard"])
def test_a_gardener_sets_out_all_it_has_mixed_and_by_the_hive(policy):
    session = Session(LEVEL, 1)
    play(session, POLICIES[policy], 0)
    plants = [done.action for done in session.actions if isinstance(done.action, Plant)]
    placed = {(plant.x, plant.y): plant.species for plant in plants}
    assert Counter(placed.values()) == {"goldenrod": 12, "aster": 12}
    hive = LEVEL.hives[0]
    assert all(max(abs(x - hive.x), abs(y - hive.y)) <= 4 for x, y in placed)
    for (x, y), species in placed.items():
        beside = {placed.get((x + dx, y + dy)) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} - {None, species}
        assert beside, f"the {species} at {x},{y} has no partner beside it"


def test_sharing_and_hoarding_begin_alike():
    set_out = [after(policy, ticks=0).actions for policy in ("share", "hoard")]
    assert set_out[0] == set_out[1]


def test_sharing_takes_half_and_keeps_nothing():
    session = after("share")
    assert {done.action.share for done in session.actions if isinstance(done.action, Gather)} == {"half"}
    assert kinds(session)[Give] > 10
    assert kinds(session)[Keep] == session.progress.kept == 0


def test_hoarding_takes_all_and_gives_nothing():
    session = after("hoard")
    assert {done.action.share for done in session.actions if isinstance(done.action, Gather)} == {"all"}
    assert kinds(session)[Keep] > 10
    assert kinds(session)[Give] == session.progress.given == 0
    assert sum(int(shelf.amount[0]) for shelf in session.world.hand.shelf) == session.progress.kept > 50


def test_who_shares_feeds_the_neighbour_all_four_years():
    assert after("share").world.households.column("food")[0] == 100
    assert after("hoard").world.households.column("food")[0] == 0


@pytest.mark.parametrize("seed", [3, 8])
def test_sharing_beats_hoarding(seed):
    assert after("share", seed).flourishing.score > after("hoard", seed).flourishing.score + 20


def test_a_gardener_carries_water_in_a_drought():
    dry = dataclasses.replace(LEVEL, weather=dataclasses.replace(LEVEL.weather, rain=5))
    assert kinds(after("share", level=dry))[Water] > 5


def test_a_gardener_needs_no_hive_no_home_and_no_partner():
    text = FILE.read_text(encoding="utf-8")
    text = text.replace("............h.......", "....................").replace("=n.", "==.")
    text = text.replace("  h:\n    ground: soil\n    hive: {colony: honeybee, workers: 8, honey: 40}\n", "")
    text = text.replace("  n:\n    home: {name: neighbour}\n", "").replace("  - {give: aster, count: 12}\n", "")
    head, _, tail = text.partition("goals:")
    goals = "goals:\n  - {text: Twelve are growing., measure: count, member: goldenrod, at_least: 12}\n"
    level = parse_level(head + goals + "stars:" + tail.partition("stars:")[2])
    for policy in ("share", "hoard"):
        assert kinds(after(policy, level=level))[Plant] >= 12
