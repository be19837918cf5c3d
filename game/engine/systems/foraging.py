"""Foraging: animals smell food, go to it and eat.

In the world      Animals find fruit by sight and smell, eat what they like best while it lasts, and in need what is
                  left. A berry pays a bird for the journey of its seed.
In the game       The scent of food spreads from tile to tile and fades. The hungry follow it, the fed go about; kinds
                  that keep together keep near their own, and under a hawk near the shrubs they nest in. A berry's pulp
                  is digested, its seed taken along. A squirrel eats whole nuts; when it has enough it takes one of
                  four along, when it is full all, straight away from the tree. In need animals dig up buried seed and
                  eat what they would otherwise leave, but never a plant's last fruit.
In numbers        scent = 7/64 of the scent on the 3 x 3 tiles + {SCENT_OF_A_FRUIT} a fruit, {SCENT_OF_A_FRUIT *
                  2**FAINT} for one that is liked; a step goes to the best of nine tiles: scent + {FOOD_HERE} where food
                  is + {COMPANY} for each companion in call, at most {MOST_COMPANY} (under a hawk for
                  each nest plant too, at most {MOST_IN_COVER}), + chance
Moves             carbon, mineral: fruit -> animal (eating, picking up), litter (spat out); seed -> animal (digging up)
Partnership       carrying: the plant gives pulp; see Carrying for what it gets.
Switched off      nobody eats, and all animals go (tests/engine/test_animals.py).
Evidence          solid (fricke2022)
"""

from __future__ import annotations

import numpy as np

from game.engine import calendar
from game.engine.animals import LIKES, MAKES_DO, Animals
from game.engine.counting import as_count
from game.engine.matter import Grid, Places, Stock, places_of
from game.engine.systems.carrying import carrying, perches, seats
from game.engine.systems.crowds import around_each, density, gathered, nine_ways, prey
from game.engine.systems.shares import above, as_grid, at_most, first_come, one_each, where_negative
from game.engine.world import World

STEPS_EVERY = 2  # ticks between two steps, each kind on a tick of its own; loaded birds fly on every tick
SMELLS_EVERY = 4  # ticks between two spreadings of the scent
SCENT_MOST = 3600
SCENT_OF_A_FRUIT = 16  # of one that is eaten in need only; one that is liked smells more by FAINT
FRUITS_SMELT = 6  # more fruit on a tile smells no stronger
FAINT = 3  # halvings
FOOD_HERE = 2048  # what food on a tile is worth, in scent
COMPANY = 32  # how much one more of its kind, or under a hawk one more plant to hide in, within call is worth
MOST_COMPANY = 8  # more of its kind draw no stronger
MOST_IN_COVER = 10  # ... nor more of both: who has shrubs and a flock of its own is not drawn to a larger one
NEST = 24  # body of a plant that carries a nest
HEARD = 3  # tiles that a call carries
FULL_FROM = 8  # carbon short of what it holds at which an animal no longer looks for food
SQUIRRELS_FATTEN = 44  # day of the year from which squirrels eat all they can
BEAKFUL = 3  # berries that a bird takes at once
HOARDS = 3  # bits that must be 0: of four nuts a squirrel that has enough takes one along, until it is full: then all
STRAIGHT_ON = 512  # what its way on is worth to a squirrel that carries a nut
DIGS = 3  # bits that must be 0: a squirrel in need finds what is buried one tick in four
# by LEAVES_IT, MAKES_DO and LIKES
_SMELLS = np.array([0, 1, 1 << FAINT], np.int16)


def step(world: World) -> None:
    for turn, animals in enumerate(world.animals):
        today = world.tick + turn
        if today % STEPS_EVERY:
            if animals.kind.form == "bird":
                _fly_on(world, animals)
        elif len(animals) or (today % SMELLS_EVERY == 0 and animals.kind.form != "hawk"):
            if today % SMELLS_EVERY == 0:
                _smell(world, animals)
            if len(animals):
                _go(world, animals)
                if animals.kind.form != "hawk":
                    _eat(world, animals)


def _food(world: World, animals: Animals) -> Grid:
    """What the animals smell on each tile: 1 for a fruit that they eat in need only, unless it is the last, and
    2**FAINT for one that they like; squirrels smell buried nuts too, hawks prey beside."""
    if animals.kind.form == "hawk":
        return world.around(prey(world, animals)) << as_grid(FAINT)
    if np.count_nonzero(world.fruit.amount):
        food = world.fruit.amount * _SMELLS.take(animals.appetite).take(world.flora.species)
        food &= where_negative(as_grid(1) - food)
    else:
        food = world.grid()
    if animals.kind.form == "squirrel":
        for number in animals.carried:
            food += world.seeds[number - 1].amount << as_grid(FAINT)
    return food


