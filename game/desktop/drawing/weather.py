"""What drifts and falls through the air: pollen, leaves, butterflies, rain, snow. A function of time alone."""

from __future__ import annotations

from math import sin

import numpy as np
import pygame

from game.desktop.drawing.noise import scattered
from game.desktop.drawing.picture import Season
from game.desktop.drawing.sprites import Bank, Look

Blit = tuple[pygame.Surface, tuple[float, float]]
RAIN_LIGHT = (222, 230, 240)  # the view is multiplied by this in full rain
PER_VIEW = {"pollen": 46, "leaf": 12, "butterfly": 3, "rain": 170, "flake": 150}  # at 1280 x 720
AREA = 1280 * 720
FEW = 40  # leaves and butterflies there may be: each is worked out for itself


class Air:
    """Draws the air over the whole view. Without motion everything hangs still where it is at second 0."""

    def __init__(self, bank: Bank, seed: int) -> None:
        self._bank = bank
        self._x, self._y, self._phase, self._pace = scattered(np.arange(4)[:, None], np.arange(1200)[None], seed + 404)
        few = (each[:FEW].tolist() for each in (self._x, self._y, self._phase, self._pace))
        self._each = list(zip(*few, strict=True))
        self._small: dict[object, pygame.Surface] = {}

    def drifting(self, seconds: float, season: Season, view: tuple[int, int], scale: float) -> list[Blit]:
        """Pollen in spring and summer, leaves in autumn, a few butterflies while it is warm."""
        blits: list[Blit] = []
        if season in ("spring", "summer"):
            count = self._count("pollen", view)
            x = self._x[:count] * view[0] + seconds * 13 * (0.5 + self._pace[:count])
            y = self._y[:count] * view[1] + 12 * np.sin(seconds * 0.6 + self._phase[:count] * 12)
            grain = self._dot(max(3, round(5 * scale)), (255, 244, 190), 190)
            wide = (x + 10 * np.sin(seconds * 0.8 + self._phase[:count] * 6)) % view[0]
            blits += [(grain, place) for place in zip(wide.tolist(), y.tolist(), strict=True)]
            blits += self._butterflies(seconds, view, scale)
        elif season == "autumn":
            blits += self._leaves(seconds, view, scale)
        return blits

    def falling(self, seconds: float, rain: float, snow: float, view: tuple[int, int], scale: float) -> list[Blit]:
        """Streaks of rain and flakes of snow, as many as their share (0..1) says."""
        blits: list[Blit] = []
        if rain > 0:
            count = int(self._count("rain", view) * min(1.0, rain))
            fall = (self._y[:count] + seconds * (1.25 + 0.5 * self._pace[:count])) % 1
            x = (self._x[:count] * (view[0] + 160) - fall * 130) % (view[0] + 60) - 30
            streak = self._streak(scale)
            blits += [(streak, place) for place in zip(x.tolist(), (fall * (view[1] + 40) - 30).tolist(), strict=True)]
        if snow > 0:
            count = int(self._count("flake", view) * min(1.0, snow))
            fall = (self._y[:count] + seconds * (0.06 + 0.05 * self._pace[:count])) % 1
            x = self._x[:count] * view[0] + 18 * np.sin(seconds * 0.7 + self._phase[:count] * 6.3)
            flakes = [self._dot(max(2, round(size * scale)), (255, 255, 255), 225) for size in (3, 5, 7)]
            places = zip(x.tolist(), (fall * (view[1] + 20) - 10).tolist(), strict=True)
            blits += [(flakes[number % 3], place) for number, place in enumerate(places)]
        return blits

    def looks(self, season: Season, scale: float) -> list[Look]:
        """Every look of what drifts in a season."""
        if season == "autumn":
            return [_leaf(number, scale, turned) for number in (0, 1) for turned in (False, True)]
        if season == "winter":
            return []
        wings = [(number, wing, east) for number in range(3) for wing in "ab" for east in (False, True)]
        return [_butterfly(number, scale, wing, east) for number, wing, east in wings]

    def _butterflies(self, seconds: float, view: tuple[int, int], scale: float) -> list[Blit]:
        blits: list[Blit] = []
        for number in range(self._count("butterfly", view)):
            phase, pace = self._each[number][2] * 40, 0.5 + 0.4 * self._each[number][3]
            x = view[0] * (0.5 + 0.46 * sin(seconds * 0.11 * pace + phase)) + 22 * sin(seconds * 1.3 + phase)
            y = view[1] * (0.5 + 0.40 * sin(seconds * 0.17 * pace + 2.1 * phase)) + 16 * sin(seconds * 2.3 + phase)
            wing = "a" if sin(seconds * 9 * pace + phase) > -0.2 else "b"
            east = sin((seconds + 0.1) * 0.11 * pace + phase) > sin(seconds * 0.11 * pace + phase)
            blits.append((self._bank.frames(_butterfly(number, scale, wing, east))[0], (x, y)))
        return blits

    def _leaves(self, seconds: float, view: tuple[int, int], scale: float) -> list[Blit]:
        blits: list[Blit] = []
        images = [[self._bank.frames(_leaf(number, scale, turned))[0] for turned in (False, True)] for number in (0, 1)]
        for number, (left, top, phase, pace) in enumerate(self._each[: self._count("leaf", view)]):
            phase, pace = phase * 6.3, 0.5 + pace
            fall = (top + seconds * 0.045 * pace) % 1
            drift = seconds * 22 * pace + 40 * sin(seconds * 0.9 * pace + phase)
            turned = sin(seconds * 1.4 * pace + phase) > 0
            place = (left * view[0] + drift) % view[0], fall * (view[1] + 40) - 20
            blits.append((images[number % 2][turned], place))
        return blits

    def _count(self, what: str, view: tuple[int, int]) -> int:
        return round(PER_VIEW[what] * min(2.5, view[0] * view[1] / AREA) ** 0.7)

    def _dot(self, size: int, colour: tuple[int, int, int], alpha: int) -> pygame.Surface:
        dot = self._small.get((size, colour))
        if dot is None:
            large = pygame.Surface((8 * size, 8 * size), pygame.SRCALPHA)
            pygame.draw.circle(large, (*colour, alpha), (4 * size, 4 * size), 4 * size)
            dot = self._small[size, colour] = pygame.transform.smoothscale(large.premul_alpha(), (size, size))
        return dot

    def _streak(self, scale: float) -> pygame.Surface:
        streak = self._small.get(("streak", scale))
        if streak is None:
            width, height = max(3, round(4 * scale)), round(20 * scale)
            streak = pygame.Surface((width + 3, height), pygame.SRCALPHA)
            for part in range(12):
                start, end = part / 12, (part + 1) / 12
                ends = (width * (1 - start) + 1, height * start), (width * (1 - end) + 1, height * end)
                pygame.draw.line(streak, (240, 248, 255, 30 + 14 * part), *ends, max(1, round(1.6 * scale)))
            streak = self._small["streak", scale] = streak.premul_alpha()
        return streak


def _butterfly(number: int, scale: float, wing: str, east: bool) -> Look:
    colour = ("#F0913A", "#F2E6C0", "#6FA8D8")[number % 3]
    return Look(f"butterfly_{wing}", round(0.5 * scale, 3), flip=not east, colour=colour)


def _leaf(number: int, scale: float, turned: bool) -> Look:
    return Look(f"leaf_{number}", round(0.62 * scale, 3), "autumn", turned)
