"""Herds: animals breathe, breed, grow old, leave and come.

In the world      Animals live on what they eat and breed where there is food and shelter. Who finds no food or no place
                  for a nest moves on, and others come from elsewhere.
In the game       All breathe, and drop as dung the mineral they cannot keep. The well-fed breed in spring and summer,
                  as long as there are plants to nest in. The starving leave for beyond the map's edge; in winter they
                  have not the strength. In late autumn those leave for whom there is no nest. Others come in over the
                  edge where food is smelt and a nest is free, and bring from beyond what they are made of. A hungry
                  hawk waits. Where prey is crowded another hawk comes in, and in autumn it moves on if the crowd has
                  parted.
In numbers        every {LIVES_EVERY} ticks: breath = {LIVES_EVERY} / 2^upkeep; one in {BREEDING + 1} of the well-fed
                  breeds; homes = plants fit for a nest / {PLANTS_A_NEST} + perches; for hawks prey within {CROWD} tiles
                  / {PREY_A_HAWK}
Moves             carbon, mineral: animal -> litter (dung, animal's death), beyond (leaving) -> animal (coming), young
                  (birth) · carbon: animal -> air (animals' breath)
Partnership       none
Switched off      no animal is born, breathes or dies (tests/engine/test_animals.py).
Evidence          solid (textbook population ecology)
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine import calendar
from game.engine.animals import Animals
from game.engine.counting import as_count
from game.engine.matter import Places, places_of
from game.engine.species import Animal
from game.engine.systems.carrying import drop_loads
from game.engine.systems.crowds import gathered, prey
from game.engine.systems.foraging import nests
from game.engine.systems.shares import above
from game.engine.world import World

LIVES_EVERY = 8  # ticks between two looks at an animal's life, each kind on a tick of its own
HAWK_WAITS = 8  # carbon below which a hawk sits still and breathes no more than it can spare
BREEDS_UNTIL = 72  # day of the year
BREEDING = 1  # bits that must be 0: one of two that can breed at a look
OLD_AGE = 7  # bits that must be 0: one old animal in eight dies at a look
GIVES_UP = 1  # halvings of the carbon at which it is hungry, where it gives the place up
MOVES_ON = 92  # day of the year from which those without a nest leave, a few at each look
PLANTS_A_NEST = 3  # plants fit for a nest for each animal that lives here
TERRITORY = 32  # tiles for each animal that needs no nest
HUNTING_GROUND = 384  # ... for each hawk, but one can always live here
CROWD, PREY_A_HAWK = 4, 5  # tiles around which prey is a crowd to a hawk, and how many of it draw one hawk more
BROODS = 4  # a quarter more than there is room for may be born; it leaves in autumn
COMING_EVERY = 16  # ticks
PASSAGE = 2  # carbon beyond, a tile of the map, from which others come even where there is no room
SOIL_ON_FEET = 4  # halvings of the mineral beyond that a newcomer brings if that is more than its own; the rest is dung
WELCOME = 128  # scent at the map's edge at which others come in


def step(world: World) -> None:
    for turn, animals in enumerate(world.animals):
        today = world.tick + turn
        if today % LIVES_EVERY == 0 and len(animals):
            _live(world, animals)
        if today % COMING_EVERY == 0:
            _come(world, animals)


def _live(world: World, animals: Animals) -> None:
    lots = animals.lots(world.seed, world.tick)
    _breathe(world, animals, lots)
    animals.column("age")[:] += as_count(LIVES_EVERY)
    if calendar.day(world.tick) < BREEDS_UNTIL:
        _breed(world, animals, lots)
    _part(world, animals, animals.lots(world.seed, world.tick))


def _breathe(world: World, animals: Animals, lots: NDArray[np.int64]) -> None:
    kind, carbon = animals.kind, animals.carbon.amount
    owed = as_count(LIVES_EVERY) + (lots & as_count((1 << kind.upkeep) - 1)) >> as_count(kind.upkeep)
    kept = HAWK_WAITS if kind.form == "hawk" else 0
    breath = np.minimum(owed, np.maximum(carbon - as_count(kept), as_count(0)))
    world.matter.move(animals.carbon, world.air, breath, "animals' breath")
    for stock, litter, most in (
        (animals.carbon, world.litter_carbon, 2 * kind.holds),
        (animals.mineral, world.litter_mineral, 2 * kind.mineral),
    ):
        dropping = places_of(stock.amount > as_count(most))
        if len(dropping):
            spare = (stock.amount[dropping] - most).astype(np.int16)
            world.matter.move(stock, litter, spare, "dung", at=dropping, to=animals.place[dropping])


def _breed(world: World, animals: Animals, lots: NDArray[np.int64]) -> None:
    kind = animals.kind
    grown = animals.mineral.amount >= as_count(2 * kind.mineral)
    parents = places_of(grown & (animals.carbon.amount >= as_count(kind.breeds_at)))
    parents = parents[lots[parents] >> as_count(14) & as_count(BREEDING) == as_count(0)]
    if not len(parents):
        return
    if kind.nests_in:
        parents = parents[nests(world, animals)[animals.place[parents]] != 0]
    room = homes(world, animals)
    parents = parents[: max(0, room + room // BROODS - len(animals))]
    if not len(parents):
        return
    here = animals.place[parents]
    young = animals.come(here)
    for stock in (animals.carbon, animals.mineral):
        world.matter.move(stock, stock, stock.amount[parents] // 2, "birth", at=parents, to=young)
    animals.tally("born", len(parents))
    for place in here.tolist():
        world.tell("born", place, kind.name)


def homes(world: World, animals: Animals) -> int:
    """How many of them can live here: for birds each perch is room for one more, for hawks each crowd."""
    if animals.kind.form == "hawk":
        crowd = int(gathered(world, prey(world, animals), CROWD).max()) // PREY_A_HAWK
        return max(1, world.height * world.width // HUNTING_GROUND, crowd)
    if not animals.kind.nests_in:
        return world.height * world.width // TERRITORY
    boxes = len(world.perches.places) if world.perches is not None and animals.kind.form == "bird" else 0
    return int(np.count_nonzero(nests(world, animals))) // PLANTS_A_NEST + boxes


def _part(world: World, animals: Animals, lots: NDArray[np.int64]) -> None:
    """The starving leave while they can; the old die where they are; in autumn those without a nest move on."""
    today, carbon = calendar.day(world.tick), animals.carbon.amount
    hunts = animals.kind.form == "hawk"
    starving = carbon <= as_count(-1 if hunts else animals.kind.hungry >> GIVES_UP)
    old = animals.column("age") > as_count(animals.kind.life)
    if np.count_nonzero(old):
        old &= lots >> 8 & OLD_AGE == 0
    gone = starving | old
    if MOVES_ON <= today < MOVES_ON + LIVES_EVERY and (animals.kind.nests_in or hunts):
        gone |= _moving_on(world, animals)
    if not np.count_nonzero(gone):
        return
    winter = calendar.season(world.tick) == calendar.WINTER
    starved = places_of(starving & (carbon == 0)) if winter else np.zeros(0, np.int64)
    aged = places_of(old & ~starving)
    leaving = places_of(gone & ~(old & ~starving) & ~(starving & winter))
    _die(world, animals, starved, "hunger")
    _die(world, animals, aged, "old_age")
    _leave(world, animals, leaving)
    parting = np.concatenate([starved, aged, leaving])
    if len(parting):
        animals.go(parting)


def _moving_on(world: World, animals: Animals) -> NDArray[np.bool_]:
    """The latest comers find no place left."""
    late = np.zeros(len(animals), np.bool_)
    if (crowd := len(animals) - homes(world, animals)) > 0:
        late[-crowd:] = True
    return late


def _leave(world: World, animals: Animals, leaving: Places) -> None:
    """They take along what they are made of."""
    if not len(leaving):
        return
    drop_loads(world, animals, leaving)
    hungry = animals.carbon.amount[leaving] <= animals.kind.hungry >> GIVES_UP
    for stock, kind in ((animals.carbon, "carbon"), (animals.mineral, "mineral")):
        world.matter.move(stock, world.beyond[kind], stock.amount[leaving], "leaving", at=leaving)
    animals.tally("left", len(leaving))
    for place, starving in zip(animals.place[leaving].tolist(), hungry.tolist(), strict=True):
        world.tell("left", place, animals.kind.name, "hunger" if starving else "no_nest")


def _die(world: World, animals: Animals, dying: Places, cause: str) -> None:
    """What was in them goes to the litter where they are."""
    if not len(dying):
        return
    drop_loads(world, animals, dying)
    here = animals.place[dying]
    for stock, litter in ((animals.carbon, world.litter_carbon), (animals.mineral, world.litter_mineral)):
        world.matter.move(stock, litter, stock.amount[dying].astype(np.int16), "animal's death", at=dying, to=here)
    animals.tally("starved" if cause == "hunger" else "died_of_age", len(dying))
    for place in here.tolist():
        world.tell("died", place, animals.kind.name, cause)


def enough_beyond(world: World, kind: Animal) -> bool:
    """Whether there is beyond the map what one animal of a kind is made of."""
    carbon, mineral = (int(world.beyond[matter].amount[0]) for matter in ("carbon", "mineral"))
    return carbon >= kind.comfort and mineral >= 2 * kind.mineral


def _come(world: World, animals: Animals) -> None:
    """One comes in over the edge, if there is what it needs here and what it is made of beyond."""
    kind = animals.kind
    if calendar.season(world.tick) == calendar.WINTER:
        return
    carbon, mineral = world.beyond["carbon"], world.beyond["mineral"]
    if not enough_beyond(world, kind):
        return
    hunts = kind.form == "hawk"
    edge = places_of(world.edge if hunts else world.edge & above(animals.scent, WELCOME - 1))
    rich = not hunts and carbon.amount[0] > PASSAGE * world.height * world.width
    if not len(edge) or (len(animals) >= homes(world, animals) and not rich):
        return
    place = edge[world.roll(f"{kind.name} coming") % len(edge)]
    newcomer = animals.come(np.array([place], np.int64))
    world.matter.move(carbon, animals.carbon, np.array([kind.comfort]), "coming", to=newcomer)
    brought = max(2 * kind.mineral, int(mineral.amount[0]) >> SOIL_ON_FEET)
    world.matter.move(mineral, animals.mineral, np.array([brought]), "coming", to=newcomer)
    animals.tally("came", 1)
    world.tell("came", int(place), kind.name)
