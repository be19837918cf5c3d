"""Who plays: a policy looks at a session and yields what it does now.

It is asked once before time begins, to set out the hand, and then every tick. It reads the world, the goals and the
hand, and knows no level by name. Each action is done before the next is asked for, so a policy may look again.

Add a policy: one function here or beside `gardener.py`, one line in `POLICIES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from game.lab.policies.dice import random
from game.lab.policies.gardener import change_rules, fund_only, give_back, hoard, overharvest, share
from game.play.actions import Action
from game.play.session import Session

Policy = Callable[[Session], Iterator[Action]]


def none(session: Session) -> Iterator[Action]:
    """Do nothing at all: the hand stays full, the land is left alone."""
    return iter(())


POLICIES: Mapping[str, Policy] = {
    "none": none, "random": random, "share": share, "hoard": hoard, "overharvest": overharvest,
    "give_back": give_back, "fund_only": fund_only, "change_rules": change_rules,
}
