"""What a gardener does among people: call on them, bring what they lack, tend the fund, return what is wasted, and
change the rules. Each is a job for `gardener.tend`: the one action that it would do now, or None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import numpy as np

from game.lab.policies.joining import known_pieces
from game.lab.policies.looking import Site, best, poorest_soil, site_of
from game.play.actions import Action, Agree, Carry, Connect, Meet, Restore, Visit
from game.play.session import Session
from game.play.verbs.compost import BARROW

LONELY = 60  # care below which a home is called on
SHORT = 2  # seasons for which a home has food, water or wood, below which it is helped
UNTENDED = 50  # tending below which all are brought together


def visit(session: Session) -> Action | None:
    """The home that feels least cared for, if it is not well."""
    homes = session.world.households
    lonely = [home for home in range(len(homes)) if "care" in homes.needs[home] and home != homes.yours]
    worst = min(lonely, key=lambda home: int(homes.column("care")[home]), default=None)
    if worst is None or homes.column("care")[worst] >= LONELY:
        return None
    return Visit(*site_of(session, worst))


def meet(session: Session) -> Action | None:
    commons = session.world.commons
    needed = commons.open or commons.council is not None
    return Meet() if needed and commons.tended < UNTENDED else None


def carry(session: Session) -> Action | None:
    """Water or wood to whoever has least of it, where it will not last for long."""
    homes = session.world.households
    loads: dict[str, Literal["water", "wood"]] = {"water": "water", "warmth": "wood"}
    for need, load in loads.items():
        store = homes.store_of(need).amount
        concerned = [home for home in range(len(homes)) if need in homes.needs[home]]
        short = [home for home in concerned if store[home] < SHORT * homes.season_of(need, home)]
        if short:
            return Carry(load, *site_of(session, min(short, key=lambda home: int(store[home]))))
    return None


def restore(session: Session) -> Action | None:
    """What was thrown away, to the poorest soil, as soon as there is a barrow of it."""
    site = poorest_soil(session)
    return Restore(*site) if site and session.world.commons.tip_mineral.amount[0] >= BARROW else None


def care_for_the_land(session: Session) -> Iterator[Agree]:
    """Rules by which people return what is left, take the less the longer food lasts in every home, and let soil and
    creatures draw from the fund."""
    homes = session.world.households
    stored = homes.pantry_carbon.amount
    lasts = min((stored[home] // homes.season_of("food", home) for home in range(len(homes))), default=SHORT)
    wanted = {"compost": 1, "harvest": 1 << int(min(lasts, SHORT)), "land": 1, "creatures": 1}
    return (Agree(rule, value) for rule, value in wanted.items() if session.world.commons.rule(rule) != value)


def gate(session: Session) -> Site | None:
    """The fence that parts land from land, nearest to all homes together; None where no fence is in the way."""
    world = session.world
    fences = world.map(world.fences) != 0
    if "connect" not in session.level.verbs or not fences.any():
        return None
    parts = np.pad(known_pieces(world.map(world.walkable) != 0), 1)
    left, right, above, below = parts[1:-1, :-2], parts[1:-1, 2:], parts[:-2, 1:-1], parts[2:, 1:-1]
    parting = ((left != right) & (left > 0) & (right > 0)) | ((above != below) & (above > 0) & (below > 0))
    homes = [int(place) for place in world.households.place]
    far = sum(np.abs(np.indices(fences.shape) - np.array(world.where(home))[:, None, None]).sum(0) for home in homes)
    return best(-np.asarray(far, np.int64), fences & parting)


def open_fences(session: Session) -> Action | None:
    site = gate(session)
    return Connect(*site) if site else None


def gain_trust(session: Session) -> Action | None:
    """Meet while a fence is in the way and the council does not trust people enough to open it."""
    commons = session.world.commons
    waiting = commons.council is not None and commons.tended < commons.council
    return Meet() if waiting and gate(session) else None
