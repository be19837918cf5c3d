"""Trials of the screen: what a frame of the real play costs, and a play that needs as much memory as any."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

import pygame

from game.paths import LEVELS

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.desktop.scenes.play import PlayScene
    from game.play.session import Session

MEADOW = "gold_and_purple.yaml"
FRAME = 1 / 60
EARLY_AUTUMN = 66  # ticks: everything that was set out is in bloom, and bees fly
WARMING_UP = 60  # frames before those that count
ZOOMS = (1, 1, 1, -1, -1, -1, -1, 1) * 2  # as near and as far as one can go, and home
A_LOOK = 0.2  # seconds that each of them stays, after the warming up


def measure_frames(size: tuple[int, int] = (1280, 720), seconds: float = 3.0, speed: int = 1) -> list[float]:
    """Milliseconds of work for each frame of the play scene in early autumn, time running at `speed`, without waiting.

    The meadow is planted, the mouse wanders, no season's turn is waited for. Nothing of the player's is read or
    written.
    """
    with _played(size) as app:
        _scene(app).course.set_speed(speed)
        return _frames(app, seconds)[WARMING_UP:]


def play_through(size: tuple[int, int], seconds: float) -> None:
    """Play at 8x for so many seconds, then zoom in and out, look below the ground, and go on to the ending."""
    with _played(size) as app:
        _scene(app).course.set_speed(8)
        _frames(app, seconds)
        for step in ZOOMS:
            _scene(app).camera.zoom(step)
            _frames(app, A_LOOK)
        for below in (True, False):
            _scene(app).painter.below = below
            _frames(app, A_LOOK)
        session = _scene(app).session
        while not session.ended:
            session.tick()
        _scene(app).doors.to_the_end()
        _frames(app, A_LOOK)


@contextmanager
def _played(size: tuple[int, int]) -> Iterator[App]:
    """A window in which the planted meadow is played."""
    from game.desktop.app import App
    from game.desktop.journey import Journey
    from game.desktop.scenes.play import PlayScene

    with TemporaryDirectory() as folder:
        app = App(size, Path(folder) / "settings.json", Journey(Path(folder) / "journey.json"))
        scene = PlayScene(app, _planted())
        scene.file = Path(folder) / "play.json"
        app.go(scene)
        app.frame([], FRAME)
        scene.painter.settle()
        del scene  # or it would stay beside the ending
        try:
            yield app
        finally:
            if app.scene is not None and app.scene.name == "play":  # leaving it would save the play
                _scene(app).saver.finish()
                _scene(app).painter.close()
                app.scene = None
            app.close()


def _scene(app: App) -> PlayScene:
    return cast("PlayScene", app.scene)


def _frames(app: App, seconds: float) -> list[float]:
    """Milliseconds of work for each frame, those of warming up first."""
    width, height = app.window.size
    ways = cycle([(width * part // 100, height // 3 + part) for part in range(20, 70)])
    took = []
    for _ in range(WARMING_UP + round(seconds / FRAME)):
        place = next(ways)
        events = [pygame.Event(pygame.MOUSEMOTION, pos=place, rel=(1, 1), buttons=(0, 0, 0), touch=False)]
        if app.scene and app.scene.name == "play" and _scene(app).turn.blocks:  # in the first year time waits
            events.append(pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0))
        began = time.perf_counter()
        app.frame(events, FRAME)
        spent = time.perf_counter() - began
        took.append(spent * 1000)
        time.sleep(max(0.0, FRAME - spent))
    return took


def _planted() -> Session:
    """A level of flowers with its whole hand set out, kinds taking turns, in early autumn."""
    from game.levels.loading import load_level, read_ahead
    from game.play.actions import Begin, Plant
    from game.play.session import Session

    read_ahead()  # as the game does before it is played
    level = load_level(LEVELS / MEADOW)
    session = Session(level)
    kinds = [handful.give for count in range(64) for handful in level.hand if count < handful.count]
    for y in range(level.height):
        for x in range(level.width):
            if kinds and session.do(Plant(kinds[0], x, y)) is None:
                kinds.pop(0)
    session.do(Begin())
    while session.tick_now < EARLY_AUTUMN:
        session.tick()
    return session
