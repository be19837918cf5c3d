"""What people hold together, as a dialog with tabs: the fund with its rules, who gave what to whom, the doughnut."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.desktop.kit import (
    Button,
    Card,
    Choice,
    Column,
    Dialog,
    Framed,
    Icon,
    Label,
    Meter,
    Option,
    Row,
    Ui,
    Widget,
)
from game.desktop.kit.theme import LABEL, NOTE
from game.desktop.scenes.play.agreed import Agreed, Principles
from game.desktop.scenes.play.fares import explained
from game.desktop.scenes.play.flows import Flows
from game.desktop.scenes.play.ring import Ring
from game.engine import calendar
from game.engine.commons import GIVEN
from game.engine.world import World
from game.play.actions import Meet
from game.play.names import time
from game.play.session import Session
from game.words import counted, say

if TYPE_CHECKING:
    from game.desktop.drawing.sprites import Bank

WIDE = 1180.0
ICONS = {"food": "food", "water": "drop", "warmth": "flame"}
WINTER = {"warmth": 4}  # A_SEASON of wood is a quarter of what a winter burns: see game.engine.households
WELL_FROM = (90, 65, 40, 15, 0)  # of 100: from where on other words say how well a fund is tended


def holds(world: World, need: str) -> str:
    """What the fund holds for a need, and how long that would last for all."""
    homes, held = world.households, int(world.commons.store_of(need).amount[0])
    a_season = sum(homes.season_of(need, home) for home, needs in enumerate(homes.needs) if need in needs)
    if not held or not a_season:
        return say(f"fund.holds.none.{need}")
    lasts = held * calendar.SEASON // (a_season * WINTER.get(need, 1))
    long = say("fund.holds.long") if lasts > calendar.YEAR else time(lasts)
    return say(f"fund.holds.{need}", units=counted(f"fund.units.{need}", held), time=long)


def tended_in_words(tended: int) -> str:
    """What a fund that is tended so well does."""
    return say(f"fund.tended.{next(least for least in WELL_FROM if tended >= least)}")


class FundTab:
    """What the fund holds and how well it is tended, a meeting, the rules, and what makes a commons last; where there
    is no fund, a meeting and the rules. `meet` lets all meet."""

    def __init__(self, session: Session, meet: Callable[[], None]) -> None:
        self._session, self._let_meet = session, meet
        world = session.world
        needed = [need for need in GIVEN if any(need in needs for needs in world.households.needs)]
        self._held = {need: Label("", size=NOTE, grow=1) for need in needed}
        self._bar = Meter(0, name=say("fund.tended.title"))
        self._tended = Label("", size=NOTE)
        self._number = Label("", size=NOTE, bold=True)
        self.meet = Button(say("fund.meet"), self._meet, kind="primary", icon="people", tip=say("fund.meet_tip"))
        self.meet.visible = "meet" in session.level.verbs
        self.agreed = Agreed(session, self.show)
        self._principles = Principles(session)
        held: list[Widget] = [
            Row([Icon(ICONS[need], size=18, colour="soft"), label], gap=8) for need, label in self._held.items()
        ]
        holding = Column([Label(say("fund.holds.title"), size=LABEL, bold=True), *held], gap=1, grow=1)
        title = Label(say("fund.tended.title"), size=LABEL, bold=True, grow=1)
        tending = Column([Row([title, self._number]), self._bar, self._tended], gap=1, grow=1)
        principles, fundless = Card(self._principles.column, kind="plain", grow=1), Label(say("fund.meet_tip"), grow=1)
        top = Card(Row([holding, tending, fundless, self.meet], gap=20), kind="inset", padding=(14, 8))
        for part in (holding, tending, principles):
            part.visible = world.commons.open
        fundless.visible = not world.commons.open
        self.body = Column([top, Row([self.agreed.column, principles], gap=18, align="top")], gap=10)
        self.show()

    def show(self) -> None:
        """Make it true."""
        world = self._session.world
        for need, label in self._held.items():
            label.text = holds(world, need)
        tended = world.commons.tended
        self._bar.amount = tended
        self._tended.text = tended_in_words(tended)
        self._number.text = say("fund.tended.number", tended=tended)
        refused = self._session.refusal(Meet())
        self.meet.disabled_because = "" if refused is None else str(refused)
        self.agreed.show()
        self._principles.show()

    def _meet(self) -> None:
        self._let_meet()
        self.show()


def tabs_of(session: Session, bank: Bank, meet: Callable[[], None]) -> dict[str, Callable[[], Widget]]:
    """What there is to say on a level, by the name of its tab."""
    tabs: dict[str, Callable[[], Widget]] = {}
    if session.world.commons.open or "meet" in session.level.verbs:
        tabs["fund" if session.world.commons.open else "rules"] = lambda: FundTab(session, meet).body
    if len(session.world.households):
        tabs["gifts"] = lambda: Flows(session, bank).body
    if len(session.world.households) and session.begun:
        tabs["doughnut"] = lambda: Ring(session, bank).body
    tabs["balance"] = lambda: explained(session)
    return tabs


class FundDialog:
    """Opens over the meadow: the tabs that say something on this level, `tab` or the first of them in front.

    `meet` lets all meet; in a play that is over nobody does.
    """

    def __init__(
        self, ui: Ui, session: Session, bank: Bank, *, tab: str = "", meet: Callable[[], None] = lambda: None
    ) -> None:
        self.tabs = tabs_of(session, bank, meet)
        first = tab or next(iter(self.tabs))
        about = "homes" if "gifts" in self.tabs else "land"
        options = [Option(name, say(f"fund.tabs.{name}")) for name in self.tabs]
        self._choice = Choice(say(f"fund.title.{about}"), options, first, self._turn)
        self._sheet = Framed(self.tabs[first]())
        close = Button(say("fund.close"), ui.close, kind="primary")
        self.dialog = Dialog(
            say(f"fund.title.{about}"), self._sheet, [close], tabs=self._choice, first=self._choice, width=WIDE
        )

    def _turn(self, tab: str) -> None:
        self._sheet.hold(self.tabs[tab]())
