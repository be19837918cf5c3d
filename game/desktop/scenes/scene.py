"""What a scene is."""

from __future__ import annotations

from math import inf

import pygame


class Scene:
    """Fills the window while `App` shows it. This one does nothing: scenes say only what they do differently."""

    name = ""
    """One word for the trace."""
    rests_after = inf
    """Seconds at ease, untouched, after which wind and wings move but four times a second."""

    @property
    def still(self) -> bool:
        """True while nothing moves by itself: the app then draws only after events, and sleeps."""
        return False

    @property
    def at_ease(self) -> bool:
        """True while only wind and wings move: a few frames a second will do until the player does something."""
        return False

    def handle(self, event: pygame.Event) -> None:
        """One event that the app itself has no use for."""

    def step(self, seconds: float) -> None:
        """Real time has passed since the last frame."""

    def draw(self, surface: pygame.Surface) -> None:
        """Cover `surface`, the whole window."""

    def leave(self) -> None:
        """Another scene comes, or the game ends: save what is worth saving, stop what runs in the background."""
