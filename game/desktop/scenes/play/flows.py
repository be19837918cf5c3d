"""Who gave what to whom, as streams between names: the wider a stream, the more was given. No balance is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING

from game.desktop.kit import Brush, Column, Label, Rect, Row, Stepper
from game.desktop.kit.theme import LABEL, NOTE, SMALL
from game.desktop.scenes.play import portraits
from game.desktop.scenes.play.parts import Parts
from game.engine import calendar
from game.engine.commons import GIVEN, OTHERS
from game.play.progress import Shared
from game.play.session import Session
from game.play.sharing import in_season, newly_shared, parties
from game.words import counted, say

if TYPE_CHECKING:
    from game.desktop.drawing.sprites import Bank

WIDTH, HEIGHT = 580.0, 430.0
REACH = 40.0  # how far around its picture a party can be picked
NODE = 46.0
WIDEST, NARROWEST = 13.0, 1.6
BOW = 12.0  # how far a stream is bent aside
SPRITES = {"fund": "parcel", "land": "tuft_daisies", "creatures": "bird_a", "you": "basket"}
ALL = -1  # all seasons so far
SIDES = (("giver", "receiver", "gave", "to"), ("receiver", "giver", "received", "from"))


Place = tuple[float, float]


class Flows:
    """The picture, a choice of the season, and in words what the one who is picked gave and received."""

    def __init__(self, session: Session, bank: Bank) -> None:
        world = session.world
        self._homes = len(world.households)
        self._names = [
            say(f"fund.parties.{name}") if number >= self._homes else portraits.name_of(world, name)
            for number, name in enumerate(parties(world))
        ]
        fund = self._homes + OTHERS.index("fund")
        absent = {fund: not world.commons.open, self._homes + OTHERS.index("creatures"): not world.animals}
        self._there = [number for number in range(len(self._names)) if not absent.get(number)]
        self._pictures = {
            number: portraits.picture(bank, "house" if number < self._homes else SPRITES[OTHERS[number - self._homes]])
            for number in self._there
        }
        self._places = placed([number for number in self._there if number != fund], fund)
        self._shared = [*session.progress.shared, *newly_shared(world, session.progress.shared)]
        self._streams: dict[tuple[int, int], int] = {}
        self._head = Label("", size=LABEL, bold=True)
        self._words = Label("", size=NOTE)
        self.picture = Parts(say("fund.gifts.title"), WIDTH, HEIGHT, self._paint, self._hit, self._told)
        last = min(session.tick_now, session.level.ticks - 1) // calendar.SEASON
        seasons = [*range(last + 1), ALL]
        self.season = Stepper(say("fund.gifts.season"), seasons, ALL, self._show, shown=_when)
        beside = Column([
            self.season, self._head, self._words,
            Label(say("fund.gifts.no_debt"), size=NOTE, colour="soft"),
            Label(say("fund.gifts.how"), size=SMALL, colour="soft"),
        ], gap=8, align="left", grow=1)
        self.body = Row([self.picture, beside], gap=20, align="top")
        self._show(ALL)

    def _show(self, season: int) -> None:
        given = self._shared if season == ALL else in_season(self._shared, season)
        self._streams = {}
        for each in given:
            way = each.giver, each.receiver
            self._streams[way] = self._streams.get(way, 0) + each.units
        self._lines = [self._everyone(given), *(self._of(number, given) for number in self._there)]
        self.picture.show([f"{head}. {words}" for head, words in self._lines])

    def _told(self, part: int) -> None:
        self._head.text, self._words.text = self._lines[part]

    def _everyone(self, given: Sequence[Shared]) -> tuple[str, str]:
        if not given:
            return say("fund.gifts.everyone"), say("fund.gifts.nobody")
        lines = [say("fund.gifts.in_all", things=things(given))]
        for side, _, did, _ in SIDES:
            those = sorted({getattr(each, side) for each in given})
            lines.append(say(f"fund.gifts.who_{did}", names=", ".join(self._names[number] for number in those)))
        return say("fund.gifts.everyone"), "\n".join(lines)

    def _of(self, number: int, given: Sequence[Shared]) -> tuple[str, str]:
        lines, land = [], self._homes + OTHERS.index("land")
        for side, other, did, way in SIDES:
            mine = [each for each in given if getattr(each, side) == number]
            lines.append(say(f"fund.gifts.{did}" if mine else f"fund.gifts.{did}_nothing"))
            for far in sorted({getattr(each, other) for each in mine}):
                those = [each for each in mine if getattr(each, other) == far]
                told = things(those, to_land=land in (number, far))
                lines.append(say(f"fund.gifts.{way}", name=self._names[far], things=told))
        name = self._names[number]
        return name[:1].upper() + name[1:], "\n".join(lines)

    # ------------------------------------------------------------- the picture

    def _hit(self, x: float, y: float) -> int | None:
        near = [hypot(x - self._places[number][0], y - self._places[number][1]) for number in self._there]
        return 1 + near.index(min(near)) if min(near) <= REACH else 0

    def _paint(self, brush: Brush, rect: Rect, picked: int) -> None:
        theme, k = brush.look.theme, rect.width / WIDTH
        most = max(self._streams.values(), default=1)
        chosen = self._there[picked - 1] if picked else None
        body = ""
        for (giver, receiver), units in sorted(self._streams.items(), key=lambda stream: -stream[1]):
            role = "primary" if chosen is None else {giver: "gives", receiver: "receives"}.get(chosen, "track")
            wide = max(NARROWEST, WIDEST * units / most)
            body += stream(self._places[giver], self._places[receiver], wide, theme[role], pale=chosen is None)
        brush.box(rect, 12, "paper-2")
        brush.vector(body, rect, WIDTH, HEIGHT)
        for part, number in enumerate(self._there, 1):
            x, y = self._places[number]
            centre = rect.left + x * k, rect.top + y * k
            self._paint_party(brush, centre, k, number, on=part == picked)

    def _paint_party(self, brush: Brush, centre: Place, k: float, number: int, *, on: bool) -> None:
        look, side = brush.look, NODE * k
        around = Rect(centre[0] - side / 2, centre[1] - side / 2, side, side)
        brush.box(around, side / 2, "raised", "chosen-edge" if on else "line", 3 if on else 1.4)
        brush.picture(self._pictures[number], around.inflate(-0.32 * side, -0.32 * side))
        name = self._names[number]
        wide = look.width(name, SMALL, True)
        chip = Rect(centre[0] - wide / 2 - 6, around.bottom - 4, wide + 12, look.line_height(SMALL))
        brush.box(chip, 6, "chosen" if on else "paper")
        brush.words(name, chip, size=SMALL, bold=True, align="centre")


def things(given: Sequence[Shared], *, to_land: bool = False) -> str:
    """So many meals, drinks and logs."""
    told = []
    for what in GIVEN:
        if units := sum(each.units for each in given if each.what == what):
            told.append(counted("fund.units.land" if to_land else f"fund.units.{what}", units))
    return ", ".join(told)


def placed(around: Sequence[int], middle: int) -> Mapping[int, Place]:
    """Where each party stands in the picture: in a round, and one in the middle of it."""
    turns = {number: 2 * pi * at / len(around) - pi / 2 for at, number in enumerate(around)}
    ring = {
        number: (WIDTH / 2 + (WIDTH / 2 - 64) * cos(turn), HEIGHT / 2 - 8 + (HEIGHT / 2 - 42) * sin(turn))
        for number, turn in turns.items()
    }
    return {**ring, middle: (WIDTH / 2, HEIGHT / 2 - 8)}


def stream(start: Place, end: Place, wide: float, colour: str, *, pale: bool) -> str:
    """The SVG of a stream from one place to another: bowed to its right, so that what flows back lies beside it, with
    an arrow where it comes to."""
    across, along = _towards(start, end)
    bow = BOW + wide
    bend = (start[0] + end[0]) / 2 - along * bow, (start[1] + end[1]) / 2 + across * bow
    across, along = _towards(bend, end)
    tip = end[0] - across * (NODE / 2 + 3), end[1] - along * (NODE / 2 + 3)
    long, half = 7 + wide * 0.9, 4 + wide * 0.75  # of the arrow's head
    root = tip[0] - across * long, tip[1] - along * long
    left = root[0] - along * half, root[1] + across * half
    right = root[0] + along * half, root[1] - across * half
    opacity = 0.62 if pale else 1
    return (
        f'<path d="M{_at(start)}Q{_at(bend)} {_at(root)}" fill="none" stroke="{colour}" stroke-width="{wide:.1f}"'
        f' stroke-opacity="{opacity}"/>'
        f'<path d="M{_at(tip)}L{_at(left)}L{_at(right)}Z" fill="{colour}" fill-opacity="{opacity}"/>'
    )


def _towards(start: Place, end: Place) -> Place:
    """The direction from one place to another, one unit long."""
    long = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    return (end[0] - start[0]) / long, (end[1] - start[1]) / long


def _at(place: Place) -> str:
    return f"{place[0]:.1f} {place[1]:.1f}"


def _when(season: int) -> str:
    if season == ALL:
        return say("fund.gifts.so_far")
    name = say(f"play.season.{calendar.SEASONS[season % len(calendar.SEASONS)]}")
    return say("fund.gifts.when", season=name, year=season // len(calendar.SEASONS) + 1)
