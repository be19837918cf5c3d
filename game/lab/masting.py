"""Mast years of a play: which of the trees that save for them bore in each year."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.calendar import YEAR, day
from game.engine.systems.fruit import CALLED_UNTIL
from game.engine.world import World


class MastYears:
    """Keeps, of each year, where trees that save for a mast stood and which of them bore: bool of shape (places,)."""

    def __init__(self) -> None:
        self._stood: dict[int, NDArray[np.bool_]] = {}
        self._bore: dict[int, NDArray[np.bool_]] = {}

    def look(self, world: World) -> None:
        """Note the year that is passing, once no call can reach anybody any more."""
        if world.flora.masts and day(world.tick) == CALLED_UNTIL:
            year = world.tick // YEAR
            self._stood[year] = world.flora.saves_for_mast > 0
            self._bore[year] = self._stood[year] & (world.masting > 0)

    @property
    def bore(self) -> list[int]:
        """How many trees bore in each year."""
        return [int(np.count_nonzero(bore)) for bore in self._bore.values()]

    @property
    def synchrony(self) -> float | None:
        """The mean correlation over the years of every two trees that lived through all of them, to a hundredth.

        Trees that bore in every year or in none tell nothing; None if fewer than two are left.
        """
        if not self._bore:
            return None
        years: NDArray[Any] = np.array(list(self._bore.values()), np.float64)
        years = years[:, np.all(list(self._stood.values()), axis=0)]
        changing = years[:, years.std(axis=0) > 0]
        if changing.shape[1] < 2:
            return None
        together = np.corrcoef(changing, rowvar=False)
        return round(float(together[np.triu_indices(len(together), 1)].mean()), 2)
