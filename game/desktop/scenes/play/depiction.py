"""From a world to a picture of it: what stands where, how it fares, what flies, falls and flows."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from game.desktop.drawing.noise import lot, scattered
from game.desktop.drawing.picture import HARD_ROCK, MEADOW, PATH, ROCK, SOIL, WATER, Mark, Picture, Thing, Web
from game.desktop.drawing.picture import SEASONS as SEASON_NAMES
from game.desktop.scenes.play.bees import Bees, hives
from game.desktop.scenes.play.beneath import Beneath
from game.desktop.scenes.play.homesteads import homesteads
from game.desktop.scenes.play.plants import Plants
from game.desktop.scenes.play.stones import on_rock, stones
from game.desktop.scenes.play.wildlife import Wildlife
from game.engine import calendar
from game.engine import tiles as engine
from game.engine.systems.lichen import HARD_BELOW
from game.engine.world import World
from game.levels.level import Level
from game.play.actions import Mulch

if TYPE_CHECKING:
    from game.play.session import Session

TERRAIN = {
    engine.SOIL: MEADOW,
    engine.ROCK: ROCK,
    engine.WATER: WATER,
    engine.PATH: PATH,
    engine.HOME: PATH,
    engine.FENCE: MEADOW,
}
BARE_MINERAL, BARE_LITTER = 4, 2  # motes at the opening below which ground is drawn as bare soil
DAMP_FROM, DAMP_TO = 34, 60  # water in the soil that begins to show, and that looks soaked
LOOKS_DOWN_EVERY = 8  # ticks between two looks at what lies on the ground
SURVEYS_EVERY = 32  # ticks between two looks at where the land itself has become another
SHOWER, SHOWERS_LAST = 3.4, 7  # water a tile that is seen falling; ticks it is seen
HEAP, STANDS_OUT = 8, 4  # litter that is drawn from so much on where it is so many times that of the tiles around
LITTER_STEPS = (14, 20, 28)  # carbon of litter at which more leaves are drawn
MULCH_SEEN = 4  # litter from which mulch that was laid within a year is seen
KNOBS = (1, 2, 4)  # nodules on the roots of a plant from which more of them are drawn
STREWN = 0.4  # share of tiles on which leaves are drawn where all have much the same
SEEN_SEEDS = 2  # seeds on a tile from which they are seen
FRUITING = {"spring": (4, 0.08), "summer": (3, 0.08), "autumn": (2, 0.20)}
"""By season: threads (1 to 4) from which a fungus bears mushrooms, and on which share of such tiles."""


class Depiction:
    """Keeps what a picture needs beyond the moment, so that nothing flickers. `drawings` are the sprites' names."""

    def __init__(self, level: Level, opening: World, drawings: frozenset[str]) -> None:
        self.terrain = terrain_of(opening)
        self._ground = opening.map("ground").copy()
        self._young = np.zeros(self.terrain.shape, bool)
        height, width = self.terrain.shape
        self._strewn = scattered(np.arange(height)[:, None], np.arange(width)[None], 73) < STREWN
        self._surveyed = 0
        self._seed = level.seed
        self._plants, self._bees = Plants(drawings), Bees(opening)
        self._wildlife, self._beneath = Wildlife(), Beneath()
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
        for part in (self._plants, self._bees, self._wildlife, self._beneath):
            part.passed(world)

    def jumped(self) -> None:
        """The world is at another moment now: forget what led to the one before."""
        for part in (self._plants, self._bees, self._wildlife, self._beneath):
            part.jumped()
        self._looked_down = -LOOKS_DOWN_EVERY
        self._rained = -SHOWERS_LAST
        self._tick = -1

    def picture(
        self, world: World, *, look_down: bool = False, mulched: Collection[tuple[int, int]] = ()
    ) -> Picture:
        """The world as it is now, with mulch laid on some tiles. What lies on the ground is looked at now and then, or
        if asked to `look_down`."""
        self._survey(world, look_down=look_down)
        if look_down or abs(world.tick - self._looked_down) >= LOOKS_DOWN_EVERY:
            self._looked_down = world.tick
            self._floor = (*on_rock(world, self.terrain), *self._marks(world, mulched)), _damp(world)
        season = calendar.season(world.tick)
        raining = world.tick - self._rained < SHOWERS_LAST
        cold = season == calendar.WINTER
        marks, damp = self._floor
        web = self._beneath.web(world)
        built = (*hives(world), *homesteads(world), *_built(world))
        standing = [*stones(world, self.terrain), *self._plants.things(world), *built]
        return Picture(
            self.terrain,
            SEASON_NAMES[season],
            self._seed,
            (*standing, *_mushrooms(world, web), *self._wildlife.feathers(world)),
            self._bees.traffic(world),
            self._wildlife.creatures(world),
            marks,
            damp,
            0.8 if raining and not cold else 0.0,
            (1.0 if raining else 0.35) if cold else 0.5 * bool(world.weather("frost")),
            web=web,
            nodules=nodules_of(world),
        )

    def _survey(self, world: World, *, look_down: bool) -> None:
        """See where the land has become another: first as bare soil, and as meadow once something grows on it.

        What was rock is looked at now and then; what a player has opened, at once.
        """
        ground = world.map("ground")
        other = ground != self._ground
        opened = other & (self._ground != engine.ROCK)
        if not (look_down or opened.any() or abs(world.tick - self._surveyed) >= SURVEYS_EVERY):
            return
        self._surveyed = world.tick
        soil = ground == engine.SOIL
        self._young = (self._young | other & (self._ground != engine.FENCE)) & soil
        grown = self._young & (world.map("species") != 0)
        self._young &= ~grown
        if not (other.any() or grown.any()):
            return
        terrain = self.terrain.copy()
        for code, drawn in TERRAIN.items():
            terrain[other & (ground == code)] = drawn
        terrain[self._young] = SOIL
        terrain[grown] = MEADOW
        self._ground, self.terrain = ground.copy(), terrain

    def _marks(self, world: World, mulched: Collection[tuple[int, int]]) -> list[Mark]:
        litter = world.map(world.litter_carbon)
        bare = np.isin(self.terrain, (ROCK, HARD_ROCK, WATER)) | self._young
        heap = (litter >= HEAP) & (litter * 9 >= STANDS_OUT * world.map(world.around(world.litter_carbon.amount)))
        leafy = ((litter >= LITTER_STEPS[0]) & self._strewn | heap) & ~bare
        marks = [Mark("earth_growth", *tile, 0.4 + 0.6 * lot(tile[1], tile[0], 72)) for tile in _places(self._young)]
        steps = np.maximum(np.searchsorted(LITTER_STEPS, litter, side="right"), 1) / 3
        laid = [(column, row) for column, row in mulched if litter[row, column] >= MULCH_SEEN]
        marks += [Mark("mulched", *tile) for tile in laid]
        marks += [Mark("litter", *tile, float(steps[tile[::-1]])) for tile in _places(leafy) if tile not in laid]
        for number, stock in enumerate(world.seeds, 1):
            name = "nut" if world.flora.kind(number).form == "tree" else "seeds"
            least = 1 if name == "nut" else SEEN_SEEDS
            marks += [Mark(name, column, row) for column, row in _places(world.map(stock) >= least)]
        return marks


