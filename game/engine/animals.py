"""Animals that move over the map one by one: birds, squirrels, hawks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.chance import rolls
from game.engine.matter import Matter, Places, Stock
from game.engine.species import Animal, Plant

COLUMNS = ("place", "ident", "age", "load", "from", "flown", "watching")
TALLIES = ("born", "starved", "died_of_age", "caught", "left", "came", "seeds_carried", "tiles_carried", "given")
LEAVES_IT, MAKES_DO, LIKES = range(3)
DRAWN_AT_ONCE = 8  # ticks
WHIM = 127  # most that chance adds to the worth of a tile
_WHIMS = np.array([0x2545F, 0x9E37B, 0x7FEB3, 0x846CB, 0xC2B2B, 0x85EBD, 0x27D4F, 0x16567, 0xB5297], np.int64)


class Animals:
    """All animals of one kind: arrays with one place an animal, in the order of their coming.

    place      the tile it is on           load    the kind of plant whose seed it carries, 0 for none
    ident      a number for its chance     from    the tile where it took up its load
    age        ticks                       flown   ticks since then
    watching   1 while it looks up for hawks; of a hawk that was seen, the ticks for which it keeps away
    """

    def __init__(
        self, matter: Matter, fields: dict[str, NDArray[Any]], kind: Animal, plants: Sequence[Plant], grid_places: int
    ) -> None:
        self.kind = kind
        self._fields = fields
        self._names = {column: f"{kind.name}_{column}" for column in (*COLUMNS, "tally", "next", "scent")}
        for column in COLUMNS:
            fields[self._names[column]] = np.zeros(0, np.int64)
        fields[self._names["tally"]] = np.zeros(len(TALLIES), np.int64)
        fields[self._names["next"]] = np.zeros(1, np.int64)
        fields[self._names["scent"]] = np.zeros(grid_places, np.int16)
        self.carbon: Stock = matter.hold(f"{kind.name}_carbon", np.zeros(0, np.int64), carbon=1)
        self.mineral: Stock = matter.hold(f"{kind.name}_mineral", np.zeros(0, np.int64), mineral=1)
        self.carried: Mapping[int, Stock] = {
            number: matter.hold(
                f"{kind.name}_{plant.name}", np.zeros(0, np.int64), carbon=plant.seed_carbon, mineral=plant.seed_mineral
            )
            for number, plant in enumerate(plants, 1)
            if plant.name in kind.eats
        }
        self.makes_do: tuple[int, ...] = tuple(
            number for number, plant in enumerate(plants, 1) if plant.name in kind.makes_do_with
        )
        self.appetite: NDArray[np.int8] = np.zeros(len(plants) + 1, np.int8)
        self.appetite[list(self.makes_do)] = MAKES_DO
        self.appetite[list(self.carried)] = LIKES
        self._drawn: dict[tuple[int, int, bytes], tuple[NDArray[np.int64], NDArray[np.int64]]] = {}

    def __len__(self) -> int:
        return len(self.carbon.amount)

    def column(self, name: str) -> NDArray[np.int64]:
        """One of COLUMNS, as the array itself."""
        return self._fields[self._names[name]]

    @property
    def place(self) -> NDArray[np.int64]:
        return self.column("place")

    @property
    def scent(self) -> NDArray[np.int16]:
        """How food smells on each tile."""
        return self._fields[self._names["scent"]]

    def lots(self, seed: int, tick: int) -> NDArray[np.int64]:
        """Thirty-two fair bits for each animal, the same all through a tick; whoever asks takes bits of its own.

        They are drawn for some ticks at once, and again when animals come or go: a hash has no order of calls.
        """
        lots: NDArray[np.int64] = self._draw(seed, tick)[0][tick % DRAWN_AT_ONCE]
        return lots

    def whims(self, seed: int, tick: int) -> NDArray[np.int64]:
        """Seven fair bits for each animal and each of the nine tiles around it, shape (animals, 9)."""
        whims: NDArray[np.int64] = self._draw(seed, tick)[1][tick % DRAWN_AT_ONCE]
        return whims

    def _draw(self, seed: int, tick: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        ident = self.column("ident")
        asked = (seed, tick // DRAWN_AT_ONCE, ident.tobytes())
        if asked not in self._drawn:
            ahead = ident * DRAWN_AT_ONCE + np.arange(DRAWN_AT_ONCE)[:, None]
            lots = rolls(seed, tick // DRAWN_AT_ONCE, self.kind.name, ahead)
            self._drawn = {asked: (lots, (lots[:, :, None] * _WHIMS >> 12) & WHIM)}
        return self._drawn[asked]

    def tally(self, what: str, more: int = 0) -> int:
        """Count `more` of one of TALLIES, and return how many there were so far."""
        counts = self.column("tally")
        counts[TALLIES.index(what)] += more
        return int(counts[TALLIES.index(what)])

    def come(self, places: NDArray[np.int64]) -> Places:
        """New animals, with nothing in them yet, on `places`. Returns their numbers."""
        first, coming = len(self), len(places)
        count = self.column("next")
        for column in COLUMNS:
            values = {"place": places, "ident": count[0] + np.arange(coming)}.get(column, np.zeros(coming, np.int64))
            self._fields[self._names[column]] = np.append(self.column(column), values)
        count[0] += coming
        for stock in self._stocks():
            stock.amount = np.append(stock.amount, np.zeros(coming, np.int64))
        return np.arange(first, first + coming)

    def go(self, animals: Places) -> None:
        """Take `animals`, in whom nothing is left, off the rolls."""
        for column in COLUMNS:
            self._fields[self._names[column]] = np.delete(self.column(column), animals)
        for stock in self._stocks():
            stock.amount = np.delete(stock.amount, animals)

    def _stocks(self) -> list[Stock]:
        return [self.carbon, self.mineral, *self.carried.values()]
