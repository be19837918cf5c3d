"""Gather: take ripe fruit and seed on the 3 x 3 tiles around into the basket, all of it or half."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.engine.matter import Grid, Places
from game.engine.world import World
from game.levels.level import Level
from game.play.progress import Progress
from game.play.refusal import Refusal
from game.play.verbs.home import owner_of
from game.play.verbs.verb import Action


@dataclass(frozen=True, slots=True)
class Gather(Action):
    x: int
    y: int
    share: Literal["all", "half"] = "half"

    form, verb = "gather {x},{y} {share}", "gather"

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        if (owner := owner_of(world, self.x, self.y)) is not None and owner != world.households.yours:
            return Refusal("plot_of", {"name": world.households.names[owner]})
        return None if self._ripe(world)[1].sum() else Refusal("nothing_ripe")

    def preview(self, world: World) -> tuple[Places, int]:
        places, taken = self._ripe(world)
        return places, int(taken.sum())

    def do(self, world: World, progress: Progress) -> None:
        places, taken = self._ripe(world)
        species = world.flora.species[places]
        for number in np.unique(species[taken > 0]).tolist():
            these = (species == number) & (taken > 0)
            world.matter.move(world.fruit, world.hand.basket[number - 1], taken[these], "gathering", at=places[these])

    def _ripe(self, world: World) -> tuple[Places, Grid]:
        """The tiles around, of the same plot or of none, and how many fruits would be taken from each: half is rounded
        down."""
        middle = world.place(self.y, self.x)
        around = world.places_around(middle)
        places = around[world.plot[around] == world.plot[middle]]
        ripe = world.fruit.amount[places]
        return places, ripe if self.share == "all" else ripe >> 1
