"""One screen: its widgets, who has the focus, what the mouse does, and the frame. Everything comes in as events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pygame

from game.desktop.kit import focus as focusing
from game.desktop.kit import shapes
from game.desktop.kit.brush import Rect
from game.desktop.kit.buttons import Area
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.layers import Layer, topmost
from game.desktop.kit.look import Look
from game.desktop.kit.theme import MEADOW, Theme, rgb
from game.desktop.kit.tooltip import draw_tip
from game.desktop.kit.widget import Point, Widget

MARGIN = 12.0
_TIP_AFTER = 0.35
_RING = 5.0


@dataclass(eq=False)
class _Floor:
    """A tree of widgets: the screen itself, or a dialog above it that takes all input."""

    root: Widget
    returns_to: Widget | None = None
    dialog: Dialog | None = None
    settled: bool = False
    layers: dict[int, Layer] = field(default_factory=dict)
    blits: list[tuple[pygame.Surface, tuple[int, int]]] = field(default_factory=list)


class Ui:
    """Holds a screen's widgets. `announce` is told of each widget that takes the focus, for speech."""

    def __init__(self, announce: Callable[[Widget], None] | None = None) -> None:
        self.look = Look()
        self.window = Rect(0, 0, 1280, 720)
        self.announce = announce
        self.steady = False
        """Reduced motion: nothing blinks."""
        self.focused: Widget | None = None
        self.ground: Area | None = None
        self._points = 1.0
        self._floors: list[_Floor] = []
        self._fresh = False
        self._ring_shown = False
        self._hovered: Widget | None = None
        self._hovered_since = 0.0
        self._held: Widget | None = None
        self._pointer: Point = (-1.0, -1.0)
        self._tips_hidden = False
        self._pointed: tuple[Rect, str, str] | None = None
        self._now = 0.0

    # -- what is shown ------------------------------------------------------------------------------------------------

    def show(self, root: Widget, *, first: Widget | None = None, ground: Area | None = None) -> None:
        """Fills the window (less a margin) with `root`. `ground` is what lies behind it all, such as the world's tiles."""
        for floor in self._floors:
            self._drop(floor)
        self._floors = [_Floor(root)]
        self._watch(self._floors[0])
        self.ground = ground
        self._hovered = self._held = self.focused = None
        self.focus(first)

    def open(self, dialog: Dialog) -> None:
        """Lays a dialog over the screen: it alone takes input until it is closed, and then the focus goes back."""
        self._point_at(None)
        floor = _Floor(dialog, returns_to=self.focused, dialog=dialog)
        self._floors.append(floor)
        self._watch(floor)
        self.focus(dialog.first or focusing.after(focusing.stops(dialog), None, 1))

    def close(self) -> None:
        """Closes the newest dialog."""
        if len(self._floors) < 2:
            return
        floor = self._floors.pop()
        self._drop(floor)
        self._point_at(None)
        self._held = None
        self.focus(floor.returns_to)

    @property
    def dialog(self) -> Dialog | None:
        """The dialog that is open on top, if any."""
        return self._floors[-1].dialog if self._floors else None

    def layout(
        self,
        width: int,
        height: int,
        k: float,
        text_scale: float = 1.0,
        *,
        theme: Theme = MEADOW,
        family: str = "andika",
        points: float = 1.0,
    ) -> None:
        """Fits everything into a window of `width` by `height` pixels at `k` pixels to a logical one.

        `points` is how many pixels the units of mouse events are (over 1 on dense displays).
        """
        look = Look(k, text_scale, theme, family)
        window = Rect(0, 0, width / k, height / k)
        if look == self.look and window == self.window and points == self._points:
            return
        self.look, self.window, self._points = look, window, points
        for floor in self._floors:
            floor.root.forget()
            floor.settled = False
        self.settle()

    def settle(self) -> None:
        """Lays out what has changed and refreshes the layers; `draw` and `handle` do it by themselves."""
        for floor in self._floors:
            if not floor.settled:
                inner = self.window if floor.dialog else self.window.inflate(-2 * MARGIN, -2 * MARGIN)
                floor.root.place(self.look, inner)
                floor.settled = True
                self._collect(floor)
                self._fresh = False
        if self._fresh:
            return
        for floor in self._floors:
            for layer in floor.layers.values():
                layer.refresh(self.look)
            floor.blits = [(layer.surface, layer.origin) for layer in floor.layers.values()]
        self._fresh = True

    # -- focus --------------------------------------------------------------------------------------------------------

    def focus(self, widget: Widget | None, *, ring: bool = True) -> None:
        """Gives the focus to `widget` (or to none), scrolls it into view and announces it."""
        if self.focused is not widget:
            if self.focused is not None:
                self.focused.focused = False
            self.focused = widget
            _text_input(widget is not None and widget.takes_text)
            if widget is not None:
                widget.focused = True
                if self.announce is not None:
                    self.announce(widget)
        self._ring_shown = ring
        self._tips_hidden = False
        if widget is not None and self._floors:
            self.settle()
            self._reveal(widget)

    def stops(self) -> list[Widget]:
        """All that can take the focus now, in order: what Tab walks through and a scanner would."""
        if not self._floors:
            return []
        behind = [self.ground] if self.ground is not None and len(self._floors) == 1 else []
        return [*behind, *focusing.stops(self._floors[-1].root)]

    def point_out(self, at: Rect | None, title: str = "", words: str = "") -> None:
        """Shows a tip beside a place that is no widget (a tile), until told otherwise with None."""
        self._pointed = None if at is None else (at, title, words)

    # -- input --------------------------------------------------------------------------------------------------------

    def handle(self, event: pygame.Event) -> bool:
        """Takes one event; True if it was for the interface, so that the scene leaves it alone."""
        if not self._floors:
            return False
        self.settle()
        match event.type:
            case pygame.KEYDOWN:
                return self._key(event) or self.dialog is not None
            case pygame.TEXTINPUT | pygame.TEXTEDITING:
                return self.focused is not None and self.focused.type(event)
            case pygame.MOUSEMOTION:
                return self._moved(self._place(event.pos))
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                return self._pressed(self._place(event.pos))
            case pygame.MOUSEBUTTONUP if event.button == 1:
                return self._released(self._place(event.pos))
            case pygame.MOUSEWHEEL:
                return self._wheeled(getattr(event, "precise_y", event.y))
            case pygame.WINDOWLEAVE:
                self._point_at(None)
        return False

    def _key(self, event: pygame.Event) -> bool:
        self._ring_shown = self.focused is not None
        if event.key == pygame.K_TAB:
            step = -1 if event.mod & pygame.KMOD_SHIFT else 1
            self.focus(focusing.after(self.stops(), self.focused, step))
            return True
        if event.key == pygame.K_ESCAPE:
            self._tips_hidden = True
            return self._dismiss()
        if self.focused is None:
            return False
        focused = self.focused
        if focused.key(event):
            self.settle()
            if self.focused is focused:
                self._reveal(focused)
            return True
        if event.key in focusing.DIRECTIONS:
            stops = [each for each in self.stops() if each is not self.ground]
            found = focusing.towards(stops, focused, focusing.DIRECTIONS[event.key])
            if found is not None:
                self.focus(found)
            return True
        return False

    def _dismiss(self) -> bool:
        dialog = self.dialog
        if dialog is None:
            return False
        self.close()
        if dialog.on_dismiss is not None:
            dialog.on_dismiss()
        return True

    def _moved(self, at: Point) -> bool:
        self._pointer = at
        if self._held is not None:
            self._held.drag(at)
            return True
        found = self._under(at)
        self._point_at(found)
        if found is not None:
            found.point(at)
        return self.dialog is not None or (found is not None and found is not self.ground)

    def _pressed(self, at: Point) -> bool:
        self._pointer = at
        found = self._under(at)
        self._point_at(found)
        self._tips_hidden = True
        if found is None:
            return self.dialog is not None
        if found.focusable:
            self.focus(found, ring=found.takes_text)
            self._tips_hidden = True
            self._held = found if found is not self.ground else None
            found.pressed = True
            found.press(at)
        return True

    def _released(self, at: Point) -> bool:
        held, self._held = self._held, None
        if held is None:
            return self.dialog is not None
        held.pressed = False
        if held.rect.collidepoint(at):
            held.activate(at)
        return True

    def _wheeled(self, steps: float) -> bool:
        each = self._under(self._pointer)
        while each is not None:
            if each.wheel(steps):
                return True
            each = each.parent
        return self.dialog is not None

    def _under(self, at: Point) -> Widget | None:
        found = focusing.hit(self._floors[-1].root, at)
        return self.ground if found is None and len(self._floors) == 1 else found

    def _point_at(self, widget: Widget | None) -> None:
        if widget is self._hovered:
            return
        if self._hovered is not None:
            self._hovered.hovered = False
            self._hovered.point(None)
        self._hovered = widget
        self._hovered_since = self._now
        self._tips_hidden = False
        if widget is not None:
            widget.hovered = True

    def _place(self, position: tuple[int, int]) -> Point:
        return position[0] * self._points / self.look.scale, position[1] * self._points / self.look.scale

    # -- frame --------------------------------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, now: float = 0.0) -> None:
        """Draws the screen over what is on `surface`; `now` is a clock in seconds, for tips and the caret."""
        self._now = now
        focused = self.focused
        if focused is not None and focused.takes_text:
            focused.blink(now, self.steady)
        self.settle()
        for floor in self._floors:
            if floor.dialog is not None:
                surface.fill(rgb(self.look.theme["veil"]), special_flags=pygame.BLEND_RGB_MULT)
            surface.fblits(floor.blits, pygame.BLEND_PREMULTIPLIED)
        if focused is not None and self._ring_shown and focused is not self.ground:
            self._draw_ring(surface, focused)
        self._draw_tip(surface)

    def _draw_ring(self, surface: pygame.Surface, widget: Widget) -> None:
        k = self.look.scale
        rect = widget.focus_rect().inflate(2 * _RING - 2, 2 * _RING - 2)
        place = pygame.Rect(round(rect.left * k), round(rect.top * k), round(rect.width * k), round(rect.height * k))
        theme = self.look.theme
        radius = round((widget.ring_radius + _RING - 1) * k, 2)
        image = shapes.ring(place.size, radius, round(_RING * k, 2), theme["focus"], theme["halo"])
        before = surface.get_clip()
        holder = widget.parent
        while holder is not None:
            if holder.clips:
                seen = holder.rect.inflate(2 * _RING, 2 * _RING)
                surface.set_clip(surface.get_clip().clip([round(edge * k) for edge in seen]))
            holder = holder.parent
        surface.blit(image, place, special_flags=pygame.BLEND_PREMULTIPLIED)
        surface.set_clip(before)

    def _draw_tip(self, surface: pygame.Surface) -> None:
        if self._tips_hidden:
            return
        tip: tuple[str, str, Rect] | None = None
        if self._hovered is not None and self._now - self._hovered_since >= _TIP_AFTER:
            tip = self._hovered.hint()
        if (tip is None or not tip[1]) and self.focused is not None and self._ring_shown:
            tip = self.focused.hint()
        if (tip is None or not tip[1]) and self._pointed is not None and self.dialog is None:
            tip = self._pointed[1], self._pointed[2], self._pointed[0]
        if tip is not None and tip[1]:
            draw_tip(surface, self.look, tip[0], tip[1], tip[2], self.window)

    # -- floors -------------------------------------------------------------------------------------------------------

    def _watch(self, floor: _Floor) -> None:
        def unsettled() -> None:
            floor.settled = False

        floor.root.unsettled = unsettled
        floor.root.forget()

    def _collect(self, floor: _Floor) -> None:
        """Keeps one layer for each topmost painting widget; those that are gone are let go."""
        layers = {}
        for widget in topmost(floor.root):
            layers[id(widget)] = floor.layers.pop(id(widget), None) or Layer(widget, self._damaged)
        for layer in floor.layers.values():
            layer.release()
        floor.layers = layers

    def _drop(self, floor: _Floor) -> None:
        floor.root.unsettled = None
        for layer in floor.layers.values():
            layer.release()

    def _damaged(self) -> None:
        self._fresh = False

    def _reveal(self, widget: Widget) -> None:
        holder = widget.parent
        while holder is not None:
            holder.reveal(widget.focus_rect())
            holder = holder.parent
        self.settle()


def _text_input(on: bool) -> None:
    """Tells the system whether typing makes text (and a screen keyboard is wanted), and whether keys repeat."""
    if not pygame.display.get_init():
        return
    if on:
        pygame.key.start_text_input()
        pygame.key.set_repeat(400, 40)
    else:
        pygame.key.stop_text_input()
        pygame.key.set_repeat()
