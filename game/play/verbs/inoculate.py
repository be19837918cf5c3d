"""Inoculate: set a flake of a lichen's fungus or alga on rock, or spores of mycelium in soil."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.matter import Places, Stock
from game.engine.species import Symbiont
from game.engine.systems.lichen import CRUST
from game.engine.webs import JOINED_FROM, Web
from game.engine.world import World
from game.levels.level import Level
from game.play import hand
from game.play.names import title
from game.play.progress import Progress
from game.play.refusal import Refusal
from game.play.verbs.verb import Action, not_marked, spot


@dataclass(frozen=True, slots=True)
class Inoculate(Action):
    species: str
    x: int
    y: int

    form, verb = "inoculate {species} {x},{y}", "inoculate"
    sets_out = True

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        place, held = world.place(self.y, self.x), hand.spreading(world)
        if self.species not in held:
            return Refusal("unknown_kind", {"kind": title(world, self.species)})
        full = _no_room_in_soil(world, place) if self._half(world) is None else _no_room_on_rock(world, place)
        if full:
            return full
        if not held[self.species]:
            return Refusal("none_left", {"kind": title(world, self.species, many=True)})
        return not_marked(level, progress, self.x, self.y)

    def preview(self, world: World) -> tuple[Places, int]:
        half, web = self._half(world), self._web(world)
        return spot(world, self.x, self.y), half[0].flake if half else web.kind.spores if web else 0

    def do(self, world: World, progress: Progress) -> None:
        at, half, web = spot(world, self.x, self.y), self._half(world), self._web(world)
        if half is not None:
            kind, living, held = half
            world.matter.move(held, living, kind.flake, "inoculating", to=at)
        elif web is not None:
            world.matter.unmake(web.spores, 1, "inoculating", to=at, carbon=web.threads)
        world.tell("inoculated", int(at[0]), self.species)

    def _half(self, world: World) -> tuple[Symbiont, Stock, Stock] | None:
        halves = world.lichens.halves if world.lichens is not None else ()
        return next((half for half in halves if half[0].name == self.species), None)

    def _web(self, world: World) -> Web | None:
        return world.web if world.web is not None and world.web.kind.name == self.species else None


def _no_room_on_rock(world: World, place: int) -> Refusal | None:
    if not world.rock[place]:
        return Refusal("not_rock")
    crust = sum(int(partner.amount[place]) for partner in world.lichens.partners) if world.lichens is not None else 0
    return Refusal("crust_full") if crust >= CRUST else None


def _no_room_in_soil(world: World, place: int) -> Refusal | None:
    if not world.soil[place]:
        return Refusal("not_soil")
    joined = world.web is not None and world.web.threads.amount[place] >= JOINED_FROM
    return Refusal("joined_already") if joined else None
