"""Flourishing over a whole level as a curve, with the band in which members do well, and whoever was worst off."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.kit import Brush, Drawing, Rect
from game.desktop.kit.theme import SMALL
from game.engine import calendar
from game.play.gifts import DOES_WELL
from game.play.progress import Score
from game.words import say

WIDTH, HEIGHT = 420.0, 168.0
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
        foot = look.em(20)
        plot = Rect(rect.left, rect.top, rect.width, rect.height - foot)
        brush.box(plot, 10, "paper-2")
        band = Rect(plot.left, plot.top, plot.width, plot.height * (100 - DOES_WELL) / 100)
        brush.box(band, 10, "safe")
        brush.box(Rect(band.left, band.bottom - look.em(8), band.width, look.em(8)), 0, "safe")
        brush.line(
            say("ending.chart.band"), (plot.left + 10, plot.top + look.em(13)), size=SMALL, bold=True, role="on-chip"
        )
        self._paint_years(brush, Rect(rect.left, plot.bottom, rect.width, foot))
        self._paint_curves(brush, plot)

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

    def _paint_curves(self, brush: Brush, plot: Rect) -> None:
        look = brush.look
        if not self._scores:
            return
        inner = Rect(plot.left + 6, plot.top + 6, plot.width - 12, plot.height - 12)

        def at(tick: int, level: int) -> tuple[float, float]:
            return inner.width * tick / self._ticks, inner.height * (100 - level) / 100

        worst = [at(score.tick, score.worst_level) for score in self._scores]
        whole = [at(score.tick, score.score) for score in self._scores]
        turns = [at(score.tick, score.score) for score in self._scores if score.tick % calendar.SEASON == 0]
        theme = look.theme
        thin, thick = look.em(1.6), look.em(2.8)
        body = (
            f'<path d="{_path(worst)}" fill="none" stroke="{theme["shortfall"]}" stroke-width="{thin}"'
            f' stroke-dasharray="{thin * 2.4} {thin * 2}"/>'
            f'<path d="{_path(whole)}" fill="none" stroke="{theme["primary"]}" stroke-width="{thick}"'
            f' stroke-linejoin="round"/>'
        )
        for x, y in turns:
            body += (
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{look.em(3.6)}" fill="{theme["raised"]}"'
                f' stroke="{theme["primary"]}" stroke-width="{look.em(1.8)}"/>'
            )
        brush.vector(body, inner, inner.width, inner.height)
        self._paint_lowest(brush, inner, at)

    def _paint_lowest(self, brush: Brush, inner: Rect, at) -> None:  # type: ignore[no-untyped-def]
        """Say beside the dashed line's lowest point who that was."""
        look = brush.look
        lowest = min(self._scores, key=lambda score: (score.worst_level, score.tick))
        x, y = at(lowest.tick, lowest.worst_level)
        words = self._worst
        wide = look.width(words, SMALL, True)
        left = min(max(inner.left, inner.left + x - wide / 2), inner.right - wide)
        above = inner.top + y - look.em(13)
        brush.line(words, (left, above), size=SMALL, bold=True, role="shortfall")


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
