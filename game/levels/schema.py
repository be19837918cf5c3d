"""The fields of a level as authors write them. What each means: docs/levels.md.

Only words and numbers are checked here, and what fields of one group make of each other; the map with its legend and
the names in use are matters of the whole level: `meaning.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Annotated, Any

from pydantic import AfterValidator, Field, WithJsonSchema

from game.engine.calendar import YEAR
from game.engine.weather import ANNOUNCED, SpellKind
from game.levels.beings import LAST_TICK, AnimalName, Evidence, Fields, Known, MemberName, Name, PlantFields, one_of
from game.levels.bonds import PartnershipFields
from game.levels.clash import Clash, clash, refuse
from game.levels.creatures import BacteriumFields, MyceliumFields, SymbiontFields
from game.levels.level import MULCH, PERCH, Measure, Verb
from game.levels.people import CouncilFields, FundFields, LuckFields, RuleFields, who_lives_here
from game.levels.tiles import LegendFields, SoilFields, short_for
from game.paths import ASSETS

FORMAT = 1
LEAST_SIDE, MOST_SIDE = 3, 64  # tiles
MEASURED_ON_ALL = {"soil_formed", "flourishing", "worst_off", "lasting", "short", "overdrawn", "soil_mineral"}
COLONY_MEASURES = {"workers", "honey"}
# All other measures go from 0 to 100.
COUNTS = {"count", "caught", "masting", "workers", "honey", "soil_formed", "short", "overdrawn", "soil_mineral"}
DRAWINGS = ASSETS / "sprites"
ON_PICTURES = ("rock", "water", "path")  # grounds of a little picture, beside the drawings; all else is meadow
HOLDABLE = ("plant", "symbiont", "mycelium")  # kinds of species that may lie in the hand


def _at_most_words(most: int) -> Callable[[str], str]:
    def counted(text: str) -> str:
        if (count := len(text.split())) > most:
            refuse([clash(key="too_many_words", count=count, most=most)])
        return text
    return counted


def _format(number: int) -> int:
    if number != FORMAT:
        refuse([clash(key="format", number=number, ours=FORMAT)])
    return number


def _age(text: str) -> str:
    if re.fullmatch(r"\d{1,2}(-\d{1,2}|\+)", text) is None:
        refuse([clash(key="age", age=text)])
    return text


def _lives_as(kind: Fields | None) -> str | None:
    """Of beings that a level can have one of: which."""
    if isinstance(kind, SymbiontFields):
        return kind.role
    return kind.kind if isinstance(kind, MyceliumFields | BacteriumFields) else None


def _masts(known: Known) -> set[str]:
    """The plants that save for a mast year, as far as their fields can be read."""
    kinds = {name: known.kinds.get(name) for name in known.named("plant")}
    return {name for name, kind in kinds.items() if not isinstance(kind, PlantFields) or kind.saves_for_mast}


Line = Annotated[str, Field(min_length=1, max_length=300)]
Sentence = Annotated[Line, AfterValidator(_at_most_words(20))]
Hint = Annotated[Line, AfterValidator(_at_most_words(30))]
Question = Annotated[Line, AfterValidator(_at_most_words(40))]
Story = Annotated[str, Field(min_length=1, max_length=600), AfterValidator(_at_most_words(60))]
Year = Annotated[int, Field(ge=1, le=20)]
HandName = Annotated[str, one_of(lambda known: {*known.named(*HOLDABLE), MULCH, PERCH}, "handful")]


class WeatherFields(Fields):
    rain: int = Field(default=100, ge=0, le=400)
    cloud: int = Field(default=12, ge=0, le=200)
    air: int = Field(default=64, ge=0, le=1000)


class SpellFields(Fields):
    """Bad weather in one year, from one day of it to another; `announced` so many ticks before."""

    weather: SpellKind
    year: Year
    from_day: int = Field(ge=0, le=LAST_TICK)
    to_day: int = Field(ge=0, le=LAST_TICK)
    strength: int = Field(ge=1, le=200)
    announced: int = Field(default=ANNOUNCED, ge=0, le=YEAR)

    def clashes(self, known: Known) -> Iterator[Clash]:
        if self.from_day > self.to_day:
            yield clash("to_day", key="ends_before", last=self.to_day, first=self.from_day)
        if self.weather != "flood" and self.strength > 100:
            yield clash("strength", key="too_strong", weather=self.weather, value=self.strength)
        if known.years is not None and self.year > known.years:
            yield clash("year", key="year_too_late", years=known.years)


class BeyondFields(Fields):
    carbon: int = Field(default=0, ge=0, le=30_000)
    mineral: int = Field(default=0, ge=0, le=30_000)


class HandfulFields(Fields):
    give: HandName
    count: int = Field(ge=1, le=500)


class VerbFields(Fields):
    do: Verb
    count: int | None = Field(default=None, ge=1, le=500)


class GoalFields(Fields):
    text: Sentence
    measure: Measure
    member: MemberName | None = None
    at_least: int | None = Field(default=None, ge=0, le=100_000)
    at_most: int | None = Field(default=None, ge=0, le=100_000)
    by_year: Year | None = None
    from_year: Year | None = None
    through_year: Year | None = None
    at_end: bool | None = None

    def clashes(self, known: Known) -> Iterator[Clash]:
        yield from self._about(known)
        if self.at_least is None and self.at_most is None:
            yield clash(key="no_limit")
        elif self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            yield clash("at_most", key="limits_crossed", most=self.at_most, least=self.at_least)
        if self.measure not in COUNTS:
            for field in ("at_least", "at_most"):
                if (value := getattr(self, field)) is not None and value > 100:
                    yield clash(field, key="above_hundred", value=value, measure=self.measure)
        yield from self._times(known)

    def _about(self, known: Known) -> Iterator[Clash]:
        """Is the member one that this can be measured on?"""
        if self.measure in MEASURED_ON_ALL:
            if self.member is not None:
                yield clash("member", key="measure_alone", measure=self.measure)
        elif self.member is None:
            of = {
                "count": known.species, "caught": known.named("animal"), "masting": _masts(known),
                "workers": known.named("colony"), "honey": known.named("colony"),
            }
            among = of.get(self.measure, {*known.members})
            names = ", ".join(name for name in (*known.members, *known.guests) if name in among)
            yield clash("measure", key="measure_needs_member", measure=self.measure, names=names)
        elif self.measure in COLONY_MEASURES and self.member not in known.named("colony"):
            yield clash("member", key="measure_of_colony", measure=self.measure, name=self.member)
        elif self.measure == "masting" and self.member not in _masts(known):
            yield clash("member", key="measure_of_masting", name=self.member)
        elif self.measure == "caught" and self.member not in known.named("animal"):
            yield clash("member", key="measure_of_animals", name=self.member)
        elif self.measure == "count" and self.member not in known.species:
            yield clash("member", key="count_of_being", name=self.member)
        elif self.measure == "wellbeing" and self.member not in known.members:
            yield clash("member", key="guest_wellbeing", name=self.member)

    def _times(self, known: Known) -> Iterator[Clash]:
        spans = self.from_year is not None or self.through_year is not None
        if (self.by_year is not None) + spans + bool(self.at_end) > 1 or self.at_end is False:
            yield clash(key="one_time")
        elif spans and not (self.from_year and self.through_year and self.from_year <= self.through_year):
            yield clash(key="both_years")
        if self.measure == "lasting" and (spans or self.by_year is not None):
            yield clash("measure", key="lasting_at_end")
        for field in ("by_year", "from_year", "through_year"):
            if known.years is not None and (getattr(self, field) or 0) > known.years:
                yield clash(field, key="year_too_late", years=known.years)


class StarFields(Fields):
    title: Annotated[str, Field(min_length=1, max_length=40)]
    needs: Annotated[list[GoalFields], Field(min_length=1, max_length=6)]


class PredictFields(Fields):
    question: Question
    choices: Annotated[list[Sentence], Field(min_length=2, max_length=4)]
    answer: str | None = None
    pictures: list[str] = Field(default_factory=list, max_length=4)
    legend: dict[str, str] = Field(default_factory=dict)

    def clashes(self, known: Known) -> Iterator[Clash]:
        if self.pictures and len(self.pictures) != len(self.choices):
            yield clash("pictures", key="picture_each", count=len(self.pictures), choices=len(self.choices))
        for letter in sorted({letter for picture in self.pictures for letter in picture if letter not in " .\n"}):
            if letter not in self.legend:
                yield clash("pictures", key="picture_letter", letter=letter)
        for name in self.legend.values():
            if name not in ON_PICTURES and not (DRAWINGS / f"{name}.svg").exists():
                yield clash("legend", key="no_drawing", name=name)
        if self.answer is not None and self.answer not in self.choices:
            yield clash("answer", key="answer_is_choice", name=self.answer)


class EvidenceFields(Fields):
    badge: Evidence
    note: Annotated[str, Field(min_length=1, max_length=600)]


Legend = Annotated[LegendFields, short_for("ground")]
AllowedVerb = Annotated[VerbFields, short_for("do")]


class LevelFields(Fields):
    """A whole level. Own species stay as written here: they may lean on others with `like`, and are read first."""

    format: Annotated[int, AfterValidator(_format), WithJsonSchema({"const": FORMAT})]
    title: Annotated[str, Field(min_length=1, max_length=40)]
    story: Story
    minutes: int = Field(ge=1, le=120)
    age: Annotated[str, AfterValidator(_age)]
    seed: int = Field(default=1, ge=0, le=2**31 - 1)
    years: Year
    map: str
    legend: dict[str, Legend] = Field(default_factory=dict)
    soil: SoilFields = Field(default_factory=SoilFields)
    weather: WeatherFields = Field(default_factory=WeatherFields)
    stress: int = Field(default=0, ge=0, le=100)
    events: list[SpellFields] = Field(default_factory=list, max_length=20)
    guests: dict[AnimalName, Annotated[int, Field(ge=1, le=40)]] = Field(default_factory=dict)
    beyond: BeyondFields | None = None
    luck: LuckFields | None = None
    fund: FundFields | None = None
    council: CouncilFields | None = None
    rules: RuleFields = Field(default_factory=RuleFields)
    hand: list[HandfulFields] = Field(default_factory=list, max_length=20)
    verbs: Annotated[list[AllowedVerb], Field(min_length=1)]
    days: int = Field(default=3, ge=0, le=12)
    set_out: bool = False
    goals: Annotated[list[GoalFields], Field(min_length=1, max_length=6)]
    stars: Annotated[list[StarFields], Field(min_length=3, max_length=3)]
    hints: Annotated[list[Hint], Field(min_length=2, max_length=4)]
    predict: PredictFields | None = None
    reflect: Annotated[list[Question], Field(min_length=1, max_length=5)]
    evidence: EvidenceFields
    attribution: Annotated[str, Field(max_length=600)] = ""
    sources: list[Line] = Field(default_factory=list)
    standards: list[Line] = Field(default_factory=list)
    species: dict[Name, dict[str, Any]] = Field(default_factory=dict)
    partnerships: dict[Name, PartnershipFields] = Field(default_factory=dict)

    def clashes(self, known: Known) -> Iterator[Clash]:
        for what in ("fungus", "alga", "bacterium", "mycelium"):
            here = [name for name in known.life if _lives_as(known.kinds.get(name)) == what]
            if len(here) > 1:
                yield clash("species", key="only_one", what=what, names=" and ".join(here))
        entries = {letter: (entry.home, entry.plot) for letter, entry in self.legend.items()}
        yield from who_lives_here(entries, self.fund)
        if any(handful.give == PERCH for handful in self.hand) and not known.named("animal") & {*known.life}:
            yield clash("hand", key="perch_for_nobody")
