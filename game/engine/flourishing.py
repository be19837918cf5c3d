"""Flourishing: half the average well-being of all members and half that of whoever is worst off.

Members are each kind of plant, colony, lichen partner, mycelium and animal, each household, and the land. A member's
well-being, 0 to 100, is the least of what it needs; whoever dies out counts 0 and stays on the roll, so no one is
better rid of anyone. What lies in a basket, a hand or a pantry is not counted anywhere: it is simply missing from the
land.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine import calendar
from game.engine.animals import Animals
from game.engine.colonies import Colonies
from game.engine.webs import JOINED_FROM
from game.engine.world import LACKS, World

LAND = "land"
LACKING_FROM = 8  # ticks without something before a plant counts as unwell
AGES_EVERY = 4  # ticks by which a plant's age lags behind at most
MOIST = 4  # water at which a soil tile is moist
WINTER_STORE_DAY = 96  # from this day on a hive is measured by the honey that must last until spring flowers


@dataclass(frozen=True, slots=True)
class Wellbeing:
    """How one member fares: `needs` are what it needs, each met 0 to 100; `least` names the one that is met least."""

    member: str
    needs: Mapping[str, int]

    @property
    def level(self) -> int:
        return min(self.needs.values())

    @property
    def least(self) -> str:
        return min(self.needs, key=lambda need: self.needs[need])


@dataclass(frozen=True, slots=True)
class Flourishing:
    """How everyone fares: the members in the order of the roll."""

    members: tuple[Wellbeing, ...]

    @property
    def mean(self) -> int:
        return sum(member.level for member in self.members) // len(self.members)

    @property
    def worst(self) -> Wellbeing:
        return min(self.members, key=lambda member: member.level)

    @property
    def score(self) -> int:
        return (self.mean + self.worst.level) // 2

    def of(self, name: str) -> Wellbeing:
        """Raises KeyError for a name that is not on the roll."""
        for member in self.members:
            if member.member == name:
                return member
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Start:
    """What there was when the level opened, in the hand and on the map: the measure of all that follows."""

    members: tuple[str, ...]
    plants: Mapping[str, int]
    workers: Mapping[str, int]
    others: Mapping[str, int]
    living_mineral: int

    @classmethod
    def of(cls, world: World, members: Sequence[str]) -> Start:
        in_hand = {
            kind.name: int(stock.amount[0]) for kind, stock in zip(world.flora.kinds, world.hand_young, strict=True)
        }
        return cls(
            tuple(members),
            {
                kind.name: in_hand[kind.name] + count_plants(world, number)
                for number, kind in enumerate(world.flora.kinds, 1)
            },
            {colonies.kind.name: int(colonies.workers.amount.sum()) for colonies in world.colonies},
            {
                member: max(1, count(world, member) + _in_hand(world, member))
                for member in members
                if _is_other(world, member)
            },
            living_mineral(world),
        )


def measure(world: World, start: Start) -> Flourishing:
    """How everyone on the roll of `start` fares now."""
    return Flourishing(tuple(_fare(world, start, member) for member in start.members))


def count(world: World, name: str) -> int:
    """How many there are of a species: plants that are more than seedlings, workers, animals; tiles where a lichen
    partner lives or mycelium joins the soil. 0 for whoever cannot live here at all."""
    if name in world.flora.index:
        return count_plants(world, world.flora.index[name])
    for colonies in world.colonies:
        if colonies.kind.name == name:
            return int(colonies.workers.amount.sum())
    for animals in world.animals:
        if animals.kind.name == name:
            return len(animals)
    for kind, living, _ in world.lichens.halves if world.lichens else ():
        if kind.name == name:
            return int(np.count_nonzero(living.amount))
    if world.web is not None and world.web.kind.name == name:
        return int(np.count_nonzero(world.web.threads.amount >= JOINED_FROM))
    return 0


def count_plants(world: World, number: int) -> int:
    """Living plants of a kind that are more than seedlings."""
    return int(np.count_nonzero(_established(world, number)))


def living_mineral(world: World) -> int:
    """Mineral in the living round: soil, litter, plants, seed, hives, animals, lichen, nodules, threads; not in stone,
    deep earth, air, beyond, hand, basket or pantry."""
    stocks = [world.soil_mineral, world.litter_mineral, world.plant_mineral, world.fruit, *world.seeds]
    for colonies in world.colonies:
        stocks += [colonies.mineral, colonies.workers]
    for animals in world.animals:
        stocks += [animals.mineral, *animals.carried.values()]
    if world.lichens is not None:
        stocks += [*world.lichens.partners, world.lichens.mineral]
    if world.nodules is not None:
        stocks.append(world.nodules.living)
    if world.web is not None:
        stocks.append(world.web.mineral)
    return sum(stock.motes("mineral") for stock in stocks)


def _fare(world: World, start: Start, member: str) -> Wellbeing:
    if member == LAND:
        return Wellbeing(member, _needs_of_land(world, start))
    if member in world.flora.index:
        return Wellbeing(member, _needs_of_plants(world, start, member))
    for colonies in world.colonies:
        if member == colonies.kind.name:
            return Wellbeing(member, _needs_of_bees(world, start, colonies))
    for animals in world.animals:
        if member == animals.kind.name:
            return Wellbeing(member, _needs_of_animals(start, animals))
    if member in start.others:
        return Wellbeing(member, {"number": percent(_tiles_held(world, member), start.others[member])})
    home = world.households.names.index(member)
    return Wellbeing(member, {"food": int(world.households.fed[home])})


def _is_other(world: World, member: str) -> bool:
    """Whether a member is neither plant, colony, home nor the land."""
    known = {*world.flora.index, *(colonies.kind.name for colonies in world.colonies), *world.households.names, LAND}
    return member not in known


def _in_hand(world: World, member: str) -> int:
    """Flakes or spores in the hand: each can take one tile."""
    for kind, _, held in world.lichens.halves if world.lichens else ():
        if kind.name == member:
            return int(held.amount[0]) // kind.flake
    if world.web is not None and world.web.kind.name == member:
        return int(world.web.spores.amount[0])
    return 0


def _tiles_held(world: World, member: str) -> int:
    """Tiles where a lichen partner or mycelium lives; rock that lichen has made soil of still counts for it."""
    tiles = count(world, member)
    if world.lichens is not None and member in (kind.name for kind in world.lichens.kinds):
        tiles += int(world.fields["tally_soil_formed"][0])
    return tiles


def _established(world: World, number: int) -> NDArray[np.bool_]:
    established: NDArray[np.bool_] = (world.flora.species == number) & (world.body.amount * 2 >= world.flora.flowers_at)
    return established


def unwell(world: World) -> NDArray[np.bool_]:
    """Where a plant has gone without something for long; in winter all do without light."""
    dark = LACKS.index("light") if calendar.season(world.tick) == calendar.WINTER else -1
    lacking: NDArray[np.bool_] = (world.lack > 0) & (world.lack != dark) & (world.lack_ticks >= LACKING_FROM)
    return lacking


def _needs_of_plants(world: World, start: Start, name: str) -> dict[str, int]:
    number = world.flora.index[name]
    standing = _established(world, number)
    count = int(np.count_nonzero(standing))
    if not count:
        return {"number": 0}
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
