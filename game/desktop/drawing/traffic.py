"""What runs along the threads of a web: how thick and in what mood each is, and which motes go which way."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from game.desktop.drawing.noise import scattered
from game.desktop.drawing.picture import Web
from game.desktop.drawing.threads import Mesh, Tile

Mood = Literal["calm", "called", "uneasy", "alarmed"]
MoteKind = Literal["sugar", "mineral", "water", "call"]
LEAST: dict[MoteKind, float] = {"sugar": 0.35, "mineral": 0.25, "water": 0.8}
"""A difference from knot to knot at which a mote runs."""
MANY = 4.0  # times that: two motes
LONG = 0.9  # tiles of thread with room for two
MOTES = 220  # at most

Values = npt.NDArray[Any]


class Mote(NamedTuple):
    """On which thread it runs, whether from its start to its end, and its share of the way at second 0."""

    thread: int
    kind: MoteKind
    forward: bool
    offset: float


class Traffic:
    """Reads a web along the threads of one mesh."""

    def __init__(self, mesh: Mesh) -> None:
        self._mesh = mesh
        threads = mesh.threads
        tiles = [tile for thread in threads for tile in thread.tiles]
        self._columns, self._rows = np.array(tiles, np.int64).reshape(-1, 2).T
        self._counts = np.array([len(thread.tiles) for thread in threads], np.int64)
        self._first = np.cumsum(self._counts) - self._counts
        ends = np.array([(thread.start, thread.end) for thread in threads], np.int64).reshape(-1, 2, 2)
        self._from_column, self._from_row = ends[:, 0].T
        self._to_column, self._to_row = ends[:, 1].T
        self._lots = scattered(self._from_row * 53 + self._to_row, self._from_column * 53 + self._to_column, 41)

    def levels(self, web: Web) -> list[int]:
        """How thick each thread is, 1 to 4: as on the whole, but as a chain weaker where its weakest tile is weak."""
        if not len(self._counts):
            return []
        along = web.threads[self._rows, self._columns].astype(np.int64)
        mean = np.add.reduceat(along, self._first) / self._counts
        levels: list[int] = np.clip(np.rint((mean + np.minimum.reduceat(along, self._first)) / 2), 1, 4).tolist()
        return [int(level) for level in levels]

    def moods(self, web: Web) -> list[Mood]:
        """What each thread tells of: an alarm before a call, a strong alarm before a weak one."""
        count = len(self._counts)
        alarm = self._along(np.maximum, web.alarm) if web.alarm is not None else [0] * count
        heard = self._along(np.minimum, web.heard) if web.heard is not None else [0] * count
        named: tuple[Mood, ...] = ("calm", "uneasy", "alarmed")
        return [named[fear] if fear or not call else "called" for fear, call in zip(alarm, heard, strict=True)]

    def motes(self, web: Web) -> list[Mote]:
        """The motes under way: those of a call first, then where the difference between two knots is greatest."""
        found: list[tuple[float, Mote]] = []
        for place, kind in enumerate(LEAST):
            amounts: Values = getattr(web, kind)
            fall = amounts[self._from_row, self._from_column] - amounts[self._to_row, self._to_column]
            steep = np.abs(fall) / LEAST[kind]
            for number in np.flatnonzero(steep >= 1).tolist():
                drop, offset = float(steep[number]), (float(self._lots[number]) + place * 0.29) % 1
                mote = Mote(number, kind, bool(fall[number] > 0), offset)
                found.append((drop, mote))
                if drop >= MANY and self._mesh.threads[number].length > LONG:
                    found.append((drop / MANY, mote._replace(offset=(offset + 0.5) % 1)))
        found.sort(key=lambda each: -each[0])
        return [*self._sparks(web), *(mote for _, mote in found)][:MOTES]

    def _along(self, most: np.ufunc, values: Values) -> Sequence[int]:
        if not len(self._counts):
            return []
        along: list[int] = most.reduceat(values[self._rows, self._columns].astype(np.int64), self._first).tolist()
        return along

    def _sparks(self, web: Web) -> list[Mote]:
        """Sparks along the threads that a call has run through, away from those who call."""
        if web.heard is None or not web.calls:
            return []
        heard = self._along(np.minimum, web.heard)
        steps = self._steps(web.calls)
        return [
            Mote(number, "call", steps[thread.end] >= steps[thread.start], -0.31 * steps[thread.start] % 1)
            for number, thread in enumerate(self._mesh.threads)
            if heard[number] and thread.start in steps and thread.end in steps
        ]

    def _steps(self, sources: Sequence[Tile]) -> dict[Tile, int]:
        """How many threads each knot is away from the nearest of `sources`."""
        beside: dict[Tile, list[Tile]] = {}
        for thread in self._mesh.threads:
            beside.setdefault(thread.start, []).append(thread.end)
            beside.setdefault(thread.end, []).append(thread.start)
        steps = {knot: 0 for knot in sources if knot in beside}
        waiting = deque(steps)
        while waiting:
            knot = waiting.popleft()
            for near in beside[knot]:
                if near not in steps:
                    steps[near] = steps[knot] + 1
                    waiting.append(near)
        return steps
