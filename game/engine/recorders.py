"""Recorders: whoever watches matter travel and notes it, in sums or for one being."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.engine.matter import Amount, Places, Stock, whole


@dataclass(slots=True)
class Totals:
    """The cheap recorder: motes by (cause, kind)."""

    flows: dict[tuple[str, str], int] = field(default_factory=dict)

    def note(
        self, kind: str, source: Stock, target: Stock, motes: Amount, cause: str, at: Places | None, to: Places | None
    ) -> None:
        self.flows[cause, kind] = self.flows.get((cause, kind), 0) + whole(np.abs(motes))


class Passage(NamedTuple):
    """A way that matter took. `beyond` is the place on the other side, or -1 where that is a pool."""

    cause: str
    kind: str
    source: str
    target: str
    beyond: int


@dataclass(slots=True)
class Diary:
    """The recorder for *why*: the motes that one being gave and got.

    A being is its `place` in each of `stocks`: a plant is its tile in sugar, body and so on, a colony its number in
    honey and workers. What it moves about within itself is neither given nor got.
    """

    stocks: frozenset[str]
    place: int
    gave: dict[Passage, int] = field(default_factory=dict)
    got: dict[Passage, int] = field(default_factory=dict)

    def note(
        self, kind: str, source: Stock, target: Stock, motes: Amount, cause: str, at: Places | None, to: Places | None
    ) -> None:
        if source.name not in self.stocks and target.name not in self.stocks:
            return
        moved, leaving, reaching = np.broadcast_arrays(
            np.atleast_1d(motes), self._is_here(source, at), self._is_here(target, to)
        )
        sides = ((self.gave, leaving & ~reaching, target, to), (self.got, reaching & ~leaving, source, at))
        for book, own, other, places in sides:
            for number in np.flatnonzero(own & (moved != 0)).tolist():
                beyond = number if places is None else int(places[number])
                way = Passage(cause, kind, source.name, target.name, -1 if places is None and other.is_pool else beyond)
                book[way] = book.get(way, 0) + int(moved[number])

    def _is_here(self, stock: Stock, where: Places | None) -> NDArray[np.bool_]:
        """Which of the motes noted lie here: one answer, or one for each of them."""
        if stock.name not in self.stocks:
            return np.zeros(1, np.bool_)
        if stock.is_pool:
            return np.array([self.place == 0])
        here: NDArray[np.bool_] = (np.arange(len(stock.amount)) if where is None else where) == self.place
        return here
