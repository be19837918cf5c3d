"""A player at the keyboard and the mouse: everything goes in as events, and time passes only when told to."""

from __future__ import annotations

from pathlib import Path
from unittest import mock

import pygame

from game.desktop.app import App
from game.desktop.drawing.picture import Picture
from game.desktop.journey import Journey
from game.desktop.kit import Widget
from game.desktop.scenes.play import PlayScene, scene
from game.levels.level import Level
from game.levels.loading import load_level
from game.paths import LEVELS
from game.play.actions import Begin, Plant
from game.play.session import Session

FRAME = 1 / 60
MIXED = tuple((("goldenrod", "aster")[(x + y) % 2], x, y) for y in (3, 4, 5) for x in range(7, 15))
"""Where a good gardener sets out the first level's plants: mixed, close together, near the hive."""


def level() -> Level:
    """The first level."""
    return load_level(LEVELS / "gold_and_purple.yaml")


def set_plants(session: Session) -> None:
    """The hand set out mixed."""
    for species, x, y in MIXED:
        session.do(Plant(species, x, y))


def set_out(session: Session) -> Session:
    """The hand set out mixed, and time begun."""
    set_plants(session)
    session.do(Begin())
    return session


class Blank:
    """Stands in for the painter where the picture is not looked at: building a ground takes a third of a second."""

    ready = at_ease = True
    shown: Picture | None = None

    def __init__(self, *_: object, calm: bool = False) -> None:
        self.calm, self.below, self.season = calm, False, ""
        self.sent: list[str] = []

    def show(self, picture: Picture) -> None:
        self.season, self.shown = self.shown.season if self.shown else picture.season, picture

    def draw(self, surface: pygame.Surface, *_: object, hurried: bool = False) -> None:
        surface.fill("#74A978")

    def send(self, kind: str, *_: object) -> None:
        self.sent.append(kind)

    def breathe(self, *_: object) -> None:
        self.sent.append("breath")

    def foresee(self, *_: object) -> None: ...

    def settle(self) -> None: ...

    def close(self) -> None: ...


class Player:
    """Sits before a play scene; the meadow itself is drawn only if `painted`."""

    def __init__(self, app: App, session: Session | None = None, *, painted: bool = False) -> None:
        self.app = app
        with mock.patch.object(scene, "MeadowPainter", scene.MeadowPainter if painted else Blank):
            self.scene = PlayScene(app, session or Session(level()))
        app.go(self.scene)
        self.wait(FRAME)

    @property
    def session(self) -> Session:
        return self.scene.session

    def wait(self, seconds: float, frame: float = FRAME) -> None:
        """Let frames pass."""
        for _ in range(max(1, round(seconds / frame))):
            self.app.frame([], frame)

    def until(self, tick: int) -> None:
        """Let ticks pass at once, without pictures; celebrations are skipped."""
        while self.session.tick_now < tick:
            self.scene.course.tick()
            if self.scene.turn.blocks:
                self.press("return")

    def press(self, *names: str, mod: int = 0) -> None:
        """Press keys by name, one after the other."""
        for name in names:
            event = pygame.Event(pygame.KEYDOWN, key=pygame.key.key_code(name), mod=mod, unicode="")
            self.app.frame([event], FRAME)

    def point(self, x: float, y: float) -> None:
        """Move the mouse to a pixel."""
        self.app.frame(
            [pygame.Event(pygame.MOUSEMOTION, pos=(round(x), round(y)), rel=(0, 0), buttons=(0, 0, 0))], FRAME
        )

    def click(self, x: float, y: float) -> None:
        """Click on a pixel."""
        self.point(x, y)
        place = {"pos": (round(x), round(y)), "button": 1}
        self.app.frame([pygame.Event(kind, **place) for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)], FRAME)

    def drag(self, *tiles: tuple[int, int]) -> None:
        """Go from tile to tile with the mouse's button down."""
        self.point_at(*tiles[0])
        for number, tile in enumerate(tiles):
            pos = tuple(map(round, self.scene.camera.tile_rect(*tile).center))
            event = (
                pygame.Event(pygame.MOUSEMOTION, pos=pos, rel=(9, 0), buttons=(1, 0, 0))
                if number
                else pygame.Event(pygame.MOUSEBUTTONDOWN, pos=pos, button=1)
            )
            self.app.frame([event], FRAME)
        self.app.frame([pygame.Event(pygame.MOUSEBUTTONUP, pos=pos, button=1)], FRAME)

    def click_widget(self, widget: Widget) -> None:
        k = self.scene.ui.look.scale
        self.click(widget.rect.centerx * k, widget.rect.centery * k)

    def card(self, key: str) -> None:
        """Click on a card of the hand."""
        self.click_widget(self.scene.cards.hand.cards[key])

    def point_at(self, x: int, y: int) -> None:
        self.point(*self.scene.camera.tile_rect(x, y).center)

    def tile(self, x: int, y: int) -> None:
        """Click on a tile."""
        self.click(*self.scene.camera.tile_rect(x, y).center)

    def close(self) -> None:
        self.scene.painter.close()


def app_in(folder: Path, size: tuple[int, int] = (1280, 720), **settings: object) -> App:
    """A window of its own, with settings of its own."""
    app = App(size, folder / "settings.json", Journey(folder / "journey.json"))
    if settings:
        app.change_settings(**settings)
    return app