def mulched(session: Session) -> frozenset[tuple[int, int]]:
    """(column, row) of each tile on which the player has laid mulch within a year."""
    since = session.tick_now - calendar.YEAR
    laid = (done.action for done in session.actions if done.tick > since)
    return frozenset((action.x, action.y) for action in laid if isinstance(action, Mulch))


def terrain_of(world: World) -> npt.NDArray[np.int8]:
    """The land of a world as it opens: (height, width) codes of `drawing.picture`.

    It stays as long as the ground does, so that no edge flickers; what grows is seen by what stands there.
    """
    ground = world.map("ground")
    terrain = np.full(ground.shape, MEADOW, np.int8)
    for code, drawn in TERRAIN.items():
        terrain[ground == code] = drawn
    if world.lichens is not None:
        terrain[(ground == engine.ROCK) & (world.map(world.subsoil) < HARD_BELOW)] = HARD_ROCK
    poor = (world.map(world.soil_mineral) < BARE_MINERAL) & (world.map(world.litter_carbon) < BARE_LITTER)
    terrain[poor & (ground == engine.SOIL) & (world.map("species") == 0)] = SOIL
    return terrain


def nodules_of(world: World) -> npt.NDArray[np.int8] | None:
    """How many knobs the roots on each tile have, 0 to 3; None where no bacteria live."""
    if world.nodules is None:
        return None
    return np.searchsorted(KNOBS, world.map(world.nodules.living), side="right").astype(np.int8)


def _places(where: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """(column, row) of each tile that is so."""
    rows, columns = np.nonzero(where)
    return list(zip(columns.tolist(), rows.tolist(), strict=True))


def _built(world: World) -> list[Thing]:
    """Fences and perches."""
    fences = _places(world.map("ground") == engine.FENCE)
    things = [Thing("fence", column + 0.5, row + 0.75, flip=False) for column, row in fences]
    if world.perches is not None:
        perches = _places(world.map(world.perches.standing) != 0)
        things += [Thing("perch", column + 0.5, row + 0.85, flip=False) for column, row in perches]
    return things


def _mushrooms(world: World, web: Web | None) -> list[Thing]:
    """What a web shows of itself above the ground, where nothing else grows."""
    least, share = FRUITING.get(calendar.SEASONS[calendar.season(world.tick)], (5, 0.0))
    if web is None or not share:
        return []
    bearing = _places((web.threads >= least) & (world.map("species") == 0))
    return [
        Thing("mushrooms", column + 0.5, row + 0.5, settled=True)
        for column, row in bearing
        if lot(row, column, 71) < share
    ]


def _damp(world: World) -> npt.NDArray[np.float32]:
    """How wet the ground looks, in fifths, so that a mote more or less is not seen."""
    water = world.map(world.soil_water).astype(np.float32)
    shares = np.clip((water - DAMP_FROM) / (DAMP_TO - DAMP_FROM), 0, 1)
    shares[world.map("ground") != engine.SOIL] = 0
    return (np.round(shares * 5) / 5).astype(np.float32)
