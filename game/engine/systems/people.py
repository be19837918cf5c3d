"""People: households eat, drink and keep warm from what they have in store; what is left returns to the garden.

In the world      People live on what the land grows; what they eat returns to the air and, where it is composted, to
                  the soil. What is thrown on a tip is lost to the land until somebody brings it back. Stored food
                  spoils. People also need company: someone who comes by, for which the hungry have no time.
In the game       Every eighth tick a household eats and drinks, and burns wood when it is cold. Met or not, it
                  remembers. Neighbours who fare well look in on the player's own home. Scraps go to the poorest soil
                  beside the home, or to the tip, as the rules say.
In numbers        every {EVERY} ticks a meal of 1 carbon a person, a drink of 1 water a person, in winter and frost
                  {LOGS} carbon of wood: met + {REMEMBERED}, or else - {REMEMBERED}; care - {LONELY}, of the ill twice
                  as much, at one's own home + {LOOKS_IN} for each neighbour whose every need is met at least half;
                  scraps = mineral / carbon in the pantry; of food beyond {KEEPS} seasons' meals, 1 in 2**{SPOILS}
                  spoils each time
Moves             carbon: pantry, wood -> air (eating, burning) · water: jar -> cloud (drinking) · mineral: pantry ->
                  litter (compost), tip (thrown away) · carbon, mineral: pantry, shelf -> litter (spoiling), shelf ->
                  pantry (from the shelf)
Partnership       the commons: fund and rules.
Switched off      nobody eats (tests/engine/test_systems.py).
Evidence          solid
"""

from __future__ import annotations

import numpy as np

from game.engine import calendar
from game.engine.households import A_SEASON
from game.engine.matter import Places, Stock
from game.engine.world import World

EVERY = 8  # ticks between two meals
REMEMBERED = 8  # how much one meal, eaten or missed, counts in how well a home has fared
LONELY = 3  # how much care is forgotten from one meal to the next
LOOKS_IN = 2  # how much it counts when a neighbour who fares well looks in
KEEPS = 4  # seasons for which stored food keeps
LOGS = 2  # carbon of wood that a home burns between two meals when it is cold
SPOILS = 3  # halvings of what lies beyond that


def step(world: World) -> None:
    if world.tick % EVERY:
        return
    cold = calendar.season(world.tick) == calendar.WINTER or bool(world.weather("frost"))
    for home in range(len(world.households)):
        needs = world.households.needs[home]
        _eat(world, home)
        if "water" in needs:
            _use(world, home, "water", world.cloud, "drinking", int(world.households.column("mouths")[home]))
        if "warmth" in needs:
            _use(world, home, "warmth", world.air, "burning", LOGS * cold)
        if "care" in needs:
            ill = int(world.households.column("ill_until")[home]) > world.tick
            world.households.feel("care", home, -LONELY * (1 + ill) + LOOKS_IN * _company(world, home))
        _spoil(world, home)
    _spoil_on_the_shelf(world)


def _company(world: World, home: int) -> int:
    """How many neighbours look in; only at the player's own home, for to the others the player comes by."""
    homes = world.households
    return sum(homes.fares_well(other) for other in range(len(homes)) if other != home) if home == homes.yours else 0


def _use(world: World, home: int, need: str, into: Stock, cause: str, wanted: int) -> None:
    """Use `wanted` of a store; less of it is a need that was not met."""
    store = world.households.store_of(need)
    used = min(wanted, int(store.amount[home]))
    if used:
        world.matter.move(store, into, used, cause, at=np.array([home]))
    world.households.feel(need, home, REMEMBERED if used == wanted else -REMEMBERED)


