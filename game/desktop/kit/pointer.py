"""What the mouse is over, and what it holds down."""

from __future__ import annotations

from game.desktop.kit.widget import Point, Widget


class Pointer:
    """One mouse (or finger): tells widgets that it comes, goes, presses, drags and releases."""

    def __init__(self) -> None:
        self.at: Point = (-1.0, -1.0)
        self.over: Widget | None = None
        self.over_since = 0.0
        """Seconds on the clock of frames when it came over what it is over."""
        self.held: Widget | None = None
        self.surprised = False
        """Whether what it is over came there by itself: it has not moved since, and asks for no tip."""

    def reach(self, widget: Widget | None, now: float) -> None:
        """It is over `widget` now, or over none."""
        if widget is not self.over:
            if self.over is not None:
                self.over.hovered = False
                self.over.point(None)
            self.over, self.over_since = widget, now
            if widget is not None:
                widget.hovered = True
        if widget is not None:
            widget.point(self.at)

    def drag(self) -> bool:
        """Moves what it holds down; False if it holds nothing."""
        if self.held is not None:
            self.held.drag(self.at)
        return self.held is not None

    def press(self, widget: Widget) -> None:
        """Goes down on `widget`."""
        self.held = widget
        widget.pressed = True
        widget.press(self.at)

    def release(self) -> bool:
        """Comes up; over the same widget still, that is chosen. False if nothing was held down."""
        held, self.held = self.held, None
        if held is None:
            return False
        held.pressed = False
        if held.rect.collidepoint(self.at):
            held.activate(self.at)
        return True

    def wheel(self, steps: float) -> bool:
        """Turns the wheel over the innermost widget that scrolls; True if there is one."""
        each = self.over
        while each is not None:
            if each.wheel(steps):
                return True
            each = each.parent
        return False

    def leave(self, now: float) -> None:
        """What it was over and held is gone."""
        self.reach(None, now)
        self.held = None
