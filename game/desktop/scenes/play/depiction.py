"""From a world to a picture of it: what stands where, how it fares, what flies and falls."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from game.desktop.drawing.picture import MEADOW, PATH, ROCK, SOIL, WATER, Hive, Mark, Picture, Thing
from game.desktop.drawing.picture import SEASONS as SEASON_NAMES
from game.engine import calendar
from game.engine import world as engine
from game.engine.colonies import Colonies
from game.engine.world import LACKS, World
from game.levels.level import Level

TERRAIN = {
    engine.SOIL: MEADOW,
    engine.ROCK: ROCK,
    engine.WATER: WATER,
    engine.PATH: PATH,
    engine.HOME: PATH,
    engine.FENCE: MEADOW,
}
BARE_MINERAL, BARE_LITTER = 4, 2  # motes at the opening below which ground is drawn as bare soil
STAGES: dict[int, tuple[str, ...]] = {
    engine.SEEDLING: ("seedling",),
    engine.GROWING: ("growing", "young", "mature"),
    engine.BLOOM: ("bloom", "flower", "mature"),
    engine.SEED: ("seed", "fruit"),
    engine.RESTING: ("spent", "growing", "mature"),
}
"""For each stage the names its drawing may have, the fitting one first."""
SHOWS_FROM, WORST_AT = 4, 24  # ticks of want from which a plant shows it, and at which it shows it most
DEAD_FOR = 24  # ticks a dead plant is seen
BUSY_FADES = 0.85  # share of the traffic at a flower that is remembered a tick
SCOUTS = 3  # bees that look about where nothing blooms
FULL_HIVE, WEAK_HIVE = 14, 5  # workers
DAMP_FROM, DAMP_TO = 34, 60  # water in the soil that begins to show, and that looks soaked
LOOKS_DOWN_EVERY = 8  # ticks between two looks at what lies on the ground
SHOWER, SHOWERS_LAST = 3.4, 7  # water a tile that is seen falling; ticks it is seen
LITTER_STEPS = (14, 20, 28)  # carbon of litter at which more leaves are drawn


class _Seen(NamedTuple):
    """What a plant is drawn by."""

    sprite: str
    stage: int
    column: int
    row: int
    stems: int
    droop: float
    pale: float
    petals: str


class Depiction:
    """Keeps what a picture needs beyond the moment, so that nothing flickers. `drawings` are the sprites' names."""

    def __init__(self, level: Level, opening: World, drawings: frozenset[str]) -> None:
        self.terrain = terrain_of(opening)
        self._drawings = drawings
        self._seed = level.seed
        self._things: dict[_Seen, Thing] = {}
        self._stems: dict[int, int] = {}
        self._dead: dict[int, int] = {}
        self._busy = np.zeros(opening.places, np.float32)
        self._floor: tuple[tuple[Mark, ...], npt.NDArray[np.float32] | None] = ((), None)
        self._looked_down = -LOOKS_DOWN_EVERY
        self._rained = -SHOWERS_LAST
        self._cloud = 0
        self._tick = -1

    def passed(self, world: World) -> None:
        """Note what happened in the tick that has just passed."""
        cloud = int(world.cloud.amount[0])
        if world.tick == self._tick + 1 and (self._cloud - cloud) / max(1, world.wet_tiles) >= SHOWER:
            self._rained = world.tick
        self._cloud, self._tick = cloud, world.tick
        self._busy *= BUSY_FADES
        self._busy += world.visits
        for event in world.events:
            if event.kind == "died" and event.place >= 0:
                self._dead[event.place] = event.tick

    def jumped(self) -> None:
        """The world is at another moment now: forget what led to the one before."""
        self._dead.clear()
        self._stems.clear()
        self._busy[:] = 0
        self._looked_down = -LOOKS_DOWN_EVERY
        self._rained = -SHOWERS_LAST
        self._tick = -1

    def picture(self, world: World, *, look_down: bool = False) -> Picture:
        """The world as it is now. What lies on the ground is looked at now and then, or if asked to `look_down`."""
        if look_down or abs(world.tick - self._looked_down) >= LOOKS_DOWN_EVERY:
            self._looked_down = world.tick
            self._floor = self._marks(world), _damp(world)
        season = calendar.season(world.tick)
        raining = world.tick - self._rained < SHOWERS_LAST
        cold = season == calendar.WINTER
        marks, damp = self._floor
        return Picture(
            self.terrain,
            SEASON_NAMES[season],
            self._seed,
            (*self._plants(world), *self._hives(world), *_homes(world)),
            tuple(self._traffic(world)),
            (),
            marks,
            damp,
            0.8 if raining and not cold else 0.0,
            (1.0 if raining else 0.35) if cold else 0.0,
        )

    # ------------------------------------------------------------- plants

    def _plants(self, world: World) -> list[Thing]:
        species, stages = world.map("species"), world.stages()
        rows, columns = np.nonzero(species)
        lack, since, body = world.map("lack"), world.map("lack_ticks"), world.map(world.body)
        things = []
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
            kind = world.flora.kind(int(species[row, column]))
            stage = int(stages[row, column])
            missing = LACKS[lack[row, column]]
            want = _third(int(since[row, column]))
            stems = self._stems_of(world.place(row, column), int(body[row, column]), kind.flowers_at, kind.form)
            droop = want if missing == "water" else 0.0
            pale = want if missing == "mineral" else 0.0
            seen = _Seen(kind.sprite, stage, column, row, stems, droop, pale, kind.colour or "")
            things.append(self._things.get(seen) or self._drawn(seen))
        for place, died in list(self._dead.items()):
            row, column = world.where(place)
            if species[row, column] or not 0 <= world.tick - died < DEAD_FOR:
                del self._dead[place]
            else:
                things.append(Thing("dead_plant", column + 0.5, row + 0.5, settled=True))
        return things

    def _drawn(self, seen: _Seen) -> Thing:
        fitting = (name for name in STAGES[seen.stage] if f"{seen.sprite}_{name}" in self._drawings)
        thing = Thing(
            seen.sprite,
            seen.column + 0.5,
            seen.row + 0.5,
            next(fitting, ""),
            droop=seen.droop,
            pale=seen.pale,
            colour=seen.petals if seen.petals.startswith("#") else "",
            stems=seen.stems,
            settled=True,
        )
        self._things[seen] = thing
        return thing

    def _stems_of(self, place: int, body: int, flowers_at: int, form: str) -> int:
        """One to three stems as a plant grows; it must lose a quarter of its body before it is drawn with fewer."""
        if form != "flower":
            return 1
        now = 1 if body < flowers_at else 2 if 2 * body < 3 * flowers_at else 3
        before = self._stems.get(place, now)
        if now < before and 4 * body >= 3 * flowers_at * (before + 1) // 2:
            now = before
        self._stems[place] = now
        return now

    # ------------------------------------------------------------- bees and hives

    def _hives(self, world: World) -> list[Thing]:
        things = []
        for colonies in world.colonies:
            for place, workers in zip(colonies.place.tolist(), colonies.workers.amount.tolist(), strict=True):
                row, column = world.where(place)
                stage = "full" if workers >= FULL_HIVE else "weak" if workers <= WEAK_HIVE else ""
                things.append(Thing("hive", column + 0.5, row + 0.85, stage, flip=False))
        return things

    def _traffic(self, world: World) -> list[Hive]:
        flying = calendar.season(world.tick) != calendar.WINTER
        return [
            _flights(world, colonies, number, self._busy, flying)
            for colonies in world.colonies
            for number in range(len(colonies))
        ]

    # ------------------------------------------------------------- the ground

    def _marks(self, world: World) -> tuple[Mark, ...]:
        litter = world.map(world.litter_carbon)
        marks = [
            Mark("litter", column, row, float(np.searchsorted(LITTER_STEPS, litter[row, column], side="right")) / 3)
            for row, column in zip(*(found.tolist() for found in np.nonzero(litter >= LITTER_STEPS[0])), strict=True)
            if self.terrain[row, column] != WATER
        ]
        for stock in world.seeds:
            marks += [
                Mark("seeds", column, row)
                for row, column in zip(*(found.tolist() for found in np.nonzero(world.map(stock) > 1)), strict=True)
            ]
        return tuple(marks)


