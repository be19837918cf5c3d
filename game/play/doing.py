"""The one place where each action is checked, previewed and done."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.colonies import Colonies
from game.engine.matter import Places, Stock
from game.engine.systems.shares import share_out
from game.engine.systems.sky import SOIL_HOLDS
from game.engine.systems.withering import set_plant
from game.engine.world import World
from game.levels.level import Level
from game.play import joining
from game.play.actions import (
    Action,
    Begin,
    Connect,
    Gather,
    Give,
    Inoculate,
    Invite,
    Keep,
    Mulch,
    Plant,
    TakeBack,
    Water,
    verb_of,
)
from game.play.names import title as title
from game.play.progress import Progress
from game.play.refusal import Refusal as Refusal
from game.words import say

CAN = 8  # water carried to one tile at most
SWARM_WORKERS = 6  # bees in a swarm in the hand
SWARM_HONEY = 12  # ... and the honey they bring


@dataclass(frozen=True, slots=True)
class Preview:
    """What an action will take and bring, before it is done: on which tiles, and how many things (fruit, water,
    plants)."""

    places: Places
    units: int
    costs_a_day: bool


def costs_a_day(action: Action, progress: Progress) -> bool:
    """Setting out, keeping and taking back are free; all other work takes a day."""
    return progress.begun and not isinstance(action, Begin | Keep | TakeBack)


def refusal(world: World, level: Level, progress: Progress, action: Action) -> Refusal | None:
    """Why `action` is not possible now, or None if it is."""
    verb = verb_of(action)
    if isinstance(action, Begin):
        return Refusal("begun") if progress.begun else None
    if verb not in level.verbs:
        return Refusal("verb", {"verb": say(f"actions.verbs.{verb}.name").lower()})
    most = level.verbs[verb]  # type: ignore[index]
    if most is not None and progress.used.get(verb, 0) >= most:
        return Refusal("used_up")
    if not progress.begun and not isinstance(action, Plant | Inoculate | Invite):
        return Refusal("not_begun")
    if costs_a_day(action, progress) and progress.days_left < 1:
        return Refusal("no_days")
    if not isinstance(action, Keep | TakeBack) and not (
        0 <= action.x < level.width and 0 <= action.y < level.height
    ):
        return Refusal("off_map")
    match action:
        case Plant():
            return _may_plant(world, level, progress, action)
        case Inoculate():
            return joining.may_inoculate(world, action) or _not_yet(level, progress, action)
        case Connect():
            return joining.may_connect(world, action)
        case Invite():
            return joining.may_invite(world, action) or _not_yet(level, progress, action)
        case Water():
            return _may_water(world, action)
        case Mulch():
            return _may_mulch(world, action)
        case Gather():
            return None if _ripe(world, action)[1].sum() else Refusal("nothing_ripe")
        case Give():
            return _may_give(world, action)
        case Keep():
            return _may_move(world, world.basket, action)
        case TakeBack():
            return _may_move(world, world.shelf, action)


def preview(world: World, progress: Progress, action: Action) -> Preview:
    """What `action` would do, if it is not refused."""
    if isinstance(action, Begin | Keep | TakeBack):
        return Preview(np.zeros(0, np.intp), getattr(action, "count", 0), False)
    places, units = np.array([world.place(action.y, action.x)]), 1
    match action:
        case Inoculate():
            units = joining.units(world, action)
        case Invite():
            places = joining.seen_from(world, action)
        case Gather():
            places, taken = _ripe(world, action)
            units = int(taken.sum())
        case Water():
            places, poured = _pour(world, action)
            units = int(poured.sum())
        case Give():
            units = action.count
            places = _bed(world, action) if _home_at(world, action) is None else places
    return Preview(places, units, costs_a_day(action, progress))


def do(world: World, level: Level, progress: Progress, action: Action) -> Refusal | None:
    """Do `action` if it is possible; else change nothing and say why."""
    if refused := refusal(world, level, progress, action):
        return refused
    if costs_a_day(action, progress):
        progress.days_left -= 1
    if not isinstance(action, Begin):
        progress.used[verb_of(action)] = progress.used.get(verb_of(action), 0) + 1
    match action:
        case Begin():
            progress.begun = True
        case Plant():
            _plant(world, action)
        case Inoculate():
            joining.inoculate(world, action)
        case Connect():
            joining.connect(world, action)
        case Invite():
            joining.invite(world, action)
        case Water():
            places, poured = _pour(world, action)
            _carry_water(world, places, poured)
        case Mulch():
            at = np.array([world.place(action.y, action.x)])
            world.matter.unmake(
                world.hand_mulch, 1, "mulching", to=at, carbon=world.litter_carbon, mineral=world.litter_mineral
            )
        case Gather():
            _gather(world, action)
        case Give():
            progress.given += action.count
            _give(world, action)
        case Keep():
            progress.kept += action.count
            number = world.flora.index[action.species] - 1
            world.matter.move(world.basket[number], world.shelf[number], action.count, "keeping")
        case TakeBack():
            number = world.flora.index[action.species] - 1
            world.matter.move(world.shelf[number], world.basket[number], action.count, "taking back")
    return None


# ----------------------------------------------------------------- plant


def _may_plant(world: World, level: Level, progress: Progress, action: Plant) -> Refusal | None:
    place = world.place(action.y, action.x)
    swarm = _swarm(world, action.species)
    if swarm is None and action.species not in world.flora.index:
        return Refusal("unknown_kind", {"kind": action.species})
    if not world.soil[place]:
        return Refusal("not_soil")
    if world.flora.species[place] or any(place in colonies.place for colonies in world.colonies):
        return Refusal("taken")
    if refused := _not_yet(level, progress, action):
        return refused
    held = (
        swarm.swarm.amount[0] // SWARM_WORKERS
        if swarm
        else world.hand_young[world.flora.index[action.species] - 1].amount[0]
    )
    return None if held else Refusal("none_left", {"kind": title(world, action.species, many=True)})


def _not_yet(level: Level, progress: Progress, action: Plant | Inoculate | Invite) -> Refusal | None:
    """Before time begins only the marked tiles may be used, if some are marked."""
    marked = not level.set_out_tiles or (action.x, action.y) in level.set_out_tiles
    return None if progress.begun or marked else Refusal("not_here_yet")


def _plant(world: World, action: Plant) -> None:
    place = np.array([world.place(action.y, action.x)])
    if swarm := _swarm(world, action.species):
        hive = np.array([swarm.found(int(place[0]))])
        world.matter.move(swarm.swarm, swarm.workers, SWARM_WORKERS, "a swarm moves in", to=hive)
        world.matter.move(world.hand_honey, swarm.honey, SWARM_HONEY, "a swarm moves in", to=hive)
        return
    number = world.flora.index[action.species]
    set_plant(world, place, number)
    world.matter.unmake(
        world.hand_young[number - 1], 1, "planting", to=place, carbon=world.body, mineral=world.plant_mineral
    )
    world.fields["tally_births"][number] += 1
    world.tell("planted", int(place[0]), action.species)


def _swarm(world: World, name: str) -> Colonies | None:
    return next((colonies for colonies in world.colonies if colonies.kind.name == name), None)


# ----------------------------------------------------------------- water and mulch


def _may_water(world: World, action: Water) -> Refusal | None:
    if not len(world.pond_places) or not world.soil_water.amount[world.pond_places].sum():
        return Refusal("no_water")
    return None if _pour(world, action)[1].sum() else Refusal("wet_enough")


def _pour(world: World, action: Water) -> tuple[Places, np.ndarray]:
    """The tiles watered and how much each gets, as far as the pond reaches."""
    around = world.places_around(world.place(action.y, action.x))
    places = around[world.soil[around] != 0]
    room = np.clip(SOIL_HOLDS - world.soil_water.amount[places].astype(np.int64), 0, CAN)
    there = int(world.soil_water.amount[world.pond_places].sum(dtype=np.int64))
    if room.sum() > there:
        room = share_out(there, room, 0)
    return places, room


def _carry_water(world: World, places: Places, poured: np.ndarray) -> None:
    pond = world.soil_water.amount[world.pond_places]
    drawn = share_out(int(poured.sum()), pond, 0)
    world.matter.move(world.soil_water, world.brook, drawn, "watering", at=world.pond_places)
    world.matter.move(world.brook, world.soil_water, poured, "watering", to=places)


def _may_mulch(world: World, action: Mulch) -> Refusal | None:
    if not world.soil[world.place(action.y, action.x)]:
        return Refusal("not_soil")
    return None if world.hand_mulch.amount[0] else Refusal("no_mulch")


# ----------------------------------------------------------------- gather, give, keep


def _ripe(world: World, action: Gather) -> tuple[Places, np.ndarray]:
    """The tiles around and how many fruits would be taken from each: half is rounded down."""
    places = world.places_around(world.place(action.y, action.x))
    ripe = world.fruit.amount[places]
    return places, ripe if action.share == "all" else ripe >> 1


def _gather(world: World, action: Gather) -> None:
    places, taken = _ripe(world, action)
    species = world.flora.species[places]
    for number in np.unique(species[taken > 0]).tolist():
        these = (species == number) & (taken > 0)
        world.matter.move(world.fruit, world.basket[number - 1], taken[these], "gathering", at=places[these])


def _may_move(world: World, source: tuple[Stock, ...], action: Keep | TakeBack | Give) -> Refusal | None:
    if action.species not in world.flora.index:
        return Refusal("unknown_kind", {"kind": action.species})
    if action.count < 1:
        return Refusal("nothing")
    held = int(source[world.flora.index[action.species] - 1].amount[0])
    return None if held >= action.count else Refusal("not_so_many", {"held": held})


def _may_give(world: World, action: Give) -> Refusal | None:
    if refused := _may_move(world, world.basket, action):
        return refused
    if _home_at(world, action) is None and not world.soil[world.place(action.y, action.x)]:
        return Refusal("nobody_there")
    return None


def _home_at(world: World, action: Give) -> int | None:
    homes = np.flatnonzero(world.households.place == world.place(action.y, action.x))
    return int(homes[0]) if len(homes) else None


def _bed(world: World, action: Give) -> Places:
    """The soil around a tile, over which a gift to the land is strewn."""
    around = world.places_around(world.place(action.y, action.x))
    bed: Places = around[world.soil[around] != 0]
    return bed


def _give(world: World, action: Give) -> None:
    """To a neighbour's pantry; or as seed to the land, the pulp to its litter."""
    number = world.flora.index[action.species] - 1
    basket = world.basket[number]
    home = _home_at(world, action)
    if home is not None:
        homes = world.households
        world.matter.unmake(
            basket,
            action.count,
            "a gift",
            to=np.array([home]),
            carbon=homes.pantry_carbon,
            mineral=homes.pantry_mineral,
        )
        return
    bed = _bed(world, action)
    strewn = share_out(action.count, np.ones(len(bed), np.int64), world.roll("strewing"))
    for place, seeds in zip(bed.tolist(), strewn.tolist(), strict=True):
        if seeds:
            world.matter.split(
                basket,
                world.seeds[number],
                seeds,
                "a gift",
                to=np.array([place]),
                carbon=world.litter_carbon,
                mineral=world.litter_mineral,
            )
