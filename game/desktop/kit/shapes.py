"""Shapes in device pixels, premultiplied: vectors, rounded boxes, soft shadows.

A rounded box is rastered once, small, and that is what is kept; it is stretched along its even edges as it is painted.
A large card costs no more memory than a chip.
"""

from __future__ import annotations

import io
from functools import lru_cache
from math import ceil

import pygame

SMALL = 6000  # pixels up to which a box is kept whole
_NATIVE = pygame.Surface((1, 1), pygame.SRCALPHA)


@lru_cache(maxsize=96)
def vector(body: str, width: float, height: float, size: tuple[int, int]) -> pygame.Surface:
    """The SVG elements `body`, drawn in a box of `width` by `height` units, as a picture of `size` pixels."""
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{body}</svg>'
    )
    drawn = pygame.image.load_sized_svg(io.BytesIO(text.encode()), (max(1, size[0]), max(1, size[1])))
    return drawn.convert(_NATIVE).premul_alpha()


def box(
    surface: pygame.Surface,
    where: pygame.Rect,
    radius: float,
    fill: str | None,
    edge: str | None = None,
    thick: float = 0.0,
) -> None:
    """Paint a box with round corners; `edge` is drawn inside its bounds, `thick` pixels wide."""
    if where.width * where.height <= SMALL:
        surface.blit(_small(where.size, radius, fill, edge, thick), where, special_flags=pygame.BLEND_PREMULTIPLIED)
    else:
        _box(surface, where, radius, fill, edge, thick)


@lru_cache(maxsize=128)
def _small(
    size: tuple[int, int], radius: float, fill: str | None, edge: str | None, thick: float
) -> pygame.Surface:
    whole = pygame.Surface(size, pygame.SRCALPHA)
    _box(whole, whole.get_rect(), radius, fill, edge, thick)
    return whole


def _box(
    surface: pygame.Surface, where: pygame.Rect, radius: float, fill: str | None, edge: str | None, thick: float
) -> None:
    inset = ceil(radius + thick) + 1
    tile_size = min(where.width, 2 * inset + 1), min(where.height, 2 * inset + 1)
    half = thick / 2 if edge else 0.0
    width, height = tile_size[0] - 2 * half, tile_size[1] - 2 * half
    curve = max(0.0, min(radius - half, width / 2, height / 2))
    stroke = f'stroke="{edge}" stroke-width="{thick:.2f}"' if edge else ""
    body = (
        f'<rect x="{half:.2f}" y="{half:.2f}" width="{width:.2f}" height="{height:.2f}" '
        f'rx="{curve:.2f}" ry="{curve:.2f}" fill="{fill or "none"}" {stroke}/>'
    )
    _stretch(vector(body, *tile_size, tile_size), inset, surface, where)


def shadow(surface: pygame.Surface, where: pygame.Rect, radius: float, blur: int, colour: str) -> None:
    """Paint the soft shadow of a rounded box; it reaches `2 * blur` pixels beyond the box on every side."""
    tile, inset = _shadow(radius, blur, colour)
    _stretch(tile, inset, surface, where.inflate(4 * blur, 4 * blur))


@lru_cache(maxsize=8)
def _shadow(radius: float, blur: int, colour: str, strength: float = 0.27) -> tuple[pygame.Surface, int]:
    margin = 2 * blur
    inset = 2 * margin + ceil(radius)
    side = 2 * inset + 1
    tile = pygame.Surface((side, side), pygame.SRCALPHA)
    box(tile, pygame.Rect(margin, margin, side - 2 * margin, side - 2 * margin), radius, colour)
    soft = pygame.transform.gaussian_blur(tile, max(1, round(0.7 * blur)))
    soft.fill((round(255 * strength),) * 4, special_flags=pygame.BLEND_RGBA_MULT)
    return soft, inset


@lru_cache(maxsize=4)
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
    whole = pygame.Surface(size, pygame.SRCALPHA)
    _stretch(vector(body, *side, side), inset, whole, whole.get_rect())
    return whole


def _stretch(tile: pygame.Surface, inset: int, surface: pygame.Surface, where: pygame.Rect) -> None:
    """Paint `tile` grown to `where`, its corners of `inset` pixels kept. A side shorter than the tile is cut.

    What is stretched is one pixel wide, so only as much of it is made as is to be seen.
    """
    seen = surface.get_clip()
    columns = _thirds(tile.get_width(), inset, where.width)
    rows = _thirds(tile.get_height(), inset, where.height)
    for source_x, source_w, x, w in columns:
        for source_y, source_h, y, h in rows:
            place = pygame.Rect(where.x + x, where.y + y, w, h)
            shown = place.clip(seen)
            if not shown.width or not shown.height:
                continue
            part = tile.subsurface((source_x, source_y, source_w, source_h))
            if source_w == source_h == 1 and (colour := part.get_at((0, 0))).a in (0, 255):
                if colour.a:  # much quicker than to stretch what is nearly all of a card
                    surface.fill(colour, shown)
                continue
            if part.get_size() != place.size:
                place = pygame.Rect(
                    place.x if source_w == w else shown.x,
                    place.y if source_h == h else shown.y,
                    w if source_w == w else shown.width,
                    h if source_h == h else shown.height,
                )
                part = pygame.transform.scale(part, place.size)
            surface.blit(part, place, special_flags=pygame.BLEND_PREMULTIPLIED)


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
