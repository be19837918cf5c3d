"""The one place where each action is checked, previewed and done.

What holds for every action is here; what holds for one verb is in its file in `verbs/`.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.matter import Places
from game.engine.world import World
from game.levels.level import Level
from game.play.actions import Begin
from game.play.progress import Progress
from game.play.refusal import Refusal
from game.play.verbs.verb import Action
from game.words import say


@dataclass(frozen=True, slots=True)
class Preview:
    """What an action will take and bring, before it is done: on which tiles, and how many things (fruit, water,
    plants)."""

    places: Places
    units: int
    costs_a_day: bool


def refusal(world: World, level: Level, progress: Progress, action: Action) -> Refusal | None:
    """Why `action` is not possible now, or None if it is."""
    if not isinstance(action, Begin):
        if action.verb not in level.verbs:
            return Refusal("verb", {"verb": say(f"actions.verbs.{action.verb}.name").lower()})
        most = level.verbs[action.verb]  # type: ignore[index]
        if most is not None and progress.used.get(action.verb, 0) >= most:
            return Refusal("used_up")
        if not progress.begun and not action.sets_out:
            return Refusal("not_begun")
    if _costs_a_day(action, progress) and progress.days_left < 1:
        return Refusal("no_days")
    if action.tile is not None:
        x, y = action.tile
        if not (0 <= x < level.width and 0 <= y < level.height):
            return Refusal("off_map")
    return action.may(world, level, progress)


def preview(world: World, progress: Progress, action: Action) -> Preview:
    """What `action` would do, if it is not refused."""
    places, units = action.preview(world)
    return Preview(places, units, _costs_a_day(action, progress))


def do(world: World, level: Level, progress: Progress, action: Action) -> Refusal | None:
    """Do `action` if it is possible; else change nothing and say why."""
    if refused := refusal(world, level, progress, action):
        return refused
    if _costs_a_day(action, progress):
        progress.days_left -= 1
    if not isinstance(action, Begin):
        progress.used[action.verb] = progress.used.get(action.verb, 0) + 1
    action.do(world, progress)
    return None


def _costs_a_day(action: Action, progress: Progress) -> bool:
    """Setting out is free."""
    return progress.begun and action.takes_a_day
