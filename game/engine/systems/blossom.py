"""Blossom: flowers make nectar and show themselves; contrasting partners are seen best together.

In the world      Bees notice a patch of goldenrod and aster sooner than either alone, since yellow and purple set each
                  other off.
In the game       A flower's display is what blooms on the 3 x 3 tiles around it, and for each pairing `boost` times
                  the smaller of the two partners' numbers there. In a frost all petals close.
Moves             carbon: sugar -> nectar (nectar) -> sugar (petals close)
Partnership       pairing: each is seen because of the other; alone each shows only itself.
Switched off      mixed beds get no more visits than separate ones (tests/laws/test_pairing.py).
Evidence          story, supported by related experiments (kimmerer2013, ghazoul2006)
"""

from __future__ import annotations

import numpy as np

from game.engine import calendar
from game.engine.matter import Grid
from game.engine.systems.shares import where_negative
from game.engine.world import World

KEPT_SUGAR = 4  # carbon a plant keeps before it makes nectar
REFILL = 3  # bits that must be 0: a quarter of chance a tick


def step(world: World) -> None:
    today, flora = calendar.day(world.tick), world.flora
    if today == 0:
        world.pollen[:] = 0
    if not flora.kinds or not flora.in_season(today):
        return
    open_ = world.open_flowers()
    _make_nectar(world, open_)
    _show(world, open_)


def _make_nectar(world: World, open_: Grid) -> None:
    thirsty = where_negative(world.nectar.amount - world.flora.nectar_cap) & where_negative(
        KEPT_SUGAR - world.sugar.amount
    )
    made = open_ & thirsty & where_negative((world.chance("nectar") & REFILL) - 1) & 1
    world.matter.move(world.sugar, world.nectar, made, "nectar")
    left = world.nectar.amount & ~open_
    if np.count_nonzero(left):
        world.matter.move(world.nectar, world.sugar, left, "petals close")


def _show(world: World, open_: Grid) -> None:
    """What a bee sees of each flower that has nectar."""
    flora = world.flora
    offering = open_ & where_negative(-world.nectar.amount)
    seen = world.around(flora.showiness & offering)
    for first, second, boost in world.pairings:
        together = np.minimum(
            world.around(flora.of(first) & offering & 1), world.around(flora.of(second) & offering & 1)
        )
        seen += together * boost & (flora.of(first) | flora.of(second))
    np.bitwise_and(seen, offering, out=world.display)
