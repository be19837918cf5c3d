"""Mycelium: threads that join roots, fed by whoever has plenty, and giving to whoever lacks.

In the world      Most land plants trade sugar for minerals with fungi, whose threads may join one plant to another.
In the game       A plant pays a part of the sugar above its comfort as rent. Joined tiles even out carbon, mineral and
                  water, always from the full to the empty. A plant with little sugar draws on the web, one that lacks
                  mineral is given it. Kinds that could pay and do not are cut off in time, and the
                  threads below them hand what they carry to others. A tile that dries alarms those it is joined to, a
                  tile every second tick, and plants harden before they thirst.
In numbers        every fourth tick: rent = (sugar - comfort) / 2^(rent - {RENT_TURNS}); fed = {FED_BELOW} - sugar,
                  lifted = (soil mineral - {LEFT_IN_SOIL}) / {2**LIFTING}, handed over = what a plant lacks, each at
                  most {FED} and what the threads hold; threads' breath = threads / {2**BREATH}; between two joined
                  neighbours difference / {2**ALONG}
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
from game.engine.systems.shares import above, as_grid, at_least_none, at_most, below, even_out, share, where_negative
from game.engine.webs import JOINED_FROM, Web
from game.engine.world import World

MOIST = 4  # water a tile needs for rent to be paid
RENT_TURNS = 2  # halvings that rent is dearer by, since it is taken every fourth tick
FED_BELOW = 6  # sugar below which a plant draws on the web
FED = 8  # carbon or mineral handed over at most, every fourth tick
LEFT_IN_SOIL = 4  # mineral that threads leave
LIFTING = 1  # halvings of the soil's mineral above that, every fourth tick
ALONG, WATER_ALONG = 1, 1  # halvings of a difference between joined neighbours, every eighth tick in each direction
BREATH = 4  # halvings of the threads, every fourth tick
LETS_GO_EVERY = 8  # ticks: time enough to draw back in all four directions
RESERVE_FROM = 4  # mineral in the threads above which seed is helped too
PATIENCE = 4  # motes a plant of a kind that does not pay is given before it is cut off
DRY = 12  # water below which a tile alarms its neighbours; roots feel thirst at none
ALARM = 8  # tiles that an alarm reaches, one every second tick


def step(world: World) -> None:
    """In turns: rent and sugar, mineral from the soil and to the roots; threads and alarms on even ticks, mineral and
    water along the web on odd ones."""
    web = world.web
    if web is None or not np.count_nonzero(web.threads.amount):
        return
    bits, turn = world.chance("mycelium"), world.tick % 4
    if turn == 0:
        joined = _joined_roots(world, web)
        _take_rent(world, web, joined, bits)
        _feed(world, web, _credit(world, web, joined))
    elif turn == 1:
        _lift(world, web, bits)
        if calendar.season(world.tick) != calendar.WINTER:
            _hand_over(world, web, _credit(world, web, _joined_roots(world, web)))
    elif turn == 3:
        _breathe(world, web, bits >> as_grid(8))
    if turn % 2 == 0:
        _even_out_threads(world, web, bits >> as_grid(8))
        _alarm(world, web)
    else:
        _even_out_mineral_and_water(world, web, bits >> as_grid(4))


def net(world: World, web: Web) -> Grid:
    """-1 where soil is joined to its neighbours, else 0."""
    joined: Grid = above(web.threads.amount, JOINED_FROM - 1) & world.soil
    return joined


def _joined_roots(world: World, web: Web) -> Grid:
    """-1 where threads have joined a plant of a kind that takes part, else 0."""
    joined: Grid = world.flora.networked & above(web.threads.amount, 0)
    return joined


def _credit(world: World, web: Web, joined: Grid) -> Grid:
    """The motes that the plant on each tile can be given."""
    credit: Grid = at_least_none(as_grid(PATIENCE) - web.debt) + (world.flora.pays & as_grid(FED)) & joined
    return credit


def _take_rent(world: World, web: Web, joined: Grid, bits: Grid) -> None:
    flora = world.flora
    surplus = at_least_none(world.sugar.amount - flora.comfort)
    halvings = at_least_none(flora.rent - as_grid(RENT_TURNS))
    rounding = bits & (np.left_shift(as_grid(1), halvings) - as_grid(1))
    paying = joined & flora.pays & above(world.soil_water.amount, MOIST - 1)
    world.matter.move(world.sugar, web.threads, (surplus + rounding >> halvings) & paying, "rent")


def _feed(world: World, web: Web, credit: Grid) -> None:
    wanted = at_least_none(as_grid(FED_BELOW) - world.sugar.amount)
    fed = np.minimum(np.minimum(wanted, web.threads.amount), credit)
    world.matter.move(web.threads, world.sugar, fed, "fed by the web")
    _lend(world, web, fed)


def _lend(world: World, web: Web, given: Grid) -> None:
    """Those who could pay and do not owe what they are given."""
    owed = given & ~world.flora.pays
    if np.count_nonzero(owed):
        web.debt += owed


def _lift(world: World, web: Web, bits: Grid) -> None:
    plenty = share(at_least_none(world.soil_mineral.amount - as_grid(LEFT_IN_SOIL)), LIFTING, bits)
    room = at_least_none(web.threads.amount - web.mineral.amount)
    world.matter.move(world.soil_mineral, web.mineral, np.minimum(plenty, room), "lifted")


def _hand_over(world: World, web: Web, credit: Grid) -> None:
    short = mineral_short(world)
    needed = np.minimum(at_most(at_least_none(short), FED), web.mineral.amount)
    reserving = below(short, 1) & where_negative(-world.flora.seed_reserve - short)
    reserving &= above(web.mineral.amount, RESERVE_FROM) & as_grid(1)
    given = np.minimum(needed | reserving, credit)
    world.matter.move(web.mineral, world.plant_mineral, given, "handed over")
    _lend(world, web, given)


def _even_out_threads(world: World, web: Web, bits: Grid) -> None:
    turn = world.tick >> 1
    even_out(world, web.threads, ALONG, bits, "along the web", open_=world.soil, turn=turn)


def _even_out_mineral_and_water(world: World, web: Web, bits: Grid) -> None:
    turn, joined = world.tick >> 1, net(world, web)
    served = joined & below(web.debt, PATIENCE)
    _draw_back(world, web, served, turn)
    even_out(world, web.mineral, ALONG, bits, "along the web", open_=served, turn=turn)
    joined |= world.pond
    even_out(world, world.soil_water, WATER_ALONG, bits >> as_grid(1), "along the web", open_=joined, turn=turn)


def _draw_back(world: World, web: Web, served: Grid, turn: int) -> None:
    """Threads that fade, or lie under a plant that was cut off, hand what they carry to others beside them."""
    idle = web.mineral.amount & ~served
    if np.count_nonzero(idle):
        apart, pairs = world.wet_ways(turn)
        back = (idle[:-apart] & served[apart:]) - (idle[apart:] & served[:-apart])
        world.matter.flow(web.mineral, apart, back & pairs, "along the web")


def _breathe(world: World, web: Web, bits: Grid) -> None:
    world.matter.move(web.threads, world.air, share(web.threads.amount, BREATH, bits), "threads' breath")
    loose = at_least_none(web.mineral.amount - web.threads.amount) & ~net(world, web)
    if world.tick % LETS_GO_EVERY == LETS_GO_EVERY - 1 and np.count_nonzero(loose):
        world.matter.move(web.mineral, world.soil_mineral, loose, "let go")


def _alarm(world: World, web: Web) -> None:
    """A dry tile alarms those it is joined to; word runs from tile to tile and fades."""
    here, joined = web.alarm, net(world, web)
    dry = below(world.soil_water.amount, DRY) & joined & as_grid(ALARM)
    if not (np.count_nonzero(dry) or np.count_nonzero(here)):
        return
    heard = here.copy()
    for apart in (1, world.stride):
        np.maximum(heard[apart:], here[:-apart], out=heard[apart:])
        np.maximum(heard[:-apart], here[apart:], out=heard[:-apart])
    np.bitwise_and(np.maximum(heard - 1, dry), joined, out=web.alarm)
