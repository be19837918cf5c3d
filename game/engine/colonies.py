"""Colonies of one kind of bee: a hive each, its store, its workers and what its foragers remember."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.matter import Matter, Places, Stock
from game.engine.species import Colony
from game.engine.tiles import Tiles

COLUMNS = ("place", "raised", "died_of_age", "starved")


class Colonies:
    """Arrays with one place a colony, in the order of their founding. A hive stays on the map when its colony is
    gone."""

    def __init__(self, matter: Matter, fields: dict[str, NDArray[Any]], kind: Colony, plant_kinds: int) -> None:
        self.kind = kind
        self._fields = fields
        self._plant_kinds = plant_kinds
        self._sight: tuple[bytes, tuple[Places, Places]] | None = None
        nobody = np.zeros(0, np.int64)
        for name in COLUMNS:
            fields[f"{kind.name}_{name}"] = nobody.copy()
        fields[f"{kind.name}_memory"] = np.zeros((0, plant_kinds + 1), np.int64)
        self.honey: Stock = matter.hold(f"{kind.name}_honey", nobody.copy(), carbon=1)
        self.mineral: Stock = matter.hold(f"{kind.name}_mineral", nobody.copy(), mineral=1)
        self.workers: Stock = matter.hold(
            f"{kind.name}_workers", nobody.copy(), carbon=kind.worker_carbon, mineral=kind.worker_mineral
        )

        self.swarm: Stock = matter.hold(
            f"hand_{kind.name}_workers", np.zeros(1, np.int64), carbon=kind.worker_carbon, mineral=kind.worker_mineral
        )

    def __len__(self) -> int:
        return len(self.workers.amount)

    @property
    def place(self) -> NDArray[np.int64]:
        """The tile of each hive."""
        return self._fields[f"{self.kind.name}_place"]

    @property
    def memory(self) -> NDArray[np.int64]:
        """Recent visits by kind of plant, in eighths, shape (colonies, kinds + 1); an eighth fades at each flight."""
        return self._fields[f"{self.kind.name}_memory"]

    def tally(self, what: str) -> NDArray[np.int64]:
        """Workers `raised`, `died_of_age` or `starved` so far, by colony."""
        return self._fields[f"{self.kind.name}_{what}"]

    def sight(self, tiles: Tiles) -> tuple[Places, Places]:
        """The numbers before the first and of the last tile that each colony sees in each row, shape (colonies, rows).

        Hives seldom move, so it is kept.
        """
        asked = self.place.tobytes()
        if self._sight is None or self._sight[0] != asked:
            reach, (row, column) = self.kind.reach, tiles.where(self.place)
            rows = np.minimum(np.maximum(row[:, None] + np.arange(-reach, reach + 1), -1), tiles.height)
            before = (rows + 1) * tiles.stride + np.maximum(column - reach, 0)[:, None]
            last = (rows + 1) * tiles.stride + 1 + np.minimum(column + reach, tiles.width - 1)[:, None]
            self._sight = asked, (before, last)
        return self._sight[1]

    def found(self, place: int, workers: int = 0, honey: int = 0, mineral: int = 0) -> int:
        """Set a hive on a tile, and return its number. Stock it from nothing only while a world is being built."""
        for stock, units in ((self.workers, workers), (self.honey, honey), (self.mineral, mineral)):
            stock.amount = np.append(stock.amount, units)
        for name in COLUMNS:
            column = f"{self.kind.name}_{name}"
            self._fields[column] = np.append(self._fields[column], place if name == "place" else 0)
        self._fields[f"{self.kind.name}_memory"] = np.vstack(
            [self.memory, np.zeros((1, self._plant_kinds + 1), np.int64)]
        )
        return len(self) - 1
