"""Why: what a plant, a hive, a home or a piece of ground received and gave over the last season, and from whom.

A play is its list of actions, so *why* is a replay: a shadow of the session lives through the season again while
diaries watch one being. Nothing is worked out a second time, so an account cannot disagree with the world.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import NamedTuple

from game.engine import calendar
from game.engine.matter import Amount, Places, Stock
from game.engine.recorders import Diary, Passage
from game.engine.systems.fund import HELP
from game.engine.world import Event, World
from game.play.beings import PLANT, Being, What, being_at, number_of, partner
from game.play.causes import Link, Trail, wanting
from game.play.lacking import lacks_now
from game.play.names import home_called
from game.play.neighbours import SCRAPS, STORES, Givers, company
from game.play.session import Session
from game.words import has, say

TOLD = calendar.SEASON      # ticks an account goes back
IN_STORY = 2                # lines of each side that the story names


@dataclass(frozen=True, slots=True)
class Line:
    """One thing received or given: `kind` is water, carbon, food, wood, mineral, seed or care, `words` say it and
    `partner` is the other."""

    kind: str
    words: str
    motes: int
    partner: str


@dataclass(frozen=True, slots=True)
class Account:
    """What somebody received and gave since a tick, the most first; what they lack now; the gist of it.

    `chain` says why a plant is in want, or why the last one died there: three links at most, once the account is
    complete.
    """

    what: What
    who: str
    since: int
    received: tuple[Line, ...]
    gave: tuple[Line, ...]
    lacks: str | None
    story: str
    chain: tuple[Link, ...] = ()


class _Way(NamedTuple):
    """What is told together: `alive` says whether the partner is somebody who lives."""

    kind: str
    cause: str
    partner: str
    alive: bool


class _Diaries:
    """The recorder for all parts of a being, for the trail of its tile and for whoever gives to the fund."""

    def __init__(self, being: Being, trail: Trail, givers: Givers, world: World) -> None:
        self.parts = [Diary(stocks, being.place) for stocks in being.parts]
        self._trail, self._givers = trail, givers
        herds = [animals for animals in world.animals if animals.carbon.name in being.parts[0]]
        self._animals, self._ident = herds[0] if herds else None, being.place

    def note(
        self, kind: str, source: Stock, target: Stock, motes: Amount, cause: str, at: Places | None, to: Places | None
    ) -> None:
        for part in self.parts:
            if self._animals is not None:
                part.place = number_of(self._animals, self._ident)
            part.note(kind, source, target, motes, cause, at, to)
        self._trail.note(kind, source, target, motes, cause, at, to)
        self._givers.note(kind, source, target, motes, cause, at, to)


class Watch:
    """Looks at whoever is at tile `place` now, and tells of them when the season has been lived through again.

    The session may go on, or back, meanwhile: the account is of the moment at which the watch was set.
    """

    def __init__(self, session: Session, place: int) -> None:
        self.being = being_at(session.world, place)
        self.since = max(session.earliest, session.tick_now - TOLD)
        self._lacks = lacks_now(session.world, place)
        self._shadow, self._way = session.shadow_from(self.since)
        self._trail = Trail(self._shadow.world, place)
        self._givers = Givers(self._shadow.world)
        self._diaries = _Diaries(self.being, self._trail, self._givers, self._shadow.world)
        home = self.being.what == "home"
        self._company = company(session.world, session.actions, self.being.place, self.since) if home else []
        self._got: Counter[_Way] = Counter()
        self._gave: Counter[_Way] = Counter()
        self._species = self._shadow.world.flora.species.copy()
        self._done = False
        self._begin_to_look()

    def go_on(self, milliseconds: float = 3.0) -> bool:
        """Replay for about so long; True when the account is complete."""
        until = perf_counter() + milliseconds / 1000
        while not self._done and perf_counter() < until:
            self._done = next(self._way, None) is None
            events = () if self._done else self._shadow.events
            self._read_diaries(events)
            self._trail.step(self._shadow.world, events)
            self._begin_to_look()
        return self._done

    @property
    def account(self) -> Account:
        """The account as far as the replay has come."""
        received, gave = _lines(self._got, "got", self._givers), _lines(self._gave, "gave")
        received = (*(Line("care", words, times, who) for words, times, who in self._company), *received)
        told = _story(self.being, self._got, self._gave)
        chain = self._trail.chain(self._shadow.world) if self._done else ()
        return Account(self.being.what, self.being.who, self.since, received, gave, self._lacks, told, chain)

    @property
    def digest(self) -> str:
        """The hash of the world the replay has come to; at the end, that of the world it explains."""
        return self._shadow.world.digest()

    def _begin_to_look(self) -> None:
        if self._shadow.tick_now >= self.since:
            self._shadow.watch(self._diaries)

    def _read_diaries(self, events: Sequence[Event]) -> None:
        world, own = self._shadow.world, frozenset[str]().union(*self.being.parts)
        several = len(self.being.parts) > 1
        plants = world.flora.index
        died = any(event.kind == "died" and event.place == self.being.tile and event.who in plants for event in events)
        if died and self.being.what == "plant":     # it was another one: this one's account begins after it
            self._got.clear()
            self._gave.clear()
        for part in self._diaries.parts:
            another = died and part.stocks == PLANT
            for way, motes in part.got.items():
                if not self._in_food(way) and (not another or way.cause == "sprouting"):
                    self._got[self._told(way, way.source)] += motes
            for way, motes in part.gave.items():
                within = several and way.target in own and way.beyond == self.being.place
                if not another and not within and not self._in_food(way):
                    self._gave[self._told(way, way.target)] += motes
            part.got.clear()
            part.gave.clear()
        self._species[:] = world.flora.species

    def _in_food(self, way: Passage) -> bool:
        """Whether it is told already as the food that it is in."""
        return self.being.what == "home" and way.kind == "mineral" and way.cause not in SCRAPS

    def _told(self, way: Passage, other: str) -> _Way:
        seed = any(name == "fruit" or name.startswith(("seed_", "basket_")) for name in (way.source, way.target))
        who, alive = partner(self._shadow.world, other, way.beyond, int(self._species[way.beyond]))
        if has(key := f"{_cause(way.cause)}.partner"):
            who, alive = say(key), True
        own = way.target if other == way.source else way.source
        kind = STORES.get(own, way.kind) if self.being.what == "home" else "seed" if seed else way.kind
        return _Way(kind, way.cause, who, alive)


# ----------------------------------------------------------------- in words

def phrase(way: _Way, side: str) -> str:
    """What a way of matter is called in a sentence; a cause that has no words yet is named as it is."""
    key = f"{_cause(way.cause)}.{side}"
    if has(key):
        return say(key, partner=way.partner, kind=say(f"why.kinds.{way.kind}"))
    return say(f"why.other.{side}", partner=way.partner, kind=say(f"why.kinds.{way.kind}"), cause=way.cause)


def _cause(cause: str) -> str:
    return "why.causes." + cause.replace(" ", "_").replace("'", "")


def _lines(ways: Counter[_Way], side: str, givers: Givers | None = None) -> tuple[Line, ...]:
    """The ways in words, the most first; of what came from the fund also which of `givers` had put by."""
    told: Counter[tuple[str, str, str]] = Counter()
    for way, motes in ways.items():
        words = phrase(way, side)
        if givers is not None and way.cause == HELP and (names := givers.names(way.kind)):
            words = say("why.put_by", words=words, names=names)
        told[way.kind, words, way.partner] += motes
    most_first = sorted(told.items(), key=lambda line: (-line[1], line[0]))
    return tuple(Line(kind, _begun(words), motes, who) for (kind, words, who), motes in most_first)


def _begun(words: str) -> str:
    return words[0].upper() + words[1:]


def _story(being: Being, got: Counter[_Way], gave: Counter[_Way]) -> str:
    """One or two sentences."""
    sides = {"got": _gist(got, "got"), "gave": _gist(gave, "gave")}
    key = "_".join(side for side, words in sides.items() if words) or "nothing"
    who = home_called(being.who) if being.what == "home" else being.who
    return _begun(say(f"why.story.{being.what}.{key}", who=who, **sides))


def _gist(ways: Counter[_Way], side: str) -> str:
    """The most important ways, each of another kind of matter; those who live come before sun and rain."""
    first: dict[str, str] = {}
    for way in sorted(ways, key=lambda way: (not way.alive, -ways[way], way)):
        first.setdefault(way.kind, phrase(way, side))
    return say("why.and").join(list(dict.fromkeys(first.values()))[:IN_STORY])


def explained(world: World, place: int, account: Account | None) -> str:
    """What is lacking at tile `place` at this moment, or that its plant died, and why, as far as an account of that
    tile found out and it still holds; "" if nothing is."""
    now, chain = lacks_now(world, place) or "", account.chain if account is not None else ()
    if not chain:
        return now
    gone = not world.flora.species[place] and chain[0].died
    if not gone and chain[0].what != wanting(world, place):
        return now
    return " ".join([chain[0].words if gone else now, *(link.words for link in chain[1:])])
