"""Every mistake at once, each with its line and column and a way out."""

from __future__ import annotations

import pytest

from game.levels import reading, tree
from game.levels.alike import MOST_READ
from game.levels.loading import parse_level
from game.levels.mistakes import LevelErrors
from tests.levels.small import small, told

OWN = """\
species:
  {name}: {{like: goldenrod, title: Star, title_plural: Stars, {fields}}}
"""
PAIR = """\
partnerships:
  pair: {{kind: {kind}, members: {members}, title: T, note: N, evidence: solid, source: S, terms: {terms}}}
"""


def one(folder, *changes: tuple[str, str], more: str = "") -> str:
    (said,) = told(folder, small(*changes, more=more))
    return said


def test_all_at_once_and_in_the_order_of_lines(tmp_path):
    said = told(
        tmp_path,
        small(
            ("title: A small meadow", "titel: A small meadow"),
            ("minutes: 2", "minutes: '2'"),
            (".h.a", ".h.x"),
            ("plant: goldenrod", "plant: goldenrd"),
            ("[Look., Look again.]", "[Look.]"),
            ("measure: worst_off", "measure: worst-off"),
        ),
    )
    assert said == [
        "1:1: 'title' is missing.",
        "2:1: There is no field 'titel' here. Did you mean 'title'?",
        "4:10: minutes: a whole number was expected, not the text '2'. Leave the quotation marks out.",
        "9:6: map: 'x' is not in the legend. Known: # + . = a g h n ~",
        "12:14: plant: there is no plant called 'goldenrd'. Did you mean 'goldenrod'?",
        "13:3: a thought: legend: 'a' is nowhere on the map.",
        "21:59: measure: the text 'worst-off' is not one of count, caught, masting, workers, honey, soil_formed,"
        " wellbeing, flourishing, worst_off, lasting, short, overdrawn, soil_mineral. Did you mean 'worst_off'?",
        "23:8: hints: at least 2 expected, but there are 1.",
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([("g...", "g..")], "8:3: map: this row has 3 tiles, most rows have 4."),
        ([(".h.a", ".h.aa")], "9:3: map: this row has 5 tiles, most rows have 4."),
        ([("g...", "g ..")], "8:4: map: there is a space here. Each tile is a letter or a sign; free soil is '.'."),
        (
            [("...n", "..nn")],
            "10:6: map: the home 'Ines' stands here a second time. Give each home a letter and a name of its own.",
        ),
        (
            [("map: |", "map: >")],
            "7:6: map: draw the map below 'map: |', one row a line, each row two spaces further right.",
        ),
        ([("  .h.a\n  ...n\n", "  .han\n")], "7:6: map: the map is 4 x 2 tiles. Each side must have 3 to 64."),
        ([("  n: {", "  nn: rock\n  n: {")], "15:3: legend: 'nn' must be a single letter or sign."),
    ],
)
def test_the_map(tmp_path, changes, said):
    assert one(tmp_path, *changes) == said


