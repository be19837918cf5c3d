"""What the hand can do: one tool a kind of young plant, a swarm, and one a verb that the level allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.engine import calendar
from game.engine.matter import Places
from game.engine.world import World
from game.play import hand
from game.play.actions import Action, Connect, Gather, Give, Inoculate, Invite, Mulch, Plant, Water
from game.play.names import title
from game.play.refusal import Refusal
from game.play.session import Session
from game.play.verbs.give import HANDFUL
from game.words import counted, say

Share = Literal["half", "all"]
SET_OUT = ("plant", "inoculate", "invite")  # verbs by which the hand is set out before time begins


@dataclass(frozen=True, slots=True)
class Tool:
    """A card of the hand. `of` is the kind to plant, to inoculate or to give."""

    verb: str
    of: str = ""

    @property
    def key(self) -> str:
        """What the card is told apart by: a gift stays the same card, whatever is given."""
        return f"{self.verb} {self.of}" if self.verb in ("plant", "inoculate") else self.verb


def tools(session: Session, giving: str) -> list[Tool]:
    """The cards of the hand in their order: first what can always be done, so that a gift moves none of them.

    `giving` is the kind that would be given.
    """
    world, level = session.world, session.level
    cards = [Tool(verb) for verb in ("water", "mulch", "gather", "connect") if verb in level.verbs]
    if "give" in level.verbs:
        cards.append(Tool("give", giving))
    if "keep" in level.verbs:
        cards.append(Tool("keep"))
    if "plant" in level.verbs:
        cards += [Tool("plant", kind.name) for kind in world.flora.kinds]
        cards += [Tool("plant", name) for name, held in hand.swarms(world).items() if held]
    if "inoculate" in level.verbs:
        cards += [Tool("inoculate", name) for name in hand.spreading(world)]
    if "invite" in level.verbs:
        cards.append(Tool("invite"))
    return cards


def named(session: Session, tool: Tool, share: Share) -> str:
    """What stands on its card."""
    if tool.verb in ("plant", "inoculate"):
        name = title(session.world, tool.of, many=any(tool.of == each.kind.name for each in session.world.colonies))
        return name[:1].upper() + name[1:]
    if tool.verb == "gather":
        return say(f"play.hand.gather_{share}")
    if tool.verb == "give" and held(session, tool):
        return say("play.hand.give_kind", kind=title(session.world, tool.of))
    return say(f"play.hand.{tool.verb}")


def explained(session: Session, tool: Tool) -> str:
    """What it does, for its tip."""
    if tool.verb == "plant" and tool.of not in session.world.flora.index:
        return say("play.hand.swarm_tip")
    if tool.verb == "inoculate":
        spores = session.world.web is not None and tool.of == session.world.web.kind.name
        return say("play.hand.spores_tip" if spores else "play.hand.flake_tip")
    if tool.verb == "give" and (many := held(session, tool)):
        return counted("play.hand.give_kind_tip", min(HANDFUL, many), kind=title(session.world, tool.of))
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
        case "give":
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
    if tool.verb == "give" and not many:
        return say("play.hand.basket_empty")
    if tool.verb == "gather" and not world.fruit.amount.any():
        return not_ripe(world, np.flatnonzero(world.flora.species))
    if progress.begun and progress.days_left < 1:
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
    return None
