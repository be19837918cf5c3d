"""What a gardener sees: where a plant would do well, who is thirsty, poor or hungry, where most is ripe.

Sites are (x, y). Every question is answered from the world, the level's partnerships and the hand; of equal sites the
first in reading order is chosen, so that a policy acts the same way on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from game.engine.calendar import YEAR
from game.engine.matter import Grid, Places
from game.engine.systems import people
from game.engine.systems.crowds import gathered
from game.engine.systems.herds import CROWD
from game.engine.systems.seeds import crowded
from game.engine.world import LACKS, World
from game.play.session import Session

Site = tuple[int, int]
Scores = NDArray[np.int64]

NEAR_PARTNER, NEAR_OWN, FERTILE, FARTHER = 6, -3, 1, -2  # what counts for a site, for each neighbour, mote and tile
AT_ONE_TABLE = 4  # ... in place of NEAR_OWN, for each neighbour that feeds the same hunted animals
TABLE, TABLE_IS_FULL = 6, -100  # plants that feed a flock; more would make a crowd, and that draws hawks
MOST_FERTILE = 8  # motes of mineral above which a site is no better
THIRSTY_TOGETHER = 2  # plants without water around a tile that are worth a day's work
POOR = 4  # motes of mineral in soil and litter below which a plant is short
RIPE_TOGETHER = 4  # ripe fruits around a tile that are worth a day's work
MOIST = 4  # motes of water a seed needs
SEED_ROOM = 3  # bare tiles around a tile that are worth strewing
NOWHERE = np.iinfo(np.int64).min


def rarest_first(session: Session, kinds: Iterable[str]) -> list[str]:
    """`kinds` of plants, the one that stands least often first."""
    standing = np.bincount(session.world.flora.species, minlength=len(session.world.flora.kinds) + 1)
    return sorted(kinds, key=lambda name: (int(standing[session.world.flora.index[name]]), name))


def site_for(session: Session, species: str) -> Site | None:
    """The best free soil for a young plant or a swarm: fertile, more among partners than its own, near a hive."""
    world = session.world
    score = FARTHER * _distance(world)
    fertility = world.map(world.soil_mineral).astype(np.int64) + world.map(world.litter_mineral)
    score += FERTILE * np.minimum(fertility, MOST_FERTILE)
    if species in world.flora.index:
        hunted = species in hunted_eat(world)
        own = AT_ONE_TABLE if hunted else NEAR_OWN
        score += NEAR_PARTNER * _among(world, partners(session, species)) + own * _among(world, [species])
        if hunted:
            score += TABLE_IS_FULL * (world.map(tables(world, species)) >= TABLE)
    else:
        score = _among(world, [kind.name for kind in world.flora.kinds])
    return best(score, free(session))


def site_for_seed(session: Session, species: str) -> Site | None:
    """The tile with most bare moist soil around it, near partners and away from its own kind's enemies; or None."""
    world = session.world
    bare = world.soil & ~world.flora.planted & ~crowded(world, world.flora.index[species])
    moist = bare & -(world.soil_water.amount >= MOIST).astype(np.int16)
    room = world.map(world.around(moist & 1)).astype(np.int64)
    near = np.minimum(_among(world, partners(session, species), 2), 3)
    return best(room * 4 + near * 4 + FARTHER * _distance(world), (room >= SEED_ROOM) & (world.map(world.soil) != 0))


def partners(session: Session, species: str) -> list[str]:
    """Whom `species` does better beside, by the level's partnerships."""
    bonds = [bond for bond in session.level.partnerships if species in bond.members]
    others = {other for bond in bonds for other in bond.members if other != species}
    return sorted(others & session.world.flora.index.keys())


def hunted_eat(world: World) -> set[str]:
    """The plants whose fruit hunted animals look for, while a hawk is here: food in one place keeps them together."""
    prey = {name for animals in world.animals if len(animals) for name in animals.kind.eats}
    hunted = [animals for animals in world.animals if animals.kind.name in prey]
    return {world.flora.kind(number).name for animals in hunted for number in animals.carried}


def tables(world: World, species: str) -> Grid:
    """How many plants of a kind are so near to each tile that those who eat of them could make one crowd."""
    return gathered(world, world.flora.of(world.flora.index[species]) & 1, 2 * CROWD)


