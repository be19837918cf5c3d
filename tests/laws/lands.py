"""Lands on which the laws of lichen, mycelium and masting are measured, and lots to set them out by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from game.engine.calendar import SEASON
from game.engine.chance import mixed
from game.engine.species import Mycelium, Partnership, Plant, Species, Symbiont
from game.engine.tick import tick
from game.engine.weather import Spell
from game.engine.world import World
from game.levels.loading import load_species

IN_WORDS = {"title": "", "title_plural": "", "note": "", "sprite": "", "gift": {}}
FUNGUS = Symbiont(name="fungus", role="fungus", carbon=2, mineral=1, flake=4, **IN_WORDS)
ALGA = Symbiont(name="alga", role="alga", carbon=2, mineral=1, flake=4, **IN_WORDS)
MYCELIUM = Mycelium(name="mycelium", spores=4, **IN_WORDS)
EXCHANGE = Partnership("crust", "exchange", ("fungus", "alga"), {}, "", "", "solid", "")


def kind(name: str, **other: object) -> Plant:
    """A plant as the game has it, with `other` numbers where a law needs them."""
    plant = load_species()[name]
    assert isinstance(plant, Plant)
    return replace(plant, **other)  # type: ignore[arg-type]


def joined(*plants: str) -> Partnership:
    return Partnership("web", "network", ("mycelium", *plants), {}, "", "", "debated", "")


def lot(seed: int, number: int) -> int:
    """A chance number of 32 bits for setting out a land."""
    return mixed(mixed(seed * 7919) + number * 104729)


def land(
    height: int,
    width: int,
    seed: int,
    life: Sequence[Species],
    bonds: Sequence[Partnership] = (),
    *,
    mineral: int = 10,
    litter: int = 12,
    water: int = 24,
    rain: int = 100,
    spells: Sequence[Spell] = (),
) -> World:
    """Open soil with as much in each tile as most levels have, unless said."""
    world = World(height, width, seed, life, partnerships=bonds, rain=rain, spells=spells)
    soil = world.soil != 0
    holds = {"soil_water": water, "soil_mineral": mineral, "subsoil": 8, "litter_carbon": litter}
    for name, units in {**holds, "litter_mineral": litter // 4}.items():
        world.matter.stocks[name].amount[soil] = units
    return world


def let_pass(world: World, ticks: int, resting: frozenset[str] = frozenset()) -> World:
    world.resting = resting
    for _ in range(ticks):
        tick(world)
    return world


def workers_after(world: World, ticks: int, resting: frozenset[str] = frozenset()) -> int:
    """Workers of the one hive some ticks later. A colony that is gone never comes back: nobody waits for it."""
    workers, until = world.colonies[0].workers, world.tick + ticks
    while world.tick < until and workers.amount[0]:
        let_pass(world, min(SEASON, until - world.tick), resting)
    return int(workers.amount[0])


def share_of(some: np.ndarray, among: np.ndarray) -> float:
    """How many of `among` are `some` too, from 0 to 1."""
    return float(np.count_nonzero(some & among) / max(1, np.count_nonzero(among)))
