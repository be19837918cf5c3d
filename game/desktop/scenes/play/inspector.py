"""What the tile under the cursor receives and gives, and from whom: told by a replay, not by a second reckoning."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from game.desktop.kit import (
    Brush,
    Button,
    Card,
    Chip,
    Column,
    Dialog,
    Icon,
    Image,
    Label,
    Picture,
    Rect,
    Row,
    Ui,
    Widget,
)
from game.desktop.kit.theme import NOTE, SMALL, TITLE
from game.desktop.kit.widget import Point
from game.desktop.scenes.play import portraits
from game.desktop.scenes.play.glance import Glance, glance
from game.desktop.scenes.play.needs import NeedRows
from game.play.beings import What
from game.play.names import home_called, time
from game.play.session import Session
from game.play.verbs.home import home_at
from game.play.why import Account, Line, Watch, explained
from game.words import say

if TYPE_CHECKING:
    from game.desktop.drawing.sprites import Bank

RESTS = 0.3  # seconds the cursor rests before a tile is looked into
SLICE = 2.0  # milliseconds of replay a frame
ANEW = 16  # ticks after which a look is taken again
PAUSE = 1.0  # seconds between two looks at the same tile while time passes
ROOM_FOR_NOTE = 6  # rows of the card up to which there is room for a note
LINES, LINES_IN_WANT = 3, 1  # lines of receiving, and of giving, at most; the rest is told when asked for
SHAPES = {
    "water": ("drop", "focus"),
    "carbon": ("carbon", "chosen-edge"),
    "mineral": ("mineral", "receives"),
    "seed": ("plant", "primary"),
    "food": ("food", "chosen-edge"),
    "wood": ("flame", "chosen-edge"),
    "care": ("heart", "receives"),
}

Tile = tuple[int, int]


class Inspector:
    """Looks into one tile at a time, a slice a frame, and shows what it finds."""

    def __init__(self, bank: Bank, ui: Ui) -> None:
        self._bank, self._ui = bank, ui
        self._tile: Tile | None = None
        self._rested = 0.0
        self._watch: Watch | None = None
        self._seen_at = -ANEW
        self._seen_deeds = 0
        self._told: Tile | None = None  # what the card tells of, until more is known of the tile under the cursor
        self._since_look = PAUSE
        self.account: Account | None = None
        self._all: list[Widget] = []
        self._note = ""
        self._portrait = Portrait(portraits.picture(bank, "tuft_0"), self._tell_all)
        self._name = Label("", size=TITLE, bold=True)
        self._state = Label("", size=NOTE, colour="soft")
        self._chip = Chip("")
        self._pin = Chip(say("play.inspector.pinned"), icon="pin")
        self._pin.visible = False
        who = Column([self._name, self._state, self._chip, self._pin], gap=0, align="left", grow=1)
        self._head = Row([self._portrait, who], gap=12, align="top")
        self._invitation = Label(say("play.inspector.invitation"), size=NOTE, colour="soft")
        self._want = Label("", size=NOTE)
        self._inset = Card(self._want, kind="inset", padding=(10, 6))
        self._needs = NeedRows()
        self._body = Column([self._invitation], gap=2)
        self.card = Card(self._body, padding=(14, 8))

    @property
    def looking(self) -> bool:
        """Whether a replay is under way, or soon will be."""
        return self._watch is not None or self._tile != self._told or (self._tile is not None and self.account is None)

    def show_pin(self, pinned: bool) -> None:
        """Say whether the card stays with its tile wherever the cursor goes."""
        self._pin.visible = pinned

    def forget(self) -> None:
        """The world is another: what was found no longer holds."""
        self._watch = None
        self._seen_at = -ANEW

    def step(self, session: Session, tile: Tile | None, seconds: float, *, at_once: bool = False) -> None:
        """Follow the cursor to `tile`; look into it when it has rested there, or `at_once`."""
        if tile is not None and tile != self._tile:
            self._tile, self._rested, self._watch = tile, 0.0, None
            self._seen_at = -ANEW
        if self._tile is None:
            return
        self._rested += seconds
        self._since_look += seconds
        if self._watch is not None:
            if self._watch.go_on(SLICE):
                self.account, self._watch, self._told = self._watch.account, None, self._tile
                self._show(session, self._tile)
        elif (at_once or self._rested >= RESTS) and self._due(session):
            self._seen_at, self._since_look = session.tick_now, 0.0
            self._seen_deeds = len(session.actions)
            self._watch = Watch(session, session.world.place(self._tile[1], self._tile[0]))
            if self._told is None:
                self._told = self._tile
                self._show(session, self._tile)

    def refresh(self, session: Session) -> None:
        """The facts at a glance, as they are now."""
        if self._told is not None:
            self._show_glance(glance(session, self._told))
            self._show_want(session, self._told)
            self._show_needs(session, self._told)

    def _due(self, session: Session) -> bool:
        passed = abs(session.tick_now - self._seen_at)
        if self._seen_at < 0 or len(session.actions) != self._seen_deeds:
            return True
        return passed >= ANEW and self._since_look >= PAUSE

    def _show(self, session: Session, tile: Tile) -> None:
        self._show_glance(glance(session, tile))
        self._show_want(session, tile)
        self._show_needs(session, tile)
        found = self.account
        self._portrait.opens = found is not None
        if found is None:
            self._body.hold([self._head, self._needs.column, self._inset])
            return
        parts: list[Widget] = [self._head, self._needs.column, self._inset]
        most = LINES_IN_WANT if self._want.text or found.what == "home" else LINES
        parts += _told(session, found, most=most, brief=True)
        self._note = _note(session, tile)
        if self._note and not self._want.text and len(parts) < ROOM_FOR_NOTE:
            parts.append(Card(Label(self._note, size=NOTE), kind="inset", padding=(10, 6)))
        self._all = _told(session, found)
        self._portrait.opens = bool(self._all or self._note)
        self._body.hold(parts)

    def _tell_all(self) -> None:
        """Everything received and given, and what is worth knowing of the kind, in a dialog."""
        note: list[Widget] = [Card(Label(self._note), kind="inset", padding=(12, 8))] if self._note else []
        close = Button(say("play.inspector.close"), self._ui.close, kind="primary")
        parts: list[Widget] = [Label(self._state.text, colour="soft"), *self._all, *note]
        self._ui.open(Dialog(self._name.text, Column(parts, gap=6), [close], width=480))

    def _show_want(self, session: Session, tile: Tile) -> None:
        """What is lacking at this moment, for it may have been given since the replay began; why, if that is known."""
        self._want.text = explained(session.world, session.world.place(tile[1], tile[0]), self.account)
        self._inset.visible = bool(self._want.text)

    def _show_needs(self, session: Session, tile: Tile) -> None:
        self._needs.show(session.world, home_at(session.world, *tile))

    def _show_glance(self, seen: Glance) -> None:
        self._portrait.picture = portraits.picture(self._bank, seen.sprite(self._bank.names_known))
        self._name.text = seen.title
        self._state.text = seen.state
        want = "" if seen.stores else seen.want  # a home's is told beside each need
        self._chip.text = want
        self._chip.visible = bool(want)
        self._chip.icon = "warning" if want else ""


class Portrait(Image):
    """The picture of what is looked at; when it `opens`, a button with all there is to tell."""

    role = "button"
    solid = True
    shows = Image.shows | {"opens"}

    def __init__(self, picture: Picture, on_press: Callable[[], None]) -> None:
        super().__init__(picture, 48, 48, fill="chip", name=say("play.inspector.more"))
        self._on_press = on_press
        self.opens = False

    @property
    def focusable(self) -> bool:  # type: ignore[override]
        return self.opens

    def hint(self) -> tuple[str, str, Rect]:
        return "", self.name if self.opens else "", self.rect

    def activate(self, at: Point | None) -> None:
        if self.opens:
            self._on_press()

    def paint(self, brush: Brush) -> None:
        super().paint(brush)
        if self.opens:
            side, rect = brush.look.em(17), self.rect
            badge = Rect(rect.right - side + 3, rect.bottom - side + 3, side, side)
            brush.box(badge, side / 2, "primary-hover" if self.hovered else "primary", "paper", 2)
            brush.icon("search", badge.center, side * 0.62, "on-primary", "primary")


def _told(session: Session, found: Account, *, most: int | None = None, brief: bool = False) -> list[Widget]:
    """What was received and what was given, `most` lines each at most; `brief` ones leave the kind to its shape."""
    parts: list[Widget] = []
    for heading, lines, colour, sign in (
        ("receives", found.received, "receives", "+"),
        ("gives", found.gave, "gives", "−"),
    ):
        if lines:
            span = time(session.tick_now - found.since)
            spoken = say("play.inspector.heading", heading=say(f"play.inspector.{heading}"), time=span)
            parts.append(Label(spoken, size=SMALL, bold=True, colour=colour))
            parts += [_line(line, sign, "" if brief else found.what) for line in _telling(session, lines)[:most]]
    return parts


def _telling(session: Session, lines: tuple[Line, ...]) -> list[Line]:
    """The lines in order: what went between living partners before sun, rain and ground; of each the most first."""
    flora, colonies = session.world.flora.kinds, session.world.colonies
    alive = (
        {kind.title_plural for kind in flora}
        | {each.kind.title_plural for each in colonies}
        | {home_called(name) for name in session.world.households.names}
        | {say(f"why.partners.{who}") for who in ("you", "all", "fund")}
    )
    return sorted(lines, key=lambda line: line.partner not in alive)


def _note(session: Session, tile: Tile) -> str:
    """What is worth knowing of the kind that stands there."""
    world = session.world
    place = world.place(tile[1], tile[0])
    number = int(world.flora.species[place])
    if number:
        return world.flora.kind(number).note
    return next((each.kind.note for each in world.colonies if place in each.place), "")


def _line(line: Line, sign: str, what: What | Literal[""]) -> Row:
    """One thing that came or went: its shape, what it was, how much, and of what if that is not left to the shape."""
    icon, colour = SHAPES.get(line.kind, ("carbon", "gives"))
    if line.kind == "seed":  # their motes are no number of seeds
        amount = say("play.inspector.seeds", sign=sign)
    elif what:
        kind = say(f"play.inspector.carbon.{what}" if line.kind == "carbon" else f"why.kinds.{line.kind}")
        amount = say("play.inspector.amount", sign=sign, motes=line.motes, kind=kind)
    else:
        amount = f"{sign}{line.motes}"
    return Row(
        [Icon(icon, size=16, colour=colour), Label(line.words, size=NOTE, grow=1), Label(amount, size=NOTE, bold=True)]
    )
