"""The still part of the view: ground, damp, what lies about, and the shadows of everything that stands."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pygame
import pygame.surfarray

from game.desktop.drawing.camera import Camera
from game.desktop.drawing.ground import PIECE, Ground, rows_in_view
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
DAMP_STEPS = 10
AT_ONCE, COVERED = 1, 3  # rows laid anew in one frame; while another floor covers them

Blit = tuple[pygame.Surface, tuple[int, int]]


class Floor:
    """Keeps one window-sized surface, and lays a row of it anew, two tiles high, when something in it has changed.

    One row a frame, so that no frame does it all; all at once only where the view is another and nothing covers it.
    `rest` lets go of the surface while nobody looks at it.
    """

    def __init__(self, ground: Ground, bank: Bank) -> None:
        self._ground, self._bank = ground, bank
        self._surface = pygame.Surface((1, 1)).convert()
        self._view: tuple[object, ...] | None = None  # origin, pixels a tile, window, season
        self._tile = 0
        self._rows: dict[int, object] = {}  # for each row in view what tells one state of its ground from another
        self._told: tuple[int, npt.NDArray[np.uint8] | None] | None = None  # chunks of ground, and damp, as last seen
        self._stale: set[int] = set()
        self.covered = False
        """Whether what was handed over still covers this one, which may then be laid in peace."""
        self._placed: list[Placed] = []
        self._marks: tuple[Mark, ...] = ()
        self._missing = 0
        self._lying: list[Blit] = []
        self._blits: list[Blit] = []
        self._laid: dict[Placed, Blit] = {}  # shadows by place on the map

    @property
    def behind(self) -> bool:
        """Whether some rows are still to be laid anew."""
        return bool(self._stale)

    def shown(
        self,
        camera: Camera,
        season: Season,
        placed: list[Placed],
        marks: tuple[Mark, ...],
        damp: npt.NDArray[np.uint8] | None,
    ) -> pygame.Surface:
        """The floor, a row nearer to how it is now. `placed` must be another list whenever anything in it has changed.
        """
        view = camera.origin, camera.tile, camera.window, season
        fresh = view != self._view
        if fresh:
            covered = self.covered and self._view is None
            self._forget()
            self._view, self.covered = view, covered
            if self._surface.get_size() != camera.window:
                self._surface = pygame.Surface(camera.window, 0, self._surface)  # `convert` would fill it twice
            self._ground.look(camera, season)
        self._look_at_ground(camera, season, damp)
        self._look_at_things(camera, season, placed, marks, fresh=fresh)
        many = COVERED if self.covered else len(self._stale) if fresh else AT_ONCE
        for row in sorted(self._stale)[:many]:
            self._stale.discard(row)
            self._lay_row(camera, season, row, damp)
        self.covered &= self.behind
        return self._surface

    def as_laid(self, camera: Camera) -> pygame.Surface | None:
        """The floor as it was laid last, if that was for this view."""
        return self._surface if self._view and self._view[:3] == (camera.origin, camera.tile, camera.window) else None

    def hand_over(self) -> pygame.Surface:
        """Give the surface away as it is, to be laid over another that is begun."""
        given = self._surface
        self.rest()
        self.covered = True
        return given

    def rest(self) -> None:
        """Let go of what is shown: it is laid anew the next time."""
        self._surface = pygame.Surface((1, 1), 0, self._surface)
        self._forget()

    def state(self, camera: Camera, season: Season, damp: npt.NDArray[np.uint8] | None) -> object:
        """What tells one state of the bare ground from another."""
        wet = None if damp is None else damp.tobytes()
        return camera.origin, camera.tile, camera.window, season, self._ground.built[season], wet

    def lay(
        self, surface: pygame.Surface, camera: Camera, season: Season, damp: npt.NDArray[np.uint8] | None
    ) -> None:
        """Cover a surface with the ground, dry or damp, before anything lies or stands on it."""
        self._ground.look(camera, season)
        for row in rows_in_view(camera):
            self._ground.lay_row(surface, camera, season, row)
            _soak(surface, camera, damp, row)

    def _forget(self) -> None:
        self._view = self._told = None
        self._rows, self._stale, self.covered = {}, set(), False

    def _look_at_ground(self, camera: Camera, season: Season, damp: npt.NDArray[np.uint8] | None) -> None:
        built = self._ground.built[season]
        if self._told is not None:
            if self._told[0] == built and self._told[1] is damp:
                return
            self._ground.look(camera, season)
        self._told = built, damp
        rows: dict[int, object] = {}
        for row in rows_in_view(camera):
            rows[row] = self._ground.pieces_of(camera, season, row), _wet(damp, camera, row).tobytes()
            if rows[row] != self._rows.get(row):
                self._stale.add(row)
        self._rows = rows

    def _look_at_things(
        self, camera: Camera, season: Season, placed: list[Placed], marks: tuple[Mark, ...], *, fresh: bool
    ) -> None:
        """Find out where something lies or throws a shadow that did not, or the other way round."""
        if not (fresh or self._missing or placed is not self._placed or marks is not self._marks):
            return
        if fresh or marks is not self._marks:
            self._marks, self._lying = marks, self.lying(camera, season, marks)
        self._placed = placed
        self._missing = sum(not self._bank.has_shadow(look) for look in {one.look for one in placed})
        blits = [*self._lying, *self._shadows(camera, placed)]
        top, side = camera.origin[1], PIECE * camera.tile
        for image, (_, y) in set(blits) ^ set(self._blits):
            reached = range((y - top) // side, (y - top + image.get_height() - 1) // side + 1)
            self._stale |= self._rows.keys() & reached
        self._blits = blits

    def _lay_row(self, camera: Camera, season: Season, row: int, damp: npt.NDArray[np.uint8] | None) -> None:
        surface, side = self._surface, PIECE * camera.tile
        self._ground.lay_row(surface, camera, season, row)
        _soak(surface, camera, damp, row)
        surface.set_clip((0, camera.origin[1] + row * side, camera.window[0], side))
        surface.fblits(self._blits, pygame.BLEND_PREMULTIPLIED)
        surface.set_clip(None)

    def _shadows(self, camera: Camera, placed: list[Placed]) -> list[Blit]:
        (left, top), tile = camera.origin, camera.tile
        if tile != self._tile:
            self._tile, self._laid = tile, {}
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


def steps_of(damp: npt.NDArray[np.float32]) -> npt.NDArray[np.uint8]:
    """How damp each tile is drawn (0..1), in steps: the floor is laid anew only where one has changed."""
    return np.round(np.clip(damp, 0, 1) * DAMP_STEPS).astype(np.uint8)


def _wet(damp: npt.NDArray[np.uint8] | None, camera: Camera, row: int) -> npt.NDArray[np.float32]:
    """The steps of damp at the corners of the tiles in a row of pieces; beyond the map it is as damp as at the edge."""
    if damp is None or not damp.any():
        return np.zeros((0, 0), np.float32)
    left, tile = camera.origin[0], camera.tile
    columns = np.arange(-left // tile, (camera.window[0] - left - 1) // tile + 2)
    rows = np.arange(PIECE * row, PIECE * (row + 1) + 1)
    high, wide = damp.shape
    tiles = damp[np.clip([rows - 1, rows], 0, high - 1)][..., np.clip([columns - 1, columns], 0, wide - 1)]
    corners: npt.NDArray[np.float32] = tiles.mean(axis=(0, 2), dtype=np.float32)
    return corners


def _soak(surface: pygame.Surface, camera: Camera, damp: npt.NDArray[np.uint8] | None, row: int) -> None:
    """Darken a row of pieces by how damp its tiles are."""
    corners = _wet(damp, camera, row)
    if not corners.any():
        return
    (left, top), tile = camera.origin, camera.tile
    down, across = corners.shape
    dimmed = 255 - corners.T[..., None] / DAMP_STEPS * (255 - np.array(SOAKED, np.float32))
    small = pygame.Surface((across, down)).convert()
    pygame.surfarray.blit_array(small, dimmed.astype(np.uint8))
    wide = pygame.transform.smoothscale(small, ((across - 1) * tile, (down - 1) * tile))  # each corner where it belongs
    place = left + -left // tile * tile, top + row * PIECE * tile
    surface.blit(wide, place, special_flags=pygame.BLEND_RGB_MULT)
