"""Commons: what people hold together: the fund, the tip, and the rules that they have agreed on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.matter import Matter, Stock

RULES: Mapping[str, tuple[int, int, int]] = {
    "gives_above": (0, 8, 4),  # for how many seasons a home has in store before it gives
    "draws_below": (0, 8, 1),  # ... and what it has less than when it draws
    "reserve": (0, 40, 0),  # for how many seasons of one person something stays in the fund for a worse day
    "land": (0, 1, 0),  # does the poorest soil draw, too?
    "creatures": (0, 1, 0),  # do hungry animals?
    "all_decide": (0, 1, 1),  # who may change these rules: one home, or all who meet?
    "harvest": (1, 4, 2),  # of what is ripe on a tile one part in so many is picked: 1 is all, 2 half, 4 a quarter
    "compost": (0, 1, 1),  # 1: what is left of a meal returns to the garden, 0: it goes to the tip
}
"""By rule: the least and the most that it may say, and what is usual."""

TRUST = 100
NO_TIP = 0  # a place outside every map
OTHERS = ("fund", "land", "creatures", "you")
"""Who gives and receives beside the homes."""
GIVEN = ("food", "water", "warmth")
"""What is given: what meets these needs."""


class Commons:
    """The fund's stores, the tip, the rules in force, and how well the fund is tended (0 to 100).

    `open` says whether there is a fund, `council` how well it must be tended before fences may be opened (None: anyone
    may at any time); both are the level's.
    `tip_place` is the tile of the tip, NO_TIP where there is none. `gifts` are the units that each party gave to each:
    the homes in their order and then OTHERS, from row to column, one layer for each of GIVEN.
    """

    FUND, LAND, CREATURES, YOU = range(-len(OTHERS), 0)

    def __init__(self, matter: Matter, fields: dict[str, NDArray[Any]]) -> None:
        self._fields = fields
        self.open = False
        self.council: int | None = None
        for name, value in (("tip_place", NO_TIP), ("fund_tended", TRUST)):
            fields[name] = np.array([value], np.int64)
        fields["rules"] = np.array([usual for _, _, usual in RULES.values()], np.int64)
        fields["gifts"] = np.zeros((len(OTHERS), len(OTHERS), len(GIVEN)), np.int64)
        self.food: Stock = matter.hold("fund_carbon", np.zeros(1, np.int64), carbon=1)
        self.food_mineral: Stock = matter.hold("fund_mineral", np.zeros(1, np.int64), mineral=1)
        self.water: Stock = matter.hold("fund_water", np.zeros(1, np.int64), water=1)
        self.wood: Stock = matter.hold("fund_wood", np.zeros(1, np.int64), carbon=1)
        self.tip_carbon: Stock = matter.hold("tip_carbon", np.zeros(1, np.int64), carbon=1)
        self.tip_mineral: Stock = matter.hold("tip_mineral", np.zeros(1, np.int64), mineral=1)

    def rule(self, name: str) -> int:
        return int(self._fields["rules"][list(RULES).index(name)])

    def agree(self, name: str, value: int) -> None:
        """Let a rule say `value`, which it may."""
        self._fields["rules"][list(RULES).index(name)] = value

    @property
    def tip_place(self) -> int:
        return int(self._fields["tip_place"][0])

    @tip_place.setter
    def tip_place(self, place: int) -> None:
        self._fields["tip_place"][0] = place

    @property
    def tended(self) -> int:
        """How well the fund is tended: of 100, how much of what it promises it does."""
        return int(self._fields["fund_tended"][0])

    def tend(self, change: int) -> None:
        self._fields["fund_tended"][0] = min(TRUST, max(0, self.tended + change))

    @property
    def gifts(self) -> NDArray[np.int64]:
        return self._fields["gifts"]

    def note(self, giver: int, receiver: int, units: int, what: str = "food") -> None:
        """Write down a gift. Parties are the numbers of homes, or FUND, LAND, CREATURES, YOU."""
        self._fields["gifts"][giver, receiver, GIVEN.index(what)] += units

    def make_room(self, homes: int) -> None:
        """Let so many homes give and receive; nobody has yet."""
        parties = homes + len(OTHERS)
        self._fields["gifts"] = np.zeros((parties, parties, len(GIVEN)), np.int64)

    def store_of(self, need: str) -> Stock:
        """What the fund holds for a need that matter can meet: food, water or warmth."""
        return {"food": self.food, "water": self.water, "warmth": self.wood}[need]
