"""Shapes in device pixels, premultiplied and kept: vectors, rounded boxes, soft shadows.

A rounded box is rastered once, small, and stretched along its even edges: a large card costs no more than a chip.
"""

from __future__ import annotations

import io
from functools import lru_cache
from math import ceil

import pygame

LARGE = 20_000  # pixels from which a box is kept only among the latest few: it takes memory, and stretching is quick
_NATIVE = pygame.Surface((1, 1), pygame.SRCALPHA)


@lru_cache(maxsize=300)
def vector(body: str, width: float, height: float, size: tuple[int, int]) -> pygame.Surface:
    """The SVG elements `body`, drawn in a box of `width` by `height` units, as a picture of `size` pixels."""
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{body}</svg>'
    )
    drawn = pygame.image.load_sized_svg(io.BytesIO(text.encode()), (max(1, size[0]), max(1, size[1])))
    return drawn.convert(_NATIVE).premul_alpha()


def rounded(
    size: tuple[int, int], radius: float, fill: str | None, edge: str | None = None, thick: float = 0.0
) -> pygame.Surface:
    """A box of `size` pixels with round corners; `edge` is drawn inside its bounds, `thick` pixels wide."""
    return BOXES[size[0] * size[1] > LARGE](size, radius, fill, edge, thick)


def _box(size: tuple[int, int], radius: float, fill: str | None, edge: str | None, thick: float) -> pygame.Surface:
    inset = ceil(radius + thick) + 1
    tile_size = min(size[0], 2 * inset + 1), min(size[1], 2 * inset + 1)
    half = thick / 2 if edge else 0.0
    width, height = tile_size[0] - 2 * half, tile_size[1] - 2 * half
    curve = max(0.0, min(radius - half, width / 2, height / 2))
    stroke = f'stroke="{edge}" stroke-width="{thick:.2f}"' if edge else ""
    body = (
        f'<rect x="{half:.2f}" y="{half:.2f}" width="{width:.2f}" height="{height:.2f}" '
        f'rx="{curve:.2f}" ry="{curve:.2f}" fill="{fill or "none"}" {stroke}/>'
    )
    return stretched(vector(body, *tile_size, tile_size), inset, size)


BOXES = lru_cache(maxsize=300)(_box), lru_cache(maxsize=16)(_box)
"""Small boxes and large ones, as they are kept."""


@lru_cache(maxsize=10)
def shadow(size: tuple[int, int], radius: float, blur: int, colour: str, strength: float = 0.27) -> pygame.Surface:
    """The soft shadow of a rounded box of `size`; it reaches `2 * blur` pixels beyond the box on every side."""
    margin = 2 * blur
    inset = 2 * margin + ceil(radius)
    side = 2 * inset + 1
    tile = pygame.Surface((side, side), pygame.SRCALPHA)
    core = side - 2 * margin
    tile.blit(rounded((core, core), radius, colour), (margin, margin), special_flags=pygame.BLEND_PREMULTIPLIED)
    soft = pygame.transform.gaussian_blur(tile, max(1, round(0.7 * blur)))
    soft.fill((round(255 * strength),) * 4, special_flags=pygame.BLEND_RGBA_MULT)
    return stretched(soft, inset, (size[0] + 2 * margin, size[1] + 2 * margin))


@lru_cache(maxsize=12)
def ring(size: tuple[int, int], radius: float, thick: float, line: str, halo: str) -> pygame.Surface:
    """A focus ring: a line in the middle of a lighter band of `thick` pixels, so that it shows on any ground."""
    inset = ceil(radius + thick) + 1
    side = min(size[0], 2 * inset + 1), min(size[1], 2 * inset + 1)
    place = (
        f'<rect x="{thick / 2:.2f}" y="{thick / 2:.2f}" width="{side[0] - thick:.2f}" height="{side[1] - thick:.2f}" '
        f'rx="{radius - thick / 2:.2f}" ry="{radius - thick / 2:.2f}" fill="none"'
    )
    body = f'{place} stroke="{halo}" stroke-width="{thick:.2f}"/>'
    body += f'{place} stroke="{line}" stroke-width="{thick * 0.52:.2f}"/>'
    return stretched(vector(body, *side, side), inset, size)


def stretched(tile: pygame.Surface, inset: int, size: tuple[int, int]) -> pygame.Surface:
    """`tile` grown to `size` with its corners of `inset` pixels kept. A side that is shorter than the tile is cut."""
    if tile.get_size() == size:
        return tile
    whole = pygame.Surface(size, pygame.SRCALPHA)
    columns = _thirds(tile.get_width(), inset, size[0])
    rows = _thirds(tile.get_height(), inset, size[1])
    for source_x, source_w, x, w in columns:
        for source_y, source_h, y, h in rows:
            part = tile.subsurface((source_x, source_y, source_w, source_h))
            whole.blit(part if part.get_size() == (w, h) else pygame.transform.scale(part, (w, h)), (x, y))
    return whole


def _thirds(tile: int, inset: int, size: int) -> list[tuple[int, int, int, int]]:
    """For one direction: (start in the tile, length in the tile, start in the whole, length in the whole)."""
    if size <= tile:
        first = size // 2
        return [(0, first, 0, first), (tile - (size - first), size - first, first, size - first)]
    return [
        (0, inset, 0, inset),
        (inset, tile - 2 * inset, inset, size - 2 * inset),
        (tile - inset, inset, size - inset, inset),
    ]
