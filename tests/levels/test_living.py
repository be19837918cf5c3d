"""Levels with lichen, mycelium, animals, guests and weather, and the worlds they open with."""

from __future__ import annotations

import pytest

from game.engine.species import Animal, Mycelium, Plant, Symbiont
from game.engine.tick import tick
from game.engine.weather import Spell
from game.engine.world import World
from game.levels.level import Crust, Level, Perch, Threads, Wild
from game.levels.loading import load_partnerships, load_species, parse_level
from game.levels.meaning import RESERVED
from game.levels.opening import open_world
from tests.levels.living import living
from tests.levels.small import small

SPECIES = load_species()


def level(*changes: tuple[str, str], more: str = "") -> Level:
    return parse_level(living(*changes, more=more))


# ----------------------------------------------------------------- the species and partnerships of the house


def test_the_house_knows_every_kind_of_species():
    halves = {kind.role for kind in SPECIES.values() if isinstance(kind, Symbiont)}
    forms = {kind.form for kind in SPECIES.values() if isinstance(kind, Animal)}
    assert (halves, forms) == ({"fungus", "alga"}, {"bird", "squirrel", "hawk"})
    assert any(isinstance(kind, Mycelium) for kind in SPECIES.values())


def test_the_alga_is_like_the_fungus_in_all_its_numbers():
    fungus, alga = SPECIES["crust_fungus"], SPECIES["green_alga"]
    assert {field for field in vars(fungus) if vars(fungus)[field] != vars(alga)[field]} == {
        "name", "title", "title_plural", "note", "role"}


def test_pecans_save_and_goldenrods_do_not():
    pecan, goldenrod = SPECIES["pecan"], SPECIES["goldenrod"]
    assert isinstance(pecan, Plant)
    assert isinstance(goldenrod, Plant)
    assert (pecan.saves_for_mast, pecan.joins_mast, goldenrod.saves_for_mast) == (160, 64, 0)


def test_there_is_a_partnership_of_each_natural_kind():
    assert {bond.kind for bond in load_partnerships().values()} == {
        "pairing", "exchange", "network", "carrying", "society"}


# ----------------------------------------------------------------- what the map says


def test_lichen_threads_animals_and_perches_are_read_from_the_legend():
    living = level()
    assert living.crusts == (Crust(1, 0, 4, 4), Crust(2, 1, 4, 0))
    assert living.threads[:2] == (Threads(6, 1, 6), Threads(0, 5, 2))
    assert living.animals == (Wild("bluebird", 7, 0, 3),)
    assert living.perches == (Perch(4, 3),)
    assert living.ground_at(1, 0) == living.ground_at(0, 0), "lichen stands on rock where nothing else is said"


def test_the_roll_names_all_who_are_there_and_no_guest():
    assert level().members == (
        "aster", "goldenrod", "pecan", "serviceberry", "white_clover", "honeybee", "crust_fungus", "green_alga",
        "mycelium", "bluebird", "Ines", "land")
    assert [kind.name for kind in level().fauna] == ["bluebird", "squirrel"]


def test_perches_and_mulch_in_the_hand_are_nobody():
    """'perch' is near to 'pecan', and once brought one along."""
    birds = parse_level(small(("g...", "gb.."), ("  n: {", "  b: {animals: {bluebird: 1}}\n  n: {"),
                              more="hand: [{give: perch, count: 1}, {give: mulch, count: 1}]\n"))
    assert birds.members == ("aster", "goldenrod", "honeybee", "bluebird", "Ines", "land")


def test_partnerships_that_could_work_are_there_with_the_members_that_are():
    members = {bond.name: bond.members for bond in level().partnerships}
    assert set(members) == set(load_partnerships())
    without_aster = level(("g.a.g", "g...g"), ("  a: {plant: aster}\n", ""))
    members = {bond.name: bond.members for bond in without_aster.partnerships}
    assert "goldenrod_and_aster" not in members
    assert members["roots_and_threads"] == ("mycelium", "goldenrod", "white_clover", "serviceberry", "pecan")


def test_flowers_without_mycelium_have_no_network():
    assert [bond.name for bond in parse_level(small()).partnerships] == ["goldenrod_and_aster"]


def test_half_a_lichen_brings_the_other_half_into_the_world_but_not_on_the_roll():
    half = parse_level(small(("g...", "gf.."), ("  n: {", "  f: {lichen: {fungus: 4}}\n  n: {")))
    assert [kind.name for kind in half.symbionts] == ["crust_fungus", "green_alga"]
    assert "green_alga" not in half.members
    assert "lichen" in [bond.name for bond in half.partnerships]


def test_bad_weather_is_told_in_days_of_a_year():
    assert level().spells == (Spell("drought", 158, 178, 60, 16),)


def test_beyond_the_edge_lies_what_the_guests_are_made_of():
    assert (level().beyond.carbon, level().beyond.mineral) == (2 * 56, 2 * 2 * 6)
    assert level(("years: 2", "years: 2\nbeyond: {carbon: 7}")).beyond.carbon == 7


