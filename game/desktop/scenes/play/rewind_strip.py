"""The whole level as a strip of seasons: how far it is, how everyone fared, and what was left behind by rewinding."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from game.desktop.kit import Brush, Card, Column, Icon, Label, Look, Rect, Row, Widget
from game.desktop.kit.theme import LABEL, SMALL
from game.desktop.scenes.play.time_card import SEASON_COLOURS, SEASON_SHAPES
from game.engine import calendar
from game.play.progress import Score
from game.play.session import Session
from game.words import say

Points = tuple[tuple[int, int], ...]
"""(tick, flourishing) of a curve, in order."""

HEIGHT, BLOCK, YEAR_LINE = 54.0, 13.0, 13.0
LEAST_SHAPE = 7.0  # logical pixels, below which the shape of a season would be a blot
MANY = 60  # points of a curve drawn at most


class Strip(Widget):
    """Seasons as blocks, flourishing as a curve below, a marker for now. `on_pick` is told a tick to go to."""

    role = "slider"
    focusable = True
    solid = True
    layered = True
    reach = 12.0
    shows = Widget.shows | {"ghosts"}

    def __init__(self, ticks: int, on_pick: Callable[[int], None]) -> None:
        super().__init__(name=say("play.rewind.title"), grow=1)
        self.ticks = ticks
        self.on_pick = on_pick
        self.now = 0
        self.curve: Points = ()
        self.ghosts: tuple[Points, ...] = ()
        self.tip = say("play.rewind.tip")

    def go_on(self, now: int, curve: Points) -> None:
        """It is another tick now; only what that changes is painted anew."""
        if (now, curve) == (self.now, self.curve):
            return
        grown = curve[: len(self.curve)] == self.curve and _apart(curve) == _apart(self.curve)
        known = self.curve[-1][0] if self.curve and grown else 0
        first, last = min(now, self.now, known), max(now, self.now) if grown else self.ticks
        self.now, self.curve = now, curve
        left, right = (self.rect.left + self.rect.width * tick / self.ticks for tick in (first, last))
        self.repaint(Rect(left, self.rect.top, right - left, self.rect.height))

    def value(self) -> str:
        season = calendar.SEASONS[calendar.season(min(self.now, self.ticks - 1))]
        return f"{say(f'play.season.{season}')} {calendar.year(min(self.now, self.ticks - 1))}"

    def natural(self, look: Look, width: float) -> tuple[float, float]:
        return min(width, 250.0), look.em(HEIGHT)

    def least(self, look: Look) -> float:
        return 130.0

    def activate(self, at: tuple[float, float] | None) -> None:
        if at is not None:
            part = (at[0] - self.rect.left) / max(1.0, self.rect.width)
            picked = int(part * self.ticks)
            turn = picked // calendar.SEASON * calendar.SEASON
            ahead = picked > self.now >= turn  # further right, in the season that it is: on to its end
            self.on_pick(min(self.ticks, max(0, turn + calendar.SEASON if ahead else turn)))

    def key(self, event: pygame.Event) -> bool:
        turn = self.now // calendar.SEASON * calendar.SEASON
        wanted = {
            pygame.K_LEFT: turn if turn < self.now else turn - calendar.SEASON,
            pygame.K_RIGHT: turn + calendar.SEASON,
            pygame.K_HOME: 0,
            pygame.K_END: self.ticks,
        }.get(event.key)
        if wanted is None:
            return False
        self.on_pick(max(0, min(self.ticks, wanted)))
        return True

    def paint(self, brush: Brush) -> None:
        rect, look = self.rect, brush.look
        block, line = look.em(BLOCK), look.em(YEAR_LINE)
        self._paint_seasons(brush, Rect(rect.left, rect.top + look.em(3), rect.width, block))
        plot = Rect(rect.left, rect.top + block + look.em(6), rect.width, rect.height - block - line - look.em(8))
        for ghost in self.ghosts:
            self._paint_curve(brush, plot, ghost, ghost=True)
        self._paint_curve(brush, plot, self.curve)
        for year in range(self.ticks // calendar.YEAR):
            x = rect.left + rect.width * year * calendar.YEAR / self.ticks
            wide = rect.width * calendar.YEAR / self.ticks
            if not brush.reaches(Rect(x, rect.bottom - line, wide, line)):
                continue
            words = say("play.rewind.year", year=year + 1)
            text = words if look.width(words, SMALL) < wide - 2 else str(year + 1)
            brush.line(text, (x + 1, rect.bottom - line / 2), size=SMALL, role="soft")
        x = rect.left + rect.width * self.now / self.ticks
        half = look.em(5.5)
        head = Rect(x - half, rect.top - look.em(1), 2 * half, 2 * half)
        ink = look.theme["ink"]
        brush.box(Rect(x - 0.9, rect.top + half, 1.8, rect.height - line - half - look.em(2)), 0, "ink")
        brush.vector(f'<path d="M0 0H11V6L5.5 11L0 6Z" fill="{ink}"/>', head, 11, 11)

    def _paint_seasons(self, brush: Brush, row: Rect) -> None:
        count = self.ticks // calendar.SEASON
        wide = row.width / count
        for number in range(count):
            colour = SEASON_COLOURS[number % 4]
            place = Rect(row.left + number * wide, row.top, wide - 2, row.height)
            if not brush.reaches(place):
                continue
            done = min(1.0, max(0.0, (self.now - number * calendar.SEASON) / calendar.SEASON))
            if done < 1:
                brush.box(place, 3, "track")
                brush.box(Rect(place.left, place.bottom - 3.5, place.width, 3.5), 1.7, colour)
            if done:
                brush.box(Rect(place.left, place.top, max(3.0, place.width * done), place.height), 3, colour)
            side = min(place.height - 2, place.width - 2)
            if side >= LEAST_SHAPE:
                pen = f'fill="none" stroke="{brush.look.theme["ink"]}" stroke-width="1.3" stroke-linecap="round"'
                shape = Rect(place.centerx - side / 2, place.centery - side / 2, side, side)
                brush.vector(SEASON_SHAPES[number % 4].format(line=pen), shape, 12, 12)

    def _paint_curve(self, brush: Brush, plot: Rect, points: Points, *, ghost: bool = False) -> None:
        if len(points) < 2:
            return
        kept = (*points[:: _apart(points)], points[-1])
        k = brush.look.scale
        unit_w, unit_h = plot.width * k, plot.height * k
        path = " ".join(
            f"{tick / self.ticks * unit_w:.1f} {unit_h - 2 - score / 100 * (unit_h - 4):.1f}" for tick, score in kept
        )
        colour = brush.look.theme["on-think" if ghost else "primary"]
        dashes = f'stroke-dasharray="{4 * k:.1f} {3 * k:.1f}" stroke-opacity="0.8"' if ghost else ""
        brush.vector(
            f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{2 * k:.1f}" '
            f'stroke-linejoin="round" {dashes}/>',
            plot,
            unit_w,
            unit_h,
        )


class RewindCard:
    """The strip with its heading."""

    def __init__(self, ticks: int, on_pick: Callable[[int], None]) -> None:
        self.strip = Strip(ticks, on_pick)
        self._keys = Label("", size=SMALL, colour="soft")
        head = Row(
            [Icon("rewind", size=18), Label(say("play.rewind.title"), size=LABEL, bold=True, grow=1), self._keys]
        )
        self.card = Card(Column([head, self.strip], gap=3), padding=(14, 8), grow=1)

    def show(self, session: Session) -> None:
        """Make the card true."""
        self.strip.go_on(session.tick_now, _points(session.scores))
        self.strip.ghosts = tuple(
            {_points(branch.scores, since=branch.left_at): None for branch in session.branches if branch.scores}
        )
        self._keys.text = say("play.rewind.keys_branch" if session.branches else "play.rewind.keys")


def _apart(points: Points) -> int:
    """Of how many points of a curve one is drawn."""
    return max(1, len(points) // MANY)


def _points(scores: Sequence[Score], since: int = 0) -> Points:
    return tuple((score.tick, score.score) for score in scores if score.tick >= since)
