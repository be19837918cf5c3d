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


class Vista:
    """Shows the world of `session` in the part of the window that is `free` (shares of it: left, top, right, bottom).

    `shade` is the colour by which all of it is multiplied.
    """

    def __init__(
        self,
        app: App,
        session: Session,
        free: tuple[float, float, float, float] = (0, 0, 1, 1),
        shade: tuple[int, int, int] = (255, 255, 255),
    ) -> None:
        self._app, self._free, self._shade = app, free, shade
        level = session.level
        depiction = Depiction(level, session.world, app.bank.names_known)
        size = app.surface.get_size()
        self._camera = Camera(level.width, level.height, size, self._part(size))
        self._painter = MeadowPainter(app.bank, self._camera, app.settings.reduced_motion)
        self._painter.show(depiction.picture(session.world, look_down=True))

    @property
    def still(self) -> bool:
        """Whether nothing in it moves by itself."""
        return self._app.settings.reduced_motion and self._painter.ready

    def draw(self, surface: pygame.Surface) -> None:
        """Cover `surface`."""
        size = surface.get_size()
        if self._camera.window != size:
            self._camera.resize(size, self._part(size))
        self._painter.calm = self._app.settings.reduced_motion
        self._painter.draw(surface, self._app.now)
        if self._shade != (255, 255, 255):
            surface.fill(self._shade, special_flags=pygame.BLEND_RGB_MULT)

    def close(self) -> None:
        """Stop what prepares it."""
        self._painter.close()

    def _part(self, size: tuple[int, int]) -> pygame.Rect:
        left, top, right, bottom = self._free
        width, height = size
        return pygame.Rect(left * width, top * height, (right - left) * width, (bottom - top) * height)
