"""Going on, going back, and the futures that are left behind."""

from __future__ import annotations

import pytest

from game.engine import calendar
from game.engine.matter import KINDS
from game.play.actions import Begin, Gather, Mulch, Plant, Water
from game.play.session import Session
from game.play.timeline import MOST_SNAPSHOTS, Done
from tests.play.drawn import level_of, play, random_play, random_steps

LEVEL = level_of()
TO_SET_OUT = level_of(set_out=True)
PLAYS = range(1, 7)


def done(session: Session, *actions: object) -> Session:
    for action in actions:
        assert session.do(action) is None  # type: ignore[arg-type]
    return session


def hash_at_each_tick(session: Session, ticks: int) -> dict[int, str]:
    """The world's hash as each tick is reached, before anything is done on it."""
    hashes = {session.tick_now: session.world.digest()}
    for _ in range(ticks):
        session.tick()
        hashes[session.tick_now] = session.world.digest()
    return hashes


# ----------------------------------------------------------------- setting out

def test_before_time_begins_nothing_passes_and_only_planting_is_possible():
    session = play(Session(TO_SET_OUT), 5)
    assert session.tick_now == 0
    assert not session.begun
    assert str(session.do(Water(0, 1))) == "First set out your plants. Then start time."
    assert session.do(Plant("aster", 6, 2)) is None


def test_setting_out_costs_no_days_and_work_afterwards_does():
    session = done(Session(TO_SET_OUT), Plant("aster", 6, 2), Plant("goldenrod", 7, 2), Begin())
    assert session.progress.days_left == 3
    done(session, Plant("aster", 6, 3))
    assert session.progress.days_left == 2


def test_a_level_that_is_not_set_out_begins_at_once():
    assert play(Session(LEVEL), 5).tick_now == 5


# ----------------------------------------------------------------- the same again

def test_the_same_level_seed_and_actions_give_the_same_world():
    assert random_play(LEVEL, 3, 150).world.digest() == random_play(LEVEL, 3, 150).world.digest()


def test_another_seed_gives_another_world():
    assert play(Session(LEVEL, 1), 40).world.digest() != play(Session(LEVEL, 2), 40).world.digest()


@pytest.mark.parametrize("number", PLAYS)
def test_rewinding_to_any_tick_gives_its_world_again_and_replaying_the_one_after(number):
    session = random_play(LEVEL, number, 100)
    at_end, actions = session.world.digest(), list(session.actions)
    again = Session(LEVEL, number)
    reached = {0: again.world.digest()}
    for tick in again.replay(actions, session.tick_now):
        reached[tick] = again.world.digest()
    assert again.world.digest() == at_end
    for tick in (99, 97, 65, 64, 63, 33, 32, 31, 7, 1, 0):
        session.rewind(tick)
        assert session.tick_now == tick
        assert session.world.digest() == reached[tick]
    for _ in session.replay(actions, 100):
        pass
    assert session.world.digest() == at_end


@pytest.mark.parametrize("number", PLAYS)
def test_matter_is_the_same_through_every_step_of_a_wandering_play(number):
    session = Session(LEVEL, number, checked=True)
    at_start = session.world.matter.totals()
    assert set(at_start) == set(KINDS)
    for step in random_steps(session, number, 140, wander=True):
        assert step.world.matter.totals() == at_start
        assert all(stock.amount.min(initial=0) >= 0 for stock in step.world.matter.stocks.values())


def test_rewinding_also_brings_back_days_gifts_scores_and_goals():
    session = play(Session(LEVEL), 40)
    before = session.progress.copy()
    done(session, Water(6, 3), Mulch(6, 3))
    play(session, 60)
    session.rewind(40)
    assert session.progress == before


def test_rewinding_out_of_the_past_is_an_error():
    session = play(Session(LEVEL), 10)
    for tick in (-1, 11):
        with pytest.raises(ValueError, match="not between"):
            session.rewind(tick)


