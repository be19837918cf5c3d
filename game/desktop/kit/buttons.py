"""What is pressed: buttons with words, with an icon alone, with a picture."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.kit.brush import Brush, Picture, Rect
from game.desktop.kit.look import Look
from game.desktop.kit.theme import BODY, LABEL, NOTE, TARGET
from game.desktop.kit.widget import Point, Size, Widget

Action = Callable[[], None]

_FACES = {
    "primary": ("primary", "primary-hover", "on-primary", "primary-edge"),
    "paper": ("paper", "raised", "ink", "button-edge"),
    "night": ("night", "primary-edge", "title", "title"),
    "think": ("raised", "think", "on-think", "think-edge"),
}
"""For each kind of button the roles of its face, its face under the pointer, its words and its edge."""


class Button(Widget):
    """Words to press, perhaps with an icon and the key that does the same.

    `kind`: primary (what comes next), paper (anything else), night (small things on the world), think (a guess).
    """

    role = "button"
    focusable = True
    solid = True
    layered = True
    shows = Widget.shows | {"kind"}
    measures = Widget.measures | {"text", "icon", "key_name"}

    def __init__(
        self,
        text: str,
        on_press: Action,
        *,
        kind: str = "paper",
        icon: str = "",
        key_name: str = "",
        tip: str = "",
        disabled_because: str = "",
        size: float = LABEL,
        grow: float = 0.0,
    ) -> None:
        super().__init__(name=text, tip=tip, grow=grow)
        self.text = text
        self.on_press = on_press
        self.kind = kind
        self.icon = icon
        self.key_name = key_name
        self.disabled_because = disabled_because
        self.size = size

    def value(self) -> str:
        return self.disabled_because

    def natural(self, look: Look, width: float) -> Size:
        left, right = self._sides(look)
        w, h = look.block(self.text, self.size, True, width - left - right)
        return max(TARGET, w + left + right), max(TARGET, 3 * look.em(self.size), h + 18)

    def least(self, look: Look) -> float:
        return look.longest_word(self.text, self.size, True) + sum(self._sides(look))

    def paint(self, brush: Brush) -> None:
        look = brush.look
        fill, ink, face = self._face(brush)
        left, right = self._sides(look)
        if self.icon:
            side = look.em(20)
            brush.icon(self.icon, (face.left + 14 + side / 2, face.centery), side, ink, fill)
        if self.key_name:
            w = chip_width(look, self.key_name)
            key_chip(brush, self.key_name, Rect(face.right - 12 - w, face.centery - look.em(10), w, look.em(20)))
        words = Rect(face.left + left, face.top, face.width - left - right, face.height)
        align = "left" if self.icon or self.key_name else "centre"
        brush.words(self.text, words, size=self.size, bold=True, role=ink, align=align)

    def activate(self, at: Point | None) -> None:
        if self.enabled:
            self.on_press()

    def _face(self, brush: Brush) -> tuple[str, str, Rect]:
        """Paints the button raised or pressed down; returns the roles of its face and its words, and the face."""
        fill, hovered, ink, edge = _FACES[self.kind]
        if not self.enabled:
            fill, ink, edge = "off", "off-ink", "off-edge"
        elif self.hovered:
            fill = hovered
        rect = self.rect
        if self.kind == "night":
            brush.box(rect.inflate(0, -4), rect.height / 2, fill, edge)
            return fill, ink, rect
        down = 2.0 if self.pressed and self.enabled else 0.0
        brush.box(Rect(rect.left, rect.top + 2, rect.width, rect.height - 2), 11, edge)
        face = Rect(rect.left, rect.top + down, rect.width, rect.height - 4)
        brush.box(face, 11, fill, edge)
        return fill, ink, face

    def _sides(self, look: Look) -> tuple[float, float]:
        left = 14 + look.em(20) + 10 if self.icon else 18
        return left, (24 + chip_width(look, self.key_name) if self.key_name else 18)


class IconButton(Widget):
    """An icon to press; its name is its tip. `chosen` shows that what it stands for is on."""

    role = "button"
    focusable = True
    solid = True
    layered = True
    shows = Widget.shows | {"icon", "chosen"}

    def __init__(
        self, icon: str, name: str, on_press: Action, *, chosen: bool = False, key_name: str = "", tip: str = ""
    ) -> None:
        super().__init__(name=name, tip=tip)
        self.icon = icon
        self.on_press = on_press
        self.chosen = chosen
        self.key_name = key_name

    def natural(self, look: Look, width: float) -> Size:
        side = max(TARGET, look.em(36))
        return side, side

    def hint(self) -> tuple[str, str, Rect]:
        title, words, rect = super().hint()
        name = f"{self.name}  [{self.key_name}]" if self.key_name else self.name
        return (title or name, words, rect) if words else ("", name, rect)

    def paint(self, brush: Brush) -> None:
        face = self.rect.inflate(-4, -6)
        ink, fill = ("on-primary", "primary") if self.chosen else ("ink", "paper")
        if not self.enabled:
            ink, fill = "off-ink", "paper"
        elif self.hovered or self.pressed:
            fill = ("primary-edge" if self.pressed else "primary-hover") if self.chosen else "paper-2"
        if fill != "paper":
            brush.box(face, 9, fill)
        brush.icon(self.icon, face.center, brush.look.em(20), ink, fill)

    def activate(self, at: Point | None) -> None:
        if self.enabled:
            self.on_press()


class PictureButton(Widget):
    """A card of the hand: a picture, how many there are, the key that takes it, its name below."""

    role = "button"
    focusable = True
    solid = True
    layered = True
    shows = Widget.shows | {"picture", "chosen", "count"}
    measures = Widget.measures | {"text", "key_name"}

    def __init__(
        self,
        text: str,
        picture: Picture,
        on_press: Action,
        *,
        count: str = "",
        key_name: str = "",
        chosen: bool = False,
        tip: str = "",
        disabled_because: str = "",
        grow: float = 0.0,
    ) -> None:
        super().__init__(name=text, tip=tip, grow=grow)
        self.text = text
        self.picture = picture
        self.on_press = on_press
        self.count = count
        self.key_name = key_name
        self.chosen = chosen
        self.disabled_because = disabled_because

    def value(self) -> str:
        return self.count

    def natural(self, look: Look, width: float) -> Size:
        least = self.least(look)
        w, h = look.block(self.text, BODY, True, max(least, min(width, look.em(108))) - 12)
        return max(least, w + 12), look.em(54) + h + 8

    def least(self, look: Look) -> float:
        beside = max(look.width("×00", LABEL, True), chip_width(look, self.key_name) if self.key_name else 0.0)
        return max(look.em(52) + beside + 16, look.longest_word(self.text, BODY, True) + 12)

    def paint(self, brush: Brush) -> None:
        look, rect = brush.look, self.rect
        fill = "chosen" if self.chosen else "paper-2" if self.pressed or not self.enabled else "raised"
        edge = "chosen-edge" if self.chosen or (self.hovered and self.enabled) else "edge"
        brush.box(rect, 11, fill, edge, 2.6 if self.chosen else 1.4)
        words_height = look.block(self.text, BODY, True, rect.width - 8)[1]
        top = Rect(rect.left + 4, rect.top + 4, rect.width - 8, rect.height - words_height - 8)
        brush.picture(self.picture, Rect(top.left + 4, top.top + 1, look.em(50), top.height - 2))
        ink = "ink" if self.enabled else "off-ink"
        right = rect.right - 8
        if self.key_name:
            w = chip_width(look, self.key_name)
            key_chip(brush, self.key_name, Rect(right - w, rect.top + 6, w, look.em(20)))
        if self.count:
            x = right - look.width(self.count, LABEL, True)
            y = top.bottom - look.em(12) if self.key_name else top.centery
            brush.line(self.count, (x, y), size=LABEL, bold=True, role=ink)
        words = Rect(rect.left + 4, rect.bottom - words_height - 4, rect.width - 8, words_height)
        brush.words(self.text, words, size=BODY, bold=True, role=ink, align="centre")

    def activate(self, at: Point | None) -> None:
        if self.enabled:
            self.on_press()


def chip_width(look: Look, key_name: str) -> float:
    """How wide the chip with the name of a key is."""
    return max(look.em(22), look.width(key_name, NOTE, True) + 12)


def key_chip(brush: Brush, key_name: str, rect: Rect) -> None:
    """A key cap with the name of a key."""
    brush.box(rect, 5, "raised", "line", 1.2)
    brush.words(key_name, rect, size=NOTE, bold=True, align="centre")
