"""Give: fruit from the basket to the land of a tile, or to the neighbour whose home stands there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.matter import Places
from game.engine.systems.shares import share_out
from game.engine.world import World
from game.levels.level import Level
from game.play.names import title
from game.play.progress import Progress
from game.play.refusal import Refusal
from game.play.verbs.home import home_at
from game.play.verbs.keep import not_held
from game.play.verbs.verb import Action, soil_around, spot

HANDFUL = 8  # fruit that one gift of the hand holds at most


@dataclass(frozen=True, slots=True)
class Give(Action):
    species: str
    count: int
    x: int
    y: int

    form, verb = "give {species} {count} {x},{y}", "give"

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        if refused := not_held(world, world.hand.basket, self.species, self.count):
            return refused
        nobody = home_at(world, self.x, self.y) is None and not world.soil[world.place(self.y, self.x)]
        return Refusal("nobody_there") if nobody else None

    def preview(self, world: World) -> tuple[Places, int]:
        at_home = home_at(world, self.x, self.y) is not None
        return spot(world, self.x, self.y) if at_home else soil_around(world, self.x, self.y), self.count

    def do(self, world: World, progress: Progress) -> None:
        progress.given += self.count
        home, commons = home_at(world, self.x, self.y), world.commons
        commons.note(commons.YOU, commons.LAND if home is None else home, self.count)
        if home is None:
            self._strew(world)
            return
        basket, homes = world.hand.basket[world.flora.index[self.species] - 1], world.households
        world.matter.unmake(
            basket, self.count, "a gift", to=np.array([home]), carbon=homes.pantry_carbon, mineral=homes.pantry_mineral
        )

    def _strew(self, world: World) -> None:
        """Seed to the land, the pulp to its litter."""
        number, bed = world.flora.index[self.species] - 1, soil_around(world, self.x, self.y)
        basket, seed = world.hand.basket[number], world.seeds[number]
        strewn = share_out(self.count, np.ones(len(bed), np.int64), world.roll("strewing"))
        for place, seeds in zip(bed.tolist(), strewn.tolist(), strict=True):
            if seeds:
                world.matter.split(
                    basket,
                    seed,
                    seeds,
                    "a gift",
                    to=np.array([place]),
                    carbon=world.litter_carbon,
                    mineral=world.litter_mineral,
                )


@dataclass(frozen=True, slots=True)
class PutBy(Action):
    """Give to the fund, from the basket. It takes no day."""

    species: str
    count: int

    form, verb = "put_by {species} {count}", "give"
    takes_a_day = False

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        if not world.commons.open:
            return Refusal("no_fund")
        if refused := not_held(world, world.hand.basket, self.species, self.count):
            return refused
        edible = world.flora.kind(world.flora.index[self.species]).edible
        return None if edible else Refusal("no_food", {"kind": title(world, self.species, many=True)})

    def do(self, world: World, progress: Progress) -> None:
        basket, commons = world.hand.basket[world.flora.index[self.species] - 1], world.commons
        progress.given += self.count
        commons.note(commons.YOU, commons.FUND, self.count)
        world.matter.unmake(basket, self.count, "a gift", carbon=commons.food, mineral=commons.food_mineral)
