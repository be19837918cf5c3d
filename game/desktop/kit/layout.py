"""Rows and columns: boxes that lay out what they hold from what it measures, so that no words are ever cut."""

from __future__ import annotations

import math
from collections.abc import Sequence

from game.desktop.kit.brush import Rect
from game.desktop.kit.look import Look
from game.desktop.kit.widget import Size, Widget

_SLACK = 0.05
_Line = list[tuple[Widget, float]]
"""The widgets of one line of a row, each with its width."""


class Box(Widget):
    """What rows and columns share: the widgets they hold and the gap between them."""

    measures = Widget.measures | {"held", "gap", "align"}

    def __init__(self, held: Sequence[Widget], *, gap: float = 8.0, align: str = "stretch", grow: float = 0.0) -> None:
        super().__init__(grow=grow)
        self.held: tuple[Widget, ...] = ()
        self.gap = gap
        self.align = align
        self.hold(held)

    def hold(self, held: Sequence[Widget]) -> None:
        """Holds these widgets instead of those before."""
        self.repaint()
        for widget in held:
            widget.parent = self
        self.held = tuple(held)

    def children(self) -> Sequence[Widget]:
        return self.held

    def _shown(self) -> list[Widget]:
        return [widget for widget in self.held if widget.visible]


class Row(Box):
    """Side by side. Widgets with `grow` share spare width; where room lacks, words wrap, and then the row does.

    `align` is across: stretch, top, centre or bottom. `spread` puts spare width between the widgets of each line. A row
    that `flows` gladly wraps, so it claims no more width than its widest widget.
    """

    def __init__(
        self,
        held: Sequence[Widget],
        *,
        gap: float = 8.0,
        line_gap: float | None = None,
        align: str = "centre",
        spread: bool = False,
        flows: bool = False,
        grow: float = 0.0,
    ) -> None:
        super().__init__(held, gap=gap, align=align, grow=grow)
        self.line_gap = gap if line_gap is None else line_gap
        self.spread = spread
        self.flows = flows

    def natural(self, look: Look, width: float) -> Size:
        lines = self._lines(look, width)
        if not lines:
            return 0.0, 0.0
        widest = max(sum(w for _, w in line) + self.gap * (len(line) - 1) for line in lines)
        tall = sum(_height(look, self._grown(line, width)) for line in lines) + self.line_gap * (len(lines) - 1)
        return widest, tall

    def least(self, look: Look) -> float:
        leasts = [widget.narrowest(look) for widget in self._shown()]
        if self.flows or not leasts:
            return max(leasts, default=0.0)
        return sum(leasts) + self.gap * (len(leasts) - 1)

    def arrange(self, look: Look) -> None:
        lines = [self._grown(line, self.rect.width) for line in self._lines(look, self.rect.width)]
        y = self.rect.top
        for line in lines:
            tall = _height(look, line) if len(lines) > 1 else self.rect.height
            spare = self.rect.width - sum(w for _, w in line) - self.gap * (len(line) - 1)
            between = self.gap + (max(0.0, spare) / (len(line) - 1) if self.spread and len(line) > 1 else 0.0)
            x = self.rect.left
            for widget, w in line:
                h = tall if self.align == "stretch" else min(tall, widget.measure(look, w)[1])
                down = {"centre": (tall - h) / 2, "bottom": tall - h}.get(self.align, 0.0)
                widget.place(look, Rect(x, y + down, w, h))
                x += w + between
            y += tall + self.line_gap

    def _lines(self, look: Look, width: float) -> list[_Line]:
        """One line if its widgets can shrink enough, else as many as are needed; spare width is not shared out yet."""
        wanted = [(widget, widget.measure(look, width)[0], widget.narrowest(look)) for widget in self._shown()]
        if not wanted:
            return []
        gaps = self.gap * (len(wanted) - 1)
        most = sum(natural if self.flows else least for _, natural, least in wanted) + gaps
        if most <= width + _SLACK:
            return [_shrunk(wanted, width - gaps)]
        lines: list[_Line] = []
        used = math.inf
        for widget, natural, _ in wanted:
            w = min(natural, width)
            if used + self.gap + w > width + _SLACK:
                lines.append([])
                used = -self.gap
            used += self.gap + w
            lines[-1].append((widget, w))
        return lines

    def _grown(self, line: _Line, width: float) -> _Line:
        growth = sum(widget.grow for widget, _ in line)
        spare = width - sum(w for _, w in line) - self.gap * (len(line) - 1)
        if not growth or spare <= 0 or math.isinf(spare):
            return line
        return [(widget, w + spare * widget.grow / growth) for widget, w in line]


class Column(Box):
    """One below the other. Widgets with `grow` share spare height; where height lacks, what scrolls gives way.

    `align` is across: stretch, left, centre or right.
    """

    def natural(self, look: Look, width: float) -> Size:
        sizes = [widget.measure(look, width) for widget in self._shown()]
        gaps = self.gap * max(0, len(sizes) - 1)
        return max((w for w, _ in sizes), default=0.0), sum(h for _, h in sizes) + gaps

    def least(self, look: Look) -> float:
        return max((widget.narrowest(look) for widget in self._shown()), default=0.0)

    def least_height(self, look: Look, width: float) -> float:
        shown = self._shown()
        return sum(widget.least_height(look, width) for widget in shown) + self.gap * max(0, len(shown) - 1)

    def arrange(self, look: Look) -> None:
        shown = self._shown()
        width = self.rect.width
        heights = [widget.measure(look, width)[1] for widget in shown]
        spare = self.rect.height - sum(heights) - self.gap * max(0, len(shown) - 1)
        growth = sum(widget.grow for widget in shown)
        if spare > 0 and growth:
            heights = [h + spare * widget.grow / growth for widget, h in zip(shown, heights, strict=True)]
        elif spare < -_SLACK:
            slack = [h - widget.least_height(look, width) for widget, h in zip(shown, heights, strict=True)]
            part = min(1.0, -spare / sum(slack)) if sum(slack) else 0.0
            heights = [h - each * part for h, each in zip(heights, slack, strict=True)]
        y = self.rect.top
        for widget, h in zip(shown, heights, strict=True):
            w = width if self.align == "stretch" else min(width, widget.measure(look, width)[0])
            x = self.rect.left + {"centre": (width - w) / 2, "right": width - w}.get(self.align, 0.0)
            widget.place(look, Rect(x, y, w, h))
            y += h + self.gap


class Spacer(Widget):
    """Room that grows, or a fixed gap of `width` by `height`."""

    def __init__(self, width: float = 0.0, height: float = 0.0, grow: float = 1.0) -> None:
        super().__init__(grow=0.0 if width or height else grow)
        self._size = width, height

    def natural(self, look: Look, width: float) -> Size:
        return min(self._size[0], width), self._size[1]

    def least(self, look: Look) -> float:
        return 0.0


def _height(look: Look, line: _Line) -> float:
    return max(widget.measure(look, w)[1] for widget, w in line)


def _shrunk(wanted: list[tuple[Widget, float, float]], room: float) -> _Line:
    """Widths that together fit into `room`, each giving up in proportion to what it can spare above its least."""
    lack = sum(natural for _, natural, _ in wanted) - room
    spare = [max(0.0, natural - least) for _, natural, least in wanted]
    if lack <= _SLACK or not sum(spare):
        return [(widget, natural) for widget, natural, _ in wanted]
    part = min(1.0, lack / sum(spare))
    return [(widget, natural - each * part) for (widget, natural, _), each in zip(wanted, spare, strict=True)]
