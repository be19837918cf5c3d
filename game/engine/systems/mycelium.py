"""Mycelium: threads that join roots, fed by whoever has plenty, and giving to whoever lacks.

In the world      Most land plants trade sugar for minerals with fungi, whose threads may join one plant to another.
In the game       A plant pays a part of the sugar above its comfort as rent. Joined tiles even out carbon, mineral and
                  water, always from the full to the empty. A plant with little sugar draws on the web, one that lacks
                  mineral is given it. Kinds that could pay and do not are cut off in time. Dryness is felt along it.
Moves             carbon: sugar -> threads (rent) -> sugar (fed by the web); threads -> threads (along the web);
                  threads -> air (threads' breath) · mineral: soil -> threads (lifted) -> plant (handed over);
                  threads -> threads (along the web), soil (let go) · water: soil -> soil (along the web)
Partnership       network: plants give sugar, threads give mineral and carry both to where they are short.
Switched off      the shaded and the poor fare worse (tests/laws/test_mycelium.py).
Evidence          debated (hawkins2023, kiers2011, klein2016; against: karst2023)
"""

from __future__ import annotations

import numpy as np

from game.engine import calendar
from game.engine.matter import Grid
from game.engine.systems.roots import mineral_short
from game.engine.systems.shares import even_out, share, where_negative
from game.engine.webs import JOINED_FROM, Web
from game.engine.world import World

MOIST = 4  # water a tile needs for rent to be paid
FED_BELOW = 6  # sugar below which a plant draws on the web
FED = 2  # carbon or mineral handed over at most in a tick
LEFT_IN_SOIL = 4  # mineral that threads leave
LIFTING = 3  # halvings of the soil's mineral above that
ALONG, WATER_ALONG = 1, 2  # halvings of a difference between joined neighbours, every fourth tick in each direction
BREATH = 6  # halvings of the threads
RESERVE_FROM = 4  # mineral in the threads above which seed is helped too
PATIENCE = 24  # motes a plant of a kind that does not pay is given before it is cut off
DRY = 4  # water below which a tile alarms its neighbours
ALARM = 6  # ticks and tiles that an alarm reaches


def step(world: World) -> None:
    web = world.web
    if web is None or not np.count_nonzero(web.threads.amount):
        return
    bits = world.chance("mycelium")
    joined = world.flora.planted & where_negative(-web.threads.amount)
    served = joined & where_negative(web.debt - PATIENCE)
    _take_rent(world, web, joined, bits)
    _feed(world, web, served)
    _lift(world, web, bits >> 3)
    if calendar.season(world.tick) != calendar.WINTER:
        _hand_over(world, web, served, bits >> 9)
    _even_out(world, web)
    _breathe(world, web)
    _alarm(world, web)


def net(world: World, web: Web) -> Grid:
    """-1 where soil is joined to its neighbours, else 0."""
    return where_negative(JOINED_FROM - 1 - web.threads.amount) & world.soil


def _take_rent(world: World, web: Web, joined: Grid, bits: Grid) -> None:
    flora = world.flora
    surplus = np.maximum(world.sugar.amount - flora.comfort, 0)
    rounding = bits & (np.left_shift(1, flora.rent) - 1)
    paying = joined & flora.pays & where_negative(MOIST - 1 - world.soil_water.amount)
    world.matter.move(world.sugar, web.threads, (surplus + rounding >> flora.rent) & paying, "rent")


def _feed(world: World, web: Web, served: Grid) -> None:
    wanted = np.minimum(np.maximum(FED_BELOW - world.sugar.amount, 0), FED)
    fed = np.minimum(wanted, web.threads.amount) & served
    world.matter.move(web.threads, world.sugar, fed, "fed by the web")
    web.debt += fed & ~world.flora.pays


def _lift(world: World, web: Web, bits: Grid) -> None:
    plenty = share(np.maximum(world.soil_mineral.amount - LEFT_IN_SOIL, 0), LIFTING, bits)
    room = np.maximum(web.threads.amount - web.mineral.amount, 0)
    world.matter.move(world.soil_mineral, web.mineral, np.minimum(plenty, room), "lifted")


def _hand_over(world: World, web: Web, served: Grid, bits: Grid) -> None:
    short = mineral_short(world)
    needed = np.minimum(np.minimum(np.maximum(short, 0), FED), web.mineral.amount)
    reserving = where_negative(short - 1) & where_negative(-world.flora.seed_reserve - short)
    reserving &= where_negative(RESERVE_FROM - web.mineral.amount) & where_negative((bits & 3) - 1) & 1
    given = (needed | reserving) & served
    world.matter.move(web.mineral, world.plant_mineral, given, "handed over")
    web.debt += given & ~world.flora.pays


def _even_out(world: World, web: Web) -> None:
    bits, joined = world.chance("along the web"), net(world, web)
    carrying = joined | world.pond
    even_out(world, web.threads, world.wet_ways, ALONG, bits, "along the web", open_=world.soil)
    even_out(world, web.mineral, world.wet_ways, ALONG, bits >> 4, "along the web", open_=joined)
    even_out(world, world.soil_water, world.wet_ways, WATER_ALONG, bits >> 8, "along the web", open_=carrying)


def _breathe(world: World, web: Web) -> None:
    breath = share(web.threads.amount, BREATH, world.chance("threads"))
    world.matter.move(web.threads, world.air, breath, "threads' breath")
    loose = np.maximum(web.mineral.amount - web.threads.amount, 0)
    if np.count_nonzero(loose):
        world.matter.move(web.mineral, world.soil_mineral, loose, "let go")


def _alarm(world: World, web: Web) -> None:
    """A dry tile alarms those it is joined to; word runs a tile a tick and fades."""
    here = web.alarm
    heard = here.copy()
    for apart in (1, world.stride):
        np.maximum(heard[apart:], here[:-apart], out=heard[apart:])
        np.maximum(heard[:-apart], here[apart:], out=heard[:-apart])
    heard = np.maximum(heard - 1, where_negative(world.soil_water.amount - DRY) & ALARM)
    np.bitwise_and(heard, net(world, web), out=web.alarm)
