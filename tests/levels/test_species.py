"""What assets/ says about species and partnerships."""

from __future__ import annotations

import pytest

from game.engine.species import NEVER, Colony, Plant
from game.levels.loading import load_partnerships, load_species
from game.paths import ASSETS

SPECIES = load_species()


def test_aster_is_like_goldenrod_in_all_its_numbers():
    goldenrod, aster = SPECIES["goldenrod"], SPECIES["aster"]
    told_apart = {"name", "title", "title_plural", "note", "sprite"}
    assert isinstance(goldenrod, Plant)
    assert {field for field in vars(goldenrod) if vars(goldenrod)[field] != vars(aster)[field]} == told_apart


def test_the_pairing_blooms_together_and_no_other_flower_with_it():
    (pairing,) = [bond for bond in load_partnerships().values() if bond.kind == "pairing"]
    assert pairing.members == ("goldenrod", "aster")
    assert pairing.terms == {"boost": 3}
    blooms = {plant.name: plant.bloom for plant in SPECIES.values() if isinstance(plant, Plant)}
    together, others = (44, 79), {"serviceberry": (2, 29), "white_clover": (20, 43), "pecan": NEVER}
    assert blooms == {"goldenrod": together, "aster": together, **others}


def test_a_young_plant_can_bloom_this_year():
    """Its body suffices from the start: nothing that one plants shows nothing for a season."""
    for name in ("goldenrod", "aster", "serviceberry", "white_clover"):
        plant = SPECIES[name]
        assert isinstance(plant, Plant)
        assert plant.young_carbon >= plant.flowers_at


def test_the_hive_eats_a_quarter_in_winter():
    bees = SPECIES["honeybee"]
    assert isinstance(bees, Colony)
    assert bees.upkeep_winter == bees.upkeep + 2


@pytest.mark.parametrize("being", SPECIES.values(), ids=SPECIES)
def test_every_species_has_pictures(being):
    assert [*(ASSETS / "sprites").glob(f"{being.sprite}_*.svg"), *(ASSETS / "sprites").glob(f"{being.sprite}.svg")]
