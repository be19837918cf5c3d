"""Households: a home on the map, its pantry, and how well it has eaten of late."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.matter import Matter, Stock

CONTENT = 100


class Households:
    """Arrays with one place a home, in the order of the map. `names` are the level's."""

    def __init__(self, matter: Matter, fields: dict[str, NDArray[Any]]) -> None:
        self._fields = fields
        self.names: list[str] = []
        nobody = np.zeros(0, np.int64)
        fields["home_place"] = nobody.copy()
        fields["home_fed"] = nobody.copy()
        self.pantry_carbon: Stock = matter.hold("pantry_carbon", nobody.copy(), carbon=1)
        self.pantry_mineral: Stock = matter.hold("pantry_mineral", nobody.copy(), mineral=1)

    def __len__(self) -> int:
        return len(self.names)

    @property
    def place(self) -> NDArray[np.int64]:
        """The tile of each home."""
        return self._fields["home_place"]

    @property
    def fed(self) -> NDArray[np.int64]:
        """How well each home has eaten of late, 0 to 100."""
        return self._fields["home_fed"]

    def settle(self, name: str, place: int, carbon: int, mineral: int) -> None:
        """Give a home to `name` while a world is being built, its pantry stocked from nothing."""
        self.names.append(name)
        self._fields["home_place"] = np.append(self.place, place)
        self._fields["home_fed"] = np.append(self.fed, CONTENT)
        self.pantry_carbon.amount = np.append(self.pantry_carbon.amount, carbon)
        self.pantry_mineral.amount = np.append(self.pantry_mineral.amount, mineral)
