"""The fields of species that are neither plant nor colony: the halves of a lichen, root bacteria, mycelium, animals.

The engine's own records (game.engine.species) say what each field means and in which unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from game.engine.species import Animal, Bacterium, Mycelium, Symbiont
from game.levels.beings import Known, Name, Season, SomeMotes, SpeciesFields, drawn_as
from game.levels.clash import Clash, clash
from game.levels.mistakes import did_you_mean


class SymbiontFields(SpeciesFields):
    kind: Literal["symbiont"]
    role: Literal["fungus", "alga"]
    carbon: int = Field(ge=1, le=8)         # lichens grow from 8 sugar and 1 mineral: more would come from nowhere
    mineral: int = Field(ge=1, le=1)
    flake: int = Field(ge=1, le=24)
    gift: dict[Season, Literal["flake"]]

    def being(self, name: str) -> Symbiont:
        return Symbiont(name=name, **self.model_dump(exclude={"like", "kind"}))


class BacteriumFields(SpeciesFields):
    kind: Literal["bacterium"]
    carbon: int = Field(ge=1, le=32)
    mineral: int = Field(ge=1, le=8)
    gift: dict[Season, str] = Field(default_factory=dict, max_length=0)     # it gives to its plant, all year

    def being(self, name: str) -> Bacterium:
        return Bacterium(name=name, **self.model_dump(exclude={"like", "kind"}))


class MyceliumFields(SpeciesFields):
    kind: Literal["mycelium"]
    sprite: Annotated[Name, drawn_as("")]
    spores: int = Field(ge=1, le=64)
    gift: dict[Season, Literal["spores"]]

    def being(self, name: str) -> Mycelium:
        return Mycelium(name=name, **self.model_dump(exclude={"like", "kind"}))


class AnimalFields(SpeciesFields):
    kind: Literal["animal"]
    sprite: Annotated[Name, drawn_as("_a")]
    form: Literal["bird", "squirrel", "hawk"]
    eats: list[Name] = Field(min_length=1, max_length=12)
    makes_do_with: list[Name] = Field(default_factory=list, max_length=12)
    holds: SomeMotes
    comfort: SomeMotes
    hungry: SomeMotes
    breeds_at: int = Field(ge=1, le=999)
    upkeep: int = Field(ge=0, le=8)
    mineral: SomeMotes
    life: int = Field(ge=64, le=32_000)
    nests_in: list[Literal["shrub", "tree"]] = Field(default_factory=list)
    gift: dict[Season, Literal["perch", "seed"]]

    def clashes(self, known: Any) -> Iterator[Clash]:
        for less, more in (("comfort", "holds"), ("hungry", "comfort")):
            value, limit = getattr(self, less), getattr(self, more)
            if value > limit:
                yield clash(less, key="more_than", value=value, other=more, limit=limit)
        if isinstance(known, Known):
            yield from self._food(known)

    def _food(self, known: Known) -> Iterator[Clash]:
        """A hawk hunts animals, all others eat the fruit of plants."""
        food = known.named("animal" if self.form == "hawk" else "plant")
        for field in ("eats", "makes_do_with"):
            for place, name in enumerate(getattr(self, field)):
                if name not in known.species:
                    yield clash(field, place, key="unknown_species", name=name, help=did_you_mean(name, known.species))
                elif name not in food:
                    yield clash(field, place, key="hawks_hunt" if self.form == "hawk" else "eats_fruit", name=name)

    def being(self, name: str) -> Animal:
        fields = self.model_dump(exclude={"like", "kind"})
        lists = {field: tuple(fields[field]) for field in ("eats", "makes_do_with", "nests_in")}
        return Animal(name=name, **fields | lists)
