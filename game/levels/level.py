"""What a level is once it has been read and found sound: plain frozen records, no YAML and no pydantic.

Positions are `x` (column, from the left) and `y` (row, from the top), both from 0. Amounts are motes a tile unless
said. Ticks are counted from the start of the level; a year is 128.
"""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from game.engine.calendar import YEAR
from game.engine.species import Animal, Colony, Mycelium, Partnership, Plant, Species, Symbiont
from game.engine.weather import Spell

Stage = Literal["seed", "young", "grown"]
Verb = Literal[
    "plant", "inoculate", "connect", "invite", "water", "mulch", "gather", "give", "keep",
    "feed", "compost", "restore", "waste", "visit", "meet", "carry"
]
Measure = Literal[
    "count", "caught", "masting", "workers", "honey", "soil_formed", "wellbeing", "flourishing", "worst_off", "lasting",
    "short", "overdrawn", "soil_mineral"
]
LAND = "land"
MULCH, PERCH = "mulch", "perch"     # what may lie in the hand and is no species


@dataclass(frozen=True)
class Soil:
    """Matter in one tile at the start: `rock` only counts on rock, `pond` only on water, the others only on soil."""

    water: int = 24
    mineral: int = 10
    subsoil: int = 8
    litter_carbon: int = 12
    litter_mineral: int = 3
    rock: int = 96
    pond: int = 200


@dataclass(frozen=True)
class Patch:
    """A tile whose soil differs from the level's."""

    x: int
    y: int
    soil: Soil


@dataclass(frozen=True)
class Planted:
    """A plant that stands on the map when the level begins."""

    species: str
    x: int
    y: int
    stage: Stage


@dataclass(frozen=True)
class Hive:
    """A colony's hive: `workers` in number, `honey` in carbon."""

    colony: str
    x: int
    y: int
    workers: int
    honey: int


@dataclass(frozen=True)
class Home:
    """A household. `needs`, `mouths`, `works` and `yours` as game.engine.households has them; `food` and `wood` are
    carbon in store, `water` water."""

    name: str
    x: int
    y: int
    needs: tuple[str, ...] = ("food",)
    mouths: int = 1
    works: int = 0
    food: int = 8
    water: int = 0
    wood: int = 0
    yours: bool = False


@dataclass(frozen=True)
class Plot:
    """A tile that belongs to a home."""

    x: int
    y: int
    home: str


@dataclass(frozen=True)
class Luck:
    """With a `chance` in 100, at each season's turn, one of `fortunes` (game.engine.households) befalls a home."""

    chance: int = 0
    fortunes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tip:
    """The tile where people throw what they do not return; `mineral` lies there already."""

    x: int
    y: int
    mineral: int = 0


@dataclass(frozen=True)
class Crust:
    """Lichen on a tile of rock: units of each partner's body."""

    x: int
    y: int
    fungus: int
    alga: int


@dataclass(frozen=True)
class Threads:
    """Mycelium in a tile of soil: `carbon` of its threads."""

    x: int
    y: int
    carbon: int


@dataclass(frozen=True)
class Wild:
    """Animals of one species that are on a tile when the level begins."""

    species: str
    x: int
    y: int
    count: int


@dataclass(frozen=True)
class Perch:
    """A place where birds like to sit."""

    x: int
    y: int


@dataclass(frozen=True)
class Beyond:
    """Motes beyond the map's edge at the start: what those who come in are made of."""

    carbon: int = 0
    mineral: int = 0


@dataclass(frozen=True)
class Handful:
    """What lies in the hand at the start: `count` young plants, flakes of a lichen's fungus or alga, spores of a
    mycelium, bundles of MULCH, or perches (PERCH)."""

    give: str
    count: int


@dataclass(frozen=True)
class Weather:
    """`rain` in percent of the usual; `cloud` (water) and `air` (carbon) a tile at the start."""

    rain: int = 100
    cloud: int = 12
    air: int = 64


@dataclass(frozen=True)
class Goal:
    """A thing to reach, measured on the world: `measure` (of `member`) is at least / at most a number.

    `when` says which ticks count, out of `first_tick` to `last_tick` (both counted in):
    "by" - on any one of them; "at_end" - on the last one; "through" - on all of them.

    count        living plants or animals of the kind, workers of the colony, tiles where the fungus, the alga or the
                 mycelium lives
    caught       animals of the kind that hunters have taken since the start
    masting      trees of a kind that saves for a mast year which bear in this year
    soil_formed  tiles of rock that have become soil
    workers, honey             of a colony
    wellbeing    0-100, of the member
    flourishing  0-100, half the mean well-being and half the worst-off's
    worst_off    0-100, well-being of whoever is worst off
    lasting      0-100, the lowest `worst_off` in one more year after the end, left alone
    short        needs of homes that are met less than the floor (game.engine.doughnut)
    soil_mineral  what soil and litter hold, in percent of what they held at the start
    overdrawn    how much of the land's most used limit is in use, in percent; above 100 it is overdrawn
    """

    text: str
    measure: Measure
    member: str | None
    at_least: int | None
    at_most: int | None
    when: Literal["by", "at_end", "through"]
    first_tick: int
    last_tick: int