# ----------------------------------------------------------------- the world it opens with


def test_the_world_opens_with_all_of_it():
    living = level()
    world = open_world(living, 1)
    lichens, web, perches = world.lichens, world.web, world.perches
    assert lichens is not None
    assert web is not None
    assert perches is not None
    assert world.map(lichens.fungus)[0, 1] == world.map(lichens.alga)[0, 1] == world.map(lichens.fungus)[1, 2] == 4
    assert world.map(web.threads)[1, 6] == 6
    assert world.map("perches")[3, 4] == 1
    birds, squirrels = world.animals
    assert (birds.kind.name, len(birds), len(squirrels)) == ("bluebird", 3, 0)
    assert set(birds.carbon.amount.tolist()) == {24}
    assert [int(held.amount[0]) for _, _, held in lichens.halves] == [8, 8]
    assert [int(stock.amount[0]) for stock in (web.spores, perches.held, world.hand.mulch)] == [2, 2, 2]
    assert world.beyond["carbon"].amount[0] == 112
    assert world.almanac.spells == living.spells


def test_a_hard_place_is_dry_and_poor_and_a_mild_one_is_as_the_level_says():
    mild, hard = open_world(level(), 1), open_world(level(("years: 2", "years: 2\nstress: 80")), 1)
    assert mild.rain == 100
    assert hard.rain < mild.rain
    assert hard.soil_mineral.amount.sum() < mild.soil_mineral.amount.sum()
    assert {spell.kind for spell in hard.almanac.spells} == {"drought", "frost"}


@pytest.mark.parametrize("bond", load_partnerships())
def test_any_partnership_can_be_switched_off(bond):
    world = open_world(level(), 1, without=bond)
    assert bond not in [kept.name for kept in world.partnerships]


def test_a_level_without_them_has_no_stocks_for_them():
    """So that its plays stay as they were."""
    world = open_world(parse_level(small()), 1)
    assert (world.lichens, world.web, world.animals, world.perches) == (None, None, (), None)


# ----------------------------------------------------------------- species of a level's own


OWN = """\
species:
  milkweed: {like: goldenrod, title: milkweed, title_plural: milkweeds, bloom: [40, 70], body: 30, flowers_at: 14}
  blazing_star:
    {like: aster, title: blazing star, title_plural: blazing stars, bloom: [60, 85], leaf: 16, body: 18, life: 512,
     showiness: 2, throw: 5}
partnerships:
  prairie:
    kind: pairing
    members: [milkweed, blazing_star]
    title: Milkweed and blazing star
    note: They bloom together for some days.
    evidence: story
    source: A test.
"""


def test_milkweed_and_blazing_star_are_a_dozen_lines_and_differ_in_size_season_and_numbers():
    assert len(OWN.splitlines()) <= 13
    own = parse_level(
        small(("plant: goldenrod", "plant: milkweed"), ("species: aster", "species: blazing_star"), more=OWN))
    milkweed, star = (own.flora[number] for number in (1, 0))
    assert (milkweed.bloom, milkweed.body, star.bloom, star.body, star.throw) == ((40, 70), 30, (60, 85), 18, 5)
    world = open_world(own, 1)
    assert world.pairings == ((2, 1, 3),)


def test_a_bird_and_a_lichen_of_ones_own():
    own = level(("bluebird: 3}", "waxwing: 3}"), ("give: crust_fungus", "give: map_fungus"),
                ("member: bluebird", "member: waxwing"), more="""\
species:
  waxwing: {like: bluebird, title: waxwing, title_plural: waxwings, eats: [serviceberry], holds: 60}
  map_fungus: {like: crust_fungus, title: map lichen fungus, carbon: 3, flake: 6}
partnerships:
  waxwings: {kind: carrying, members: [waxwing, serviceberry], terms: {flight: 5}, title: T, note: N, evidence: story,
             source: S}
  map_lichen: {kind: exchange, members: [map_fungus, green_alga], title: T, note: N, evidence: story, source: S}
""")
    world = open_world(own, 1)
    assert world.lichens is not None
    assert [kind.name for kind in world.lichens.kinds] == ["map_fungus", "green_alga"]
    assert world.lichens.together
    assert world.animals[1].kind.holds == 60
    assert {bond.name: bond.terms for bond in own.partnerships}["waxwings"] == {"flight": 5}


def test_names_that_the_engine_uses_itself_are_kept_from_authors():
    world = open_world(level(), 1)
    begun = {name.split("_")[0] for name in (*world.matter.stocks, *world.fields)}
    assert begun - {*RESERVED, *(name.split("_")[0] for name in SPECIES)} == set()


def test_matter_is_the_same_after_two_years_of_it_all():
    world: World = open_world(level(), 3)
    before = world.matter.totals()
    for _ in range(256):
        tick(world, checked=True)
    assert world.matter.totals() == before
