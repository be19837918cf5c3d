"""A session is one playing of one level: (level, seed, actions with their ticks).

Undo, rewinding, branches, saves and replays are all the same thing: going on from a snapshot. The session is the one
authority; the screen, a batch and a class only hand it actions and look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.engine import calendar
from game.engine.flourishing import Flourishing, measure
from game.engine.keeping import Snapshot
from game.engine.matter import Recorder
from game.engine.tick import tick as let_a_tick_pass
from game.engine.world import Event, World
from game.levels.level import Level
from game.levels.opening import open_world, start_of
from game.play import goals
from game.play.actions import Action, Begin
from game.play.doing import Preview, do, preview, refusal
from game.play.gifts import season_gifts
from game.play.progress import Gift, Progress, Score
from game.play.refusal import Refusal
from game.play.sharing import newly_shared
from game.play.timeline import Branch, Done, Moment, Moments, one_more_year, set_out


@dataclass(frozen=True, slots=True)
class Ending:
    """How a level ended. `lasting` is the worst-off's lowest well-being in one more year, left alone."""

    stars: tuple[bool, ...]
    flourishing: Flourishing
    lasting: int
    goals: tuple[goals.GoalState, ...]


class Session:
    """One playing. `without` names a partnership or a process (game.levels.opening.switches) that is switched off.

    With `checked` matter is counted after every system; a tick then raises MatterError naming the one that broke its
    promise.
    Raises ValueError if there is none of that name.
    """

    def __init__(
        self, level: Level, seed: int | None = None, *, without: str | None = None, checked: bool = False
    ) -> None:
        self.level = level
        self.seed = level.seed if seed is None else seed
        self.without = without
        self._checked = checked
        self.world: World = open_world(level, self.seed, without=without)
        self.start = start_of(level, self.world)
        self.progress = Progress.at_start(level, len(goals.asked(level)))
        self.actions: list[Done] = []
        self.branches: list[Branch] = []
        self.earliest = 0
        self._settled = (0, 0)          # actions and branches from before `earliest`: history that cannot be replayed
        self._moments = Moments(self._moment())
        self._ending: Ending | None = None
        self._measured: tuple[int, int, Flourishing] | None = None

    # ------------------------------------------------------------- now

    @property
    def tick_now(self) -> int:
        return self.world.tick

    @property
    def ended(self) -> bool:
        return self.world.tick >= self.level.ticks

    @property
    def begun(self) -> bool:
        """Whether time has begun; before, the hand is set out freely."""
        return self.progress.begun

    @property
    def events(self) -> Sequence[Event]:
        """What happened in the last tick."""
        return self.world.events

    @property
    def flourishing(self) -> Flourishing:
        """How everyone fares now."""
        now = (self.world.tick, len(self.actions))
        if self._measured is None or self._measured[:2] != now:
            self._measured = (*now, measure(self.world, self.start))
        return self._measured[2]

    @property
    def goals(self) -> list[goals.GoalState]:
        return goals.states(self.world, self.start, self.flourishing, self.level, self.progress, self.ended)

    @property
    def scores(self) -> Sequence[Score]:
        """Flourishing over time, every fourth tick."""
        return self.progress.scores

    @property
    def gifts(self) -> Sequence[Gift]:
        """All gifts of the season's turns so far."""
        return self.progress.gifts

    def gifts_at(self, tick: int) -> list[Gift]:
        return [gift for gift in self.progress.gifts if gift.tick == tick]

    # ------------------------------------------------------------- acting

    def refusal(self, action: Action) -> Refusal | None:
        """Why `action` is not possible now, or None if it is."""
        if self.ended:
            return Refusal("ended")
        return refusal(self.world, self.level, self.progress, action)

    def preview(self, action: Action) -> Preview:
        """What `action` would take and bring; ask only for one that is not refused."""
        return preview(self.world, self.progress, action)

    def do(self, action: Action) -> Refusal | None:
        """Do `action`; if it is not possible change nothing and say why."""
        if self.ended:
            return Refusal("ended")
        refused = do(self.world, self.level, self.progress, action)
        if refused is None:
            self.actions.append(Done(self.world.tick, action))
            if isinstance(action, Begin):
                self._look()
        return refused

    def tick(self) -> Sequence[Event]:
        """Let one tick pass and return what happened. Before time begins, and after the end, nothing passes."""
        if not self.begun or self.ended:
            return ()
        let_a_tick_pass(self.world, checked=self._checked)
        if self.world.tick % calendar.SEASON == 0 and not self.ended:
            self._turn_season()
        if self.world.tick % goals.EVERY == 0:
            self._look()
        if self.world.tick % calendar.SEASON == 0:
            self._moments.keep(self._moment())
        return self.world.events

    def _turn_season(self) -> None:
        self.progress.shared += newly_shared(self.world, self.progress.shared)
        gifts = season_gifts(self.world, self.start, measure(self.world, self.start), self.level.verbs)
        self.progress.gifts += gifts
        self.progress.days_left = self.level.days + sum(gift.count for gift in gifts if gift.what == "day")

    def _look(self) -> None:
        self._measured = None
        flourishing = self.flourishing
        worst = flourishing.worst
        self.progress.scores.append(Score(self.world.tick, flourishing.score, worst.member, worst.level))
        goals.look(self.world, self.start, flourishing, self.level, self.progress)

    # ------------------------------------------------------------- going back

    def undo(self) -> bool:
        """Take back the newest action; if ticks have passed since, go back to just before it. False if there is
        none."""
        if len(self.actions) <= self._settled[0]:
            return False
        last = self.actions[-1]
        played_on = last.tick < self.world.tick
        if played_on:
            self._leave_branch(last.tick)
        self._go_to(last.tick, self.actions[:-1])
        return True

    def rewind(self, tick: int) -> None:
        """Go back to `tick`, as it was before anything was done on it; what was set out before time began stays.

        The future left behind is kept as a branch. Raises ValueError for a tick that is not in the past of this
        session.
        """
        if not self.earliest <= tick <= self.world.tick:
            raise ValueError(f"{tick} is not between {self.earliest} and {self.world.tick}")
        stays = max(self._settled[0], set_out(self.actions, begun=self.begun) if tick == 0 else 0)
        kept = [done for at, done in enumerate(self.actions) if done.tick < tick or at < stays]
        if tick < self.world.tick or len(kept) < len(self.actions):
            self._leave_branch(tick)
            self._go_to(tick, kept)

    def take_branch(self, number: int) -> None:
        """Go over to a future that was left behind; the present one becomes a branch.

        Raises IndexError for a branch that is not there, ValueError for one that cannot be taken; nothing is then
        changed.
        """
        branch = self.branches[number]
        if not self.can_take(number):
            raise ValueError(f"branch {number} was played by other rules")
        now, actions, branches = self.world.tick, list(self.actions), list(self.branches)
        self._leave_branch(min(branch.left_at, now))
        self.branches = [each for each in self.branches if each is not branch]
        try:
            self._go_to(branch.until, list(branch.actions))
        except ValueError:
            self.branches = branches
            self._go_to(now, actions)
            raise

    def return_to(self, tick: int, actions: Sequence[Done]) -> None:
        """Be again at a moment that was left by going back or on; `actions` are all that had been done by then.

        Where it came from is kept as a branch, unless it lies on the way to a future that is kept already. Raises
        ValueError for a moment that these actions do not lead to; nothing is then changed.
        """
        now, before, branches = self.world.tick, list(self.actions), list(self.branches)
        self._leave_branch(min(tick, now))
        try:
            self._go_to(tick, list(actions))
        except ValueError:
            self.branches = branches
            self._go_to(now, before)
            raise
        self._drop_covered(Branch(tick, tick, tuple(self.actions), ()))

    def can_take(self, number: int) -> bool:
        """Whether a branch can still be played; those from before `earliest` can only be looked at."""
        return number >= self._settled[1]

    def _leave_branch(self, tick: int) -> None:
        if not any(branch.leads_through(self.world.tick, self.actions) for branch in self.branches):
            left = Branch(tick, self.world.tick, tuple(self.actions), tuple(self.progress.scores))
            self._drop_covered(left)
            self.branches.append(left)

    def _drop_covered(self, future: Branch) -> None:
        """Forget the branches that are no more than a part of this one."""
        history = self._settled[1]
        self.branches[history:] = [
            branch for branch in self.branches[history:] if not future.leads_through(branch.until, branch.actions)
        ]

    def _go_to(self, tick: int, actions: list[Done]) -> None:
        """The world at `tick`, if `actions` are what was done."""
        moment = self._moments.go_over(tick, self.actions, actions)
        self.world.restore(moment.world)
        self.progress = moment.progress.copy()
        self.actions = actions[: moment.actions_done]
        self._ending = self._measured = None
        for _ in self.replay(actions[moment.actions_done :], tick):
            pass

    def _moment(self) -> Moment:
        return Moment(self.world.snapshot(), self.progress.copy(), len(self.actions))

    # ------------------------------------------------------------- replaying and ending

    def replay(self, actions: Sequence[Done], until: int) -> Iterator[int]:
        """Do `actions`, each on its tick, and go on to `until`; yields each tick as it is reached.

        Raises ValueError where one of them is not possible here, or time stands still.
        """
        for done in actions:
            yield from self._pass_until(done.tick)
            if done.tick != self.world.tick or self.do(done.action) is not None:
                raise ValueError(f"'{done.action}' is not possible at tick {done.tick}")
        yield from self._pass_until(until)

    def _pass_until(self, tick: int) -> Iterator[int]:
        while self.world.tick < tick:
            if not self.begun or self.ended:
                raise ValueError(f"time stands still at tick {self.world.tick}")
            self.tick()
            yield self.world.tick

    def shadow_from(self, tick: int) -> tuple[Session, Iterator[int]]:
        """A second session as this one stood at `tick` or somewhat before, and its `replay` up to the present.

        Nothing of this session is touched; it may go on, or back, while the shadow is on its way.
        """
        moment = self._moments.before(tick)
        shadow = Session(self.level, self.seed, without=self.without)
        shadow.go_on_from(moment.world, moment.progress.copy(), self.actions[:moment.actions_done])
        return shadow, shadow.replay(self.actions[moment.actions_done :], self.world.tick)

    def go_on_from(
        self, world: Snapshot, progress: Progress, actions: Sequence[Done], branches: Sequence[Branch] = ()
    ) -> None:
        """Take up a play at a snapshot; what was done before it is history: undo and rewind stop here.

        Raises ValueError for a snapshot of another world.
        """
        self.world.restore(world)
        self.progress, self.actions, self.branches = progress, list(actions), list(branches)
        self.earliest, self._settled = world.tick, (len(self.actions), len(self.branches))
        self._moments = Moments(self._moment())
        self._ending = self._measured = None

    @property
    def ending(self) -> Ending | None:
        """How it ended, or None while it goes on."""
        if self._ending is None and self.ended:
            lasting = one_more_year(self.world, self.start)
            self._ending = Ending(
                goals.stars(self.level, self.progress, lasting), self.flourishing, lasting, tuple(self.goals)
            )
        return self._ending

    def watch(self, recorder: Recorder | None) -> None:
        """Let `recorder` see every move of matter from now on (None: nobody)."""
        self.world.matter.recorder = recorder
