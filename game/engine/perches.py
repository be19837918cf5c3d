"""Perches: a dead branch set up, with a box to nest in. It holds no matter; it is a place that birds are glad of."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.engine.matter import Matter, Places, SmallGrid, Stock, places_of

SEEN_FROM = 7  # tiles from which a loaded bird makes for a perch
ROOST = 2  # tiles around a perch within which it is content
_NOWHERE: Places = np.zeros(0, np.intp)


class Perches:
    """`standing` is 1 on tiles with a perch; `held` are those in the hand."""

    def __init__(self, matter: Matter, grid: Callable[[], SmallGrid]) -> None:
        self.standing: Stock = matter.hold("perches", grid())
        self.held: Stock = matter.hold("hand_perches", np.zeros(1, np.int64))

    @property
    def places(self) -> Places:
        """The tiles with a perch."""
        return places_of(self.standing.amount) if np.count_nonzero(self.standing.amount) else _NOWHERE


def gaps(
    rows: Places, columns: Places, perch_rows: Places, perch_columns: Places
) -> tuple[Places, Places, Places]:
    """How far below and to the right of each bird its nearest perch is, and how many steps away. At least one perch."""
    below, beside = perch_rows - rows[:, None], perch_columns - columns[:, None]
    away = np.maximum(np.abs(below), np.abs(beside))
    nearest = away.argmin(axis=1)[:, None]
    down, right, steps = (np.take_along_axis(gap, nearest, axis=1)[:, 0] for gap in (below, beside, away))
    return down, right, steps
