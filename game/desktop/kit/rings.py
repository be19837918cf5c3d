"""The focus ring: drawn over the layers each frame, so that moving the focus repaints nothing."""

from __future__ import annotations

import pygame

from game.desktop.kit import shapes
from game.desktop.kit.look import Look
from game.desktop.kit.widget import Widget

_BAND = 5.0


def draw_ring(surface: pygame.Surface, look: Look, widget: Widget) -> None:
    """Draws the ring around what has the focus, inside whatever scrolls it."""
    k = look.scale
    rect = widget.focus_rect().inflate(2 * _BAND - 2, 2 * _BAND - 2)
    place = pygame.Rect(round(rect.left * k), round(rect.top * k), round(rect.width * k), round(rect.height * k))
    radius = round((min(widget.ring_radius, rect.height / 2) + _BAND - 1) * k, 2)
    image = shapes.ring(place.size, radius, round(_BAND * k, 2), look.theme["focus"], look.theme["halo"])
    before = surface.get_clip()
    holder = widget.parent
    while holder is not None:
        if holder.clips:
            seen = holder.rect.inflate(2 * _BAND, 2 * _BAND)
            surface.set_clip(surface.get_clip().clip([round(edge * k) for edge in seen]))
        holder = holder.parent
    surface.blit(image, place, special_flags=pygame.BLEND_PREMULTIPLIED)
    surface.set_clip(before)