def test_rewinding_to_the_start_keeps_what_was_set_out():
    session = done(Session(TO_SET_OUT), Plant("aster", 6, 2), Begin(), Plant("aster", 6, 3))
    play(session, 20).rewind(0)
    assert [str(done.action) for done in session.actions] == ["plant aster 6,2", "begin"]
    assert session.begun


def test_rewinding_to_the_start_takes_back_work_where_nothing_is_set_out():
    session = done(Session(LEVEL), Water(6, 3))
    untouched = Session(LEVEL).world.digest()
    play(session, 20).rewind(0)
    assert session.actions == []
    assert session.world.digest() == untouched


def test_many_years_keep_few_snapshots_and_still_go_back_anywhere():
    session = Session(level_of(years=12, drawing="g a h\n. . .\n. . ."))
    hashes = hash_at_each_tick(session, 12 * calendar.YEAR)
    assert len(session._moments) <= MOST_SNAPSHOTS
    for tick in (1535, 900, 300, 1):
        session.rewind(tick)
        assert session.world.digest() == hashes[tick]


# ----------------------------------------------------------------- undo

def test_undo_takes_the_newest_action_back_and_only_that():
    session = done(play(Session(LEVEL), 10), Water(6, 3))
    after_first = session.world.digest()
    done(session, Plant("aster", 6, 2))
    assert session.undo()
    assert session.world.digest() == after_first
    assert session.progress.days_left == 2
    assert session.branches == []


def test_undoing_what_was_played_on_is_a_rewind_to_just_before_it():
    session = play(Session(LEVEL), 10)
    before = session.world.digest()
    play(done(session, Water(6, 3)), 30)
    assert session.undo()
    assert (session.tick_now, session.world.digest()) == (10, before)
    assert [branch.until for branch in session.branches] == [40]


def test_with_nothing_done_there_is_nothing_to_undo():
    assert not play(Session(LEVEL), 10).undo()


def test_undoing_the_beginning_of_time_lets_one_set_out_again():
    session = done(Session(TO_SET_OUT), Plant("aster", 6, 2), Begin())
    play(session, 5).undo()
    assert not session.begun
    assert session.do(Plant("aster", 7, 2)) is None


# ----------------------------------------------------------------- branches

def test_the_future_that_is_left_becomes_a_branch_and_can_be_taken_again():
    session = done(play(Session(LEVEL), 10), Water(6, 3))
    first = play(session, 60).world.digest()
    session.rewind(5)
    second = play(done(session, Plant("aster", 6, 2)), 40).world.digest()
    session.take_branch(0)
    assert (session.tick_now, session.world.digest()) == (70, first)
    session.take_branch(0)
    assert (session.tick_now, session.world.digest()) == (45, second)


def test_a_branch_remembers_how_everyone_fared():
    session = play(Session(LEVEL), 60)
    scores = list(session.scores)
    session.rewind(5)
    assert list(session.branches[0].scores) == scores
    assert [score.tick for score in session.scores] == [4]


def test_going_back_step_by_step_leaves_one_future_not_many():
    session = play(done(Session(LEVEL), Water(6, 3)), 90)
    for tick in (80, 60, 40, 20):
        session.rewind(tick)
    assert [(branch.left_at, branch.until) for branch in session.branches] == [(80, 90)]


def test_going_the_same_way_farther_leaves_the_farther_future_alone():
    session = play(done(Session(LEVEL), Water(6, 3)), 40)
    session.rewind(20)
    play(session, 50).rewind(10)
    assert [branch.until for branch in session.branches] == [70]


def test_a_moment_that_was_left_is_come_back_to_with_all_that_was_done_in_it():
    session = done(play(done(play(Session(LEVEL), 10), Water(6, 3)), 60), Plant("aster", 6, 2))
    left = session.world.digest(), list(session.actions)
    session.rewind(32)
    session.return_to(70, left[1])
    assert (session.world.digest(), session.actions) == left
    assert session.branches == []


