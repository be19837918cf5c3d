"""What every widget is: a measured box in a tree, with words for those who cannot see it.

Lengths are logical pixels. A widget says how large it wants to be (`natural`), lays out what it holds (`arrange`),
paints itself (`paint`) and answers keys and presses. Assigning an attribute named in `measures` or `shows` is enough to
have it laid out or painted anew: nothing else is ever called to keep the picture true.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pygame

from game.desktop.kit.brush import Brush, Rect
from game.desktop.kit.look import Look

Size = tuple[float, float]
Point = tuple[float, float]


class Widget:
    """The base of all widgets. `name`, `role` and `value` are what speech says; `tip` is shown on hover and focus."""

    role = "none"
    focusable = False
    solid = False
    """A solid widget keeps presses from reaching what is behind it."""
    layered = False
    """Whether it paints: the topmost such widgets of a screen become its cached layers."""
    clips = False
    takes_text = False
    reach = 2.0
    """How far what it paints goes beyond its place (a shadow)."""
    ring_radius = 11.0
    shows = frozenset({"hovered", "pressed", "focused"})
    measures = frozenset({"visible", "grow", "disabled_because"})

    def __init__(self, name: str = "", tip: str = "", tip_title: str = "", grow: float = 0.0) -> None:
        self.name = name
        self.tip = tip
        self.tip_title = tip_title
        self.grow = grow
        self.visible = True
        self.disabled_because = ""
        self.hovered = self.pressed = self.focused = False
        self.rect = Rect(0, 0, 0, 0)
        self.parent: Widget | None = None
        self.damaged: Callable[[Rect], None] | None = None
        self.unsettled: Callable[[], None] | None = None
        self._sizes: dict[float, Size] = {}
        self._narrowest: float | None = None
        self._stale = True

    def __setattr__(self, attribute: str, value: Any) -> None:
        known = self.__dict__.get(attribute, _NEW)
        self.__dict__[attribute] = value
        if known is _NEW or known is value:
            return
        if attribute in self.measures and known != value:
            self.repaint()
            self.reshape()
        elif attribute in self.shows and known != value:
            self.repaint()

    def children(self) -> Sequence[Widget]:
        """The widgets it holds, in reading order."""
        return ()

    def natural(self, look: Look, width: float) -> Size:
        """The size it wants where at most `width` (may be infinite) is to be had."""
        return 0.0, 0.0

    def least(self, look: Look) -> float:
        """The width below which it would break words or lose parts."""
        return self.measure(look, math.inf)[0]

    def least_height(self, look: Look, width: float) -> float:
        """The height it can do with: less than measured only for what scrolls."""
        return self.measure(look, width)[1]

    def arrange(self, look: Look) -> None:
        """Places its children inside its own `rect`."""

    def paint(self, brush: Brush) -> None:
        """Paints itself, not its children."""

    def value(self) -> str:
        """What it stands at, for speech: "60 %", "on"."""
        return ""

    def press(self, at: Point) -> None:
        """The mouse went down on it."""

    def drag(self, at: Point) -> None:
        """The mouse moves while it is held down."""

    def activate(self, at: Point | None) -> None:
        """It was chosen: by a mouse press and release (`at`) or by Enter or Space (None)."""

    def key(self, event: pygame.Event) -> bool:
        """A key while it has the focus; True if it was for it."""
        if event.key in ACTIVATING:
            self.activate(None)
            return True
        return False

    def type(self, event: pygame.Event) -> bool:
        """Text arrived (TEXTINPUT) or is being composed (TEXTEDITING) while it has the focus."""
        return False

    def blink(self, now: float, steady: bool) -> None:
        """The time in seconds, told each frame to what takes text; `steady` asks for no blinking."""

    def point(self, at: Point | None) -> None:
        """The pointer moves over it, or has left (None)."""

    def wheel(self, steps: float) -> bool:
        """The wheel was turned over it, up being positive; True if that moved it."""
        return False

    def reveal(self, rect: Rect) -> None:
        """Scrolls so that `rect` can be seen, where it can."""

    def hint(self) -> tuple[str, str, Rect]:
        """(title, words, place) of its tip; no words, no tip. Why it is disabled comes before anything else."""
        return self.tip_title, self.disabled_because or self.tip, self.rect

    def focus_rect(self) -> Rect:
        """Where the focus ring goes, and what is scrolled into view."""
        return self.rect

    @property
    def enabled(self) -> bool:
        """Whether it can be activated; a disabled widget still takes the focus (by arrow keys), to say why."""
        return not self.disabled_because

    def measure(self, look: Look, width: float) -> Size:
        """`natural`, kept until something in it changes, or until it is told to `forget`."""
        if not self.visible:
            return 0.0, 0.0
        found = self._sizes.get(width)
        if found is None:
            if len(self._sizes) > 12:
                self._sizes.clear()
            found = self._sizes[width] = self.natural(look, width)
        return found

    def narrowest(self, look: Look) -> float:
        """`least`, kept as long."""
        if self._narrowest is None:
            self._narrowest = self.least(look)
        return self._narrowest

    def place(self, look: Look, rect: Rect) -> None:
        """Takes its place in the window and arranges what it holds, unless nothing has changed."""
        if rect == self.rect and not self._stale:
            return
        if rect != self.rect:
            if self.layered:
                self.repaint()
                self.repaint(rect)
            self.rect = rect
        self._stale = False
        self.arrange(look)

    def reshape(self) -> None:
        """Its size may have changed: it and all that hold it will be measured and laid out before the next frame."""
        each: Widget | None = self
        while each is not None:
            each._sizes.clear()
            each._narrowest = None
            each._stale = True
            top, each = each, each.parent
        if top.unsettled is not None:
            top.unsettled()

    def repaint(self, rect: Rect | None = None) -> None:
        """It looks different now (or only the part in `rect` does)."""
        each: Widget | None = self
        while each is not None:
            if each.damaged is not None:
                each.damaged((rect or self.rect).inflate(2 * self.reach, 2 * self.reach))
                return
            each = each.parent

    def forget(self) -> None:
        """The look is another: whatever was measured in it, shown or hidden, no longer holds."""
        self._sizes.clear()
        self._narrowest = None
        self._stale = True
        for child in self.children():
            child.forget()

    def within(self) -> Iterator[Widget]:
        """It and all visible widgets it holds, in reading order."""
        if self.visible:
            yield self
            for child in self.children():
                yield from child.within()


ACTIVATING = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
_NEW = object()
