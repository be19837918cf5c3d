"""A home in words: who lives there, how each need is met, what is in store and for how long, what luck they have."""

from __future__ import annotations

from game.engine.doughnut import FLOOR
from game.engine.systems.people import EVERY
from game.engine.world import World
from game.play.names import time
from game.play.stores import CAN_BE_STORED, lasts
from game.words import counted, say

ICONS = {"food": "food", "water": "drop", "warmth": "flame", "care": "heart"}


def name(world: World, home: int) -> str:
    """What those who live there are called at the beginning of a line."""
    called = world.households.names[home]
    called = say("members.homes.neighbour") if called == "neighbour" else called
    return called[:1].upper() + called[1:]


def people(world: World, home: int) -> str:
    """How many live there."""
    return counted("members.people", int(world.households.column("mouths")[home]))


def luck(world: World, home: int) -> str:
    """Whether they are ill now, or lucky; else empty."""
    for until in ("ill_until", "glad_until"):
        left = int(world.households.column(until)[home]) - world.tick
        if left > 0:
            return say(f"members.luck.{until.removesuffix('_until')}", time=time(left))
    return ""


def worst(world: World, home: int) -> str:
    """Of the needs that are met too little the one that is met least; else empty."""
    met = world.households.met(home)
    need = min(met, key=lambda need: met[need])
    return need if met[need] < FLOOR else ""


def stores(world: World, home: int) -> list[str]:
    """What lies in each store of a home, by how long it lasts."""
    return [in_store(world, home, need) for need in CAN_BE_STORED if need in world.households.needs[home]]


def in_store(world: World, home: int, need: str) -> str:
    """For how long a home has of what meets a need; of care, which nobody can store, empty."""
    if need not in CAN_BE_STORED:
        return ""
    left = lasts(world, home, need)
    return say(f"members.stores.{need}", time=time(left)) if left else say(f"members.stores.no_{need}")


def meals(world: World, home: int) -> int:
    """How many meals all who live there still have."""
    return lasts(world, home, "food") // EVERY
