"""Why something is not possible, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.words import say


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an action is not possible; nothing was changed. `str` is a sentence for a child."""

    reason: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return say(f"actions.refused.{self.reason}", **self.values)
