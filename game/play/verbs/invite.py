"""Invite: set up a perch from the hand. Birds rest and nest there, and let go what they carry."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.matter import Places
from game.engine.perches import SEEN_FROM
from game.engine.world import World
from game.levels.level import PERCH, Level
from game.play.names import title
from game.play.progress import Progress
from game.play.refusal import Refusal
from game.play.verbs.verb import Action, not_marked, settled, spot


@dataclass(frozen=True, slots=True)
class Invite(Action):
    x: int
    y: int

    form, verb = "invite {x},{y}", "invite"
    sets_out = True

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        place, perches = world.place(self.y, self.x), world.perches
        if perches is None:
            return Refusal("no_birds")
        if not (world.soil[place] or world.rock[place]):
            return Refusal("no_hold")
        if settled(world, place) or perches.standing.amount[place]:
            return Refusal("taken")
        if not perches.held.amount[0]:
            return Refusal("none_left", {"kind": title(world, PERCH, many=True)})
        return not_marked(level, progress, self.x, self.y)

    def preview(self, world: World) -> tuple[Places, int]:
        """The tiles from which birds see it."""
        return world.places_around(world.place(self.y, self.x), SEEN_FROM), 1

    def do(self, world: World, progress: Progress) -> None:
        if world.perches is not None:
            at = spot(world, self.x, self.y)
            world.matter.move(world.perches.held, world.perches.standing, 1, "inviting", to=at)
            world.tell("invited", int(at[0]), PERCH)
