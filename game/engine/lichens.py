"""Lichens: two partners on one tile of rock, and the sugar and mineral they have in common."""

from __future__ import annotations

from collections.abc import Callable

from game.engine.matter import Grid, Matter, Stock
from game.engine.species import Partnership, Symbiont


class Lichens:
    """The stocks of one kind of lichen. `together` is False where the exchange is switched off: each lives for itself."""

    def __init__(
        self, matter: Matter, grid: Callable[[], Grid], fungus: Symbiont, alga: Symbiont, bond: Partnership | None
    ) -> None:
        self.kinds = (fungus, alga)
        self.together = bond is not None
        self.fungus: Stock = matter.hold(fungus.name, grid(), carbon=fungus.carbon, mineral=fungus.mineral)
        self.alga: Stock = matter.hold(alga.name, grid(), carbon=alga.carbon, mineral=alga.mineral)
        self.sugar: Stock = matter.hold("lichen_sugar", grid(), carbon=1)
        self.mineral: Stock = matter.hold("lichen_mineral", grid(), mineral=1)

    @property
    def partners(self) -> tuple[Stock, Stock]:
        return self.fungus, self.alga
