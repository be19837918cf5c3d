"""Needs: what each sort of member needs, and how far it is met, 0 to 100.

Plants, bees, animals and the land have needs of their own; lichen partners and mycelium need room; households need
what the level says.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine import calendar
from game.engine.animals import Animals
from game.engine.census import LAND, Start, established, living_mineral, tiles_held
from game.engine.colonies import Colonies
from game.engine.world import LACKS, World

LACKING_FROM = 8  # ticks without something before a plant counts as unwell
AGES_EVERY = 4  # ticks by which a plant's age lags behind at most
MOIST = 4  # water at which a soil tile is moist
WINTER_STORE_DAY = 96  # from this day on a hive is measured by the honey that must last until spring flowers


def needs_of(world: World, start: Start, member: str) -> dict[str, int]:
    """What a member needs, each met 0 to 100: of `start`, for what was there at the opening."""
    if member == LAND:
        return _needs_of_land(world, start)
    if member in world.flora.index:
        return _needs_of_plants(world, start, member)
    for colonies in world.colonies:
        if member == colonies.kind.name:
            return _needs_of_bees(world, start, colonies)
    for animals in world.animals:
        if member == animals.kind.name:
            return _needs_of_animals(start, animals)
    if member in start.others:
        return {"number": percent(tiles_held(world, member), start.others[member])}
    home = world.households.names.index(member)
    return world.households.met(home)


def unwell(world: World) -> NDArray[np.bool_]:
    """Where a plant has gone without something for long; in winter all do without light."""
    dark = LACKS.index("light") if calendar.season(world.tick) == calendar.WINTER else -1
    lacking: NDArray[np.bool_] = (world.lack > 0) & (world.lack != dark) & (world.lack_ticks >= LACKING_FROM)
    return lacking


def _needs_of_plants(world: World, start: Start, name: str) -> dict[str, int]:
    number = world.flora.index[name]
    standing = established(world, number)
    count = int(np.count_nonzero(standing))
    if not count:
        return {"grown" if np.count_nonzero(world.flora.species == number) else "number": 0}
    recent = {
        tally: int(world.fields[f"tally_{tally}"][number] + world.fields[f"tally_{tally}_last_year"][number])
        for tally in ("recruits", "grown_deaths")
    }
    replaced = percent(recent["recruits"], recent["grown_deaths"])
    if young_for := world.flora.kind(number).young_for:
        came = int(np.count_nonzero(standing & (world.age + AGES_EVERY < world.tick)))
        replaced = percent(came, max(1, start.plants[name] // young_for))
    return {
        "number": percent(count, start.plants[name]),
        "vigour": percent(count - int(np.count_nonzero(standing & unwell(world))), count),
        "young": replaced,
    }


def _needs_of_animals(start: Start, animals: Animals) -> dict[str, int]:
    """`young`: born and come, of those who died and left so far."""
    kind, here = animals.kind, len(animals)
    if not here:
        return {"number": 0}
    fed = int(np.minimum(animals.carbon.amount, kind.hungry).sum())
    gained = sum(animals.tally(how) for how in ("born", "came"))
    lost = sum(animals.tally(how) for how in ("starved", "died_of_age", "caught", "left"))
    return {
        "number": percent(here, start.others[kind.name]),
        "energy": percent(fed, here * kind.hungry),
        "young": percent(gained, lost),
    }


def _needs_of_bees(world: World, start: Start, colonies: Colonies) -> dict[str, int]:
    workers = int(colonies.workers.amount.sum())
    if not workers:
        return {"number": 0}
    return {
        "number": percent(workers, start.workers[colonies.kind.name]),
        "honey": percent(
            int(colonies.honey.amount.sum()), workers * colonies.kind.honey_comfort * winter_share(world.tick) // 100
        ),
    }


def winter_share(tick: int) -> int:
    """How much of the winter's honey is still needed, in percent: all of it as winter begins, less from day to day
    until the first flowers."""
    day = calendar.day(tick)
    if day >= WINTER_STORE_DAY:
        return 100 - 60 * (day - WINTER_STORE_DAY) // calendar.SEASON
    return max(0, 40 - 40 * day // calendar.SEASON)


def _needs_of_land(world: World, start: Start) -> dict[str, int]:
    soil = int(np.count_nonzero(world.soil))
    moist = int(np.count_nonzero(world.soil & (world.soil_water.amount >= MOIST)))
    return {
        "mineral": percent(living_mineral(world), start.living_mineral),
        "water": percent(moist, soil),
    }


def percent(part: int, of: int) -> int:
    """`part` of `of` in whole percent, at most 100; 100 of nothing."""
    return min(100, 100 * part // of) if of > 0 else 100
