"""The fields of a partnership: its kind, its members, its terms, and whether these members can meet at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from game.engine.species import NEVER, Partnership
from game.levels.beings import Evidence, Fields, Known, Note, PlantFields, SpeciesName
from game.levels.clash import Clash, clash
from game.levels.creatures import AnimalFields, SymbiontFields
from game.levels.mistakes import did_you_mean

# The numbers that each kind of partnership takes: least, most, and what holds where none is given.
TERMS: dict[str, dict[str, tuple[int, int, int]]] = {
    "pairing": {"boost": (0, 16, 3)}, "exchange": {}, "network": {}, "carrying": {"flight": (0, 16, 3)}, "society": {},
    "commons": {}}


class PartnershipFields(Fields):
    kind: Literal["pairing", "exchange", "network", "carrying", "society", "commons"]
    members: list[SpeciesName]
    terms: dict[str, int] = Field(default_factory=dict)
    title: Annotated[str, Field(min_length=1, max_length=60)]
    note: Note
    evidence: Evidence
    source: Annotated[str, Field(min_length=1, max_length=300)]

    def clashes(self, known: Known) -> Iterator[Clash]:
        alone = self.kind == "society"
        if len(set(self.members)) < max(1 if alone else 2, len(self.members)):
            yield clash("members", key="members_differ" if alone else "pairing_pair")
        for term, value in self.terms.items():
            if term not in TERMS[self.kind]:
                yield clash("terms", term, key="unknown_term", kind=self.kind, term=term,
                            help=did_you_mean(term, TERMS[self.kind]))
            elif not TERMS[self.kind][term][0] <= value <= TERMS[self.kind][term][1]:
                least, most, _ = TERMS[self.kind][term]
                yield clash("terms", term, key="term_range", term=term, least=least, most=most, value=value)
        meet = {"pairing": self._flowers, "exchange": self._traders, "network": self._roots, "carrying": self._carriers,
                "society": self._flock}
        if self.kind in meet:
            yield from meet[self.kind](known)

    def _flowers(self, known: Known) -> Iterator[Clash]:
        """Members of a pairing that have no flowers, or never stand in bloom together."""
        flowering: list[tuple[str, list[int]]] = []
        for place, name in enumerate(self.members):
            plant = known.kinds.get(name)
            blooms = isinstance(plant, PlantFields) and tuple(plant.bloom) != NEVER
            if known.sorts.get(name) != "plant" or (plant is not None and not blooms):
                yield clash("members", place, key="pairing_of_flowers", name=name)
            elif isinstance(plant, PlantFields):
                for other, bloom in flowering:
                    if plant.bloom[0] > bloom[1] or bloom[0] > plant.bloom[1]:
                        yield clash("members", place, key="never_meet", one=other, other=name)
                flowering.append((name, plant.bloom))

    def _traders(self, known: Known) -> Iterator[Clash]:
        """An exchange is between a bacterium and plants that house it, or between the two halves of a lichen."""
        bacteria = [name for name in self.members if known.sorts.get(name) == "bacterium"]
        if not bacteria:
            yield from self._halves(known)
            return
        yield from self._strangers(known, {"bacterium", "plant"}, "exchange_of_roots")
        if len(bacteria) > 1 or not any(known.sorts.get(name) == "plant" for name in self.members):
            yield clash("members", key="exchange_needs")

    def _halves(self, known: Known) -> Iterator[Clash]:
        yield from self._strangers(known, {"symbiont"}, "exchange_of_symbionts")
        halves = [kind.role for name in self.members if isinstance(kind := known.kinds.get(name), SymbiontFields)]
        sound = all(known.kinds.get(name) is not None for name in self.members)
        if sound and len(halves) == len(self.members) and sorted(halves) != ["alga", "fungus"]:
            yield clash("members", key="exchange_halves")

    def _roots(self, known: Known) -> Iterator[Clash]:
        yield from self._strangers(known, {"mycelium", "plant"}, "network_of_roots")
        if len([name for name in self.members if known.sorts.get(name) == "mycelium"]) != 1:
            yield clash("members", key="network_needs")

    def _carriers(self, known: Known) -> Iterator[Clash]:
        """Each plant must be eaten by one of the animals, or nobody takes its seed; each animal must eat one."""
        yield from self._strangers(known, {"animal", "plant"}, "carrying_of_fruit")
        plants = [name for name in self.members if known.sorts.get(name) == "plant"]
        animals = [name for name in self.members if known.sorts.get(name) == "animal"]
        if not (plants and animals):
            yield clash("members", key="carrying_needs")
            return
        for place, name in enumerate(self.members):
            animal = known.kinds.get(name)
            if isinstance(animal, AnimalFields) and not set(animal.eats) & set(plants):
                yield clash("members", place, key="does_not_eat", animal=name, plants=", ".join(plants))
        eaters = [known.kinds.get(name) for name in animals]
        if all(isinstance(eater, AnimalFields) for eater in eaters):
            eaten = {food for eater in eaters if isinstance(eater, AnimalFields) for food in eater.eats}
            for place, name in enumerate(self.members):
                if name in plants and name not in eaten:
                    yield clash("members", place, key="nobody_eats", name=name)

    def _flock(self, known: Known) -> Iterator[Clash]:
        for place, name in enumerate(self.members):
            kind = known.kinds.get(name)
            if known.sorts.get(name) != "animal" or (isinstance(kind, AnimalFields) and kind.form != "bird"):
                yield clash("members", place, key="society_of_birds", name=name)
        if len(self.members) > 1:
            yield clash("members", key="society_of_one")

    def _strangers(self, known: Known, sorts: set[str], key: str) -> Iterator[Clash]:
        for place, name in enumerate(self.members):
            if known.sorts.get(name) not in sorts:
                yield clash("members", place, key=key, name=name)

    def present(self, members: Collection[str], sorts: Mapping[str, str]) -> tuple[str, ...]:
        """Those of its members that are among `members`; none where too few are there for the partnership to work."""
        here = tuple(name for name in self.members if name in members)
        needed = {"network": {"mycelium", "plant"}, "carrying": {"animal", "plant"},
                  "exchange": {sorts[name] for name in self.members}}.get(self.kind, set())
        enough = len(here) >= (1 if self.kind == "society" else 2)
        return here if enough and needed <= {sorts[name] for name in here} else ()

    def partnership(self, name: str, members: Collection[str] | None = None) -> Partnership:
        """For the engine; with `members` only they take part."""
        usual = {term: value for term, (_, _, value) in TERMS[self.kind].items()}
        fields = self.model_dump(exclude={"members", "terms"})
        taking_part = tuple(self.members if members is None else members)
        return Partnership(name=name, members=taking_part, terms=usual | self.terms, **fields)
