"""Fund: households give of their plenty and draw in need, by rules that they have agreed on.

In the world      Mutual aid: neighbours put by together and help each other through bad times. It lasts where people
                  meet and tend it; three quarters of the help that sprang up in a crisis had faded within months.
In the game       Every eighth tick each home that has more in store than the rules say gives half of what is beyond to
                  the fund, and each that has less draws, who has least first. Where the rules say so the poorest soil
                  and hungry animals draw, too. A fund that nobody tends does less and less of what it promises.
In numbers        every {EVERY} ticks: gift = (store - `gives_above` seasons' worth) / 2, need = `draws_below`
                  seasons' worth - store, each times tended / {TRUST}, until the fund could provide {FULL} seasons for
                  all; to soil {TO_LAND} mineral, to an animal 1 carbon, from what is beyond `reserve`; tended - 1 in
                  {FADES} ticks
Moves             carbon, mineral, water: store -> fund (given to the fund) · fund -> store (help from the fund) ·
                  carbon, mineral: fund -> litter (help from the fund, spoiling), animals (help from the fund)
Partnership       commons
Switched off      everyone has only what is their own (tests/laws/test_fund.py).
Evidence          solid
"""

from __future__ import annotations

import numpy as np

from game.engine.commons import GIVEN, TRUST
from game.engine.households import A_SEASON
from game.engine.matter import Places, Stock, places_of
from game.engine.systems.people import SPOILS, poorest, rot
from game.engine.world import World

EVERY, AT = 8, 6  # ticks between two rounds, and the tick of eight on which they come
FULL = 4  # seasons for which the fund could provide for everyone; what it holds beyond that rots
FADES = 2  # ticks in which the fund loses one of a hundred of its tending
TO_LAND = 2
POOR = 8  # mineral below which a tile of soil draws
GIFT, HELP = "given to the fund", "help from the fund"


def step(world: World) -> None:
    commons = world.commons
    if not commons.open:
        return
    if world.tick % FADES == 0:
        commons.tend(-1)
    if world.tick % EVERY != AT:
        return
    for need in GIVEN:
        _collect(world, need)
        _help(world, need)
    _spoil(world)
    if commons.rule("land"):
        _feed_the_land(world)
    if commons.rule("creatures"):
        _feed_creatures(world)


def spare_of(world: World, need: str) -> int:
    """What the fund holds for a need beyond its reserve."""
    return max(0, int(world.commons.store_of(need).amount[0]) - world.commons.rule("reserve") * A_SEASON[need])


def room_for(world: World, need: str) -> int:
    """How much more of a need the fund takes: it is full when it could meet that of all homes for some seasons."""
    homes = world.households
    full = sum(FULL * homes.season_of(need, home) for home in _concerned(world, need))
    return full + world.commons.rule("reserve") * A_SEASON[need] - int(world.commons.store_of(need).amount[0])


def _tended(world: World, units: int, purpose: str, being: int) -> int:
    """Of `units` as much as a fund so tended moves, rounded by chance."""
    return (units * world.commons.tended + world.roll(purpose, being) % TRUST) // TRUST


def _concerned(world: World, need: str) -> list[int]:
    return [home for home, needs in enumerate(world.households.needs) if need in needs]


def _collect(world: World, need: str) -> None:
    homes, above = world.households, world.commons.rule("gives_above")
    store = homes.store_of(need)
    for home in _concerned(world, need):
        plenty = int(store.amount[home]) - above * homes.season_of(need, home)
        offered = min(plenty // 2, room_for(world, need))
        if offered > 0 and (gift := min(offered, _tended(world, offered, f"giving {need}", home))):
            _carry(world, need, store, world.commons.store_of(need), gift, GIFT, at=np.array([home]))
            world.commons.note(home, world.commons.FUND, gift, need)


def _help(world: World, need: str) -> None:
    homes, below = world.households, world.commons.rule("draws_below")
    store = homes.store_of(need)
    short = {home: below * homes.season_of(need, home) - int(store.amount[home]) for home in _concerned(world, need)}
    for home in sorted(short, key=lambda home: -short[home]):
        wanted = min(short[home], spare_of(world, need))
        help_ = min(wanted, _tended(world, wanted, f"drawing {need}", home)) if wanted > 0 else 0
        if help_:
            _carry(world, need, world.commons.store_of(need), store, help_, HELP, to=np.array([home]))
            world.commons.note(world.commons.FUND, home, help_, need)


def _carry(
    world: World, need: str, source: Stock, target: Stock, units: int, cause: str,
    *, at: Places | None = None, to: Places | None = None,
) -> None:
    """Bring `units` from a store of one side to that of the other; food takes its share of mineral along."""
    if need == "food":
        mineral, mineral_target = _mineral_of(world, source), _mineral_of(world, target)
        lies = 0 if at is None else int(at[0])
        held = int(source.amount[lies])
        along = (int(mineral.amount[lies]) * units + held - 1) // held
        world.matter.move(mineral, mineral_target, along, cause, at=at, to=to)
    world.matter.move(source, target, units, cause, at=at, to=to)


def _mineral_of(world: World, food: Stock) -> Stock:
    """Where the mineral lies that belongs to a store of food."""
    return world.commons.food_mineral if food is world.commons.food else world.households.pantry_mineral


def _spoil(world: World) -> None:
    """Food that is more than the fund can keep rots on the poorest soil."""
    commons = world.commons
    garden = poorest(world)
    if (too_much := -room_for(world, "food")) > 0 and len(garden):
        rot(world, commons.food, commons.food_mineral, max(1, too_much >> SPOILS), garden)


def _feed_the_land(world: World) -> None:
    """The poorest soil draws from the food that is left: as compost, carbon and mineral."""
    commons = world.commons
    units = min(TO_LAND, int(commons.food_mineral.amount[0]), spare_of(world, "food"))
    bed = poorest(world)
    if units and len(bed) and world.soil_mineral.amount[bed[0]] < POOR:
        world.matter.move(commons.food, world.litter_carbon, units, HELP, to=bed)
        world.matter.move(commons.food_mineral, world.litter_mineral, units, HELP, to=bed)
        commons.note(commons.FUND, commons.LAND, units)


def _feed_creatures(world: World) -> None:
    """Hungry animals that live here find a carbon each at the fund's table, the hungriest kind first; hawks do not."""
    for animals in world.animals:
        if animals.kind.form == "hawk" or not len(animals):
            continue
        hungry = places_of(animals.carbon.amount < animals.kind.hungry)[: spare_of(world, "food")]
        if len(hungry):
            world.matter.move(world.commons.food, animals.carbon, np.ones(len(hungry), np.int64), HELP, to=hungry)
            world.commons.note(world.commons.FUND, world.commons.CREATURES, len(hungry))
