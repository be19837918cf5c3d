"""Which plant stands on each tile, and what its kind can do there.

A tile holds at most one plant. `species` is 0 where none stands, else 1 for the first kind of the level and so on.
What each tick needs of a kind lies ready as one grid a trait, so that a system reads `flora.leaf` like any other grid
of the world; `settle` keeps them true when a plant comes or goes.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.matter import Grid, Places
from game.engine.species import Plant, Window

Mask = NDArray[np.int16]
_SELDOM = ("comfort", "rent", "shade", "fruit_carbon", "fruit_mineral")  # read from bytes, which is slower
NONE = 0
_NOBODY: Mask = np.array(0, np.int16)
NO_SHADE = 15  # halvings of the body: no canopy to speak of


class Flora:
    """The kinds of plants of a world and the grids of their traits, shape (places,), 0 where no plant stands: int16, or
    bytes where that is enough and few ask.

    `networked` names the kinds whose roots take part in a network.
    """

    def __init__(self, kinds: Sequence[Plant], places: int, networked: Collection[str] = ()) -> None:
        self.kinds = tuple(kinds)
        self.index = {kind.name: number for number, kind in enumerate(self.kinds, 1)}
        self.species: Grid = np.zeros(places, np.int16)
        tables = {
            "leaf": [kind.leaf for kind in self.kinds],
            "full_body": [kind.body for kind in self.kinds],
            "flowers_at": [kind.flowers_at for kind in self.kinds],
            "sugar_cap": [kind.sugar_cap for kind in self.kinds],
            "upkeep": [kind.upkeep for kind in self.kinds],
            "seed_reserve": [kind.seed_reserve for kind in self.kinds],
            "showiness": [kind.showiness for kind in self.kinds],
            "nectar_cap": [kind.nectar_cap for kind in self.kinds],
            "comfort": [kind.comfort for kind in self.kinds],
            "rent": [kind.rent for kind in self.kinds],
            "shade": [kind.shade for kind in self.kinds],
            "fruit_carbon": [kind.fruit_carbon for kind in self.kinds],
            "fruit_mineral": [kind.fruit_mineral for kind in self.kinds],
        }
        self.ovules: NDArray[np.int64] = np.array([0, *(kind.ovules for kind in self.kinds)], np.int64)
        self._table = {name: _least(name, np.array([0, *row], np.int16)) for name, row in tables.items()}
        self._traits: dict[str, NDArray[Any]] = {name: np.zeros(places, row.dtype) for name, row in self._table.items()}
        self._masks: NDArray[np.int16] = np.zeros((len(self.kinds) + 1, places), np.int16)
        (
            self.leaf,
            self.full_body,
            self.flowers_at,
            self.sugar_cap,
            self.upkeep,
            self.seed_reserve,
            self.showiness,
            self.nectar_cap,
            self.comfort,
            self.rent,
            self.shade,
            self.fruit_carbon,
            self.fruit_mineral,
        ) = self._traits.values()
        self._paying = tuple(number for number, kind in enumerate(self.kinds, 1) if kind.pays)
        self._networked = tuple(number for number, kind in enumerate(self.kinds, 1) if kind.name in networked)
        self.masting = tuple(number for number, kind in enumerate(self.kinds, 1) if kind.saves_for_mast)
        self.casts_shade = any(kind.shade < NO_SHADE for kind in self.kinds)
        self.planted: Mask = self._masks[0]

    def kind(self, number: int) -> Plant:
        return self.kinds[number - 1]

    def of(self, number: int) -> Mask:
        """-1 where that kind stands, else 0: a mask to `&` with."""
        mask: Mask = self._masks[number]
        return mask

    def any_of(self, numbers: Collection[int]) -> Mask:
        """-1 where one of those kinds stands, else 0."""
        if len(numbers) == len(self.kinds):
            return self.planted
        return reduce(np.bitwise_or, (self._masks[number] for number in numbers), _NOBODY)

    @property
    def life(self) -> Grid:
        """Ticks before old age; worked out anew, as `opens`."""
        return np.array([0, *(kind.life for kind in self.kinds)], np.int16)[self.species]

    @property
    def masts(self) -> bool:
        """Whether any kind saves for a mast year."""
        return bool(self.masting)

    @property
    def saves_for_mast(self) -> Grid:
        """Sugar at which a tree calls for a mast year; 0 where it fruits every year."""
        return np.array([0, *(kind.saves_for_mast for kind in self.kinds)], np.int16)[self.species]

    @property
    def opens(self) -> Grid:
        """The first day of bloom."""
        return np.array([0, *(kind.bloom[0] for kind in self.kinds)], np.int16)[self.species]

    @property
    def pays(self) -> Mask:
        """-1 where a plant stands that pays rent to the mycelium."""
        return self.any_of(self._paying)

    @property
    def networked(self) -> Mask:
        """-1 where a plant stands whose roots take part in a network."""
        return self.any_of(self._networked)

    def in_bloom(self, today: int) -> Mask:
        """-1 where the kind that stands there blooms on this day of the year."""
        return self.any_of([number for number, kind in enumerate(self.kinds, 1) if _within(today, kind.bloom)])

    def in_fruit(self, today: int) -> Mask:
        """-1 where the kind that stands there sets fruit on this day of the year."""
        return self.any_of([number for number, kind in enumerate(self.kinds, 1) if _within(today, kind.sets_fruit)])

    def in_season(self, today: int, closing: int) -> bool:
        """Whether any kind blooms on this day of the year, or did `closing` days ago."""
        return any(kind.bloom[0] <= today <= kind.bloom[1] + closing for kind in self.kinds)

    def bears(self, today: int) -> bool:
        """Whether any kind sets fruit on this day of the year."""
        return any(_within(today, kind.sets_fruit) for kind in self.kinds)

    def settle(self, places: Places) -> None:
        """Make traits and masks true again at `places`, whose species changed."""
        species = self.species[places]
        for name, row in self._table.items():
            self._traits[name][places] = row[species]
        self._masks[:, places] = -(species == np.arange(len(self._masks))[:, None]).view(np.int8)
        self.planted[places] = -(species > NONE).view(np.int8)

    def settle_all(self) -> None:
        self.settle(np.arange(len(self.species)))

    @property
    def trait_bytes(self) -> int:
        """Memory of the grids of traits and masks."""
        return sum(trait.nbytes for trait in self._traits.values()) + self._masks.nbytes


def _within(today: int, window: Window) -> bool:
    return window[0] <= today <= window[1]


def _least(name: str, row: Grid) -> NDArray[Any]:
    """The same numbers as bytes, if they fit and are seldom asked for."""
    return row.astype(np.int8) if name in _SELDOM and row.max() <= np.iinfo(np.int8).max else row
