"""The living meadow behind the menus: a ready-made picture at once, the real thing as soon as it is prepared."""

from __future__ import annotations

from math import ceil
from threading import Thread
from typing import TYPE_CHECKING

import pygame

from game.desktop.scenes.still import ready_made

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.desktop.drawing.painter import MeadowPainter

SEASON = 24.0  # seconds that a season lasts behind the menus
FADE = 0.7  # seconds from the ready-made picture to the living meadow
VEIL, VEIL_DEPTH = (12, 26, 22), 0.74
VEIL_WIDTH = 0.60  # share of the window that the shade covers, so that words can be read on it


class Backdrop:
    """Draws itself over the whole window. The first frame costs one picture; the rest waits until that is shown."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._still: pygame.Surface | None = None
        self._veil: pygame.Surface | None = None
        self._veiled: object = None
        self._painter: MeadowPainter | None = None
        self._importing: Thread | None = None
        self._since = 0.0
        self._faded = 0.0
        self._seconds = 0.0

    @property
    def still(self) -> bool:
        """Whether nothing in it moves by itself."""
        painter = self._painter
        return self._app.settings.reduced_motion and painter is not None and painter.ready and self._faded >= FADE

    @property
    def at_ease(self) -> bool:
        """Whether only wind and wings move."""
        return self._painter is not None and self._painter.at_ease and self._faded >= FADE

    def step(self, seconds: float) -> None:
        """Go on preparing, and let the seasons pass unless the player wants less motion."""
        self._seconds += seconds
        if self._importing is None:
            if self._app.frames:
                self._importing = Thread(target=_import_drawing, daemon=True)
                self._importing.start()
            return
        if self._painter is None:
            if not self._importing.is_alive():
                self._begin()
            return
        if self._painter.ready:
            self._faded += seconds
        calm = self._painter.calm = self._app.settings.reduced_motion
        if not calm and self._seconds - self._since > SEASON:
            self._turn()

    def draw(self, surface: pygame.Surface) -> None:
        """Cover `surface`."""
        size = surface.get_size()
        if self._painter is not None:
            self._fit(size)
            self._painter.draw(surface, self._seconds, (self._seconds - self._since) / SEASON)
        if self._painter is None or self._faded < FADE:
            still = self._ready_made(size)
            still.set_alpha(round(255 * (1 - self._faded / FADE)))
            surface.blit(still, (0, 0))
        else:
            self._still = None
        surface.blit(self._shade(size), (0, 0))

    def close(self) -> None:
        """Stop what prepares it."""
        if self._painter is not None:
            self._painter.close()

    def _begin(self) -> None:
        from game.desktop.drawing.camera import Camera
        from game.desktop.drawing.painter import MeadowPainter
        from game.desktop.scenes import meadow

        camera = Camera(meadow.COLUMNS, meadow.ROWS, self._app.surface.get_size())
        self._painter = MeadowPainter(self._app.bank, camera, self._app.settings.reduced_motion)
        self._season = meadow.FIRST
        self._painter.show(meadow.meadow(self._season))
        self._since = self._seconds
        self._fit(self._app.surface.get_size(), anew=True)

    def _turn(self) -> None:
        from game.desktop.scenes import meadow

        self._season = meadow.season_after(self._season)
        self._since = self._seconds
        if self._painter is not None:
            self._painter.show(meadow.meadow(self._season))

    def _fit(self, size: tuple[int, int], *, anew: bool = False) -> None:
        """Let the map cover the window, as the ready-made picture does."""
        from game.desktop.scenes import meadow

        painter = self._painter
        if painter is not None and (anew or painter.camera.window != size):
            painter.camera.resize(size)
            painter.camera.tile = ceil(max(size[0] / meadow.COLUMNS, size[1] / meadow.ROWS))

    def _ready_made(self, size: tuple[int, int]) -> pygame.Surface:
        if self._still is None or self._still.get_size() != size:
            self._still = ready_made(size)
        return self._still

    def _shade(self, size: tuple[int, int]) -> pygame.Surface:
        """A shade from the left, as far as the words reach at this player's size of text."""
        text_scale = self._app.settings.text_scale
        if self._veil is None or self._veiled != (size, text_scale):
            reach = min(1.0, VEIL_WIDTH * text_scale / 100)
            strip = pygame.Surface((64, 1), pygame.SRCALPHA)
            for x in range(64):
                share = max(0.0, 1 - x / 64 / reach)
                soft = min(1.0, share / 0.25)  # so that no edge is seen where it ends
                strip.set_at((x, 0), (*VEIL, round(255 * VEIL_DEPTH * share * (2 - share) * soft)))
            self._veil = pygame.transform.smoothscale(
                strip.subsurface(0, 0, ceil(64 * reach), 1), (ceil(size[0] * reach), size[1])
            )
            self._veiled = size, text_scale
        return self._veil


def _import_drawing() -> None:
    """Read in what the living meadow and a play need, beside the frames; and have the levels read, for whoever
    chooses one."""
    import game.desktop.drawing.painter
    import game.play.session  # noqa: F401
    from game.levels.loading import read_ahead

    Thread(target=read_ahead, daemon=True).start()
