"""Animals: how one finds food, eats, carries seed, is born, leaves and comes, and that no mote is lost on the way."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine import calendar
from game.engine.recorders import Totals
from game.engine.species import Animal, Partnership
from game.engine.systems import carrying
from game.engine.tick import tick
from game.engine.tiles import PATH, ROCK
from game.engine.world import World
from game.lab.meadows import everyone
from game.levels.loading import load_partnerships, load_species
from tests.laws.lands import kind, land, let_pass
from tests.laws.test_carriers import bluebird, let_in
from tests.worlds import plant

PLANTS_REST = frozenset({"leaves", "withering", "seeds", "decay", "fruit", "lichen", "mycelium"})


def animal(name: str) -> Animal:
    found = load_species()[name]
    assert isinstance(found, Animal)
    return found


def bonds(*names: str) -> list[Partnership]:
    return [load_partnerships()[name] for name in names]


def shrub_and_bird(*, carried: bool = True, apart: int = 3) -> World:
    """One serviceberry with ripe berries on a land of 8 x 16, and a hungry bird some tiles beside it."""
    life = [kind("serviceberry"), bluebird()]
    world = land(8, 16, 1, life, bonds("birds_and_berries") if carried else [])
    plant(world, "serviceberry", 4, 4, 48)
    world.fruit.amount[world.place(4, 4)] = 9
    let_in(world.animals[0], world, [(4 + apart, 4)], carbon=24)
    world.tick = 8
    return world


def told(world: World, ticks: int, resting: frozenset[str] = PLANTS_REST) -> list[tuple[str, str, str]]:
    """What is told of animals in so many ticks: (kind, who, note)."""
    heard = []
    names = {animals.kind.name for animals in world.animals}
    world.resting = resting
    for _ in range(ticks):
        tick(world, checked=True)
        heard += [(event.kind, event.who, event.note) for event in world.events if event.who in names]
    return heard


def test_a_hungry_bird_follows_the_scent_eats_and_carries_seed_away():
    world = shrub_and_bird()
    let_pass(world, 72, PLANTS_REST)
    birds = world.animals[0]
    assert world.fruit.amount.sum() < 9
    assert birds.carbon.amount[0] > 8, "it lived on its breath only"
    assert birds.tally("seeds_carried") > 0
    assert carrying.carried(world)["distance_mean"] >= 1
    away = world.map(world.seeds[0]).copy()
    away[3:6, 3:6] = 0
    assert away.sum() > 0, "no seed lies away from the shrub"


def test_where_the_partnership_is_switched_off_the_seed_stays_under_its_parent():
    world = let_pass(shrub_and_bird(carried=False), 72, PLANTS_REST)
    assert world.fruit.amount.sum() < 9
    assert world.animals[0].tally("seeds_carried") == 0
    assert world.seeds[0].amount[world.place(4, 4)] == world.seeds[0].amount.sum() > 0


def test_without_foraging_nobody_eats_and_all_go():
    world = shrub_and_bird()
    heard = told(world, 82, PLANTS_REST | {"foraging"})
    assert world.fruit.amount.sum() == 9
    assert ("left", "bluebird", "hunger") in heard
    assert len(world.animals[0]) == 0


def test_without_herds_nobody_breathes_is_born_or_leaves():
    world = shrub_and_bird()
    world.fruit.amount[:] = 0
    let_pass(world, 200, PLANTS_REST | {"herds"})
    assert world.animals[0].carbon.amount.tolist() == [24]


def test_who_leaves_takes_its_motes_beyond_and_who_comes_brings_them_from_there():
    world = shrub_and_bird(apart=8)
    world.fruit.amount[:] = 0
    told(world, 82)
    assert len(world.animals[0]) == 0
    assert world.beyond["mineral"].amount[0] == animal("bluebird").mineral
    world = shrub_and_bird(apart=1)
    for x in range(3, 14, 2):
        plant(world, "serviceberry", x, 2, 48)
        plant(world, "serviceberry", x, 6, 48)
    world.fruit.amount[world.flora.planted != 0] = 30
    world.beyond["carbon"].amount[0], world.beyond["mineral"].amount[0] = 60, 20
    heard = told(world, 60)
    assert ("came", "bluebird", "") in heard
    assert world.beyond["carbon"].amount[0] < 60


def test_nobody_comes_from_an_empty_beyond():
    world = shrub_and_bird(apart=1)
    for x in range(3, 14, 2):
        plant(world, "serviceberry", x, 2, 48)
    world.fruit.amount[world.flora.planted != 0] = 30
    assert not [one for one in told(world, 60) if one[0] == "came"]


def test_the_well_fed_breed_where_there_is_a_nest_and_share_what_they_are_made_of():
    world = shrub_and_bird(apart=0)
    for x in range(1, 16, 2):
        for y in (1, 3, 6):
            plant(world, "serviceberry", x, y, 48)
    birds = world.animals[0]
    let_in(birds, world, [(1, 1), (3, 1)])
    birds.carbon.amount[:], birds.mineral.amount[:] = 48, 9
    world.fruit.amount[world.flora.planted != 0] = 30
    world.tick = 8
    heard = told(world, 60)
    assert ("born", "bluebird", "") in heard
    assert birds.tally("born") == len(birds) - 3 > 0


def test_without_a_nest_nobody_is_born_and_in_autumn_they_move_on():
    world = shrub_and_bird(apart=0)
    world.body.amount[:] = 12
    birds = world.animals[0]
    birds.carbon.amount[:], birds.mineral.amount[:] = 48, 9
    world.tick = 40
    heard = told(world, 64)
    assert birds.tally("born") == 0
    assert ("left", "bluebird", "no_nest") in heard


def test_in_winter_the_starving_have_not_the_strength_to_leave_and_die():
    world = shrub_and_bird()
    world.fruit.amount[:], world.tick = 0, 3 * calendar.SEASON
    world.animals[0].carbon.amount[:] = 4
    litter = int(world.litter_mineral.amount.sum())
    assert ("died", "bluebird", "hunger") in told(world, 24)
    assert world.animals[0].tally("starved") == 1
    assert world.litter_mineral.amount.sum() == litter + animal("bluebird").mineral


def test_the_old_die_where_they_are():
    world = shrub_and_bird()
    world.animals[0].column("age")[:] = 10_000
    world.animals[0].carbon.amount[:] = 48
    world.tick = 40
    assert ("died", "bluebird", "old_age") in told(world, 200, PLANTS_REST | {"foraging", "societies"})


def test_a_squirrel_eats_nuts_whole_buries_what_is_too_much_and_digs_up_in_need():
    life = [kind("pecan"), animal("squirrel")]
    world = land(6, 8, 1, life, bonds("squirrels_and_nuts"))
    plant(world, "pecan", 3, 3, 96)
    world.fruit.amount[world.place(3, 3)] = 60
    let_in(world.animals[0], world, [(4, 3)], carbon=30)
    world.tick = 70
    let_pass(world, 26, PLANTS_REST)
    squirrels = world.animals[0]
    assert squirrels.carbon.amount[0] >= 56
    assert squirrels.tally("seeds_carried") > 0
    world.fruit.amount[:], squirrels.carbon.amount[:] = 0, 20
    world.seeds[0].amount[world.place(1, 1)] = 4
    world.tick = 8
    world.matter.recorder = flows = Totals()
    let_pass(world, 40, PLANTS_REST)
    assert flows.flows["digging up", "carbon"] > 0
    assert squirrels.carbon.amount[0] > 12, "a nut holds 8, breath costs 10"


def test_squirrels_stay_off_water_and_fences_and_nobody_leaves_the_map():
    world = everyone(24, 16, 3)
    world.map("ground")[5, 2:20] = 5
    world.map_changed()
    for _ in range(200):
        tick(world)
        for animals in world.animals:
            assert world.inside[animals.place].all()
            if animals.kind.form == "squirrel":
                assert not (world.pond[animals.place] | (world.fences[animals.place] & (world.tick > 20))).any()


def test_seed_let_go_on_stone_is_lost_but_not_its_motes():
    world = shrub_and_bird(apart=0)
    world.map("ground")[:, 6:], world.map("ground")[:, :3] = ROCK, PATH
    world.map("ground")[:3] = world.map("ground")[6:] = ROCK
    world.map_changed()
    world.matter.recorder = flows = Totals()
    world.animals[0].carbon.amount[:] = 20
    told(world, 48)
    assert flows.flows["letting go on stone", "carbon"] > 0
    for seeds in world.seeds:
        assert not seeds.amount[world.soil == 0].any()


def test_not_a_mote_is_lost_where_all_kinds_live_together():
    world = everyone(24, 16, 5)
    for _ in range(calendar.YEAR + 40):
        tick(world, checked=True)


@pytest.mark.parametrize("first", [40, 90])
def test_going_back_brings_back_every_animal_that_was_there(first):
    def who(world: World) -> list[list[int]]:
        return [animals.column("ident").tolist() for animals in world.animals]

    world = let_pass(everyone(24, 16, 7), first)
    then, herds = world.snapshot(), who(world)
    later = let_pass(world, 150).digest()
    assert who(world) != herds, "nobody came or went: this shows nothing"
    world.restore(then)
    assert who(world) == herds
    assert let_pass(world, 150).digest() == later
    twin = everyone(24, 16, 7)
    twin.restore(then)
    assert let_pass(twin, 150).digest() == later


def test_seeds_that_are_carried_count_at_their_distance():
    world = let_pass(everyone(24, 16, 2), calendar.YEAR)
    carried = carrying.carried(world)
    assert carried["seeds"] > 20
    assert 1 < carried["distance_mean"] < 12
    assert carrying.carried(World(4, 4, 1)) == {"seeds": 0, "distance_mean": 0.0}


def test_whoever_came_and_was_born_is_here_or_told_of():
    world = everyone(24, 16, 4)
    first = [len(animals) for animals in world.animals]
    let_pass(world, 3 * calendar.YEAR)
    for animals, start in zip(world.animals, first, strict=True):
        told_of = animals.told()
        gone = sum(told_of[how] for how in ("starved", "died_of_age", "caught", "left"))
        assert start + told_of["born"] + told_of["came"] == told_of["count"] + gone


def test_food_is_shared_only_within_a_flock_and_to_the_last_mote():
    world = land(8, 16, 1, [kind("goldenrod"), bluebird()], bonds("many_eyes"))
    birds = world.animals[0]
    let_in(birds, world, [(1, 1), (1, 2), (14, 6)])
    birds.carbon.amount[:] = (48, 8, 8)
    world.tick = 41
    world.resting = PLANTS_REST | {"foraging", "herds"}
    tick(world, checked=True)
    assert birds.carbon.amount.tolist() == [44, 12, 8]
    assert birds.tally("given") == 4
    assert np.array_equal(birds.column("watching"), [0, 0, 0]), "without a hawk nobody need look up"
