"""The web as it is to be drawn: steadied, so that a mote more or less in a tile is not seen as flicker."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from game.desktop.drawing.picture import Web
from game.engine import calendar
from game.engine.systems.fruit import CALLED_UNTIL, CALLS_ON
from game.engine.systems.mycelium import ALARM
from game.engine.webs import JOINED_FROM
from game.engine.world import World

THICKER = (6, 12, 24)  # carbon of threads from which they are drawn thicker
STEADY = 0.88  # share of what was that is kept a tick
UNEASY, ALARMED = ALARM // 4, 3 * ALARM // 4  # strengths of an alarm above which it is drawn, and as a strong one


class Beneath:
    """Remembers what was in the threads of late."""

    def __init__(self) -> None:
        self._carried: npt.NDArray[np.float32] | None = None
        self._levels: npt.NDArray[np.int8] | None = None

    def jumped(self) -> None:
        """The world is at another moment now: forget what led to the one before."""
        self._carried = self._levels = None

    def passed(self, world: World) -> None:
        """Note what lies in the threads after the tick that has just passed."""
        if world.web is None:
            return
        now = _carried(world)
        kept = self._carried
        self._carried = now if kept is None else kept * np.float32(STEADY) + now * np.float32(1 - STEADY)

    def web(self, world: World) -> Web | None:
        """The web of this moment; None where there is none, or the partnership is switched off."""
        web = world.web
        if web is None:
            return None
        if self._carried is None:
            self._carried = _carried(world)
        sugar, mineral, water = self._carried
        soil = world.map(world.soil) != 0
        now = world.map(web.threads) >= JOINED_FROM
        joined = soil & (now & (sugar >= JOINED_FROM - 1) | (sugar >= JOINED_FROM))
        levels = self._steadied(sugar)
        alarm = world.map(web.alarm)
        calls: tuple[tuple[int, int], ...] = ()
        heard = None
        if calling(world):
            heard = world.map(web.mast_call) != 0
            rows, columns = np.nonzero(world.map(world.masting))
            calls = tuple(zip(columns.tolist(), rows.tolist(), strict=True))
        return Web(
            np.where(joined, levels, 0).astype(np.int8),
            sugar,
            mineral,
            np.where(joined, water, 0).astype(np.float32),
            np.where(joined, (alarm > UNEASY) * (1 + (alarm > ALARMED)), 0).astype(np.int8)
            if (alarm > UNEASY).any()
            else None,
            calls,
            heard,
        )

    def _steadied(self, sugar: npt.NDArray[np.float32]) -> npt.NDArray[np.int8]:
        """How thick threads are drawn, 1 to 4; to change that, sugar must cross a step by a quarter of it."""
        low, high = (1 + np.searchsorted(THICKER, sugar * share, side="right") for share in (0.8, 1.25))
        kept = 1 + np.searchsorted(THICKER, sugar, side="right") if self._levels is None else self._levels
        self._levels = np.clip(kept, low, high).astype(np.int8)
        return self._levels


def calling(world: World) -> bool:
    """Whether a call to fruit together runs along the threads."""
    in_time = CALLS_ON <= calendar.day(world.tick) < CALLED_UNTIL
    return in_time and world.web is not None and bool(world.web.mast_call.any())


def _carried(world: World) -> npt.NDArray[np.float32]:
    """Sugar, mineral and water of each tile: (3, height, width)."""
    web = world.web
    if web is None:
        raise ValueError("a world without a web carries nothing under the ground")
    return np.stack([world.map(stock) for stock in (web.threads, web.mineral, world.soil_water)]).astype(np.float32)
