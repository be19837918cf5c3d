"""What beings and things are called on screen."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine import calendar
from game.engine.species import Species
from game.engine.world import World
from game.words import has, say

WEEKS = 52  # a year
FRUITS = {"tree": "nut", "shrub": "berry", "flower": "seed"}


def title(world: World, name: str, *, many: bool = False) -> str:
    """What a species, or a thing in the hand, is called. Whoever cannot live in this world is called by the name."""
    for kind in kinds(world):
        if kind.name == name:
            return kind.title_plural if many else kind.title
    key = f"actions.things.{name}.{'many' if many else 'one'}"
    return say(key) if has(key) else name.replace("_", " ")


def kinds(world: World) -> Iterator[Species]:
    """Every species that this world knows."""
    yield from world.flora.kinds
    yield from (colonies.kind for colonies in world.colonies)
    yield from world.lichens.kinds if world.lichens is not None else ()
    yield from [world.nodules.kind] if world.nodules is not None else ()
    yield from [world.web.kind] if world.web is not None else ()
    yield from (animals.kind for animals in world.animals)


def home_called(name: str) -> str:
    """What those who live in the home of a name are called in the middle of a sentence."""
    return say(key) if has(key := f"members.homes.called.{name}") else name


def fruit(world: World, name: str) -> str:
    """What a plant bears, by its form: nut, berry or seed."""
    return FRUITS[world.flora.kind(world.flora.index[name]).form]


def time(ticks: int) -> str:
    """A span of ticks as players read it: in weeks, one at least."""
    weeks = max(1, ticks * WEEKS // calendar.YEAR)
    return say("play.glance.week" if weeks == 1 else "play.glance.weeks", weeks=weeks)


def tile(world: World, place: int) -> str:
    """A tile's name: letters for its column, a number for its row, both from the upper left: A1."""
    row, column = world.where(place)
    letters = ""
    while column >= 0:
        letters = chr(ord("A") + column % 26) + letters
        column = column // 26 - 1
    return f"{letters}{row + 1}"
