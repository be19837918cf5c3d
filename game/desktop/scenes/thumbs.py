"""Little pictures of the levels as they open, made one after the other in the background."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.camera import Camera
from game.desktop.drawing.painter import MeadowPainter
from game.desktop.drawing.workshop import Workshop
from game.desktop.scenes.play.depiction import Depiction
from game.levels.opening import open_world

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.desktop.kit import Image
    from game.levels.level import Level

TILE = 12  # pixels


class Thumbs:
    """Gives each image its level's picture as soon as that is ready."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._workshop = Workshop()
        self._made: dict[str, pygame.Surface] = {}
        self._waiting: dict[str, Image] = {}

    @property
    def idle(self) -> bool:
        """Whether every image has its picture."""
        return not self._waiting

    def ask(self, level: Level, image: Image) -> None:
        """Have this image show the level."""
        self._waiting[level.name] = image
        if level.name not in self._made:
            self._workshop.ask(level.name, partial(self._take, level))

    def step(self) -> None:
        """Hand over what is ready."""
        self._workshop.check()
        for name in [name for name in self._waiting if name in self._made]:
            self._waiting.pop(name).picture = partial(_fitted, self._made[name])

    def close(self) -> None:
        """Stop after the picture that is being made."""
        self._workshop.close()

    def _take(self, level: Level) -> None:
        bank, world = self._app.bank, open_world(level, level.seed)
        camera = Camera(level.width, level.height, (level.width * TILE, level.height * TILE))
        camera.tile = TILE
        painter = MeadowPainter(bank, camera, calm=True, threaded=False)
        painter.show(Depiction(level, world, bank.names_known).picture(world, look_down=True))
        painter.settle()
        surface = pygame.Surface(camera.window, 0, 32)
        painter.draw(surface, 0.0)
        self._made[level.name] = surface


def _fitted(picture: pygame.Surface, width: int, height: int) -> pygame.Surface:
    factor = min(width / picture.get_width(), height / picture.get_height())
    return pygame.transform.smoothscale_by(picture, factor)