def nests(world: World, animals: Animals) -> Grid:
    """-1 where a plant stands that can carry a nest of theirs."""
    return animals.nesting.take(world.flora.species) & above(world.body.amount, NEST - 1)


def _smell(world: World, animals: Animals) -> None:
    """Each tile takes on about a ninth of the scent around it."""
    scent = animals.scent
    smell = at_most(_food(world, animals), FRUITS_SMELT << FAINT)
    smell *= as_grid(SCENT_OF_A_FRUIT)
    near = world.around(scent)
    smell += near >> as_grid(3)
    smell -= near >> as_grid(6)
    np.bitwise_and(at_most(smell, SCENT_MOST), world.inside, out=scent)


def _go(world: World, animals: Animals) -> None:
    """Each steps to the best of the nine tiles around; loaded birds fly straight on."""
    kind, place = animals.kind, animals.place
    load = animals.column("load")
    free = load == as_count(0)
    there = around_each(world, place)
    worth = _worth_of_food(world, animals, there)
    if kind.form != "hawk":
        eats_all = kind.form == "bird" or calendar.day(world.tick) >= SQUIRRELS_FATTEN
        enough = kind.holds - FULL_FROM if eats_all else kind.comfort
        worth *= free & (animals.carbon.amount < as_count(enough))
    if world.society(kind.name):
        hunted = any(other.kind.form == "hawk" and len(other) for other in world.animals)
        kept_by, most = density(world, animals), MOST_COMPANY
        if hunted:
            kept_by, most = kept_by - nests(world, animals), MOST_IN_COVER
        company = at_most(gathered(world, kept_by, HEARD).take(there), most)
        company *= as_grid(COMPANY)
        worth += company
    if kind.form == "squirrel" and len(with_a_nut := places_of(load)):
        worth[animals.column("heading")[with_a_nut], with_a_nut] += STRAIGHT_ON
        animals.column("flown")[with_a_nut] += STEPS_EVERY
    worth += animals.whims(world.seed, world.tick)
    open_ = world.walkable if kind.form == "squirrel" else world.inside
    worth &= open_.take(there)
    best = place + nine_ways(world.stride)[worth.argmax(axis=0)]
    if kind.form == "bird":
        _fly_on(world, animals)
        place[free] = best[free]
    else:
        place[:] = best


def _worth_of_food(world: World, animals: Animals, there: Places) -> Grid:
    """How good tiles are to the hungry: by their scent, and more where there is food."""
    worth = animals.scent.take(there)
    if animals.kind.form == "hawk":
        worth += _beside_prey(world, animals).take(there)
        return worth
    fruit, species = world.fruit.amount.take(there), world.flora.species.take(there)
    food = fruit & animals.likes.take(species)
    if animals.kind.form == "squirrel":
        for number in animals.carried:
            food += world.seeds[number - 1].amount.take(there)
    worth += above(food, 0) & as_grid(FOOD_HERE)
    if animals.makes_do and np.count_nonzero(in_hunger := animals.carbon.amount < as_count(animals.kind.hungry)):
        edible = above(fruit, 1) & animals.makes_do_with.take(species) & -in_hunger.astype(np.int16)
        worth |= edible & as_grid(FOOD_HERE)
    return worth


def _beside_prey(world: World, hawks: Animals) -> Grid:
    """What the tiles with and beside animals that they hunt are worth."""
    worth = world.grid()
    for animals in world.animals:
        if animals.kind.name in hawks.kind.eats:
            worth[around_each(world, animals.place)] = FOOD_HERE
    return worth


def _fly_on(world: World, animals: Animals) -> None:
    """Loaded birds cross open country in one direction, or make for their seat about a perch that they see; at the
    map's edge they slide along it."""
    flying = places_of(animals.column("load"))
    if not len(flying):
        return
    start, heading = animals.place[flying], animals.column("heading")[flying]
    if len(perches(world)):
        heading = _towards(world, start, seats(world, start, heading), heading)
    there = start + nine_ways(world.stride)[heading]
    if len(leaving := places_of(world.inside[there] == as_grid(0))):
        there[leaving] = _along_the_edge(world, animals, flying[leaving], heading[leaving])
    animals.place[flying] = there
    animals.column("flown")[flying] += as_count(1)


def _towards(world: World, here: Places, seat: Places, usual: Places) -> Places:
    """Which of the nine ways each takes to its seat about a perch, or its `usual` one."""
    (rows, columns), (seat_rows, seat_columns) = world.where(here), world.where(seat)
    way = (np.sign(seat_rows - rows) + 1) * 3 + np.sign(seat_columns - columns) + 1
    return np.where(seat < 0, usual, way)


