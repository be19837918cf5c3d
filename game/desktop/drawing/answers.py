"""What is seen of a thing done: motes that travel once, tiles that breathe once."""

from __future__ import annotations

import pygame

from game.desktop.drawing import light
from game.desktop.drawing.camera import Camera
from game.desktop.drawing.picture import Flow
from game.desktop.drawing.sprites import Bank

Blit = tuple[pygame.Surface, tuple[float, float]]


class Answers:
    """All that have not yet passed; times are seconds of the painter's clock."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._sent: list[tuple[Flow, float]] = []
        self._breaths: list[tuple[int, int, float]] = []

    def __bool__(self) -> bool:
        return bool(self._sent or self._breaths)

    def send(self, flow: Flow, now: float) -> None:
        """Let one mote travel."""
        self._sent.append((flow, now))

    def breathe(self, column: int, row: int, now: float) -> None:
        """Let a tile breathe."""
        self._breaths.append((column, row, now))

    def at(self, camera: Camera, now: float, calm: bool) -> list[Blit]:
        """As they are to be drawn now."""
        blits: list[Blit] = []
        self._sent = [(flow, since) for flow, since in self._sent if 0 <= now - since < light.TRAVEL]
        for flow, since in self._sent:
            share = (now - since) / light.TRAVEL
            blits.append(light.mote(self._bank, camera, flow, 1.0 if calm else share * share * (3 - 2 * share)))
        self._breaths = [one for one in self._breaths if 0 <= now - one[2] < light.BREATH]
        for column, row, since in self._breaths:
            blits += light.breath(camera, column, row, now - since, calm)
        return blits
