"""Where the cards lie: around the free view of the meadow, or, where words are large, folded into one pile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop.kit import (
    Area,
    Button,
    Card,
    Choice,
    Column,
    Framed,
    Icon,
    IconButton,
    Label,
    Option,
    Row,
    Scroll,
    Spacer,
    Ui,
    Widget,
)
from game.desktop.kit.theme import BODY, NOTE
from game.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.desktop.scenes.play.hand import Hand

ROOMY = 1.1  # text scale above which the cards at the right are folded into one pile
GAP = 8.0
WIDE = 300.0
START = 360.0  # width of the card that begins time
HUGE = 1.6  # text scale from which the pile begins folded away
LEAST_LOOK = 150.0  # logical pixels of the inspector, below which it scrolls together with the cards above it
PILE = (("balance", "heart"), ("goals", "star"), ("look", "eye"), ("rewind", "rewind"), ("none", "leaf"))


class Board:
    """Holds the cards by name and lays them out again when the words grow or the play goes on."""

    def __init__(
        self,
        ui: Ui,
        ground: Area,
        cards: Mapping[str, Widget],
        menu: list[IconButton],
        start: Callable[[], None],
        hand: Hand,
    ) -> None:
        self.ui = ui
        self.cards = cards
        self._hand = hand
        self._pile = "balance"
        self._form: tuple[bool, ...] | None = None
        self.start = Button(say("play.begin.button"), start, kind="primary", icon="play")
        self._start_words = Label("", size=BODY, bold=True)
        self._seen = Label("", size=NOTE, grow=1)
        self._seen.tip = say("play.begin.seen_tip")
        self._bees = Row([Icon("bee", size=20), self._seen], gap=6)
        begin = Column([Spacer(), self._start_words, self._bees, self.start, Spacer()], gap=5)
        self._start_card = Card(begin, padding=(14, 6), width=START, most=START)
        self._menu = Card(Row(menu, gap=0), padding=(6, 3))
        self._top = Row([cards["time"], cards["view"], self._menu], gap=GAP, align="stretch", flows=True)
        self._bottom = Row([], gap=GAP, align="stretch")
        middle = Row([Spacer(), cards["turn"], Spacer()])
        notice = Row([cards["notice"], Spacer()])
        legend = Row([cards["legend"], Spacer()])
        left = Column([self._top, middle, legend, notice, Spacer(), self._bottom], gap=GAP, grow=1)
        self._right = Framed(Column([]), width=WIDE, most=WIDE)
        self.root = Row([left, self._right], gap=12, align="stretch")
        self._choice = Choice(
            say("play.pile.title"),
            [Option(name, say(f"play.pile.tabs.{name}"), icon, say(f"play.pile.{name}")) for name, icon in PILE],
            self._pile,
            self._open,
            stacked=True,
        )
        ui.show(self.root, first=ground, ground=ground)

    @property
    def compact(self) -> bool:
        return self.ui.look.text_scale > ROOMY

    @property
    def shows_look(self) -> bool:
        """Whether the inspector is in sight."""
        return not self.compact or self._pile == "look"

    def say_left(self, words: str, seen: str) -> None:
        """How much is still to be set out, and how much bees will see of what is ("" where that is no question)."""
        self._start_words.text, self._seen.text, self._bees.visible = words, seen, bool(seen)

    def arrange(self, *, begun: bool) -> None:
        """Choose the form that fits; call it after every layout and whenever time begins."""
        look = self.ui.look
        wide = look.broad(WIDE)
        above = sum(self.cards[name].measure(look, wide)[1] + 10 for name in ("balance", "goals"))
        room = self.ui.window.height - 24 - above
        last: list[Widget] = [self.cards["rewind"]] if begun and not self.compact else []
        last = last if begun else [self._start_card]
        wraps = self.compact or self._hand.whole(look) > self._beside(wide)
        form = self.compact, begun, room >= look.em(LEAST_LOOK), self._crowded(wide, last, begun=begun), wraps
        if form == self._form:
            return
        if self._form is None and look.text_scale > HUGE:
            self._pile = self._choice.chosen = "none"
        self._form = form
        self._hand.wrap(wraps)
        row = [self.cards["hand"], *last]
        stack = [*last, Row([self.cards["hand"]], align="stretch")]
        self._bottom.hold([Column(stack, gap=GAP, align="left", grow=1)] if form[3] else row)
        self._stack(roomy=form[2])
        self.ui.settle()

    def _crowded(self, wide: float, last: list[Widget], *, begun: bool) -> bool:
        """Whether the hand and what stands `last` find no room side by side. While time passes all cards that may come
        are counted, so that the map stays where it is when they do."""
        look = self.ui.look
        hand = max(self.cards["hand"].narrowest(look), self._hand.whole(look) if begun else 0.0)
        least = hand + sum(card.narrowest(look) for card in last) + GAP
        return not self.compact and least > self._beside(wide)

    def _beside(self, wide: float) -> float:
        """How wide the view is beside the cards at the right."""
        return self.ui.window.width - wide - 36

    def show_look(self) -> None:
        """Bring the inspector to the top of the pile."""
        if self.compact:
            self._choice.chosen = "look"
            self._open("look")

    def free(self) -> pygame.Rect:
        """The pixels that no card covers."""
        k = self.ui.look.scale
        top, bottom = self._top.rect.bottom + GAP, self._bottom.rect.top - GAP
        left, right = self.root.rect.left, self._right.rect.left - 12
        if self.compact and self._pile == "none":
            right = self.root.rect.right
        return pygame.Rect(
            round(left * k), round(top * k), round((right - left) * k), max(40, round((bottom - top) * k))
        )

    def _stack(self, *, roomy: bool) -> None:
        cards = self.cards
        if self.compact:
            shown = [] if self._pile == "none" else [Scroll(cards[self._pile])]
            self._right.hold(Column([Card(self._choice, padding=4), *shown], gap=10))
        elif roomy:
            self._right.hold(Column([cards["balance"], cards["goals"], Scroll(cards["look"])], gap=10))
        else:
            self._right.hold(Scroll(Column([cards["balance"], cards["goals"], cards["look"]], gap=10)))

    def _open(self, name: object) -> None:
        self._pile = str(name)
        self._stack(roomy=False)