def _along_the_edge(world: World, animals: Animals, flying: Places, heading: Places) -> Places:
    """Where they come if nobody leaves the map; whoever would have turns, so as to fly on along the edge."""
    start, (down, right) = animals.place[flying], np.divmod(heading, as_count(3))
    rows, columns = world.where(start)
    one, stride = as_count(1), as_count(world.stride)
    there = world.places_at(rows + down - one, columns + right - one)
    down, right = np.divmod(there - start + as_count(world.stride + 1), stride)
    animals.column("heading")[flying] = down * as_count(3) + right
    return there


def _eat(world: World, animals: Animals) -> None:
    """One fruit each: liked ones while there is room, others in need; squirrels dig up what lies in the ground."""
    kind, here = animals.kind, animals.place
    free = (animals.column("watching") | animals.column("load")) == as_count(0)
    fruit = world.fruit.amount[here]
    eaters = places_of(free & (fruit > as_grid(0)))
    if len(eaters):
        appetite = animals.appetite.take(world.flora.species.take(here[eaters]))
        carbon = animals.carbon.amount[eaters]
        will = appetite == LIKES
        if kind.form != "squirrel":
            will &= carbon < as_count(kind.holds)
        if animals.makes_do and np.count_nonzero(in_hunger := carbon < as_count(kind.hungry)):
            will |= (appetite == MAKES_DO) & in_hunger & (fruit[eaters] > as_grid(1))
        eaters = eaters[will]
    if len(eaters):
        eaters = eaters[first_come(here[eaters], world.fruit.amount)]
        species = world.flora.species[here[eaters]]
        for number in sorted(set(species.tolist())):
            _eat_fruit(world, animals, eaters[species == number], number)
        free[eaters] = False
    if kind.form == "squirrel" and len(hungry := places_of(free & (animals.carbon.amount < as_count(kind.hungry)))):
        found = animals.lots(world.seed, world.tick)[hungry] >> as_count(24) & as_count(DIGS) == as_count(0)
        _dig_up(world, animals, hungry[found])


def _eat_fruit(world: World, animals: Animals, eaters: Places, number: int) -> None:
    """A carrier takes the seed along; a squirrel that has enough takes the whole nut; others digest it all."""
    if number not in animals.carried:
        _digest(world, animals, eaters, world.fruit, "eating")
        return
    plant = world.flora.kind(number)
    all_seed = plant.fruit_carbon == plant.seed_carbon
    if all_seed:
        carbon, lots = animals.carbon.amount[eaters], animals.lots(world.seed, world.tick)[eaters]
        hoards = lots >> as_count(27) & as_count(HOARDS) == as_count(0)
        digests = (carbon < as_count(animals.kind.comfort)) | (carbon < as_count(animals.kind.holds)) & ~hoards
        _digest(world, animals, eaters[digests], world.fruit, "eating")
        eaters = eaters[~digests]
    if not len(eaters):
        return
    here, units = animals.place[eaters], one_each(len(eaters))
    if not all_seed:
        at_the_table = np.bincount(here)[here]
        part = np.minimum(world.fruit.amount[here] // at_the_table, as_count(BEAKFUL))
        units = np.maximum(part, as_count(1)).astype(np.int16)
    if carrying(world, animals, number) is None:
        litter = {"carbon": world.litter_carbon, "mineral": world.litter_mineral}
        world.matter.split(world.fruit, world.seeds[number - 1], units, "spat out", at=here, to=here, **litter)
        return
    stomach = {"carbon": animals.carbon, "mineral": animals.mineral}
    world.matter.split(world.fruit, animals.carried[number], units, "picking up", at=here, to=eaters, **stomach)
    heading = animals.lots(world.seed, world.tick)[eaters] % as_count(9)
    for column, value in (("load", number), ("from", here), ("flown", 0), ("heading", heading)):
        animals.column(column)[eaters] = value


def _dig_up(world: World, animals: Animals, hungry: Places) -> None:
    for number in animals.carried:
        if not len(hungry):
            return
        buried = world.seeds[number - 1]
        lucky = first_come(animals.place[hungry], buried.amount)
        if np.count_nonzero(lucky):
            _digest(world, animals, hungry[lucky], buried, "digging up")
            hungry = hungry[~lucky]


def _digest(world: World, animals: Animals, eaters: Places, food: Stock, cause: str) -> None:
    """Each eats one whole thing that lies or hangs where it is."""
    if len(eaters):
        stomach = {"carbon": animals.carbon, "mineral": animals.mineral}
        world.matter.unmake(food, one_each(len(eaters)), cause, at=animals.place[eaters], to=eaters, **stomach)
