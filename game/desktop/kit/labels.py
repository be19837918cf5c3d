"""What only shows something: words, icons, chips, pictures, meters, drawings."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from game.desktop.kit.brush import Brush, Picture, Rect
from game.desktop.kit.look import Look
from game.desktop.kit.theme import BODY, SMALL
from game.desktop.kit.widget import Size, Widget


class Label(Widget):
    """Words in one style, wrapped where the line ends."""

    role = "text"
    layered = True
    shows = Widget.shows | {"colour", "align"}
    measures = Widget.measures | {"text", "size", "bold"}

    def __init__(
        self,
        text: str,
        *,
        size: float = BODY,
        bold: bool = False,
        colour: str = "ink",
        align: str = "left",
        grow: float = 0.0,
    ) -> None:
        super().__init__(grow=grow)
        self.text = text
        self.size = size
        self.bold = bold
        self.colour = colour
        self.align = align

    def value(self) -> str:
        return self.text

    def natural(self, look: Look, width: float) -> Size:
        return look.block(self.text, self.size, self.bold, width) if self.text else (0.0, 0.0)

    def least(self, look: Look) -> float:
        return look.longest_word(self.text, self.size, self.bold)

    def paint(self, brush: Brush) -> None:
        brush.words(self.text, self.rect, size=self.size, bold=self.bold, role=self.colour, align=self.align)


class Icon(Widget):
    """One icon, as large as type of `size`."""

    role = "image"
    layered = True
    shows = Widget.shows | {"icon", "colour"}

    def __init__(self, icon: str, *, size: float = 20.0, colour: str = "ink", name: str = "") -> None:
        super().__init__(name=name)
        self.icon = icon
        self.size = size
        self.colour = colour

    def natural(self, look: Look, width: float) -> Size:
        side = look.em(self.size)
        return side, side

    def paint(self, brush: Brush) -> None:
        brush.icon(self.icon, self.rect.center, brush.look.em(self.size), self.colour)


class Chip(Widget):
    """A few words in a pill: "Linked to 5"."""

    role = "text"
    layered = True
    shows = Widget.shows | {"fill", "colour"}
    measures = Widget.measures | {"text", "icon"}

    def __init__(self, text: str, *, icon: str = "", fill: str = "chip", colour: str = "on-chip") -> None:
        super().__init__()
        self.text = text
        self.icon = icon
        self.fill = fill
        self.colour = colour

    def value(self) -> str:
        return self.text

    def natural(self, look: Look, width: float) -> Size:
        w, h = look.block(self.text, SMALL, True, width - self._left(look) - 10)
        return w + self._left(look) + 10, h + 4

    def least(self, look: Look) -> float:
        return look.longest_word(self.text, SMALL, True) + self._left(look) + 10

    def paint(self, brush: Brush) -> None:
        rect, left = self.rect, self._left(brush.look)
        brush.box(rect, min(rect.height / 2, brush.look.em(11)), self.fill)
        if self.icon:
            side = brush.look.em(13)
            brush.icon(self.icon, (rect.left + 8 + side / 2, rect.centery), side, self.colour, self.fill)
        words = Rect(rect.left + left, rect.top, rect.width - left - 10, rect.height)
        brush.words(self.text, words, size=SMALL, bold=True, role=self.colour, align="centre")

    def _left(self, look: Look) -> float:
        return 12 + look.em(13) if self.icon else 10


class Image(Widget):
    """A picture in a box of `width` by `height` (which grow with the words), on a soft ground if `fill` names one."""

    role = "image"
    layered = True
    shows = Widget.shows | {"picture", "fill"}

    def __init__(self, picture: Picture, width: float, height: float, *, fill: str = "", name: str = "") -> None:
        super().__init__(name=name)
        self.picture = picture
        self.wanted = width, height
        self.fill = fill

    def natural(self, look: Look, width: float) -> Size:
        part = min(1.0, width / look.em(self.wanted[0]))
        return look.em(self.wanted[0]) * part, look.em(self.wanted[1]) * part

    def least(self, look: Look) -> float:
        return min(self.wanted[0], look.em(self.wanted[0]))

    def paint(self, brush: Brush) -> None:
        if self.fill:
            brush.box(self.rect, 12, self.fill)
        brush.picture(self.picture, self.rect.inflate(-8, -8) if self.fill else self.rect)


class Meter(Widget):
    """How full something is: `amount` of `whole`, with a mark at `goal`. Words beside it say the number."""

    role = "meter"
    layered = True
    shows = Widget.shows | {"amount", "goal", "colour"}

    def __init__(
        self,
        amount: float,
        whole: float = 100.0,
        *,
        goal: float | None = None,
        name: str = "",
        colour: str = "primary",
        width: float = 60.0,
        grow: float = 1.0,
    ) -> None:
        super().__init__(name=name, grow=grow)
        self.amount = amount
        self.whole = whole
        self.goal = goal
        self.colour = colour
        self.width = width

    def value(self) -> str:
        return f"{self.amount:g}/{self.whole:g}"

    def natural(self, look: Look, width: float) -> Size:
        return min(width, self.width), look.em(14)

    def paint(self, brush: Brush) -> None:
        thick = brush.look.em(8)
        bar = Rect(self.rect.left, self.rect.centery - thick / 2, self.rect.width, thick)
        brush.box(bar, thick / 2, "track")
        part = min(1.0, max(0.0, self.amount / self.whole))
        if part:
            brush.box(Rect(bar.left, bar.top, max(thick, bar.width * part), thick), thick / 2, self.colour)
        if self.goal is not None:
            x = bar.left + bar.width * self.goal / self.whole
            brush.box(Rect(x - 1, self.rect.top, 2, self.rect.height), 0, "ink")


class Drawing(Widget):
    """What a scene paints itself (a gauge, a chart), anew whenever `shown` is another value.

    Its measures grow with the words; where width lacks it keeps its proportions, unless it may `grow`.
    """

    role = "image"
    layered = True
    shows = Widget.shows | {"shown"}

    def __init__(
        self,
        paint: Callable[[Brush, Rect], None],
        width: float,
        height: float,
        *,
        shown: Hashable = None,
        name: str = "",
        tip: str = "",
        grow: float = 0.0,
    ) -> None:
        super().__init__(name=name, tip=tip, grow=grow)
        self.draw = paint
        self.wanted = width, height
        self.shown = shown

    def natural(self, look: Look, width: float) -> Size:
        wide, tall = look.em(self.wanted[0]), look.em(self.wanted[1])
        return min(width, wide), tall if self.grow else tall * min(1.0, width / wide)

    def least(self, look: Look) -> float:
        return self.wanted[0]

    def paint(self, brush: Brush) -> None:
        self.draw(brush, self.rect)
