"""What is to be seen: a frozen description of one moment of the world, without any knowledge of the engine.

Places are in tiles: (3.5, 2.5) is the middle of column 3, row 2. Shares run from 0 to 1.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import numpy.typing as npt

MEADOW, SOIL, ROCK, WATER, PATH, FOREST, HARD_ROCK = range(7)
Season = Literal["spring", "summer", "autumn", "winter"]
SEASONS: tuple[Season, ...] = ("spring", "summer", "autumn", "winter")
MoteKind = Literal["sugar", "mineral", "water", "seed"]


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that stands on a tile: a plant, a hive, a house, a stone.

    `sprite` and `stage` name a drawing: `goldenrod` in `bloom` is `goldenrod_bloom.svg`. With `settled` the thing
    takes a natural place in the tile of (x, y), the same for the same picture seed; otherwise (x, y) is its foot.
    `stems` draws that many of it around the place. `sway` is the lean in a gust, in degrees (None: as its drawing
    says). `colour` (`#rrggbb`) repaints the petals of a sprite that says which of its colours are petals. `droop`
    (thirst) bends it, `pale` (want of mineral) fades its green; both go by thirds.
    """

    sprite: str
    x: float
    y: float
    stage: str = ""
    scale: float = 1.0
    sway: float | None = None
    flip: bool | None = None
    droop: float = 0.0
    pale: float = 0.0
    colour: str = ""
    stems: int = 1
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Hive:
    """Bees between a hive and the flowers they visit: (x, y, weight) each; `bees` is how many are out at once."""

    x: float
    y: float
    flowers: tuple[tuple[float, float, float], ...] = ()
    bees: int = 0


@dataclass(frozen=True, slots=True)
class Creature:
    """An animal that moves from picture to picture; `key` says which one it is.

    Its drawing is `<sprite>_a`, with `<sprite>_b` for the other half of a step or wing beat, or plain `<sprite>`;
    one that is `alert` looks up, as `<sprite>_alert`. What it `carries` is drawn at its mouth.
    """

    key: Hashable
    sprite: str
    x: float
    y: float
    flying: bool = False
    scale: float = 1.0
    alert: bool = False
    carries: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What lies on a tile: `litter`, `mulched`, `seeds` ... in an `amount` from 0 to 1."""

    kind: str
    column: int
    row: int
    amount: float = 1.0


@dataclass(frozen=True, slots=True)
class Flow:
    """Matter on its way from one place to another, drawn as motes whose shape says what they are."""

    kind: MoteKind
    start: tuple[float, float]
    end: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Link:
    """A line of light between two partners; `strength` from 0 to 1."""

    start: tuple[float, float]
    end: tuple[float, float]
    strength: float = 1.0


@dataclass(frozen=True, eq=False, slots=True)
class Web:
    """What joins the living under the ground; all arrays are (height, width).

    `threads` says how thick they are in a tile, 0 (not joined) to 4. Of `sugar`, `mineral` and `water` a tile holds
    some amount each; they run from the full to the empty. `alarm` runs from 0 to 2; `calls` are tiles (column, row)
    from which a call goes out along the threads, and `heard` is True where it has arrived.
    """

    threads: npt.NDArray[np.int8]
    sugar: npt.NDArray[np.float32]
    mineral: npt.NDArray[np.float32]
    water: npt.NDArray[np.float32]
    alarm: npt.NDArray[np.int8] | None = None
    calls: tuple[tuple[int, int], ...] = ()
    heard: npt.NDArray[np.bool_] | None = None


@dataclass(frozen=True, slots=True)
class Pointing:
    """Tiles (column, row) that the player points at; changes faster than the world, so it is handed to `draw`.

    `hover` is under the mouse, `cursor` belongs to the keyboard, `reach` is what an action would touch,
    `refused` draws the hover frame as a refusal (broken frame with a cross). `ghost` is the drawing of what an action
    would set on the tile, seen through.
    """

    hover: tuple[int, int] | None = None
    cursor: tuple[int, int] | None = None
    reach: frozenset[tuple[int, int]] = frozenset()
    refused: bool = False
    ghost: str = ""


@dataclass(frozen=True)
class Picture:
    """One moment. `terrain` is (height, width) of the codes above, `damp` (height, width) of shares, dry 0 to wet 1,
    `nodules` (height, width) from 0 to 3: how many knobs the roots there have."""

    terrain: npt.NDArray[np.int8]
    season: Season = "summer"
    seed: int = 0
    things: tuple[Thing, ...] = ()
    hives: tuple[Hive, ...] = ()
    creatures: tuple[Creature, ...] = ()
    marks: tuple[Mark, ...] = ()
    damp: npt.NDArray[np.float32] | None = None
    rain: float = 0.0
    snow: float = 0.0
    flows: tuple[Flow, ...] = ()
    links: tuple[Link, ...] = field(default=())
    web: Web | None = None
    nodules: npt.NDArray[np.int8] | None = None
