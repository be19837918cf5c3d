"""Nodules on roots: where bacteria live that bind nitrogen, and the nitrogen that the air holds for them."""

from __future__ import annotations

from collections.abc import Callable, Collection

import numpy as np

from game.engine.matter import Grid, Matter, Stock
from game.engine.species import Bacterium

NITROGEN = 64  # motes of mineral that the air holds, a tile: far more than a land can bind


class Nodules:
    """The nodules of one kind of bacteria, one place a tile, on the roots of `hosts` (numbers of kinds of plants)."""

    def __init__(
        self, matter: Matter, grid: Callable[[], Grid], kind: Bacterium, hosts: Collection[int], tiles: int
    ) -> None:
        self.kind, self.hosts = kind, tuple(hosts)
        self.living: Stock = matter.hold("nodules", grid(), carbon=kind.carbon, mineral=kind.mineral)
        self.nitrogen_at_start = NITROGEN * tiles
        self.nitrogen: Stock = matter.hold("nitrogen", np.array([self.nitrogen_at_start], np.int64), mineral=1)
