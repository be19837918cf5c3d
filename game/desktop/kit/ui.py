"""One screen: its widgets, who has the focus, what the mouse does, and the frame. Everything comes in as events."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.desktop.kit import focus as focusing
from game.desktop.kit.area import Area
from game.desktop.kit.brush import Rect
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.floors import Floor
from game.desktop.kit.keyboard import write_at
from game.desktop.kit.look import Look
from game.desktop.kit.pointer import Pointer
from game.desktop.kit.rings import draw_ring
from game.desktop.kit.scroll import PAGES, Scroll
from game.desktop.kit.theme import MEADOW, Theme
from game.desktop.kit.tooltip import Tips
from game.desktop.kit.widget import Widget


class Ui:
    """Holds a screen's widgets. `announce` is told of each widget that takes the focus, for speech."""

    def __init__(self, announce: Callable[[Widget], None] | None = None) -> None:
        self.look = Look()
        self.window = Rect(0, 0, 1280, 720)
        self.announce = announce
        self.steady = False
        """Reduced motion: nothing blinks."""
        self.to_be_read: Sequence[Widget] = ()
        """What no tip of a widget may cover."""
        self.layouts = 0
        """How often anything was laid out: where it is the same, everything is where it was."""
        self.focused: Widget | None = None
        self.ground: Area | None = None
        self._points = 1.0
        self._floors: list[Floor] = []
        self._ring_shown = False
        self._pointer = Pointer()
        self._tips = Tips()
        self._now = 0.0

    def show(self, root: Widget, *, first: Widget | None = None, ground: Area | None = None) -> None:
        """Fills the window (less a margin) with `root`. `ground` is what lies behind it all: the world's tiles."""
        for floor in self._floors:
            floor.drop()
        self._floors = [Floor(root)]
        self.ground = ground
        self._pointer = Pointer()
        self.focused = None
        self.focus(first)

    def open(self, dialog: Dialog) -> None:
        """Lays a dialog over the screen: it alone takes input until it is closed, and then the focus goes back."""
        self._pointer.leave(self._now)
        self._floors.append(Floor(dialog, returns_to=self.focused))
        self.focus(dialog.first or focusing.after(focusing.stops(dialog), None, 1))

    def close(self) -> None:
        """Closes the newest dialog."""
        if len(self._floors) < 2:
            return
        floor = self._floors.pop()
        floor.drop()
        self._pointer.leave(self._now)
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
        if look != self.look or window != self.window or points != self._points:
            self.look, self.window, self._points = look, window, points
            for floor in self._floors:
                floor.unsettle()
        self.settle()

    def settle(self) -> None:
        """Lays out what has changed; `draw` and `handle` do it by themselves."""
        laid_out = [floor.lay_out(self.look, self.window) for floor in self._floors]
        if any(laid_out):
            self.layouts += 1
            self._follow()

    def focus(self, widget: Widget | None, *, ring: bool = True) -> None:
        """Gives the focus to `widget` (or to none), scrolls it into view and announces it."""
        if self.focused is not widget:
            if self.focused is not None:
                self.focused.focused = False
            self.focused = widget
            if widget is not None:
                widget.focused = True
                if self.announce is not None:
                    self.announce(widget)
        self._ring_shown = ring
        self._tips.hidden = False
        if widget is not None and self._floors:
            self.settle()
            self._reveal(widget)
        if widget is not None and widget.takes_text:
            part = self.look.scale / self._points
            write_at(pygame.Rect([round(edge * part) for edge in widget.rect]))
        else:
            write_at(None)

    def stops(self) -> list[Widget]:
        """All that can take the focus now, in order: what Tab walks through and a scanner would."""
        if not self._floors:
            return []
        behind = [self.ground] if self.ground is not None and len(self._floors) == 1 else []
        return [*behind, *focusing.stops(self._floors[-1].root)]

    def point_out(self, at: Rect | None, title: str = "", words: str = "", *, room: Rect | None = None) -> None:
        """Shows a tip at the side of a place that is no widget (a tile), until told otherwise with None.

        It stays inside `room` (None: the window).
        """
        self._tips.pointed = None if at is None else (title, words, at)
        self._tips.room = room

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
                self._place(event.pos)
                return self._moved()
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                self._place(event.pos)
                return self._pressed()
            case pygame.MOUSEBUTTONUP if event.button == 1:
                self._place(event.pos)
                return self._pointer.release() or self.dialog is not None
            case pygame.MOUSEWHEEL:
                return self._pointer.wheel(getattr(event, "precise_y", event.y)) or self.dialog is not None
            case pygame.WINDOWLEAVE:
                self._pointer.reach(None, self._now)
        return False

    def _key(self, event: pygame.Event) -> bool:
        if event.key == pygame.K_TAB:
            step = -1 if event.mod & pygame.KMOD_SHIFT else 1
            now = self.focused
            self.focus(focusing.after([each for each in self.stops() if each.enabled or each is now], now, step))
            return True
        if event.key == pygame.K_ESCAPE:
            self._tips.hidden = True
            return self._dismiss()
        if self.focused is None:
            return False
        focused = self.focused
        if focused.key(event):
            if self.focused is focused:
                self._ring_shown = True
                self.settle()
                self._reveal(focused)
            return True
        if event.key in focusing.DIRECTIONS:
            stops = [each for each in self.stops() if each is not self.ground]
            found = focusing.towards(stops, focused, focusing.DIRECTIONS[event.key])
            if found is not None:
                self.focus(found)
            return True
        return self._turn_page(event)

    def _turn_page(self, event: pygame.Event) -> bool:
        """Words without a button among them scroll as well, whatever has the focus; not over the meadow, that zooms."""
        if event.key not in PAGES or (self.ground is not None and self.dialog is None):
            return False
        scrolls = [each for each in self._floors[-1].root.within() if isinstance(each, Scroll) and each.clips]
        return any(each.key(event) for each in scrolls)

    def _dismiss(self) -> bool:
        dialog = self.dialog
        if dialog is None:
            return False
        self.close()
        if dialog.on_dismiss is not None:
            dialog.on_dismiss()
        return True

    def _moved(self) -> bool:
        self._pointer.surprised = False
        if self._pointer.drag():
            return self._pointer.held is not self.ground or self._over_card()
        found = self._reached()
        return self.dialog is not None or (found is not None and found is not self.ground)

    def _pressed(self) -> bool:
        found = self._reached()
        if found is not None and found.focusable:
            self.focus(found, ring=found.takes_text)
            self._pointer.press(found)
        self._tips.hidden = found is not self.ground
        return found is not None or self.dialog is not None

    def _over_card(self) -> bool:
        return focusing.hit(self._floors[-1].root, self._pointer.at) is not None

    def _reached(self) -> Widget | None:
        """Finds what the pointer is over, and tells it so."""
        found = focusing.hit(self._floors[-1].root, self._pointer.at)
        if found is None and self.dialog is None:
            found = self.ground
        if found is not self._pointer.over:
            self._tips.hidden = False
        self._pointer.reach(found, self._now)
        return found

    def _place(self, position: tuple[int, int]) -> None:
        part = self._points / self.look.scale
        self._pointer.at = position[0] * part, position[1] * part

    def draw(
        self, surface: pygame.Surface, now: float = 0.0, time_left: Callable[[], bool] | None = None
    ) -> None:
        """Draws the screen over what is on `surface`; `now` is a clock in seconds, for tips and the caret.

        While time passes in the world `time_left` tells whether this frame may go on painting what has changed.
        """
        self._now = now
        focused = self.focused
        if focused is not None and focused.takes_text:
            focused.blink(now, self.steady)
        self.settle()
        for floor in self._floors:
            floor.paint(self.look, time_left)
            floor.draw(surface, self.look)
        if focused is not None and self._ring_shown and focused is not self.ground:
            draw_ring(surface, self.look, focused)
        told = None if self._pointer.surprised else self._pointer.over, focused if self._ring_shown else None
        clear_of = [each.rect for each in self.to_be_read if each.visible]
        self._tips.draw(surface, self.look, self.window, told, now - self._pointer.over_since, clear_of)

    def _follow(self) -> None:
        """After a new layout: what had the focus or the pointer may be gone, or elsewhere."""
        stops = self.stops()
        if self.focused is not None and self.focused not in stops:
            self.focus(focusing.nearest(stops, self.focused.rect), ring=self._ring_shown)
        over = self._pointer.over
        if over is not None:
            self._pointer.surprised |= self._reached() is not over

    def _reveal(self, widget: Widget) -> None:
        holder = widget.parent
        while holder is not None:
            holder.reveal(widget.focus_rect())
            holder = holder.parent
        self.settle()
