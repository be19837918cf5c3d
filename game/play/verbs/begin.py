"""Begin: setting out is done, and time passes."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.world import World
from game.levels.level import Level
from game.play.progress import Progress
from game.play.refusal import Refusal
from game.play.verbs.verb import Action


@dataclass(frozen=True, slots=True)
class Begin(Action):
    """Every level can be begun, once."""

    form = verb = "begin"
    sets_out, takes_a_day = True, False

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        return Refusal("begun") if progress.begun else None

    def do(self, world: World, progress: Progress) -> None:
        progress.begun = True
