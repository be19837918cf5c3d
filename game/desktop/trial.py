"""A trial of the screen: what a frame of the real play costs."""

from __future__ import annotations

import time
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

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


def measure_frames(size: tuple[int, int] = (1280, 720), seconds: float = 3.0, speed: int = 1) -> list[float]:
    """Milliseconds of work for each frame of the play scene in early autumn, time running at `speed`, without waiting.

    The meadow is planted, the mouse wanders, no season's turn is waited for. Nothing of the player's is read or
    written.
    """
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
        scene.course.set_speed(speed)
        took = _frames(app, scene, seconds)
        scene.saver.finish()
        scene.painter.close()  # instead of leaving the scene, which would save the play
        app.window.destroy()
    return took


def _frames(app: App, scene: PlayScene, seconds: float) -> list[float]:
    width, height = app.window.size
    ways = cycle([(width * part // 100, height // 3 + part) for part in range(20, 70)])
    took = []
    for _ in range(WARMING_UP + round(seconds / FRAME)):
        place = next(ways)
        events = [pygame.Event(pygame.MOUSEMOTION, pos=place, rel=(1, 1), buttons=(0, 0, 0), touch=False)]
        if scene.turn.blocks:  # in the first year time waits for the player
            events.append(pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0))
        began = time.perf_counter()
        app.frame(events, FRAME)
        spent = time.perf_counter() - began
        took.append(spent * 1000)
        time.sleep(max(0.0, FRAME - spent))
    return took[WARMING_UP:]


def _planted() -> Session:
    """A level of flowers with its whole hand set out, kinds taking turns, in early autumn."""
    from game.levels.loading import load_level
    from game.play.actions import Begin, Plant
    from game.play.session import Session

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
