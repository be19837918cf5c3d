"""The card of time: season, week and year, days of work that are left, and how fast time passes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import cos, pi, sin

from game.desktop.kit import Brush, Card, Column, Drawing, IconButton, Label, Rect, Row
from game.desktop.kit.theme import LABEL, SMALL
from game.desktop.scenes.play.pace import SPEEDS, Pace
from game.engine import calendar
from game.play.session import Session
from game.words import say

SEASON_COLOURS = ("#8DBB5E", "#E8B93A", "#C8763A", "#A9BFCB")
SEASON_SHAPES = (
    '<path d="M6 11V6M6 7Q1.5 7 1 2Q6 2 6 7Q6 2 11 2Q10.5 7 6 7" {line}/>',
    '<circle cx="6" cy="6" r="2.4" {line}/><path d="M6 .8V2M6 10V11.2M.8 6H2M10 6H11.2" {line}/>',
    '<path d="M2 10L10 2M2.6 9.4Q1.5 2.5 10 2Q9.5 10.5 2.6 9.4" {line}/>',
    '<path d="M6 1V11M1.7 3.5L10.3 8.5M1.7 8.5L10.3 3.5" {line}/>',
)
"""A sprout, a sun, a leaf and a snowflake, drawn for a box of 12 by 12 units; `line` says with which pen."""
WEEKS = 13
ICONS = ("play", "fast", "fastest", "eightfold")


class TimeCard:
    """`on_speed` is told a speed (0 is a pause), `on_step` asks for a single tick.

    `keys` names those that pause, hasten and step.
    """

    def __init__(self, on_speed: Callable[[int], None], on_step: Callable[[], None], keys: Mapping[str, str]) -> None:
        self._dial = Drawing(self._paint_dial, 34, 34, shown=0)
        self._season = Label("", size=LABEL, bold=True)
        self._year = Label("", size=SMALL, colour="soft")
        self._days_left = self._days_whole = 0
        self._suns = Drawing(self._paint_suns, 76, 22, shown=(0, 0))
        self._days = Label("", size=SMALL, colour="soft")
        self._speeds = {0: IconButton("pause", say("play.time.pause"), lambda: on_speed(0), key_name=keys["pause"])}
        for speed, icon in zip(SPEEDS, ICONS, strict=True):
            name = say("play.time.speed", speed=speed)
            self._speeds[speed] = IconButton(icon, name, lambda speed=speed: on_speed(speed), key_name=keys["faster"])  # type: ignore[misc]
        self.step = IconButton("step", say("play.time.step"), on_step, key_name=keys["tick"])
        buttons = Row([*self._speeds.values(), self.step], gap=0)
        when = Column([self._season, self._year], gap=0)
        work = Column([self._suns, self._days], gap=0)
        self.card = Card(Row([self._dial, when, work, buttons], gap=12, line_gap=0, flows=True), padding=(12, 3))

    def show(self, session: Session, pace: Pace, *, compact: bool) -> None:
        """Make the card true. A `compact` one does without what keys and tips say as well."""
        for widget in (self._dial, self._days, self._speeds[2], self._speeds[8]):
            widget.visible = not compact
        tick = session.tick_now
        season = calendar.SEASONS[calendar.season(tick)]
        week = tick % calendar.SEASON * WEEKS // calendar.SEASON + 1
        if session.ended:
            season, week = calendar.SEASONS[calendar.WINTER], WEEKS
        self._dial.shown = tick % calendar.YEAR // 2
        self._season.text = say("play.time.now", season=say(f"play.season.{season}"), week=week)
        year = min(calendar.year(tick), session.level.years)
        words = say("play.time.year", year=year, years=session.level.years)
        for spell in session.world.almanac.spells:
            if spell.first <= tick <= spell.last:
                words = say("play.time.weather", year=words, weather=say(f"play.weather.name.{spell.kind}"))
        self._year.text = words
        days = session.progress.days_left
        self._days_left, self._days_whole = days, max(days, session.level.days)
        self._suns.shown = (self._days_left, self._days_whole)
        self._days.text = say("play.time.days_one" if days == 1 else "play.time.days", days=days)
        self._suns.tip = say("play.time.days_tip")
        for speed, button in self._speeds.items():
            button.chosen = speed == (pace.speed if pace.running else 0)
            button.disabled_because = say("play.time.first_start") if speed and not session.begun else ""
        self.step.disabled_because = "" if session.begun else say("play.time.first_start")

    def _paint_dial(self, brush: Brush, rect: Rect) -> None:
        """A ring of the four seasons; the one it is stands out, a hand points at the day."""
        day = int(str(self._dial.shown)) * 2
        body = ""
        for number, colour in enumerate(SEASON_COLOURS):
            start, end = number * pi / 2 + 0.06, (number + 1) * pi / 2 - 0.06
            on = number == day // calendar.SEASON
            radius = 13.5
            x1, y1, x2, y2 = (
                17 + radius * sin(start),
                17 - radius * cos(start),
                17 + radius * sin(end),
                17 - radius * cos(end),
            )
            body += (
                f'<path d="M{x1:.2f} {y1:.2f}A{radius} {radius} 0 0 1 {x2:.2f} {y2:.2f}" fill="none" '
                f'stroke="{colour}" stroke-width="{6 if on else 4}" stroke-opacity="{1 if on else 0.55}"/>'
            )
        turn = day / calendar.YEAR * 2 * pi
        ink = brush.look.theme["ink"]
        body += (
            f'<path d="M17 17L{17 + 10 * sin(turn):.2f} {17 - 10 * cos(turn):.2f}" stroke="{ink}" stroke-width="2.2" '
            f'stroke-linecap="round"/><circle cx="17" cy="17" r="2.4" fill="{ink}"/>'
        )
        brush.vector(body, rect, 34, 34)

    def _paint_suns(self, brush: Brush, rect: Rect) -> None:
        left, whole = self._days_left, self._days_whole
        side = min(brush.look.em(18), rect.width / max(1, whole))
        for number in range(whole):
            centre = rect.left + side * (number + 0.5), rect.centery
            if number < left:
                brush.icon("sun", centre, side * 0.84, "chosen-edge")
            else:
                spent = Rect(centre[0] - side * 0.2, centre[1] - side * 0.2, side * 0.4, side * 0.4)
                brush.box(spent, side * 0.2, None, "line")
