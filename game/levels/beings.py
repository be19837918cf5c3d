"""The fields of a plant and of a colony as authors write them, and what all of an author's fields have in common.

The engine's own records (game.engine.species) say what each field means and in which unit. Other kinds of species are
in creatures.py, partnerships in bonds.py.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from game.engine.species import NEVER, Colony, Colour, Plant
from game.levels.clash import Clash, clash, refuse
from game.levels.mistakes import did_you_mean
from game.paths import ASSETS

WINTER = 96  # tick of the year from which nothing grows
LAST_TICK = 127
MOST = 255  # carbon or mineral in one body: keeps the engine's sums within 16 bits


class Fields(BaseModel):
    """A group of named fields, each given as it is meant: the text '6' is no number, and unknown names are mistakes."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    @model_validator(mode="after")
    def _agree(self, info: ValidationInfo) -> Fields:
        refuse(self.clashes(info.context))
        return self

    def clashes(self, known: Any) -> Iterator[Clash]:
        """What does not go together among these fields, given all that the level knows (a `Known`, or None)."""
        yield from ()


@dataclass(frozen=True)
class Known:
    """The names a part may refer to while it is validated.

    `sorts` tells each species' kind (plant, colony, animal and so on); `kinds` its fields, None where those have
    mistakes. `guests` may come, and are not on the roll of `members`; nor are the `hidden`, who live at the roots of
    others.
    """

    sorts: Mapping[str, str]
    kinds: Mapping[str, Fields | None] = field(default_factory=dict)
    members: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    years: int | None = None

    @property
    def life(self) -> tuple[str, ...]:
        """All who are or may come here, homes and the land too."""
        return self.members + self.guests + self.hidden

    @property
    def species(self) -> set[str]:
        return set(self.sorts)

    def named(self, *sorts: str) -> set[str]:
        """The names of all species of these kinds."""
        return {name for name, sort in self.sorts.items() if sort in sorts}


def _window(value: object) -> object:
    """[first, last], or 'never'."""
    if value == "never":
        return list(NEVER)
    whole = isinstance(value, list) and len(value) == 2 and all(type(tick) is int for tick in value)
    if not whole or not 0 <= value[0] <= value[1] <= LAST_TICK:  # type: ignore[index]
        refuse([clash(key="window")])
    elif value[1] >= WINTER:  # type: ignore[index]
        refuse([clash(key="window_in_winter")])
    return value


WINDOW_SCHEMA = {"anyOf": [{"const": "never"}, {"type": "array", "minItems": 2, "maxItems": 2,
                                               "items": {"type": "integer", "minimum": 0, "maximum": WINTER - 1}}]}


def one_of(names: Callable[[Known], Collection[str]], sort: str) -> AfterValidator:
    """A name that must be among `names`, which are of this `sort`."""
    def look_up(name: str, info: ValidationInfo) -> str:
        assert isinstance(info.context, Known)
        if name not in (among := names(info.context)):
            refuse([clash(key=f"unknown_{sort}", name=name, help=did_you_mean(name, among))])
        return name
    return AfterValidator(look_up)


@cache
def _drawn(stage: str) -> set[str]:
    """The sprites that have a drawing of this stage."""
    return {file.stem.removesuffix(stage) for file in (ASSETS / "sprites").glob(f"*{stage}.svg")}


def drawn_as(stage: str) -> AfterValidator:
    """A sprite that the game can draw: one with `stage`, which whatever has that sprite's other stages has too."""
    def look_up(name: str) -> str:
        if name not in (known := _drawn(stage)):
            refuse([clash(key="unknown_sprite", name=name, help=did_you_mean(name, known))])
        return name
    return AfterValidator(look_up)


PlantName = Annotated[str, one_of(lambda known: known.named("plant"), "plant")]
ColonyName = Annotated[str, one_of(lambda known: known.named("colony"), "colony")]
AnimalName = Annotated[str, one_of(lambda known: known.named("animal"), "animal")]
SpeciesName = Annotated[str, one_of(lambda known: known.species, "species")]
MemberName = Annotated[str, one_of(lambda known: {*known.members, *known.guests}, "member")]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Title = Annotated[str, Field(min_length=1, max_length=40)]
Note = Annotated[str, Field(min_length=1, max_length=400)]
Share = Annotated[int, Field(ge=0, le=15)]
Loss = Annotated[int, Field(ge=2, le=15)]  # seed is lost every fourth tick, two halvings at a time
Motes = Annotated[int, Field(ge=0, le=MOST)]
SomeMotes = Annotated[int, Field(ge=1, le=MOST)]
Window = Annotated[list[int], BeforeValidator(_window), WithJsonSchema(WINDOW_SCHEMA)]
Season = Literal["spring", "summer", "autumn", "winter"]
PlantForm = Literal["flower", "shrub", "tree"]
Evidence = Literal["solid", "debated", "story"]


