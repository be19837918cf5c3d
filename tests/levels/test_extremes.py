"""Whatever numbers an author may give a species: if the level is read, its world neither makes nor loses a mote."""

from __future__ import annotations

import json
import random
from contextlib import suppress

import pytest

from game.engine.tick import tick
from game.levels.library import KINDS
from game.levels.loading import parse_level
from game.levels.mistakes import LevelErrors
from game.levels.opening import open_world
from tests.levels.living import living

BASES = {"plant": "serviceberry", "colony": "honeybee", "symbiont": "crust_fungus", "mycelium": "mycelium",
         "animal": "bluebird"}
IN_PLACE_OF = {
    "plant": [("b: {plant: serviceberry,", "b: {plant: own_plant,"),
              ("s: {plant: serviceberry}", "s: {plant: {species: own_plant, stage: seed}}")],
    "colony": [("{hive: {", "{hive: {colony: own_colony, ")],
    "symbiont": [("give: crust_fungus", "give: own_symbiont")],
    "mycelium": [("give: mycelium", "give: own_mycelium")],
    "animal": [("{bluebird: 3}", "{own_animal: 3}"), ("member: bluebird", "member: own_animal")],
}
TICKS = 60


def any_level(dice: random.Random) -> str:
    """A living level with some species of its own, their numbers drawn from all that is allowed."""
    return with_own({kind: any_species(dice, kind) for kind in BASES if dice.random() < 0.5})


def with_own(species: dict[str, dict[str, object]]) -> str:
    """The living level with a species of its own in place of the usual one of each of these kinds."""
    changes = [change for kind in species for change in IN_PLACE_OF[kind]]
    lines = [f"  own_{kind}: {json.dumps(fields)}\n" for kind, fields in species.items()]
    return living(*changes, more="species:\n" + "".join(lines) if species else "")


def any_species(dice: random.Random, kind: str) -> dict[str, object]:
    fields: dict[str, object] = {"like": BASES[kind], "title": "own"}
    for name, part in KINDS[kind].model_json_schema()["properties"].items():
        if part.get("type") == "integer" and dice.random() < 0.5:
            least, most = part["minimum"], part["maximum"]
            fields[name] = dice.choice([least, most, dice.randint(least, most)])
    return fields


@pytest.mark.parametrize("kind", BASES)
def test_no_number_at_the_edge_of_what_is_allowed_stops_the_world(kind):
    for name, part in KINDS[kind].model_json_schema()["properties"].items():
        edges = {part["minimum"], part["maximum"]} if part.get("type") == "integer" else set()
        for edge in edges:
            with suppress(LevelErrors):  # it may clash with the species' other numbers
                own = {"like": BASES[kind], "title": "own", name: edge}
                world = open_world(parse_level(with_own({kind: own})), 1)
                for _ in range(8):
                    tick(world, checked=True)


@pytest.mark.parametrize("number", range(8))
def test_no_number_that_is_allowed_makes_matter(number):
    dice = random.Random(number)
    for _ in range(500):
        text = any_level(dice)
        try:
            world = open_world(parse_level(text), number)
            break
        except LevelErrors:
            continue
    else:
        pytest.fail("no level was drawn that can be read")
    for _ in range(TICKS):
        tick(world, checked=True)
