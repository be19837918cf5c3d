"""The fields of people as authors write them: homes, luck, the fund, and the rules that people have agreed on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import Field

from game.engine.commons import RULES, TRUST
from game.engine.systems.fortunes import MOST_PEOPLE
from game.levels.beings import Fields
from game.levels.clash import Clash, clash

Need = Literal["food", "water", "warmth", "care"]
Fortune = Literal["illness", "good_harvest", "wet_cellar", "newcomer"]
HARVESTS = {"all": 1, "half": 2, "quarter": 4}  # one part in so many is taken


def _food() -> list[Need]:
    return ["food"]


def _any_fortune() -> list[Fortune]:
    return [*get_args(Fortune)]


class HomeFields(Fields):
    name: Annotated[str, Field(min_length=1, max_length=24)]
    needs: Annotated[list[Need], Field(min_length=1, max_length=4)] = Field(default_factory=_food)
    mouths: int = Field(default=1, ge=1, le=MOST_PEOPLE)
    works: int = Field(default=0, ge=0, le=32)
    food: int = Field(default=8, ge=0, le=1000)
    water: int = Field(default=0, ge=0, le=1000)
    wood: int = Field(default=0, ge=0, le=1000)
    yours: bool = False

    def clashes(self, known: Any) -> Iterator[Clash]:
        for need, field in (("water", "water"), ("warmth", "wood")):
            if getattr(self, field) and need not in self.needs:
                yield clash(field, key="store_without_need", need=need)


class LuckFields(Fields):
    """With a `chance` in 100 one of `fortunes` befalls a home at a season's turn."""

    chance: int = Field(ge=1, le=100)
    fortunes: Annotated[list[Fortune], Field(min_length=1, max_length=4)] = Field(default_factory=_any_fortune)


def _store(rule: str) -> Any:
    least, most, usual = RULES[rule]
    return Field(default=usual, ge=least, le=most)


class FundFields(Fields):
    gives_above: int = _store("gives_above")
    draws_below: int = _store("draws_below")
    reserve: int = _store("reserve")
    land: bool = False
    creatures: bool = False
    all_decide: bool = True
    tended: int = Field(default=TRUST, ge=0, le=TRUST)

    def clashes(self, known: Any) -> Iterator[Clash]:
        if self.draws_below > self.gives_above:
            yield clash("draws_below", key="draws_more", below=self.draws_below, above=self.gives_above)


class CouncilFields(Fields):
    trust: int = Field(ge=0, le=100)


class RuleFields(Fields):
    harvest: Literal["all", "half", "quarter"] = "half"
    waste: Literal["compost", "tip"] = "compost"


def rules_of(fund: FundFields | None, rules: RuleFields) -> dict[str, int]:
    """What the engine calls the same, as whole numbers."""
    agreed = {"harvest": HARVESTS[rules.harvest], "compost": int(rules.waste == "compost")}
    funds = {} if fund is None else fund.model_dump(exclude={"tended"})
    return agreed | {rule: int(value) for rule, value in funds.items()}


def who_lives_here(
    entries: Mapping[str, tuple[HomeFields | None, str | None]], fund: FundFields | None
) -> Iterator[Clash]:
    """What does not go together among the homes and plots (a home's name) of the legend's letters, and the fund."""
    homes = {home.name: letter for letter, (home, _) in entries.items() if home}
    own = [(letter, home) for letter, (home, _) in entries.items() if home and home.yours]
    for letter, _ in own[1:]:
        yield clash("legend", letter, "home", key="yours_twice", name=own[0][1].name)
    for letter, (_, plot) in entries.items():
        if plot is not None and plot not in homes:
            yield clash("legend", letter, "plot", key="plot_of_nobody", name=plot, homes=", ".join(sorted(homes)))
    if fund is not None and not homes:
        yield clash("fund", key="fund_for_nobody")