@pytest.mark.parametrize("drawn", ["map:", "map: |", "map: 3", "map: [g..., .h.a]", "map: {g: h}"])
def test_what_is_no_map_is_told_how_to_draw_one(tmp_path, drawn):
    said = told(tmp_path, small(("map: |\n  g...\n  .h.a\n  ...n\n", f"{drawn}\n")))[0]
    assert said.startswith("7:")
    assert said.endswith("map: draw the map below 'map: |', one row a line, each row two spaces further right.")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("h: {hive", "h: {ground: water, hive", "14:28: hive: a hive stands on soil, not on water."),
        ("g: {plant", "g: {ground: rock, plant", "12:28: plant: a plant grows in soil, not on rock."),
        (
            "{plant: goldenrod}",
            "lava",
            "12:6: legend: the text 'lava' is no ground (soil, rock, water, path, home, fence)."
            " What stands there is written with its sort, as in 'g: {plant: goldenrod}'.",
        ),
        ("home: Ines", "ground: home", "15:15: home: ground 'home' belongs to a neighbour. Add 'home: {name: ...}'."),
        ("home: Ines", "home: aster", "15:13: 'aster' is already the name of something else. Choose another."),
        (
            "home: Ines",
            "home: Ines, plant: aster",
            "15:13: A tile holds one of plant, hive, home, lichen, perch and tip. Make another letter for the second.",
        ),
        ("plant: goldenrod", "plant: goldenrod, soil: {pond: 3}", "12:38: soil: 'pond' has no meaning on soil."),
        (
            "{hive: {",
            "{hive: {colony: honybee, ",
            "14:22: colony: there is no colony called 'honybee'. Did you mean 'honeybee'?",
        ),
        (
            "plant: goldenrod",
            "plant: honeybee",
            "12:14: plant: there is no plant called 'honeybee'. Known: aster, goldenrod, pecan, serviceberry, "
            "white_clover.",
        ),
        (
            "stage: young",
            "stage: old",
            "13:38: stage: the text 'old' is not one of seed, young, grown.",
        ),
    ],
)
def test_the_legend(tmp_path, old, new, said):
    assert one(tmp_path, (old, new)) == said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            "hand: [{give: astr, count: 1}]",
            "26:15: give: there is no 'astr' that a hand could hold. Did you mean 'aster'?",
        ),
        (
            "hand: [{give: aster, count: 1}, {give: aster, count: 2}]",
            "26:33: hand: 'aster' was given before. Add the two counts up.",
        ),
        ("hand: [{give: aster, count: yes}]", "26:29: count: a whole number was expected, not the text 'yes'."),
        (
            "hand: 12",
            "26:7: hand: a list was expected, not the number 12. Begin each entry on a line of its own with '- '.",
        ),
        ("set_out: yes", "26:10: set_out: 'true' or 'false' was expected, not the text 'yes'."),
        ("set_out: true", "26:10: a thought: set_out: nothing lies in the hand that could be set out."),
        (
            "set_out: true\nhand: [{give: aster, count: 40}]",
            "27:7: a thought: hand: 40 plants to set out, but only 8 free tiles of soil.",
        ),
        ("predict: {question: Why, choices: [a, b], answer: c}", "26:51: answer: 'c' is not one of the choices."),
        (
            "predict: {question: Why, choices: [a, b], pictures: [g], legend: {g: hive}}",
            "26:53: pictures: draw one for each of the 2 choices, or none. There are 1.",
        ),
        (
            "predict: {question: Why, choices: [a, b], pictures: [g, .], legend: {g: dragon}}",
            "26:69: legend: there is no drawing called 'dragon' in assets/sprites.",
        ),
        ("seed: 1.5", "26:7: seed: a whole number was expected, not 1.5."),
        ("days: 99", "26:7: days: at most 12 was expected, not the number 99."),
        ("weather: {rain: }", "26:11: rain: a whole number was expected, not nothing."),
    ],
)
def test_other_fields(tmp_path, more, said):
    assert one(tmp_path, more=more + "\n") == said


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        (
            "measure: workers, member: honeybe, at_least: 1",
            "18:55: member: 'honeybe' is not part of this level. Did you mean 'honeybee'?",
        ),
        (
            "measure: count, member: pecan, at_least: 1",
            "18:53: member: 'pecan' is not part of this level. Known: Ines, aster, goldenrod, honeybee, land.",
        ),
        (
            "measure: workers, at_least: 1",
            "18:38: measure: 'workers' is measured on a member. Add 'member: ...', one of: honeybee.",
        ),
        (
            "measure: workers, member: aster, at_least: 1",
            "18:55: member: 'workers' belongs to a colony, not to 'aster'.",
        ),
        (
            "measure: masting, member: aster, at_least: 1",
            "18:55: member: 'aster' does not save for a mast year, so 'masting' cannot be measured on it.",
        ),
        (
            "measure: caught, member: aster, at_most: 1",
            "18:54: member: 'aster' is no animal, so 'caught' cannot be measured on it.",
        ),
        (
            "measure: count, member: land, at_least: 1",
            "18:53: member: 'land' cannot be counted. Species can.",
        ),
        (
            "measure: lasting, member: land, at_least: 1",
            "18:55: member: 'lasting' is measured on everyone. Take 'member' out.",
        ),
        (
            "measure: lasting, at_least: 1, by_year: 1",
            "18:38: measure: 'lasting' looks at the year after the end; it takes no other time.",
        ),
        (
            "measure: flourishing, at_least: 101",
            "18:61: at_least: 'flourishing' goes from 0 to 100, so 101 is never reached.",
        ),
        ("measure: flourishing", "18:5: A goal needs 'at_least' or 'at_most'."),
        ("measure: flourishing, at_least: 9, at_most: 8", "18:73: at_most: 8 is less than 'at_least' (9)."),
        ("measure: flourishing, at_least: 9, by_year: 3", "18:73: by_year: the level ends after year 2."),
        (
            "measure: flourishing, at_least: 9, from_year: 1",
            "18:5: 'from_year' and 'through_year' belong together, the first not after the second.",
        ),
        (
            "measure: flourishing, at_least: 9, by_year: 1, at_end: true",
            "18:5: A goal has one time: 'by_year', or 'from_year' and"
            " 'through_year', or 'at_end: true' (also meant when none is given).",
        ),
    ],
)
def test_goals(tmp_path, goal, said):
    assert one(tmp_path, ("measure: workers, member: honeybee, at_least: 1", goal)) == said


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ("bloom: [79, 44]", "bloom: a window is [first, last]"),
        ("bloom: [44]", "bloom: a window is [first, last]"),
        ("bloom: [44, 200]", "bloom: a window is [first, last]"),
        ("bloom: [100, 110]", "bloom: nothing blooms or sets fruit in winter"),
        ("sets_fruit: [2, 20]", "sets_fruit: fruit is set until tick 20, but the first flower opens at 44."),
        ("seed_carbon: 4", "seed_carbon: a fruit holds 2 of it, so its seed cannot hold 4."),
        ("seed_mineral: 2", "seed_mineral: a fruit holds 1 of it, so its seed cannot hold 2."),
        ("leaf: 25", "leaf: 25 is more than a grown body (24)."),
        ("leaf: 200", "leaf: at most 127 was expected, not the number 200."),
        ("young_mineral: 2", "young_mineral: 12 carbon needs at least 3 mineral (one for every four)."),
        ("comfort: 30", "comfort: 30 is more than 'sugar_cap' (24)."),
        ("petals: 5", "There is no field 'petals' here."),
        ("bloom: sometimes", "bloom: a window is [first, last]"),
        ("sprite: ../../secret", "sprite: '../../secret' is not a name"),
        ("sprite: umbrel", "sprite: there are no pictures 'umbrel' of such a species. Did you mean 'umbel'?"),
        ("sprite: bird", "sprite: there are no pictures 'bird' of such a species. Known: aster,"),
        ("seed_loss_near: 1", "seed_loss_near: at least 2 was expected"),
    ],
)
def test_a_species_that_could_not_live(tmp_path, fields, words):
    (said,) = [
        said for said in told(tmp_path, small(more=OWN.format(name="star", fields=fields))) if "a thought" not in said
    ]
    assert said.startswith("27:")
    assert words in said


