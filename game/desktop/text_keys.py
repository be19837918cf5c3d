"""Ctrl and +, - or 0 (on a Mac: Command): the size of words, as in a browser."""

from __future__ import annotations

from typing import Final

import pygame

LEAST, MOST, STEP = 100, 200, 25  # percent
LARGER: Final = (pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS)
SMALLER: Final = (pygame.K_MINUS, pygame.K_KP_MINUS)
USUAL: Final = (pygame.K_0, pygame.K_KP_0)


def scaled(scale: int, event: pygame.Event) -> int | None:
    """The text scale after a key was pressed; None if the key was not about it."""
    if not event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
        return None
    if event.key in LARGER:
        return min(MOST, scale + STEP)
    if event.key in SMALLER:
        return max(LEAST, scale - STEP)
    return LEAST if event.key in USUAL else None
