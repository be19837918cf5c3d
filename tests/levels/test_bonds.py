"""Partnerships, species and tiles of the living land that cannot be: each mistake with line, column and a way out."""

from __future__ import annotations

import pytest

from tests.levels.living import LIVING, living
from tests.levels.small import told

LINES = LIVING.count("\n")
BOND = """\
partnerships:
  bond: {{kind: {kind}, members: {members}, title: T, note: N, evidence: solid, source: S, terms: {terms}}}
"""


def one(folder, *changes: tuple[str, str], more: str = "") -> str:
    (said,) = told(folder, living(*changes, more=more))
    return said


def test_the_living_level_is_without_mistake_or_warning(tmp_path):
    assert told(tmp_path, LIVING) == []


@pytest.mark.parametrize(
    ("kind", "members", "words"),
    [
        ("exchange", "[crust_fungus, goldenrod]", "'goldenrod' is no partner in a lichen."),
        ("exchange", "[crust_fungus, green_alge]", "no species called 'green_alge'. Did you mean 'green_alga'?"),
        ("exchange", "[green_alga]", "at least two different members"),
        ("network", "[goldenrod, aster]", "a network needs one mycelium, and plants."),
        ("network", "[mycelium, bluebird]", "'bluebird' has no roots in a network."),
        ("carrying", "[bluebird, squirrel]", "carrying needs an animal and a plant."),
        ("carrying", "[goldenrod, aster]", "carrying needs an animal and a plant."),
        ("carrying", "[serviceberry, honeybee]", "'honeybee' cannot take part."),
        ("society", "[squirrel]", "'squirrel' does not flock. A society is of one kind of bird."),
        ("society", "[goldenrod]", "'goldenrod' does not flock."),
        ("society", "[]", "name each member once."),
        ("pairing", "[goldenrod, mycelium]", "'mycelium' has no flowers"),
        ("marriage", "[goldenrod, aster]", "kind: the text 'marriage' is not one of pairing, exchange, network"),
    ],
)
def test_members_that_cannot_meet(tmp_path, kind, members, words):
    said = told(tmp_path, living(more=BOND.format(kind=kind, members=members, terms="{}")))
    assert any(words in line for line in said), said
    assert all(line.startswith(f"{LINES + 2}:") for line in said)


def test_an_exchange_needs_both_halves(tmp_path):
    own = "species:\n  moss_fungus: {like: crust_fungus, title: other}\n"
    more = own + BOND.format(kind="exchange", members="[crust_fungus, moss_fungus]", terms="{}")
    said = [line for line in told(tmp_path, living(more=more)) if "a thought" not in line]
    assert said == [f"{LINES + 4}:35: members: an exchange needs one fungus and one alga."]


def test_an_animal_that_does_not_eat_the_plant_cannot_carry_its_seed(tmp_path):
    said = told(tmp_path, living(more=BOND.format(kind="carrying", members="[bluebird, pecan]", terms="{}")))
    assert said == [
        f"{LINES + 2}:36: members: 'bluebird' does not eat the fruit of pecan, so they cannot meet.",
        f"{LINES + 2}:46: members: no animal here eats the fruit of 'pecan', so they cannot meet.",
    ]


@pytest.mark.parametrize(
    ("kind", "members", "terms", "words"),
    [
        ("carrying", "[bluebird, serviceberry]", "{flight: 17}", "terms: 'flight' must lie between 0 and 16, not 17."),
        ("carrying", "[bluebird, serviceberry]", "{flght: 2}", "has no term 'flght'. Did you mean 'flight'?"),
        ("network", "[mycelium, aster]", "{rent: 2}", "the kind 'network' has no term 'rent'."),
        ("exchange", "[crust_fungus, green_alga]", "{gives: 2}", "the kind 'exchange' has no term 'gives'."),
    ],
)
def test_terms(tmp_path, kind, members, terms, words):
    assert words in one(tmp_path, more=BOND.format(kind=kind, members=members, terms=terms))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ("like: bluebird, kind: fish", "kind: 'fish' is no kind of species."),
        ("like: bluebird, eats: [serviceberri]", "no species called 'serviceberri'. Did you mean 'serviceberry'?"),
        ("like: bluebird, eats: [squirrel]", "eats: 'squirrel' bears no fruit. Only a hawk eats animals."),
        ("like: hawk, eats: [pecan]", "eats: a hawk hunts animals, and 'pecan' is none."),
        ("like: bluebird, eats: []", "eats: at least 1 expected, but there are 0."),
        ("like: bluebird, comfort: 60", "comfort: 60 is more than 'holds' (48)."),
        ("like: bluebird, hungry: 30", "hungry: 30 is more than 'comfort' (24)."),
        ("like: bluebird, petals: 5", "There is no field 'petals' here."),
        ("like: bluebird, form: worm", "form: the text 'worm' is not one of bird, squirrel, hawk."),
        ("like: crust_fungus, carbon: 9", "carbon: at most 8 was expected, not the number 9."),
        ("like: crust_fungus, mineral: 2", "mineral: at most 1 was expected, not the number 2."),
        ("like: crust_fungus, role: moss", "role: the text 'moss' is not one of fungus, alga."),
        ("like: mycelium, spores: 0", "spores: at least 1 was expected, not the number 0."),
        ("like: pecan, saves_for_mast: 230", "saves_for_mast: 230 is more than 'sugar_cap' (224)."),
        ("like: pecan, joins_mast: 200", "joins_mast: 200 is more than 'saves_for_mast' (160)."),
    ],
)
def test_a_species_that_could_not_live(tmp_path, fields, words):
    said = told(tmp_path, living(more=f"species:\n  own: {{title: Own, title_plural: Owns, {fields}}}\n"))
    (wrong,) = [line for line in said if "a thought" not in line]
    assert wrong.startswith(f"{LINES + 2}:")
    assert words in wrong