@pytest.mark.parametrize(
    ("name", "like", "words"),
    [
        ("star", "goldnrod", "like: there is no species called 'goldnrod'. Did you mean 'goldenrod'?"),
        ("star", "star", "like: 'star' cannot be like itself"),
        ("aster", "goldenrod", "'aster' is already the name of something else."),
        ("Blazing Star", "goldenrod", "'Blazing Star' is not a name the game can use"),
    ],
)
def test_a_species_with_a_wrong_name(tmp_path, name, like, words):
    text = small(more=f"species:\n  {name}: {{like: {like}, title: Star}}\n")
    (said,) = [said for said in told(tmp_path, text) if "a thought" not in said]
    assert words in said


@pytest.mark.parametrize(
    ("kind", "members", "terms", "words"),
    [
        ("pairing", "[goldenrod]", "{}", "27:34: members: a partnership needs at least two different members."),
        ("pairing", "[aster, aster]", "{}", "27:34: members: a partnership needs at least two different members."),
        (
            "pairing",
            "[goldenrod, astr]",
            "{}",
            "27:46: members: there is no species called 'astr'. Did you mean 'aster'?",
        ),
        (
            "pairing",
            "[goldenrod, honeybee]",
            "{}",
            "27:46: members: 'honeybee' has no flowers, so it cannot be part of a pairing.",
        ),
        (
            "pairing",
            "[goldenrod, pecan]",
            "{}",
            "27:46: members: 'pecan' has no flowers, so it cannot be part of a pairing.",
        ),
        ("pairing", "[goldenrod, serviceberry]", "{}", "never bloom at the same time, so they cannot meet."),
        (
            "pairing",
            "[goldenrod, aster]",
            "{bost: 3}",
            "terms: the kind 'pairing' has no term 'bost'. Did you mean 'boost'?",
        ),
        ("pairing", "[goldenrod, aster]", "{boost: 99}", "terms: 'boost' must lie between 0 and 16, not 99."),
        ("pairing", "[goldenrod, aster]", "{boost: -1}", "terms: 'boost' must lie between 0 and 16, not -1."),
        ("barter", "[goldenrod, aster]", "{}", "kind: the text 'barter' is not one of pairing, exchange"),
    ],
)
def test_a_partnership_that_cannot_be(tmp_path, kind, members, terms, words):
    assert words in one(tmp_path, more=PAIR.format(kind=kind, members=members, terms=terms))