@dataclass(frozen=True)
class Star:
    """Earned when all of `needs` are met."""

    title: str
    needs: tuple[Goal, ...]


@dataclass(frozen=True)
class Predict:
    """The question before play. `answer` counts from 0, None where no answer is right or wrong.

    `pictures`, one a choice or none, are rows of what stands there: names of drawings or grounds, "" for meadow.
    """

    question: str
    choices: tuple[str, ...]
    answer: int | None
    pictures: tuple[tuple[tuple[str, ...], ...], ...] = ()


@dataclass(frozen=True)
class Level:
    """A whole level. `text` is the YAML it was read from, so that a save can carry it.

    ground      row by row, one code a tile (game.engine.tiles: SOIL 0, ROCK 1, WATER 2, PATH 3, HOME 4, FENCE 5)
    life        the kinds of beings present on the map or in the hand, plants first, each sort by name
    partnerships  those of which enough members are present to work, with only these members
    fund, tended  whether there is a fund, and how well it is tended at the start
    rules, council  what people have agreed on, and how well the fund must be tended before a fence may be opened
                (game.engine.commons)
    members     the roll, fixed at the start: plants, colonies, lichen partners and mycelium, animals, homes, the land
    guests      animals that may come in over the edge, each with how many there is matter for; not on the roll
    stress      how hard a place it is, 0 to 100 (game.engine.weather.conditions)
    spells      bad weather that the level names itself
    verbs       what may be done, each with how often at most (None: as often as there are days)
    set_out     whether the hand may be set out freely before time begins
    set_out_tiles  (x, y) of the tiles where it may; empty: every tile of soil
    """

    name: str
    title: str
    story: str
    minutes: int
    age: str
    seed: int
    years: int
    width: int
    height: int
    ground: bytes
    soil: Soil
    patches: tuple[Patch, ...]
    plants: tuple[Planted, ...]
    hives: tuple[Hive, ...]
    homes: tuple[Home, ...]
    tip: Tip | None
    luck: Luck
    fund: bool
    tended: int
    rules: Mapping[str, int]
    council: int | None
    plots: tuple[Plot, ...]
    crusts: tuple[Crust, ...]
    threads: tuple[Threads, ...]
    animals: tuple[Wild, ...]
    perches: tuple[Perch, ...]
    guests: Mapping[str, int]
    beyond: Beyond
    weather: Weather
    stress: int
    spells: tuple[Spell, ...]
    hand: tuple[Handful, ...]
    verbs: Mapping[Verb, int | None]
    days: int
    set_out: bool
    set_out_tiles: tuple[tuple[int, int], ...]
    goals: tuple[Goal, ...]
    stars: tuple[Star, ...]
    hints: tuple[str, ...]
    predict: Predict | None
    reflect: tuple[str, ...]
    evidence: Literal["solid", "debated", "story"]
    evidence_note: str
    attribution: str
    sources: tuple[str, ...]
    standards: tuple[str, ...]
    life: tuple[Species, ...]
    partnerships: tuple[Partnership, ...]
    members: tuple[str, ...]
    text: str

    @property
    def ticks(self) -> int:
        """How long the level lasts."""
        return self.years * YEAR

    @property
    def flora(self) -> tuple[Plant, ...]:
        """The kinds of plant present, sorted by name."""
        return tuple(kind for kind in self.life if isinstance(kind, Plant))

    @property
    def colonies(self) -> tuple[Colony, ...]:
        """The kinds of colony present, sorted by name."""
        return tuple(kind for kind in self.life if isinstance(kind, Colony))

    @property
    def symbionts(self) -> tuple[Symbiont, ...]:
        """The lichen partners present, or that the others present may want beside them, sorted by name."""
        return tuple(kind for kind in self.life if isinstance(kind, Symbiont))

    @property
    def mycelium(self) -> Mycelium | None:
        """The mycelium, if the level has one."""
        return next((kind for kind in self.life if isinstance(kind, Mycelium)), None)

    @property
    def fauna(self) -> tuple[Animal, ...]:
        """The kinds of animal on the map or among the guests, sorted by name."""
        return tuple(kind for kind in self.life if isinstance(kind, Animal))

    def ground_at(self, x: int, y: int) -> int:
        """The ground code of a tile."""
        return self.ground[y * self.width + x]
