"""The fields of one letter of the map: its ground, and what stands, lives or lies there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from game.levels.beings import AnimalName, ColonyName, Fields, Known, PlantName
from game.levels.clash import Clash, clash
from game.levels.level import Stage
from game.levels.people import HomeFields

USUAL_COLONY = "honeybee"  # where a hive does not say whose it is
USUAL_MYCELIUM = "mycelium"  # ... nor threads
USUAL_LICHEN = {"fungus": "crust_fungus", "alga": "green_alga"}  # ... nor a lichen
Ground = Literal["soil", "rock", "water", "path", "home", "fence"]
Motes = Annotated[int, Field(ge=0, le=1000)]
Crust = Annotated[int, Field(ge=0, le=24)]  # what a tile of rock can carry


def short_for(field: str) -> BeforeValidator:
    """Lets an author write a bare word where a group would hold only that one field."""
    return BeforeValidator(lambda value: {field: value} if isinstance(value, str) else value)


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


class LichenFields(Fields):
    fungus: Crust = 0
    alga: Crust = 0

    def clashes(self, known: Known) -> Iterator[Clash]:
        if not self.fungus + self.alga:
            yield clash(key="empty_crust")


class LegendFields(Fields):
    """What a letter stands for. `threads` (carbon of mycelium) and `animals` may go with a plant, all else may not."""

    ground: Ground | None = None
    plant: Annotated[PlantedFields, short_for("species")] | None = None
    hive: HiveFields | None = None
    home: Annotated[HomeFields, short_for("name")] | None = None
    lichen: LichenFields | None = None
    threads: int | None = Field(default=None, ge=1, le=64)
    animals: dict[AnimalName, Annotated[int, Field(ge=1, le=20)]] = Field(default_factory=dict)
    perch: bool = False
    tip: bool | Motes = False
    plot: Annotated[str, Field(min_length=1, max_length=24)] | None = None
    soil: SoilFields | None = None
    set_out: bool = False

    @property
    def kind(self) -> Ground:
        return self.ground or ("home" if self.home else "rock" if self.lichen else "soil")
