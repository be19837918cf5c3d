"""The one window: opened with a picture in it at once, in the middle of the screen or filling it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pygame

from game.paths import ASSETS

if TYPE_CHECKING:
    from game.desktop.settings import Settings

NAME = "Mutual Meadow"
ICON = ASSETS / "pictures" / "icon.svg"
SIZE = (1280, 720)  # in window units, as all sizes here
LEAST_SIZE = (640, 400)
BARS = 96  # what a title bar and a task bar take of a screen's height


def open_window(size: tuple[int, int] | None, settings: Settings) -> pygame.Window:
    """A window of `size`, or of the size that suits the screen, or as large as the screen, showing the meadow.

    What draws it, the words and the rest of the game are still to be read in.
    """
    from game.desktop.scenes.still import ready_made

    pygame.display.init()
    if pygame.display.get_driver() == "x11":  # or SDL loads all of OpenGL to show pictures that are drawn without it
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    pygame.font.init()
    window = pygame.Window(NAME, size or SIZE, resizable=True, allow_high_dpi=True)
    window.minimum_size = LEAST_SIZE
    surface = window.get_surface()
    if settings.full_screen:
        fill_screen(window, True)
    elif size is None and is_tight():
        window.maximize()
        surface = window.get_surface()
    surface.blit(ready_made(surface.get_size()), (0, 0))
    window.flip()
    return window


def is_tight() -> bool:
    """Whether a window of the usual size, with its title bar, would hang over the edge of this screen."""
    width, height = pygame.display.get_desktop_sizes()[0]
    return width <= SIZE[0] or height < SIZE[1] + BARS


def fill_screen(window: pygame.Window, full: bool) -> None:
    """Let the window fill the screen, or be one among others."""
    if full:
        window.set_fullscreen(desktop=True)
    else:
        window.set_windowed()