def test_a_moment_that_cannot_be_come_back_to_changes_nothing():
    session = play(done(Session(LEVEL), Water(6, 3)), 40)
    before = session.world.digest(), list(session.actions)
    with pytest.raises(ValueError, match="not possible"):
        session.return_to(50, [*session.actions, Done(45, Plant("aster", 999, 2))])
    assert (session.world.digest(), session.actions, session.branches) == (*before, [])


# ----------------------------------------------------------------- a shadow, and going on from a snapshot

def test_a_shadow_comes_to_the_same_present_and_leaves_the_session_alone():
    session = random_play(LEVEL, 4, 110)
    now = session.world.digest()
    shadow, way = session.shadow_from(70)
    assert shadow.tick_now == 64
    session.rewind(3)
    assert list(way)[-1] == 110
    assert shadow.world.digest() == now
    assert session.tick_now == 3


def test_a_play_taken_up_at_a_snapshot_goes_on_alike_and_not_back_before_it():
    session = play(done(Session(LEVEL), Water(6, 3)), 70)
    other = Session(LEVEL)
    other.go_on_from(session.world.snapshot(), session.progress.copy(), session.actions, session.branches)
    assert not other.undo()
    with pytest.raises(ValueError, match="not between"):
        other.rewind(69)
    play(done(other, Water(6, 4)), 30).rewind(70)
    assert other.actions == session.actions
    assert play(other, 40).world.digest() == play(session, 40).world.digest()


def test_futures_from_before_such_a_snapshot_can_be_seen_but_not_taken():
    session = play(Session(LEVEL), 50)
    session.rewind(20)
    other = Session(LEVEL)
    other.go_on_from(session.world.snapshot(), session.progress.copy(), session.actions, session.branches)
    play(other, 20).rewind(30)
    assert [other.can_take(number) for number in range(2)] == [False, True]
    with pytest.raises(ValueError, match="other rules"):
        other.take_branch(0)


def test_replaying_what_is_not_possible_is_an_error_and_never_waits_for_ever():
    nothing_ripe, backwards = [Done(3, Gather(6, 3))], [Done(5, Water(6, 3)), Done(2, Water(6, 4))]
    for actions, until in ((nothing_ripe, 10), (backwards, 10), ([], 9999)):
        with pytest.raises(ValueError, match=r"not possible|stands still"):
            list(Session(LEVEL).replay(actions, until))
    with pytest.raises(ValueError, match="stands still"):
        list(Session(TO_SET_OUT).replay([], 1))


# ----------------------------------------------------------------- the end

def test_a_level_ends_after_its_years_and_is_scored():
    session = random_play(LEVEL, 2, 10)
    assert session.ending is None
    play(session, 999)
    assert session.tick_now == LEVEL.ticks
    ending = session.ending
    assert ending is not None
    assert len(ending.stars) == len(LEVEL.stars)
    assert ending.flourishing == session.flourishing
    assert str(session.do(Water(6, 3))) == "This level is over. Rewind to change how it went."


def test_looking_at_the_year_after_the_end_does_not_change_the_world():
    session = play(Session(LEVEL), LEVEL.ticks)
    before, events, totals = session.world.digest(), list(session.events), session.world.matter.totals()
    assert session.ending is not None
    assert (session.world.digest(), list(session.events), session.world.matter.totals()) == (before, events, totals)


def test_nobody_gives_for_a_season_that_will_not_come():
    session = play(Session(LEVEL), LEVEL.ticks)
    assert session.gifts_at(LEVEL.ticks) == []
    assert session.gifts_at(LEVEL.ticks - calendar.SEASON) != []


def test_after_the_end_one_can_go_back_and_play_on():
    session = play(Session(LEVEL), LEVEL.ticks)
    first = session.ending
    session.rewind(LEVEL.ticks - 20)
    assert session.ending is None
    assert session.do(Water(6, 3)) is None or session.do(Mulch(6, 3)) is None
    assert play(session, 20).ending is not first