@pytest.mark.parametrize("name", ["mulch", "perch", "land", "lichen", "soil", "beyond"])
def test_a_name_that_means_something_else_already(tmp_path, name):
    said = told(tmp_path, living(more=f"species:\n  {name}: {{like: bluebird, title: A}}\n"))
    assert any("is already the name of something else" in line for line in said)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("l: {lichen", "l: {ground: soil, lichen", "lichen: a lichen lives on rock, not on soil."),
        ("  f: {lichen: {fungus: 4}}", "  f: {lichen: {}}", "lichen: say how much 'fungus' or 'alga' there is."),
        ("{fungus: 4, alga: 4}", "{fungus: 4, alga: 25}", "alga: at most 24 was expected, not the number 25."),
        ("{perch: true}", "{ground: water, perch: true}", "perch: a perch stands on soil or rock, not on water."),
        ("{perch: true}", "{plant: aster, perch: true}", "A tile holds one of plant, hive, home, lichen, perch"),
        ("{bluebird: 3}", "{bluebrd: 3}", "there is no animal called 'bluebrd'. Did you mean 'bluebird'?"),
        ("{bluebird: 3}", "{pecan: 3}", "there is no animal called 'pecan'."),
        ("{bluebird: 3}", "{bluebird: 30}", "bluebird: at most 20 was expected, not the number 30."),
        ("pecan, threads: 6", "pecan, threads: 65", "threads: at most 64 was expected, not the number 65."),
        ("h: {hive", "h: {ground: path, threads: 4, hive", "threads: mycelium lives in soil, not in path."),
        ("squirrel: 2}", "squirel: 2}", "there is no animal called 'squirel'. Did you mean 'squirrel'?"),
        ("measure: count, member: squirrel", "measure: wellbeing, member: squirrel", "is a guest and may never come"),
        ("give: perch", "give: perches", "there is no 'perches' that a hand could hold. Did you mean 'perch'?"),
        ("give: mycelium", "give: bluebird", "there is no 'bluebird' that a hand could hold."),
        ("weather: drought", "weather: hail", "weather: the text 'hail' is not one of drought, frost, flood."),
        ("from_day: 30", "from_day: 60", "to_day: it ends on day 50, before it begins on day 60."),
        ("strength: 60", "strength: 120", "strength: a drought cannot be stronger than 100, so not 120."),
        ("drought, year: 2", "drought, year: 3", "year: the level ends after year 2."),
        ("days: 8", "days: 8\nstress: 101", "stress: at most 100 was expected, not the number 101."),
        ("invite, water", "invit, water", "Did you mean 'invite'?"),
    ],
)
def test_other_things_that_cannot_be(tmp_path, old, new, words):
    said = told(tmp_path, living((old, new)))
    assert any(words in line for line in said), said
    assert all(line.split(":")[0].isdigit() and line.split(":")[1].isdigit() for line in said)


def test_two_fungi_in_one_level(tmp_path):
    said = told(tmp_path, living(more="species:\n  moss_fungus: {like: crust_fungus, title: other}\n"))
    assert said == [f"{LINES + 2}:3: species: a level can have one fungus, but crust_fungus and moss_fungus are here."]


def test_a_perch_where_no_bird_could_come(tmp_path):
    said = told(tmp_path, living((", animals: {bluebird: 3}", ""), ("member: bluebird", "member: aster"),
                                 ("guests: {squirrel: 2}\n", ""), ("member: squirrel", "member: pecan")))
    assert len(said) == 1
    assert "nobody here would sit on a perch" in said[0]


def test_a_partnership_of_ones_own_whose_members_are_not_here_is_a_thought(tmp_path):
    said = one(tmp_path, ("guests: {squirrel: 2}\n", ""), ("member: squirrel", "member: pecan"),
               more=BOND.format(kind="carrying", members="[squirrel, pecan]", terms="{}"))
    assert "a thought: partnerships: 'bond' needs members" in said
