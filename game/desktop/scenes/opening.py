"""Before a level: its story, whose thought it is, and what the player expects to happen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pygame

from game.desktop.kit import Button, Card, Chip, Column, Dialog, Label, Row, Scroll, Ui, Widget
from game.desktop.kit.theme import BODY, HEADING, LABEL, NOTE
from game.desktop.scenes.guess import guesses
from game.desktop.scenes.scene import Scene
from game.desktop.scenes.vista import Vista
from game.play.session import Session
from game.words import say

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.levels.level import Level

WIDTH, DRAWN_WIDTH = 590, 720
BADGES = {"solid": "check", "debated": "help", "story": "book"}


class OpeningScene(Scene):
    """The level's own meadow, and a card beside it."""

    name = "opening"

    def __init__(self, app: App, level: Level) -> None:
        self.app, self.level = app, level
        self.ui = Ui(app.announce)
        self._session = Session(level)
        self._vista = Vista(app, self._session)
        self._guess: int | None = None
        self._begin = Button(say("opening.just_play"), self._play, kind="primary", icon="play")
        back = Button(say("title.back"), self._back, icon="left")
        self._answers = guesses(app, level.predict, self._answer) if level.predict else []
        words: list[Widget] = [Label(level.title, size=HEADING, bold=True), Label(level.story, size=BODY)]
        if level.predict is not None:
            asked = Label(level.predict.question, size=LABEL, bold=True)
            before = Label(say("opening.predict"), size=NOTE, bold=True, colour="on-think")
            drawn = level.predict.pictures
            answers = [Row(self._answers, gap=8, align="stretch")] if drawn else self._answers
            words.append(Card(Column([before, asked, *answers], gap=4), kind="think", padding=(16, 8)))
        words.append(Label(first_sentence(level.attribution), size=NOTE, colour="soft"))
        more = Button(say("opening.where_from"), self._tell_sources, icon="book")
        page = Column([Scroll(Column(words, gap=10)), Row([self._begin, back, more], gap=12, flows=True)], gap=12)
        wide = DRAWN_WIDTH if level.predict and level.predict.pictures else WIDTH
        self._card = Card(page, padding=(24, 14), width=wide, most=wide)
        self.ui.show(Row([self._card], align="centre"), first=(self._answers or [self._begin])[0])
        app.tell(f"opening {level.name}")

    @property
    def still(self) -> bool:
        return self._vista.still

    @property
    def at_ease(self) -> bool:
        return self._vista.at_ease

    def handle(self, event: pygame.Event) -> None:
        if not self.ui.handle(event) and self.app.action(event) == "back":
            self._back()

    def draw(self, surface: pygame.Surface) -> None:
        self.app.lay_out(self.ui)
        self.ui.settle()
        self._vista.draw(surface, round(self._card.rect.right * self.ui.look.scale))
        self.ui.draw(surface, self.app.now)

    def leave(self) -> None:
        self._vista.close()

    def _answer(self, number: int) -> None:
        self._guess = number
        for each, button in enumerate(self._answers):
            mine = each == number
            button.kind, button.icon = ("think", "flag") if mine else ("paper", "help")
            button.key_name = say("opening.mine") if mine else ""
        self._begin.text = self._begin.name = say("opening.play")
        self.ui.focus(self._begin)

    def _play(self) -> None:
        from game.desktop.scenes.play import PlayScene

        self.app.journey.keep_guess(self.level.name, self._guess)
        self.app.tell(f"guess {self._guess}")
        self.app.go(PlayScene(self.app, self._session, predicted=self._guess))

    def _back(self) -> None:
        from game.desktop.scenes.title import TitleScene

        title = TitleScene(self.app)
        title.levels()
        self.app.go(title)

    def _tell_sources(self) -> None:
        """All of it; what research has found might be the answer, so that it comes after the guess."""
        level = self.level
        lines: list[Widget] = [Label(level.attribution)]
        if level.predict is not None and self._guess is None:
            lines.append(Label(say("opening.after_guess"), colour="soft"))
        else:
            lines += evidence(level)
        close = Button(say("opening.close"), self.ui.close, kind="primary")
        self.ui.open(Dialog(say("opening.where_from"), Column(lines, gap=8), [close], width=620))


def evidence(level: Level) -> list[Widget]:
    """How sure the idea of a level is, and where to read more."""
    lines: list[Widget] = [Row([Chip(say(f"opening.badges.{level.evidence}"), icon=BADGES[level.evidence])])]
    if level.evidence_note:
        lines.append(Label(level.evidence_note))
    if level.sources:
        lines.append(Label(say("opening.sources"), bold=True))
        lines += [Label(source, size=NOTE) for source in level.sources]
    return lines


def first_sentence(text: str) -> str:
    """`text` up to its first full stop that ends a sentence."""
    return re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0]
