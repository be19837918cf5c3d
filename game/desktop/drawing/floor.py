"""The still part of the view: ground, damp, what lies about, and the shadows of everything that stands."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pygame

from game.desktop.drawing.camera import Camera
from game.desktop.drawing.ground import Ground
from game.desktop.drawing.layout import Placed
from game.desktop.drawing.noise import scattered
from game.desktop.drawing.picture import Mark, Season
from game.desktop.drawing.sprites import Bank, Look
from game.desktop.drawing.workshop import Workshop

DAMP, DAMP_ALPHA = (34, 44, 52), 64  # the darkening of soaked ground
DAMP_STEPS = 10
FADE = 3  # tiles over which dampness fades beyond the map


class Floor:
    """Keeps one window-sized surface and lays it anew only when something on it has changed."""

    def __init__(self, ground: Ground, bank: Bank, workshop: Workshop) -> None:
        self._ground, self._bank, self._workshop = ground, bank, workshop
        self._surface = pygame.Surface((1, 1))
        self._stamp: object = None
        self._damp: tuple[object, pygame.Surface] | None = None

    def shown(
        self,
        camera: Camera,
        season: Season,
        placed: list[Placed],
        marks: tuple[Mark, ...],
        damp: npt.NDArray[np.float32] | None,
    ) -> pygame.Surface:
        """The floor as it is now. `placed` and `marks` must be the same objects as long as they are unchanged."""
        wet = self._dampness(camera, damp)
        shadows = [one.look for one in placed]
        missing = self._ask(shadows)
        stamp = (camera.origin, camera.tile, camera.window, season, self._ground.built, id(placed), marks, id(wet), missing)
        if stamp == self._stamp:
            return self._surface
        if self._surface.get_size() != camera.window:
            self._surface = pygame.Surface(camera.window)
        self._ground.lay(self._surface, camera, season)
        if wet:
            left, top = camera.origin
            self._surface.blit(wet, (left - FADE * camera.tile, top - FADE * camera.tile))
        self._surface.fblits(self._lying(camera, season, marks), pygame.BLEND_PREMULTIPLIED)
        self._surface.fblits(self._shadows(camera, placed), pygame.BLEND_PREMULTIPLIED)
        self._stamp = stamp
        self._held = placed  # its id is part of the stamp
        return self._surface

    def _ask(self, looks: Iterable[Look]) -> int:
        """Ask for shadows that are not ready; how many those are."""
        missing = {look for look in set(looks) if not self._bank.has_shadow(look)}
        for look in missing:
            self._workshop.ask(("shadow", look), lambda look=look: self._bank.shadow(look), 4)  # type: ignore[misc]
        return len(missing)

    def _shadows(self, camera: Camera, placed: list[Placed]) -> list[tuple[pygame.Surface, tuple[int, int]]]:
        (left, top), tile = camera.origin, camera.tile
        laid = []
        for one in placed:
            if self._bank.has_shadow(one.look):
                image, foot_x, foot_y = self._bank.shadow(one.look)
                laid.append((image, (round(left + one.x * tile) - foot_x, round(top + one.y * tile) - foot_y)))
        return laid

    def _lying(
        self, camera: Camera, season: Season, marks: tuple[Mark, ...]
    ) -> list[tuple[pygame.Surface, tuple[int, int]]]:
        (left, top), tile = camera.origin, camera.tile
        lying = []
        for mark in marks:
            name = self._bank.named(mark.kind, season=season)
            natural, _ = self._bank.natural(name)
            steps = max(1, min(3, round(mark.amount * 3)))
            lot = float(scattered(np.array([mark.row]), np.array([mark.column]), 77)[0])
            look = Look(name, round(natural * (0.58 + 0.14 * steps) * tile / 40, 3), season, lot > 0.5)
            image = self._bank.frames(look)[0]
            x = left + (mark.column + 0.42 + 0.16 * lot) * tile - image.get_width() / 2
            y = top + (mark.row + 0.62) * tile - image.get_height() / 2
            lying.append((image, (round(x), round(y))))
        return lying

    def _dampness(self, camera: Camera, damp: npt.NDArray[np.float32] | None) -> pygame.Surface | None:
        if damp is None:
            return None
        steps = np.round(np.clip(damp, 0, 1) * DAMP_STEPS).astype(np.uint8)
        key = (camera.tile, steps.tobytes())
        if self._damp and self._damp[0] == key:
            return self._damp[1]
        wide = np.pad(steps, FADE, mode="edge").astype(np.float32) / DAMP_STEPS
        for side in range(FADE):
            fade = side / FADE
            for edge in (wide[side], wide[-1 - side], wide[:, side], wide[:, -1 - side]):
                np.minimum(edge, edge * fade, out=edge)
        small = pygame.Surface(wide.shape[::-1], pygame.SRCALPHA, 32)
        small.fill(DAMP)
        alpha = pygame.surfarray.pixels_alpha(small)
        alpha[:] = (wide.T * DAMP_ALPHA).astype(np.uint8)
        del alpha
        size = small.get_width() * camera.tile, small.get_height() * camera.tile
        self._damp = (key, pygame.transform.smoothscale(small, size))
        return self._damp[1]
