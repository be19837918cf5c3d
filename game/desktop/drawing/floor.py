"""The still part of the view: ground, damp, what lies about, and the shadows of everything that stands."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pygame
import pygame.surfarray

from game.desktop.drawing.camera import Camera
from game.desktop.drawing.ground import Ground
from game.desktop.drawing.layout import Placed
from game.desktop.drawing.noise import lot
from game.desktop.drawing.picture import Mark, Season
from game.desktop.drawing.sprites import Bank, Look

SOAKED = (192, 200, 206)  # the ground is multiplied by this where it is soaked
STRAYS = {
    "crust": (0.56, 0.44),
    "hyphae": (0.5, 0.4),
    "film": (0.5, 0.4),
    "crack": (0.4, 0.3),
    "earth_g": (0.7, 0.7),
    "litter": (0.6, 0.5),
    "": (0.16, 0.0),
}
"""For marks whose kind begins so: tiles over which they are spread, to the right and down."""
DAMP_STEPS = 10  # the floor is laid anew when dampness has changed by a tenth

Blit = tuple[pygame.Surface, tuple[int, int]]


class Floor:
    """Keeps two window-sized surfaces, the ground and the whole floor, and lays each anew only when it has changed.

    `rest` lets go of both while nobody looks at them.
    """

    def __init__(self, ground: Ground, bank: Bank) -> None:
        self._ground, self._bank = ground, bank
        self._surface = self._base = pygame.Surface((1, 1))
        self._stamp: object = None
        self._based: object = None
        self._tile = 0
        self._placed: list[Placed] = []
        self._missing = 0
        self._laid: dict[Placed, Blit] = {}  # shadows by place on the map

    def shown(
        self,
        camera: Camera,
        season: Season,
        placed: list[Placed],
        marks: tuple[Mark, ...],
        damp: npt.NDArray[np.float32] | None,
    ) -> pygame.Surface:
        """The floor as it is now. `placed` must be another list whenever anything in it has changed."""
        if placed is not self._placed or self._missing:
            self._missing = sum(not self._bank.has_shadow(look) for look in {one.look for one in placed})
        self._lay_base(camera, season, damp)
        stamp = (self._based, marks, self._missing)
        if stamp == self._stamp and placed is self._placed:
            return self._surface
        self._placed, self._stamp = placed, stamp
        if self._surface.get_size() != camera.window:
            self._surface = pygame.Surface(camera.window).convert()
        self._surface.blit(self._base, (0, 0))
        self._surface.fblits(self.lying(camera, season, marks), pygame.BLEND_PREMULTIPLIED)
        self._surface.fblits(self._shadows(camera, placed), pygame.BLEND_PREMULTIPLIED)
        return self._surface

    def rest(self) -> None:
        """Let go of what is shown: it is laid anew the next time."""
        self._surface = self._base = pygame.Surface((1, 1))
        self._stamp = self._based = None

    def state(self, camera: Camera, season: Season, damp: npt.NDArray[np.float32] | None) -> object:
        """What tells one state of the bare ground from another."""
        wet = None if damp is None else _steps(damp).tobytes()
        return camera.origin, camera.tile, camera.window, season, self._ground.built[season], wet

    def lay(
        self, surface: pygame.Surface, camera: Camera, season: Season, damp: npt.NDArray[np.float32] | None
    ) -> None:
        """Cover a surface with the ground, dry or damp, before anything lies or stands on it."""
        self._ground.lay(surface, camera, season)
        if damp is not None and _steps(damp).any():
            _soak(surface, camera, damp)

    def _lay_base(self, camera: Camera, season: Season, damp: npt.NDArray[np.float32] | None) -> None:
        state = self.state(camera, season, damp)
        if state == self._based:
            return
        if camera.tile != self._tile:
            self._tile, self._laid = camera.tile, {}
        if self._base.get_size() != camera.window:
            self._base = pygame.Surface(camera.window).convert()
        self.lay(self._base, camera, season, damp)
        self._based = state

    def _shadows(self, camera: Camera, placed: list[Placed]) -> list[Blit]:
        (left, top), tile = camera.origin, camera.tile
        laid = {}
        for one in placed:
            blit = self._laid.get(one)
            if blit is None and self._bank.has_shadow(one.look):
                image, foot_x, foot_y = self._bank.shadow(one.look)
                blit = image, (round(one.x * tile) - foot_x, round(one.y * tile) - foot_y)
            if blit:
                laid[one] = blit
        self._laid = laid
        return [(image, (left + x, top + y)) for image, (x, y) in laid.values()]

    def lying(self, camera: Camera, season: Season, marks: tuple[Mark, ...]) -> list[Blit]:
        """What lies about."""
        (left, top), tile = camera.origin, camera.tile
        lying = []
        for mark in marks:
            name = self._bank.named(mark.kind, season=season)
            natural, _ = self._bank.natural(name)
            steps = max(1, min(3, round(mark.amount * 3)))
            chance, other = lot(mark.row, mark.column, 77), lot(mark.row, mark.column, 78)
            across, down = next((free for kind, free in STRAYS.items() if mark.kind.startswith(kind)), STRAYS[""])
            look = Look(name, round(natural * (0.58 + 0.14 * steps) * tile / 40, 3), season, chance > 0.5)
            image = self._bank.frames(look)[0]
            x = left + (mark.column + 0.5 + across * (chance - 0.5)) * tile - image.get_width() / 2
            y = top + (mark.row + 0.62 + down * (other - 0.5)) * tile - image.get_height() / 2
            lying.append((image, (round(x), round(y))))
        return lying


def _steps(damp: npt.NDArray[np.float32]) -> npt.NDArray[np.uint8]:
    return np.round(np.clip(damp, 0, 1) * DAMP_STEPS).astype(np.uint8)


def _soak(surface: pygame.Surface, camera: Camera, damp: npt.NDArray[np.float32]) -> None:
    """Darken the view by how damp the tiles are; beyond the map it is as damp as at the edge."""
    (left, top), tile = camera.origin, camera.tile
    columns = np.arange(-left // tile - 1, (camera.window[0] - left) // tile + 2)
    rows = np.arange(-top // tile - 1, (camera.window[1] - top) // tile + 2)
    shares = np.clip(damp, 0, 1)[np.clip(rows, 0, camera.rows - 1)][:, np.clip(columns, 0, camera.columns - 1)]
    small = pygame.Surface((len(columns), len(rows))).convert()
    dimmed = 255 - shares.T[..., None] * (255 - np.array(SOAKED, np.float32))
    pygame.surfarray.blit_array(small, dimmed.astype(np.uint8))
    wide = pygame.transform.smoothscale(small, (len(columns) * tile, len(rows) * tile))
    place = left + int(columns[0]) * tile, top + int(rows[0]) * tile
    surface.blit(wide, place, special_flags=pygame.BLEND_RGB_MULT)
