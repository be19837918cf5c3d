"""Weather: how hard a place is, and the spells that are announced before they strike.

A level names its `Conditions`; nothing here is kept, since what the sky does on a tick follows from the tick alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from game.engine.calendar import YEAR
from game.engine.chance import roll

SpellKind = Literal["drought", "frost", "flood"]
SPELLS: tuple[SpellKind, ...] = get_args(SpellKind)

HARDEST = 100
LATE_FROSTS = range(12, 48)  # days of the year on which a hard place may freeze: bloom and seedlings are out
DRIEST = range(24, 72)  # days on which its rain may fail
FROST_LASTS, DROUGHT_LASTS = 6, 32  # ticks
ANNOUNCED = 8  # ticks before: two seconds at normal speed


@dataclass(frozen=True, slots=True)
class Spell:
    """Bad weather from tick `first` to tick `last`, both counted in, told `announced` ticks before.

    `strength` in percent: of the rain that a drought holds back, of the rain that a flood adds, of the seedlings that
    each tick of a frost bites. Raises ValueError for one that ends before it begins, and for less than nothing.
    """

    kind: SpellKind
    first: int
    last: int
    strength: int
    announced: int = 0

    def __post_init__(self) -> None:
        if self.kind not in SPELLS:
            raise ValueError(f"there is no weather called {self.kind}: {', '.join(SPELLS)}")
        if not 0 <= self.first <= self.last:
            raise ValueError(f"a {self.kind} cannot last from tick {self.first} to tick {self.last}")
        if not 1 <= self.strength <= (200 if self.kind == "flood" else 100):
            raise ValueError(f"a {self.kind} of strength {self.strength} cannot be")
        if self.announced < 0:
            raise ValueError(f"a {self.kind} cannot be announced after it began")

    def strikes(self, tick: int) -> bool:
        return self.first <= tick <= self.last


@dataclass(frozen=True, slots=True)
class Conditions:
    """`rain` and `soil` in percent of the usual: rain that falls, mineral that a tile of soil holds at the start."""

    rain: int = 100
    soil: int = 100
    spells: tuple[Spell, ...] = ()


def conditions(stress: int, years: int, seed: int) -> Conditions:
    """What a level's stress dial stands for, 0 (mild) to 100 (harsh): less rain, poorer soil, late frosts and, in the
    upper half, a drought each year on days that `seed` draws. Raises ValueError off the dial."""
    if not 0 <= stress <= HARDEST:
        raise ValueError(f"stress is 0 to {HARDEST}, not {stress}")
    spells: list[Spell] = []
    for year in range(years if stress else 0):
        frost = year * YEAR + _drawn(LATE_FROSTS, seed, year, "frost")
        spells.append(Spell("frost", frost, frost + FROST_LASTS - 1, max(1, stress // 2), ANNOUNCED))
        if stress > HARDEST // 2:
            drought = year * YEAR + _drawn(DRIEST, seed, year, "drought")
            spells.append(Spell("drought", drought, drought + DROUGHT_LASTS - 1, stress, ANNOUNCED))
    return Conditions(HARDEST - stress // 2, HARDEST - stress * 3 // 4, tuple(sorted(spells, key=_beginning)))


class Almanac:
    """Spells laid out by year, so that nobody has to look through those of a hundred years every day."""

    def __init__(self, spells: Sequence[Spell]) -> None:
        self.spells = tuple(spells)
        self._striking: dict[int, list[Spell]] = {}
        self._told: dict[int, list[tuple[str, Spell]]] = {}
        for spell in spells:
            for year in range(spell.first // YEAR, spell.last // YEAR + 1):
                self._striking.setdefault(year, []).append(spell)
            turns = [(spell.first, "began"), (spell.last + 1, "ended")]
            turns += [(max(0, spell.first - spell.announced), "announced")] if spell.announced else []
            for tick, what in turns:
                self._told.setdefault(tick, []).append((what, spell))

    def strength(self, kind: SpellKind, tick: int) -> int:
        """How hard weather of a kind strikes on a tick: the strongest spell's percent, 0 for none."""
        striking = self._striking.get(tick // YEAR, ())
        return max((spell.strength for spell in striking if spell.kind == kind and spell.strikes(tick)), default=0)

    def told(self, tick: int) -> Sequence[tuple[str, Spell]]:
        """What is told on a tick: that a spell is "announced", "began" or "ended"."""
        return self._told.get(tick, ())


def _drawn(days: range, seed: int, year: int, what: str) -> int:
    return days[roll(seed, year, f"{what} of the year") % len(days)]


def _beginning(spell: Spell) -> int:
    return spell.first