def terrain_of(world: World) -> npt.NDArray[np.int8]:
    """The land of a world as it opens: (height, width) codes of `drawing.picture`.

    It stays for the whole play, so that no edge flickers; what grows is seen by what stands there.
    """
    ground = world.map("ground")
    terrain = np.full(ground.shape, MEADOW, np.int8)
    for code, drawn in TERRAIN.items():
        terrain[ground == code] = drawn
    poor = (world.map(world.soil_mineral) < BARE_MINERAL) & (world.map(world.litter_carbon) < BARE_LITTER)
    terrain[poor & (ground == engine.SOIL) & (world.map("species") == 0)] = SOIL
    return terrain


def _third(ticks: int) -> float:
    if ticks < SHOWS_FROM:
        return 0.0
    return (1 + min(2, 2 * (ticks - SHOWS_FROM) // (WORST_AT - SHOWS_FROM))) / 3


def _flights(world: World, colonies: Colonies, number: int, busy: npt.NDArray[np.float32], flying: bool) -> Hive:
    """The flowers that bees of late flew to, as far as this hive's reach goes; else a few scouts about it."""
    row, column = world.where(int(colonies.place[number]))
    home = column + 0.5, row + 0.45
    workers = int(colonies.workers.amount[number])
    if not flying or not workers:
        return Hive(*home)
    visited = np.flatnonzero(busy > 0.2)
    rows, columns = world.where(visited)
    reach = colonies.kind.reach
    near = np.maximum(abs(rows - row), abs(columns - column)) <= reach
    flowers = tuple(
        (x + 0.5, y + 0.35, weight)
        for x, y, weight in zip(
            columns[near].tolist(), rows[near].tolist(), np.ceil(busy[visited][near] * 2).tolist(), strict=True
        )
    )
    if flowers:
        return Hive(*home, flowers, workers)
    about = ((-1.6, -0.8), (1.2, -1.3), (1.8, 0.6), (-0.9, 1.1))
    return Hive(*home, tuple((home[0] + x, home[1] + y, 1.0) for x, y in about), min(SCOUTS, workers))


def _homes(world: World) -> list[Thing]:
    things = []
    for place in world.households.place.tolist():
        row, column = world.where(place)
        things.append(Thing("house", column + 0.5, row + 0.95, flip=False))
    return things


def _damp(world: World) -> npt.NDArray[np.float32]:
    """How wet the ground looks, in fifths, so that a mote more or less is not seen."""
    water = world.map(world.soil_water).astype(np.float32)
    shares = np.clip((water - DAMP_FROM) / (DAMP_TO - DAMP_FROM), 0, 1)
    shares[world.map("ground") != engine.SOIL] = 0
    return (np.round(shares * 5) / 5).astype(np.float32)
