"""What a playing knows beside the world: days of work, uses of verbs, goals met, gifts received."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from game.levels.level import Level


@dataclass(frozen=True, slots=True)
class Gift:
    """What a member gave at a season's turn. `what`: young, seed, fruit, swarm, flake, spores, perch, mulch or day;
    `of` is the kind given (or empty)."""

    tick: int
    giver: str
    what: str
    of: str
    count: int


@dataclass(frozen=True, slots=True)
class Shared:
    """What one party gave another in the season that ended at `tick`. Parties are numbers of `sharing.parties`, `what`
    is one of game.engine.commons.GIVEN."""

    tick: int
    giver: int
    receiver: int
    what: str
    units: int


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
    shared: list[Shared] = field(default_factory=list)
    given: int = 0
    kept: int = 0

    @classmethod
    def at_start(cls, level: Level, goals: int) -> Progress:
        return cls(level.days, begun=not level.set_out, met=[None] * goals, broken=[False] * goals)

    def copy(self) -> Progress:
        """Its own lists and numbers; the records in them are frozen and shared, so that a season's turn stays quick."""
        return replace(
            self, used=dict(self.used), met=list(self.met), broken=list(self.broken),
            gifts=list(self.gifts), scores=list(self.scores), shared=list(self.shared),
        )
