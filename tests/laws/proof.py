"""How a law is proved: over many seeds, with the mechanism and with it cut out.

`thresholds.yaml` beside this file is the one table of what is claimed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml

THRESHOLDS = yaml.safe_load((Path(__file__).parent / "thresholds.yaml").read_text(encoding="utf-8"))

Measured = Callable[[int], float]


def holds(name: str, value: float) -> bool:
    """Whether a measure keeps to the law called `name`."""
    claim = THRESHOLDS[name]
    return claim.get("at_least", value) <= value <= claim.get("at_most", value)


def law(name: str, seeds: range, measured: Measured, cut: Measured) -> None:
    """Prove that `measured` keeps to the law called `name`, and that it does not once its mechanism is `cut`."""
    values = {seed: measured(seed) for seed in seeds}
    average = sum(values.values()) / len(values)
    assert holds(name, average), f"{name}: {average:.2f} on average; by seed {values}"
    broken = [seed for seed, value in values.items() if not holds(name, value)]
    allowed = len(seeds) * (100 - THRESHOLDS[name]["percent_of_seeds"]) // 100
    assert len(broken) <= allowed, f"{name}: broken on seeds {broken} of {len(seeds)}; by seed {values}"
    average_without = sum(cut(seed) for seed in seeds) / len(seeds)
    assert not holds(name, average_without), f"{name}: {average_without:.2f} without its mechanism, so it shows nothing"
