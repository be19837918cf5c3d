"""A sound level becomes records that say what its author wrote."""

from __future__ import annotations

import subprocess
import sys

import pytest

from game.engine import tiles
from game.engine.species import Plant
from game.levels.build import GROUND_CODES
from game.levels.level import Goal, Hive, Home, Planted
from game.levels.loading import check_level, load_level, parse_level
from game.paths import LEVELS, ROOT
from tests.levels.small import SMALL, small


def test_the_map_becomes_ground_plants_hives_and_homes():
    level = parse_level(SMALL, "levels/small.yaml")
    assert (level.name, level.width, level.height) == ("small", 4, 3)
    assert level.plants == (Planted("goldenrod", 0, 0, "grown"), Planted("aster", 3, 1, "young"))
    assert level.hives == (Hive("honeybee", 1, 1, 4, 20),)
    assert level.homes == (Home("Ines", 3, 2),)
    assert level.ground_at(3, 2) == GROUND_CODES["home"]
    assert level.ground_at(1, 1) == GROUND_CODES["soil"]


def test_ground_codes_are_the_engines():
    assert all(getattr(tiles, name.upper()) == code for name, code in GROUND_CODES.items())


def test_the_roll_names_plants_colonies_homes_and_the_land():
    assert parse_level(SMALL).members == ("aster", "goldenrod", "honeybee", "Ines", "land")


def test_only_what_is_present_comes_along():
    level = parse_level(small(("g...", "...."), ("  g: {plant: goldenrod}\n", "")))
    assert [plant.name for plant in level.flora] == ["aster"]
    assert level.partnerships == ()
    assert [bond.name for bond in parse_level(SMALL).partnerships] == ["goldenrod_and_aster"]


def test_a_plant_in_the_hand_is_present():
    level = parse_level(small(more="hand: [{give: serviceberry, count: 2}]\n"))
    assert "serviceberry" in level.members
    assert "serviceberry" in [plant.name for plant in level.flora]


def test_verbs_may_be_limited():
    assert parse_level(SMALL).verbs == {"plant": None, "water": 3}


def test_soil_of_the_level_and_of_a_letter():
    level = parse_level(
        small(("  n: {home: Ines}", '  n: {home: Ines}\n  ".": {soil: {mineral: 2}}'), more="soil: {water: 30}\n")
    )
    assert level.soil.water == 30
    assert level.soil.mineral == 10
    assert {(patch.x, patch.y) for patch in level.patches} == {
        (1, 0),
        (2, 0),
        (3, 0),
        (0, 1),
        (2, 1),
        (0, 2),
        (1, 2),
        (2, 2),
    }
    assert {(patch.soil.water, patch.soil.mineral) for patch in level.patches} == {(30, 2)}


@pytest.mark.parametrize(
    ("time", "when", "first", "last"),
    [
        ("", "at_end", 256, 256),
        (", at_end: true", "at_end", 256, 256),
        (", by_year: 1", "by", 0, 128),
        (", from_year: 2, through_year: 2", "through", 128, 256),
    ],
)
def test_goals_know_their_ticks(time, when, first, last):
    level = parse_level(small(("honeybee, at_least: 1", f"honeybee, at_least: 1{time}")))
    assert level.goals == (Goal("Bees are alive.", "workers", "honeybee", 1, None, when, first, last),)


def test_the_right_choice_is_found_by_its_words():
    level = parse_level(small(more="predict: {question: Which?, choices: [This, That], answer: That}\n"))
    assert level.predict is not None
    assert level.predict.answer == 1


def test_authors_may_keep_notes_of_their_own_anywhere():
    assert parse_level(
        small(
            ("age: 10-14", "age: 10-14\nx-draft: {by: me}"), ("{plant: goldenrod}", "{plant: goldenrod, x-why: first}")
        )
    )


def test_the_text_comes_back_as_it_was_read(tmp_path):
    path = tmp_path / "meadow.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())
    level = load_level(path)
    assert parse_level(level.text, "meadow.yaml") == level
    assert level.text == SMALL.replace("\n", "\r\n")


def test_numbers_are_read_as_editors_show_them():
    """YAML 1.1 would make 10 of 012 and 90 of 1:30."""
    assert parse_level(small(("minutes: 2", "minutes: 012"))).minutes == 12
    assert parse_level(small(("minutes: 2", "minutes: 0x10"))).minutes == 16
    assert parse_level(small(("title: A small meadow", "title: 1:30"))).title == "1:30"
    assert parse_level(small(("title: A small meadow", "title: no"))).title == "no"


def test_a_level_can_bring_a_pairing_of_its_own():
    level = parse_level(
        small(
            ("{plant: goldenrod}", "{plant: milkweed}"),
            ("species: aster", "species: blazing_star"),
            more="""\
species:
  milkweed: {like: goldenrod, title: milkweed, title_plural: milkweeds, bloom: [40, 70], body: 30}
  blazing_star: {like: milkweed, title: blazing star, title_plural: blazing stars, colour: purple}
partnerships:
  prairie:
    kind: pairing
    members: [milkweed, blazing_star]
    title: Milkweed and blazing star
    note: They bloom together.
    evidence: story
    source: A test.
""",
        )
    )
    by_name = {plant.name: plant for plant in level.flora}
    assert by_name["blazing_star"].bloom == (40, 70)
    assert by_name["blazing_star"].body == 30
    assert by_name["blazing_star"].title == "blazing star"
    assert [(bond.name, dict(bond.terms)) for bond in level.partnerships] == [("prairie", {"boost": 3})]


def test_gold_and_purple_is_the_level_of_the_measured_numbers():
    level = load_level(LEVELS / "gold_and_purple.yaml")
    assert [(handful.give, handful.count) for handful in level.hand] == [("goldenrod", 12), ("aster", 12)]
    assert (level.width, level.height, level.hives) == (20, 12, (Hive("honeybee", 12, 6, 8, 40),))
    assert (level.set_out, level.days, level.years) == (True, 3, 4)
    assert all(isinstance(plant, Plant) for plant in level.flora)


@pytest.mark.parametrize("path", sorted(LEVELS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_level_of_the_house_is_without_mistake_or_warning(path):
    assert check_level(path) == []


def test_pydantic_waits_until_a_level_is_read():
    """It takes 100 ms to import, and the title must not wait for it."""
    asked = "import sys, game.levels.loading, game.levels.level; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
