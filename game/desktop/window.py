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
LEAST_SIZE = (640, 400)


def open_window(size: tuple[int, int], settings: Settings) -> pygame.Window:
    """A window of `size` in window units, or as large as the screen, showing the meadow.

    What draws it, the words and the rest of the game are still to be read in.
    """
    from game.desktop.scenes.still import ready_made

    pygame.display.init()
    if pygame.display.get_driver() == "x11":  # or SDL loads all of OpenGL to show pictures that are drawn without it
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    pygame.font.init()
    window = pygame.Window(NAME, size, resizable=True, allow_high_dpi=True)
    window.minimum_size = LEAST_SIZE
    surface = window.get_surface()
    if settings.full_screen:
        fill_screen(window, True)
    surface.blit(ready_made(surface.get_size()), (0, 0))
    window.flip()
    return window


def fill_screen(window: pygame.Window, full: bool) -> None:
    """Let the window fill the screen, or be one among others."""
    if full:
        window.set_fullscreen(desktop=True)
    else:
        window.set_windowed()