def test_a_comma_in_a_text_between_braces(tmp_path):
    assert one(tmp_path, ("note: A test.", "note: A test, and more")) == (
        "25:40: 'and more' stands where a field should."
        " If it belongs to the text before it, put all of that text in quotation marks.")


def test_a_warning_does_not_stop_a_level(tmp_path):
    text = small(("  n: {", "  q: rock\n  n: {"))
    assert told(tmp_path, text) == ["15:3: a thought: legend: 'q' is nowhere on the map."]
    assert parse_level(text).title == "A small meadow"


def test_words_are_counted(tmp_path):
    assert (
        one(tmp_path, ("Two flowers and a hive.", "so " * 61))
        == "3:8: story: 61 words. Readers take in at most 60 here."
    )


def test_a_level_from_a_later_game_says_so():
    with pytest.raises(LevelErrors, match="this game reads format 1"):
        parse_level(small(("format: 1", "format: 2")))


@pytest.mark.parametrize(("change", "said"), [
    (
        (".h.a", ".h.\u0430"),
        "9:6: The sign '\u0430' here (cyrillic small letter a, U+0430) only looks like 'a'. Type 'a' instead.",
    ),
    (("  a: {", "  \u0430: {"), "13:3: The sign '\u0430' here"),
    (("minutes:", "minut\u0435s:"), "4:6: The sign '\u0435' here (cyrillic small letter ie, U+0435)"),
    (("plant: goldenrod", "plant: g\u03bfldenrod"), "12:15: The sign '\u03bf' here (greek small letter omicron"),
    (("minutes: 2", "minutes: \uff12"), "4:10: The sign '\uff12' here (fullwidth digit two, U+FF12)"),
    (("minutes: 2", "minutes: \u0662"), "4:10: The sign '\u0662' here (arabic-indic digit two, U+0662)"),
    (("  g...", "  g\uff0e.."), "8:4: The sign '\uff0e' here (fullwidth full stop, U+FF0E) only looks like '.'."),
    (("worst_off", "w\u043erst_off"), "21:60: The sign '\u043e' here"),
    (("plant: goldenrod", "plant: goldenrod\u00a0"), "12:23: There is a special space (U+00A0) here"),
    (("  g...", "  g.\u00a0."), "8:5: map: there is a special space (U+00A0) here."),
    (("  g...", "  g.\t."), "8:5: map: there is a tab here. Each tile is a letter or a sign"),
    (("minutes: 2", "minutes: “2”"), "4:10: minutes: a whole number was expected, not the text '“2”'. Leave"),
])
def test_what_merely_looks_like_a_sign_of_the_keyboard_is_named_where_it_stands(tmp_path, change, said):
    assert one(tmp_path, change).startswith(said)


def test_curly_quotes_around_a_name_are_named_one_by_one(tmp_path):
    said = told(tmp_path, small(("plant: goldenrod", "plant: “goldenrod”")))
    assert [line.split(" (")[0] for line in said] == ["12:14: The sign '“' here", "12:24: The sign '”' here"]


def test_in_what_players_read_letters_of_every_alphabet_are_welcome(tmp_path):
    foreign = ("A small meadow", "“Луг” и пчёлы – \uff12")
    assert told(tmp_path, small(foreign)) == []
    alive = ("text: Bees are alive.", "text: Пчёлы живы")
    (said,) = told(tmp_path, small(alive, ("measure: workers", "measure: workerz")))
    assert "Did you mean 'workers'?" in said
    (said,) = told(tmp_path, small(alive, ("measure: workers", "measure: w\u043erkers")))
    assert said.startswith("18:34: The sign '\u043e' here")


def test_a_file_full_of_such_signs_is_not_read_over_and_over(tmp_path, monkeypatch):
    readings = []
    monkeypatch.setattr(reading, "read_tree", lambda *given: readings.append(given) or tree.read_tree(*given))
    told(tmp_path, small(more="".join(f"\u0430{number}: \u0435\n" for number in range(400))))
    assert len(readings) <= MOST_READ + 1
