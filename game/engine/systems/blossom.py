"""Blossom: flowers make nectar and show themselves; contrasting partners are seen best together.

In the world      Bees notice a patch of goldenrod and aster sooner than either alone, since yellow and purple set each
                  other off.
In the game       A flower's display is what blooms on the 3 x 3 tiles around it, and for each pairing `boost` times
                  the smaller of the two partners' numbers there. In a frost all petals close. A tip on which much
                  lies smells: bees go to no flower near it.
In numbers        display = showiness summed over the 3 x 3 tiles around + boost x the smaller of the partners' numbers
                  there, 0 within {SMELLS_TO} tiles of a tip with {SMELLS_FROM} mineral; nectar + 1 with chance
                  1/{REFILL + 1} every {EVERY} ticks where sugar > {KEPT_SUGAR}
Moves             carbon: sugar -> nectar (nectar) -> sugar (petals close)
Partnership       pairing: each is seen because of the other; alone each shows only itself.
Switched off      mixed beds get no more visits than separate ones (tests/laws/test_pairing.py).
Evidence          story, supported by related experiments (kimmerer2013, ghazoul2006)
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.engine import calendar
from game.engine.matter import Grid
from game.engine.systems.shares import above, as_grid, by_lot, where_negative
from game.engine.world import World

KEPT_SUGAR = 4  # carbon a plant keeps before it makes nectar
EVERY = 2  # ticks between two looks, just before bees fly
REFILL = 1  # bits that must be 0: half of chance each time
SMELLS_FROM = 24  # mineral on the tip from which bees avoid it ...
SMELLS_TO = 2  # ... and how many tiles away
# bits that hold how many of nine tiles are of a kind, so that both of a pairing are counted in one sum
_COUNTED = 4


def step(world: World) -> None:
    today, flora = calendar.day(world.tick), world.flora
    if today == 0:
        world.pollen[:] = 0
    if today % EVERY == 0 or not flora.kinds or not flora.in_season(today, EVERY):
        return
    open_ = world.open_flowers()
    _make_nectar(world, open_)
    _show(world, open_)


def _make_nectar(world: World, open_: Grid) -> None:
    thirsty = where_negative(world.nectar.amount - world.flora.nectar_cap)
    thirsty &= above(world.sugar.amount, KEPT_SUGAR)
    thirsty &= by_lot(world.chance("nectar"), REFILL)
    made = open_ & thirsty & as_grid(1)
    world.matter.move(world.sugar, world.nectar, made, "nectar")
    left = world.nectar.amount & ~open_
    if np.count_nonzero(left):
        world.matter.move(world.nectar, world.sugar, left, "petals close")


def _show(world: World, open_: Grid) -> None:
    """What a bee sees of each flower that has nectar."""
    flora = world.flora
    offering = open_ & above(world.nectar.amount, 0)
    seen = _seen(world, flora.showiness & offering, lambda number: flora.of(number) & offering)
    np.bitwise_and(seen, offering, out=world.display)


def in_full_bloom(world: World, also: tuple[int, int] | None = None) -> Grid:
    """What bees would see of each plant if all stood in bloom at once, by the rule that holds on every day.

    `also` is one plant more: its kind's number and its place.
    """
    species, kinds = world.flora.species.copy(), world.flora.kinds
    if also is not None:
        number, place = also
        species[place] = number
    showing = [0, *(kind.showiness if kind.nectar_cap else 0 for kind in kinds)]
    flowers = np.array(showing, np.int16)[species]
    seen = _seen(world, flowers, lambda number: -(species == number).astype(np.int16))
    return seen & -(flowers > 0).astype(np.int16)


def _seen(world: World, showiness: Grid, of: Callable[[int], Grid]) -> Grid:
    """The rule: what shows on the tiles around, and more where partners are among it.

    `of` gives the mask (-1 or 0) of the flowers of a kind.
    """
    seen = world.around(showiness)
    for first, second, boost in world.pairings:
        here, there = of(first), of(second)
        both = world.around(here & as_grid(1) | there & as_grid(1 << _COUNTED))
        together = np.minimum(both >> as_grid(_COUNTED), both & as_grid((1 << _COUNTED) - 1))
        together *= as_grid(boost)
        seen += together & (here | there)
    if smells(world):
        seen[world.places_around(world.commons.tip_place, SMELLS_TO)] = 0
    return seen


def smells(world: World) -> bool:
    """Whether there is a tip, and so much on it that bees avoid it."""
    return bool(world.commons.tip_place) and int(world.commons.tip_mineral.amount[0]) >= SMELLS_FROM
