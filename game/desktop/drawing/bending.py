"""Bend a plant as a stem bends: its foot stays, its height follows a circular arc, its head leans.

Sway in the wind and drooping from thirst are the same motion with different angles.
"""

from __future__ import annotations

from functools import lru_cache
from math import cos, radians, sin

import numpy as np
import numpy.typing as npt
import pygame
import pygame.surfarray

Indices = npt.NDArray[np.int32]


def bent(image: pygame.Surface, degrees: float) -> pygame.Surface:
    """`image` with its foot in the middle of its lower edge leaning by `degrees` at the top; margins grow as needed."""
    if abs(degrees) < 0.1:
        return image
    width, height = image.get_size()
    table, grown = _table(width, height, round(degrees * 4))
    pixels = np.zeros(width * height + 1, np.uint32)  # the last one is the emptiness outside
    source = pygame.surfarray.pixels2d(image)
    pixels[:-1] = source.T.ravel()
    del source
    result = pygame.Surface((grown, height), pygame.SRCALPHA, 32, image.get_masks())
    target = pygame.surfarray.pixels2d(result)
    target[:] = pixels[table].T
    del target
    return result


def forget() -> None:
    """Drop what is kept to bend the next picture of the same size: it is made again when it is needed."""
    _table.cache_clear()


@lru_cache(maxsize=2 * 7)
def _table(width: int, height: int, quarters: int) -> tuple[Indices, int]:
    """For each pixel of the bent image, the pixel of the straight one that it shows; and the new, even width.

    The frames of one sway and of its mirror image are kept; more would fill the memory at a near zoom.
    """
    angle = radians(quarters / 4)
    radius = height / abs(angle)
    reach = radius * (1 - cos(angle)) + width / 2 * abs(1 - cos(angle)) + abs(sin(angle)) * 2
    margin = int(np.ceil(max(0.0, reach)))
    grown = width + 2 * margin
    x = np.arange(grown, dtype=np.float32)[None] + 0.5 - grown / 2
    up = height - (np.arange(height, dtype=np.float32)[:, None] + 0.5)
    if angle < 0:
        x = -x
    turn = np.arctan2(up, radius - x)
    along = radius * turn
    aside = radius - np.hypot(up, radius - x)
    if angle < 0:
        aside = -aside
    column = np.floor(aside + width / 2).astype(np.int32)
    row = np.floor(height - along).astype(np.int32)
    inside = (column >= 0) & (column < width) & (row >= 0) & (row < height)
    table = np.where(inside, row * width + column, width * height).astype(np.int32)
    return table, grown
