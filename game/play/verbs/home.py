"""What the verbs that go to a home have in common."""

from __future__ import annotations

import numpy as np

from game.engine.world import World
from game.play.refusal import Refusal


def home_at(world: World, x: int, y: int) -> int | None:
    """The number of the home that stands on a tile, or None."""
    homes = np.flatnonzero(world.households.place == world.place(y, x))
    return int(homes[0]) if len(homes) else None


def owner_of(world: World, x: int, y: int) -> int | None:
    """The number of the home whose plot a tile belongs to, or None for common land."""
    owner = int(world.plot[world.place(y, x)])
    return owner - 1 if owner else None


def no_home(world: World, x: int, y: int) -> Refusal | None:
    """Why nobody can be called on at a tile, or None if somebody lives there."""
    return Refusal("no_home") if home_at(world, x, y) is None else None
