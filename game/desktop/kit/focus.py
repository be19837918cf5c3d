"""Where the focus goes: in reading order with Tab, to the nearest in a direction with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.desktop.kit.brush import Rect
from game.desktop.kit.widget import Point, Widget

DIRECTIONS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}
_SIDEWAYS = 2.2
"""How much more a step aside counts than a step ahead."""


def stops(root: Widget) -> list[Widget]:
    """All that can take the focus, in reading order."""
    found: list[Widget] = []
    _gather(root, found)
    return found


def after(order: Sequence[Widget], now: Widget | None, step: int) -> Widget | None:
    """The stop `step` (1 or -1) after the present one, going round."""
    if not order:
        return None
    if now not in order:
        return order[0 if step > 0 else -1]
    return order[(order.index(now) + step) % len(order)]


def towards(order: Sequence[Widget], now: Widget, direction: tuple[int, int]) -> Widget | None:
    """The nearest stop that lies in `direction`, counting the gaps between edges; None where there is none."""
    here = now.focus_rect()
    ahead = [(_distance(here, each.focus_rect(), direction), each) for each in order if each is not now]
    reachable = [(distance, each) for distance, each in ahead if distance is not None]
    return min(reachable, key=lambda pair: pair[0])[1] if reachable else None


def nearest(order: Sequence[Widget], rect: Rect) -> Widget | None:
    """The stop closest to a place where another was: who uses keys goes on from there."""
    x, y = rect.center
    return min(order, key=lambda each: abs(each.rect.centerx - x) + abs(each.rect.centery - y), default=None)


def hit(widget: Widget, at: Point) -> Widget | None:
    """The frontmost solid or focusable widget at a place of the window."""
    if not widget.visible or ((widget.clips or widget.solid) and not widget.rect.collidepoint(at)):
        return None
    for child in reversed(widget.children()):
        found = hit(child, at)
        if found is not None:
            return found
    return widget if (widget.solid or widget.focusable) and widget.rect.collidepoint(at) else None


def _gather(widget: Widget, found: list[Widget]) -> None:
    if widget.visible:
        if widget.focusable:
            found.append(widget)
        for child in widget.children():
            _gather(child, found)


def _distance(here: Rect, there: Rect, direction: tuple[int, int]) -> float | None:
    dx, dy = direction
    way = (there.centerx - here.centerx) * dx + (there.centery - here.centery) * dy
    if way <= 2:
        return None
    if dx:
        gap = there.left - here.right if dx > 0 else here.left - there.right
        aside = max(0.0, there.top - here.bottom, here.top - there.bottom)
        off = abs(there.centery - here.centery)
    else:
        gap = there.top - here.bottom if dy > 0 else here.top - there.bottom
        aside = max(0.0, there.left - here.right, here.left - there.right)
        off = abs(there.centerx - here.centerx)
    if gap < -4 and aside:
        return None
    return max(0.0, gap) + _SIDEWAYS * aside + 0.1 * off
