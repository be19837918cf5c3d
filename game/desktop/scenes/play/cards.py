"""All cards over the meadow: made once, laid out by the board, and kept true to the session."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.desktop.kit import Area, IconButton, Picture, Ui
from game.desktop.scenes.play.balance import Balance
from game.desktop.scenes.play.board import Board
from game.desktop.scenes.play.course import Course
from game.desktop.scenes.play.deeds import Deeds
from game.desktop.scenes.play.doors import Doors
from game.desktop.scenes.play.goals_card import GoalsCard
from game.desktop.scenes.play.hand import Hand
from game.desktop.scenes.play.inspector import Inspector
from game.desktop.scenes.play.keys import named
from game.desktop.scenes.play.news import (
    tell_hunter,
    tell_lost,
    tell_mast,
    tell_of_animals,
    tell_partnership,
    tell_thanks,
    tell_want,
    tell_weather,
)
from game.desktop.scenes.play.notices import Notices
from game.desktop.scenes.play.rewind_strip import RewindCard
from game.desktop.scenes.play.season_turn import SeasonTurn
from game.desktop.scenes.play.time_card import TimeCard
from game.desktop.scenes.play.tools import SET_OUT, Tool, held
from game.desktop.scenes.play.view_card import ViewCard
from game.engine.doughnut import limits
from game.engine.systems.blossom import in_full_bloom
from game.play.session import Session
from game.words import say

if TYPE_CHECKING:
    from game.desktop.app import App

ROUND = 0.25  # seconds in which every card is looked at once while time passes


class Cards:
    """`choose` is told of a card of the hand that is taken, `begin` when time is to start.

    `look_below` is told whether to look below the ground. `beside` keeps what is shown at the pointer true; it takes
    its turn with the cards.
    """

    def __init__(
        self,
        app: App,
        session: Session,
        ui: Ui,
        ground: Area,
        parts: tuple[Course, Deeds, Doors, Notices],
        *,
        choose: Callable[[Tool], None],
        begin: Callable[[], None],
        look_below: Callable[[bool], None],
        beside: Callable[[], None],
    ) -> None:
        bank, keys = app.bank, app.settings
        self._session, self._ui = session, ui
        self._course, self._deeds, doors, self._notices = parts
        course = self._course
        self.hand = Hand(bank, choose)
        self.time = TimeCard(
            course.set_speed,
            course.one_tick,
            {each: named(keys, each) for each in ("pause", "faster", "tick")},
        )
        self.view = ViewCard(bank, look_below, named(keys, "look_below"))
        self.balance = Balance(bank, session.world, session.flourishing)
        self.goals = GoalsCard(session.goals, session.level.years)
        self.inspector = Inspector(bank, ui)
        self.rewind = RewindCard(session.level.ticks, course.go_to)
        self.turn = SeasonTurn(bank)
        menu = [
            IconButton("undo", say("play.menu.undo"), course.undo, key_name=named(keys, "undo")),
            IconButton("people", say("play.menu.together"), self._deeds.together, key_name=named(keys, "together")),
            IconButton("hint", say("play.menu.hint"), doors.hint, key_name="H"),
            IconButton("help", say("play.menu.help"), doors.help, key_name=named(keys, "help")),
            IconButton("gear", say("play.menu.menu"), doors.menu, key_name=named(keys, "back")),
        ]
        cards = {
            "time": self.time.card,
            "view": self.view.card,
            "legend": self.view.legend,
            "hand": self.hand.card,
            "balance": self.balance.card,
            "goals": self.goals.card,
            "look": self.inspector.card,
            "rewind": self.rewind.card,
            "turn": self.turn.card,
            "notice": self._notices.frame,
        }
        self.board = Board(ui, ground, cards, menu, begin, self.hand)
        self._stale = 0.0
        self._round = deque(
            (
                self._show_hand,
                self.show_time,
                lambda: self.view.show(session.world),
                self._show_balance,
                lambda: self.goals.show(session.goals, begun=session.begun),
                lambda: self.rewind.show(session),
                lambda: self.inspector.refresh(session),
                beside,
                self._tell,
            )
        )
        self._beside = beside

    def refresh(self) -> None:
        """Make every card true at once."""
        self._stale = 0.0
        for show in tuple(self._round):
            show()

    def show_time(self) -> None:
        """Make the card of time true: at a season's turn it says what the others say, and at once."""
        self.time.show(self._session, self._course.pace, compact=self.board.compact)

    def point(self) -> None:
        """Make true what depends on where the player points."""
        self._beside()
        if not self._session.begun:
            self._tell()

    def coming(self) -> list[tuple[Picture, int, int]]:
        """The pictures that the next season's turn may bring, and how many pixels wide and high they are shown."""
        look = self._ui.look
        return [*self.turn.coming(self._session.world, look), *self.hand.coming(look)]

    def step(self, seconds: float) -> None:
        """While time passes the cards take turns, so that no frame does it all."""
        self._stale += seconds
        if self._course.pace.running and self._stale >= ROUND / len(self._round):
            self._stale = 0.0
            self._round[0]()
            self._round.rotate(-1)

    def _show_balance(self) -> None:
        """Where people live the limits of the land are shown as well."""
        session = self._session
        felt = limits(session.world, session.start) if len(session.world.households) else ()
        self.balance.show(session.flourishing, begun=session.begun, limits=felt)

    def _show_hand(self) -> None:
        deeds = self._deeds
        deeds.follow()
        self.hand.show(self._session, deeds.tool, deeds.share, deeds.giving, deeds.load, compact=self.board.compact)

    def _tell(self) -> None:
        """News; before time begins, how much is still to be set out."""
        session = self._session
        if session.begun:
            urgent = tell_want(session, self._notices)
            urgent |= tell_lost(session, self._notices)
            tell_hunter(session, self._notices)
            tell_of_animals(session, self._notices)
            tell_mast(session, self._notices)
            tell_thanks(session, self._notices)
            tell_partnership(session, self._notices)
            if tell_weather(session, self._notices) or urgent:
                self._course.slow_down()
        else:
            left = sum(held(session, each) or 0 for each in self.hand.tools if each.verb in SET_OUT)
            gain = self._deeds.aim.gain if self._deeds.aim is not None else 0
            seen = int(in_full_bloom(session.world).sum())
            flowers = [each.give for each in session.level.hand if each.give in session.world.flora.index]
            self.board.say_left(
                say("play.begin.left", count=left) if left else say("play.begin.done"),
                say("play.begin.seen_more" if gain else "play.begin.seen", seen=seen, gain=gain)
                if flowers and session.world.colonies
                else "",
            )