def _eat(world: World, home: int) -> None:
    homes, this = world.households, np.array([home])
    _unpack(world, home)
    carbon, mineral = int(homes.pantry_carbon.amount[home]), int(homes.pantry_mineral.amount[home])
    wanted = int(homes.column("mouths")[home])
    _use(world, home, "food", world.air, "eating", wanted)
    if not carbon:
        return
    eaten = min(wanted, carbon)
    scraps = min(mineral, (eaten * mineral + world.roll("scraps", home) % carbon) // carbon)
    garden = poorest_around(world, int(homes.place[home]))
    commons = world.commons
    if scraps and commons.tip_place and not commons.rule("compost"):
        world.matter.move(homes.pantry_mineral, commons.tip_mineral, scraps, "thrown away", at=this)
    elif scraps and len(garden):
        world.matter.move(homes.pantry_mineral, world.litter_mineral, scraps, "compost", at=this, to=garden)


def _unpack(world: World, home: int) -> None:
    """At one's own home an empty pantry is filled from the shelf, a fruit that can be eaten at a time."""
    homes = world.households
    if home != homes.yours or homes.pantry_carbon.amount[home] >= homes.column("mouths")[home]:
        return
    stored = [shelf for kind, shelf in zip(world.flora.kinds, world.hand.shelf, strict=True) if kind.edible]
    fullest = max(stored, key=lambda shelf: int(shelf.amount[0]), default=None)
    if fullest is not None and fullest.amount[0]:
        world.matter.unmake(
            fullest, 1, "from the shelf", to=np.array([home]), carbon=homes.pantry_carbon, mineral=homes.pantry_mineral
        )


def _spoil(world: World, home: int) -> None:
    """Of food beyond what keeps, a part each time; it rots where it lies, beside the home."""
    homes, this = world.households, np.array([home])
    garden = poorest_around(world, int(homes.place[home]))
    held = int(homes.pantry_carbon.amount[home])
    too_much = max(0, held - KEEPS * homes.season_of("food", home))
    spoilt = too_much + world.roll("spoiling", home) % (1 << SPOILS) >> SPOILS
    if not spoilt or not len(garden):
        return
    rot(world, homes.pantry_carbon, homes.pantry_mineral, spoilt, garden, at=this)


def rot(
    world: World, food: Stock, mineral: Stock, units: int, garden: Places, *, at: Places | None = None
) -> None:
    """Let `units` of a store of food, and their share of its mineral, become litter."""
    lies = 0 if at is None else int(at[0])
    along = int(mineral.amount[lies]) * units // int(food.amount[lies])
    world.matter.move(food, world.litter_carbon, units, "spoiling", at=at, to=garden)
    world.matter.move(mineral, world.litter_mineral, along, "spoiling", at=at, to=garden)


def _spoil_on_the_shelf(world: World) -> None:
    """Fruit that can be eaten does not keep on a shelf beyond a year's meals; dry seed does."""
    edible = [number for number, kind in enumerate(world.flora.kinds) if kind.edible]
    carbon = sum(world.hand.shelf[number].motes("carbon") for number in edible)
    keeps = KEEPS * A_SEASON["food"]
    if carbon <= keeps:
        return
    home = world.households.yours
    garden = poorest_around(world, int(world.households.place[home])) if home is not None else poorest(world)
    for number in edible:
        held = int(world.hand.shelf[number].amount[0])
        spoilt = held * (carbon - keeps) // carbon + world.roll("shelf", number) % (1 << SPOILS) >> SPOILS
        if spoilt and len(garden):
            world.matter.unmake(
                world.hand.shelf[number], spoilt, "spoiling", to=garden,
                carbon=world.litter_carbon, mineral=world.litter_mineral,
            )


def poorest_around(world: World, place: int) -> Places:
    """The tile of soil beside `place` that has least mineral; none where there is no soil."""
    around = world.places_around(place)
    return poorest_of(world, around[world.soil[around] != 0])


def poorest(world: World) -> Places:
    """Of all soil the tile that has least mineral; none where there is no soil."""
    return poorest_of(world, world.soil.nonzero()[0])


def poorest_of(world: World, soil: Places) -> Places:
    """The one of some tiles of soil that has least mineral, litter included; none of none."""
    if not len(soil):
        return soil
    return soil[[np.argmin(world.soil_mineral.amount[soil] + world.litter_mineral.amount[soil])]]
