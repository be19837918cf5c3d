"""Sky: sun dries the ground, rain comes back, water seeps and runs off.

In the world      Water goes round: it evaporates, rains, soaks in, seeps towards dry places and runs off what is full,
                  taking minerals along.
In the game       Sun dries every tile, half as fast under litter or mulch. Showers bring back a quarter of the cloud,
                  less in a drought, more in a flood. A soil tile holds 48.
In numbers        every {EVERY} ticks: dried = water x sun / {2**(DRYING + 1)}, twice that where litter < {MULCH_FROM};
                  rain, one look in {SHOWER}: a quarter of the cloud x percent / 100, shared evenly; seeping =
                  difference / {2**SEEPING} between two neighbours; run-off = water above {SOIL_HOLDS}, and with it 1/32
                  of the tile's mineral
Moves             water: soil, pond -> cloud (evaporation) -> soil, pond (rain); soil -> soil (seeping); soil -> brook
                  -> pond (run-off) · mineral: soil -> deep earth (washed out) -> subsoil (risen) -> soil (weathering)
Partnership       none
Switched off      nothing dries and no rain falls (tests/engine/test_systems.py).
Evidence          solid (textbook water cycle)
"""

from __future__ import annotations

from game.engine import calendar
from game.engine.matter import Grid, places_of
from game.engine.systems.shares import as_grid, at_least_none, at_most, below, even_out, one_each, share, share_out
from game.engine.world import World

SOIL_HOLDS = 48  # water a soil tile can keep
MULCH_FROM = 8  # litter carbon that shades the ground
MOST_DRYING = 512  # water a tile dries from: a pond is no wetter above this
EVERY = 2  # ticks between two looks of the sky
DRYING = 8  # halvings of water x sun
SHOWER = 2  # one look in so many, on average
SEEPING = 2  # halvings of a difference, every eighth tick
WEATHERING = 6  # halvings of the subsoil, every 32nd tick
RISING = 9  # halvings of the deep earth a tick


def step(world: World) -> None:
    if world.tick % EVERY == 0:
        bits = world.chance("sky")
        _dry(world, bits)
        if world.roll("shower") % SHOWER == 0:
            _rain(world, bits >> as_grid(6))
        even_out(world, world.soil_water, SEEPING, bits >> as_grid(3), "seeping", turn=world.tick // EVERY)
    if world.tick % 4 == 1 and len(world.pond_places):
        _run_off(world)
    if world.tick % 32 == 5:
        _weather(world, world.chance("weathering"))


def _dry(world: World, bits: Grid) -> None:
    drying = as_grid(1) - below(world.litter_carbon.amount, MULCH_FROM)
    drying *= as_grid(calendar.sun(world.tick))
    drying *= at_most(world.soil_water.amount, MOST_DRYING)
    drying >>= as_grid(1)
    dried = share(drying, DRYING, bits)
    world.matter.move(world.soil_water, world.cloud, dried, "evaporation")


def _rain(world: World, bits: Grid) -> None:
    """A quarter of the cloud (at 100 percent of rain) falls evenly; 256ths of a mote are rounded by chance."""
    percent = world.rain * (100 + world.weather("flood") - world.weather("drought")) // 100
    falling = int(world.cloud.amount[0]) * percent * 64 // (100 * max(1, world.wet_tiles))
    shower = as_grid(falling >> 8) - below(bits & as_grid(255), falling & 255) & world.wet
    world.matter.draw(world.cloud, world.soil_water, shower, "rain")


def _run_off(world: World) -> None:
    over = at_least_none(world.soil_water.amount - as_grid(SOIL_HOLDS)) & world.soil
    full = places_of(over)
    if len(full):
        world.matter.move(world.soil_water, world.brook, over[full], "run-off", at=full)
        washed = world.soil_mineral.amount[full] >> as_grid(5)
        world.matter.move(world.soil_mineral, world.deep_earth, washed, "washed out", at=full)
    brook = int(world.brook.amount[0])
    if not brook:
        return
    arriving = share_out(brook, one_each(len(world.pond_places)), world.roll("brook"))
    world.matter.move(world.brook, world.soil_water, arriving, "run-off", to=world.pond_places)


def _weather(world: World, bits: Grid) -> None:
    loosened = share(world.subsoil.amount & world.soil, WEATHERING, bits)
    world.matter.move(world.subsoil, world.soil_mineral, loosened, "weathering")
    rising = int(world.deep_earth.amount[0]) * 32 >> RISING
    ground = places_of(world.rock if world.rock.any() else world.soil)
    if rising and len(ground):
        lifted = share_out(rising, one_each(len(ground)), world.roll("rising"))
        world.matter.move(world.deep_earth, world.subsoil, lifted, "risen", to=ground)
