"""The doughnut on screen: a floor of needs with who is short, a ceiling of the land's limits with what is overdrawn.

Too little reaches inward from the floor, violet with white dots; too much reaches outward from the ceiling, red with
pale stripes; the words beside it name them.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin
from typing import TYPE_CHECKING

from game.desktop.kit import Brush, Column, Icon, Label, Picture, Rect, Row, Widget
from game.desktop.kit.theme import LABEL, NOTE
from game.desktop.scenes.play import portraits
from game.desktop.scenes.play.parts import Parts
from game.engine.census import LAND
from game.engine.doughnut import FLOOR, MAY_LOSE, MORE_IN_THE_AIR, Limit, doughnut
from game.engine.flourishing import Wellbeing
from game.engine.households import NEEDS
from game.play.session import Session
from game.words import say

if TYPE_CHECKING:
    from game.desktop.drawing.sprites import Bank

SIDE = 430.0
MIDDLE = SIDE / 2
FLOOR_AT, CEILING_AT = 96.0, 146.0  # radii of the two lines; between them is room to live well
DEEPEST, HIGHEST = 44.0, 38.0  # how far the worst lack reaches inward, and twice what a limit allows outward
NAMES_AT, ICONS_AT = 121.0, 192.0
DOTS_APART = 11.0
GAP = 0.03  # of a turn's radians that stays free at either end of a part
ICONS = {"food": "food", "water": "drop", "warmth": "flame", "care": "heart"}
LIMIT_ICONS = {
    "soil": "soil", "litter": "leaf", "water": "drop", "species": "plant", "pollinators": "bee", "air": "carbon"
}


@dataclass(frozen=True, slots=True)
class Need:
    """A need of people, or a member that is no home: how well it is met where it is met least, 0 to 100."""

    name: str
    met: int
    words: str
    who: str = ""
    icon: str = ""
    picture: Picture | None = None


def needs_here(session: Session, bank: Bank) -> list[Need]:
    """The inner ring: each need of people with who is short of it, then all others who live here."""
    world, found = session.world, []
    homes = [member for member in session.flourishing.members if member.member in world.households.names]
    for need in NEEDS:
        if having := [home for home in homes if need in home.needs]:
            met = {portraits.name_of(world, home.member): home.needs[need] for home in having}
            short = {name: level for name, level in met.items() if level < FLOOR}
            told = ", ".join(say("fund.ring.who", name=name, met=level) for name, level in short.items())
            words = say("fund.ring.short", names=told, floor=FLOOR) if short else say("fund.ring.nobody_short")
            name = say(f"fund.ring.needs.{need}")
            found.append(Need(name, min(met.values()), words, who=", ".join(short), icon=ICONS[need]))
    others = [each for each in session.flourishing.members if each not in homes and each.member != LAND]
    return found + [_other(session, bank, member) for member in others]


def _other(session: Session, bank: Bank, member: Wellbeing) -> Need:
    world = session.world
    words = say("fund.ring.fares", met=member.level)
    if member.level < FLOOR:
        words = f"{words} {portraits.lack_of(world, member)}"
    picture = portraits.of_member(bank, world, member.member)
    return Need(portraits.name_of(world, member.member), member.level, words, picture=picture)


def of_limit(limit: Limit) -> str:
    """A limit of the land in words: how much of it is in use, and what it is."""
    may = MAY_LOSE.get(limit.name, MORE_IN_THE_AIR)
    used = say(f"fund.ring.{'over' if limit.overdrawn else 'used'}", used=limit.used)
    return f"{used} {say(f'fund.ring.limits.{limit.name}.means', may=may)}"


class Ring:
    """The picture, and in words what is too little, just right and too much, and the part that is picked."""

    def __init__(self, session: Session, bank: Bank) -> None:
        found = doughnut(session.world, session.start, session.flourishing.members)
        self.needs, self.limits = needs_here(session, bank), found.limits
        self._head, self._words = Label("", size=LABEL, bold=True), Label("", size=NOTE)
        self.picture = Parts(say("fund.ring.title"), SIDE, SIDE, self._paint, self._hit, self._told)
        self._lines = [(say("fund.ring.title"), say("fund.ring.means"))]
        self._lines += [(need.name, need.words) for need in self.needs]
        self._lines += [(limit_name(limit), of_limit(limit)) for limit in self.limits]
        little = [
            say("fund.ring.of", need=need.name, names=need.who) if need.who else need.name
            for need in self.needs if need.met < FLOOR
        ]
        much = [limit_name(limit) for limit in self.limits if limit.overdrawn]
        right = len(self.needs) + len(self.limits) - len(little) - len(much)
        listed: list[Widget] = [
            _listed("little", "shortfall", "\n".join(little) or say("fund.ring.none_little")),
            _listed("right", "primary", say("fund.ring.so_many", count=right, of=right + len(little) + len(much))),
            _listed("much", "overshoot", "\n".join(much) or say("fund.ring.none_much")),
        ]
        how = Label(say("fund.ring.how"), size=NOTE, colour="soft")
        self.body = Row(
            [self.picture, Column([*listed, self._head, self._words, how], gap=10, grow=1)], gap=24, align="top"
        )
        self.picture.show([f"{head}. {words}" for head, words in self._lines])

    def _told(self, part: int) -> None:
        self._head.text, self._words.text = self._lines[part]

    def _hit(self, x: float, y: float) -> int | None:
        away, turn = hypot(x - MIDDLE, y - MIDDLE), atan2(x - MIDDLE, MIDDLE - y) % (2 * pi) / (2 * pi)
        if FLOOR_AT - DEEPEST <= away < CEILING_AT - 6:
            return 1 + int(turn * len(self.needs))
        if CEILING_AT - 6 <= away <= MIDDLE:
            return 1 + len(self.needs) + int(turn * len(self.limits))
        return 0

    # ------------------------------------------------------------- the picture

    def _paint(self, brush: Brush, rect: Rect, picked: int) -> None:
        theme, needs, limits = brush.look.theme, self.needs, self.limits
        body = ""
        for away, role in ((MIDDLE - 3, "paper-2"), (CEILING_AT, "safe"), (FLOOR_AT, "paper")):
            body += f'<circle cx="{MIDDLE}" cy="{MIDDLE}" r="{away}" fill="{theme[role]}"/>'
        for number, need in enumerate(needs):
            start, end = _turns(number, len(needs))
            if 1 + number == picked:
                body += _band(start, end, FLOOR_AT, CEILING_AT, theme["chosen"])
            body += _arc(start, end, FLOOR_AT, theme["primary"], 4)
            if need.met < FLOOR:
                depth = max(8.0, DEEPEST * (FLOOR - need.met) / FLOOR)
                body += _band(start, end, FLOOR_AT - depth, FLOOR_AT, theme["shortfall"])
                for row in range(round(depth / DOTS_APART) or 1):
                    body += _arc(start + GAP, end - GAP, FLOOR_AT - 6 - row * DOTS_APART, theme["raised"], 3, "0.1 7")
        for number, limit in enumerate(limits):
            start, end = _turns(number, len(limits))
            if 1 + len(needs) + number == picked:
                body += _band(start, end, CEILING_AT, MIDDLE - 3, theme["chosen"])
            body += _arc(start, end, CEILING_AT, theme["line"], 3)
            body += _arc(start, start + (end - start) * min(100, limit.used) / 100, CEILING_AT, theme["primary"], 6)
            if limit.overdrawn:
                height = max(8.0, min(HIGHEST, HIGHEST * (limit.used - 100) / 100))
                body += _band(start, end, CEILING_AT, CEILING_AT + height, theme["overshoot"])
                body += _arc(start + GAP, end - GAP, CEILING_AT + height / 2, theme["paper"], height - 3, "1.6 6")
        brush.vector(body, rect, SIDE, SIDE)
        self._paint_signs(brush, rect)

    def _paint_signs(self, brush: Brush, rect: Rect) -> None:
        k = rect.width / SIDE
        if all(need.met >= FLOOR for need in self.needs) and not any(limit.overdrawn for limit in self.limits):
            brush.icon("check", rect.center, 80 * k, "primary")
        for number, need in enumerate(self.needs):
            x, y = _middle(number, len(self.needs), NAMES_AT)
            centre = rect.left + x * k, rect.top + y * k
            if need.picture is not None:
                brush.picture(need.picture, Rect(centre[0] - 15 * k, centre[1] - 15 * k, 30 * k, 30 * k))
            else:
                brush.icon(need.icon, centre, 24 * k, "shortfall" if need.met < FLOOR else "ink", "safe")
        for number, limit in enumerate(self.limits):
            x, y = _middle(number, len(self.limits), ICONS_AT)
            centre, side = (rect.left + x * k, rect.top + y * k), 30 * k
            role = "overshoot" if limit.overdrawn else "line"
            around = Rect(centre[0] - side / 2, centre[1] - side / 2, side, side)
            brush.box(around, side / 2, "raised", role, 3 if limit.overdrawn else 1.4)
            brush.icon(LIMIT_ICONS[limit.name], centre, 19 * k, "overshoot" if limit.overdrawn else "ink", "raised")


def limit_name(limit: Limit) -> str:
    return say(f"fund.ring.limits.{limit.name}.name")


def _listed(key: str, role: str, words: str) -> Row:
    """One of too little, just right and too much, with its sign, and who or what it is."""
    icon = {"little": "down", "right": "check", "much": "up"}[key]
    head = Label(say(f"fund.ring.{key}"), bold=True)
    return Row([Icon(icon, size=20, colour=role), Column([head, Label(words, size=NOTE)], gap=0, grow=1)], gap=10)


def _turns(number: int, of: int) -> tuple[float, float]:
    """Where a part begins and ends, in radians from the top."""
    return 2 * pi * number / of + GAP, 2 * pi * (number + 1) / of - GAP


def _middle(number: int, of: int, away: float) -> tuple[float, float]:
    return _point(2 * pi * (number + 0.5) / of, away)


def _point(turn: float, away: float) -> tuple[float, float]:
    return MIDDLE + away * sin(turn), MIDDLE - away * cos(turn)


def _arc(start: float, end: float, away: float, colour: str, wide: float, dashes: str = "") -> str:
    """The SVG of a line along a circle; with `dashes` it is dotted or striped."""
    (x0, y0), (x1, y1) = _point(start, away), _point(end, away)
    dashed = f' stroke-dasharray="{dashes}"' + (' stroke-linecap="round"' if wide < 4 else "") if dashes else ""
    path = f"M{x0:.2f} {y0:.2f}A{away} {away} 0 {int(end - start > pi)} 1 {x1:.2f} {y1:.2f}"
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{wide}"{dashed}/>'


def _band(start: float, end: float, inner: float, outer: float, colour: str) -> str:
    """The SVG of a part of a ring."""
    return _arc(start, end, (inner + outer) / 2, colour, outer - inner)
