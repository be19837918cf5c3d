"""Is there a screen? Asked before the first window opens."""

from __future__ import annotations

import os

import pygame

BLIND = ("offscreen", "dummy", "evdev")  # what SDL falls back on: it draws into memory and nobody sees it


class NoScreen(Exception):
    """Windows cannot open here; `str` is SDL's reason."""


def open_screen() -> None:
    """Connect to the screen. Raises NoScreen if there is none, unless SDL_VIDEODRIVER asks for drawing into memory."""
    try:
        pygame.display.init()
    except pygame.error as problem:
        raise NoScreen(str(problem).rstrip(".")) from None
    driver = pygame.display.get_driver()
    if driver in BLIND and not os.environ.get("SDL_VIDEODRIVER"):
        pygame.display.quit()
        raise NoScreen(f"SDL found only '{driver}'")
