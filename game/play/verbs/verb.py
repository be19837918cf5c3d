"""What all verbs have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import fields
from typing import Any, ClassVar

import numpy as np

from game.engine.matter import Places
from game.engine.world import World
from game.levels.level import Level
from game.play.progress import Progress
from game.play.refusal import Refusal


class Action(ABC):
    """Something a player does. Positions are `x` (column) and `y` (row), from 0.

    `form` is its line of text, which saves and replays hold: `plant {species} {x},{y}`. Setting out (`sets_out`) is
    possible before time begins; what `takes_a_day` costs one of the season's days of work once time has begun.
    """

    __slots__ = ()
    form: ClassVar[str]
    verb: ClassVar[str]
    sets_out: ClassVar[bool] = False
    takes_a_day: ClassVar[bool] = True

    def __str__(self) -> str:
        return self.form.format_map(self._values())

    @property
    def tile(self) -> tuple[int, int] | None:
        """Column and row where it is done; None for what is done at no tile."""
        values = self._values()
        return (values["x"], values["y"]) if "x" in values else None

    def _values(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in fields(self)}  # type: ignore[arg-type]

    @abstractmethod
    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        """Why it is not possible now, or None if it is. Its tile, if it has one, is on the map."""

    def preview(self, world: World) -> tuple[Places, int]:
        """The places it reaches, and how many things (fruit, water, plants) it moves, if it is possible."""
        return spot(world, *self.tile) if self.tile else np.zeros(0, np.intp), self._values().get("count", 1)

    @abstractmethod
    def do(self, world: World, progress: Progress) -> None:
        """Do it; it is possible."""


def spot(world: World, x: int, y: int) -> Places:
    """One tile, as places."""
    return np.array([world.place(y, x)])


def soil_around(world: World, x: int, y: int) -> Places:
    """The tiles of soil among the 3 x 3 around a tile."""
    around = world.places_around(world.place(y, x))
    soil: Places = around[world.soil[around] != 0]
    return soil


def settled(world: World, place: int) -> bool:
    """Whether a plant or a hive stands there."""
    return bool(world.flora.species[place]) or any(place in colonies.place for colonies in world.colonies)


def not_marked(level: Level, progress: Progress, x: int, y: int) -> Refusal | None:
    """Before time begins only the marked tiles may be used, if some are marked."""
    free = progress.begun or not level.set_out_tiles or (x, y) in level.set_out_tiles
    return None if free else Refusal("not_here_yet")
