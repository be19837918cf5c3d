"""The ground in chunks of 8 x 8 tiles, built in the background; of each only the pieces in view are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial

import numpy as np
import pygame
import pygame.surfarray

from game.desktop.drawing.camera import Camera
from game.desktop.drawing.palette import HAZE, rgb
from game.desktop.drawing.picture import Season
from game.desktop.drawing.scatter import finds
from game.desktop.drawing.sketch import TILES, Sketch
from game.desktop.drawing.sprites import Bank, Look
from game.desktop.drawing.terrain import Land
from game.desktop.drawing.workshop import Workshop

PIECE = 2  # tiles
CHUNK = TILES
Key = tuple[Season, int, int, int]
"""Season, pixels a tile, column and row: of a piece, counted in pieces, or of a chunk, counted in chunks."""
VIEWS = 4  # lists of what is in view, kept: the coming season's is asked for every frame
TALL = 3  # tiles from its foot that the tallest of what is baked in can reach, shadow and all
HAZED = 0.3  # how far what stands outside the map fades into haze
REACH = 2  # tiles around a tile that look otherwise when it changes


def rows_in_view(camera: Camera) -> range:
    """The rows of pieces that a window shows some of."""
    side, top = PIECE * camera.tile, camera.origin[1]
    return range(-top // side, (camera.window[1] - 1 - top) // side + 1)


def _larger(camera: Camera) -> bool:
    """Whether the map is larger than the window, so that one can move about in it."""
    width, height = camera.window
    return camera.columns * camera.tile > width or camera.rows * camera.tile > height


class Ground:
    """Lays the visible pieces onto a surface and asks the workshop for the chunks of those that are missing."""

    def __init__(self, land: Land, bank: Bank, workshop: Workshop) -> None:
        self.land, self._bank, self._workshop = land, bank, workshop
        self._sketch = Sketch(land)
        self._pieces: dict[Key, pygame.Surface] = {}
        self._outdated: dict[Key, pygame.Surface] = {}
        self._views: dict[object, list[Key]] = {}
        self._whole: tuple[Season, int] | None = None  # season and zoom of what was last laid without a gap
        self._shown: list[Key] = []
        self._coming: list[Key] = []  # of the season that is being made; none once it is laid
        self.built: Counter[Season] = Counter()  # chunks finished so far: whoever shows the ground compares it

    def renew(self, land: Land, changed: Iterable[tuple[int, int]]) -> None:
        """Take a land of which some tiles (column, row) have changed: what lies there is built anew."""
        self.land, self._sketch = land, Sketch(land)
        touched = {
            ((column + right) // PIECE, (row + down) // PIECE)
            for column, row in changed
            for right in range(-REACH, REACH + 1)
            for down in range(-REACH, REACH + 1)
        }
        for key in [key for key in list(self._pieces) if key[2:] in touched]:
            self._outdated[key] = self._pieces.pop(key)

    def ready(self, camera: Camera, season: Season) -> bool:
        """Whether every piece in view is there; those missing are asked for, and kept until the season is laid.

        Where the whole map is in view each piece of a coming season takes the place of the present one's: what is laid
        stays as it is meanwhile. Where one can move about both are kept, or patches of the coming season would be seen.
        """
        self._coming = self._in_view(camera, season)
        of_use = {season, *(key[0] for key in self._shown[:1])}
        for key in list(self._pieces):
            if key[0] not in of_use:  # at 8x a season may be over before its ground is made
                self._pieces.pop(key, None)
        missing = [key for key in self._coming if key not in self._pieces]
        self._ask(missing)
        if self._shown and self._shown[0][0] != season and not _larger(camera):
            for key in self._coming:
                if key in self._pieces:
                    self._pieces.pop((self._shown[0][0], *key[1:]), None)
        return not missing

    def look(self, camera: Camera, season: Season) -> None:
        """Ask for the pieces in view that are missing, and let go of those that are of no more use."""
        keys = self._shown = self._in_view(camera, season)
        if self._coming and self._coming[0][0] == season:
            self._coming = []
        missing = [key for key in keys if key not in self._pieces]
        if not self._coming:
            self._ask(missing)
        if not missing:
            self._outdated.clear()
            self._whole = keys[0][:2]
        safe = {*keys, *self._coming}
        for key in self._pieces.keys() - safe:
            if not missing or key[:2] != self._whole or key[0] != season:
                del self._pieces[key]

    def pieces_of(self, camera: Camera, season: Season) -> dict[int, list[int]]:
        """Which surfaces are the pieces of each row: others, or 0 where one is missing, if it looks otherwise."""
        rows: dict[int, list[int]] = {row: [] for row in rows_in_view(camera)}
        for key in self._in_view(camera, season):
            if key[3] in rows:
                rows[key[3]].append(id(self._pieces.get(key) or self._outdated.get(key)))
        return rows

    def lay_row(self, surface: pygame.Surface, y: int, camera: Camera, season: Season, row: int) -> None:
        """Draw a row of pieces, from `y` down; where one is missing, something like it."""
        side, left = PIECE * camera.tile, camera.origin[0]
        for key in self._in_view(camera, season):
            if key[3] != row:
                continue
            surface.blit(self._pieces.get(key) or self._likeness(key), (left + key[2] * side, y))

    def _in_view(self, camera: Camera, season: Season) -> list[Key]:
        """The pieces in view, those in the middle of the map first; and those around them where one can move about."""
        view = camera.view, season
        if view not in self._views:
            side, (left, top), (width, height) = PIECE * camera.tile, camera.origin, camera.window
            more = side if _larger(camera) else 0
            across = range((-left - more) // side, (width - 1 - left + more) // side + 1)
            down = range((-top - more) // side, (height - 1 - top + more) // side + 1)
            middle = ((camera.columns / PIECE - 1) / 2, (camera.rows / PIECE - 1) / 2)
            keys: list[Key] = [(season, camera.tile, column, row) for row in down for column in across]
            keys.sort(key=lambda key: abs(key[2] - middle[0]) + abs(key[3] - middle[1]))
            self._views = {**(self._views if len(self._views) < VIEWS else {}), view: keys}
        return self._views[view]

    def _ask(self, missing: list[Key]) -> None:
        """Have the chunks of these pieces sketched and built, those in the middle first."""
        apart = CHUNK // PIECE
        chunks = [(season, tile, column // apart, row // apart) for season, tile, column, row in missing]
        for key in dict.fromkeys(chunks):
            square = key[0], *key[2:]
            if not self._sketch.has(*square):
                self._workshop.ask(("sketch", id(self), square), partial(self._sketch.square, *square), 1)
            self._workshop.ask(("chunk", id(self), key), partial(self._build, key), 3)

    def _likeness(self, key: Key) -> pygame.Surface:
        """Something like a piece that is not there: as it was, at another zoom, or in outline."""
        if key in self._outdated:
            return self._outdated[key]
        season, tile, column, row = key
        for zoom in {other[1] for other in list(self._pieces) if other[0] == season} - {tile}:
            other = self._pieces.get((season, zoom, column, row))
            if other is not None:
                return pygame.transform.scale(other, (PIECE * tile, PIECE * tile))
        return self._sketch.cut(season, column * PIECE, row * PIECE, PIECE, tile)

    def _hazy(self, look: Look) -> pygame.Surface:
        """A drawing as pale as the land outside the map."""
        image = self._bank.frames(look)[0].copy()
        cover = pygame.surfarray.array_alpha(image)[..., None] * np.float32(HAZED / 255)
        pixels = pygame.surfarray.pixels3d(image)
        pixels[:] = pixels * np.float32(1 - HAZED) + cover * np.array(rgb(HAZE[look.season]), np.float32)
        return image

    def _build(self, key: Key) -> None:
        season, tile, column, row = key
        apart, side = CHUNK // PIECE, PIECE * tile
        wanted = {*self._shown, *self._coming}
        places = [(right, down) for down in range(apart) for right in range(apart)]
        pieces = {(season, tile, column * apart + right, row * apart + down): (right * side, down * side, side, side)
                  for right, down in places}
        missing = [piece for piece in pieces if piece in wanted and piece not in self._pieces]
        if not missing:
            return
        left, top, land = column * CHUNK, row * CHUNK, self.land
        surface = land.piece(left, top, CHUNK, tile, season)
        shadows, standing = [], []
        for find in finds(land, left - TALL, top - TALL, CHUNK + 2 * TALL, season):
            scale = round(round(find.size / 0.15) * 0.15 * tile / 40, 3)
            look = Look(self._bank.named(find.sprite, season=season), scale, season, find.flip)
            image, (x, y) = self._bank.frames(look)[0], ((find.x - left) * tile, (find.y - top) * tile)
            if find.far:
                shadow, foot_x, foot_y = self._bank.shadow(look)
                shadows.append((shadow, (x - foot_x, y - foot_y)))
                image = self._hazy(look)
            standing.append((image, (x - image.get_width() / 2, y - image.get_height())))
        surface.fblits([*shadows, *standing], pygame.BLEND_PREMULTIPLIED)
        if land is not self.land:
            return  # it has changed meanwhile, and will be asked for again
        for piece in missing:
            self._pieces[piece] = surface.subsurface(pieces[piece]).copy()
        self.built[season] += 1
