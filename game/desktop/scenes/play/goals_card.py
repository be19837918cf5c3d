"""What the level asks: each goal with how far it is; ticked when met, crossed when it can no longer be met.

An hourglass stands where a goal is as it should be so far, and counts only at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.desktop.kit import Brush, Card, Column, Drawing, Icon, Label, Rect, Row
from game.desktop.kit.theme import LABEL, NOTE, SMALL
from game.play.goals import GoalState
from game.words import say


class GoalsCard:
    """One row a goal of a level that lasts `years`."""

    def __init__(self, states: Sequence[GoalState], years: int) -> None:
        self._boxes: list[Drawing] = []
        self._texts: list[Label] = []
        self._counts: list[Label] = []
        rows = []
        for number, state in enumerate(states):
            self._boxes.append(Drawing(self._painter(number), 20, 20, shown="open"))
            self._texts.append(Label(state.goal.text, size=NOTE, grow=1))
            self._counts.append(Label("", size=NOTE, bold=True))
            rows.append(Row([self._boxes[-1], self._texts[-1], self._counts[-1]], gap=8))
        when = "at_end" if all(state.goal.when == "at_end" for state in states) else "by"
        title = Label(say(f"play.goals.title.{when}", years=years), size=LABEL, bold=True, grow=1)
        words = Label(say("play.goals.holds"), size=SMALL, colour="soft")
        self._so_far = Row([Icon("hourglass", size=14), words], gap=4)
        self.card = Card(Column([Row([title, self._so_far], gap=8), *rows], gap=3), padding=(14, 7))

    def show(self, states: Sequence[GoalState], *, begun: bool) -> None:
        """Make the card true. Of a goal that asks for its state at the end, the box shows how it stands now."""
        for state, box, text, count in zip(states, self._boxes, self._texts, self._counts, strict=True):
            goal = state.goal
            fits = state.now >= state.wanted if goal.at_least is not None else state.now <= state.wanted
            box.shown = "met" if state.met else "failed" if state.failed else "holds" if fits and begun else "open"
            text.colour = "soft" if state.met else "ink"
            count.text = say("play.goals.count", now=state.now, wanted=state.wanted)
            box.name = say(f"play.goals.{box.shown}")
            box.tip = say(f"play.goals.{box.shown}_tip")
        self._so_far.visible = any(box.shown == "holds" for box in self._boxes)

    def _painter(self, number: int) -> Callable[[Brush, Rect], None]:
        def paint(brush: Brush, rect: Rect) -> None:
            shown = self._boxes[number].shown
            fill, edge = {
                "met": ("primary", "primary"),
                "failed": ("paper", "overshoot"),
            }.get(str(shown), ("paper", "primary"))
            brush.box(rect, 5, fill, edge, 1.8)
            if shown == "failed":
                brush.icon("cross", rect.center, rect.width * 0.7, "overshoot")
            elif shown == "met":
                brush.icon("check", rect.center, rect.width * 0.8, "on-primary", fill)
            elif shown == "holds":
                brush.icon("hourglass", rect.center, rect.width * 0.78, "primary")

        return paint
