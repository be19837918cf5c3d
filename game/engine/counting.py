"""Counting on short arrays: what costs half as long as numpy's own way, and gives the same."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray


@cache
def alike(whole: int, dtype: np.dtype[Any]) -> NDArray[Any]:
    """A whole number as an array without shape, of a type."""
    return np.array(whole, dtype)


@cache
def as_count(whole: int) -> NDArray[np.int64]:
    """The same for the arrays of beings; for those of grids see `as_grid` (game.engine.systems.shares)."""
    return alike(whole, np.dtype(np.int64))
