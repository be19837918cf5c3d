"""Bees: a colony finds more where more is shown, and lives through winter on what it stored.

In the world      Honeybees share out their foragers by what scouts report, keep to flowers they know, and winter on
                  honey.
In the game       Of W workers, W x display / (display + half) make two trips every second tick, shared out by display;
                  each takes one nectar home and leaves pollen. Pollen fits as far as the kind made up a third of recent
                  visits: a rare kind gets the wrong pollen.
In numbers        every {FLIES_EVERY} ticks: trips = {FLIES_EVERY} x workers x display / (display + half); pollen that
                  fits = {FITTING} x the kind's share of recent visits, at most all; hunger = workers / 2^upkeep a tick;
                  a bee is raised where honey > raise above + workers x raise above worker
Moves             carbon: nectar -> honey (foraging) -> workers (brood), air (bees' breath); workers, honey -> litter
                  (dead bees) · mineral: plant -> hive (pollen) -> workers (brood) -> litter (dead bees)
Partnership       the other half of every pairing: flowers feed the hive, the hive carries their pollen.
Switched off      no nectar leaves the flowers and no seed is set (tests/engine/test_systems.py).
Evidence          solid (flower constancy and recruitment: seeley1995)
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.engine import calendar
from game.engine.colonies import Colonies
from game.engine.counting import as_count
from game.engine.matter import Places, places_of
from game.engine.systems.shares import as_grid, first_come, one_each
from game.engine.world import World

FLIES_EVERY = 2  # ticks
MEMORY = 3  # halvings of the memory of visits each time
FITTING = 3  # a third of recent visits is enough for all pollen to fit
POLLEN_MINERAL = 4  # mineral a plant must hold before bees take one with its pollen
POLLEN_TRIP = 2  # one flight in so many
RAISING = 2  # one flight in so many, if there is plenty
LIVES_EVERY = 4  # ticks between two looks at hunger and age
RAISED_UNTIL = 80  # day of the year
NEW_BEES_UNTIL = 8  # day of the year until which winter bees do not die of age
FLYING = range(96)  # days of the year


def step(world: World) -> None:
    world.visits[:] = 0
    flying = world.tick % FLIES_EVERY and calendar.day(world.tick) in FLYING
    if not flying and world.tick % LIVES_EVERY:
        return
    for colonies in world.colonies:
        if np.count_nonzero(colonies.workers.amount):
            if flying:
                _forage(world, colonies)
                _raise_brood(world, colonies)
            if world.tick % LIVES_EVERY == 0:
                _live(world, colonies)


def _forage(world: World, colonies: Colonies) -> None:
    if not np.count_nonzero(world.display):
        return
    hives, flowers = _trips(world, colonies)
    lucky = first_come(flowers, world.nectar.amount)
    hives, flowers = hives[lucky], flowers[lucky]
    if not len(flowers):
        return
    ones = one_each(len(flowers))
    world.matter.move(world.nectar, colonies.honey, ones, "foraging", at=flowers, to=hives)
    np.add.at(world.visits, flowers, ones.astype(np.int8))
    _leave_pollen(world, colonies, hives, flowers)
    _take_pollen(world, colonies, hives, flowers)


def _trips(world: World, colonies: Colonies) -> tuple[Places, Places]:
    """The hive and the flower of each trip of this tick.

    What a colony's foragers can see is summed up row by row of its reach. Stops stand at equal distances along that
    sum, from a chance start, so each flower is visited as often as its display says, give or take one.
    """
    kind = colonies.kind
    before, last = colonies.sight(world)
    shown = np.add.accumulate(world.display.astype(np.int64))
    to_row_end = shown[last]
    in_rows = to_row_end - shown[before]
    display = np.add.reduce(in_rows, axis=1)
    trips = _how_many_trips(world, colonies, display)

    hives = np.arange(len(colonies)).repeat(trips)
    nth = np.arange(len(hives)) - (np.add.accumulate(trips) - trips)[hives]
    start = world.roll_each(f"{kind.name} first trip", len(colonies)) % np.maximum(display, as_count(1))
    stops = (nth * display[hives] + start[hives]) // trips[hives]
    reached = np.add.accumulate(in_rows.ravel())
    along = stops + (np.add.accumulate(display) - display)[hives]
    line = reached.searchsorted(along, side="right")
    flowers = shown.searchsorted((to_row_end.ravel() - reached)[line] + along, side="right")
    return hives, flowers


def _how_many_trips(world: World, colonies: Colonies, display: NDArray[np.int64]) -> NDArray[np.int64]:
    """More is found where more is shown: of all workers the share display / (display + half_display), rounded by
    chance."""
    spread = display + as_count(colonies.kind.half_display)
    rounding = world.roll_each(f"{colonies.kind.name} trips", len(colonies)) % spread
    trips: NDArray[np.int64] = (as_count(FLIES_EVERY) * colonies.workers.amount * display + rounding) // spread
    return trips


def _leave_pollen(world: World, colonies: Colonies, hives: Places, flowers: Places) -> None:
    species = world.flora.species[flowers]
    memory = colonies.memory
    seen = np.bincount(hives * as_count(memory.shape[1]) + species, minlength=memory.size).reshape(memory.shape)
    world.fields["tally_visits"] += np.add.reduce(seen)
    memory += as_count(8) * seen - (memory + as_count((1 << MEMORY) - 1) >> as_count(MEMORY))
    visits = np.maximum(np.add.reduce(memory, axis=1), as_count(1))
    fitting = np.minimum(as_count(16 * FITTING) * memory // visits[:, None], as_count(16))
    pollen = world.flora.ovules.take(species) * fitting[hives, species]
    rounding = world.chance_at("pollen", flowers) & as_grid(15)
    np.add.at(world.pollen, flowers, (pollen + rounding >> as_count(4)).astype(np.int16))


def _take_pollen(world: World, colonies: Colonies, hives: Places, flowers: Places) -> None:
    """Now and then one bee of a hive brings a mote of mineral home with its pollen."""
    roll = world.roll_each(f"{colonies.kind.name} pollen", len(colonies))
    hungry = colonies.mineral.amount < as_count(colonies.kind.mineral_cap)
    hungry &= roll % as_count(POLLEN_TRIP) == as_count(0)
    if not np.count_nonzero(hungry):
        return
    bringing = places_of(hungry[hives] & (world.plant_mineral.amount[flowers] >= as_grid(POLLEN_MINERAL)))
    if len(bringing):
        bringing = bringing[_first_of_each(flowers[bringing])]
        world.matter.move(
            world.plant_mineral,
            colonies.mineral,
            one_each(len(bringing)),
            "pollen",
            at=flowers[bringing],
            to=hives[bringing],
        )


def _first_of_each(flowers: Places) -> Places:
    """Where each flower is named for the first time."""
    order = flowers.argsort(kind="stable")
    line = flowers[order]
    first = np.ones(len(line), np.bool_)
    np.not_equal(line[1:], line[:-1], out=first[1:])
    return order[first]


def _raise_brood(world: World, colonies: Colonies) -> None:
    kind, workers = colonies.kind, colonies.workers.amount
    if calendar.day(world.tick) >= RAISED_UNTIL:
        return
    laid = world.roll_each(f"{kind.name} brood", len(colonies)) % as_count(RAISING) == as_count(0)
    if not np.count_nonzero(laid):
        return
    plenty = colonies.honey.amount > as_count(kind.raise_above) + workers * as_count(kind.raise_above_worker)
    fed = colonies.mineral.amount >= as_count(2 * kind.worker_mineral)
    raising = places_of(plenty & fed & laid & (workers > as_count(0)))
    if len(raising):
        world.matter.make(
            colonies.workers,
            one_each(len(raising)),
            "brood",
            at=raising,
            carbon=colonies.honey,
            mineral=colonies.mineral,
        )
        colonies.tally("raised")[raising] += 1


def _live(world: World, colonies: Colonies) -> None:
    """Eat, or starve; in flying time grow old."""
    kind, today, workers = colonies.kind, calendar.day(world.tick), colonies.workers.amount
    roll = world.roll_each(f"{kind.name} life", len(colonies))
    halvings = kind.upkeep_winter if calendar.season(world.tick) == calendar.WINTER else kind.upkeep
    hunger = as_count(LIVES_EVERY) * workers + (roll & as_count((1 << halvings) - 1)) >> as_count(halvings)
    eaten = np.minimum(hunger, colonies.honey.amount)
    world.matter.move(colonies.honey, world.air, eaten, "bees' breath")
    old: NDArray[np.int64] | int = 0
    if today in FLYING and today >= NEW_BEES_UNTIL:
        life = as_count(kind.life // LIVES_EVERY)
        old = np.minimum((workers + (roll >> as_count(8)) % life) // life, workers)
    starved = np.minimum(hunger - eaten, workers - old)
    dead = old + starved
    if np.count_nonzero(dead):
        colonies.tally("died_of_age")[:] += old
        colonies.tally("starved")[:] += starved
        _bury(world, colonies, places_of(dead), dead)


def _bury(world: World, colonies: Colonies, hives: Places, dead: NDArray[np.int64]) -> None:
    matter, ground = world.matter, colonies.place
    matter.unmake(
        colonies.workers,
        dead[hives],
        "dead bees",
        at=hives,
        to=ground[hives],
        carbon=world.litter_carbon,
        mineral=world.litter_mineral,
    )
    lost = hives[colonies.workers.amount[hives] == 0]
    for store, litter in ((colonies.honey, world.litter_carbon), (colonies.mineral, world.litter_mineral)):
        matter.move(store, litter, store.amount[lost], "dead bees", at=lost, to=ground[lost])
    for place in ground[lost].tolist():
        world.tell("colony_lost", place, colonies.kind.name)
