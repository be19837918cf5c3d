"""Golden plays: the level itself, played from a list of actions, ends in the same world in every process and version.

If a rule was changed on purpose, `python3 -m tests.play.test_golden_plays` writes the new fingerprints; say so in the
commit, because saves made before it go on from their snapshot only.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from game.levels.loading import load_level
from game.paths import LEVELS
from game.play.actions import read_action
from game.play.session import Session

FINGERPRINTS = Path(__file__).parent / "golden_plays.yaml"
SET_OUT = [f"plant {('goldenrod', 'aster')[(x + y) % 2]} {x},{y}" for y in range(4, 10) for x in range(8, 12)]
PLAYS: dict[str, dict[int, list[str]]] = {
    "left alone": {0: ["begin"]},
    "tended": {
        0: [*SET_OUT, "begin", "water 9,6", "mulch 9,5"],
        40: ["mulch 10,7", "water 10,8"],
        90: ["gather 9,6 half", "gather 10,8 all", "give goldenrod 1 17,11", "keep aster 1"],
        130: ["plant aster 12,7", "plant goldenrod 12,8"],
        215: ["gather 9,7 all", "give aster 1 6,6", "take_back aster 1"],
    },
}
SEEDS = (2, 11)


def fingerprints(play: str, seed: int) -> list[str]:
    """The world's hash before each day of work and at the end."""
    session, found = Session(load_level(LEVELS / "gold_and_purple.yaml"), seed), []
    for tick, lines in PLAYS[play].items():
        while session.tick_now < tick:
            session.tick()
        for line in lines:
            session.do(read_action(line))
        found.append(session.world.digest())
    while not session.ended:
        session.tick()
    return [*found, session.world.digest()]


@pytest.mark.parametrize("play", PLAYS)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_play_ends_as_it_always_ended(play, seed):
    assert fingerprints(play, seed) == yaml.safe_load(FINGERPRINTS.read_text(encoding="utf-8"))[play][seed]


def test_most_of_the_golden_actions_are_possible():
    """Else they would show little."""
    session, done = Session(load_level(LEVELS / "gold_and_purple.yaml"), SEEDS[0]), []
    for tick, lines in PLAYS["tended"].items():
        while session.tick_now < tick:
            session.tick()
        done += [session.do(read_action(line)) is None for line in lines]
    assert sum(done) >= len(done) - 3


if __name__ == "__main__":
    all_plays = {play: {seed: fingerprints(play, seed) for seed in SEEDS} for play in PLAYS}
    FINGERPRINTS.write_text(yaml.safe_dump(all_plays, sort_keys=False), encoding="utf-8")
