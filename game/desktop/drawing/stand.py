"""Everything rooted, swaying: for each sprite the blits of all its frames, kept as long as nothing has changed."""

from __future__ import annotations

from math import sin

import numpy as np
import numpy.typing as npt
import pygame

from game.desktop.drawing.layout import Placed
from game.desktop.drawing.sprites import FRAMES, Bank

Blit = tuple[pygame.Surface, tuple[float, float]]


class Stand:
    """All that stands in one scene."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._placed: list[Placed] = []
        self._tile = 0
        self._blits: dict[Placed, list[Blit]] = {}
        self._stood: dict[object, list[Blit]] = {}  # as drawn last, by what it is and where it stands
        self._swaying: tuple[list[list[Blit]], npt.NDArray[np.float32], list[float]] | None = None

    def at(
        self, placed: list[Placed], tile: int, origin: tuple[int, int], seconds: float, calm: bool
    ) -> tuple[bool, list[Blit], list[float]]:
        """(whether all is drawn as it should be, blits, feet in tiles), the ones further up first.

        `placed` must be another list whenever anything in it has changed.
        """
        if tile != self._tile:
            self._tile, self._blits, self._stood, self._swaying = tile, {}, {}, None
        if placed is not self._placed:
            self._placed, self._swaying = placed, None
        complete, (frames, phases, feet) = self._frames()
        left, top = origin
        if calm:
            resting = [frame[FRAMES // 2] for frame in frames]
            return complete, [(image, (left + x, top + y)) for image, (x, y) in resting], feet.copy()
        gust = 0.55 + 0.45 * sin(seconds * 0.31)
        half = FRAMES / 2
        numbers = (half + (half - 0.1) * gust * np.sin(seconds * 1.7 - phases)).astype(np.int8).tolist()
        leaning = [frame[number] for frame, number in zip(frames, numbers, strict=True)]
        return complete, [(image, (left + x, top + y)) for image, (x, y) in leaning], feet.copy()

    def _frames(self) -> tuple[bool, tuple[list[list[Blit]], npt.NDArray[np.float32], list[float]]]:
        """For each sprite its blits by frame, from the map's corner; with phases and feet, in drawing order.

        What is not ready is drawn as it was before.
        """
        if self._swaying:
            return True, self._swaying
        blits = {
            one: self._blits.get(one) or self._blits_of(one) or self._stood.get(_spot(one)) for one in self._placed
        }
        shown = [(one, frames) for one, frames in blits.items() if frames]
        self._blits = {one: frames for one, frames in shown if self._bank.has(one.look)}
        self._stood = {_spot(one): frames for one, frames in shown}
        phases = np.array([one.phase for one, _ in shown], np.float32)
        result = [frames for _, frames in shown], phases, [one.y for one, _ in shown]
        complete = len(self._blits) == len(self._placed)
        if complete:
            self._swaying = result
        return complete, result

    def _blits_of(self, one: Placed) -> list[Blit]:
        """One blit a frame; none if nothing like it is ready."""
        x, y = one.x * self._tile, (one.y + 0.05) * self._tile
        images = self._bank.frames(one.look) if self._bank.has(one.look) else [self._bank.likeness(one.look)]
        blits: list[Blit] = [
            (image, (round(x - image.get_width() / 2), round(y - image.get_height()))) for image in images if image
        ]
        return blits if len(blits) == FRAMES else blits * FRAMES


def _spot(one: Placed) -> object:
    return one.of, one.x, one.y
