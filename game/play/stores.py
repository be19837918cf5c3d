"""What a home has in store, told by how long it lasts."""

from __future__ import annotations

from game.engine.systems.people import EVERY, LOGS
from game.engine.world import World

CAN_BE_STORED = ("food", "water", "warmth")


def stored(world: World, home: int, need: str) -> int:
    """Units in a home of what meets a need: meals, water, wood."""
    return int(world.households.store_of(need).amount[home])


def lasts(world: World, home: int, need: str, more: int = 0) -> int:
    """Ticks for which that, and some `more`, lasts all who live there; of wood, ticks of cold."""
    a_time = LOGS if need == "warmth" else int(world.households.column("mouths")[home])
    return (stored(world, home, need) + more) // a_time * EVERY
