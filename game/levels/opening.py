"""From a level to the world it opens with."""

from __future__ import annotations

import numpy as np

from game.engine.census import Start
from game.engine.systems.withering import set_plant
from game.engine.tick import PROCESSES
from game.engine.tiles import ROCK, SOIL, WATER
from game.engine.weather import HARDEST, conditions
from game.engine.world import World
from game.levels.level import MULCH, PERCH, Handful, Level, Planted, Soil, Wild

FOOD_A_MINERAL = 4  # carbon of food in a pantry for each mineral, as the level opens
HIVE_MINERAL = 8


def switches(level: Level) -> list[str]:
    """What can be switched off in a level, all else equal: each of its partnerships, and any process of the day."""
    return list(dict.fromkeys([*(bond.name for bond in level.partnerships), *PROCESSES]))


def open_world(level: Level, seed: int, *, without: str | None = None) -> World:
    """The world of `level` before the first action. `without` names what is switched off in it.

    Raises ValueError for what `switches` does not name.
    """
    if without is not None and without not in switches(level):
        raise ValueError(without)
    bonds = [bond for bond in level.partnerships if bond.name != without]
    weather, place = level.weather, conditions(level.stress, level.years, seed)
    world = World(
        level.height,
        level.width,
        seed,
        level.life,
        partnerships=bonds,
        rain=weather.rain * place.rain // HARDEST,
        air=weather.air,
        cloud=weather.cloud,
        spells=(*place.spells, *level.spells),
        resting=() if without is None or len(bonds) < len(level.partnerships) else [without],
    )
    world.map("ground")[:] = np.frombuffer(level.ground, np.uint8).reshape(level.height, level.width)
    world.map_changed()
    _lay_soil(world, level, place.soil)
    for plant in level.plants:
        _set_plant(world, plant)
    for hive in level.hives:
        colonies = next(colonies for colonies in world.colonies if colonies.kind.name == hive.colony)
        colonies.found(world.place(hive.y, hive.x), hive.workers, hive.honey, HIVE_MINERAL)
    for home in level.homes:
        world.households.settle(
            home.name, world.place(home.y, home.x), home.food, home.food // FOOD_A_MINERAL, needs=home.needs,
            mouths=home.mouths, works=home.works, water=home.water, wood=home.wood, yours=home.yours,
        )
    world.households.luck, world.households.fortunes = level.luck.chance, level.luck.fortunes
    _agree(world, level)
    if world.lichens is not None:
        for crust in level.crusts:
            at = world.place(crust.y, crust.x)
            world.lichens.fungus.amount[at], world.lichens.alga.amount[at] = crust.fungus, crust.alga
    if world.web is not None:
        for threads in level.threads:
            world.web.threads.amount[world.place(threads.y, threads.x)] = threads.carbon
    for wild in level.animals:
        _let_in(world, wild)
    if world.perches is not None:
        for perch in level.perches:
            world.perches.standing.amount[world.place(perch.y, perch.x)] = 1
    world.beyond["carbon"].amount[0], world.beyond["mineral"].amount[0] = level.beyond.carbon, level.beyond.mineral
    for handful in level.hand:
        _put_in_hand(world, handful)
    return world


def start_of(level: Level, world: World) -> Start:
    """What flourishing is measured against: the freshly opened `world` of `level`."""
    return Start.of(world, level.members)


def _agree(world: World, level: Level) -> None:
    """What people hold in common as the level opens."""
    commons = world.commons
    commons.make_room(len(level.homes))
    commons.open = level.fund and "fund" not in world.resting
    for rule, value in level.rules.items():
        commons.agree(rule, value)
    commons.council = level.council
    commons.tend(level.tended - commons.tended)
    for plot in level.plots:
        world.plot[world.place(plot.y, plot.x)] = world.households.names.index(plot.home) + 1
    if level.tip is not None:
        commons.tip_place = world.place(level.tip.y, level.tip.x)
        commons.tip_mineral.amount[0] = level.tip.mineral


def _lay_soil(world: World, level: Level, percent: int) -> None:
    """`percent` of the mineral that the level says lies in soil."""
    for row in range(level.height):
        for column in range(level.width):
            _lay(world, column, row, level.soil)
    for patch in level.patches:
        _lay(world, patch.x, patch.y, patch.soil)
    world.soil_mineral.amount[:] = world.soil_mineral.amount.astype(np.int64) * percent // HARDEST


def _lay(world: World, x: int, y: int, soil: Soil) -> None:
    ground = int(world.map("ground")[y, x])
    on_soil = {
        world.soil_water.name: soil.water,
        world.soil_mineral.name: soil.mineral,
        world.subsoil.name: soil.subsoil,
        world.litter_carbon.name: soil.litter_carbon,
        world.litter_mineral.name: soil.litter_mineral,
    }
    laid = {SOIL: on_soil, ROCK: {world.subsoil.name: soil.rock}, WATER: {world.soil_water.name: soil.pond}}.get(
        ground, {}
    )
    for name, units in laid.items():
        world.map(name)[y, x] = units


def _set_plant(world: World, plant: Planted) -> None:
    number = world.flora.index[plant.species]
    kind = world.flora.kind(number)
    place = world.place(plant.y, plant.x)
    if plant.stage == "seed":
        world.seeds[number - 1].amount[place] += 1
        return
    set_plant(world, np.array([place]), number)
    grown = plant.stage == "grown"
    world.body.amount[place] = kind.body if grown else kind.young_carbon
    world.plant_mineral.amount[place] = kind.body // 4 + 1 if grown else kind.young_mineral
    world.sugar.amount[place] = kind.sugar_cap // 4 if grown else 0


def _let_in(world: World, wild: Wild) -> None:
    """Animals that are neither hungry nor full, each with the mineral for one young."""
    animals = next(animals for animals in world.animals if animals.kind.name == wild.species)
    kind = animals.kind
    newcomers = animals.come(np.full(wild.count, world.place(wild.y, wild.x), np.int64))
    animals.carbon.amount[newcomers], animals.mineral.amount[newcomers] = kind.comfort, 2 * kind.mineral


def _put_in_hand(world: World, handful: Handful) -> None:
    """What belongs to a partnership that is switched off is not there."""
    give, count = handful.give, handful.count
    if give in world.flora.index:
        world.hand.young[world.flora.index[give] - 1].amount[0] += count
    elif give == MULCH:
        world.hand.mulch.amount[0] += count
    elif give == PERCH:
        if world.perches is not None:
            world.perches.held.amount[0] += count
    elif world.web is not None and give == world.web.kind.name:
        world.web.spores.amount[0] += count
    elif world.lichens is not None:
        for kind, _, held in world.lichens.halves:
            held.amount[0] += count * kind.flake if kind.name == give else 0
