"""The web under the ground: the threads of one mycelium, the mineral they carry, and the word that runs along them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.matter import Matter, Stock
from game.engine.species import Mycelium
from game.engine.tiles import Tiles

JOINED_FROM = 2  # carbon of threads from which a tile is joined to its neighbours


class Web:
    """Stocks and fields of a mycelium, one place a tile."""

    def __init__(
        self, matter: Matter, fields: dict[str, NDArray[Any]], tiles: Tiles, kind: Mycelium
    ) -> None:
        self.kind = kind
        self.threads: Stock = matter.hold("threads", tiles.grid(), carbon=1)
        self.mineral: Stock = matter.hold("threads_mineral", tiles.grid(), mineral=1)
        self.spores: Stock = matter.hold("hand_spores", np.zeros(1, np.int64), carbon=kind.spores)
        fields["web_debt"] = self.debt = tiles.small_grid()
        fields["web_alarm"] = self.alarm = tiles.small_grid()
        fields["mast_call"] = self.mast_call = tiles.small_grid()
