"""World: every stock of matter and every being of one map, and nothing else.

How tiles lie in its arrays: `tiles.py`. `map` shows any of them as (height, width).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.engine import calendar
from game.engine.animals import Animals
from game.engine.chance import Rolls, roll
from game.engine.colonies import Colonies
from game.engine.digest import blake2b
from game.engine.flora import Flora, Mask, SmallMask
from game.engine.households import Households
from game.engine.lichens import Lichens
from game.engine.matter import Grid, Matter, Places, SmallGrid, Stock, lies_on_tiles
from game.engine.nodules import Nodules
from game.engine.perches import Perches
from game.engine.species import Animal, Bacterium, Colony, Mycelium, Partnership, Plant, Species, Symbiont
from game.engine.tiles import Tiles
from game.engine.weather import Spell, SpellKind, strength
from game.engine.webs import Web

SOIL, ROCK, WATER, PATH, HOME, FENCE = range(6)
GROUNDS = ("soil", "rock", "water", "path", "home", "fence")

STAGES = ("none", "seedling", "growing", "bloom", "seed", "resting")
NO_PLANT, SEEDLING, GROWING, BLOOM, SEED, RESTING = range(6)

LACKS = ("nothing", "water", "mineral", "light")
DEATHS = ("thirst", "hunger", "shade", "old_age", "taken", "frost")


class Event(NamedTuple):
    """Something worth telling. `place` is a tile (or -1), `who` the name of a kind or member."""

    tick: int
    kind: str
    place: int
    who: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A world at one tick: copies of all its arrays."""

    tick: int
    arrays: dict[str, NDArray[Any]]


