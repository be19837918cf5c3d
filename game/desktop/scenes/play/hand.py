"""The hand: one card a tool, with its key, how many there are, and why it is of no use now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.desktop.kit import Brush, Card, Look, Picture, PictureButton, Rect, Row
from game.desktop.kit.buttons import chip_width, key_chip
from game.desktop.kit.theme import LABEL, NOTE, SMALL
from game.desktop.scenes.play import portraits
from game.desktop.scenes.play.tools import (
    FROM_BASKET,
    SET_OUT,
    Load,
    Share,
    Tool,
    explained,
    held,
    hindered,
    named,
    tools,
)
from game.engine import calendar
from game.levels.level import PERCH
from game.play.names import kinds
from game.play.session import Session
from game.words import say

if TYPE_CHECKING:
    from game.desktop.drawing.sprites import Bank

PICTURE = 44.0
PADDING, GAP = 8.0, 5.0
MOST_KEYS = 9
HAND_GIFTS = ("young", "flake", "spores", "perch")  # what a kind may give that comes with a card of its own


class ToolCard(PictureButton):
    """A narrow card: picture, key and number above, name below. A `compact` one has a smaller name and picture.

    `part` is what it takes of what is there: "half" or "all", drawn as half a disc or a whole one; or nothing.
    """

    shows = PictureButton.shows | {"part"}
    measures = PictureButton.measures | {"compact"}

    def __init__(self, text: str, picture: Picture, on_press: Callable[[], None], key_name: str) -> None:
        super().__init__(text, picture, on_press, key_name=key_name)
        self.compact = False
        self.part = ""

    def natural(self, look: Look, width: float) -> tuple[float, float]:
        least = self.least(look)
        most = least if self.compact else max(least, min(width, look.em(108)))
        w, h = look.block(self.text, self._size, True, most - 10)
        above = max(self._side(look), look.em(20) + look.line_height(LABEL)) if self.compact else self._side(look)
        return max(least, w + 10), above + h + (8 if self.compact else 12)

    def least(self, look: Look) -> float:
        beside = max(look.width("×00", LABEL, True), chip_width(look, self.key_name))
        return max(self._side(look) + beside + 10, self.wide(look, self.text))

    def wide(self, look: Look, text: str) -> float:
        """How wide it must be for some words."""
        return look.longest_word(text, self._size, True) + 9

    def hint(self) -> tuple[str, str, Rect]:
        return self.text, self.disabled_because or self.tip, self.rect

    def paint(self, brush: Brush) -> None:
        look, rect = brush.look, self.rect
        fill = "chosen" if self.chosen else "paper-2" if self.pressed or not self.enabled else "raised"
        edge = "chosen-edge" if self.chosen or (self.hovered and self.enabled) else "edge"
        brush.box(rect, 11, fill, edge, 2.6 if self.chosen else 1.4)
        words = self._words(look, rect.width)
        top = Rect(rect.left + 5, rect.top + 5, rect.width - 10, rect.height - words - 9)
        side = self._side(look)
        brush.picture(self.picture, Rect(top.left, top.top, side, top.height))
        if self.part:
            self._paint_part(brush, Rect(top.right - look.em(22), top.bottom - look.em(21), look.em(20), look.em(20)))
        chip = chip_width(look, self.key_name)
        if self.key_name:
            key_chip(brush, self.key_name, Rect(top.right - chip, top.top, chip, look.em(20)))
        ink = "ink" if self.enabled else "off-ink"
        if self.count:
            x = top.right - look.width(self.count, LABEL, True)
            brush.line(self.count, (x, top.bottom - look.em(10)), size=LABEL, bold=True, role=ink)
        below = Rect(rect.left + 4, rect.bottom - words - 1, rect.width - 8, words - 2)
        brush.words(self.text, below, size=self._size, bold=True, role=ink, align="centre")

    def portrait(self, look: Look, height: float) -> tuple[Picture, int, int]:
        """Its picture, and how many pixels wide and high there is room for on a card of this height."""
        high = height - self._words(look, self.natural(look, look.em(108))[0]) - 9
        return self.picture, round(self._side(look) * look.scale), round(high * look.scale)

    def _words(self, look: Look, width: float) -> float:
        return look.block(self.text, self._size, True, width - 8)[1] + (1 if self.compact else 4)

    @property
    def _size(self) -> float:
        return SMALL if self.compact else NOTE

    def _paint_part(self, brush: Brush, rect: Rect) -> None:
        colour, paper = brush.look.theme["primary"], brush.look.theme["paper"]
        body = f'<circle cx="10" cy="10" r="8" fill="{paper}" stroke="{colour}" stroke-width="2.4"/>'
        body += (
            f'<path d="M10 2A8 8 0 0 0 10 18Z" fill="{colour}"/>'
            if self.part == "half"
            else f'<circle cx="10" cy="10" r="8" fill="{colour}"/>'
        )
        brush.vector(body, rect, 20, 20)

    def _side(self, look: Look) -> float:
        return PICTURE if self.compact else look.em(PICTURE)


class Hand:
    """The card of the hand. `choose` is told of a tool that the player takes up."""

    def __init__(self, bank: Bank, choose: Callable[[Tool], None]) -> None:
        self._bank, self._choose = bank, choose
        self._row = Row([], gap=GAP, line_gap=GAP, align="stretch")
        self.card = Card(self._row, padding=PADDING)
        self.cards: dict[str, ToolCard] = {}
        self.tools: list[Tool] = []
        self._coming: frozenset[str] = frozenset()
        self._names: dict[str, list[str]] = {}
        self._season: tuple[bool, int] | None = None
        self._had: set[str] = set()  # cards that lay in the hand this season: used up they stay, so no number changes

    def show(
        self, session: Session, chosen: Tool | None, share: Share, giving: str, load: Load, *, compact: bool
    ) -> None:
        """Make the cards true; `chosen` is the tool in use."""
        self.tools = tools(session, giving, load)
        given = {handful.give for handful in session.level.hand}
        if [tool.key for tool in self.tools] != list(self.cards):
            self.cards = {tool.key: self._card(tool) for tool in self.tools}
            self._row.hold(list(self.cards.values()))
            self._coming = frozenset(tool.key for tool in self.tools if may_come(session, tool))
            bearing = [kind.title for kind in session.world.flora.kinds if kind.ovules]
            self._names = {
                verb: [say(f"play.hand.{verb}_kind", kind=kind) for kind in bearing] for verb in FROM_BASKET
            }
        season = session.begun, session.tick_now // calendar.SEASON
        if season != self._season:
            self._season, self._had = season, set()
        for tool in self.tools:
            card = self.cards[tool.key]
            many = held(session, tool)
            card.text = card.name = named(session, tool, share)
            card.picture = portraits.of_tool(self._bank, session.world, tool, share)
            card.count = "" if many is None else say("play.hand.count", count=many)
            card.disabled_because = hindered(session, tool)
            card.tip = explained(session, tool)
            card.chosen = chosen is not None and tool.key == chosen.key
            card.compact = compact
            card.part = share if tool.verb == "gather" else ""
            if many or (not session.begun and _of(tool) in given):
                self._had.add(tool.key)
            card.visible = tool.key in self._had if tool.verb in SET_OUT else session.begun
        for number, tool in enumerate(self.numbered, 1):
            self.cards[tool.key].key_name = str(number) if number <= MOST_KEYS else ""

    @property
    def numbered(self) -> list[Tool]:
        """The tools whose cards are in sight, in the order of their keys."""
        return [tool for tool in self.tools if self.cards[tool.key].visible]

    def take(self, number: int) -> None:
        """Take up the card of a key, counted from 1, if there is one."""
        if number <= len(self.numbered):
            self._choose(self.numbered[number - 1])

    def coming(self, look: Look) -> list[tuple[Picture, int, int]]:
        """The pictures of cards that may still come, as large as they are shown while the hand stays so high."""
        height = max((card.rect.height for card in self.cards.values() if card.visible), default=0.0)
        hidden = [card for key, card in self.cards.items() if key in self._coming and not card.visible]
        return [card.portrait(look, height) for card in hidden] if height else []

    def whole(self, look: Look) -> float:
        """How wide the hand is once it holds every card that can come, in logical pixels."""
        cards = [self._widest(look, tool) for tool in self.tools if tool.key in self._coming]
        return sum(cards) + GAP * (len(cards) - 1) + 2 * PADDING

    def wrap(self, wraps: bool) -> None:
        """Let the cards go on in a second row where one is too short for all."""
        self._row.flows = wraps

    def _widest(self, look: Look, tool: Tool) -> float:
        card = self.cards[tool.key]
        return max([card.narrowest(look), *(card.wide(look, name) for name in self._names.get(tool.verb, ()))])

    def _card(self, tool: Tool) -> ToolCard:
        return ToolCard("", portraits.picture(self._bank, "leaf_0"), lambda: self._take(tool.key), "1")

    def _take(self, key: str) -> None:
        self._choose(next(tool for tool in self.tools if tool.key == key))


def may_come(session: Session, tool: Tool) -> bool:
    """Whether its card can lie in the hand while time passes: what a level gives, or members at a season's turn."""
    if tool.verb not in SET_OUT or held(session, tool):
        return True
    given = {handful.give for handful in session.level.hand}
    for kind in kinds(session.world):
        given |= {PERCH if what == "perch" else kind.name for what in kind.gift.values() if what in HAND_GIFTS}
    return _of(tool) in given


def _of(tool: Tool) -> str:
    """What it sets out, as a level's hand calls it."""
    return PERCH if tool.verb == "invite" else tool.of
