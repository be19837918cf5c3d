"""Mulch: lay a bundle of mulch from the hand on a tile."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.world import World
from game.levels.level import Level
from game.play.progress import Progress
from game.play.refusal import Refusal
from game.play.verbs.verb import Action, spot


@dataclass(frozen=True, slots=True)
class Mulch(Action):
    x: int
    y: int

    form, verb = "mulch {x},{y}", "mulch"

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        if not world.soil[world.place(self.y, self.x)]:
            return Refusal("not_soil")
        return None if world.hand.mulch.amount[0] else Refusal("no_mulch")

    def do(self, world: World, progress: Progress) -> None:
        at = spot(world, self.x, self.y)
        world.matter.unmake(
            world.hand.mulch, 1, "mulching", to=at, carbon=world.litter_carbon, mineral=world.litter_mineral
        )
