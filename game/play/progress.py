"""What a playing knows beside the world: days of work, uses of verbs, goals met, gifts received."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any

from game.levels.level import Level


@dataclass(frozen=True, slots=True)
class Gift:
    """What a member gave at a season's turn. `what`: young, seed, swarm, mulch or day; `of` is the kind given (or
    empty)."""

    tick: int
    giver: str
    what: str
    of: str
    count: int


@dataclass(frozen=True, slots=True)
class Score:
    """Flourishing as it was measured at a tick."""

    tick: int
    score: int
    worst: str
    worst_level: int


@dataclass(slots=True)
class Progress:
    """All of it is plain numbers and records: it is copied with each snapshot and written into saves."""

    days_left: int
    begun: bool = False
    used: dict[str, int] = field(default_factory=dict)
    met: list[int | None] = field(default_factory=list)
    broken: list[bool] = field(default_factory=list)
    gifts: list[Gift] = field(default_factory=list)
    scores: list[Score] = field(default_factory=list)
    given: int = 0
    kept: int = 0

    @classmethod
    def at_start(cls, level: Level, goals: int) -> Progress:
        return cls(level.days, begun=not level.set_out, met=[None] * goals, broken=[False] * goals)

    def copy(self) -> Progress:
        return copy.deepcopy(self)

    def as_text(self) -> dict[str, Any]:
        """Plain values for a save."""
        plain = {name: getattr(self, name) for name in self.__slots__}
        plain["gifts"] = [[gift.tick, gift.giver, gift.what, gift.of, gift.count] for gift in self.gifts]
        plain["scores"] = [[score.tick, score.score, score.worst, score.worst_level] for score in self.scores]
        return plain

    @classmethod
    def from_text(cls, plain: dict[str, Any]) -> Progress:
        """The reverse of `as_text`. Raises TypeError or KeyError for something else."""
        values = dict(plain)
        values["gifts"] = [Gift(*gift) for gift in plain["gifts"]]
        values["scores"] = [Score(*score) for score in plain["scores"]]
        return cls(**values)