def driest(session: Session) -> Site | None:
    """The tile around which most plants lack water, or None if they are too few or there is no pond."""
    world = session.world
    thirsty = (world.lack == LACKS.index("water")) & (world.flora.species > 0)
    around = world.map(world.around(thirsty.astype(np.int16))).astype(np.int64)
    return best(around, around >= THIRSTY_TOGETHER)


def poorest(session: Session) -> Site | None:
    """The plant with least mineral in its soil and litter, or None if none is short."""
    world = session.world
    mineral = world.map(world.soil_mineral).astype(np.int64) + world.map(world.litter_mineral)
    planted = world.map(world.flora.species) > 0
    return best(-mineral, planted & (mineral < POOR))


def poorest_soil(session: Session) -> Site | None:
    """The tile of soil that has least mineral, litter included; or None without soil."""
    world = session.world
    mineral = world.map(world.soil_mineral).astype(np.int64) + world.map(world.litter_mineral)
    return best(-mineral, world.map(world.soil) != 0)


def most_ripe(session: Session) -> Site | None:
    """The tile with most ripe fruit around it, or None if that is not worth a day."""
    world = session.world
    around = world.map(world.around(world.fruit.amount)).astype(np.int64)
    return best(around, around >= RIPE_TOGETHER)


def hungriest(session: Session, species: str) -> tuple[Site, int] | None:
    """The home with least in its pantry, if under a year's meals, and how many fruits of `species` would fill it."""
    world = session.world
    if not len(world.households):
        return None
    pantry = world.households.pantry_carbon.amount
    home = int(np.argmin(pantry))
    kind = world.flora.kind(world.flora.index[species])
    meals = YEAR // people.EVERY * int(world.households.column("mouths")[home])
    short = (meals - int(pantry[home])) // kind.fruit_carbon
    return (site_of(session, home), short) if short > 0 else None


def site_of(session: Session, home: int) -> Site:
    """Where a home stands."""
    row, column = session.world.where(int(session.world.households.place[home]))
    return column, row


def free(session: Session) -> NDArray[np.bool_]:
    world, level = session.world, session.level
    free: NDArray[np.bool_] = (world.map(world.soil) != 0) & (world.map(world.flora.species) == 0)
    for colonies in world.colonies:
        free[world.where(colonies.place)] = False
    if not session.begun and level.set_out_tiles:
        allowed = np.zeros_like(free)
        allowed[tuple(np.array([(y, x) for x, y in level.set_out_tiles]).T)] = True
        free &= allowed
    return free


def _among(world: World, names: Iterable[str], reach: int = 1) -> Scores:
    """How many plants of these kinds stand around each tile."""
    standing = np.isin(world.flora.species, [world.flora.index[name] for name in names]).astype(np.int16)
    if reach > 1:
        standing = (world.around(standing) > 0).astype(np.int16)
    return world.map(world.around(standing)).astype(np.int64)


def _distance(world: World) -> Scores:
    """Steps to the nearest hive; without hives, to the nearest plant; without plants, to the middle of the map."""
    hives = [place for colonies in world.colonies for place in colonies.place[colonies.workers.amount > 0].tolist()]
    hearts = hives or np.flatnonzero(world.flora.species).tolist() or [world.place(world.height // 2, world.width // 2)]
    return _steps(world, np.array(hearts))


def steps_to(world: World, there: Grid) -> Scores:
    """Steps from each tile to the nearest where `there` is not 0; the map's length where it is 0 everywhere."""
    places = np.flatnonzero(there)
    if not len(places):
        return np.full((world.height, world.width), world.height + world.width, np.int64)
    return _steps(world, places)


def _steps(world: World, places: Places) -> Scores:
    rows, columns = np.indices((world.height, world.width))
    row, column = world.where(places)
    away = np.maximum(abs(rows[..., None] - row), abs(columns[..., None] - column))
    nearest: Scores = away.min(axis=2).astype(np.int64)
    return nearest


def best(score: Scores, allowed: NDArray[np.bool_]) -> Site | None:
    """The allowed tile of the highest score, or None if none is allowed."""
    if not allowed.any():
        return None
    row, column = divmod(int(np.argmax(np.where(allowed, score, NOWHERE))), score.shape[1])
    return column, row
