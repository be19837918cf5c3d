"""Visit: call on a home. Who lives there feels cared for, and the fund is tended a little."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.world import World
from game.levels.level import Level
from game.play.progress import Progress
from game.play.refusal import Refusal
from game.play.verbs.home import home_at, no_home
from game.play.verbs.verb import Action

CARE = 40  # how much one visit counts
TENDS = 8


@dataclass(frozen=True, slots=True)
class Visit(Action):
    x: int
    y: int

    form, verb = "visit {x},{y}", "visit"

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        if refused := no_home(world, self.x, self.y):
            return refused
        return Refusal("at_home") if home_at(world, self.x, self.y) == world.households.yours else None

    def do(self, world: World, progress: Progress) -> None:
        home = home_at(world, self.x, self.y)
        if home is not None:
            world.households.feel("care", home, CARE)
            world.commons.tend(TENDS)
            world.tell("visited", int(world.households.place[home]), world.households.names[home])
