"""Feed: give fruit from the basket to animals that are hungry and near a tile."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.animals import Animals
from game.engine.matter import Places
from game.engine.world import World
from game.levels.level import Level
from game.play.progress import Progress
from game.play.refusal import Refusal
from game.play.verbs.keep import not_held
from game.play.verbs.verb import Action

NEAR = 4  # tiles


@dataclass(frozen=True, slots=True)
class Feed(Action):
    species: str
    count: int
    x: int
    y: int

    form, verb = "feed {species} {count} {x},{y}", "feed"

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        if refused := not_held(world, world.hand.basket, self.species, self.count):
            return refused
        return None if self._guests(world) else Refusal("nobody_hungry")

    def preview(self, world: World) -> tuple[Places, int]:
        return world.places_around(world.place(self.y, self.x), NEAR), self.count

    def do(self, world: World, progress: Progress) -> None:
        """A fruit each, the hungriest first, and round again; pulp and seed are eaten."""
        guests = self._guests(world)
        basket = world.hand.basket[world.flora.index[self.species] - 1]
        for number in range(self.count):
            animals, one = guests[number % len(guests)]
            world.matter.unmake(
                basket, 1, "a gift", to=np.array([one]), carbon=animals.carbon, mineral=animals.mineral
            )
        progress.given += self.count
        world.commons.note(world.commons.YOU, world.commons.CREATURES, self.count)

    def _guests(self, world: World) -> list[tuple[Animals, int]]:
        """Animals near the tile that eat this fruit and could eat more, the hungriest first."""
        near, number = world.places_around(world.place(self.y, self.x), NEAR), world.flora.index[self.species]
        guests = [
            (animals, one)
            for animals in world.animals if animals.appetite[number]
            for one in np.flatnonzero(np.isin(animals.place, near)).tolist()
            if animals.carbon.amount[one] < animals.kind.comfort
        ]
        return sorted(guests, key=lambda guest: int(guest[0].carbon.amount[guest[1]]))
