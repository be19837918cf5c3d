"""From things to sprites: a natural place within the tile, a size, a side to look to; sorted by foot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor, log

import numpy as np

from game.desktop.drawing.noise import scattered
from game.desktop.drawing.picture import MEADOW, PATH, WATER, Season, Thing
from game.desktop.drawing.sprites import Bank, Look
from game.desktop.drawing.terrain import Land

BUCKET = log(1.14)  # sizes are rastered in steps of this ratio
SPOTS = 4  # places tried within a tile before its very middle is taken


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """One sprite with its foot at (x, y) in tiles; `phase` sets its sway apart from its neighbours'.

    Compared by identity: what stays as it is stays the same object.
    """

    look: Look
    x: float
    y: float
    phase: float


class Layout:
    """Places things on one land; remembers what it has placed, since most stay as they are."""

    def __init__(self, land: Land, bank: Bank, seed: int) -> None:
        self._land, self._bank, self._seed = land, bank, seed
        self._spots: dict[tuple[int, int], list[tuple[float, float]]] = {}
        self._looks: dict[Look, Look] = {}
        self._known: dict[tuple[Thing, Season, int], list[Placed]] = {}

    def place(self, things: Iterable[Thing], season: Season, tile: int) -> list[Placed]:
        """All sprites of these things at `tile` pixels a tile, the ones further up first."""
        known, placed = {}, []
        for thing in things:
            key = (thing, season, tile)
            known[key] = self._known.get(key) or self._placed(thing, season, tile)
            placed += known[key]
        self._known = known
        return sorted(placed, key=lambda one: (one.y, one.x))

    def _placed(self, thing: Thing, season: Season, tile: int) -> list[Placed]:
        name = self._bank.named(thing.sprite, thing.stage, season)
        natural, sway = self._bank.natural(name)
        sway = sway if thing.sway is None else thing.sway
        column, row = floor(thing.x), floor(thing.y)
        placed = []
        for stem in range(max(1, thing.stems)):
            x, y = self._spot(column, row, stem) if thing.settled else (thing.x, thing.y)
            lot = self._lot(column, row, 40 + stem)
            size = thing.scale * (0.9 + 0.2 * lot if thing.settled else 1.0)
            bucket = round(log(max(0.2, size)) / BUCKET)
            look = Look(
                name,
                round(natural * 1.14**bucket * tile / 40, 3),
                season,
                (lot * 97 % 1 > 0.5) if thing.flip is None else thing.flip,
                sway,
                round(thing.droop * 3),
                round(thing.pale * 3),
                thing.colour,
            )
            placed.append(Placed(self._looks.setdefault(look, look), x, y, x * 0.7 + y * 0.35 + lot * 1.2))
        return placed

    def _spot(self, column: int, row: int, stem: int) -> tuple[float, float]:
        """Where stem number `stem` of a tile stands: irregular, apart from the others, and on firm ground."""
        spots = self._spots.setdefault((column, row), [])
        while len(spots) <= stem:
            spots.append(self._firm(column, row, len(spots)))
        return spots[stem]

    def _firm(self, column: int, row: int, stem: int) -> tuple[float, float]:
        turn = stem * 0.618 + self._lot(column, row, 1)
        angle, reach = turn * 2 * np.pi, 0.16 if stem == 0 else 0.32
        centre = column + 0.5 + reach * np.cos(angle), row + 0.70 + 0.8 * reach * np.sin(angle)
        lots = [
            (self._lot(column, row, 9 + 7 * stem + spot), self._lot(column, row, 60 + 7 * stem + spot))
            for spot in range(SPOTS)
        ]
        spread = [0.42, 0.24, 0.36, 0.08]
        xs = [centre[0] + (lot[0] - 0.5) * by for lot, by in zip(lots, spread, strict=True)] + [column + 0.5]
        ys = [centre[1] + (lot[1] - 0.5) * by for lot, by in zip(lots, spread, strict=True)] + [row + 0.55]
        codes = self._land.at(np.array(xs), np.array(ys))
        dry = np.flatnonzero((codes != WATER) & (codes != PATH) | (codes == MEADOW))
        best = int(dry[0]) if len(dry) else SPOTS
        return float(xs[best]), float(ys[best])

    def _lot(self, column: int, row: int, purpose: int) -> float:
        return float(scattered(np.array([row]), np.array([column]), self._seed * 101 + purpose)[0])
