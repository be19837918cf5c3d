"""How everyone fares: flourishing as one number, who is worst off and why, and every member with a bar."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from typing import TYPE_CHECKING

from game.desktop.kit import Brush, Card, Column, Drawing, Label, Look, Picture, Rect, Row, Widget
from game.desktop.kit.theme import BODY, NOTE, TITLE, Theme
from game.desktop.scenes.play import homes, portraits
from game.engine.doughnut import Limit
from game.engine.flourishing import Flourishing, Wellbeing
from game.engine.systems.people import EVERY, REMEMBERED
from game.engine.world import World
from game.play.gifts import DOES_WELL
from game.play.names import time
from game.play.stores import CAN_BE_STORED, lasts
from game.words import counted, say

if TYPE_CHECKING:
    from game.desktop.drawing.sprites import Bank

GAP = 0.06  # share of a member's part of the ring that stays empty at either end
IN_NEED = 40  # well-being below which a member is drawn as in want
DOTS = "".join(f'<circle cx="{3 + 6 * n}" cy="{3 if n % 2 else 6}" r="1.1" fill="#FFFFFF"/>' for n in range(40))


class MemberRow(Widget):
    """One member of all those with `names`: picture, name, a bar with a mark where it begins to give, its number and a
    sign for how it fares.

    `lack` is the sign of what a home lacks most, "" for nothing; None where nobody has several needs.
    """

    role = "meter"
    focusable = True
    layered = True
    ring_radius = 8.0
    shows = Widget.shows | {"level", "coming", "known", "lack"}

    def __init__(self, name: str, picture: Picture, names: Sequence[str]) -> None:
        super().__init__(name=name)
        self.picture, self.names = picture, names
        self.level = self.coming = 0
        self.known = True
        self.lack: str | None = None

    def value(self) -> str:
        return f"{self.level}. {self.tip}" if self.known else self.tip

    def hint(self) -> tuple[str, str, Rect]:
        return self.name, self.tip, self.rect

    def natural(self, look: Look, width: float) -> tuple[float, float]:
        return min(width, look.broad(268)), look.em(21)

    def least(self, look: Look) -> float:
        return look.em(22) + look.width(self.name, NOTE) + look.em(60)

    def key(self, event: object) -> bool:
        return False

    def paint(self, brush: Brush) -> None:
        look, rect = brush.look, self.rect
        side = look.em(20)
        brush.picture(self.picture, Rect(rect.left, rect.centery - side / 2, side, side))
        number = str(self.level) if self.known else say("play.balance.unknown")
        wide = look.width("100", BODY, True)
        sign = look.em(16)
        longest = max(look.width(name, NOTE) for name in self.names) + (4 if self.lack is None else sign + 6)
        names = min(max(look.em(88), longest), rect.width * 0.46)
        brush.words(self.name, Rect(rect.left + side + 6, rect.top, names, rect.height), size=NOTE)
        left = rect.left + side + 10 + names
        if self.lack:
            brush.icon(self.lack, (left - 4 - sign / 2, rect.centery), sign, "ink")
        bar = Rect(left, rect.centery - look.em(4), rect.right - wide - sign - 10 - left, look.em(8))
        paint_bar(brush, bar, self.level if self.known else 0, self.coming if self.known else 0)
        x = rect.right - sign - 4 - look.width(number, BODY, True)
        brush.line(number, (x, rect.centery), size=BODY, bold=True)
        if self.known:
            icon, role = how_well(self.level)
            brush.icon(icon, (rect.right - sign / 2, rect.centery), sign, role)


class Balance:
    """The card at the upper right."""

    def __init__(self, bank: Bank, world: World, flourishing: Flourishing) -> None:
        self._world, self._score = world, 0
        self._limits: Sequence[Limit] = ()
        self._gauge = Drawing(self._paint_gauge, 80, 80, shown=0)
        self._worst = Label("", size=NOTE, bold=True)
        self._why = Label("", size=NOTE, colour="soft")
        names = [portraits.name_of(world, each.member) for each in flourishing.members]
        self.rows = {
            each.member: MemberRow(name, portraits.of_member(bank, world, each.member), names)
            for each, name in zip(flourishing.members, names, strict=True)
        }
        words = Column([Label(say("play.balance.title"), size=TITLE, bold=True), self._worst, self._why], gap=1, grow=1)
        self.card = Card(
            Column([Row([self._gauge, words], gap=14), Column(list(self.rows.values()), gap=1)], gap=6),
            padding=(16, 9),
        )

    def show(self, flourishing: Flourishing, *, begun: bool, limits: Sequence[Limit] = ()) -> None:
        """Make the card true; `limits` of the land lie around the gauge. Before time has `begun` nobody has fared well
        or ill."""
        worst = flourishing.worst
        self._score = flourishing.score
        for member in flourishing.members:
            row = self.rows[member.member]
            row.level, row.known = member.level, begun
            row.coming, row.lack = coming(self._world, member), lack_sign(self._world, member) if begun else None
            row.tip = told(self._world, member) if begun else say("play.balance.not_begun")
        self._limits = limits if begun else ()
        self._gauge.shown = begun, self._score, self._limits, *(row.level for row in self.rows.values())
        if not begun:
            self._gauge.tip = ""
            self._worst.text, self._why.text = say("play.balance.not_begun"), say("play.balance.not_begun_why")
            return
        self._gauge.tip = say("play.balance.explained", mean=flourishing.mean, worst=worst.level) + overdrawn(limits)
        well = worst.level >= DOES_WELL
        self._worst.text = (
            say("play.balance.all_well")
            if well
            else say("play.balance.worst", name=portraits.name_of(self._world, worst.member))
        )
        self._why.text = say("play.balance.all_well_why") if well else why(self._world, worst)

    def _paint_gauge(self, brush: Brush, rect: Rect) -> None:
        """The score within a ring to which each member brings its part, in the order of the rows."""
        theme = brush.look.theme
        rows = list(self.rows.values())
        body = ""
        for number, row in enumerate(rows):
            start, end = (2 * pi * (number + side) / len(rows) for side in (GAP, 1 - GAP))
            body += _arc(start, end, theme["track"])
            if row.known and row.level:
                filled = start + (end - start) * row.level / 100
                body += _arc(start, filled, theme["shortfall" if row.level < IN_NEED else "primary"])
                if row.level < IN_NEED:
                    body += _arc(start + 0.04, filled, theme["paper"], 3, "1 4")
        body += self._ceiling(theme)
        brush.vector(body, rect, 84, 84)
        size = 27 * rect.width / brush.look.em(84)
        words = str(self._score) if rows[0].known else say("play.balance.unknown")
        brush.words(words, rect, size=size, bold=True, align="centre")


    def _ceiling(self, theme: Theme) -> str:
        """The land's limits around the ring: thin, and thick where they are overdrawn."""
        body = ""
        for number, limit in enumerate(self._limits):
            start, end = (2 * pi * (number + side) / len(self._limits) for side in (GAP, 1 - GAP))
            colour, wide = ("overshoot", 4) if limit.overdrawn else ("line", 1)
            body += _arc(start, end, theme[colour], wide, away=42 - wide / 2)
        return body


