"""Words on the screen speak of one and of many."""

from __future__ import annotations

from game.words import counted


def test_one_is_not_spoken_of_as_many():
    assert counted("play.turn.seed", 4, giver="Asters") == "Asters do well: 4 seeds"
    assert counted("play.turn.seed", 1, giver="Asters") == "Asters do well: a seed"
