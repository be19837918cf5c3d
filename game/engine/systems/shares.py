"""Shares of whole numbers: the arithmetic that every system uses."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.matter import Grid, Places, SmallGrid, Stock
from game.engine.world import World


@cache
def as_grid(whole: int) -> Grid:
    """A whole number as an array without shape: on a short grid numpy takes half as long with it."""
    return np.array(whole, np.int16)


@cache
def one_each(count: int) -> Grid:
    """A thing for each of a number of places: not to be written to."""
    return some_each(1, count)


@cache
def some_each(units: int, count: int) -> Grid:
    """The same with more of them for each."""
    some = np.full(count, units, np.int16)
    some.setflags(write=False)
    return some


_SIGN, _NONE = as_grid(15), as_grid(0)
_LEAST, _MOST = as_grid(np.iinfo(np.int16).min), as_grid(np.iinfo(np.int16).max)


def share(amount: Grid, halvings: int, bits: Grid) -> Grid:
    """`amount` / 2**halvings, rounded up or down by chance (`bits`), so that small stocks are not stuck. Never more
    than `amount`."""
    part = bits & as_grid((1 << halvings) - 1)
    part += amount
    part >>= as_grid(halvings)
    return part


def capped(amount: Grid, most: Grid) -> Grid:
    """`amount` held between 0 and `most`."""
    return np.minimum(amount, most).clip(_NONE, _MOST)


def at_least_none(amount: Grid | SmallGrid) -> Grid:
    """`amount`, or 0 where it is below zero. As the next two: np.maximum with a number takes several times as long."""
    return amount.clip(_NONE, _MOST)


def at_least(amount: Grid, least: int) -> Grid:
    """`amount`, or `least` where it is below that."""
    return amount.clip(as_grid(least), _MOST)


def at_most(amount: Grid, most: int) -> Grid:
    """`amount`, or `most` where it is above that."""
    return amount.clip(_LEAST, as_grid(most))


def where_negative(amount: Grid | SmallGrid) -> Grid:
    """-1 where `amount` is below zero, else 0: a mask to `&` with."""
    return amount >> _SIGN


def below(amount: Grid | SmallGrid, bound: int) -> Grid:
    """-1 where `amount` is below `bound`, else 0."""
    return amount - as_grid(bound) >> _SIGN


def above(amount: Grid | SmallGrid, bound: int) -> Grid:
    """-1 where `amount` is above `bound`, else 0."""
    return as_grid(bound) - amount >> _SIGN


def by_lot(bits: Grid, none_of: int) -> Grid:
    """-1 where none of the bits `none_of` is set, else 0: each of them halves the chance."""
    return (bits & as_grid(none_of)) - as_grid(1) >> _SIGN


def first_come(places: NDArray[Any], held: NDArray[Any]) -> NDArray[np.bool_]:
    """Which of those that each want one thing from one of `places` get it: as many at each place as it has."""
    order = places.argsort(kind="stable")
    line = places[order]
    queue = np.empty(len(places), np.int64)
    queue[order] = np.arange(len(places)) - line.searchsorted(line)
    lucky: NDArray[np.bool_] = queue < held[places]
    return lucky


def share_out(units: int, weights: NDArray[Any], start: int) -> NDArray[np.int64]:
    """Divide `units` by `weights` into whole numbers that add up exactly.

    Systematic sampling from a chance `start`: without it the last place would always be favoured.
    """
    reached = np.cumsum(weights, dtype=np.int64)
    whole = int(reached[-1]) if len(reached) else 0
    if not whole:
        return np.zeros(len(weights), np.int64)
    reached *= units
    reached += start % whole
    reached //= whole
    reached[1:] -= reached[:-1].copy()
    return reached


def most_first(spare: Grid, wanted: int) -> tuple[Places, Grid]:
    """Where, among the places of `spare`, `wanted` units are taken, or as many as there are: from where most can be
    spared first; and how many from each."""
    order = np.argsort(-spare, kind="stable")
    taken = np.diff(np.minimum(np.cumsum(spare[order], dtype=np.int64), wanted), prepend=0)
    giving = taken > 0
    return order[giving], taken[giving].astype(np.int16)


def even_out(
    world: World,
    stock: Stock,
    halvings: int,
    bits: Grid,
    cause: str,
    *,
    turn: int,
    open_: Grid | None = None,
) -> None:
    """Move matter from the full to the empty between neighbours.

    One of the four sets of pairs of wet neighbours takes its `turn`, so that no tile gives twice. Each pair evens out
    1 / 2**halvings of its difference. `open_`, a mask, leaves only pairs of which both tiles are open.
    """
    apart, pairs = world.wet_ways(turn)
    if open_ is not None:
        pairs = pairs & open_[:-apart] & open_[apart:]
    flow = share(stock.amount[:-apart] - stock.amount[apart:], halvings, bits[apart:])
    flow &= pairs
    world.matter.flow(stock, apart, flow, cause)
