"""The web under the ground: the threads of one mycelium, the mineral they carry, and the word that runs along them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from numpy.typing import NDArray

from game.engine.matter import Grid, Matter, Stock
from game.engine.species import Mycelium

JOINED_FROM = 2  # carbon of threads from which a tile is joined to its neighbours


class Web:
    """Stocks and fields of a mycelium, one place a tile."""

    def __init__(
        self, matter: Matter, fields: dict[str, NDArray[Any]], grid: Callable[[], Grid], kind: Mycelium
    ) -> None:
        self.kind = kind
        self.threads: Stock = matter.hold("threads", grid(), carbon=1)
        self.mineral: Stock = matter.hold("threads_mineral", grid(), mineral=1)
        self.spores: Stock = matter.hold("hand_spores", grid()[:1].astype("int64"), carbon=kind.spores)
        fields["web_debt"] = self.debt = grid()
        fields["web_alarm"] = self.alarm = grid()
        fields["mast_call"] = self.mast_call = grid()
