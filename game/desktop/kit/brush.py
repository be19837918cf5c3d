"""A brush paints widgets onto a layer: logical places and colours by role in, device pixels out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pygame

from game.desktop.kit import lettering, shapes
from game.desktop.kit.icons import icon
from game.desktop.kit.look import Look
from game.desktop.kit.theme import BODY

Rect = pygame.FRect
Picture = Callable[[int, int], pygame.Surface]
"""Draws itself for at most (width, height) device pixels: a premultiplied surface no larger, kept by its maker."""


class Brush:
    """Paints on `surface` (premultiplied), whose top left pixel is the window's pixel `origin`."""

    def __init__(self, surface: pygame.Surface, look: Look, origin: tuple[int, int]) -> None:
        self.surface = surface
        self.look = look
        self.origin = origin

    def pixels(self, rect: Rect) -> pygame.Rect:
        """A logical rectangle of the window as pixels of the surface; edges are rounded, so neighbours still touch."""
        k = self.look.scale
        left, top = round(rect.left * k) - self.origin[0], round(rect.top * k) - self.origin[1]
        right, bottom = round(rect.right * k) - self.origin[0], round(rect.bottom * k) - self.origin[1]
        return pygame.Rect(left, top, max(1, right - left), max(1, bottom - top))

    def blit(self, image: pygame.Surface, at: tuple[float, float]) -> None:
        """A premultiplied `image` with its top left at the logical place `at`."""
        k = self.look.scale
        place = round(at[0] * k) - self.origin[0], round(at[1] * k) - self.origin[1]
        self.surface.blit(image, place, special_flags=pygame.BLEND_PREMULTIPLIED)

    def box(self, rect: Rect, radius: float, fill: str | None, edge: str | None = None, thick: float = 1.4) -> None:
        """A rounded box; `fill` and `edge` are roles."""
        theme, k = self.look.theme, self.look.scale
        shapes.box(
            self.surface,
            self.pixels(rect),
            round(radius * k, 2),
            theme[fill] if fill else None,
            theme[edge] if edge else None,
            round(max(1.0, thick * k), 2) if edge else 0.0,
        )

    def reaches(self, rect: Rect) -> bool:
        """Whether anything painted in a rectangle would be seen."""
        return self.pixels(rect).colliderect(self.surface.get_clip())

    def inside(self, rect: Rect, radius: float) -> bool:
        """Whether all that is painted now lies in a rounded box, so that nothing of its shadow is to be seen."""
        clip = self.surface.get_clip()
        whole, inset = self.pixels(rect), self.look.px(radius) + 1
        return whole.inflate(-2 * inset, -2).contains(clip) or whole.inflate(-2, -2 * inset).contains(clip)

    def shadow(self, rect: Rect, radius: float, blur: float = 10.0, fall: float = 3.0) -> None:
        """The soft shadow of a box at `rect`, fallen a little down."""
        look = self.look
        where = self.pixels(rect).move(0, look.px(fall))
        shapes.shadow(self.surface, where, round(radius * look.scale, 2), look.px(blur), look.theme["shadow"])

    def vector(self, body: str, rect: Rect, width: float, height: float) -> None:
        """SVG elements drawn for a box of `width` by `height` units, filling `rect`. Colours in them are `#RRGGBB`."""
        where = self.pixels(rect)
        image = shapes.vector(body, width, height, where.size)
        self.surface.blit(image, where, special_flags=pygame.BLEND_PREMULTIPLIED)

    def icon(self, name: str, centre: tuple[float, float], size: float, role: str, ground: str = "paper") -> None:
        """An icon `size` logical pixels wide around `centre`."""
        theme = self.look.theme
        image = icon(name, self.look.px(size), theme[role], theme[ground])
        self.blit(image, (centre[0] - size / 2, centre[1] - size / 2))

    def picture(self, picture: Picture, rect: Rect) -> None:
        """A picture in the middle of `rect`, as large as it fits."""
        where = self.pixels(rect)
        image = picture(where.width, where.height)
        self.surface.blit(image, image.get_rect(center=where.center), special_flags=pygame.BLEND_PREMULTIPLIED)

    def words(
        self,
        text: str,
        rect: Rect,
        *,
        size: float = BODY,
        bold: bool = False,
        role: str = "ink",
        align: str = "left",
    ) -> None:
        """`text` wrapped to the width of `rect` and set around its middle; `align` is left, centre or right."""
        look = self.look
        lines = look.wrap(text, size, bold, rect.width + 0.5)
        pitch = look.line_height(size)
        y = rect.centery - len(lines) * pitch / 2
        for each in lines:
            if each:
                spare = rect.width - look.width(each, size, bold)
                x = rect.left + {"left": 0.0, "centre": spare / 2, "right": spare}[align]
                self.line(each, (x, y + pitch / 2), size=size, bold=bold, role=role)
            y += pitch

    def line(
        self, text: str, at: tuple[float, float], *, size: float = BODY, bold: bool = False, role: str = "ink"
    ) -> None:
        """One line with its left end at x and the middle of its capitals at y."""
        look = self.look
        pixels = look.pixels(size)
        up = lettering.ascent(look.family, pixels, bold) - lettering.cap_height(look.family, pixels, bold) / 2
        self.blit(look.line(text, size, bold, role), (at[0], at[1] - up / look.scale))

    @contextmanager
    def within(self, rect: Rect) -> Iterator[None]:
        """Paints only inside `rect` while this lasts."""
        before = self.surface.get_clip()
        self.surface.set_clip(before.clip(self.pixels(rect)))
        try:
            yield
        finally:
            self.surface.set_clip(before)
