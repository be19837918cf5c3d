"""Which plant stands on each tile, and what its kind can do there.

A tile holds at most one plant. `species` is 0 where none stands, else 1 for the first kind of the level and so on.
What many ticks need of a kind lies ready as one grid a trait, so that a system reads `flora.leaf` like any other grid
of the world; `settle` keeps them true when a plant comes or goes.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine import calendar
from game.engine.matter import Grid, Mask, Places, SmallGrid, SmallMask
from game.engine.species import Plant, Window

NONE = 0
NO_SHADE = 15  # halvings of the body: no canopy to speak of
_NOBODY: SmallMask = np.array(0, np.int8)


class Flora:
    """The kinds of plants of a world and the grids of their traits, shape (places,), 0 where no plant stands: in bytes
    where that is enough. What is seldom asked for is worked out anew each time.

    `networked` names the kinds whose roots take part in a network.
    """

    def __init__(self, kinds: Sequence[Plant], places: int, networked: Collection[str] = ()) -> None:
        self.kinds = tuple(kinds)
        self.index = {kind.name: number for number, kind in enumerate(self.kinds, 1)}
        self._numbers = tuple(np.array(number, np.int8) for number in range(len(self.kinds) + 1))
        self.species: SmallGrid = np.zeros(places, np.int8)
        self.planted: Mask = np.zeros(places, np.int16)
        self._traits: list[tuple[NDArray[Any], NDArray[Any]]] = []
        self.leaf = self._trait(places, [kind.leaf for kind in self.kinds])
        self.full_body = self._trait(places, [kind.body for kind in self.kinds])
        self.flowers_at = self._trait(places, [kind.flowers_at for kind in self.kinds])
        self.upkeep = self._trait(places, [kind.upkeep for kind in self.kinds])
        self.seed_reserve = self._trait(places, [kind.seed_reserve for kind in self.kinds])
        self.nectar_cap = self._trait(places, [kind.nectar_cap for kind in self.kinds])
        self.shade = self._trait(places, [kind.shade for kind in self.kinds])
        self.fruit_carbon = self._trait(places, [kind.fruit_carbon for kind in self.kinds])
        self.fruit_mineral = self._trait(places, [kind.fruit_mineral for kind in self.kinds])
        self._sugar_cap = _row([kind.sugar_cap for kind in self.kinds])
        self._comfort = _row([kind.comfort for kind in self.kinds])
        self._rent = _row([kind.rent for kind in self.kinds])
        self._showiness = _row([kind.showiness for kind in self.kinds])
        self.ovules: NDArray[np.int64] = np.array([0, *(kind.ovules for kind in self.kinds)], np.int64)
        self._paying = tuple(number for number, kind in enumerate(self.kinds, 1) if kind.pays)
        self._networked = tuple(number for number, kind in enumerate(self.kinds, 1) if kind.name in networked)
        self.masting = tuple(number for number, kind in enumerate(self.kinds, 1) if kind.saves_for_mast)
        self._mark_the_calendar()
        self.casts_shade = any(kind.shade < NO_SHADE for kind in self.kinds)

    def _trait(self, places: int, numbers: Sequence[int]) -> NDArray[Any]:
        row = _row(numbers)
        grid = np.zeros(places, row.dtype)
        self._traits.append((row, grid))
        return grid

    def _mark_the_calendar(self) -> None:
        """What each day of the year brings."""
        masts = np.array([False, *(kind.saves_for_mast > 0 for kind in self.kinds)])
        self._blooms = tuple({kind.bloom for kind in self.kinds})
        self._seasons: dict[int, tuple[bool, ...]] = {}
        self._blooming: list[tuple[int, ...]] = []
        self._bearing: list[bool] = []
        self._fruiting: list[tuple[NDArray[np.bool_], NDArray[np.bool_]]] = []
        for today in range(calendar.YEAR):
            numbered = enumerate(self.kinds, 1)
            self._blooming.append(tuple(number for number, kind in numbered if _within(today, kind.bloom)))
            sets = np.array([False, *(_within(today, kind.sets_fruit) for kind in self.kinds)])
            self._bearing.append(bool(sets.any()))
            self._fruiting.append((sets & ~masts, sets & masts))

    def kind(self, number: int) -> Plant:
        return self.kinds[number - 1]

    def of(self, number: int) -> SmallMask:
        """-1 where that kind stands, else 0: a mask to `&` with."""
        mask: SmallMask = -(self.species == self._numbers[number]).view(np.int8)
        return mask

    def any_of(self, numbers: Collection[int]) -> Mask | SmallMask:
        """-1 where one of those kinds stands, else 0."""
        if len(numbers) == len(self.kinds):
            return self.planted
        return reduce(np.bitwise_or, map(self.of, numbers)) if numbers else _NOBODY

    @property
    def sugar_cap(self) -> Grid:
        """Sugar at which leaves stop; worked out anew, as the next ones."""
        return self._sugar_cap.take(self.species)

    @property
    def comfort(self) -> Grid:
        """Sugar above which there is a surplus."""
        return self._comfort.take(self.species)

    @property
    def rent(self) -> Grid:
        """Halvings of the surplus a tick that go to the mycelium."""
        return self._rent.take(self.species)

    @property
    def showiness(self) -> SmallGrid:
        """Display of an open flower."""
        return self._showiness.take(self.species)

    @property
    def life(self) -> Grid:
        """Ticks before old age."""
        return np.array([0, *(kind.life for kind in self.kinds)], np.int16).take(self.species)

    @property
    def masts(self) -> bool:
        """Whether any kind saves for a mast year."""
        return bool(self.masting)

    @property
    def saves_for_mast(self) -> Grid:
        """Sugar at which a tree calls for a mast year; 0 where it fruits every year."""
        return np.array([0, *(kind.saves_for_mast for kind in self.kinds)], np.int16).take(self.species)

    @property
    def opens(self) -> Grid:
        """The first day of bloom."""
        return np.array([0, *(kind.bloom[0] for kind in self.kinds)], np.int16).take(self.species)

    @property
    def pays(self) -> Mask | SmallMask:
        """-1 where a plant stands that pays rent to the mycelium."""
        return self.any_of(self._paying)

    @property
    def networked(self) -> Mask | SmallMask:
        """-1 where a plant stands whose roots take part in a network."""
        return self.any_of(self._networked)

    def in_bloom(self, today: int) -> Mask | SmallMask:
        """-1 where the kind that stands there blooms on this day of the year."""
        return self.any_of(self._blooming[today])

    def fruiting(self, today: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Whether each kind, by number, sets fruit on this day of the year: of those that do every year, and of those
        that save for a mast."""
        return self._fruiting[today]

    def in_season(self, today: int, closing: int) -> bool:
        """Whether any kind blooms on this day of the year, or did `closing` days ago."""
        if closing not in self._seasons:
            self._seasons[closing] = tuple(
                any(opens <= day <= closes + closing for opens, closes in self._blooms) for day in range(calendar.YEAR)
            )
        return self._seasons[closing][today]

    def bears(self, today: int) -> bool:
        """Whether any kind sets fruit on this day of the year."""
        return self._bearing[today]

    def settle(self, places: Places) -> None:
        """Make traits and masks true again at `places`, whose species changed."""
        species = self.species[places]
        for row, grid in self._traits:
            grid[places] = row[species]
        self.planted[places] = -(species > NONE).view(np.int8)

    def settle_all(self) -> None:
        self.settle(np.arange(len(self.species)))

    @property
    def trait_bytes(self) -> int:
        """Memory of the grids of traits and of the mask."""
        return sum(grid.nbytes for _, grid in self._traits) + self.planted.nbytes


def _within(today: int, window: Window) -> bool:
    return window[0] <= today <= window[1]


def _row(numbers: Sequence[int]) -> NDArray[Any]:
    """Numbers by kind, 0 for no plant: in bytes if they fit."""
    row = np.array([0, *numbers], np.int16)
    return row.astype(np.int8) if row.max() <= np.iinfo(np.int8).max else row
