"""What a species and a partnership are, as the engine sees them: plain numbers, each with its unit.

The values come from `assets/` or from a level's own YAML (game.levels reads and checks them). Nothing here knows a
species by name. Amounts are motes; times are ticks (128 a year); a *window* is (first, last) tick of the year, both
counted in; `NEVER` is the window that holds no tick.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Window = tuple[int, int]
NEVER: Window = (1, 0)

Form = Literal["flower", "shrub", "tree"]
Colour = Literal["blue", "gold", "orange", "pink", "purple", "red", "white", "yellow"]
PartnershipKind = Literal["pairing", "exchange", "network", "carrying", "society", "commons"]


@dataclass(frozen=True)
class Plant:
    """A kind of plant. `gift` maps a season's name to what a thriving stand gives then: "young", "seed" or "fruit"."""

    name: str
    title: str
    title_plural: str
    note: str
    sprite: str
    colour: Colour | None  # of its petals; None: as its sprite is drawn
    form: Form

    leaf: int  # carbon of body that counts as leaf, at most 127
    body: int  # carbon of a grown body
    flowers_at: int  # carbon of body at first bloom
    sugar_cap: int  # carbon of sugar at which leaves stop
    upkeep: int  # 64ths of the body breathed out a tick: 2 is 1/32, 1 is 1/64
    comfort: int  # carbon of sugar; what lies above is surplus
    seed_reserve: int  # mineral kept for seed, beyond what the body needs
    shade: int  # canopy over the neighbours = body >> shade; 15: none
    young_carbon: int  # body carbon of the young plant one holds in the hand
    young_mineral: int  # ... and its mineral

    fruit_carbon: int  # carbon in one fruit, seed and pulp
    fruit_mineral: int
    seed_carbon: int  # carbon of it that is seed; the rest is pulp
    seed_mineral: int
    ovules: int  # fertilised by one good visit
    showiness: int  # display of one open flower
    nectar_cap: int  # carbon of nectar a flower holds
    bloom: Window
    sets_fruit: Window
    drops_from: int  # tick of the year from which ripe fruit falls
    throw: int  # tiles the wind carries a seed at most
    seed_loss_near: int  # halvings: 4 loses 1/16 of the seed a tick beside grown plants of its own kind
    seed_loss_far: int  # halvings: 7 loses 1/128 away from them
    life: int  # ticks before old age
    pays: bool  # gives surplus sugar to the mycelium that joins its roots
    rent: int  # halvings of the surplus a tick: 3 gives an eighth
    saves_for_mast: int  # sugar at which it calls for a mast year; 0: fruits every year
    joins_mast: int  # sugar with which it follows a call
    crowding: int  # tiles around a grown plant in which its own seed fares badly
    young_for: int  # plants at the start that want one young one after them; 0: as many are wanted as have died
    edible: bool  # people and birds eat the fruit
    gift: Mapping[str, str]


@dataclass(frozen=True)
class Colony:
    """A kind of colony that lives in a hive: bees. Honey is carbon. `gift` as for a Plant: "swarm"."""

    name: str
    title: str
    title_plural: str
    note: str
    sprite: str

    honey_comfort: int  # carbon of honey a worker, to come through winter until the first flowers
    worker_carbon: int  # carbon in one worker's body
    worker_mineral: int
    mineral_cap: int  # mineral from pollen that a hive keeps
    life: int  # ticks of flying time a worker lives on average
    reach: int  # tiles from the hive to the farthest flower
    half_display: int  # display at which half of the workers find their way to flowers
    raise_above: int  # honey a hive keeps before it raises workers ...
    raise_above_worker: int  # ... and this much more for each worker
    upkeep: int  # halvings: 4 eats 1/16 carbon a worker and tick
    upkeep_winter: int  # halvings in winter: 6 eats 1/64
    gift: Mapping[str, str]


@dataclass(frozen=True)
class Symbiont:
    """One half of a lichen: the fungus that holds and etches, or the alga that makes sugar from light."""

    name: str
    title: str
    title_plural: str
    note: str
    sprite: str

    role: Literal["fungus", "alga"]
    carbon: int             # carbon in one unit of its body
    mineral: int            # ... and mineral
    flake: int              # units in the flake that one holds in the hand
    gift: Mapping[str, str]


@dataclass(frozen=True)
class Bacterium:
    """A kind of bacteria that lives in nodules on roots and binds nitrogen from the air, which counts as mineral."""

    name: str
    title: str
    title_plural: str
    note: str
    sprite: str

    carbon: int             # carbon in one nodule: the sugar it is paid
    mineral: int            # ... and mineral: the nitrogen it has bound
    gift: Mapping[str, str]


@dataclass(frozen=True)
class Mycelium:
    """A fungus that lives in the soil and joins the roots of plants. Its threads are carbon; they carry mineral."""

    name: str
    title: str
    title_plural: str
    note: str
    sprite: str

    spores: int             # carbon of the spores that one holds in the hand
    gift: Mapping[str, str]


@dataclass(frozen=True)
class Animal:
    """A kind of animal that moves over the map by itself. Its body is carbon in store and mineral."""

    name: str
    title: str
    title_plural: str
    note: str
    sprite: str

    form: Literal["bird", "squirrel", "hawk"]
    eats: tuple[str, ...]   # plants whose fruit it looks for; of a hawk, the animals it hunts
    makes_do_with: tuple[str, ...]  # plants whose fruit it eats in hunger only
    holds: int              # carbon it can hold
    comfort: int            # carbon; what lies above is surplus
    hungry: int             # carbon below which it takes what it would leave otherwise
    breeds_at: int          # carbon
    upkeep: int             # halvings: 2 breathes out one carbon in 4 ticks
    mineral: int            # mineral of one body
    life: int               # ticks before old age
    nests_in: tuple[str, ...]   # forms of plants: "shrub", "tree"; empty: anywhere
    gift: Mapping[str, str]


Species = Plant | Colony | Symbiont | Bacterium | Mycelium | Animal


@dataclass(frozen=True)
class Partnership:
    """Who does what for whom. `members` are species names; `terms` are the kind's numbers (a pairing's `boost`)."""

    name: str
    kind: PartnershipKind
    members: tuple[str, ...]
    terms: Mapping[str, int]
    title: str
    note: str
    evidence: Literal["solid", "debated", "story"]
    source: str
