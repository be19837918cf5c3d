"""Flourishing: half the average well-being of all members and half that of whoever is worst off.

Members are each kind of plant, colony, lichen partner, mycelium and animal, each household, and the land. A member's
well-being, 0 to 100, is the least of what it needs (`needs.py`); whoever dies out counts 0 and stays on the roll, so
no one is better rid of anyone. What lies in a basket, a hand or a pantry is not counted anywhere: it is simply missing
from the land.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.census import Start
from game.engine.needs import needs_of
from game.engine.world import World


@dataclass(frozen=True, slots=True)
class Wellbeing:
    """How one member fares: `needs` are what it needs, each met 0 to 100; `least` names the one that is met least."""

    member: str
    needs: Mapping[str, int]

    @property
    def level(self) -> int:
        return min(self.needs.values())

    @property
    def least(self) -> str:
        return min(self.needs, key=lambda need: self.needs[need])


@dataclass(frozen=True, slots=True)
class Flourishing:
    """How everyone fares: the members in the order of the roll."""

    members: tuple[Wellbeing, ...]

    @property
    def mean(self) -> int:
        return sum(member.level for member in self.members) // len(self.members)

    @property
    def worst(self) -> Wellbeing:
        return min(self.members, key=lambda member: member.level)

    @property
    def score(self) -> int:
        return (self.mean + self.worst.level) // 2

    def of(self, name: str) -> Wellbeing:
        """Raises KeyError for a name that is not on the roll."""
        for member in self.members:
            if member.member == name:
                return member
        raise KeyError(name)


def measure(world: World, start: Start) -> Flourishing:
    """How everyone on the roll of `start` fares now."""
    return Flourishing(tuple(Wellbeing(member, needs_of(world, start, member)) for member in start.members))
