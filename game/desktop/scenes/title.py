"""The title: the living meadow, and before it the menu, the levels or the saved games."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.desktop.kit import Button, Column, Dialog, Framed, Label, Row, Scroll, Spacer, Ui, Widget
from game.desktop.kit.theme import GRAND, LABEL, NOTE, NUMBER
from game.desktop.scenes import chooser
from game.desktop.scenes.backdrop import Backdrop
from game.desktop.scenes.scene import Scene
from game.desktop.scenes.settings import open_settings
from game.desktop.text_keys import LEAST, MOST, STEP
from game.desktop.window import NAME
from game.play.saving import SaveError, SaveInfo, list_saves, load
from game.words import say

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.desktop.scenes.thumbs import Thumbs

HINT = 480  # width
BIG = 18.0  # size of the menu's words


class TitleScene(Scene):
    """Shows one page at a time: `menu`, `levels` or `saves`."""

    name = "title"

    def __init__(self, app: App) -> None:
        self.app = app
        self.ui = Ui(app.announce)
        self._backdrop = Backdrop(app)
        self._thumbs: Thumbs | None = None
        self._page = "menu"
        self.menu()

    @property
    def still(self) -> bool:
        return self._backdrop.still and (self._thumbs is None or self._thumbs.idle)

    @property
    def at_ease(self) -> bool:
        return self._backdrop.at_ease and (self._thumbs is None or self._thumbs.idle)

    def handle(self, event: pygame.Event) -> None:
        if not self.ui.handle(event) and self.app.action(event) == "back" and self._page != "menu":
            self.menu()

    def step(self, seconds: float) -> None:
        self._backdrop.step(seconds)
        if self._thumbs is not None:
            self._thumbs.step()
        self._say_settings()

    def draw(self, surface: pygame.Surface) -> None:
        self._backdrop.draw(surface)
        self.app.lay_out(self.ui)
        self.ui.draw(surface, self.app.now)

    def leave(self) -> None:
        self._backdrop.close()
        if self._thumbs is not None:
            self._thumbs.close()

    # ------------------------------------------------------------- pages

    def menu(self) -> None:
        """The first page."""
        saves = list_saves()
        newest = next((save for save in saves if save.sound and not save.ended), None)
        buttons: list[Widget] = []
        if newest is not None:
            words = say(
                "title.continue", year=newest.year, season=say(f"title.seasons.{newest.season}"), level=newest.title
            )
            buttons.append(Button(words, lambda: self.open(newest), icon="play", size=BIG))
        buttons.append(Button(say("title.new"), self.levels, icon="leaf", size=BIG))
        if saves:
            buttons.append(Button(say("title.open"), self.saves, icon="book", size=BIG))
        settings = Button(
            say("title.settings"), lambda: open_settings(self.app, self.ui), icon="gear", size=BIG, grow=1
        )
        leave = Button(say("title.quit"), self.app.quit, icon="door", size=BIG)
        buttons.append(Row([settings, leave], gap=9, flows=True))
        first = buttons[0]
        if isinstance(first, Button):
            first.kind = "primary"
        self._show("menu", [_head(), Framed(Column(buttons, gap=9), width=420, most=440), self._foot()], first)

    def levels(self) -> None:
        """The page on which a level is chosen."""
        from game.desktop.scenes.thumbs import Thumbs

        self._thumbs = self._thumbs or Thumbs(self.app)
        page, first = chooser.levels(self.app, self.menu, self._thumbs)
        self._show("levels", [page], first)

    def saves(self) -> None:
        """The page on which a saved game is opened."""
        page, first = chooser.saves(list_saves(), self.open, self.menu)
        self._show("saves", [page], first)

    def _show(self, page: str, parts: list[Widget], first: Widget) -> None:
        self._page = page
        column = Column(parts, gap=14, align="left")
        whole = Framed(Column([Spacer(), column, Spacer()], align="left"), padding=(68, 6))
        self.ui.show(Scroll(whole), first=first)
        self.app.tell(f"page {page}")

    def _foot(self) -> Widget:
        """The settings one may need before being able to read the others, and how to move about."""

        def grow() -> None:
            scale = self.app.settings.text_scale
            self.app.change_settings(text_scale=scale + STEP if scale < MOST else LEAST)

        def calm() -> None:
            self.app.change_settings(reduced_motion=not self.app.settings.reduced_motion)

        self._larger = Button("", grow, kind="night", size=NOTE)
        self._calmer = Button("", calm, kind="night", size=NOTE)
        self._say_settings()
        return Column(
            [
                Row([self._larger, self._calmer], gap=10, flows=True),
                Framed(Label(say("title.keys"), size=NOTE, colour="title"), most=HINT),
            ],
            gap=6,
        )

    def _say_settings(self) -> None:
        settings = self.app.settings
        self._larger.text = self._larger.name = say("title.text_size", number=settings.text_scale)
        self._calmer.text = self._calmer.name = say(f"title.motion.{settings.reduced_motion}")

    # ------------------------------------------------------------- going on

    def open(self, info: SaveInfo) -> None:
        """Go on with a saved game, or say why that is not possible."""
        try:
            resumed = load(info.path)
        except SaveError as problem:
            self._tell(say("title.not_opened"), str(problem), self.menu)
            return
        self.app.tell(f"resumed {Path(info.path).name} tick {resumed.session.tick_now}")
        chooser.go_on(self.app, resumed.session, resumed.notice)

    def _tell(self, title: str, words: str, then: chooser.Do) -> None:
        def close() -> None:
            self.ui.close()
            then()

        button = Button(say("title.understood"), close, kind="primary")
        self.ui.open(Dialog(title, Label(words, size=LABEL), [button], on_dismiss=then))


def _head() -> Widget:
    name = Label(NAME, size=GRAND, bold=True, colour="title")
    return Column([name, Label(say("title.thought"), size=NUMBER, colour="title"), Spacer(height=8)], gap=0)
