"""Matter travels, and is never made or lost."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.matter import Matter, MatterError
from game.engine.recorders import Diary, Passage, Totals


def tiles(*units: int) -> np.ndarray:
    return np.array(units, np.int16)


def pool(units: int) -> np.ndarray:
    return np.array([units], np.int64)


@pytest.fixture
def matter() -> Matter:
    matter = Matter()
    matter.hold("soil", tiles(5, 0, 3), mineral=1)
    matter.hold("litter", tiles(0, 0, 0), mineral=1)
    matter.hold("carbon", tiles(9, 9, 9), carbon=1)
    matter.hold("berries", tiles(0, 0, 0), carbon=tiles(6, 6, 2), mineral=tiles(2, 2, 1))
    matter.hold("seeds", tiles(0, 0, 0), carbon=1, mineral=1)
    matter.hold("basket", pool(0), carbon=6, mineral=2)
    matter.hold("air", pool(10), carbon=1)
    return matter


def held(matter: Matter, name: str) -> list[int]:
    return matter.stocks[name].amount.tolist()


def test_a_move_takes_here_and_puts_there(matter):
    matter.move(matter.stocks["soil"], matter.stocks["litter"], tiles(2, 0, 3), "test")
    assert held(matter, "soil") == [3, 0, 0]
    assert held(matter, "litter") == [2, 0, 3]


def test_a_pool_gathers_what_the_tiles_give(matter):
    matter.move(matter.stocks["carbon"], matter.stocks["air"], tiles(1, 2, 3), "breath")
    assert held(matter, "air") == [16]
    matter.move(matter.stocks["air"], matter.stocks["carbon"], tiles(4, 0, 0), "light")
    assert held(matter, "carbon") == [12, 7, 6]


def test_the_same_place_may_be_named_twice(matter):
    twice = np.array([1, 1, 2])
    matter.move(matter.stocks["carbon"], matter.stocks["air"], tiles(2, 3, 1), "breath", at=twice)
    assert held(matter, "carbon") == [9, 4, 8]


def test_a_thing_is_made_of_its_motes_and_falls_apart_into_them(matter):
    stocks, before = matter.stocks, matter.totals()
    matter.make(stocks["berries"], tiles(1, 0, 1), "ripening", carbon=stocks["carbon"], mineral=stocks["soil"])
    assert held(matter, "carbon") == [3, 9, 7]
    assert held(matter, "soil") == [3, 0, 2]
    assert matter.totals() == before
    matter.unmake(stocks["berries"], tiles(1, 0, 0), "rot", carbon=stocks["carbon"], mineral=stocks["litter"])
    assert held(matter, "litter") == [2, 0, 0]
    assert matter.totals() == before


def test_a_berry_splits_into_seed_and_pulp(matter):
    stocks = matter.stocks
    matter.make(stocks["berries"], tiles(1, 0, 0), "ripening", carbon=stocks["carbon"], mineral=stocks["soil"])
    before, here, there = matter.totals(), np.array([0]), np.array([2])
    matter.split(stocks["berries"], stocks["seeds"], tiles(1), "fall", at=here, to=there,
                 carbon=stocks["carbon"], mineral=stocks["litter"])
    assert held(matter, "seeds") == [0, 0, 1]
    assert held(matter, "litter") == [0, 0, 1]
    assert held(matter, "carbon") == [3, 9, 14]
    assert matter.totals() == before


def test_a_flow_runs_both_ways(matter):
    matter.flow(matter.stocks["soil"], 1, tiles(2, -1), "seeping")
    assert held(matter, "soil") == [3, 3, 2]


def test_the_check_names_the_culprit_of_a_stock_below_zero(matter):
    totals = matter.totals()
    matter.move(matter.stocks["soil"], matter.stocks["litter"], tiles(0, 1, 0), "a slip")
    with pytest.raises(MatterError, match="clumsy system left soil below zero"):
        matter.check(totals, "clumsy system")


def test_the_check_names_the_culprit_of_matter_from_nowhere(matter):
    totals = matter.totals()
    matter.stocks["soil"].amount[0] += 1
    with pytest.raises(MatterError, match="magic changed what there is"):
        matter.check(totals, "magic")


def test_two_stocks_of_one_name_are_refused(matter):
    with pytest.raises(MatterError, match="soil"):
        matter.hold("soil", tiles(1), mineral=1)


def test_totals_count_motes_by_cause(matter):
    matter.recorder = totals = Totals()
    stocks = matter.stocks
    matter.make(stocks["berries"], tiles(1, 0, 1), "ripening", carbon=stocks["carbon"], mineral=stocks["soil"])
    matter.flow(stocks["soil"], 1, tiles(1, -1), "seeping")
    assert totals.flows == {("ripening", "carbon"): 8, ("ripening", "mineral"): 3, ("seeping", "mineral"): 2}


def test_nobody_watching_changes_nothing(matter):
    matter.move(matter.stocks["soil"], matter.stocks["litter"], tiles(2, 0, 3), "test")
    unwatched = {name: stock.amount.tolist() for name, stock in matter.stocks.items()}
    matter.move(matter.stocks["litter"], matter.stocks["soil"], tiles(2, 0, 3), "back")
    matter.recorder = Diary(frozenset({"soil"}), 0)
    matter.move(matter.stocks["soil"], matter.stocks["litter"], tiles(2, 0, 3), "test")
    assert {name: stock.amount.tolist() for name, stock in matter.stocks.items()} == unwatched


def test_a_diary_tells_what_one_place_gave_and_got(matter):
    stocks = matter.stocks
    matter.recorder = diary = Diary(frozenset({"soil"}), 2)
    matter.move(stocks["soil"], stocks["litter"], tiles(1, 0, 2), "rot")
    matter.move(stocks["litter"], stocks["soil"], tiles(1, 1), "washed", at=np.array([0, 2]), to=np.array([2, 1]))
    matter.move(stocks["carbon"], stocks["air"], tiles(1, 1, 1), "breath")
    assert diary.gave == {Passage("rot", "mineral", "soil", "litter", 2): 2}
    assert diary.got == {Passage("washed", "mineral", "litter", "soil", 0): 1}


def test_what_a_being_moves_about_within_itself_is_neither_given_nor_got(matter):
    stocks = matter.stocks
    matter.recorder = diary = Diary(frozenset({"berries", "carbon"}), 0)
    matter.make(stocks["berries"], tiles(1, 0, 0), "ripening", carbon=stocks["carbon"], mineral=stocks["soil"])
    assert diary.gave == {}
    assert diary.got == {Passage("ripening", "mineral", "soil", "berries", 0): 2}
    matter.recorder = neighbours = Diary(frozenset({"soil"}), 1)
    matter.flow(stocks["soil"], 1, tiles(2, -1), "seeping")
    assert neighbours.got == {
        Passage("seeping", "mineral", "soil", "soil", 0): 2, Passage("seeping", "mineral", "soil", "soil", 2): 1,
    }


def test_a_diary_of_a_pool_tells_who_gave_to_it(matter):
    stocks = matter.stocks
    matter.move(stocks["carbon"], stocks["air"], tiles(4, 0, 0), "breath")
    matter.make(stocks["berries"], tiles(1, 0, 0), "ripening", carbon=stocks["air"], mineral=stocks["soil"])
    matter.recorder = diary = Diary(frozenset({"basket"}), 0)
    matter.move(stocks["berries"], stocks["basket"], tiles(1), "gathering", at=np.array([0]))
    matter.unmake(stocks["basket"], 1, "a gift", to=np.array([2]), carbon=stocks["carbon"], mineral=stocks["soil"])
    assert diary.got == {
        Passage("gathering", "carbon", "berries", "basket", 0): 6,
        Passage("gathering", "mineral", "berries", "basket", 0): 2,
    }
    assert diary.gave == {
        Passage("a gift", "carbon", "basket", "carbon", 2): 6, Passage("a gift", "mineral", "basket", "soil", 2): 2,
    }
