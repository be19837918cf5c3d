"""An old view that fades out over the new one."""

from __future__ import annotations

import pygame

Blit = tuple[pygame.Surface, tuple[int, int]]


class Fade:
    """Over as soon as it has lasted as long as it should."""

    def __init__(self) -> None:
        self._old: list[Blit] = []
        self._since = self._lasts = 0.0
        self._view: object = None

    def __bool__(self) -> bool:
        return bool(self._old)

    def begin(self, old: list[Blit], view: object, seconds: float, lasts: float) -> None:
        """`old` covers the view and fades from now on, a clock's `seconds`, for as many as it `lasts`."""
        self._old, self._view, self._since, self._lasts = old, view, seconds, lasts

    def end(self) -> None:
        """Show nothing of the old view any longer."""
        self._old = []

    def cover(self, surface: pygame.Surface, seconds: float) -> None:
        """Draw the old view alone; it begins to fade only after this."""
        self._since = seconds
        surface.fblits(self._old)

    def draw(self, surface: pygame.Surface, view: object, seconds: float) -> None:
        """Draw as much of the old view as is still to be seen; nothing over another `view` than it is of."""
        share = (seconds - self._since) / self._lasts if self._old and view == self._view else 1.0
        alpha = round(255 * (1 - share * share * (3 - 2 * share))) if 0 <= share < 1 else 0
        if not alpha:
            self.end()
            return
        for image, _ in self._old:
            image.set_alpha(alpha if alpha < 255 else None)  # SDL takes 10 ms to blend with all of it
        surface.fblits(self._old)
