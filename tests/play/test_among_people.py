"""What one does among people: each verb takes what it says from where it says, is refused with a reason, and can be
undone."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.commons import GIVEN
from game.engine.households import CONTENT
from game.engine.tiles import FENCE
from game.levels.loading import parse_level
from game.play.actions import (
    Action,
    Agree,
    Carry,
    Compost,
    Connect,
    Feed,
    Gather,
    Give,
    Keep,
    Meet,
    PutBy,
    Restore,
    TakeBack,
    Visit,
    Waste,
    Water,
    read_action,
)
from game.play.session import Session
from tests.levels.village import village

BERRY = "serviceberry"
ADA, BEN = (1, 1), (7, 2)
ALL = [Visit(*ADA), Meet(), Agree("harvest", 4), Carry("water", *BEN), Carry("wood", *ADA), Compost(BERRY, 2, 0, 0),
       Restore(3, 3), Waste(BERRY, 2), PutBy(BERRY, 3), Give(BERRY, 1, *BEN), Keep(BERRY, 1)]


def played(*changes: tuple[str, str]) -> Session:
    """A village in which berries lie in the basket, and something on the tip."""
    session = Session(parse_level(village(*changes)), checked=True)
    world = session.world
    world.hand.basket[world.flora.index[BERRY] - 1].amount[0] = 20
    world.commons.tip_carbon.amount[0] = world.commons.tip_mineral.amount[0] = 20
    for need in ("care", "water"):
        world.households.column(need)[:] = 20
    session.go_on_from(world.snapshot(), session.progress, [])
    return session


def reason(session: Session, action: Action) -> str:
    refused = session.do(action)
    assert refused is not None
    assert str(refused)
    return refused.reason


@pytest.mark.parametrize("action", ALL, ids=str)
def test_each_is_its_line_of_text_keeps_all_matter_and_is_undone_without_a_trace(action):
    assert read_action(str(action)) == action
    session = played()
    before, totals = session.world.digest(), session.world.matter.totals()
    assert session.do(action) is None
    assert session.world.digest() != before
    assert session.world.matter.totals() == totals
    assert session.undo()
    assert session.world.digest() == before


@pytest.mark.parametrize(
    ("action", "why"),
    [
        (Visit(0, 0), "no_home"),
        (Carry("water", 0, 0), "no_home"),
        (Compost(BERRY, 50, 0, 0), "not_so_many"),
        (Compost("willow", 1, 0, 0), "unknown_kind"),
        (Waste(BERRY, 0), "nothing"),
        (PutBy(BERRY, 21), "not_so_many"),
        (PutBy("willow", 1), "unknown_kind"),
        (Feed(BERRY, 1, 3, 3), "nobody_hungry"),
        (Gather(8, 4, "all"), "plot_of"),
        (Agree("taxes", 1), "no_rule"),
        (Agree("harvest", 9), "rule_range"),
        (Agree("draws_below", 8), "gives_more_than_there_is"),
        (Visit(40, 0), "off_map"),
    ],
    ids=str,
)
def test_what_is_not_possible_is_refused_with_a_reason_and_changes_nothing(action, why):
    session = played()
    before = session.world.digest()
    assert reason(session, action) == why
    assert session.world.digest() == before


def test_a_visit_is_felt_by_one_home_and_a_meeting_by_all():
    session = played()
    care = session.world.households.column("care")
    session.do(Visit(*ADA))
    assert care[0] == 60
    assert care[1] == 20
    session.do(Meet())
    assert care[1] == 36
    assert str(session.refusal(Visit(5, 4))).startswith("This is your own home.")
    assert session.world.commons.tended == CONTENT


def test_rules_are_agreed_on_where_people_meet():
    session = played()
    session.world.commons.tend(-100)
    assert reason(session, Agree("harvest", 4)) == "not_tended"
    session.do(Meet())
    assert session.do(Agree("harvest", 4)) is None
    assert session.world.commons.rule("harvest") == 4
    assert session.progress.days_left == session.level.days - 1


def test_nobody_carries_water_over_a_fence():
    behind = (("....x.....", "....x...d."), ("  b: {home", "  d: {home: {name: Dee, needs: [water]}}\n  b: {home"))
    session = played(*behind)
    session.world.soil_water.amount[session.world.soil != 0] = 0
    for action in (Carry("water", 8, 6), Water(8, 6)):
        assert reason(session, action) == "no_water"
    assert session.do(Connect(0, 5)) is None
    for action in (Carry("water", 8, 6), Water(8, 6)):
        assert session.do(action) is None


def test_the_council_opens_a_fence_when_trust_has_grown():
    session = played(("fund: {}", "fund: {tended: 40}\ncouncil: {trust: 60}"))
    assert reason(session, Connect(2, 5)) == "council"
    session.do(Meet())
    assert session.do(Connect(2, 5)) is None
    assert session.world.map("ground")[5, 2] != FENCE


def test_animals_are_fed_only_where_hungry_ones_are_near():
    session = played(("  h: {hive", "  r: {animals: {bluebird: 2}}\n  h: {hive"), ("  ..s....s..\n", "  ..s....sr.\n"))
    birds = session.world.animals[0]
    assert reason(session, Feed(BERRY, 1, 1, 1)) == "nobody_hungry"
    birds.carbon.amount[:] = 1
    assert session.do(Feed(BERRY, 2, 8, 3)) is None
    assert birds.carbon.amount.tolist() == [7, 7]


def test_giving_keeping_and_taking_back_in_any_order_makes_nothing():
    session = played()
    totals, rng = session.world.matter.totals(), np.random.default_rng(5)
    acts = [PutBy(BERRY, 1), Keep(BERRY, 2), TakeBack(BERRY, 1), Give(BERRY, 1, *BEN), Waste(BERRY, 1), Restore(3, 3)]
    for number in rng.integers(len(acts), size=200).tolist():
        session.do(acts[number])
        if number % 3 == 0:
            session.tick()
    assert session.world.matter.totals() == totals
    assert session.world.hand.basket[0].amount[0] >= 0


def test_who_gave_what_to_whom_is_written_down():
    session = played()
    session.do(PutBy(BERRY, 3))
    session.do(Give(BERRY, 2, *BEN))
    session.do(Give(BERRY, 2, 0, 0))
    session.do(Carry("wood", *ADA))
    gifts, commons = session.world.commons.gifts, session.world.commons
    assert gifts[commons.YOU, :, GIVEN.index("food")].tolist() == [0, 2, 0, 3, 2, 0, 0]
    assert gifts[commons.YOU, :, GIVEN.index("warmth")].nonzero()[0].tolist() == [0]
