"""What partnerships carried: which moves of matter are somebody's part of a partnership, and whose.

The one table of causes is here; whoever counts (a batch, the ending) hands a `Given` to the world as its recorder.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from game.engine.matter import Amount, Places, Stock
from game.engine.species import Partnership, PartnershipKind
from game.engine.systems.carrying import carrying
from game.engine.world import World
from game.play.session import Session
from game.words import say

GIVEN: dict[tuple[str, str], PartnershipKind] = {
    ("foraging", "carbon"): "pairing",
    ("pollen", "mineral"): "pairing",
    ("light on lichen", "carbon"): "exchange",
    ("etching", "mineral"): "exchange",
    ("rent", "carbon"): "network",
    ("fed by the web", "carbon"): "network",
    ("handed over", "mineral"): "network",
    ("picking up", "carbon"): "carrying",
    ("picking up", "mineral"): "carrying",
    ("letting go", "carbon"): "carrying",
    ("letting go", "mineral"): "carrying",
    ("shared food", "carbon"): "society",
}
"""By (cause, kind of matter): the kind of partnership in which it is given."""


class Given:
    """The recorder of partnerships: motes by (name of the partnership, kind of matter)."""

    def __init__(self, world: World) -> None:
        self.motes: Counter[tuple[str, str]] = Counter()
        self._world = world
        self._animals = {
            stock.name: animals
            for animals in world.animals
            for stock in (animals.carbon, animals.mineral, *animals.carried.values())
        }
        self._loads = {
            stock.name: carrying(world, animals, number)
            for animals in world.animals
            for number, stock in animals.carried.items()
        }

    def note(
        self, kind: str, source: Stock, target: Stock, motes: Amount, cause: str, at: Places | None, to: Places | None
    ) -> None:
        bond_kind = GIVEN.get((cause, kind))
        if bond_kind is None:
            return
        for bond, given in self._shares(bond_kind, source, target, motes, at):
            if given:
                self.motes[bond.name, kind] += given

    def _shares(
        self, kind: PartnershipKind, source: Stock, target: Stock, motes: Amount, at: Places | None
    ) -> Iterator[tuple[Partnership, int]]:
        """The partnerships in which these motes are given, and how many in each."""
        given = int(np.sum(motes, dtype=np.int64))
        if kind in ("pairing", "network"):
            yield from self._plants(kind, motes, at)
        elif kind == "carrying":
            if (bond := self._carriers(source, target, at)) is not None:
                yield bond, given
        elif kind == "exchange":
            if (bond := self._world.bond(kind)) is not None:
                yield bond, given
        else:
            name, bonds = self._animals[source.name].kind.name, self._world.partnerships
            yield from ((bond, given) for bond in bonds if bond.kind == kind and name in bond.members)

    def _carriers(self, source: Stock, target: Stock, at: Places | None) -> Partnership | None:
        """Of seed and pulp on the way: whoever eats at a tile, or lets go what it carries."""
        for stock in (source, target):
            if stock.name in self._loads:
                return self._loads[stock.name]
        if at is None or not len(at):
            return None
        return carrying(self._world, self._animals[target.name], int(self._world.flora.species[at[0]]))

    def _plants(self, kind: PartnershipKind, motes: Amount, at: Places | None) -> Iterator[tuple[Partnership, int]]:
        """What plants gave or were given that are members. Whoever is in two partnerships of a kind is counted for the
        one that is named last: the level's own."""
        flora = self._world.flora
        left = np.broadcast_to(motes, flora.species.shape if at is None else at.shape).astype(np.int64)
        species = flora.species if at is None else flora.species[at]
        for bond in reversed(self._world.partnerships):
            if bond.kind == kind:
                members = [flora.index[name] for name in bond.members if name in flora.index]
                here = np.isin(species, members)
                yield bond, int(left[here].sum())
                left[here] = 0


@dataclass(frozen=True, slots=True)
class Carried:
    """What one partnership carried: its `name` and `title`, how many `motes` changed hands, and that in words."""

    name: str
    title: str
    motes: int
    words: str


class Reckoning:
    """Lives through the whole play again, as far back as it is known, and counts what partnerships carried."""

    def __init__(self, session: Session) -> None:
        shadow, self._way = session.shadow_from(session.earliest)
        self._bonds = shadow.world.partnerships
        self._given = Given(shadow.world)
        shadow.watch(self._given)
        self.done = False

    def go_on(self, milliseconds: float = 3.0) -> bool:
        """Replay for about so long; True when all is counted."""
        until = perf_counter() + milliseconds / 1000
        while not self.done and perf_counter() < until:
            self.done = next(self._way, None) is None
        return self.done

    @property
    def most(self) -> list[Carried]:
        """What has been counted so far, the most first; a partnership in which nothing was given is left out."""
        found = []
        for bond in self._bonds:
            motes = sum(count for (name, _), count in self._given.motes.items() if name == bond.name)
            if motes:
                words = say(f"why.carried.{bond.kind}", motes=motes)
                found.append(Carried(bond.name, bond.title, motes, words))
        return sorted(found, key=lambda carried: (-carried.motes, carried.name))


def carried_most(session: Session) -> list[Carried]:
    """Which partnerships carried most over the whole play, counted at once: for those who can wait."""
    reckoning = Reckoning(session)
    while not reckoning.go_on():
        pass
    return reckoning.most
