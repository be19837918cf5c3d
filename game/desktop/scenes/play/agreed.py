"""The rules as sentences with blanks to step through, and beside them what makes a commons last."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.desktop.kit import Column, Icon, Label, Row, Stepper, Widget
from game.desktop.kit.theme import LABEL, NOTE, SMALL
from game.engine.commons import RULES
from game.play.actions import Agree
from game.play.ostrom import PRINCIPLES, principles
from game.play.session import Session
from game.play.verbs.meet import FUND_RULES
from game.words import counted, has, say

BLANK = "{value}"
SIDE_BY_SIDE = (("land", "creatures"), ("harvest", "compost"))  # short sentences that share a line where there is room


def rules_of(session: Session) -> list[str]:
    """The rules that say something here: those of the fund where there is one, and where scraps go where there is
    somewhere else to go."""
    commons = session.world.commons
    here = [rule for rule in RULES if commons.open or rule not in FUND_RULES]
    return [rule for rule in here if rule != "compost" or commons.tip_place]


def in_words(rule: str, value: int) -> str:
    """What fills the blank of a rule."""
    key = f"fund.rules.values.{rule}.{value}"
    return say(key) if has(key) else counted("fund.seasons", value)


class Agreed:
    """One sentence a rule; what is refused is said below it. `agreed` is told when a rule
    says something else."""

    def __init__(self, session: Session, agreed: Callable[[], None]) -> None:
        self._session, self._agreed = session, agreed
        self.steppers = {rule: self._stepper(rule) for rule in rules_of(session)}
        self.refusals = {rule: Label("", size=NOTE, colour="overshoot") for rule in self.steppers}
        self._when = Label("", size=NOTE, colour="soft")
        title = Label(say("fund.rules.title"), size=LABEL, bold=True)
        self.column = Column([title, self._when, *self._lines()], gap=2, grow=1.25)
        self.show()

    def show(self) -> None:
        """Make it true; refusals of before are gone."""
        session = self._session
        given = "meet" not in session.level.verbs
        self._when.text = say(f"fund.rules.{'given' if given else 'meet' if session.begun else 'free'}")
        for rule, stepper in self.steppers.items():
            stepper.chosen = session.world.commons.rule(rule)
            stepper.disabled_because = say("fund.rules.given") if given else ""
            self._refuse(rule, "")

    def _lines(self) -> list[Widget]:
        said = {
            rule: Column([_sentence(rule, blank), self.refusals[rule]], gap=0) for rule, blank in self.steppers.items()
        }
        lines: list[Widget] = []
        for first, second in SIDE_BY_SIDE:
            pair = [said.pop(rule) for rule in (first, second) if rule in said]
            lines.append(Row(pair, gap=24, line_gap=2, align="top", flows=True))
        return [*said.values(), *lines]

    def _stepper(self, rule: str) -> Stepper:
        least, most, _ = RULES[rule]
        name = say(f"fund.rules.{rule}").replace(BLANK, "…")
        now = self._session.world.commons.rule(rule)
        return Stepper(name, range(least, most + 1), now, partial(self._try, rule), shown=partial(in_words, rule))

    def _try(self, rule: str, value: int) -> None:
        refused = self._session.do(Agree(rule, value))
        self.show()
        if refused is None:
            self._agreed()
        else:
            self._refuse(rule, str(refused))

    def _refuse(self, rule: str, words: str) -> None:
        self.refusals[rule].text = words
        self.refusals[rule].visible = bool(words)


def _sentence(rule: str, blank: Stepper) -> Row:
    before, after = (words.strip() for words in say(f"fund.rules.{rule}").split(BLANK))
    parts = [Label(before) if before else None, blank, Label(after, grow=1) if after else None]
    return Row([part for part in parts if part is not None], gap=7, line_gap=0)


class Principles:
    """Each of Ostrom's principles with a sign for whether it is there, and the reason."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._signs = [Icon("check", size=17) for _ in PRINCIPLES]
        self._reasons = [Label("", size=SMALL, colour="soft") for _ in PRINCIPLES]
        rows = [
            Row([sign, Column([Label(say(f"fund.principles.{name}.name"), size=NOTE, bold=True), why], gap=0, grow=1)],
                gap=8, align="top")
            for name, sign, why in zip(PRINCIPLES, self._signs, self._reasons, strict=True)
        ]
        title = Label(say("fund.principles.title"), size=LABEL, bold=True)
        source = Label(say("fund.principles.source"), size=SMALL, colour="soft")
        self.column = Column([title, source, *rows], gap=3, grow=1)
        self.show()

    def show(self) -> None:
        """Make it true."""
        found = principles(self._session.world, self._session.level)
        for principle, sign, why in zip(found, self._signs, self._reasons, strict=True):
            sign.icon, sign.colour = ("check", "primary") if principle.present else ("cross", "soft")
            sign.name = say(f"fund.principles.{'present' if principle.present else 'missing'}")
            why.text = principle.why