class SpeciesFields(Fields):
    """What every species has. `like` names another whose fields hold where none are given."""

    like: Name | None = None
    title: Title
    title_plural: Title
    note: Note
    sprite: Name


class PlantFields(SpeciesFields):
    kind: Literal["plant"]
    sprite: Annotated[Name, drawn_as("_seedling")]
    colour: Colour | None = None
    form: PlantForm
    leaf: int = Field(ge=1, le=127)
    body: SomeMotes
    flowers_at: SomeMotes
    sugar_cap: SomeMotes
    upkeep: int = Field(ge=0, le=16)
    comfort: Motes
    seed_reserve: Motes
    shade: Share
    young_carbon: SomeMotes
    young_mineral: SomeMotes
    fruit_carbon: SomeMotes
    fruit_mineral: SomeMotes
    seed_carbon: SomeMotes
    seed_mineral: SomeMotes
    ovules: Share
    showiness: Share
    nectar_cap: Share
    bloom: Window
    sets_fruit: Window
    drops_from: int = Field(ge=0, le=LAST_TICK)
    throw: int = Field(ge=0, le=7)
    seed_loss_near: Loss
    seed_loss_far: Loss
    life: int = Field(ge=128, le=32_000)
    pays: bool = True
    rent: int = Field(default=3, ge=0, le=8)
    saves_for_mast: Motes = 0
    joins_mast: Motes = 0
    crowding: int = Field(ge=0, le=3)
    young_for: int = Field(default=0, ge=0, le=64)
    edible: bool
    gift: dict[Season, Literal["young", "seed", "fruit"]]

    def clashes(self, known: Any) -> Iterator[Clash]:
        for part in ("leaf", "flowers_at", "young_carbon"):
            if (value := getattr(self, part)) > self.body:
                yield clash(part, key="too_big_for_body", value=value, body=self.body)
        if self.comfort > self.sugar_cap:
            yield clash("comfort", key="more_than", value=self.comfort, other="sugar_cap", limit=self.sugar_cap)
        for carbon, mineral in (("young_carbon", "young_mineral"), ("seed_carbon", "seed_mineral")):
            motes, least = getattr(self, carbon), -(-getattr(self, carbon) // 4)
            if getattr(self, mineral) < least:
                yield clash(mineral, key="needs_mineral", carbon=motes, least=least)
        for seed, fruit in (("seed_carbon", "fruit_carbon"), ("seed_mineral", "fruit_mineral")):
            if getattr(self, seed) > getattr(self, fruit):
                yield clash(seed, key="more_seed_than_fruit", fruit=getattr(self, fruit), seed=getattr(self, seed))
        if self.seed_loss_near > self.seed_loss_far:
            yield clash("seed_loss_near", key="more_than", value=self.seed_loss_near, other="seed_loss_far",
                        limit=self.seed_loss_far)
        if self.saves_for_mast > self.sugar_cap:
            yield clash("saves_for_mast", key="more_than", value=self.saves_for_mast, other="sugar_cap",
                        limit=self.sugar_cap)
        if self.joins_mast > self.saves_for_mast > 0:
            yield clash("joins_mast", key="more_than", value=self.joins_mast, other="saves_for_mast",
                        limit=self.saves_for_mast)
        if tuple(self.bloom) != NEVER != tuple(self.sets_fruit) and self.sets_fruit[1] < self.bloom[0]:
            yield clash("sets_fruit", key="fruit_before_bloom", last=self.sets_fruit[1], first=self.bloom[0])

    def being(self, name: str) -> Plant:
        fields = self.model_dump(exclude={"like", "kind"})
        fields |= {"bloom": tuple(self.bloom), "sets_fruit": tuple(self.sets_fruit)}
        return Plant(name=name, **fields)


class ColonyFields(SpeciesFields):
    kind: Literal["colony"]
    sprite: Annotated[Name, drawn_as("_a")]
    honey_comfort: Motes
    worker_carbon: SomeMotes
    worker_mineral: SomeMotes
    mineral_cap: Motes
    life: int = Field(ge=16, le=32_000)
    reach: int = Field(ge=1, le=64)
    half_display: int = Field(ge=1, le=30_000)
    raise_above: Motes
    raise_above_worker: Motes
    upkeep: Share
    upkeep_winter: Share
    gift: dict[Season, Literal["swarm"]]

    def being(self, name: str) -> Colony:
        return Colony(name=name, **self.model_dump(exclude={"like", "kind"}))
