"""Keep: put fruit from the basket on one's own shelf, or take it back. Neither costs a day."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.matter import Stock
from game.engine.world import World
from game.levels.level import Level
from game.play.progress import Progress
from game.play.refusal import Refusal
from game.play.verbs.verb import Action


@dataclass(frozen=True, slots=True)
class Keep(Action):
    species: str
    count: int

    form, verb = "keep {species} {count}", "keep"
    takes_a_day = False

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        return not_held(world, world.hand.basket, self.species, self.count)

    def do(self, world: World, progress: Progress) -> None:
        progress.kept += self.count
        number = world.flora.index[self.species] - 1
        world.matter.move(world.hand.basket[number], world.hand.shelf[number], self.count, "keeping")


@dataclass(frozen=True, slots=True)
class TakeBack(Action):
    """Whoever may keep may take back."""

    species: str
    count: int

    form, verb = "take_back {species} {count}", "keep"
    takes_a_day = False

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        return not_held(world, world.hand.shelf, self.species, self.count)

    def do(self, world: World, progress: Progress) -> None:
        number = world.flora.index[self.species] - 1
        world.matter.move(world.hand.shelf[number], world.hand.basket[number], self.count, "taking back")


def not_held(world: World, stocks: tuple[Stock, ...], species: str, count: int) -> Refusal | None:
    """Why `count` fruits of a kind cannot be taken from a basket or shelf, or None if they can."""
    if species not in world.flora.index:
        return Refusal("unknown_kind", {"kind": species})
    if count < 1:
        return Refusal("nothing")
    held = int(stocks[world.flora.index[species] - 1].amount[0])
    return None if held >= count else Refusal("not_so_many", {"held": held})
