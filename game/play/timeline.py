"""A playing's way through time: what was done when, the moments it can go back to, the futures it left behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine import calendar
from game.engine.census import Start
from game.engine.flourishing import measure
from game.engine.keeping import Snapshot
from game.engine.tick import tick as let_a_tick_pass
from game.engine.world import World
from game.play.actions import Action, Begin
from game.play.goals import EVERY
from game.play.progress import Progress, Score

MOST_SNAPSHOTS = 32


@dataclass(frozen=True, slots=True)
class Done:
    """An action and the tick it was done on."""

    tick: int
    action: Action


@dataclass(frozen=True, slots=True)
class Branch:
    """A future that was left behind by rewinding: what was done in it, how far it went and how everyone fared."""

    left_at: int
    until: int
    actions: tuple[Done, ...]
    scores: tuple[Score, ...]

    def leads_through(self, tick: int, actions: Sequence[Done]) -> bool:
        """Whether `tick` with these `actions` is a moment of it: what was done was done in it, and nothing else so
        far."""
        done = len(actions)
        same = self.actions[:done] == tuple(actions)
        return same and self.until >= tick and all(later.tick >= tick for later in self.actions[done:])


@dataclass(frozen=True, slots=True)
class Moment:
    """A snapshot of the world and of all a playing knows, taken before any action of its tick."""

    world: Snapshot
    progress: Progress
    actions_done: int

    @property
    def tick(self) -> int:
        return self.world.tick


class Moments:
    """The moments of one playing, oldest first: where it begins, then its season's turns."""

    def __init__(self, first: Moment) -> None:
        self._kept = [first]

    def __len__(self) -> int:
        return len(self._kept)

    def keep(self, moment: Moment) -> None:
        """Keep one that is later than all; of too many the older half is thinned, the first and the last stay."""
        if self._kept[-1].tick < moment.tick:
            self._kept.append(moment)
            if len(self._kept) > MOST_SNAPSHOTS:
                del self._kept[1 : MOST_SNAPSHOTS // 2 : 2]

    def before(self, tick: int) -> Moment:
        """The last one up to `tick`."""
        return next((moment for moment in reversed(self._kept) if moment.tick <= tick), self._kept[0])

    def go_over(self, tick: int, old: Sequence[Done], new: Sequence[Done]) -> Moment:
        """The last one up to `tick` that `new` actions share with the `old` ones; later ones are forgotten."""
        self._kept = [moment for moment in self._kept if moment.tick <= tick and _shared(moment, old, new)]
        return self._kept[-1]


def _shared(moment: Moment, old: Sequence[Done], new: Sequence[Done]) -> bool:
    """Whether it was reached by the same actions, and none is missing before it."""
    done = moment.actions_done
    return old[:done] == new[:done] and all(later.tick >= moment.tick for later in new[done:])


def set_out(actions: Sequence[Done], *, begun: bool) -> int:
    """How many of the actions belong to setting out: all up to the one that began time."""
    began = (at for at, done in enumerate(actions, 1) if isinstance(done.action, Begin))
    return next(began, 0 if begun else len(actions))


def one_more_year(world: World, start: Start) -> int:
    """The worst-off's lowest well-being in one more year, left alone. The world is then as it was."""
    end, events, recorder = world.snapshot(), list(world.events), world.matter.recorder
    world.matter.recorder = None
    lowest = 100
    for passed in range(1, calendar.YEAR + 1):
        let_a_tick_pass(world)
        if passed % EVERY == 0:
            lowest = min(lowest, measure(world, start).worst.level)
    world.restore(end)
    world.events.extend(events)
    world.matter.recorder = recorder
    return lowest
