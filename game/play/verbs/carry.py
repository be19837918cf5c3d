"""Carry: bring a home water from a pond, or fallen wood from under shrubs and trees: from wherever one can walk to from
there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.engine.households import steps_from
from game.engine.matter import Grid, Places, Stock
from game.engine.systems.fetching import bring, fallen_wood, ponds_on_foot
from game.engine.systems.shares import most_first
from game.engine.world import World
from game.levels.level import Level
from game.play.progress import Progress
from game.play.refusal import Refusal
from game.play.verbs.home import home_at, no_home
from game.play.verbs.verb import Action

LOADS = {"water": 8, "wood": 4}  # what is carried at once
MEETS = {"water": "water", "wood": "warmth"}


@dataclass(frozen=True, slots=True)
class Carry(Action):
    load: Literal["water", "wood"]
    x: int
    y: int

    form, verb = "carry {load} {x},{y}", "carry"

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        if refused := no_home(world, self.x, self.y):
            return refused
        return None if self._found(world)[2].any() else Refusal(f"no_{self.load}")

    def preview(self, world: World) -> tuple[Places, int]:
        _, places, spare = self._found(world)
        giving, taken = most_first(spare, LOADS[self.load])
        return places[giving], int(taken.sum())

    def do(self, world: World, progress: Progress) -> None:
        home = home_at(world, self.x, self.y)
        if home is not None:
            stock, places, spare = self._found(world)
            brought = bring(world, stock, home, places, spare, LOADS[self.load])
            world.commons.note(world.commons.YOU, home, brought, MEETS[self.load])

    def _found(self, world: World) -> tuple[Stock, Places, Grid]:
        """What is carried, where it lies, and how much may be taken."""
        home = world.place(self.y, self.x)
        if self.load == "wood":
            land = steps_from(home, world.places, world.walkable, world.stride)
            return world.litter_carbon, *fallen_wood(world, land)
        ponds = ponds_on_foot(world, home)
        return world.soil_water, ponds, world.soil_water.amount[ponds] >> 1
