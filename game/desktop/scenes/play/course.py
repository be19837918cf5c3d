"""The course of a play: time begins, stops, hurries, goes back, and goes on again along a future left behind."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.scenes.play.notices import Notice, Notices
from game.desktop.scenes.play.pace import Pace
from game.engine import calendar
from game.play.actions import Begin
from game.play.session import Session
from game.words import say

LITTLE = 4  # ticks of a small step back


class Course:
    """`may_begin` is asked before time begins.

    `ticked` is called after each tick, `jumped` when the world is at another moment, `changed` for all else.
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
    ) -> None:
        self.session = session
        self.pace = Pace()
        self._notices = notices
        self._ticked, self._jumped, self._changed = ticked, jumped, changed
        self._may_begin = may_begin

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
        if not self.session.begun:
            self.begin()
        else:
            self.pace.change(1)
        self._changed()

    def one_tick(self) -> None:
        """Let one tick pass and stop."""
        self.pace.pause()
        self.tick()
        self._changed()

    def tick(self) -> None:
        """Let one tick pass, if time has begun and not ended."""
        session = self.session
        if not session.begun or session.ended:
            return
        for event in session.tick():
            if event.kind == "colony_lost":
                self._notices.tell(Notice(say("play.notice.colony_lost"), "warning"))
        self._ticked()

    # ------------------------------------------------------------- back and on again

    def go_to(self, tick: int) -> None:
        """Go back to `tick`, or on along a future that was left behind; time stands still then."""
        session = self.session
        if not session.begun:
            return
        before = session.tick_now
        if tick > before and not self._take_up(tick):
            self._notices.tell(Notice(say("play.rewind.nowhere"), "rewind"))
            return
        tick = max(tick, session.earliest)
        if tick < session.tick_now:
            session.rewind(tick)
        self.pace.pause()
        self._jumped()
        now = min(session.tick_now, session.level.ticks - 1)
        season = say(f"play.season.{calendar.SEASONS[calendar.season(now)]}").lower()
        words = "back" if session.tick_now <= before else "on"
        self._notices.tell(Notice(say(f"play.rewind.{words}", season=season, year=calendar.year(now)), "rewind"))

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
        """Take back the newest action; if time has passed since, go back to just before it."""
        before = self.session.tick_now
        undone = self.session.undo()
        if undone:
            if self.session.tick_now < before:
                self.pace.pause()
            self._jumped()
        self._notices.tell(Notice(say("play.notice.undone" if undone else "play.notice.nothing_to_undo"), "undo"))

    def _take_up(self, tick: int) -> bool:
        """Take the newest future left behind that goes on from all that has been done until now."""
        session = self.session
        done = tuple(session.actions)
        for number in reversed(range(len(session.branches))):
            branch = session.branches[number]
            if branch.until > session.tick_now and branch.actions[: len(done)] == done and session.can_take(number):
                session.take_branch(number)
                if tick < session.tick_now:
                    session.rewind(tick)
                return True
        return False
