"""The ground in chunks of 8 x 8 tiles, built in the background, kept for each season and zoom."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable

import numpy as np
import pygame
import pygame.surfarray

from game.desktop.drawing.camera import Camera
from game.desktop.drawing.palette import GROUND, HAZE, rgb
from game.desktop.drawing.picture import MEADOW, Season
from game.desktop.drawing.scatter import finds
from game.desktop.drawing.sprites import Bank, Look
from game.desktop.drawing.terrain import Land
from game.desktop.drawing.workshop import Workshop

CHUNK = 8  # tiles
SPARE = 1  # chunks kept beside those in view, for whoever moves the map a little and back
Key = tuple[Season, int, int, int]
TALL = 3  # tiles from its foot that the tallest of what is baked in can reach, shadow and all
HAZED = 0.3  # how far what stands outside the map fades into haze
REACH = 2  # tiles around a tile that look otherwise when it changes


class Ground:
    """Lays the visible chunks onto a surface and asks the workshop for those that are missing."""

    def __init__(self, land: Land, bank: Bank, workshop: Workshop) -> None:
        self.land, self._bank, self._workshop = land, bank, workshop
        self._chunks: OrderedDict[Key, pygame.Surface] = OrderedDict()
        self._likenesses: dict[Key, pygame.Surface] = {}
        self._outdated: dict[Key, pygame.Surface] = {}
        self._coming: Season | None = None
        self.built = 0  # chunks finished so far: whoever shows the ground compares it

    def renew(self, land: Land, changed: Iterable[tuple[int, int]]) -> None:
        """Take a land of which some tiles (column, row) have changed: what lies there is built anew."""
        self.land = land
        touched = {
            ((column + right) // CHUNK, (row + down) // CHUNK)
            for column, row in changed
            for right in (-REACH, 0, REACH)
            for down in (-REACH, 0, REACH)
        }
        for key in [key for key in self._chunks if key[2:] in touched]:
            self._outdated[key] = self._chunks.pop(key)

    def ready(self, camera: Camera, season: Season) -> bool:
        """Whether every chunk in view is there; those missing are asked for, and kept until the season is laid."""
        self._coming = season
        missing = [key for key in self._in_view(camera, season) if key not in self._chunks]
        for key in missing:
            self._ask(key)
        return not missing

    def lay(self, surface: pygame.Surface, camera: Camera, season: Season) -> None:
        """Draw the ground; where a chunk is missing, the same place at another zoom or season, or flat meadow."""
        tile, (left, top) = camera.tile, camera.origin
        keys = self._in_view(camera, season)
        for key in keys:
            chunk = self._chunks.get(key)
            place = left + key[2] * CHUNK * tile, top + key[3] * CHUNK * tile
            if chunk:
                self._chunks.move_to_end(key)
            else:
                self._ask(key)
                chunk = self._likeness(key)
            if chunk:
                surface.blit(chunk, place)
            else:
                surface.fill(rgb(GROUND[season][MEADOW][1]), (*place, CHUNK * tile, CHUNK * tile))
        if all(key in self._chunks for key in keys):
            self._likenesses.clear()
            self._outdated.clear()
            self._drop(keys, camera)

    def _drop(self, shown: list[Key], camera: Camera) -> None:
        """Once a season is laid, forget the one before it; what is in view of this and of the coming one stays."""
        if self._coming == shown[0][0]:
            self._coming = None
        coming = self._in_view(camera, self._coming) if self._coming else []
        safe = {*shown, *coming}
        others = [key for key in self._chunks if key not in safe]
        spare = SPARE if self._coming is None else 0
        for key in others[: max(0, len(others) - spare)]:
            del self._chunks[key]

    def _in_view(self, camera: Camera, season: Season) -> list[Key]:
        side, (left, top) = CHUNK * camera.tile, camera.origin
        width, height = camera.window
        across = range(-left // side, (width - 1 - left) // side + 1)
        down = range(-top // side, (height - 1 - top) // side + 1)
        middle = ((camera.columns / CHUNK - 1) / 2, (camera.rows / CHUNK - 1) / 2)
        keys: list[Key] = [(season, camera.tile, column, row) for row in down for column in across]
        return sorted(keys, key=lambda key: abs(key[2] - middle[0]) + abs(key[3] - middle[1]))

    def _ask(self, key: Key) -> None:
        self._workshop.ask(("chunk", id(self), key), lambda: self._build(key), 3)

    def _likeness(self, key: Key) -> pygame.Surface | None:
        if key in self._outdated:
            return self._outdated[key]
        _, tile, column, row = key
        for (_, other_tile, other_column, other_row), chunk in reversed(list(self._chunks.items())):
            if (other_column, other_row) == (column, row):
                if other_tile == tile:
                    return chunk
                if key not in self._likenesses:
                    self._likenesses[key] = pygame.transform.scale(chunk, (CHUNK * tile, CHUNK * tile))
                return self._likenesses[key]
        return None

    def _hazy(self, look: Look) -> pygame.Surface:
        """A drawing as pale as the land outside the map."""
        image = self._bank.frames(look)[0].copy()
        cover = pygame.surfarray.array_alpha(image)[..., None] * np.float32(HAZED / 255)
        pixels = pygame.surfarray.pixels3d(image)
        pixels[:] = pixels * np.float32(1 - HAZED) + cover * np.array(rgb(HAZE[look.season]), np.float32)
        return image

    def _build(self, key: Key) -> None:
        if key in self._chunks:
            return
        season, tile, column, row = key
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
        self._chunks[key] = surface
        self._likenesses.pop(key, None)
        self.built += 1
