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
AT_ONCE, COVERED = 1, 2  # rows laid anew in one frame; while another floor covers them

Blit = tuple[pygame.Surface, tuple[int, int]]
Corners = npt.NDArray[np.float32]
_NATIVE = pygame.Surface((1, 1), 0, 32)  # red, green and blue as a window has them: laid without a change


class Floor:
    """Keeps a strip for each row of the view, two tiles high, and lays it anew when something in it has changed.

    One strip a frame, so that no frame does it all; all at once only where the view is another and nothing covers it.
    `rest` lets go of the strips while nobody looks at them.
    """

    def __init__(self, ground: Ground, bank: Bank) -> None:
        self._ground, self._bank = ground, bank
        self._strips: dict[int, pygame.Surface] = {}
        self._view: tuple[object, ...] | None = None  # where it is seen from, and the season
        self._zoom: tuple[Season, int] | None = None
        self._rows: dict[int, object] = {}  # for each row in view what tells one state of its ground from another
        self._wet: dict[int, Corners] = {}  # ... how damp it is
        self._told: tuple[int, npt.NDArray[np.uint8] | None] | None = None  # chunks of ground, and damp, as last seen
        self._stale: set[int] = set()
        self.covered = False
        """Whether what was handed over still covers this one, which may then be laid in peace."""
        self._placed: list[Placed] = []
        self._marks: tuple[Mark, ...] = ()
        self._missing = 0
        self._blits: list[Blit] = []
        self._shades: dict[Placed, Blit] = {}  # by place on the map: shadows, ...
        self._lain: dict[Mark, Blit] = {}  # ... and what lies about

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
        *,
        hurried: bool = False,
    ) -> list[Blit]:
        """The floor, a row nearer to how it is now, or not even that if `hurried`.

        `placed` must be another list whenever anything in it has changed.
        """
        view = camera.view, season
        fresh = view != self._view
        if hurried and (self.covered or not fresh):
            return self._laid(camera)
        if fresh:
            covered = self.covered and self._view is None
            self._forget()
            self._view, self.covered = view, covered
            self._strips = {row: strip for row, strip in self._strips.items() if row in rows_in_view(camera)}
            self._ground.look(camera, season)
        self._look_at_ground(camera, season, damp)
        self._look_at_things(camera, season, placed, marks, fresh=fresh)
        if self.covered and fresh:
            return []  # the next frames lay it
        many = COVERED if self.covered else len(self._stale) if fresh else AT_ONCE
        for row in sorted(self._stale)[:many]:
            self._stale.discard(row)
            self._lay_row(camera, season, row)
        self.covered &= self.behind
        return self._laid(camera)

    def catch_up(self, camera: Camera, season: Season) -> None:
        """Lay at once all that a cover still hides, if it is known what that is."""
        if self._view is not None:
            for row in self._stale:
                self._lay_row(camera, season, row)
            self._stale, self.covered = set(), False

    def as_laid(self, camera: Camera) -> list[Blit]:
        """The floor as it was laid last, if that was for this view."""
        return self._laid(camera) if self._view and self._view[0] == camera.view else []

    def hand_over(self, camera: Camera, standing: list[tuple[pygame.Surface, tuple[float, float]]]) -> list[Blit]:
        """Give the strips away as they are, with what stands drawn on them, to be laid over others that are begun."""
        given = self._laid(camera)
        for strip, (_, top) in given:
            low = top + strip.get_height()
            within = [(image, (x, y - top)) for image, (x, y) in standing if y < low and y + image.get_height() > top]
            strip.fblits(within, pygame.BLEND_PREMULTIPLIED)
        self.rest()
        self.covered = True
        return given

    def rest(self) -> None:
        """Let go of what is shown: it is laid anew the next time."""
        self._strips = {}
        self._forget()

    def state(self, camera: Camera, season: Season, damp: npt.NDArray[np.uint8] | None) -> object:
        """What tells one state of the bare ground from another."""
        wet = None if damp is None else damp.tobytes()
        return camera.view, season, self._ground.built[season], wet

    def lay(
        self, surface: pygame.Surface, camera: Camera, season: Season, damp: npt.NDArray[np.uint8] | None
    ) -> None:
        """Cover a surface with the ground, dry or damp, before anything lies or stands on it."""
        self._ground.look(camera, season)
        for row, corners in _wet(damp, camera).items():
            y = _top(camera, row)
            self._ground.lay_row(surface, y, camera, season, row)
            _soak(surface, y, camera, corners)

    def _forget(self) -> None:
        self._view = self._told = None
        self._rows, self._stale, self.covered = {}, set(), False

    def _laid(self, camera: Camera) -> list[Blit]:
        return [(strip, (0, _top(camera, row))) for row, strip in self._strips.items()]

    def _look_at_ground(self, camera: Camera, season: Season, damp: npt.NDArray[np.uint8] | None) -> None:
        built = self._ground.built[season]
        if self._told is not None:
            if self._told[0] == built and self._told[1] is damp:
                return
            self._ground.look(camera, season)
        if self._told is None or self._told[1] is not damp:
            self._wet = _wet(damp, camera)
        self._told = built, damp
        pieces = self._ground.pieces_of(camera, season)
        rows: dict[int, object] = {row: (pieces[row], corners.tobytes()) for row, corners in self._wet.items()}
        self._stale |= {row for row, state in rows.items() if state != self._rows.get(row)}
        self._rows = rows

    def _look_at_things(
        self, camera: Camera, season: Season, placed: list[Placed], marks: tuple[Mark, ...], *, fresh: bool
    ) -> None:
        """Find out where something lies or throws a shadow that did not, or the other way round."""
        if not (fresh or self._missing or placed is not self._placed or marks is not self._marks):
            return
        self._placed, self._marks = placed, marks
        self._missing = sum(not self._bank.has_shadow(look) for look in {one.look for one in placed})
        blits = [*self.lying(camera, season, marks), *self._shadows(camera, placed)]
        top, side = camera.origin[1], PIECE * camera.tile
        for image, (_, y) in set(blits) ^ set(self._blits):
            reached = range((y - top) // side, (y - top + image.get_height() - 1) // side + 1)
            self._stale |= self._rows.keys() & reached
        self._blits = blits

    def _lay_row(self, camera: Camera, season: Season, row: int) -> None:
        strip, size = self._strips.get(row), (camera.window[0], PIECE * camera.tile)
        if strip is None or strip.get_size() != size:
            strip = self._strips[row] = pygame.Surface(size, 0, _NATIVE)
        self._ground.lay_row(strip, 0, camera, season, row)
        _soak(strip, 0, camera, self._wet[row])
        top = _top(camera, row)
        above = [(image, (x, y - top)) for image, (x, y) in self._blits if y - top < size[1]]
        strip.fblits(above, pygame.BLEND_PREMULTIPLIED)

    def _shadows(self, camera: Camera, placed: list[Placed]) -> list[Blit]:
        (left, top), tile = camera.origin, camera.tile
        shades = {}
        for one in placed:
            blit = self._shades.get(one)
            if blit is None and self._bank.has_shadow(one.look):
                image, foot_x, foot_y = self._bank.shadow(one.look)
                blit = image, (round(one.x * tile) - foot_x, round(one.y * tile) - foot_y)
            if blit:
                shades[one] = blit
        self._shades = shades
        return [(image, (left + x, top + y)) for image, (x, y) in shades.values()]

    def lying(self, camera: Camera, season: Season, marks: tuple[Mark, ...]) -> list[Blit]:
        """What lies about."""
        left, top = camera.origin
        if self._zoom != (season, camera.tile):
            self._zoom, self._shades, self._lain = (season, camera.tile), {}, {}
        self._lain = {mark: self._lain.get(mark) or self._lying(camera.tile, season, mark) for mark in marks}
        return [(image, (left + x, top + y)) for image, (x, y) in self._lain.values()]

    def _lying(self, tile: int, season: Season, mark: Mark) -> Blit:
        name = self._bank.named(mark.kind, season=season)
        natural, _ = self._bank.natural(name)
        steps = max(1, min(3, round(mark.amount * 3)))
        chance, other = lot(mark.row, mark.column, 77), lot(mark.row, mark.column, 78)
        across, down = next((free for kind, free in STRAYS.items() if mark.kind.startswith(kind)), STRAYS[""])
        look = Look(name, round(natural * (0.58 + 0.14 * steps) * tile / 40, 3), season, chance > 0.5)
        image = self._bank.frames(look)[0]
        x = (mark.column + 0.5 + across * (chance - 0.5)) * tile - image.get_width() / 2
        y = (mark.row + 0.62 + down * (other - 0.5)) * tile - image.get_height() / 2
        return image, (round(x), round(y))


def steps_of(damp: npt.NDArray[np.float32]) -> npt.NDArray[np.uint8]:
    """How damp each tile is drawn (0..1), in steps: the floor is laid anew only where one has changed."""
    return np.round(np.clip(damp, 0, 1) * DAMP_STEPS).astype(np.uint8)


def _top(camera: Camera, row: int) -> int:
    """Where on the screen a row of pieces begins."""
    return camera.origin[1] + row * PIECE * camera.tile


def _wet(damp: npt.NDArray[np.uint8] | None, camera: Camera) -> dict[int, Corners]:
    """The steps of damp at the corners of the tiles, by row of pieces; beyond the map it is as damp as at the edge."""
    in_view = rows_in_view(camera)
    if damp is None or not damp.any():
        return dict.fromkeys(in_view, np.zeros((0, 0), np.float32))
    left, tile = camera.origin[0], camera.tile
    columns = np.arange(-left // tile, (camera.window[0] - left - 1) // tile + 2)
    rows = np.arange(PIECE * in_view.start, PIECE * in_view.stop + 1)
    high, wide = damp.shape
    tiles = damp[np.clip([rows - 1, rows], 0, high - 1)][..., np.clip([columns - 1, columns], 0, wide - 1)]
    corners = tiles.mean(axis=(0, 2), dtype=np.float32)
    return {row: corners[PIECE * number : PIECE * (number + 1) + 1] for number, row in enumerate(in_view)}


def _soak(surface: pygame.Surface, y: int, camera: Camera, corners: Corners) -> None:
    """Darken a row of pieces, from `y` down, by how damp its tiles are."""
    if not corners.any():
        return
    left, tile = camera.origin[0], camera.tile
    down, across = corners.shape
    dimmed = 255 - corners.T[..., None] / DAMP_STEPS * (255 - np.array(SOAKED, np.float32))
    small = pygame.Surface((across, down), 0, _NATIVE)
    pygame.surfarray.blit_array(small, dimmed.astype(np.uint8))
    wide = pygame.transform.smoothscale(small, ((across - 1) * tile, (down - 1) * tile))  # each corner where it belongs
    surface.blit(wide, (left + -left // tile * tile, y), special_flags=pygame.BLEND_RGB_MULT)
