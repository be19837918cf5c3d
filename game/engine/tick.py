"""One tick: the systems in the order of a day. Reading `DAY` tells it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from game.engine.systems import (
    bees,
    blossom,
    carrying,
    decay,
    fetching,
    foraging,
    fortunes,
    fruit,
    fund,
    herds,
    leaves,
    lichen,
    mycelium,
    nodules,
    people,
    roots,
    seeds,
    sky,
    societies,
    weather,
    withering,
)
from game.engine.world import World

System = Callable[[World], None]

DAY: tuple[System, ...] = (
    weather.step,
    sky.step,
    leaves.step,
    roots.step,
    withering.step,
    lichen.step,
    nodules.step,
    mycelium.step,
    blossom.step,
    bees.step,
    fruit.step,
    foraging.step,
    carrying.step,
    societies.step,
    herds.step,
    seeds.step,
    decay.step,
    fetching.step,
    people.step,
    fund.step,
    fortunes.step,
)


@cache
def name_of(system: System) -> str:
    """What a system is called: the name of its file."""
    return system.__module__.rpartition(".")[2]


PROCESSES = tuple(map(name_of, DAY))


def tick(world: World, *, checked: bool = False) -> None:
    """Let one tick pass; the processes that `world.resting` names do nothing.

    With `checked` every stock and total is looked at after every system; raises MatterError that names the culprit.
    """
    world.events.clear()
    totals = world.matter.totals() if checked else {}
    for system in DAY:
        if name_of(system) not in world.resting:
            system(world)
            if checked:
                world.matter.check(totals, f"{name_of(system)} at tick {world.tick}")
    world.tick += 1
