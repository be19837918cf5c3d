"""The fields of a level as authors write them. What each means: docs/levels.md.

Only words and numbers are checked here, and what fields of one group make of each other; the map with its legend and
the names in use are matters of the whole level: `meaning.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from game.levels.beings import (
    ColonyName,
    Evidence,
    Fields,
    Known,
    MemberName,
    Name,
    PartnershipFields,
    PlantName,
)
from game.levels.clash import Clash, clash, refuse
from game.levels.level import Measure, Stage, Verb

FORMAT = 1
LEAST_SIDE, MOST_SIDE = 3, 64  # tiles
USUAL_COLONY = "honeybee"  # where a hive does not say whose it is
Ground = Literal["soil", "rock", "water", "path", "home", "fence"]
MEASURED_ON_ALL = {"flourishing", "worst_off", "lasting"}
COLONY_MEASURES = {"workers", "honey"}


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


def _short_for(field: str) -> BeforeValidator:
    """Lets an author write a bare word where a group would hold only that one field."""
    return BeforeValidator(lambda value: {field: value} if isinstance(value, str) else value)


Line = Annotated[str, Field(min_length=1, max_length=300)]
Sentence = Annotated[Line, AfterValidator(_at_most_words(20))]
Hint = Annotated[Line, AfterValidator(_at_most_words(30))]
Question = Annotated[Line, AfterValidator(_at_most_words(40))]
Story = Annotated[str, Field(min_length=1, max_length=600), AfterValidator(_at_most_words(60))]
Year = Annotated[int, Field(ge=1, le=20)]
Motes = Annotated[int, Field(ge=0, le=1000)]


class SoilFields(Fields):
    water: int | None = Field(default=None, ge=0, le=48)
    mineral: Motes | None = None
    subsoil: Motes | None = None
    litter_carbon: Motes | None = None
    litter_mineral: Motes | None = None
    rock: Motes | None = None
    pond: int | None = Field(default=None, ge=0, le=4000)


class PlantedFields(Fields):
    species: PlantName
    stage: Stage = "grown"


class HiveFields(Fields):
    colony: ColonyName = USUAL_COLONY
    workers: int = Field(ge=1, le=200)
    honey: int = Field(ge=0, le=2000)


class HomeFields(Fields):
    name: Annotated[str, Field(min_length=1, max_length=24)]


class LegendFields(Fields):
    ground: Ground | None = None
    plant: Annotated[PlantedFields, _short_for("species")] | None = None
    hive: HiveFields | None = None
    home: Annotated[HomeFields, _short_for("name")] | None = None
    soil: SoilFields | None = None
    set_out: bool = False

    @property
    def kind(self) -> Ground:
        return self.ground or ("home" if self.home else "soil")


class WeatherFields(Fields):
    rain: int = Field(default=100, ge=0, le=400)
    cloud: int = Field(default=12, ge=0, le=200)
    air: int = Field(default=64, ge=0, le=1000)


class HandfulFields(Fields):
    give: PlantName
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
        if self.measure not in ("count", "workers", "honey"):
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
            of = {"count": known.species, "workers": known.colonies, "honey": known.colonies}.get(self.measure)
            names = ", ".join(name for name in known.members if of is None or name in of)
            yield clash("measure", key="measure_needs_member", measure=self.measure, names=names)
        elif self.measure in COLONY_MEASURES and self.member not in known.colonies:
            yield clash("member", key="measure_of_colony", measure=self.measure, name=self.member)
        elif self.measure == "count" and self.member not in known.species:
            yield clash("member", key="count_of_being", name=self.member)

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

    def clashes(self, known: Known) -> Iterator[Clash]:
        if self.answer is not None and self.answer not in self.choices:
            yield clash("answer", key="answer_is_choice", name=self.answer)


class EvidenceFields(Fields):
    badge: Evidence
    note: Annotated[str, Field(min_length=1, max_length=600)]


Legend = Annotated[LegendFields, _short_for("ground")]
AllowedVerb = Annotated[VerbFields, _short_for("do")]


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
