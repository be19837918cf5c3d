"""A player before the title, an opening or an ending: keys and clicks in, and what is on the screen."""

from __future__ import annotations

from pathlib import Path

import pygame

import game.words
from game.desktop.app import LONGEST_STEP, App
from game.desktop.journey import Journey
from game.desktop.kit import Widget
from game.desktop.scenes.ending import TAKEN_IN, EndingScene
from game.desktop.scenes.scene import Scene

FRAME = 1 / 60
FILLER = "und noch mehr Worte dazu "


def app_in(folder: Path, size: tuple[int, int] = (1280, 720), **settings: object) -> App:
    """A window with settings and a journey of its own."""
    app = App(size, folder / "settings.json", Journey(folder / "journey.json"))
    if settings:
        app.change_settings(**settings)
    return app


def longer(text: str) -> str:
    """`text` with forty percent more to read."""
    extra = round(len(text) * 0.4)
    return f"{text} {(FILLER * (1 + extra // len(FILLER)))[:extra]}".strip()


def lengthen_words(monkeypatch) -> None:
    """Let all words of the game be 40 percent longer, as in another language."""
    look_up = game.words._look_up
    monkeypatch.setattr(
        game.words, "_look_up", lambda key: longer(found) if isinstance(found := look_up(key), str) else found
    )


def looking_back(app: App, scene: EndingScene) -> Visitor:
    """Has taken the ending in, so that keys and clicks mean something there."""
    visitor = Visitor(app, scene)
    for _ in range(int(TAKEN_IN / LONGEST_STEP) + 1):
        app.frame([], LONGEST_STEP)
    return visitor


class Visitor:
    """Looks at whatever scene the app shows."""

    def __init__(self, app: App, scene: Scene) -> None:
        self.app = app
        app.go(scene)
        self.wait()

    @property
    def scene(self):
        return self.app.scene

    @property
    def ui(self):
        return self.app.scene.ui

    def wait(self, frames: int = 2) -> None:
        for _ in range(frames):
            self.app.frame([], FRAME)

    def press(self, *names: str, mod: int = 0) -> None:
        """Press keys by name."""
        for name in names:
            event = pygame.Event(pygame.KEYDOWN, key=pygame.key.key_code(name), mod=mod, unicode="")
            self.app.frame([event], FRAME)
        self.wait()

    def click(self, widget: Widget) -> None:
        """Click on the middle of a widget."""
        k = self.ui.look.scale
        place = {"pos": (round(widget.rect.centerx * k), round(widget.rect.centery * k)), "button": 1}
        self.app.frame([pygame.Event(kind, **place) for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)], FRAME)
        self.wait()

    def find(self, name: str) -> Widget:
        """The first widget on top whose name begins like this. Raises StopIteration."""
        return next(each for each in self._top().within() if each.name.startswith(name))

    def words(self) -> str:
        """All that can be read on top."""
        return " | ".join(each.value() or each.name for each in self._top().within() if each.layered)

    def choose(self, name: str) -> None:
        """Go to a button by keyboard and press it."""
        self.ui.focus(self.find(name))
        self.press("return")

    def _top(self) -> Widget:
        return self.ui._floors[-1].root
