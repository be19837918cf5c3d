"""How the two workers share out the tests: one by one, but laws that look at the same lives stay together, so that each
life is lived once.

xdist's own groups (`xdist_group`) do not serve: under pytest 9.2 they are passed over in silence.
"""

from __future__ import annotations

import re

from xdist.scheduler import LoadScopeScheduling

PLAYED = {"sharing": "gold_and_purple", "the_basket": "the_basket"}
"""Files of laws about a level, by the level that they play."""


class LivesTogether(LoadScopeScheduling):
    """The largest group goes first and single tests come last, so that both workers end together."""

    def _split_scope(self, nodeid: str) -> str:
        return group(nodeid)


def group(test: str) -> str:
    """What a test shares its worker with: laws their file, what is proved on a level all that is proved on it."""
    law = re.match(r"tests/laws/test_(\w+)\.py::", test)
    if not law or law[1] == "matter":
        return test
    if law[1] == "levels":
        return re.sub(r".*\W(\w+)\]$", r"\1", test)
    return PLAYED.get(law[1], law[1])
