"""A line to write in: caret, selection, composition by input methods, clipboard."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desktop.kit.brush import Brush, Rect
from game.desktop.kit.editing import Edit
from game.desktop.kit.look import Look
from game.desktop.kit.theme import LABEL, TARGET
from game.desktop.kit.widget import Point, Size, Widget

_PAD = 12.0


class Entry(Widget):
    """Text of at most `most` characters; `invitation` shows while it is empty.

    `on_change` hears every change, `on_submit` hears Enter.
    """

    role = "entry"
    focusable = True
    solid = True
    layered = True
    takes_text = True
    shows = Widget.shows | {"edit", "composition", "_caret_shown"}
    measures = Widget.measures | {"width"}

    def __init__(
        self,
        name: str,
        text: str = "",
        *,
        on_change: Callable[[str], None] = lambda text: None,
        on_submit: Callable[[str], None] | None = None,
        invitation: str = "",
        most: int = 200,
        width: float = 260.0,
        tip: str = "",
        grow: float = 0.0,
    ) -> None:
        super().__init__(name=name, tip=tip, grow=grow)
        self.edit = Edit(text, len(text), len(text))
        self.composition = ""
        self.on_change = on_change
        self.on_submit = on_submit
        self.invitation = invitation
        self.most = most
        self.width = width
        self._caret_shown = True
        self._look = Look()
        self._left = 0.0

    @property
    def text(self) -> str:
        """What is written."""
        return self.edit.text

    def value(self) -> str:
        return self.text

    def natural(self, look: Look, width: float) -> Size:
        return min(width, look.em(self.width)), max(TARGET, look.line_height(LABEL) + 18)

    def least(self, look: Look) -> float:
        return min(look.em(self.width), 120.0)

    def arrange(self, look: Look) -> None:
        self._look = look

    def paint(self, brush: Brush) -> None:
        look, rect = brush.look, self.rect
        edge = "focus" if self.focused else "line"
        brush.box(rect, 9, "raised" if self.enabled else "off", edge, 1.6)
        before, after = self.text[: self.edit.caret], self.text[self.edit.caret :]
        lead, composed = self._width(before), self._width(self.composition)
        room = rect.width - 2 * _PAD
        whole = lead + composed + self._width(after)
        offset = max(0.0, min(lead + composed - room + 2, whole - room + 2))
        self._left = rect.left + _PAD - offset
        middle = rect.centery
        with brush.within(rect.inflate(-_PAD, -4)):
            if not self.text and not self.composition:
                brush.line(self.invitation, (self._left, middle), size=LABEL, role="soft")
            self._paint_selection(brush)
            brush.line(before, (self._left, middle), size=LABEL)
            if self.composition:
                brush.line(self.composition, (self._left + lead, middle), size=LABEL, role="composition")
                line = Rect(self._left + lead, middle + look.em(12), composed, 1.6)
                brush.box(line, 0, "composition")
            brush.line(after, (self._left + lead + composed, middle), size=LABEL)
            if self.focused and self._caret_shown:
                caret = Rect(self._left + lead + composed - 0.8, middle - look.em(12), 1.8, look.em(24))
                brush.box(caret, 0, "ink")

    def blink(self, now: float, steady: bool) -> None:
        self._caret_shown = steady or int(now * 2) % 2 == 0

    def type(self, event: pygame.Event) -> bool:
        if not self.enabled:
            return True
        if event.type == pygame.TEXTEDITING:
            self.composition = event.text
        else:
            self.composition = ""
            self._become(self.edit.typed(event.text, self.most))
        return True

    def key(self, event: pygame.Event) -> bool:
        if self.composition:
            return True
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            if self.on_submit is not None:
                self.on_submit(self.text)
            return self.on_submit is not None
        command = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
        if command and self._command(event.key):
            return True
        edit, selecting = self.edit, bool(event.mod & pygame.KMOD_SHIFT)
        back, ahead = (edit.word(-1), edit.word(1)) if command else (edit.step(-1), edit.step(1))
        changed = {
            pygame.K_BACKSPACE: lambda: edit.erased(back),
            pygame.K_DELETE: lambda: edit.erased(ahead),
            pygame.K_LEFT: lambda: edit.at(back, selecting=selecting),
            pygame.K_RIGHT: lambda: edit.at(ahead, selecting=selecting),
            pygame.K_HOME: lambda: edit.at(0, selecting=selecting),
            pygame.K_END: lambda: edit.at(len(edit.text), selecting=selecting),
        }.get(event.key)
        if changed is not None:
            self._become(changed())
            return True
        # What a key types arrives as TEXTINPUT: no shortcut of the scene may take the letter first.
        return not command and event.key not in (pygame.K_UP, pygame.K_DOWN, pygame.K_TAB) and bool(event.unicode)

    def press(self, at: Point) -> None:
        self.edit = self.edit.at(self._caret_at(at))

    def drag(self, at: Point) -> None:
        self.edit = self.edit.at(self._caret_at(at), selecting=True)

    def _command(self, key: int) -> bool:
        if key == pygame.K_a:
            self.edit = self.edit.everything()
        elif key in (pygame.K_c, pygame.K_x):
            if self.edit.selected:
                pygame.scrap.put_text(self.edit.selected)
            if key == pygame.K_x and self.edit.selected:
                self._become(self.edit.erased(self.edit.caret))
        elif key == pygame.K_v:
            self._become(self.edit.typed(_clipboard(), self.most))
        else:
            return False
        return True

    def _become(self, edit: Edit) -> None:
        before, self.edit = self.edit, edit
        if edit.text != before.text:
            self.on_change(edit.text)

    def _width(self, text: str) -> float:
        return self._look.width(text, LABEL) if text else 0.0

    def _caret_at(self, at: Point) -> int:
        distances = [abs(self._left + self._width(self.text[:i]) - at[0]) for i in range(len(self.text) + 1)]
        return distances.index(min(distances))

    def _paint_selection(self, brush: Brush) -> None:
        start, end = self.edit.selection
        if start < end and not self.composition:
            left = self._left + self._width(self.text[:start])
            wide = self._width(self.text[start:end])
            brush.box(Rect(left, self.rect.top + 6, wide, self.rect.height - 12), 3, "selection")


def _clipboard() -> str:
    """What can be pasted: nothing, where the system gives nothing."""
    try:
        return pygame.scrap.get_text()
    except pygame.error:
        return ""
