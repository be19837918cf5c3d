"""Connect: open a tile of path or, if the council agrees where there is one, take a fence away.

It becomes soil, and what is on both sides can join.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.tiles import FENCE, PATH, SOIL
from game.engine.world import World
from game.levels.level import Level
from game.play.progress import Progress
from game.play.refusal import Refusal
from game.play.verbs.verb import Action


@dataclass(frozen=True, slots=True)
class Connect(Action):
    x: int
    y: int

    form, verb = "connect {x},{y}", "connect"

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        ground, commons = world.ground[world.place(self.y, self.x)], world.commons
        if ground == FENCE and commons.council is not None and commons.tended < commons.council:
            return Refusal("council", {"trust": commons.council, "tended": commons.tended})
        return None if ground in (PATH, FENCE) else Refusal("nothing_to_open")

    def do(self, world: World, progress: Progress) -> None:
        """What lay on the path lies on soil now; the soil itself is bare at first."""
        place = world.place(self.y, self.x)
        world.ground[place] = SOIL
        world.map_changed()
        world.tell("opened", place, "land")
