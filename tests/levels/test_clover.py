"""Levels with clover: its bacteria come along by themselves, and a plant of one's own can house them too."""

from __future__ import annotations

import pytest

from game.engine.tick import tick
from game.levels.loading import parse_level
from game.levels.opening import open_world
from tests.levels.living import LIVING, living
from tests.levels.poor_ground import POOR_GROUND, poor_ground
from tests.levels.small import SMALL, told

VETCH = """\
species:
  vetch: {like: white_clover, title: vetch, title_plural: vetches, sprite: wildflower}
partnerships:
  vetch_and_bacteria: {kind: exchange, members: [vetch, root_bacterium], title: T, note: N, evidence: solid, source: S}
"""
LINES = LIVING.count("\n")


def test_the_level_of_clover_is_without_mistake_or_warning(tmp_path):
    assert told(tmp_path, POOR_GROUND) == []


def test_bacteria_live_where_their_plants_do_and_are_on_no_roll():
    level = parse_level(poor_ground())
    assert level.members == ("goldenrod", "white_clover", "honeybee", "land")
    assert [kind.name for kind in level.life] == ["goldenrod", "white_clover", "honeybee", "root_bacterium"]
    assert [bond.name for bond in level.partnerships] == ["clover_and_bacteria"]
    assert open_world(level, 1).nodules is not None


def test_without_clover_there_is_nothing_of_it():
    level = parse_level(SMALL)
    assert "root_bacterium" not in [kind.name for kind in level.life]
    world = open_world(level, 1)
    assert world.nodules is None
    assert not {"nodules", "nitrogen"} & set(world.matter.stocks)


def test_lichen_and_clover_are_switched_off_each_for_itself():
    level = parse_level(living())
    lichen_off, clover_off = open_world(level, 1, without="lichen"), open_world(level, 1, without="clover_and_bacteria")
    assert (lichen_off.lichens.together, lichen_off.nodules is None) == (False, False)
    assert (clover_off.lichens.together, clover_off.nodules is None) == (True, True)


def test_a_plant_of_ones_own_houses_bacteria(tmp_path):
    changes = [(f"{what}: white_clover", f"{what}: vetch") for what in ("species", "give", "member")]
    text = poor_ground(*changes, more=VETCH)
    assert told(tmp_path, text) == []
    world = open_world(parse_level(text), 1)
    for _ in range(64):
        tick(world, checked=True)
    assert world.nodules.living.amount.any()


BOND = "partnerships:\n  bond: {{kind: exchange, members: {members}, title: T, note: N, evidence: solid, source: S}}\n"


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ("[root_bacterium, bluebird]", "'bluebird' cannot house root bacteria."),
        ("[root_bacterium, mycelium]", "'mycelium' cannot house root bacteria."),
        ("[root_bacterium, crust_fungus]", "'crust_fungus' cannot house root bacteria."),
        ("[white_clover, goldenrod]", "'white_clover' is no partner in a lichen."),
        ("[white_clover, root_bacteria]", "no species called 'root_bacteria'. Did you mean 'root_bacterium'?"),
        ("[root_bacterium]", "at least two different members"),
    ],
)
def test_members_that_cannot_trade_at_the_roots(tmp_path, members, words):
    said = told(tmp_path, living(more=BOND.format(members=members)))
    assert any(words in line for line in said), said
    assert all(line.startswith(f"{LINES + 2}:") for line in said)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ("carbon: 0", "carbon: at least 1 was expected, not the number 0."),
        ("mineral: 9", "mineral: at most 8 was expected, not the number 9."),
        ("gift: {spring: young}", "gift: at most 0"),
        ("flake: 4", "There is no field 'flake' here."),
    ],
)
def test_bacteria_that_could_not_live(tmp_path, fields, words):
    own = f"species:\n  own: {{like: root_bacterium, title: Own, {fields}}}\n"
    (wrong,) = [line for line in told(tmp_path, living(more=own)) if "a thought" not in line]
    assert wrong.startswith(f"{LINES + 2}:")
    assert words in wrong


def test_a_level_has_one_kind_of_bacteria(tmp_path):
    own = "species:\n  other: {like: root_bacterium, title: other}\n"
    said = told(tmp_path, living(more=own + BOND.format(members="[aster, other]")))
    assert said == [f"{LINES + 2}:3: species: a level can have one bacterium, but other and root_bacterium are here."]


@pytest.mark.parametrize("line", ["hand: [{give: root_bacterium, count: 1}]\n"])
def test_bacteria_are_not_held_in_the_hand(tmp_path, line):
    said = told(tmp_path, SMALL + line)
    assert any("there is no 'root_bacterium' that a hand could hold." in told_ for told_ in said), said
