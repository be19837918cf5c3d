"""Which partnerships carried most over a whole play: a replay of it with the ledger, in slices so that no frame
waits."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter

from game.engine.species import PartnershipKind
from game.play.ledger import Ledger
from game.play.session import Session
from game.words import say


@dataclass(frozen=True, slots=True)
class Carried:
    """What one partnership carried: its `name`, `kind` and `title`, how many `motes` changed hands, that in words."""

    name: str
    kind: PartnershipKind
    title: str
    motes: int
    words: str


class Reckoning:
    """Lives through the whole play again, as far back as it is known, and counts what partnerships carried."""

    def __init__(self, session: Session) -> None:
        shadow, self._way = session.shadow_from(session.earliest)
        self._bonds = shadow.world.partnerships
        self._ledger = Ledger(shadow.world)
        shadow.watch(self._ledger)
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
            if motes := self._ledger.moved[bond.name].total():
                words = say(f"why.carried.{bond.kind}", motes=motes)
                found.append(Carried(bond.name, bond.kind, bond.title, motes, words))
        return sorted(found, key=lambda carried: (-carried.motes, carried.name))


def carried_most(session: Session) -> list[Carried]:
    """Which partnerships carried most over the whole play, counted at once: for those who can wait."""
    reckoning = Reckoning(session)
    while not reckoning.go_on():
        pass
    return reckoning.most
