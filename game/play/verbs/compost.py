"""Compost: spread fruit from the basket on the soil around a tile, or what lies on the tip. It feeds the soil."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.matter import Places
from game.engine.systems.shares import share_out
from game.engine.world import World
from game.levels.level import Level
from game.play.progress import Progress
from game.play.refusal import Refusal
from game.play.verbs.keep import not_held
from game.play.verbs.verb import Action, soil_around

BARROW = 12  # motes of a kind that one brings back from the tip in a day


@dataclass(frozen=True, slots=True)
class Compost(Action):
    species: str
    count: int
    x: int
    y: int

    form, verb = "compost {species} {count} {x},{y}", "compost"
    takes_a_day = False

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        if refused := not_held(world, world.hand.basket, self.species, self.count):
            return refused
        return None if len(soil_around(world, self.x, self.y)) else Refusal("not_soil")

    def preview(self, world: World) -> tuple[Places, int]:
        return soil_around(world, self.x, self.y), self.count

    def do(self, world: World, progress: Progress) -> None:
        bed = soil_around(world, self.x, self.y)
        basket = world.hand.basket[world.flora.index[self.species] - 1]
        spread = share_out(self.count, np.ones(len(bed), np.int64), world.roll("composting"))
        world.matter.unmake(
            basket, spread, "compost", to=bed, carbon=world.litter_carbon, mineral=world.litter_mineral
        )
        world.commons.note(world.commons.YOU, world.commons.LAND, self.count)


@dataclass(frozen=True, slots=True)
class Restore(Action):
    """Bring a barrow of what was thrown away back to the soil around a tile."""

    x: int
    y: int

    form, verb = "restore {x},{y}", "restore"

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        if not sum(self._barrow(world)):
            return Refusal("tip_empty")
        return None if len(soil_around(world, self.x, self.y)) else Refusal("not_soil")

    def preview(self, world: World) -> tuple[Places, int]:
        return soil_around(world, self.x, self.y), sum(self._barrow(world))

    def do(self, world: World, progress: Progress) -> None:
        bed, commons = soil_around(world, self.x, self.y), world.commons
        carbon, mineral = self._barrow(world)
        for tip, litter, units in (
            (commons.tip_carbon, world.litter_carbon, carbon), (commons.tip_mineral, world.litter_mineral, mineral)
        ):
            spread = share_out(units, np.ones(len(bed), np.int64), world.roll("composting"))
            world.matter.move(tip, litter, spread, "brought back", to=bed)

    def _barrow(self, world: World) -> tuple[int, int]:
        commons = world.commons
        return min(BARROW, int(commons.tip_carbon.amount[0])), min(BARROW, int(commons.tip_mineral.amount[0]))
