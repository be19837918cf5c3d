"""Who gave what to whom, season by season: the difference of what the commons has written down by each turn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from game.engine import calendar
from game.engine.commons import GIVEN, OTHERS
from game.engine.world import World
from game.play.progress import Shared


def parties(world: World) -> list[str]:
    """Everyone who gives and receives, in the order of their numbers: the homes by name, then OTHERS."""
    return [*world.households.names, *OTHERS]


def newly_shared(world: World, before: Iterable[Shared]) -> list[Shared]:
    """What has been given that is not written down in `before`."""
    left = world.commons.gifts.copy()
    for each in before:
        left[each.giver, each.receiver, GIVEN.index(each.what)] -= each.units
    return [
        Shared(world.tick, giver, receiver, GIVEN[what], int(left[giver, receiver, what]))
        for giver, receiver, what in np.argwhere(left).tolist()
    ]


def in_season(shared: Sequence[Shared], number: int) -> list[Shared]:
    """What was given in a season, counted from 0."""
    return [each for each in shared if (each.tick - 1) // calendar.SEASON == number]


def sound(shared: Sequence[Shared], parties: int, until: int) -> bool:
    """Whether these could have been written down by tick `until`, among so many parties."""
    ticks = [each.tick for each in shared]
    return ticks == sorted(ticks) and all(
        0 < each.tick <= until and each.tick % calendar.SEASON == 0 and each.units > 0 and each.what in GIVEN
        and each.giver in range(parties) and each.receiver in range(parties)
        for each in shared
    )
