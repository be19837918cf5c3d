"""What the system is told about writing: that it begins or ends, and where, for input methods and screen keyboards."""

from __future__ import annotations

import pygame


def write_at(place: pygame.Rect | None) -> None:
    """Typing makes text at `place` (in units of the window) from now on, and keys repeat; None: it no longer does."""
    if not pygame.display.get_init():
        return
    if place is None:
        pygame.key.stop_text_input()
        pygame.key.set_repeat()
    else:
        pygame.key.start_text_input()
        pygame.key.set_text_input_rect(place)
        pygame.key.set_repeat(400, 40)
