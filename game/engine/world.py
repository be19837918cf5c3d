"""World: every stock of matter and every being of one map, and nothing else.

How tiles lie in its arrays: `tiles.py`. `map` shows any of them as (height, width).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.engine import bonds, calendar
from game.engine.animals import Animals
from game.engine.chance import Rolls, roll
from game.engine.colonies import Colonies
from game.engine.commons import Commons
from game.engine.flora import Flora
from game.engine.hand import Hand
from game.engine.households import Households
from game.engine.keeping import Snapshot, fingerprint
from game.engine.lichens import Lichens
from game.engine.matter import Grid, Matter, Places, SmallGrid, Stock, lies_on_tiles, pool
from game.engine.nodules import Nodules
from game.engine.perches import Perches
from game.engine.species import Animal, Bacterium, Colony, Mycelium, Partnership, Plant, Species, Symbiont
from game.engine.tallies import hold_tallies
from game.engine.tiles import Tiles
from game.engine.weather import Almanac, Spell, SpellKind
from game.engine.webs import Web

LACKS = ("nothing", "water", "mineral", "light")


class Event(NamedTuple):
    """Something worth telling. `place` is a tile (or -1), `who` the name of a kind or member."""

    tick: int
    kind: str
    place: int
    who: str
    note: str = ""


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
        self.almanac = Almanac(spells)
        self.resting = frozenset(resting)
        self.matter = Matter()
        self.fields: dict[str, NDArray[Any]] = {}
        self.events: list[Event] = []

        self.partnerships = tuple(partnerships)
        self.carriers = bonds.carriers(partnerships)
        self._societies = bonds.members(partnerships, "society")
        plants = [kind for kind in life if isinstance(kind, Plant)]
        self.flora = Flora(plants, self.places, bonds.members(partnerships, "network"))
        self.pairings = bonds.pairings(partnerships, self.flora.index)
        self._hold_the_land(air, cloud)
        self._hold_the_plants()
        hold_tallies(self.fields, len(self.flora.kinds))
        self.hand = Hand(self.matter, self.flora.kinds)
        self._hold_the_others(life)
        self.households = Households(self.matter, self.fields)
        self.commons = Commons(self.matter, self.fields)
        self.plot = self._small_field("plot")
        self.display: Grid = self.grid()
        self.visits: SmallGrid = self.small_grid()

    def _hold_the_land(self, air: int, cloud: int) -> None:
        hold = self.matter.hold
        self.fields["ground"] = self.ground
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

    def _hold_the_others(self, life: Sequence[Species]) -> None:
        matter, fields, flora = self.matter, self.fields, self.flora
        networked = bonds.members(self.partnerships, "network")
        exchanging = partial(bonds.exchanging, self.partnerships)
        self.colonies = tuple(
            Colonies(matter, fields, kind, len(flora.kinds)) for kind in life if isinstance(kind, Colony)
        )
        halves = {kind.role: kind for kind in life if isinstance(kind, Symbiont)}
        self.lichens = (
            Lichens(matter, self.grid, halves["fungus"], halves["alga"], bool(exchanging(halves["fungus"].name)))
            if len(halves) == 2 else None
        )
        bacteria = [kind for kind in life if isinstance(kind, Bacterium)]
        hosts = {flora.index[name] for kind in bacteria for name in exchanging(kind.name) if name in flora.index}
        self.nodules = (
            Nodules(matter, self.grid, bacteria[0], sorted(hosts), self.height * self.width) if hosts else None
        )
        threads = [kind for kind in life if isinstance(kind, Mycelium)]
        self.knows_threads = bool(threads)
        self.web = Web(matter, fields, self, threads[0]) if threads and networked else None
        self.animals = tuple(
            Animals(matter, fields, kind, flora.kinds, self.places) for kind in life if isinstance(kind, Animal)
        )
        self.perches = Perches(matter, self.small_grid) if self.animals else None
        self.beyond = {
            kind: matter.hold(f"beyond_{kind}", pool(), **{kind: 1}) for kind in ("carbon", "mineral")
        }

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
        return self.almanac.strength(kind, self.tick)

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
        snapshot.put_back(self._arrays(), self.matter, self.fields)
        self.tick = snapshot.tick
        self.events.clear()
        self.display[:] = self.visits[:] = 0
        self.flora.settle_all()
        self.map_changed()

    def digest(self) -> str:
        """A short fingerprint of the whole state, the same on every machine."""
        return fingerprint(self.tick, self._arrays())

    @property
    def bytes_a_cell(self) -> int:
        """Memory of all grids, per tile."""
        grids: list[NDArray[Any]] = [array for array in self._arrays().values() if lies_on_tiles(array)]
        held = sum(grid.nbytes for grid in (*grids, self.display, self.visits))
        held += self.tile_bytes + self.flora.trait_bytes + self.rolls.nbytes
        return int(held) // (self.height * self.width)

    def tell(self, kind: str, place: int, who: str, note: str = "") -> None:
        self.events.append(Event(self.tick, kind, place, who, note))
