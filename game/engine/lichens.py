"""Lichens: two partners on one tile of rock, and the sugar and mineral they have in common."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.engine.matter import Grid, Matter, Stock
from game.engine.species import Symbiont


class Lichens:
    """The stocks of one kind of lichen. `together` is False where the exchange is switched off: each lives for itself.

    What lies in the hand is counted in units, as on the rock: a flake has several.
    """

    def __init__(
        self, matter: Matter, grid: Callable[[], Grid], fungus: Symbiont, alga: Symbiont, together: bool
    ) -> None:
        self.kinds = (fungus, alga)
        self.together = together
        self.fungus: Stock = matter.hold(fungus.name, grid(), carbon=fungus.carbon, mineral=fungus.mineral)
        self.alga: Stock = matter.hold(alga.name, grid(), carbon=alga.carbon, mineral=alga.mineral)
        self.sugar: Stock = matter.hold("lichen_sugar", grid(), carbon=1)
        self.mineral: Stock = matter.hold("lichen_mineral", grid(), mineral=1)
        self.hand_fungus, self.hand_alga = (
            matter.hold(f"hand_{half.name}", np.zeros(1, np.int64), carbon=half.carbon, mineral=half.mineral)
            for half in self.kinds
        )

    @property
    def partners(self) -> tuple[Stock, Stock]:
        return self.fungus, self.alga

    @property
    def halves(self) -> tuple[tuple[Symbiont, Stock, Stock], ...]:
        """Each partner's kind, its stock on the rock and its stock in the hand."""
        fungus, alga = self.kinds
        return (fungus, self.fungus, self.hand_fungus), (alga, self.alga, self.hand_alga)
