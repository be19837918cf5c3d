"""What an account of a home tells beyond its own stores: who came by, and who had put by in the fund it drew from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from game.engine.matter import Amount, Places, Stock
from game.engine.systems.fund import GIFT
from game.engine.world import World
from game.play.names import home_called
from game.play.timeline import Done
from game.play.verbs.meet import Meet
from game.play.verbs.visit import Visit
from game.words import counted, say

STORES = {
    "pantry_carbon": "food", "pantry_mineral": "food", "home_wood": "wood",
    "fund_carbon": "food", "fund_mineral": "food", "fund_wood": "wood",
}
"""What carbon and mineral are called that lie in a store of people."""
SCRAPS = ("compost", "thrown away")  # causes by which a home gives mineral alone; all other mineral is in its food
NAMED = 3  # givers that are named


class Givers:
    """A recorder: who put by in the fund, for each kind of what it holds."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._of: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def note(
        self, kind: str, source: Stock, target: Stock, motes: Amount, cause: str, at: Places | None, to: Places | None
    ) -> None:
        if not target.name.startswith("fund_"):
            return
        if cause == GIFT and at is not None:
            who = home_called(self._world.households.names[int(at[0])])
        else:
            who = say("why.partners.you")
        self._of[STORES.get(target.name, kind)][who] += int(np.sum(motes))

    def names(self, kind: str) -> str:
        """Who gave most of a kind, in words; empty if nobody has."""
        most = [who for who, _ in self._of[kind].most_common()]
        named = most[:NAMED] if len(most) <= NAMED else [*most[: NAMED - 1], say("why.others")]
        return say("why.and").join(filter(None, (", ".join(named[:-1]), *named[-1:])))


def company(world: World, actions: Sequence[Done], home: int, since: int) -> list[tuple[str, int, str]]:
    """Visits and meetings that a home has had: each time in words, how often, and from whom."""
    place = int(world.households.place[home])
    of_late = [done.action for done in actions if done.tick >= since]
    visits = sum(isinstance(each, Visit) and world.place(each.y, each.x) == place for each in of_late)
    meetings = sum(isinstance(each, Meet) for each in of_late)
    told = [
        (counted("why.company.visits", visits), visits, say("why.partners.you")),
        (counted("why.company.meetings", meetings), meetings, say("why.partners.all")),
    ]
    return [(words, times, who) for words, times, who in told if times]
