"""Who gave what to whom is kept season by season, through rewinding and saving."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.engine.calendar import SEASON
from game.levels.loading import parse_level
from game.play.saving import SaveError, load, save
from game.play.session import Session
from game.play.sharing import in_season, newly_shared, parties
from tests.levels.village import village
from tests.play.test_saving import changed

FULL = ("food: 60, wood: 2}}", "food: 200, wood: 2}}")


def a_year(ticks: int = 3 * SEASON + 5) -> Session:
    session = Session(parse_level(village(FULL)))
    while session.tick_now < ticks:
        session.tick()
    return session


def test_every_gift_is_in_one_season_and_none_is_counted_twice():
    session = a_year()
    shared = session.progress.shared
    now = newly_shared(session.world, shared)
    assert {each.tick for each in shared} <= {SEASON, 2 * SEASON, 3 * SEASON}
    assert sum(each.units for each in (*shared, *now)) == session.world.commons.gifts.sum() > 0
    seasons = [in_season(shared, number) for number in range(3)]
    assert sum(map(len, seasons)) == len(shared)
    assert all(seasons)
    assert parties(session.world) == ["Ada", "Ben", "Yours", "fund", "land", "creatures", "you"]
    ada = [each for each in shared if each.giver == 0]
    assert sum(each.units for each in ada if each.what == "food") > 0


def test_going_back_forgets_what_was_given_since():
    session = a_year()
    before = list(session.progress.shared)
    session.rewind(SEASON + 3)
    assert session.progress.shared == in_season(before, 0)
    while session.tick_now < 3 * SEASON:
        session.tick()
    assert session.progress.shared == before


def test_a_save_keeps_it_and_one_from_before_it_was_kept_has_none(tmp_path: Path):
    session, path = a_year(), tmp_path / "village.json"
    save(session, path)
    assert load(path).session.progress.shared == session.progress.shared

    def older(document: dict[str, Any]) -> None:
        document["rules"] = "of long ago"
        del document["progress"]["shared"]

    opened = load(changed(session, path, older)).session
    assert opened.progress.shared == []
    assert sum(each.units for each in newly_shared(opened.world, [])) == opened.world.commons.gifts.sum()


@pytest.fixture(scope="module")
def year() -> Session:
    return a_year()


def rows(document: dict[str, Any]) -> list[list[Any]]:
    found: list[list[Any]] = document["progress"]["shared"]
    return found


DAMAGE: dict[str, Callable[[dict[str, Any]], object]] = {
    "nonsense": lambda save: save["progress"].update(shared="many"),
    "a word too few": lambda save: rows(save)[0].pop(),
    "nobody gives": lambda save: rows(save)[0].__setitem__(1, 99),
    "someone below zero receives": lambda save: rows(save)[0].__setitem__(2, -1),
    "less than nothing": lambda save: rows(save)[0].__setitem__(4, -3),
    "more than was given": lambda save: rows(save)[0].__setitem__(4, 10**6),
    "a part of one": lambda save: rows(save)[0].__setitem__(4, 1.5),
    "love": lambda save: rows(save)[0].__setitem__(3, "love"),
    "in no season": lambda save: rows(save)[0].__setitem__(0, SEASON + 1),
    "before time": lambda save: rows(save)[0].__setitem__(0, 0),
    "in the future": lambda save: rows(save)[-1].__setitem__(0, 40 * SEASON),
    "seasons run backwards": lambda save: rows(save).reverse(),
    "twice": lambda save: rows(save).extend(100 * rows(save)[-1:]),
}


@pytest.mark.parametrize("rules", [None, "of long ago"])
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_what_could_not_have_been_given_is_refused(year, tmp_path: Path, damage, rules):
    def both(document: dict[str, Any]) -> None:
        document["rules"] = rules or document["rules"]
        damage(document)

    with pytest.raises(SaveError):
        load(changed(year, tmp_path / "village.json", both))
