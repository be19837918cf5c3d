"""A session's own meadow behind words: still as the world is, alive as the wind is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.camera import Camera
from game.desktop.drawing.painter import MeadowPainter
from game.desktop.scenes.play.depiction import Depiction

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.play.session import Session

MOST_COVERED = 0.75  # share of the width


class Vista:
    """Shows the world of `session`. `shade` is the colour by which all of it is multiplied."""

    def __init__(self, app: App, session: Session, shade: tuple[int, int, int] = (255, 255, 255)) -> None:
        self._app, self._shade = app, shade
        level = session.level
        depiction = Depiction(level, session.world, app.bank.names_known)
        size = app.surface.get_size()
        self._camera = Camera(level.width, level.height, size)
        self._free = pygame.Rect(0, 0, *size)
        self._painter = MeadowPainter(app.bank, self._camera, app.settings.reduced_motion)
        self._painter.show(depiction.picture(session.world, look_down=True))

    @property
    def still(self) -> bool:
        """Whether nothing in it moves by itself."""
        return self._app.settings.reduced_motion and self._painter.ready

    @property
    def at_ease(self) -> bool:
        """Whether only wind and wings move."""
        return self._painter.at_ease

    def draw(self, surface: pygame.Surface, right_of: int = 0) -> None:
        """Cover `surface`; the map lies right of a pixel, unless there is too little room for it."""
        size = surface.get_size()
        left = right_of if right_of < size[0] * MOST_COVERED else 0
        free = pygame.Rect(left, 0, size[0] - left, size[1])
        if self._camera.window != size or self._free != free:
            self._free = free
            self._camera.resize(size, free)
        self._painter.calm = self._app.settings.reduced_motion
        self._painter.draw(surface, self._app.now)
        if self._shade != (255, 255, 255):
            surface.fill(self._shade, special_flags=pygame.BLEND_RGB_MULT)

    def close(self) -> None:
        """Stop what prepares it."""
        self._painter.close()
