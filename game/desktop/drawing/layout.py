"""From things to sprites: a natural place within the tile, a size, a side to look to; sorted by foot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, floor, log, pi, sin

import numpy as np

from game.desktop.drawing.noise import lot
from game.desktop.drawing.picture import PATH, WATER, Season, Thing
from game.desktop.drawing.sprites import Bank, Look
from game.desktop.drawing.terrain import Land

BUCKET = log(1.14)  # sizes are rastered in steps of this ratio
SPREAD = (0.42, 0.24, 0.36, 0.08)  # tiles: how freely a stem stands, at each try to find firm ground

Spot = tuple[int, int, int]  # column, row, stem


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """One sprite with its foot at (x, y) in tiles; `phase` sets its sway apart from its neighbours'.

    `of` names the thing and its tile (column, row), whatever its stage.
    Compared by identity: what stays as it is stays the same object.
    """

    look: Look
    x: float
    y: float
    phase: float
    of: tuple[str, int, int] = ("", 0, 0)


class Layout:
    """Places things on one land; remembers what it has placed, since most stay as they are."""

    def __init__(self, land: Land, bank: Bank, seed: int) -> None:
        self.land, self._bank, self._seed = land, bank, seed
        self._spots: dict[Spot, tuple[float, float]] = {}
        self._looks: dict[Look, Look] = {}
        self._known: dict[tuple[Thing, Season, int], list[Placed]] = {}

    def place(self, things: Iterable[Thing], season: Season, tile: int) -> list[Placed]:
        """All sprites of these things at `tile` pixels a tile, the ones further up first."""
        things = tuple(things)
        self._settle(
            (floor(thing.x), floor(thing.y), stem) for thing in things if thing.settled for stem in range(thing.stems)
        )
        known, placed = {}, []
        for thing in things:
            key = (thing, season, tile)
            known[key] = self._known.get(key) or self._placed(thing, season, tile)
            placed += known[key]
        self._known = known
        return sorted(placed, key=lambda one: (one.y, one.x))

    def remaining(self, placed: Iterable[Placed], things: Iterable[Thing]) -> list[Placed]:
        """Those of `placed` that still stand among `things`, in whatever stage they are drawn."""
        standing = {(thing.sprite, floor(thing.x), floor(thing.y)) for thing in things}
        return [one for one in placed if one.of in standing]

    def foot(self, column: int, row: int) -> tuple[float, float]:
        """Where the first stem of what was placed, settled, in this tile stands; kept within the tile."""
        x, y = self._spots.get((column, row, 0), (column + 0.5, row + 0.5))
        return max(column, min(column + 0.99, x)), max(row, min(row + 0.99, y))

    def _placed(self, thing: Thing, season: Season, tile: int) -> list[Placed]:
        name = self._bank.named(thing.sprite, thing.stage, season)
        natural, sway = self._bank.natural(name)
        sway = sway if thing.sway is None else thing.sway
        column, row = floor(thing.x), floor(thing.y)
        placed = []
        for stem in range(thing.stems):
            x, y = self._spots[column, row, stem] if thing.settled else (thing.x, thing.y)
            chance = self._lot(column, row, 40 + stem)
            size = thing.scale * (0.9 + 0.2 * chance if thing.settled else 1.0)
            bucket = round(log(max(0.2, size)) / BUCKET)
            look = Look(
                name,
                round(natural * 1.14**bucket * tile / 40, 3),
                season,
                (chance * 97 % 1 > 0.5) if thing.flip is None else thing.flip,
                sway,
                round(thing.droop * 3),
                round(thing.pale * 3),
                thing.colour,
            )
            phase = x * 0.7 + y * 0.35 + chance * 1.2
            placed.append(Placed(self._looks.setdefault(look, look), x, y, phase, (thing.sprite, column, row)))
        return placed

    def _settle(self, wanted: Iterable[Spot]) -> None:
        """Find a place for each (column, row, stem): irregular, apart from the others, and on firm ground."""
        fresh = sorted({spot for spot in wanted if spot not in self._spots})
        if not fresh:
            return
        tries = np.array([self._tries(*spot) for spot in fresh])
        codes = self.land.at(tries[..., 0].ravel(), tries[..., 1].ravel()).reshape(tries.shape[:2])
        firm = (codes != WATER) & (codes != PATH)
        best = np.where(firm.any(1), firm.argmax(1), tries.shape[1] - 1)
        for spot, places, choice in zip(fresh, tries.tolist(), best.tolist(), strict=True):
            self._spots[spot] = (places[choice][0], places[choice][1])

    def _tries(self, column: int, row: int, stem: int) -> list[tuple[float, float]]:
        """Places to try within a tile, ever nearer to its middle."""
        angle = (stem * 0.618 + self._lot(column, row, 1)) * 2 * pi
        reach = 0.16 if stem == 0 else 0.32
        x, y = column + 0.5 + reach * cos(angle), row + 0.70 + 0.8 * reach * sin(angle)
        tries = []
        for number, spread in enumerate(SPREAD):
            right, down = (self._lot(column, row, purpose + 7 * stem + number) for purpose in (9, 60))
            tries.append((x + (right - 0.5) * spread, y + (down - 0.5) * spread))
        return [*tries, (column + 0.5, row + 0.55)]

    def _lot(self, column: int, row: int, purpose: int) -> float:
        return lot(row, column, self._seed * 101 + purpose)
