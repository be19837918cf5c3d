"""Animals that move over the map one by one: birds, squirrels, hawks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.chance import rolls
from game.engine.matter import Matter, Places, Stock
from game.engine.species import Animal, Plant

COLUMNS = ("place", "ident", "age", "load", "from", "flown", "heading", "watching")
TALLIES = ("born", "starved", "died_of_age", "caught", "left", "came", "seeds_carried", "tiles_carried", "given")
LEAVES_IT, MAKES_DO, LIKES = range(3)
LOTS_AT_ONCE, MOST_AHEAD = 2048, 16  # a few animals draw for some ticks at once
IDENT_BITS = 14  # animals that come later than the 16,384th share lots with others of another tick
WHIM = 127  # most that chance adds to the worth of a tile, beyond one
_WHIMS = np.array([0x545F, 0x1E37, 0x7FEB, 0x46CB, 0x62B3, 0x5EBD, 0x27D5, 0x1657, 0x3529], np.int16)[:, None]
_PAST, _WHIM, _ONE = (np.array(number, np.int16) for number in (5, WHIM, 1))


class Animals:
    """All animals of one kind: arrays with one place an animal, in the order of their coming.

    place      the tile it is on           load    the kind of plant whose seed it carries, 0 for none
    ident      a number for its chance     from    the tile where it took up its load
    age        ticks                       flown   ticks since then
    heading    the way it flies with its load: of the nine ways around a tile, row by row
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
        self.likes, self.makes_do_with = (-(self.appetite == taste).astype(np.int16) for taste in (LIKES, MAKES_DO))
        self.nesting: NDArray[np.int16] = np.array([0, *(-(plant.form in kind.nests_in) for plant in plants)], np.int16)
        self._drawn: tuple[tuple[int, bytes], int, NDArray[np.int64]] = (0, b""), 0, np.zeros((0, 0), np.int64)

    def __len__(self) -> int:
        return len(self.carbon.amount)

    def column(self, name: str) -> NDArray[np.int64]:
        """One of COLUMNS, as the array itself."""
        return self._fields[self._names[name]]

    @property
    def place(self) -> NDArray[np.int64]:
        return self._fields[self._names["place"]]

    @property
    def scent(self) -> NDArray[np.int16]:
        """How food smells on each tile."""
        return self._fields[self._names["scent"]]

    def lots(self, seed: int, tick: int) -> NDArray[np.int64]:
        """Thirty-two fair bits for each animal, the same all through a tick; whoever asks takes bits of its own.

        A few animals draw for some ticks at once; it makes no difference to what they draw.
        """
        ident = self._fields[self._names["ident"]]
        known, first, drawn = self._drawn
        if known != (seed, ident.tobytes()) or not first <= tick < first + len(drawn):
            ahead = max(1, min(MOST_AHEAD, LOTS_AT_ONCE // max(1, len(ident))))
            first = tick - tick % ahead
            ticks = np.arange(first, first + ahead)
            drawn = rolls(seed, 0, self.kind.name, ident + (ticks << IDENT_BITS)[:, None])
            self._drawn = (seed, ident.tobytes()), first, drawn
        lots: NDArray[np.int64] = drawn[tick - first]
        return lots

    def whims(self, seed: int, tick: int) -> NDArray[np.int16]:
        """What chance adds to the worth of each of the nine tiles around each animal, 1 to 128: shape (9, animals)."""
        bits = _WHIMS * self.lots(seed, tick).astype(np.int16)
        bits >>= _PAST
        bits &= _WHIM
        bits += _ONE
        return bits

    def tally(self, what: str, more: int = 0) -> int:
        """Count `more` of one of TALLIES, and return how many there were so far."""
        counts = self.column("tally")
        counts[TALLIES.index(what)] += more
        return int(counts[TALLIES.index(what)])

    def told(self) -> dict[str, int]:
        """How many there are, and each of TALLIES so far."""
        return {"count": len(self), **dict(zip(TALLIES, self.column("tally").tolist(), strict=True))}

    def come(self, places: NDArray[np.int64]) -> Places:
        """New animals, with nothing in them yet, on `places`. Returns their numbers."""
        first, coming = len(self), len(places)
        count, nothing = self.column("next"), np.zeros(coming, np.int64)
        told = {"place": places, "ident": count[0] + np.arange(coming)}
        for column in COLUMNS:
            values = told.get(column, nothing)
            self._fields[self._names[column]] = np.concatenate((self.column(column), values))
        count[0] += coming
        for stock in self._stocks():
            stock.amount = np.concatenate((stock.amount, nothing))
        return np.arange(first, first + coming)

    def go(self, animals: Places) -> None:
        """Take `animals`, in whom nothing is left, off the rolls."""
        stays = np.ones(len(self), np.bool_)
        stays[animals] = False
        for column in COLUMNS:
            self._fields[self._names[column]] = self.column(column)[stays]
        for stock in self._stocks():
            stock.amount = stock.amount[stays]

    def _stocks(self) -> list[Stock]:
        return [self.carbon, self.mineral, *self.carried.values()]
