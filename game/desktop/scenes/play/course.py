"""The course of a play: time begins, stops, hurries, goes back, and goes on again along a future left behind."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.scenes.play.news import tell_luck
from game.desktop.scenes.play.notices import WANT, Notice, Notices
from game.desktop.scenes.play.pace import SPEEDS, Pace
from game.engine import calendar
from game.engine.households import FORTUNES
from game.play.actions import Action, Begin
from game.play.names import title
from game.play.session import Session
from game.play.timeline import Done
from game.words import say

LITTLE = 4  # ticks of a small step back

Spot = tuple[int, tuple[Done, ...]]
"""A tick, and all that had been done by then."""


class Course:
    """`may_begin` is asked before time begins.

    `ticked` is called after each tick, `jumped` when the world is at another moment, `changed` for all else. `ask` is
    handed what to do once the player agrees to set out anew.
    """

    def __init__(
        self,
        session: Session,
        notices: Notices,
        *,
        may_begin: Callable[[], bool],
        ticked: Callable[[], None],
        jumped: Callable[[], None],
        changed: Callable[[], None],
        ask: Callable[[Callable[[], None]], None],
    ) -> None:
        self.session = session
        self.pace = Pace()
        self._notices = notices
        self._ticked, self._jumped, self._changed = ticked, jumped, changed
        self._may_begin, self._ask = may_begin, ask
        self._luck: list[str] = []  # news of what befell homes this season
        self._leaps: list[tuple[Spot, Spot]] = []  # from where to where time was turned back or on

    def begin(self) -> None:
        """Setting out is done: time begins."""
        if not self.session.begun and self._may_begin() and self.session.do(Begin()) is None:
            self.pace.run()
            self._notices.tell_once("begun", Notice(say("play.notice.begun"), "info"))
        self._changed()

    def set_speed(self, speed: int) -> None:
        """Let time pass at `speed`, or stop it (0). Before time has begun, this begins it."""
        if not self.session.begun:
            self.begin()
        if speed and self.session.begun:
            self.pace.run(speed)
        else:
            self.pace.pause()
        self._changed()

    def pause_or_go(self) -> None:
        self.set_speed(0 if self.pace.running else self.pace.speed)

    def slower(self) -> None:
        self.pace.change(-1)
        self._changed()

    def faster(self) -> None:
        if self._has_begun():
            self.pace.change(1)
        self._changed()

    def slow_down(self) -> None:
        """Back to normal speed, since something has happened that the player should see."""
        if self.pace.running and self.pace.speed > SPEEDS[0]:
            self.pace.run(SPEEDS[0])
            self._changed()

    def one_tick(self) -> None:
        """Let one tick pass and stop."""
        if self._has_begun():
            self.pace.pause()
            self.tick()
        self._changed()

    def tick(self) -> None:
        """Let one tick pass, if time has begun and not ended."""
        session = self.session
        if not session.begun or session.ended:
            return
        events = session.tick()
        if session.tick_now % calendar.SEASON == 0:
            while self._luck:
                self._notices.forget(self._luck.pop())
        for event in events:
            if event.kind == "colony_lost":
                lost = Notice(say("play.notice.colony_lost"), "warning", weight=WANT)
                self._notices.tell_once(f"colony lost {session.tick_now}", lost)
            elif event.kind == "soil_formed":
                first = self._notices.tell_once("soil", Notice(say("play.notice.soil"), "plant"))
                if first:
                    self.slow_down()
            elif event.kind in FORTUNES:
                self._luck.append(tell_luck(session.world, event, self._notices))
        self._ticked()

    # ------------------------------------------------------------- back and on again

    def go_to(self, tick: int) -> None:
        """Go back to `tick`, or on along a future that was left behind; time stands still then."""
        session = self.session
        if not session.begun and not session.branches:
            return
        before = self._spot()
        if tick > before[0] and not self._take_up(tick):
            self._notices.tell(Notice(say("play.rewind.nowhere"), "rewind"))
            return
        tick = max(tick, session.earliest)
        if tick < session.tick_now:
            session.rewind(tick)
        self._leaps.append((before, self._spot()))
        self.pace.pause()
        self._jumped()
        words = "back" if session.tick_now <= before[0] else "on"
        self._notices.tell(Notice(say(f"play.rewind.{words}", when=self._when()), "rewind"))

    def back(self) -> None:
        """To the start of this season, or of the one before."""
        now = self.session.tick_now
        turn = now // calendar.SEASON * calendar.SEASON
        self.go_to(max(0, turn if turn < now else turn - calendar.SEASON))

    def on(self) -> None:
        """To the next season's turn, where that is known."""
        self.go_to((self.session.tick_now // calendar.SEASON + 1) * calendar.SEASON)

    def back_a_little(self) -> None:
        self.go_to(max(0, self.session.tick_now - LITTLE))

    def to_start(self) -> None:
        self.go_to(0)

    def to_last(self) -> None:
        self.go_to(self.session.level.ticks)

    def undo(self) -> None:
        """Take back the newest thing done, be it going back in time; the start of time only if the player agrees."""
        session = self.session
        if self._leaps and self._leaps[-1][1] == self._spot():
            session.return_to(*self._leaps.pop()[0])
            self._jumped()
            self._notices.tell(Notice(say("play.undone.leap", when=self._when()), "undo"))
        elif session.actions and isinstance(session.actions[-1].action, Begin):
            self._ask(self._undo_newest)
        else:
            self._undo_newest()

    def _undo_newest(self) -> None:
        """Take back the newest action; if time has passed since, go back to just before it."""
        session = self.session
        before, done = session.tick_now, session.actions[-1:]
        if not session.undo():
            self._notices.tell(Notice(say("play.notice.nothing_to_undo"), "undo"))
            return
        words = self._undone(done[0].action)
        if session.tick_now < before:
            self.pace.pause()
            words += " " + say("play.undone.goes_on")
        self._jumped()
        self._notices.tell(Notice(words, "undo"))

    def _undone(self, action: Action) -> str:
        of = getattr(action, "species", "")
        return say(f"play.undone.{str(action).partition(' ')[0]}", kind=title(self.session.world, of) if of else "")

    def _has_begun(self) -> bool:
        """Whether time has begun; if not, say how it does: what hastens it does not begin it by the way."""
        if not self.session.begun:
            self._notices.tell(Notice(say("play.notice.first_start"), "play"))
        return self.session.begun

    def _spot(self) -> Spot:
        return self.session.tick_now, tuple(self.session.actions)

    def _when(self) -> str:
        now = min(self.session.tick_now, self.session.level.ticks - 1)
        season = say(f"play.season.{calendar.SEASONS[calendar.season(now)]}").lower()
        return say("play.rewind.when", season=season, year=calendar.year(now))

    def _take_up(self, tick: int) -> bool:
        """Take the newest future left behind that goes on from here; one that reaches as far as `tick` comes first."""
        session, (now, done) = self.session, self._spot()
        ahead = [
            (branch.until >= tick, number)
            for number, branch in enumerate(session.branches)
            if branch.until > now and branch.leads_through(now, done) and session.can_take(number)
        ]
        if not ahead:
            return False
        session.take_branch(max(ahead)[1])
        if tick < session.tick_now:
            session.rewind(tick)
        return True
