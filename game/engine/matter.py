"""How matter travels: `move`, `make` and `unmake` are the only ways, so the total of each kind can never change.

A *stock* is a row of places where things of one sort lie: one place a tile, one a colony, or a single place (a pool).
A thing holds a fixed number of motes of each kind: a unit of soil water is one mote of water, a goldenrod seed is
two of carbon and one of mineral. What a fruit holds depends on the plant it hangs on, so its content may be an array
with one number a place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from game.engine.counting import alike

KINDS = ("water", "carbon", "mineral")
_FEW = 16  # numbers that Python adds up sooner than numpy
_SHORT = 256  # places that are looked through sooner one by one than by a mask of bits
_GRID_BYTES = np.dtype(np.int16).itemsize

Grid = NDArray[np.int16]
SmallGrid = NDArray[np.int8]
Mask = NDArray[np.int16]  # -1 or 0, to `&` with
SmallMask = NDArray[np.int8]
Places = NDArray[np.intp]
Amount = NDArray[Any] | int
Content = Mapping[str, "int | Grid"]


class MatterError(Exception):
    """A promise about matter is broken: a stock below zero, or a total that changed. Names the culprit."""


@dataclass(slots=True)
class Stock:
    """Things of one sort.

    `amount`: int16 or int8 of shape (places,) for tiles, int64 of shape (n,) for colonies and homes, (1,) for a pool.
    `content`: motes of each kind in one thing, a number or an int16 array of the shape of `amount`.
    """

    name: str
    amount: NDArray[Any]
    content: Content

    @property
    def is_pool(self) -> bool:
        return len(self.amount) == 1

    @property
    def by_tile(self) -> bool:
        return lies_on_tiles(self.amount)

    def motes(self, kind: str) -> int:
        """How many motes of `kind` lie here in all."""
        each = self.content.get(kind, 0)
        if isinstance(each, int):
            return each and int(np.add.reduce(self.amount)) * each  # numpy 2 adds whole numbers up in 64 bits
        return int(np.add.reduce(self.amount.astype(np.int64) * each))


class Recorder(Protocol):
    """Whoever watches matter travel: see `recorders.py`.

    `at` and `to` are the places left and reached; None means place by place, or a pool.
    """

    def note(
        self, kind: str, source: Stock, target: Stock, motes: Amount, cause: str, at: Places | None, to: Places | None
    ) -> None: ...


@dataclass(slots=True)
class Matter:
    """All stocks of a world by name, and whoever is watching."""

    stocks: dict[str, Stock] = field(default_factory=dict)
    recorder: Recorder | None = None

    def hold(self, name: str, amount: NDArray[Any], **content: int | Grid) -> Stock:
        """Add a stock and return it. Raises MatterError for a name that is taken."""
        if name in self.stocks:
            raise MatterError(f"there is a stock called {name} already")
        self.stocks[name] = stock = Stock(name, amount, content)
        return stock

    def total(self, kind: str) -> int:
        return sum(stock.motes(kind) for stock in self.stocks.values())

    def totals(self) -> dict[str, int]:
        return {kind: self.total(kind) for kind in KINDS}

    def move(
        self,
        source: Stock,
        target: Stock,
        units: Amount,
        cause: str,
        *,
        at: Places | None = None,
        to: Places | None = None,
    ) -> None:
        """Carry `units` from `source` to `target`, which hold the same things.

        Without `at` and `to` tiles give to the same tiles, or to and from a pool. With them `units` has one number for
        each place named; a place may be named more than once. Where only one side is named the other is a pool.
        """
        left, reached = source.amount, target.amount
        if at is None and to is None and len(left) == len(reached) > 1:
            left -= units  # most moves are of this sort
            reached += units
        else:
            _take(source, units, at)
            _put(target, units, to)
        if self.recorder is not None:
            for kind, each in source.content.items():
                self.recorder.note(kind, source, target, _motes(units, each, at), cause, at, to)

    def draw(self, pool: Stock, target: Stock, units: Grid, cause: str) -> bool:
        """Carry `units` from a pool to tiles if it holds as many, and tell whether it does."""
        drawn = whole(units)
        if drawn > pool.amount[0]:
            return False
        pool.amount[0] -= drawn
        target.amount += units
        if self.recorder is not None:
            for kind, each in pool.content.items():
                self.recorder.note(kind, pool, target, _motes(units, each, None), cause, None, None)
        return True

    def make(self, thing: Stock, units: Amount, cause: str, *, at: Places | None = None, **sources: Stock) -> None:
        """Put `units` of `thing` together; `sources` name the stock that each kind of its motes comes from.

        Sources and thing share their places (`at`), or are pools.
        """
        _put(thing, units, at)
        for kind, each in thing.content.items():
            motes = _motes(units, each, at)
            _take(sources[kind], motes, at)
            if self.recorder is not None:
                self.recorder.note(kind, sources[kind], thing, motes, cause, at, at)

    def unmake(
        self,
        thing: Stock,
        units: Amount,
        cause: str,
        *,
        at: Places | None = None,
        to: Places | None = None,
        **targets: Stock,
    ) -> None:
        """Take `units` of `thing` apart; `targets` name the stock that each kind of its motes goes to, at `to` or else
        `at`."""
        to = at if to is None else to
        _take(thing, units, at)
        for kind, each in thing.content.items():
            motes = _motes(units, each, at)
            _put(targets[kind], motes, to)
            if self.recorder is not None:
                self.recorder.note(kind, thing, targets[kind], motes, cause, at, to)

    def split(
        self,
        thing: Stock,
        part: Stock,
        units: Amount,
        cause: str,
        *,
        at: Places | None = None,
        to: Places | None = None,
        **rest: Stock,
    ) -> None:
        """Take `units` of `thing` apart at `at`: the `part` in each, and the `rest` of each kind of its motes, land at
        `to`."""
        _take(thing, units, at)
        _put(part, units, to)
        for kind, each in thing.content.items():
            parted = _motes(units, part.content.get(kind, 0), to)
            left = _motes(units, each, at) - parted
            _put(rest[kind], left, to)
            if self.recorder is not None:
                self.recorder.note(kind, thing, part, parted, cause, at, to)
                self.recorder.note(kind, thing, rest[kind], left, cause, at, to)

    def flow(self, stock: Stock, apart: int, units: Grid, cause: str) -> None:
        """Let `units[i]` of `stock` pass from place i to place i + `apart`; where negative, back."""
        stock.amount[:-apart] -= units
        stock.amount[apart:] += units
        if self.recorder is not None:
            for kind in stock.content:
                for motes, source, target in ((units, 0, apart), (-units, apart, 0)):
                    places = np.flatnonzero(motes > 0)
                    self.recorder.note(kind, stock, stock, motes[places], cause, places + source, places + target)

    def check(self, expected: dict[str, int], culprit: str) -> None:
        """Raise MatterError, naming `culprit`, if a stock is below zero or a total is not as `expected`."""
        for stock in self.stocks.values():
            if np.minimum.reduce(stock.amount, initial=0) < 0:
                raise MatterError(f"{culprit} left {stock.name} below zero")
        found = self.totals()
        if found != expected:
            raise MatterError(f"{culprit} changed what there is: {expected} became {found}")


def pool(units: int = 0) -> NDArray[np.int64]:
    """The amount of a stock with a single place."""
    return np.array([units], np.int64)


def lies_on_tiles(array: NDArray[Any]) -> bool:
    """Whether an array is a grid, with one place a tile: those of beings and pools hold larger numbers."""
    return array.dtype.itemsize <= _GRID_BYTES


def places_of(mask: NDArray[Any]) -> Places:
    """The places where something is, in order."""
    return (mask if len(mask) < _SHORT or mask.dtype.kind == "b" else mask.astype(np.bool_)).nonzero()[0]


def whole(units: Amount) -> int:
    """The sum of `units` as a Python number."""
    if isinstance(units, int):
        return units
    if units.ndim and units.size <= _FEW:
        return sum(units.tolist())
    return int(np.add.reduce(units, dtype=np.int64 if units.itemsize > 2 else np.int32))


def _motes(units: Amount, each: int | Grid, at: Places | None) -> Amount:
    if isinstance(each, int):
        return units if each == 1 else units * (each if isinstance(units, int) else alike(each, units.dtype))
    return units * (each if at is None else each[at])


def _take(stock: Stock, units: Amount, at: Places | None) -> None:
    amount = stock.amount
    if len(amount) == 1:
        amount[0] -= whole(units)
    elif at is None:
        amount -= units
    else:
        np.subtract.at(amount, at, _like(units, amount))


def _put(stock: Stock, units: Amount, to: Places | None) -> None:
    amount = stock.amount
    if len(amount) == 1:
        amount[0] += whole(units)
    elif to is None:
        amount += units
    else:
        np.add.at(amount, to, _like(units, amount))


def _like(units: Amount, amount: NDArray[Any]) -> Amount:
    """`units` in the type of `amount`: adding at places is slow from one type to another."""
    return units if isinstance(units, int) or units.dtype == amount.dtype else units.astype(amount.dtype)
