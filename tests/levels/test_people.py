"""People in a level: what authors may write of homes, luck, the fund, rules, plots and the tip, and what is refused."""

from __future__ import annotations

import pytest

from game.engine.commons import RULES
from game.levels.loading import check_level, parse_level
from game.levels.opening import open_world
from tests.levels.village import village


def told(tmp_path, *changes: tuple[str, str]) -> list[str]:
    path = tmp_path / "village.yaml"
    path.write_text(village(*changes), encoding="utf-8")
    return [str(mistake).removeprefix(f"{path}:") for mistake in check_level(path)]


def test_a_village_is_sound_and_opens_as_it_says(tmp_path):
    assert told(tmp_path) == []
    agreed = "fund: {reserve: 3, land: true}\nrules: {harvest: all}\ncouncil: {trust: 50}"
    world = open_world(parse_level(village(("fund: {}", agreed))), 1)
    homes = world.households
    assert homes.names == ["Ada", "Ben", "Yours"]
    assert [int(stock.amount[0]) for stock in (homes.pantry_carbon, homes.jar, homes.woodpile)] == [60, 0, 2]
    assert homes.column("mouths").tolist() == [2, 1, 1]
    assert homes.yours == 2
    commons = world.commons
    assert commons.open
    assert commons.council == 50
    usual = {rule: usual for rule, (_, _, usual) in RULES.items()}
    assert {rule: commons.rule(rule) for rule in RULES} == usual | {"reserve": 3, "land": 1, "harvest": 1}
    assert world.where(commons.tip_place) == (6, 4)


def test_without_the_word_fund_there_is_none_and_a_lone_home_has_usual_needs():
    level = parse_level(village(("fund: {}\n", ""), ("{name: Ben, needs: [food, water, warmth], works: 4}", "Ben")))
    world = open_world(level, 1)
    assert not world.commons.open
    assert world.households.met(1) == {"food": 100}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("plot: Ben", "plot: Bert", "plot: nobody called 'Bert' lives here. Homes: Ada, Ben, Yours"),
        ("works: 4, mouths: 2", "works: -4, mouths: 2", "works: at least 0 was expected, not the number -4."),
        ("food: 60", "food: -1", "food: at least 0 was expected, not the number -1."),
        ("mouths: 2", "mouths: 9", "mouths: at most 4 was expected, not the number 9."),
        ("needs: [food, water, warmth],", "needs: [food, beer],", "'beer'"),
        ("needs: [food, water, warmth],", "wood: 3,", "a home that does not need 'warmth' keeps none."),
        ("fund: {}", "fund: {gives_above: 1, draws_below: 4}", "the fund would give more than there is"),
        ("fund: {}", "fund: {gives_above: 99}", "gives_above: at most 8 was expected, not the number 99."),
        ("fund: {}", "fund: {tax: 3}", "tax"),
        ("fund: {}", "fund: {}\nrules: {harvest: most}", "all, half, quarter"),
        ("fund: {}", "fund: {}\ncouncil: {trust: 300}", "trust: at most 100 was expected, not the number 300."),
        ("fund: {}", "fund: {}\nluck: {chance: 50, fortunes: [lottery]}", "lottery"),
        ("fund: {}", "fund: {}\nluck: {fortunes: [illness]}", "chance"),
        ("{name: Ben, ", "{name: Ben, yours: true, ", "the player's own home already"),
        ("ground: path, tip: true", "ground: rock, tip: true", "tip: a tip lies on soil or path, not on rock."),
        ("....x.....", "....x..x..", "the tip stands here a second time"),
        ("home: {name: Ada,", "ground: fence, home: {name: Ada,", "home stands on ground of its own"),
    ],
)
def test_what_cannot_be_is_told_with_its_line(tmp_path, old, new, said):
    mistakes = told(tmp_path, (old, new))
    assert len(mistakes) == 1, mistakes
    assert said in mistakes[0], mistakes
    line, column, _ = mistakes[0].split(":", 2)
    assert int(line) > 8
    assert int(column) > 0


def test_a_fund_without_homes_is_told(tmp_path):
    text = village()
    start, end = text.index("  a: {home"), text.index("  s: {plant")
    gone = text[:start] + text[end:]
    for letter in "abcf":
        gone = gone.replace(f".{letter}.", "...")
    path = tmp_path / "empty.yaml"
    path.write_text(gone.replace("  f: {plant: serviceberry, plot: Ben}\n", ""), encoding="utf-8")
    assert any("nobody lives here who could give to it" in str(mistake) for mistake in check_level(path))
