"""How a law is proved: over many seeds, with the mechanism and with it cut out; and how who wins is found out.

`thresholds.yaml` beside this file is the one table of what is claimed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml

THRESHOLDS = yaml.safe_load((Path(__file__).parent / "thresholds.yaml").read_text(encoding="utf-8"))

Measured = Callable[[int], float]

SEES_CUT_EVERY = 2    # seeds
A_WINNER_NEEDS = 16   # of 20 seeds
LUCK_MAY_WIN = 2      # of 20 seeds


def holds(name: str, value: float) -> bool:
    """Whether a measure keeps to the law called `name`."""
    claim = THRESHOLDS[name]
    return claim.get("at_least", value) <= value <= claim.get("at_most", value)


def law(name: str, seeds: range, measured: Measured, cut: Measured) -> None:
    """Prove that `measured` keeps to the law called `name`, and that it does not once its mechanism is `cut`.

    That the law fails then is seen on every second seed: it need only be seen.
    """
    values = {seed: measured(seed) for seed in seeds}
    average = sum(values.values()) / len(values)
    assert THRESHOLDS[name].get("yes_or_no") or holds(name, average), f"{name}: {average:.2f} on average; {values}"
    broken = [seed for seed, value in values.items() if not holds(name, value)]
    allowed = len(seeds) * (100 - THRESHOLDS[name]["percent_of_seeds"]) // 100
    assert len(broken) <= allowed, f"{name}: broken on seeds {broken} of {len(seeds)}; by seed {values}"
    some = seeds[::SEES_CUT_EVERY]
    average_without = sum(map(cut, some)) / len(some)
    assert not holds(name, average_without), f"{name}: {average_without:.2f} without its mechanism, so it shows nothing"


def wins(won: Callable[[int], bool], seeds: range) -> None:
    """Prove that who plays wins on at least 16 of 20 `seeds`."""
    _decide(won, seeds, "won", A_WINNER_NEEDS)


def seldom_wins(won: Callable[[int], bool], seeds: range) -> None:
    """Prove that who plays wins on at most 2 of 20 `seeds`."""
    _decide(lambda seed: not won(seed), seeds, "lost", 20 - LUCK_MAY_WIN)


def _decide(happens: Callable[[int], bool], seeds: range, what: str, of_twenty: int) -> None:
    """Assert that it `happens` on so many of twenty seeds; none is tried once that is decided either way."""
    needed, did, did_not = -(-of_twenty * len(seeds) // 20), [], []
    for seed in seeds:
        (did if happens(seed) else did_not).append(seed)
        assert len(did_not) <= len(seeds) - needed, f"{what} on seeds {did}, but not on {did_not} of {len(seeds)}"
        if len(did) == needed:
            return
