"""Animals: they look for fruit, eat, carry seed away, drop dung, breed, leave or die.

In the world      About half of all plants rely on animals to carry their seed. A berry pays for the journey.
In the game       Hungry animals follow the scent of fruit. What a carrier does not digest it takes along and lets go
                  elsewhere, after a flight. Without food they starve or leave over the map's edge; where there is food
                  and shelter others come in. Spare mineral falls as dung.
Moves             carbon, mineral: fruit -> animal (eating), carried seed (picking up) -> seed (letting go), litter (letting
                  go on stone); seed -> animal (digging up); animal -> litter (dung, death), beyond (leaving) -> animal
                  (coming), young (birth) · carbon: animal -> air (animals' breath)
Partnership       carrying: the plant gives pulp, the animal carries its seed.
Switched off      seed stays under its parent (tests/laws/test_carriers.py).
Evidence          solid (fricke2022, wotton2011)
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine import calendar
from game.engine.animals import Animals
from game.engine.matter import Grid, Places
from game.engine.species import Partnership
from game.engine.systems.shares import first_come, where_negative
from game.engine.world import World

SCENT_MOST = 3600
SCENT_OF_A_FRUIT = 32
FRUITS_SMELT = 6  # more fruit on a tile smells no stronger
SCENT_FOLLOWED = 2000
FOOD_HERE = 1024
COMPANY = 96  # how much one more of its kind near a tile is worth
MOST_COMPANY = 6
WHIM = 511  # chance added to every choice of a tile
WALL = -30000
FULL_FROM = 8  # carbon short of what it holds at which an animal looks for food
SQUIRRELS_FATTEN = 64  # day of the year from which squirrels eat all they can
DIRECTION = 8  # ticks that a loaded bird keeps its direction
LETS_GO, BURIES = 4, 8  # one tick in so many, once the flight is long enough
BREEDS_UNTIL = 72  # day of the year
BREEDING = 16  # one tick in so many
OLD = 64  # one old animal in so many dies a tick
LEAVES_BELOW = 3  # carbon at which an animal gives the place up
NEST = 24  # body of a plant that carries a nest
COMING_EVERY = 16  # ticks
WELCOME = 256  # scent at which others come in


def step(world: World) -> None:
    for animals in world.animals:
        liked = _prey(world, animals) if animals.kind.form == "hawk" else _food(world, animals)
        _smell(world, animals, liked)
        if len(animals):
            _move(world, animals, liked)
            if animals.kind.form != "hawk":
                _eat(world, animals)
                _let_go(world, animals)
            _live(world, animals)
        if world.tick % COMING_EVERY == 0:
            _come(world, animals)


def density(world: World, animals: Animals) -> Grid:
    """How many there are on each tile."""
    crowd = np.bincount(animals.place, minlength=world.places).astype(np.int16)
    return crowd


def carrying(world: World, animals: Animals, species: int) -> Partnership | None:
    """The partnership in which these animals carry the seed of that plant, if it is not switched off."""
    names = {animals.kind.name, world.flora.kind(species).name}
    return next((bond for bond in world.partnerships if bond.kind == "carrying" and names <= set(bond.members)), None)


def _food(world: World, animals: Animals) -> Grid:
    """What the animals like to eat on each tile, in fruits."""
    food = world.grid()
    for number in animals.carried:
        food |= world.fruit.amount & world.flora.of(number)
        if animals.kind.form == "squirrel":
            food += world.seeds[number - 1].amount
    return food


def _smell(world: World, animals: Animals, food: Grid) -> None:
    near = world.around(animals.scent)
    fresh = np.minimum(food, FRUITS_SMELT) * SCENT_OF_A_FRUIT
    np.minimum((near >> 3) - (near >> 6) + fresh, SCENT_MOST, out=animals.scent)


def _move(world: World, animals: Animals, food: Grid) -> None:
    kind, loaded = animals.kind, animals.column("load") > 0
    if kind.form == "hawk":
        field = np.minimum(animals.scent, SCENT_FOLLOWED) + np.minimum(world.around(food), FRUITS_SMELT) * COMPANY
        hungry = np.ones(len(animals), bool)
    else:
        field = np.minimum(animals.scent, SCENT_FOLLOWED) + (where_negative(-food) & FOOD_HERE)
        eats_all = kind.form == "bird" or calendar.day(world.tick) >= SQUIRRELS_FATTEN
        hungry = ~loaded & (animals.carbon.amount < (kind.holds - FULL_FROM if eats_all else kind.comfort))
    company = world.grid()
    if world.society(kind.name):
        company = np.minimum(world.around(density(world, animals)), MOST_COMPANY) * COMPANY
    walls = ~world.inside
    if kind.form == "squirrel":
        walls = walls | world.pond | world.fences
    _step_to_best(world, animals, hungry, np.where(walls, WALL, field + company))
    _step_to_best(world, animals, ~hungry & ~loaded, np.where(walls, WALL, company))
    if kind.form == "bird":
        _glide(world, animals, np.flatnonzero(loaded))
    else:
        _step_to_best(world, animals, loaded, np.where(walls, WALL, 0).astype(np.int16))


def _prey(world: World, hawks: Animals) -> Grid:
    hunted = world.grid()
    for animals in world.animals:
        if animals.kind.name in hawks.kind.eats:
            hunted += density(world, animals)
    return hunted


def _step_to_best(world: World, animals: Animals, who: NDArray[np.bool_], field: Grid) -> None:
    """Each steps to the best of the nine tiles around, by `field` and whim."""
    moving = np.flatnonzero(who)
    if not len(moving):
        return
    ways = np.array([row * world.stride + column for row in (-1, 0, 1) for column in (-1, 0, 1)])
    there = animals.place[moving][:, None] + ways
    whim = world.roll_for(f"{animals.kind.name} way", animals.column("ident")[moving][:, None] * 16 + np.arange(9))
    best = np.argmax(field[there].astype(np.int64) + (whim & WHIM), axis=1)
    animals.place[moving] = there[np.arange(len(moving)), best]


def _glide(world: World, animals: Animals, flying: Places) -> None:
    """Loaded birds cross open country in one direction; at the map's edge they slide along it."""
    if not len(flying):
        return
    heading = world.roll_for(f"{animals.kind.name} heading", animals.column("ident")[flying], world.tick // DIRECTION)
    rows, columns = world.where(animals.place[flying])
    rows = np.clip(rows + heading % 3 - 1, 0, world.height - 1)
    columns = np.clip(columns + heading // 3 % 3 - 1, 0, world.width - 1)
    animals.place[flying] = (rows + 1) * world.stride + columns + 1
    animals.column("flown")[flying] += 1


def _eat(world: World, animals: Animals) -> None:
    """One fruit each: liked ones while there is room, others only in hunger; squirrels dig up what lies in the ground."""
    kind, flora = animals.kind, world.flora
    awake = (animals.column("watching") == 0) & (animals.column("load") == 0)
    carbon, here = animals.carbon.amount, animals.place
    species = flora.species[here].astype(np.int64)
    likes = np.isin(species, list(animals.carried))
    other = np.isin(species, [flora.index[name] for name in kind.makes_do_with if name in flora.index])
    room = np.where(likes, kind.holds, kind.hungry)
    left = np.where(likes, 0, 1)
    wanting = np.flatnonzero(awake & (likes | other) & (carbon < room) & (world.fruit.amount[here] > left))
    storing = np.flatnonzero(awake & likes & (carbon >= room) & (world.fruit.amount[here] > 0))
    if kind.form == "squirrel":
        wanting = np.union1d(wanting, storing)
    lucky = first_come(here[wanting], world.fruit.amount)
    for animal in wanting[lucky].tolist():
        _eat_fruit(world, animals, animal, int(species[animal]))
    if kind.form == "squirrel":
        _dig_up(world, animals, np.flatnonzero(awake & (animals.column("load") == 0) & (carbon < kind.hungry)))


def _eat_fruit(world: World, animals: Animals, animal: int, species: int) -> None:
    """A carrier takes the seed along; a squirrel that has enough takes the whole nut; others digest it all."""
    kind, this, here = animals.kind, np.array([animal]), animals.place[animal : animal + 1]
    one = np.ones(1, np.int16)
    stomach = {"carbon": animals.carbon, "mineral": animals.mineral}
    plant = world.flora.kind(species)
    all_seed = plant.fruit_carbon == plant.seed_carbon
    full = animals.carbon.amount[animal] >= kind.comfort
    if species not in animals.carried or (all_seed and not full):
        world.matter.unmake(world.fruit, one, "eating", at=here, to=this, **stomach)
    elif carrying(world, animals, species) is None:
        world.matter.split(world.fruit, world.seeds[species - 1], one, "eating", at=here, to=here, carbon=world.litter_carbon, mineral=world.litter_mineral)
    else:
        world.matter.split(world.fruit, animals.carried[species], one, "picking up", at=here, to=this, **stomach)
        for column, value in (("load", species), ("from", int(here[0])), ("flown", 0)):
            animals.column(column)[animal] = value


def _dig_up(world: World, animals: Animals, hungry: Places) -> None:
    for number in animals.carried:
        buried = world.seeds[number - 1]
        digging = hungry[buried.amount[animals.place[hungry]] > 0]
        digging = digging[first_come(animals.place[digging], buried.amount)]
        if len(digging):
            ones = np.ones(len(digging), np.int16)
            here = animals.place[digging]
            world.matter.unmake(buried, ones, "digging up", at=here, to=digging, carbon=animals.carbon, mineral=animals.mineral)
            hungry = np.setdiff1d(hungry, digging)


def _let_go(world: World, animals: Animals) -> None:
    chance = world.roll_for(f"{animals.kind.name} letting go", animals.column("ident"))
    for number in animals.carried:
        bond = carrying(world, animals, number)
        flight = bond.terms["flight"] if bond else 0
        often = LETS_GO if animals.kind.form == "bird" else BURIES
        ready = (animals.column("load") == number) & (animals.column("flown") >= flight) & (chance % often == 0)
        let_go(world, animals, np.flatnonzero(ready), number)


def let_go(world: World, animals: Animals, who: Places, number: int) -> None:
    """Seed of kind `number` falls where its carriers are now."""
    here = animals.place[who]
    sown = world.soil[here] != 0
    carried, ones = animals.carried[number], np.ones(len(who), np.int64)
    world.matter.move(carried, world.seeds[number - 1], ones[sown].astype(np.int16), "letting go", at=who[sown], to=here[sown])
    litter = {"carbon": world.litter_carbon, "mineral": world.litter_mineral}
    world.matter.unmake(carried, ones[~sown].astype(np.int16), "letting go on stone", at=who[~sown], to=here[~sown], **litter)
    away = np.abs(np.subtract(world.where(here), world.where(animals.column("from")[who]))).max(axis=0, initial=0)
    animals.tally("seeds_carried", int(sown.sum()))
    animals.tally("tiles_carried", int(away[sown].sum()))
    animals.column("load")[who] = 0


def _live(world: World, animals: Animals) -> None:
    kind, carbon = animals.kind, animals.carbon.amount
    chance = world.roll_for(f"{kind.name} life", animals.column("ident"))
    resting = (carbon < FULL_FROM) if kind.form == "hawk" else np.zeros(len(animals), bool)
    breathing = np.flatnonzero((chance & ((1 << kind.upkeep) - 1) == 0) & (carbon > 0) & ~resting)
    world.matter.move(animals.carbon, world.air, np.ones(len(breathing), np.int64), "animals' breath", at=breathing)
    here = animals.place
    for stock, litter, most in ((animals.carbon, world.litter_carbon, 2 * kind.holds), (animals.mineral, world.litter_mineral, 2 * kind.mineral)):
        spare = np.maximum(stock.amount - most, 0)
        dropping = np.flatnonzero(spare)
        if len(dropping):
            world.matter.move(stock, litter, spare[dropping].astype(np.int16), "dung", at=dropping, to=here[dropping])
    animals.column("age")[:] += 1
    _breed(world, animals, chance)
    _part(world, animals, chance)


def _breed(world: World, animals: Animals, chance: NDArray[np.int64]) -> None:
    kind, here = animals.kind, animals.place
    if calendar.day(world.tick) >= BREEDS_UNTIL:
        return
    nested = ~where_negative(world.body.amount[here] - NEST) & (_shelter(world, animals)[here] != 0) if kind.nests_in else np.ones(len(here), bool)
    able = (nested != 0) & (animals.carbon.amount >= kind.breeds_at) & (animals.mineral.amount >= 2 * kind.mineral)
    parents = np.flatnonzero(able & ((chance >> 14) % BREEDING == 0))
    if not len(parents):
        return
    young = animals.come(here[parents])
    for stock in (animals.carbon, animals.mineral):
        world.matter.move(stock, stock, stock.amount[parents] // 2, "birth", at=parents, to=young)
    animals.tally("born", len(parents))
    for place in here[parents].tolist():
        world.tell("born", place, kind.name)


def _shelter(world: World, animals: Animals) -> Grid:
    """-1 where a plant stands that carries a nest of theirs."""
    shelter = world.grid()
    for number, plant in enumerate(world.flora.kinds, 1):
        if plant.form in animals.kind.nests_in:
            shelter |= world.flora.of(number)
    return shelter


def _part(world: World, animals: Animals, chance: NDArray[np.int64]) -> None:
    """The starving leave for beyond the map's edge while they can; the old die where they are."""
    if animals.kind.form == "hawk":
        return
    leaving = np.flatnonzero(animals.carbon.amount <= LEAVES_BELOW)
    old = (animals.column("age")[: len(chance)] > animals.kind.life) & ((chance >> 8) % OLD == 0)
    dying = np.setdiff1d(np.flatnonzero(old), leaving)
    if len(leaving):
        drop_loads(world, animals, leaving)
        for stock, beyond in ((animals.carbon, "carbon"), (animals.mineral, "mineral")):
            world.matter.move(stock, world.beyond[beyond], stock.amount[leaving], "leaving", at=leaving)
        animals.tally("left", len(leaving))
        for place in animals.place[leaving].tolist():
            world.tell("left", place, animals.kind.name, "hunger")
    if len(dying):
        bury(world, animals, dying)
    if len(leaving) + len(dying):
        animals.go(np.union1d(leaving, dying))


def drop_loads(world: World, animals: Animals, who: Places) -> None:
    for number in animals.carried:
        let_go(world, animals, who[animals.column("load")[who] == number], number)


def bury(world: World, animals: Animals, dying: Places) -> None:
    """What was in them goes to the litter where they are; the caller takes them off the rolls."""
    drop_loads(world, animals, dying)
    here = animals.place[dying]
    for stock, litter in ((animals.carbon, world.litter_carbon), (animals.mineral, world.litter_mineral)):
        world.matter.move(stock, litter, stock.amount[dying].astype(np.int16), "death", at=dying, to=here)
    animals.tally("died_of_age", len(dying))
    for place in here.tolist():
        world.tell("died", place, animals.kind.name, "old_age")


def _come(world: World, animals: Animals) -> None:
    """One comes in over the edge where food is smelt and, for those that nest, shelter stands; it brings what it is made of."""
    kind = animals.kind
    if kind.form == "hawk" or calendar.season(world.tick) == calendar.WINTER:
        return
    edge = np.flatnonzero(world.edge & where_negative(WELCOME - animals.scent))
    sheltered = not kind.nests_in or np.count_nonzero(_shelter(world, animals))
    enough = world.beyond["carbon"].amount[0] >= kind.comfort and world.beyond["mineral"].amount[0] >= 2 * kind.mineral
    if not (len(edge) and sheltered and enough):
        return
    place = edge[world.roll(f"{kind.name} coming") % len(edge)]
    newcomer = animals.come(np.array([place], np.int64))
    world.matter.move(world.beyond["carbon"], animals.carbon, np.array([kind.comfort]), "coming", to=newcomer)
    world.matter.move(world.beyond["mineral"], animals.mineral, np.array([2 * kind.mineral]), "coming", to=newcomer)
    animals.tally("came", 1)
    world.tell("came", int(place), kind.name)
