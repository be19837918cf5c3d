"""An action is a small record, and a line of text."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from game.levels.loading import load_species
from game.play.actions import Action, Begin, Gather, Give, Keep, Mulch, Plant, TakeBack, Water, read_action

SPECIES = some.sampled_from(sorted(load_species()))
SIDE, COUNT = some.integers(0, 511), some.integers(1, 999_999)
ACTIONS = some.one_of(
    some.just(Begin()), some.builds(Plant, SPECIES, SIDE, SIDE), some.builds(Water, SIDE, SIDE),
    some.builds(Mulch, SIDE, SIDE), some.builds(Gather, SIDE, SIDE, some.sampled_from(("all", "half"))),
    some.builds(Give, SPECIES, COUNT, SIDE, SIDE),
    some.builds(Keep, SPECIES, COUNT), some.builds(TakeBack, SPECIES, COUNT),
)


@given(ACTIONS)
def test_every_action_is_read_as_it_was_written(action: Action):
    assert read_action(str(action)) == action


def test_actions_read_like_what_they_do():
    assert str(Plant("goldenrod", 4, 7)) == "plant goldenrod 4,7"
    assert str(Give("aster", 3, 1, 2)) == "give aster 3 1,2"
    assert str(Gather(4, 7)) == "gather 4,7 half"


@pytest.mark.parametrize("text", [
    "", "fly", "plant", "plant goldenrod", "plant goldenrod 4,", "plant goldenrod -1,2", "plant goldenrod 4,7 ",
    "Plant goldenrod 4,7", "plant ../x 4,7", "gather 1,2 most", "give aster 1,2",
    "keep aster 9999999", "water 1000,1", "begin now", "begin\n", "water 1 ,2",
])
def test_what_is_no_action_is_not_read(text):
    with pytest.raises(ValueError):  # noqa: PT011
        read_action(text)


@given(some.from_regex(r"(plant|water|give|keep|gather|take_back)[a-z0-9 ,]{0,20}", fullmatch=True))
def test_any_text_is_an_action_or_an_error(text):
    with contextlib.suppress(ValueError):
        assert str(read_action(text)) == text or ",0" in text or " 0" in text  # 007 is 7


def test_taking_back_goes_with_keeping():
    assert TakeBack("aster", 1).verb == Keep("aster", 1).verb == "keep"
    assert Gather(1, 1).verb == "gather"
