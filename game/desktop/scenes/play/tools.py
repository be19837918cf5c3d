"""What the hand can do: one tool a kind of young plant, a swarm, and one a verb that the level allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.engine import calendar
from game.engine.matter import Places
from game.engine.world import World
from game.play import hand
from game.play.actions import (
    Action,
    Carry,
    Compost,
    Connect,
    Feed,
    Gather,
    Give,
    Inoculate,
    Invite,
    Mulch,
    Plant,
    Restore,
    Visit,
    Water,
)
from game.play.names import title
from game.play.refusal import Refusal
from game.play.session import Session
from game.play.verbs.give import HANDFUL
from game.words import counted, say

Share = Literal["half", "all"]
Load = Literal["water", "wood"]
SET_OUT = ("plant", "inoculate", "invite")  # verbs by which the hand is set out before time begins
FROM_BASKET = ("give", "feed", "compost")  # verbs that take a kind from the basket to a tile
LOADS: dict[Load, str] = {"water": "water", "wood": "warmth"}  # what can be carried, and the need it meets


@dataclass(frozen=True, slots=True)
class Tool:
    """A card of the hand. `of` is the kind to plant, to inoculate or to give, or what is carried."""

    verb: str
    of: str = ""

    @property
    def key(self) -> str:
        """What the card is told apart by: a gift stays the same card, whatever is given."""
        return f"{self.verb} {self.of}" if self.verb in ("plant", "inoculate") else self.verb


def tools(session: Session, giving: str, load: Load = "water") -> list[Tool]:
    """The cards of the hand in their order: first what can always be done, so that a gift moves none of them.

    `giving` is the kind that would be given, `load` what would be carried.
    """
    world, level = session.world, session.level
    cards = [Tool(verb) for verb in ("visit", "meet") if verb in level.verbs]
    if "carry" in level.verbs:
        cards.append(Tool("carry", load))
    cards += [Tool(verb) for verb in ("water", "mulch", "gather", "connect") if verb in level.verbs]
    cards += [Tool(verb, giving) for verb in FROM_BASKET if verb in level.verbs]
    if "restore" in level.verbs:
        cards.append(Tool("restore"))
    if any(basket_moves(session)):
        cards.append(Tool("keep"))
    if "plant" in level.verbs:
        cards += [Tool("plant", kind.name) for kind in world.flora.kinds]
        cards += [Tool("plant", name) for name, held in hand.swarms(world).items() if held]
    if "inoculate" in level.verbs:
        cards += [Tool("inoculate", name) for name in hand.spreading(world)]
    if "invite" in level.verbs:
        cards.append(Tool("invite"))
    return cards


def basket_moves(session: Session) -> tuple[bool, bool, bool]:
    """What may be done with the basket itself here: keep of it on the own shelf, give to the fund, throw away."""
    verbs, commons = session.level.verbs, session.world.commons
    return "keep" in verbs, "give" in verbs and commons.open, "waste" in verbs and bool(commons.tip_place)


def loads(world: World) -> list[Load]:
    """What is worth carrying here: what some home has need of."""
    needed: frozenset[str] = frozenset().union(*world.households.needs)
    return [load for load, need in LOADS.items() if need in needed] or [*LOADS]


def named(session: Session, tool: Tool, share: Share) -> str:
    """What stands on its card."""
    if tool.verb in ("plant", "inoculate"):
        name = title(session.world, tool.of, many=any(tool.of == each.kind.name for each in session.world.colonies))
        return name[:1].upper() + name[1:]
    if tool.verb == "gather":
        return say(f"play.hand.gather_{share}")
    if tool.verb == "carry":
        return say(f"play.hand.carry_{tool.of}")
    if tool.verb in FROM_BASKET and held(session, tool):
        return say(f"play.hand.{tool.verb}_kind", kind=title(session.world, tool.of))
    return say(f"play.hand.{tool.verb}")


def explained(session: Session, tool: Tool) -> str:
    """What it does, for its tip."""
    if tool.verb == "plant" and tool.of not in session.world.flora.index:
        return say("play.hand.swarm_tip")
    if tool.verb == "inoculate":
        spores = session.world.web is not None and tool.of == session.world.web.kind.name
        return say("play.hand.spores_tip" if spores else "play.hand.flake_tip")
    if tool.verb in FROM_BASKET and (many := held(session, tool)):
        return counted(f"play.hand.{tool.verb}_kind_tip", min(HANDFUL, many), kind=title(session.world, tool.of))
    return say(f"play.hand.{tool.verb}_tip")


def held(session: Session, tool: Tool) -> int | None:
    """How many of it the hand, the basket or the shelf holds; None where there is nothing to count."""
    world = session.world
    match tool.verb:
        case "plant":
            return (hand.young(world) | hand.swarms(world))[tool.of]
        case "inoculate":
            return hand.spreading(world)[tool.of]
        case "invite":
            return hand.perches(world)
        case "mulch":
            return hand.mulch(world)
        case "give" | "feed" | "compost":
            return hand.basket(world).get(tool.of, 0)
        case "keep":
            return sum(hand.basket(world).values())
    return None


def hindered(session: Session, tool: Tool) -> str:
    """Why this tool is of no use anywhere just now, in a sentence; empty if it is."""
    progress, level, world = session.progress, session.level, session.world
    many = held(session, tool)
    if session.ended:
        return str(Refusal("ended"))
    if tool.verb == "meet":
        return ""  # its card opens a dialog, where more can be done than meet
    if tool.verb == "keep":
        return "" if many or hand.shelf(world) else say("play.hand.basket_empty")
    if tool.verb in ("plant", "inoculate") and not many:
        return str(Refusal("none_left", {"kind": title(world, tool.of, many=True)}))
    if tool.verb == "invite" and not many:
        return str(Refusal("none_left", {"kind": title(world, "perch", many=True)}))
    if not progress.begun and tool.verb not in SET_OUT:
        return str(Refusal("not_begun"))
    most = level.verbs.get(tool.verb)  # type: ignore[call-overload]
    if most is not None and progress.used.get(tool.verb, 0) >= most:
        return str(Refusal("used_up", {"most": most}))
    if tool.verb == "mulch" and not many:
        return str(Refusal("no_mulch"))
    if tool.verb in FROM_BASKET and not many:
        return say("play.hand.basket_empty")
    if tool.verb == "restore" and not world.commons.tip_carbon.amount[0] + world.commons.tip_mineral.amount[0]:
        return str(Refusal("tip_empty"))
    if tool.verb == "gather" and not world.fruit.amount.any():
        return not_ripe(world, np.flatnonzero(world.flora.species))
    if progress.begun and progress.days_left < 1 and tool.verb != "compost":
        return str(Refusal("no_days"))
    return ""


def not_ripe(world: World, places: Places) -> str:
    """That nothing is ripe at `places`, and when what grows there will be."""
    refused = str(Refusal("nothing_ripe"))
    kinds = sorted({int(number) for number in world.flora.species[places]})
    season = next(filter(None, (ripens(world, number) for number in kinds)), "")
    return f"{refused} {say('play.aim.ripens', season=season)}" if season else refused


def ripens(world: World, number: int) -> str:
    """The season in which most seeds of a kind ripen, in words; empty for no plant, and for trees of mast years."""
    if not number or not world.flora.kind(number).ovules:
        return ""
    first, last = world.flora.kind(number).sets_fruit
    return say(f"play.season_in.{calendar.SEASONS[calendar.season((first + last) // 2)]}")


def action(session: Session, tool: Tool, share: Share, x: int, y: int) -> Action | None:
    """What it would do at a tile; None for a tool that is not used on tiles."""
    match tool.verb:
        case "plant":
            return Plant(tool.of, x, y)
        case "inoculate":
            return Inoculate(tool.of, x, y)
        case "invite":
            return Invite(x, y)
        case "connect":
            return Connect(x, y)
        case "water":
            return Water(x, y)
        case "mulch":
            return Mulch(x, y)
        case "gather":
            return Gather(x, y, share)
        case "give":
            return Give(tool.of, min(HANDFUL, held(session, tool) or 0), x, y)
        case "feed":
            return Feed(tool.of, min(HANDFUL, held(session, tool) or 0), x, y)
        case "compost":
            return Compost(tool.of, min(HANDFUL, held(session, tool) or 0), x, y)
        case "restore":
            return Restore(x, y)
        case "visit":
            return Visit(x, y)
        case "carry":
            return Carry("wood" if tool.of == "wood" else "water", x, y)
    return None
