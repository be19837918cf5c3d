"""A dialog: a card in the middle of the window that takes all input until it is closed."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.kit.brush import Rect
from game.desktop.kit.buttons import Action
from game.desktop.kit.cards import Card
from game.desktop.kit.labels import Label
from game.desktop.kit.layout import Column, Row
from game.desktop.kit.look import Look
from game.desktop.kit.scroll import Scroll
from game.desktop.kit.theme import HEADING
from game.desktop.kit.widget import Size, Widget

_MARGIN = 24.0


class Dialog(Widget):
    """A title with `tabs` beside it, if any, a body that scrolls if it must, and buttons. Escape closes it and then
    calls `on_dismiss`."""

    role = "dialog"

    def __init__(
        self,
        title: str,
        body: Widget,
        buttons: Sequence[Widget],
        *,
        on_dismiss: Action | None = None,
        first: Widget | None = None,
        tabs: Widget | None = None,
        width: float = 560.0,
    ) -> None:
        super().__init__(name=title)
        self.on_dismiss = on_dismiss
        self.first = first or (buttons[0] if buttons else None)
        self.width = width
        head: Widget = Label(title, size=HEADING, bold=True)
        head = head if tabs is None else Row([head, tabs], gap=24, line_gap=4, spread=True)
        parts = [head, Scroll(body), Row(buttons, gap=12, flows=True)]
        self.card = Card(Column(parts, gap=12), padding=(28, 22))
        self.card.parent = self

    def children(self) -> Sequence[Widget]:
        return (self.card,)

    def natural(self, look: Look, width: float) -> Size:
        return self.card.measure(look, min(width, look.broad(self.width)))

    def arrange(self, look: Look) -> None:
        width = min(look.broad(self.width), self.rect.width - 2 * _MARGIN)
        height = min(self.card.measure(look, width)[1], self.rect.height - 2 * _MARGIN)
        place = Rect(self.rect.centerx - width / 2, self.rect.centery - height / 2, width, height)
        self.card.place(look, place)