def overdrawn(limits: Sequence[Limit]) -> str:
    """Which limits of the land are overdrawn, on a line of its own; empty where none is."""
    names = ", ".join(say(f"fund.ring.limits.{limit.name}.name") for limit in limits if limit.overdrawn)
    return "\n" + say("play.balance.overdrawn", names=names) if names else ""


def paint_bar(brush: Brush, bar: Rect, level: int, rises: int = 0) -> None:
    """A bar of well-being: green and plain, or violet with white dots for those in want; a mark where giving begins.

    By `rises` it will grow: that part is pale, with an edge.
    """
    brush.box(bar, bar.height / 2, "track")
    if rises:
        whole = Rect(bar.left, bar.top, max(bar.height, bar.width * min(100, level + rises) / 100), bar.height)
        brush.box(whole, bar.height / 2, "safe", "primary")
    if level:
        part = Rect(bar.left, bar.top, max(bar.height, bar.width * level / 100), bar.height)
        brush.box(part, bar.height / 2, "shortfall" if level < IN_NEED else "primary")
        if level < IN_NEED:
            with brush.within(part.inflate(-4, 0)):
                brush.vector(DOTS, Rect(bar.left + 2, bar.top, bar.height / 9 * 240, bar.height), 240, 9)
    mark = bar.left + bar.width * DOES_WELL / 100
    brush.box(Rect(mark - 0.8, bar.top - 2, 1.6, bar.height + 4), 0, "ink")


def coming(world: World, member: Wellbeing) -> int:
    """How much better a home will fare by what it has in store of what it lacks most; 0 for all others."""
    times = _in_store(world, member) // EVERY
    return min(100 - member.level, times * REMEMBERED)


def why(world: World, member: Wellbeing) -> str:
    """What a member needs most, in words; or that a home has been given what it lacked."""
    left = _in_store(world, member)
    if not left or member.level >= DOES_WELL:
        return portraits.lack_of(world, member)
    if member.least == "food":
        return counted("members.again.food", left // EVERY)
    return say(f"members.again.{member.least}", time=time(left))


def lack_sign(world: World, member: Wellbeing) -> str | None:
    """The icon of what a home lacks most, "" for nothing or for others; None where no home has several needs."""
    if not any(len(needs) > 1 for needs in world.households.needs):
        return None
    lacks = member.member in world.households.names and member.level < DOES_WELL
    return homes.ICONS[member.least] if lacks else ""


def told(world: World, member: Wellbeing) -> str:
    """All its needs, for a tip; of a home also what it has in store."""
    kind = portraits.needs_of(world, member.member)
    lines = [
        say("play.balance.need", need=say(f"members.needs.{kind}.{need}"), level=level)
        for need, level in member.needs.items()
    ]
    names = world.households.names
    return "\n".join(lines + (homes.stores(world, names.index(member.member)) if member.member in names else []))


def _in_store(world: World, member: Wellbeing) -> int:
    """Ticks for which a home has in store of what it lacks most; 0 for whoever stores nothing."""
    names = world.households.names
    storing = member.member in names and member.least in CAN_BE_STORED
    return lasts(world, names.index(member.member), member.least) if storing else 0


def how_well(level: int) -> tuple[str, str]:
    """Icon and role for how somebody fares: in want, so so, well enough to give."""
    if level < IN_NEED:
        return "warning", "shortfall"
    return ("check", "primary") if level >= DOES_WELL else ("so-so", "soft")


def _arc(start: float, end: float, colour: str, wide: float = 11, dashes: str = "", away: float = 34) -> str:
    """The SVG of a part of the gauge's ring, from one turn to another in radians."""
    (x0, y0), (x1, y1) = ((42 + away * sin(turn), 42 - away * cos(turn)) for turn in (start, end))
    dashed = f' stroke-dasharray="{dashes}" stroke-linecap="round"' if dashes else ""
    path = f"M{x0:.2f} {y0:.2f}A{away} {away} 0 {int(end - start > pi)} 1 {x1:.2f} {y1:.2f}"
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{wide}"{dashed}/>'
