"""Flourishing over a whole level as a curve, with the band in which members do well, and whoever was worst off."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product
from math import hypot

from game.desktop.kit import Brush, Drawing, Rect
from game.desktop.kit.theme import SMALL
from game.engine import calendar
from game.play.gifts import DOES_WELL
from game.play.progress import Score
from game.words import say

WIDTH, HEIGHT = 380.0, 120.0
SEASON_COLOURS = ("#8CC08A", "#F0B91F", "#C9732F", "#B9CBD3")


class Chart:
    """Paints the scores of a level that lasts `ticks`. `worst` names the member of a score."""

    def __init__(self, scores: Sequence[Score], ticks: int, worst: str) -> None:
        self._scores, self._ticks, self._worst = scores, ticks, worst

    def widget(self) -> Drawing:
        """The chart for a screen, and in words for speech."""
        turns = [score.score for score in self._scores if score.tick % calendar.SEASON == 0]
        name = say("ending.chart.spoken", numbers=", ".join(map(str, turns)))
        return Drawing(self._paint, WIDTH, HEIGHT, name=name, grow=1)

    def _paint(self, brush: Brush, rect: Rect) -> None:
        look = brush.look
        foot, side = look.em(20), look.em(28)
        plot = Rect(rect.left + side, rect.top, rect.width - side, rect.height - foot)
        brush.box(plot, 10, "paper-2")
        inner = plot.inflate(-2 * look.em(6), -2 * look.em(8))
        line = inner.top + inner.height * (100 - DOES_WELL) / 100
        brush.box(Rect(plot.left, plot.top, plot.width, line - plot.top), 10, "safe")
        brush.box(Rect(plot.left, line - look.em(10), plot.width, look.em(10)), 0, "safe")
        for level, y in ((100, inner.top), (DOES_WELL, line), (0, inner.bottom)):
            words = str(level)
            brush.line(words, (plot.left - 5 - look.width(words, SMALL), y), size=SMALL, role="soft")
        self._paint_years(brush, Rect(inner.left, plot.bottom, inner.width, foot))
        self._paint_curves(brush, plot, inner)

    def _paint_years(self, brush: Brush, rect: Rect) -> None:
        look = brush.look
        seasons = self._ticks // calendar.SEASON
        wide = rect.width / max(1, seasons)
        for number in range(seasons):
            block = Rect(rect.left + number * wide + 1, rect.top + 3, wide - 2, look.em(4))
            brush.box(block, 2, SEASON_COLOURS[number % len(SEASON_COLOURS)])
        wide = rect.width * calendar.YEAR / max(1, self._ticks)
        for year in range(self._ticks // calendar.YEAR):
            words = say("ending.chart.year", year=year + 1)
            words = words if look.width(words, SMALL) < wide - 4 else str(year + 1)
            brush.line(words, (rect.left + year * wide + 2, rect.bottom - look.em(5)), size=SMALL, role="soft")

    def _paint_curves(self, brush: Brush, plot: Rect, inner: Rect) -> None:
        look, theme = brush.look, brush.look.theme
        left, top = inner.left - plot.left, inner.top - plot.top

        def at(tick: int, level: int) -> tuple[float, float]:
            return left + inner.width * tick / self._ticks, top + inner.height * (100 - level) / 100

        worst = [at(score.tick, score.worst_level) for score in self._scores]
        whole = [at(score.tick, score.score) for score in self._scores]
        turns = [at(score.tick, score.score) for score in self._scores if score.tick % calendar.SEASON == 0]
        thin, thick = look.em(1.6), look.em(2.8)
        body = (
            f'<path d="{_dashed(worst, thin * 2.4, thin * 2)}" fill="none" stroke="{theme["shortfall"]}"'
            f' stroke-width="{thin}"/>'
            f'<path d="{_path(whole)}" fill="none" stroke="{theme["primary"]}" stroke-width="{thick}"'
            f' stroke-linejoin="round"/>'
        )
        for x, y in turns:
            body += (
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{look.em(3.6)}" fill="{theme["raised"]}"'
                f' stroke="{theme["primary"]}" stroke-width="{look.em(1.8)}"/>'
            )
        brush.vector(body, plot, plot.width, plot.height)
        lowest = lowest_of(self._scores)
        self._name_lowest(brush, plot, at(lowest.tick, lowest.worst_level), [*worst, *whole])

    def _name_lowest(
        self, brush: Brush, plot: Rect, point: tuple[float, float], curves: Sequence[tuple[float, float]]
    ) -> None:
        """Say near the dashed line's lowest point who that was, at the place where the curves leave most room."""
        look = brush.look
        wide, half = look.width(self._worst, SMALL, True), look.em(9)
        most = plot.width - wide - 6
        lefts = [min(max(6.0, point[0] + wide * (step / 4 - 0.5)), most) for step in range(-8, 9)]
        heights = [half + 1 + step * (plot.height - 2 * half - 2) / 12 for step in range(13)]

        def room(place: tuple[float, float]) -> float:
            left, height = place
            passing = [abs(height - y) for x, y in curves if left - 4 <= x <= left + wide + 4]
            return min(2 * half, *passing) - (abs(height - point[1]) + abs(left + wide / 2 - point[0])) / 99

        left, y = max(product(lefts, heights), key=room)
        brush.line(self._worst, (plot.left + left, plot.top + y), size=SMALL, bold=True, role="shortfall")


def lowest_of(scores: Sequence[Score]) -> Score:
    """The score in which somebody was worst off; of a long spell of it, the middle."""
    least = min(score.worst_level for score in scores)
    spell = [score for score in scores if score.worst_level == least]
    return spell[len(spell) // 2]


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _dashed(points: Sequence[tuple[float, float]], dash: float, gap: float) -> str:
    """The path in dashes: the SVG reader's own leave stray lines."""
    path, gone = "", 0.0
    for (x0, y0), (x1, y1) in pairwise(points):
        long, at = hypot(x1 - x0, y1 - y0), 0.0
        while at < long:
            place = gone % (dash + gap)
            end = min(long, at + max(0.01, (dash if place < dash else dash + gap) - place))
            if place < dash:
                path += _path([(x0 + (x1 - x0) * part / long, y0 + (y1 - y0) * part / long) for part in (at, end)])
            gone += end - at
            at = end
    return path or _path(points)
