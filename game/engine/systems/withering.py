"""Withering: what a plant lacks, for how long, and how it dies.

In the world      A plant that goes without water, mineral or light for too long lives on its own body, and then dies.
In the game       Each plant remembers what it lacks most and for how long. A plant without body dies of it; an old one
                  may die any day.
In numbers        a look every {EVERY} ticks: lack = the first of water, mineral and light that is missing; dead where
                  body = 0; past its span of life one in {OLD_AGE} dies every {AGES_EVERY} ticks
Moves             carbon, mineral: body, sugar, nectar, fruit -> litter (death); seed: fruit -> soil (death)
Partnership       none
Switched off      dead plants keep their place (tests/engine/test_systems.py).
Evidence          solid
"""

from __future__ import annotations

import numpy as np

from game.engine import calendar
from game.engine.flora import NONE
from game.engine.matter import Places, places_of
from game.engine.systems.roots import mineral_short
from game.engine.systems.shares import above, as_grid, below, where_negative
from game.engine.tallies import DEATHS
from game.engine.world import World

EVERY = 4  # ticks between two looks at what is lacking
GROWN_UP = 64  # ticks of age at which a plant counts as one more of its kind
LOOKS_EVERY = 2  # ticks between two looks for plants without body, after their leaves breathed
AGES_EVERY = 16  # ticks between two looks for old plants ...
OLD_AGE = 4  # ... of which one in so many dies
WATER, MINERAL, LIGHT = 1, 2, 3
_DEATH_BY_LACK = tuple(DEATHS.index(cause) for cause in ("shade", "thirst", "hunger", "shade"))


def step(world: World) -> None:
    if calendar.day(world.tick) == 0:
        for tally in ("recruits", "grown_deaths"):
            world.fields[f"tally_{tally}_last_year"][:] = world.fields[f"tally_{tally}"]
            world.fields[f"tally_{tally}"][:] = 0
    if world.tick % EVERY == 0:
        _grow_older(world)
        _feel_lack(world)
    if world.tick % AGES_EVERY == 0:
        _die_of_age(world)
    if world.tick % LOOKS_EVERY:
        return
    starved = places_of(below(world.body.amount, 1) & world.flora.planted)
    if len(starved):
        for lack in sorted(set(world.lack[starved].tolist())):
            fell(world, starved[world.lack[starved] == lack], DEATHS[_DEATH_BY_LACK[lack]])


def _grow_older(world: World) -> None:
    world.age += world.flora.planted & as_grid(EVERY)
    grown_up = places_of(world.age == as_grid(GROWN_UP))
    if len(grown_up):
        world.fields["tally_recruits"] += np.bincount(
            world.flora.species[grown_up], minlength=len(world.flora.kinds) + 1
        )


def _die_of_age(world: World) -> None:
    old = places_of(where_negative(world.flora.life - world.age) & world.flora.planted)
    if len(old):
        dying = old[world.chance_at("old age", old) % OLD_AGE == 0]
        if len(dying):
            fell(world, dying, "old_age")


def _feel_lack(world: World) -> None:
    dry = below(world.soil_water.amount, 1)
    poor = below(world.soil_mineral.amount, 1) & above(mineral_short(world), 0)
    dark = below(world.sugar.amount, 1)
    lack = dry & as_grid(WATER) | ~dry & (poor & as_grid(MINERAL) | ~poor & dark & as_grid(LIGHT))
    lack &= world.flora.planted
    world.lack_ticks += as_grid(EVERY)
    world.lack_ticks &= ~above(lack ^ world.lack, 0) & above(lack, 0)
    world.lack[:] = lack


def fell(world: World, places: Places, cause: str) -> None:
    """The plants at `places` (each once) die of `cause` (one of DEATHS): body to litter, seed to the ground."""
    flora, matter = world.flora, world.matter
    for stock in (world.body, world.sugar, world.nectar):
        matter.move(stock, world.litter_carbon, stock.amount[places], "death", at=places, to=places)
    matter.move(
        world.plant_mineral, world.litter_mineral, world.plant_mineral.amount[places], "death", at=places, to=places
    )
    species = flora.species[places]
    for number in sorted(set(species.tolist())):
        these = places[species == number]
        matter.split(
            world.fruit,
            world.seeds[number - 1],
            world.fruit.amount[these],
            "death",
            at=these,
            to=these,
            carbon=world.litter_carbon,
            mineral=world.litter_mineral,
        )
        world.fields["tally_deaths"][number, DEATHS.index(cause)] += len(these)
        world.fields["tally_grown_deaths"][number] += int((world.age[these] >= GROWN_UP).sum())
        for place in these.tolist():
            world.tell("died", place, flora.kind(number).name, cause)
    flora.species[places] = NONE
    for field in (world.age, world.pollen, world.lack, world.lack_ticks, world.masting):
        field[places] = 0
    if world.web is not None:
        world.web.debt[places] = 0
    flora.settle(places)


def set_plant(world: World, places: Places, number: int) -> None:
    """A plant of kind `number` now stands at each of `places`, with no body yet: give it one at once."""
    world.flora.species[places] = number
    world.flora.settle(places)
