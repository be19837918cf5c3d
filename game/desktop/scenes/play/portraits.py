"""Pictures of members and tools for cards, taken from the same sprites as the world."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.palette import PETALS
from game.desktop.kit import Picture
from game.desktop.scenes.play.tools import Share, Tool
from game.engine.flourishing import Wellbeing
from game.engine.world import World
from game.play.lacking import lacking
from game.play.names import title
from game.words import say

if TYPE_CHECKING:
    from game.desktop.drawing.sprites import Bank

LAND = "land"
OF_HALVES = {"fungus": "flake_fungus", "alga": "flake_alga"}
OF_TOOLS = {
    "water": "watering_can",
    "mulch": "mulch",
    "give": "parcel",
    "keep": "basket",
    "invite": "perch",
    "connect": "spade",
    "visit": "knock",
    "meet": "table",
    "carry water": "bucket",
    "carry wood": "logs",
    "feed": "bird_table",
    "compost": "compost",
    "restore": "barrow",
    "gather half": "seed_bag",
    "gather all": "seed_bag",
}


@lru_cache(maxsize=128)
def picture(bank: Bank, sprite: str, petals: str = "") -> Picture:
    """A sprite as cards want it: the same function for the same sprite, so that nothing is painted twice."""

    def painted(width: int, height: int) -> pygame.Surface:
        return bank.image(sprite, height=height, width=width, colour=petals)

    return painted


def of_member(bank: Bank, world: World, member: str) -> Picture:
    """A member of the community at its best."""
    petals = ""
    if member in world.flora.index:
        petals = PETALS.get(world.flora.kind(world.flora.index[member]).colour or "", "")
    return picture(bank, sprite_of(bank, world, member), petals)


def of_tool(bank: Bank, world: World, tool: Tool, share: Share) -> Picture:
    """What is on a card of the hand."""
    if tool.verb in ("plant", "inoculate"):
        return of_member(bank, world, tool.of)
    way = {"gather": f"gather {share}", "carry": f"carry {tool.of}"}.get(tool.verb, tool.verb)
    return picture(bank, OF_TOOLS[way])


def stands(bank: Bank, world: World, tool: Tool) -> str:
    """The drawing of what a tool sets on a tile, grown."""
    if tool.verb == "invite":
        return OF_TOOLS[tool.verb]
    return "hive" if any(tool.of == each.kind.name for each in world.colonies) else sprite_of(bank, world, tool.of)


def sprite_of(bank: Bank, world: World, member: str) -> str:
    """The drawing that stands for a member."""
    if member in world.flora.index:
        sprite = world.flora.kind(world.flora.index[member]).sprite
        stages = ("bloom", "flower", "fruit", "mature", "growing")
        return next((name for stage in stages if (name := f"{sprite}_{stage}") in bank.names_known), sprite)
    for colonies in world.colonies:
        if colonies.kind.name == member:
            return f"{colonies.kind.sprite}_a"
    for animals in world.animals:
        if animals.kind.name == member:
            return f"{animals.kind.sprite}_a"
    if world.lichens is not None and member in [kind.name for kind in world.lichens.kinds]:
        return OF_HALVES[next(kind.role for kind in world.lichens.kinds if kind.name == member)]
    if world.web is not None and member == world.web.kind.name:
        return world.web.kind.sprite
    return "tuft_daisies" if member == LAND else "house"


def needs_of(world: World, member: str) -> str:
    """Which list of needs a member has: plants, bees, animals, others, home or land."""
    if member in world.flora.index:
        return "plants"
    if member in world.households.names:
        return "home"
    if any(member == colonies.kind.name for colonies in world.colonies):
        return "bees"
    if any(member == animals.kind.name for animals in world.animals):
        return "animals"
    return "land" if member == LAND else "others"


def lack_of(world: World, member: Wellbeing) -> str:
    """What a member lacks most, in a sentence."""
    return say(f"members.lacks.{needs_of(world, member.member)}.{lacking(world, member)}")


def name_of(world: World, member: str) -> str:
    """What a member is called on a card."""
    if member == LAND:
        name = say("members.land")
    elif member in world.households.names:
        name = say(f"members.homes.{member}") if member == "neighbour" else member
    else:
        name = title(world, member, many=True)
    return name[:1].upper() + name[1:]
