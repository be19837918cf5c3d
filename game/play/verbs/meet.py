"""Meet: all come together. The fund is tended, everyone is cared for, and rules can be agreed on."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.commons import RULES
from game.engine.world import World
from game.levels.level import Level
from game.play.progress import Progress
from game.play.refusal import Refusal
from game.play.verbs.verb import Action

TENDS, CARE = 30, 16
AGREES_FROM = 30  # how well a fund must be tended for people to agree on another rule
FUND_RULES = ("gives_above", "draws_below", "reserve", "land", "creatures", "all_decide")


@dataclass(frozen=True, slots=True)
class Meet(Action):
    form = verb = "meet"

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        return None if len(world.households) else Refusal("nobody_here")

    def do(self, world: World, progress: Progress) -> None:
        world.commons.tend(TENDS)
        for home in range(len(world.households)):
            world.households.feel("care", home, CARE)


@dataclass(frozen=True, slots=True)
class Agree(Action):
    """Let a rule (game.engine.commons.RULES) say something else, where people meet. It takes no day."""

    rule: str
    count: int

    form, verb = "agree {rule} {count}", "meet"
    sets_out, takes_a_day = True, False

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        if self.rule not in RULES or (self.rule in FUND_RULES and not world.commons.open):
            return Refusal("no_rule", {"rule": self.rule})
        least, most, _ = RULES[self.rule]
        if not least <= self.count <= most:
            return Refusal("rule_range", {"least": least, "most": most})
        agreed = {rule: world.commons.rule(rule) for rule in RULES} | {self.rule: self.count}
        if agreed["draws_below"] > agreed["gives_above"]:
            return Refusal("gives_more_than_there_is")
        if progress.begun and world.commons.tended < AGREES_FROM:
            return Refusal("not_tended")
        return None

    def do(self, world: World, progress: Progress) -> None:
        world.commons.agree(self.rule, self.count)
