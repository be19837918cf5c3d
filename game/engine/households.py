"""Households: a home on the map, who lives there, what they have in store and how their needs have been met of late."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.matter import Matter, Places, Stock

NEEDS = ("food", "water", "warmth", "care")
FORTUNES = ("illness", "good_harvest", "wet_cellar", "newcomer")
A_SEASON = {"food": 4, "water": 4, "warmth": 2}
"""What one person eats and drinks in a season, and a quarter of the wood that a home burns in winter."""
CONTENT = 100
COLUMNS = ("place", "mouths", "works", "yours", "ill_until", "glad_until", *NEEDS)


class Households:
    """Arrays with one place a home, in the order of the map. `names` and `needs` are the level's, and so is luck: the
    chance, in percent, that at a season's turn one of `fortunes` befalls a home.

    place       its tile                    food, water, warmth, care    how well each need was met of late, 0 to 100
    mouths      people who live there       ill_until, glad_until        ticks until which they are ill, or have luck
    works       steps from home within which they fetch what they need; 0: others bring it
    yours       1 for the player's own home
    """

    def __init__(self, matter: Matter, fields: dict[str, NDArray[Any]]) -> None:
        self._fields = fields
        self.names: list[str] = []
        self.needs: list[frozenset[str]] = []
        self.luck = 0
        self.fortunes: tuple[str, ...] = ()
        nobody = np.zeros(0, np.int64)
        for column in COLUMNS:
            fields[f"home_{column}"] = nobody.copy()
        self.pantry_carbon: Stock = matter.hold("pantry_carbon", nobody.copy(), carbon=1)
        self.pantry_mineral: Stock = matter.hold("pantry_mineral", nobody.copy(), mineral=1)
        self.jar: Stock = matter.hold("home_jar", nobody.copy(), water=1)
        self.woodpile: Stock = matter.hold("home_wood", nobody.copy(), carbon=1)

    def __len__(self) -> int:
        return len(self.names)

    def column(self, name: str) -> NDArray[np.int64]:
        """One of COLUMNS, as the array itself."""
        return self._fields[f"home_{name}"]

    @property
    def place(self) -> NDArray[np.int64]:
        """The tile of each home."""
        return self.column("place")

    @property
    def yours(self) -> int | None:
        """The number of the player's own home, or None where there is none."""
        own = self.column("yours").nonzero()[0]
        return int(own[0]) if len(own) else None

    def met(self, home: int) -> dict[str, int]:
        """How well each need that this home has was met of late, 0 to 100."""
        return {need: int(self.column(need)[home]) for need in NEEDS if need in self.needs[home]}

    def fares_well(self, home: int) -> bool:
        """Whether each need of a home was met at least half of late."""
        return min(self.met(home).values()) >= CONTENT // 2

    def feel(self, need: str, home: int, change: int) -> None:
        """Let a home remember that a need was met (or, below zero, was not)."""
        felt = self.column(need)
        felt[home] = min(CONTENT, max(0, int(felt[home]) + change))

    def store_of(self, need: str) -> Stock:
        """What a need is met from: food, water or warmth. Care is no matter."""
        return {"food": self.pantry_carbon, "water": self.jar, "warmth": self.woodpile}[need]

    def season_of(self, need: str, home: int) -> int:
        """A season's worth of what meets a need, for all who live in a home."""
        return A_SEASON[need] * (1 if need == "warmth" else int(self.column("mouths")[home]))

    def settle(
        self,
        name: str,
        place: int,
        carbon: int,
        mineral: int,
        *,
        needs: Collection[str] = ("food",),
        mouths: int = 1,
        works: int = 0,
        water: int = 0,
        wood: int = 0,
        yours: bool = False,
    ) -> None:
        """Give a home to `name` while a world is being built, its stores filled from nothing."""
        self.names.append(name)
        self.needs.append(frozenset(needs))
        told = {"place": place, "mouths": mouths, "works": works, "yours": int(yours)}
        told |= dict.fromkeys(NEEDS, CONTENT)
        for column in COLUMNS:
            self._fields[f"home_{column}"] = np.append(self.column(column), told.get(column, 0))
        food = ((self.pantry_carbon, carbon), (self.pantry_mineral, mineral))
        for stock, units in (*food, (self.jar, water), (self.woodpile, wood)):
            stock.amount = np.append(stock.amount, units)


def steps_from(place: int, reach: int, open_: NDArray[Any], stride: int) -> Places:
    """The tiles that one comes to from `place` in at most `reach` steps to the side, up or down, over what is `open_`;
    in the order of their numbers."""
    seen = np.zeros(len(open_), np.bool_)
    seen[place] = True
    border: Places = np.array([place])
    for _ in range(reach):
        if not len(border):
            break
        border = beside(border, stride)
        border = border[(open_[border] != 0) & ~seen[border]]
        seen[border] = True
    return seen.nonzero()[0]


def beside(places: Places, stride: int) -> Places:
    """The tiles to the side, above and below of some, each once."""
    return np.unique((places[:, None] + np.array([-1, 1, -stride, stride])).ravel())


def in_turn(homes: Sequence[int] | range, turn: int) -> list[int]:
    """The homes, beginning with another one each turn, so that nobody is always first."""
    order = list(homes)
    first = turn % len(order) if order else 0
    return order[first:] + order[:first]
