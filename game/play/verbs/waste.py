"""Waste: throw fruit from the basket on the tip. It is lost to the land until somebody brings it back."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.world import World
from game.levels.level import Level
from game.play.progress import Progress
from game.play.refusal import Refusal
from game.play.verbs.keep import not_held
from game.play.verbs.verb import Action


@dataclass(frozen=True, slots=True)
class Waste(Action):
    species: str
    count: int

    form, verb = "waste {species} {count}", "waste"
    takes_a_day = False

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        if not world.commons.tip_place:
            return Refusal("no_tip")
        return not_held(world, world.hand.basket, self.species, self.count)

    def do(self, world: World, progress: Progress) -> None:
        basket, commons = world.hand.basket[world.flora.index[self.species] - 1], world.commons
        world.matter.unmake(
            basket, self.count, "thrown away", carbon=commons.tip_carbon, mineral=commons.tip_mineral
        )
