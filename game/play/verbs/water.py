"""Water: carry water from the ponds that one can walk to to the 3 x 3 tiles around."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.matter import Places
from game.engine.systems.fetching import ponds_on_foot
from game.engine.systems.shares import share_out
from game.engine.systems.sky import SOIL_HOLDS
from game.engine.world import World
from game.levels.level import Level
from game.play.progress import Progress
from game.play.refusal import Refusal
from game.play.verbs.verb import Action, soil_around

CAN = 8  # water carried to one tile at most


@dataclass(frozen=True, slots=True)
class Water(Action):
    x: int
    y: int

    form, verb = "water {x},{y}", "water"

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        ponds = self._ponds(world)
        if not world.soil_water.amount[ponds].sum():
            return Refusal("no_water")
        return None if self._pour(world, ponds)[1].sum() else Refusal("wet_enough")

    def preview(self, world: World) -> tuple[Places, int]:
        places, poured = self._pour(world, self._ponds(world))
        return places, int(poured.sum())

    def do(self, world: World, progress: Progress) -> None:
        ponds = self._ponds(world)
        places, poured = self._pour(world, ponds)
        drawn = share_out(int(poured.sum()), world.soil_water.amount[ponds], 0)
        world.matter.move(world.soil_water, world.brook, drawn, "watering", at=ponds)
        world.matter.move(world.brook, world.soil_water, poured, "watering", to=places)

    def _pour(self, world: World, ponds: Places) -> tuple[Places, NDArray[np.int64]]:
        """The tiles watered and how much each gets, as far as the pond reaches."""
        places = soil_around(world, self.x, self.y)
        room = np.clip(SOIL_HOLDS - world.soil_water.amount[places].astype(np.int64), 0, CAN)
        there = int(world.soil_water.amount[ponds].sum(dtype=np.int64))
        return places, share_out(there, room, 0) if room.sum() > there else room

    def _ponds(self, world: World) -> Places:
        return ponds_on_foot(world, world.place(self.y, self.x))
