"""Golden fingerprints: the same meadow and seed live the same life, bit for bit, in every process and version.

If a rule of the world was changed on purpose, `python3 -m tests.engine.test_golden` writes the new fingerprints; say so
in the commit, because saves made before it go on from their snapshot only.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from game.paths import ROOT
from tests.worlds import meadow, pass_ticks

FINGERPRINTS = Path(__file__).parent / "golden.yaml"
MEADOWS = {
    "mixed": ". . . . . ~\n. g a g a .\n. a g h g .\n. g a g a .\n# . . . . .",
    "beds": "g g . . a a\ng g . h a a\ng g . . a a\n. . ~ ~ . .",
    "bare": ". . . .\n. ~ # .\n. . . .",
}
TICKS = (1, 64, 200, 500)


def fingerprints(name: str, seed: int) -> list[str]:
    world, found = meadow(MEADOWS[name], seed), []
    for tick in TICKS:
        pass_ticks(world, tick - world.tick)
        found.append(world.digest())
    return found


def all_fingerprints() -> dict[str, dict[int, list[str]]]:
    return {name: {seed: fingerprints(name, seed) for seed in (1, 7)} for name in MEADOWS}


@pytest.mark.parametrize("name", MEADOWS)
def test_a_meadow_lives_as_it_always_lived(name):
    golden = yaml.safe_load(FINGERPRINTS.read_text(encoding="utf-8"))
    assert {seed: fingerprints(name, seed) for seed in (1, 7)} == golden[name]


def test_another_process_with_another_hash_seed_sees_the_same_world():
    program = "from tests.engine.test_golden import fingerprints; print(*fingerprints('mixed', 1))"
    for hash_seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
        command = [sys.executable, "-c", program]
        told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        assert told.stdout.split() == fingerprints("mixed", 1)


if __name__ == "__main__":
    FINGERPRINTS.write_text(yaml.safe_dump(all_fingerprints(), sort_keys=False), encoding="utf-8")
