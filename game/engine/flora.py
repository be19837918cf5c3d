"""Which plant stands on each tile, and what its kind can do there.

A tile holds at most one plant. `species` is 0 where none stands, else 1 for the first kind of the level and so on.
The traits of a kind lie ready as one grid each, so that a system reads `flora.leaf` like any other grid of the world;
`settle` keeps them true when a plant comes or goes.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from game.engine.matter import Grid, Places
from game.engine.species import Plant

NONE = 0
NO_SHADE = 15  # halvings of the body: no canopy to speak of


class Flora:
    """The kinds of plants of a world and the grids of their traits, int16, shape (places,), 0 where no plant stands.

    `networked` names the kinds whose roots take part in a network.
    """

    def __init__(self, kinds: Sequence[Plant], places: int, networked: Collection[str] = ()) -> None:
        self.kinds = tuple(kinds)
        self.index = {kind.name: number for number, kind in enumerate(self.kinds, 1)}
        self.species: Grid = np.zeros(places, np.int16)
        self._tables = {
            "leaf": [kind.leaf for kind in self.kinds],
            "full_body": [kind.body for kind in self.kinds],
            "flowers_at": [kind.flowers_at for kind in self.kinds],
            "sugar_cap": [kind.sugar_cap for kind in self.kinds],
            "upkeep": [kind.upkeep for kind in self.kinds],
            "seed_reserve": [kind.seed_reserve for kind in self.kinds],
            "showiness": [kind.showiness for kind in self.kinds],
            "nectar_cap": [kind.nectar_cap for kind in self.kinds],
            "opens": [kind.bloom[0] for kind in self.kinds],
            "closes": [kind.bloom[1] for kind in self.kinds],
            "fruits_from": [kind.sets_fruit[0] for kind in self.kinds],
            "fruits_until": [kind.sets_fruit[1] for kind in self.kinds],
            "comfort": [kind.comfort for kind in self.kinds],
            "rent": [kind.rent for kind in self.kinds],
            "pays": [-int(kind.pays) for kind in self.kinds],
            "networked": [-int(kind.name in networked) for kind in self.kinds],
            "saves_for_mast": [kind.saves_for_mast for kind in self.kinds],
            "joins_mast": [kind.joins_mast for kind in self.kinds],
            "shade": [kind.shade for kind in self.kinds],
            "life": [kind.life for kind in self.kinds],
            "fruit_carbon": [kind.fruit_carbon for kind in self.kinds],
            "fruit_mineral": [kind.fruit_mineral for kind in self.kinds],
        }
        self.ovules: NDArray[np.int64] = np.array([0, *(kind.ovules for kind in self.kinds)], np.int64)
        self._table: NDArray[np.int16] = np.array([[0, *row] for row in self._tables.values()], np.int16)
        self._traits: NDArray[np.int16] = np.zeros((len(self._tables), places), np.int16)
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
            self.opens,
            self.closes,
            self.fruits_from,
            self.fruits_until,
            self.comfort,
            self.rent,
            self.pays,
            self.networked,
            self.saves_for_mast,
            self.joins_mast,
            self.shade,
            self.life,
            self.fruit_carbon,
            self.fruit_mineral,
        ) = self._traits
        self.masts = any(kind.saves_for_mast for kind in self.kinds)
        self.casts_shade = any(kind.shade < NO_SHADE for kind in self.kinds)
        self.planted: Grid = self._masks[0]

    def kind(self, number: int) -> Plant:
        return self.kinds[number - 1]

    def of(self, number: int) -> Grid:
        """-1 where that kind stands, else 0: a mask to `&` with."""
        mask: Grid = self._masks[number]
        return mask

    def in_season(self, today: int) -> bool:
        """Whether any kind blooms or sets fruit on this day of the year."""
        return any(
            kind.bloom[0] <= today <= kind.bloom[1] + 1 or kind.sets_fruit[0] <= today <= kind.sets_fruit[1]
            for kind in self.kinds
        )

    def settle(self, places: Places) -> None:
        """Make traits and masks true again at `places`, whose species changed."""
        species = self.species[places]
        self._traits[:, places] = self._table[:, species]
        self._masks[:, places] = -(species == np.arange(len(self._masks))[:, None]).astype(np.int16)
        self.planted[places] = -(species > NONE).astype(np.int16)

    def settle_all(self) -> None:
        self.settle(np.arange(len(self.species)))

    @property
    def trait_bytes(self) -> int:
        """Memory of the grids of traits and masks."""
        return self._traits.nbytes + self._masks.nbytes
