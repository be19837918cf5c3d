"""The player's hand, basket and shelf: matter that is out of the land until it is set down again.

Flakes, spores, swarms and perches that can be set down are held beside those who live on the map (`lichens.py`,
`webs.py`, `colonies.py`, `perches.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.matter import Matter, Stock, pool
from game.engine.species import Plant

MULCH_CARBON, MULCH_MINERAL = 12, 3  # motes in one bundle of mulch


class Hand:
    """Pools, those of plants one a kind: `young` ones to plant, fruit in the `basket`, and fruit on the `shelf`, which
    is kept. `gift_carbon` and `gift_mineral` are empty but while a gift is being put together."""

    def __init__(self, matter: Matter, kinds: Sequence[Plant]) -> None:
        hold = matter.hold
        self.young: tuple[Stock, ...] = tuple(
            hold(f"hand_young_{kind.name}", pool(), carbon=kind.young_carbon, mineral=kind.young_mineral)
            for kind in kinds
        )
        self.basket, self.shelf = (
            tuple(
                hold(f"{where}_{kind.name}", pool(), carbon=kind.fruit_carbon, mineral=kind.fruit_mineral)
                for kind in kinds
            )
            for where in ("basket", "shelf")
        )
        self.mulch: Stock = hold("hand_mulch", pool(), carbon=MULCH_CARBON, mineral=MULCH_MINERAL)
        self.honey: Stock = hold("hand_honey", pool(), carbon=1)
        self.gift_carbon: Stock = hold("gift_carbon", pool(), carbon=1)
        self.gift_mineral: Stock = hold("gift_mineral", pool(), mineral=1)
