"""After a level: stars, how it went season by season, who fared how, what carried it, one question at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop.kit import (
    Button,
    Card,
    Column,
    Dialog,
    Framed,
    Icon,
    IconButton,
    Image,
    Label,
    Row,
    Scroll,
    Spacer,
    Ui,
    Widget,
)
from game.desktop.kit.theme import HEADING, LABEL, NOTE, SMALL
from game.desktop.scenes import account, hindsight
from game.desktop.scenes.chooser import star_pictures
from game.desktop.scenes.opening import OpeningScene, evidence
from game.desktop.scenes.play.fund_dialog import FundDialog
from game.desktop.scenes.scene import Scene
from game.desktop.scenes.vista import Vista
from game.engine import calendar
from game.engine.calendar import YEAR
from game.play.actions import Begin
from game.play.bonds import Reckoning
from game.words import say

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.play.session import Session

SHADE = (122, 120, 106)
WIDTH = 1152
STAR = 50
PICTURES = 4
THUMB = (142, 80)
THOUGHT = 520
TAKEN_IN = 0.8  # seconds in which a key or click that was meant for the meadow does nothing here


class EndingScene(Scene):
    """Looks back on a session that has ended. `predicted` is what the player guessed before, if anything."""

    name = "ending"

    def __init__(self, app: App, session: Session, predicted: int | None = None) -> None:
        ending = session.ending
        if ending is None:
            raise ValueError("the session goes on")
        self.app, self.session, self.predicted, self._ending = app, session, predicted, ending
        app.journey.win(session.level.name, ending.stars)
        self.ui = Ui(app.announce)
        self._vista = Vista(app, session, shade=SHADE)
        self._question = 0
        self._just_come = TAKEN_IN
        self._asked = Label("")
        self._reckoning = Reckoning(session)
        self._carried = Column(account.carried(app, session), gap=4)
        self._number = Label("", size=NOTE, bold=True, colour="on-think")
        first, buttons = self._buttons()
        columns = Row(
            [
                Framed(Column([*account.chart(session), self._carried], gap=6), width=290, most=370),
                Framed(Column(account.members(app, session), gap=3), width=272, most=272),
                Framed(Column(account.asked(app, session, ending), gap=5), width=270, most=410),
            ],
            gap=20,
            align="top",
        )
        page = Column([self._head(ending.stars), columns, self._thoughts()], gap=12)
        card = Card(Column([Scroll(page), buttons], gap=14), padding=(28, 18), width=WIDTH, most=WIDTH)
        self.ui.show(Column([Spacer(), card, Spacer()], align="centre"), first=first)
        app.tell(f"stars {' '.join(str(int(star)) for star in ending.stars)}")

    @property
    def still(self) -> bool:
        return self._vista.still and self._reckoning.done and not self._just_come

    @property
    def at_ease(self) -> bool:
        return self._vista.at_ease and self._reckoning.done and not self._just_come

    def handle(self, event: pygame.Event) -> None:
        if self._just_come and event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            return
        if not self.ui.handle(event) and self.app.action(event) == "back":
            self._to_title()

    def step(self, seconds: float) -> None:
        self._just_come = max(0.0, self._just_come - seconds)
        if not self._reckoning.done and self._reckoning.go_on():
            self._carried.hold(account.carried(self.app, self.session, self._reckoning.most))

    def draw(self, surface: pygame.Surface) -> None:
        self._vista.draw(surface)
        self.app.lay_out(self.ui)
        self.ui.draw(surface, self.app.now)

    def leave(self) -> None:
        self._vista.close()

    # ------------------------------------------------------------- what is shown

    def _head(self, stars: tuple[bool, ...]) -> Widget:
        level = self.session.level
        years = say("ending.years" if level.years > 1 else "ending.year", level=level.title, years=level.years)
        words = [
            Label(hindsight.headline(self.session, self._ending), size=HEADING, bold=True),
            Label(hindsight.why(self.session), size=LABEL),
            Row([star_pictures(self.app, stars, STAR), Label(years, size=NOTE, colour="soft")], gap=12, flows=True),
        ]
        pictures = [_thumb(caption, picture) for caption, picture in self.app.album[-PICTURES:]]
        return Row([Column(words, gap=4, grow=1), Row(pictures, gap=8)], gap=20, align="top")

    def _thoughts(self) -> Widget:
        cards: list[Widget] = []
        guessed = bool(account.guess(self.session, self.predicted))
        title = Label(say(f"ending.guess.{'title' if guessed else 'untold'}"), size=NOTE, bold=True, colour="on-think")
        flag = Icon("flag" if guessed else "info", size=18, colour="on-think")
        lines = [Label(words) for words in account.looked_at_again(self.session, self.predicted)]
        cards.append(
            Card(
                Column([Row([flag, title], gap=8), *lines], gap=4),
                kind="inset",
                padding=(16, 10),
                width=THOUGHT,
                most=THOUGHT,
                grow=1,
            )
        )
        questions = self.session.level.reflect
        if questions:
            turn = [
                IconButton("left", say("ending.think.before"), lambda: self._ask(-1)),
                IconButton("right", say("ending.think.next"), lambda: self._ask(1)),
            ]
            head = Row([self._number, Row(turn if len(questions) > 1 else (), gap=2)], gap=4, spread=True)
            cards.append(
                Card(
                    Column([head, self._asked], gap=0),
                    kind="think",
                    padding=(16, 4),
                    width=THOUGHT,
                    most=THOUGHT,
                    grow=1,
                )
            )
            self._ask(0)
        return Row(cards, gap=16, align="stretch")

    def _ask(self, step: int) -> None:
        questions = self.session.level.reflect
        self._question = (self._question + step) % len(questions)
        self._asked.text = questions[self._question]
        number = say("ending.think.number", number=self._question + 1, of=len(questions))
        self._number.text = (
            f"{say('ending.think.title')}  {number}" if len(questions) > 1 else say("ending.think.title")
        )
        self.app.tell(f"question {self._question + 1}")

    def _tell_evidence(self) -> None:
        close = Button(say("opening.close"), self.ui.close, kind="primary")
        lines = [Label(self.session.level.attribution), *evidence(self.session.level)]
        self.ui.open(Dialog(say("ending.sure"), Column(lines, gap=8), [close], width=620))

    def _buttons(self) -> tuple[Widget, Widget]:
        year = calendar.year(self._spring)
        words = say("ending.back" if year == self.session.level.years else "ending.back_to", year=year)
        back = Button(words, self._back, kind="primary", icon="rewind")
        if self.session.earliest > self._spring:
            back.disabled_because = say("ending.back_gone")
        again = Button(say("ending.again"), self._again, icon="play")
        title = Button(say("ending.to_title"), self._to_title, icon="door")
        sure = Button(say("ending.sure"), self._tell_evidence, icon="info")
        buttons = [back, again, title, sure]
        if len(self.session.world.households):
            buttons.append(Button(say("ending.gifts"), self._tell_gifts, icon="gift"))
        return back, Row(buttons, gap=12, flows=True)

    def _tell_gifts(self) -> None:
        self.ui.open(FundDialog(self.ui, self.session, self.app.bank, tab="gifts").dialog)

    # ------------------------------------------------------------- going on

    @property
    def _spring(self) -> int:
        """The spring before it went wrong; the last one, if nothing did or the game kept no earlier one."""
        last = max(0, self.session.level.ticks - YEAR)
        spring = min(last, hindsight.went_wrong(self.session, self._ending) // YEAR * YEAR)
        return spring if spring >= self.session.earliest else last

    def _back(self) -> None:
        from game.desktop.scenes.play import PlayScene

        session = self.session
        session.rewind(self._spring)
        if session.tick_now == 0 and session.actions and isinstance(session.actions[-1].action, Begin):
            session.undo()  # what was set out then may be what went wrong
        self.app.tell(f"rewound {session.tick_now}")
        self.app.go(PlayScene(self.app, self.session, predicted=self.predicted))

    def _again(self) -> None:
        self.app.go(OpeningScene(self.app, self.session.level))

    def _to_title(self) -> None:
        from game.desktop.scenes.title import TitleScene

        self.app.go(TitleScene(self.app))


def _thumb(caption: str, picture: pygame.Surface) -> Widget:
    def fitted(width: int, height: int) -> pygame.Surface:
        factor = min(width / picture.get_width(), height / picture.get_height())
        return pygame.transform.smoothscale_by(picture, factor).convert_alpha()

    image = Image(fitted, *THUMB, name=caption)
    return Card(Column([image, Label(caption, size=SMALL, bold=True, align="centre")], gap=2), kind="plain", padding=5)