class World(Tiles):
    """One map's worth of matter.

    `rain` in percent of the usual; `air` (carbon, at least 16) and `cloud` (water) are motes a tile at the start;
    `spells` are the weather to come, `resting` the processes (game.engine.tick.PROCESSES) that are switched off.
    """

    def __init__(
        self,
        height: int,
        width: int,
        seed: int,
        life: Sequence[Species] = (),
        *,
        partnerships: Sequence[Partnership] = (),
        rain: int = 100,
        air: int = 64,
        cloud: int = 12,
        spells: Sequence[Spell] = (),
        resting: Collection[str] = (),
    ) -> None:
        super().__init__(height, width)
        self.seed, self.tick, self.rain = seed, 0, rain
        self.rolls = Rolls(seed, self.places)
        self.spells = tuple(spells)
        self.resting = frozenset(resting)
        self.matter = Matter()
        self.fields: dict[str, NDArray[Any]] = {}
        self.events: list[Event] = []

        networked = {name for bond in partnerships if bond.kind == "network" for name in bond.members}
        self.flora = Flora([kind for kind in life if isinstance(kind, Plant)], self.places, networked)
        self.partnerships = tuple(partnerships)
        self.pairings = tuple(
            (self.flora.index[first], self.flora.index[second], bond.terms["boost"])
            for bond in partnerships
            if bond.kind == "pairing"
            for at, first in enumerate(bond.members)
            for second in bond.members[at + 1 :]
        )
        self.carriers = {
            (carrier, carried): bond
            for bond in reversed(self.partnerships)
            if bond.kind == "carrying"
            for carrier in bond.members
            for carried in bond.members
        }
        self._societies = {name for bond in partnerships if bond.kind == "society" for name in bond.members}
        self._hold_the_land(air, cloud)
        self._hold_the_plants()
        self._hold_the_hand()
        self._hold_the_others(life)
        self.households = Households(self.matter, self.fields)
        self.display: Grid = self.grid()
        self.visits: SmallGrid = self.small_grid()
        self.map_changed()

    def _hold_the_land(self, air: int, cloud: int) -> None:
        hold = self.matter.hold
        self.ground = self._small_field("ground")
        self.soil_water = hold("soil_water", self.grid(), water=1)
        self.soil_mineral = hold("soil_mineral", self.grid(), mineral=1)
        self.subsoil = hold("subsoil", self.grid(), mineral=1)
        self.litter_carbon = hold("litter_carbon", self.grid(), carbon=1)
        self.litter_mineral = hold("litter_mineral", self.grid(), mineral=1)
        self.cloud = hold("cloud", pool(cloud * self.height * self.width), water=1)
        self.air = hold("air", pool(air * self.height * self.width), carbon=1)
        self.deep_earth = hold("deep_earth", pool(), mineral=1)
        self.brook = hold("brook", pool(), water=1)
        self.air_at_start = int(self.air.amount[0])

    def _hold_the_plants(self) -> None:
        hold, flora = self.matter.hold, self.flora
        self.fields["species"] = flora.species
        self.masting = self._small_field("masting")
        self.age = self._field("age")
        self.pollen = self._field("pollen")
        self.lack = self._small_field("lack")
        self.lack_ticks = self._field("lack_ticks")
        self.sugar = hold("sugar", self.grid(), carbon=1)
        self.body = hold("body", self.grid(), carbon=1)
        self.plant_mineral = hold("plant_mineral", self.grid(), mineral=1)
        self.nectar = hold("nectar", self.grid(), carbon=1)
        self.fruit = hold("fruit", self.grid(), carbon=flora.fruit_carbon, mineral=flora.fruit_mineral)
        self.seeds = tuple(
            hold(f"seed_{kind.name}", self.grid(), carbon=kind.seed_carbon, mineral=kind.seed_mineral)
            for kind in flora.kinds
        )
        rows = len(flora.kinds) + 1
        for tally in (
            "visits",
            "seeds_set",
            "births",
            "recruits",
            "recruits_last_year",
            "grown_deaths",
            "grown_deaths_last_year",
        ):
            self.fields[f"tally_{tally}"] = np.zeros(rows, np.int64)
        self.fields["tally_soil_formed"] = np.zeros(1, np.int64)
        self.fields["tally_deaths"] = np.zeros((rows, len(DEATHS)), np.int64)

    def _hold_the_others(self, life: Sequence[Species]) -> None:
        matter, fields, flora = self.matter, self.fields, self.flora
        self.colonies = tuple(
            Colonies(matter, fields, kind, len(flora.kinds)) for kind in life if isinstance(kind, Colony)
        )
        halves = {kind.role: kind for kind in life if isinstance(kind, Symbiont)}
        self.lichens = (
            Lichens(matter, self.grid, halves["fungus"], halves["alga"], bool(self._exchanging(halves["fungus"].name)))
            if len(halves) == 2 else None
        )
        bacteria = [kind for kind in life if isinstance(kind, Bacterium)]
        hosts = {flora.index[name] for kind in bacteria for name in self._exchanging(kind.name) if name in flora.index}
        self.nodules = (
            Nodules(matter, self.grid, bacteria[0], sorted(hosts), self.height * self.width) if hosts else None
        )
        threads = [kind for kind in life if isinstance(kind, Mycelium)]
        self.knows_threads = bool(threads)
        self.web = Web(matter, fields, self, threads[0]) if threads and self.bond("network") else None
        self.animals = tuple(
            Animals(matter, fields, kind, flora.kinds, self.places) for kind in life if isinstance(kind, Animal)
        )
        self.perches = Perches(matter, self.small_grid) if self.animals else None
        self.beyond = {
            kind: matter.hold(f"beyond_{kind}", pool(), **{kind: 1}) for kind in ("carbon", "mineral")
        }

    def _exchanging(self, name: str) -> set[str]:
        """Everyone that a species is in an exchange with, and itself; nobody if it is in none."""
        bonds = [bond.members for bond in self.partnerships if bond.kind == "exchange" and name in bond.members]
        return {member for members in bonds for member in members}

    def bond(self, kind: str) -> Partnership | None:
        """The first partnership of a kind, if there is one."""
        return next((bond for bond in self.partnerships if bond.kind == kind), None)

    def _hold_the_hand(self) -> None:
        hold = self.matter.hold
        self.hand_young = tuple(
            hold(f"hand_young_{kind.name}", pool(), carbon=kind.young_carbon, mineral=kind.young_mineral)
            for kind in self.flora.kinds
        )
        self.basket = tuple(
            hold(f"basket_{kind.name}", pool(), carbon=kind.fruit_carbon, mineral=kind.fruit_mineral)
            for kind in self.flora.kinds
        )
        self.shelf = tuple(
            hold(f"shelf_{kind.name}", pool(), carbon=kind.fruit_carbon, mineral=kind.fruit_mineral)
            for kind in self.flora.kinds
        )
        self.hand_mulch = hold("hand_mulch", pool(), carbon=MULCH_CARBON, mineral=MULCH_MINERAL)
        self.hand_honey = hold("hand_honey", pool(), carbon=1)
        self.gift_carbon = hold("gift_carbon", pool(), carbon=1)
        self.gift_mineral = hold("gift_mineral", pool(), mineral=1)

    def _field(self, name: str) -> Grid:
        self.fields[name] = grid = self.grid()
        return grid

    def _small_field(self, name: str) -> SmallGrid:
        self.fields[name] = grid = self.small_grid()
        return grid

    def map(self, of: str | Stock | NDArray[Any]) -> NDArray[Any]:
        """A (height, width) view of a stock, a field or a grid."""
        if isinstance(of, str):
            of = self.matter.stocks[of].amount if of in self.matter.stocks else self.fields[of]
        return self.chart(of.amount if isinstance(of, Stock) else of)

    def map_changed(self) -> None:
        """Work out again what follows from the ground; call it whenever `ground` was changed."""
        self.soil: Mask = self._of_ground(SOIL) & self.inside
        self.pond: SmallMask = self._of_ground(WATER)
        self.walkable: SmallMask = (self.inside & ~(self.pond | self.fences)).astype(np.int8)
        self.wet_tiles = int(np.count_nonzero(self.wet))
        self.pond_places: Places = np.flatnonzero(self.pond)
        self._wet_ways = self._ways_between_wet_tiles()

    def _of_ground(self, ground: int) -> SmallMask:
        """-1 where the ground is of a sort, else 0. Ghosts look like soil."""
        mask: SmallMask = -(self.ground == ground).view(np.int8)
        return mask

    @property
    def rock(self) -> SmallMask:
        """-1 on rock, else 0; worked out anew, as the next ones, since few ask."""
        return self._of_ground(ROCK)

    @property
    def fences(self) -> SmallMask:
        """-1 on fences."""
        return self._of_ground(FENCE)

    @property
    def wet(self) -> Mask:
        """-1 on what holds water: soil and pond."""
        return self.soil | self.pond

    @property
    def edge(self) -> SmallMask:
        """-1 on the tiles along the map's edge."""
        edge = self.inside.astype(np.int8)
        self.chart(edge)[1:-1, 1:-1] = 0
        return edge

    def _ways_between_wet_tiles(self) -> SmallGrid:
        """For each of the four sets of pairs one bit, set in the first tile of a pair."""
        ways, wet = self.small_grid(), self.wet
        rows, columns = np.divmod(np.arange(self.places) - 1, self.stride)
        for apart, line, first in ((1, columns, 0), (self.stride, rows, 2)):
            both = wet[:-apart] & wet[apart:]
            ways[:-apart] |= (both & 1 << first + line[:-apart] % 2).astype(np.int8)
        return ways

    def wet_ways(self, turn: int) -> tuple[int, SmallMask]:
        """One of the four sets of pairs of wet neighbours (right and below, even and odd), in rotation.

        How far apart in number they are, and -1 where a tile is the first of a pair.
        """
        apart = self.stride if turn & 2 else 1
        return apart, self._wet_ways[:-apart] * _TO_THE_SIGN[turn & 3] >> _SIGN

    # ------------------------------------------------------------- chance

    def chance(self, purpose: str) -> Grid:
        """Sixteen fair bits for each place, this tick, for this purpose."""
        return self.rolls.bits(self.tick, purpose)

    def chance_at(self, purpose: str, places: Places) -> Grid:
        """The same for some places only: what `chance` holds there."""
        return self.rolls.at(self.tick, purpose, places)

    def roll(self, purpose: str, being: int = 0) -> int:
        """Thirty-two fair bits for one being or event, this tick."""
        return roll(self.seed, self.tick, purpose, being)

    def roll_each(self, purpose: str, beings: int) -> NDArray[np.int64]:
        """Thirty-two fair bits for each of a number of beings, this tick."""
        return self.rolls.each(self.tick, purpose, beings)

    def society(self, name: str) -> bool:
        """Whether animals of a kind keep together as a society."""
        return name in self._societies

    def weather(self, kind: SpellKind) -> int:
        """How hard weather of a kind strikes today, in percent; 0 where there is none."""
        return strength(self.spells, kind, self.tick) if self.spells else 0

    # ------------------------------------------------------------- what can be seen

    def stages(self) -> NDArray[np.int8]:
        """What a plant on each tile looks like: (height, width) int8 of NO_PLANT to RESTING."""
        species, body = self.map("species"), self.map(self.body)
        flowers_at = self.map(self.flora.flowers_at)
        stages = np.where(body < np.maximum(flowers_at // 2, 1), SEEDLING, GROWING)
        stages[self.map(self.open_flowers()) != 0] = BLOOM
        stages[self.map(self.fruit) > 0] = SEED
        if calendar.season(self.tick) == calendar.WINTER:
            stages[(stages == GROWING) & (body >= flowers_at // 2)] = RESTING
        stages[species == 0] = NO_PLANT
        return stages.astype(np.int8)

    def open_flowers(self) -> Grid:
        """-1 where a grown plant is in its time of bloom, else 0. In a frost none is open."""
        today, flora = calendar.day(self.tick), self.flora
        if self.weather("frost"):
            return self.grid()
        open_: Grid = ~(self.body.amount - flora.flowers_at >> 15) & flora.in_bloom(today)
        return open_

    # ------------------------------------------------------------- keeping and comparing

    def _arrays(self) -> dict[str, NDArray[Any]]:
        arrays = {name: stock.amount for name, stock in self.matter.stocks.items()}
        return arrays | self.fields

    def snapshot(self) -> Snapshot:
        return Snapshot(self.tick, {name: array.copy() for name, array in self._arrays().items()})

    def restore(self, snapshot: Snapshot) -> None:
        """Go back to `snapshot`, taken from a world of the same map and kinds. Raises ValueError for one that does not
        fit."""
        held = self._arrays()
        if held.keys() != snapshot.arrays.keys():
            raise ValueError("the snapshot is of another world: it holds other things")
        for name, array in snapshot.arrays.items():
            if held[name].dtype != array.dtype or (lies_on_tiles(array) and held[name].shape != array.shape):
                raise ValueError(f"the snapshot is of another world: {name} does not fit")
        for name, array in snapshot.arrays.items():
            if held[name].shape == array.shape:
                held[name][...] = array
            elif name in self.fields:
                self.fields[name] = array.copy()
            else:
                self.matter.stocks[name].amount = array.copy()
        self.tick = snapshot.tick
        self.events.clear()
        self.display[:] = self.visits[:] = 0
        self.flora.settle_all()
        self.map_changed()

    def digest(self) -> str:
        """A short fingerprint of the whole state, the same on every machine."""
        print_ = blake2b(str(self.tick).encode(), digest_size=8)
        for name, array in sorted(self._arrays().items()):
            print_.update(name.encode())
            print_.update(array.astype(array.dtype.newbyteorder("<")).tobytes())
        return print_.hexdigest()

    @property
    def bytes_a_cell(self) -> int:
        """Memory of all grids, per tile."""
        grids: list[NDArray[Any]] = [array for array in self._arrays().values() if lies_on_tiles(array)]
        grids += [self.inside, self.soil, self.pond, self.walkable, self._wet_ways, self.display, self.visits]
        held = sum(grid.nbytes for grid in grids) + self.flora.trait_bytes + self.rolls.nbytes
        return int(held) // (self.height * self.width)

    def tell(self, kind: str, place: int, who: str, note: str = "") -> None:
        self.events.append(Event(self.tick, kind, place, who, note))


def pool(units: int = 0) -> NDArray[np.int64]:
    """The amount of a stock with a single place."""
    return np.array([units], np.int64)


_SIGN = np.array(7, np.int8)
_TO_THE_SIGN = tuple(np.array(1 << 7 - way).astype(np.int8) for way in range(4))  # times the bit of each way
MULCH_CARBON, MULCH_MINERAL = 12, 3  # motes in one bundle of mulch
