"""Why a play ended as it did, in words that the session has measured: how partners stood, and who was worst off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.desktop.scenes.play import portraits
from game.engine import calendar
from game.play.actions import Inoculate, Plant
from game.play.gifts import DOES_WELL
from game.play.hand import basket
from game.play.timeline import set_out
from game.words import counted, say

if TYPE_CHECKING:
    from game.engine.flourishing import Wellbeing
    from game.engine.world import World
    from game.play.progress import Score
    from game.play.session import Ending, Session

REACH = {"pairing": 1, "exchange": 0}
"""For the partnerships that depend on where one is set out: how many tiles away a partner still counts."""
MOSTLY, HARDLY = 2 / 3, 1 / 3
MISSED_FROM = 32  # one mote in so many of the mineral that was in the living round at the start
LAID_OUT = ("plant", "inoculate")
Standing = tuple[str, int, int]


def headline(session: Session, ending: Ending) -> str:
    """How it went, in a few words."""
    worst = worst_of(session)
    if worst.level >= DOES_WELL:
        if not all(goal.met for goal in ending.goals):
            return say("ending.headline.short")
        return say(f"ending.headline.{'lasting' if all(ending.stars) else 'well'}")
    needs = portraits.needs_of(session.world, worst.member)
    how = "gone" if (worst.level, worst.least) == (0, "number") else "lacking"
    least = f".{worst.least}" if needs == "home" else ""
    words = say(f"ending.headline.{how}.{needs}{least}", who=_called(session, worst.member))
    reached = all(goal.met for goal in ending.goals)
    return _upper(say("ending.headline.reached", but=words) if reached else words)


def why(session: Session) -> str:
    """Who is worst off at the end, and since when; or that nobody lacks anything."""
    worst = worst_of(session)
    since = worst_off_since(session.scores, worst.member)
    if worst.level >= DOES_WELL or since is None:
        return say("ending.why.nobody")
    needs = portraits.needs_of(session.world, worst.member)
    least = f".{worst.least}" if needs == "home" else ""
    words = say(f"ending.why.{needs}{least}", who=_called(session, worst.member), when=_moment(since))
    return _upper(words if needs == "home" else f"{words} {portraits.lack_of(session.world, worst)}")


def worst_of(session: Session) -> Wellbeing:
    """Who is worst off at the end; of several the one that has been so for longest."""
    times = Counter(score.worst for score in session.scores)
    return min(session.flourishing.members, key=lambda each: (each.level, -times[each.member]))


def worst_off_since(scores: Sequence[Score], member: str) -> int | None:
    """The tick at which a member was first worst off since all did well, or None."""
    since = None
    for score in reversed(scores):
        if score.worst_level >= DOES_WELL:
            break
        since = score.tick if score.worst == member else since
    return since


def went_wrong(session: Session, ending: Ending) -> int:
    """The tick from which somebody was always in want, be it one or another; the end itself if nothing is amiss."""
    amiss = ending.flourishing.worst.level < DOES_WELL or not all(goal.met for goal in ending.goals)
    wrong = session.tick_now
    for score in reversed(session.scores):
        if score.worst_level >= DOES_WELL or not amiss:
            break
        wrong = score.tick
    return wrong


def own_meadow(session: Session) -> str:
    """Whom hunters found and whether a crowd drew in more of them, where any hunt; else how the player set out those
    whose partners must be near, or else what the player did most; "" for nothing."""
    if hunted := _hunted(session.world):
        return hunted
    for bond in session.level.partnerships:
        if bond.kind in REACH:
            beside, of = beside_partners(session, bond.members, REACH[bond.kind])
            if of:
                share = beside / of
                how = "together" if share >= MOSTLY else "partly" if share > HARDLY else "apart"
                return say(f"ending.own.{bond.kind}.{how}", beside=beside, of=of)
    if "connect" in session.level.verbs and "connect" not in session.progress.used:
        return say("ending.own.closed")
    used = sorted(session.progress.used.items(), key=lambda use: -use[1])
    done = [say(f"ending.own.did.{verb}", count=count) for verb, count in used if verb not in ("begin", *LAID_OUT)]
    return say("ending.own.done", done=", ".join(done)) if done else ""


def kept_back(session: Session) -> str:
    """What there is most of in the basket, if so much of the land's mineral is in it that it is missing; else ""."""
    world = session.world
    mineral = sum(fruit.motes("mineral") for fruit in world.hand.basket)
    if mineral * MISSED_FROM < session.start.living_mineral:
        return ""
    held = basket(world)
    name = max(held, key=lambda kind: held[kind])
    return counted(f"ending.basket.{world.flora.kind(world.flora.index[name]).form}", held[name])


def _hunted(world: World) -> str:
    for hunters in world.animals:
        if hunters.kind.form == "hawk":
            came = hunters.tally("came")
            caught = sum(prey.tally("caught") for prey in world.animals if prey.kind.name in hunters.kind.eats)
            how = "crowd" if came else "parted"
            return say(f"ending.own.hunted.{how}", title=hunters.kind.title, came=came, caught=caught)
    return ""


def beside_partners(session: Session, members: Sequence[str], reach: int) -> tuple[int, int]:
    """Of those of `members` set out before time began: how many had another of them within `reach`, and all."""
    done = session.actions[: set_out(session.actions, begun=session.begun)]
    own: list[Standing] = [
        (action.species, action.x, action.y)
        for action in (each.action for each in done)
        if isinstance(action, Plant | Inoculate) and action.species in members
    ]
    there = own + [(plant.species, plant.x, plant.y) for plant in session.level.plants if plant.species in members]

    def partnered(one: Standing) -> bool:
        return any(other != one[0] and abs(x - one[1]) <= reach and abs(y - one[2]) <= reach for other, x, y in there)

    return sum(map(partnered, own)), len(own)


def _moment(tick: int) -> str:
    if tick == 0:
        return say("ending.when.start")
    season = say(f"title.seasons.{calendar.SEASONS[calendar.season(tick)]}")
    return say("ending.when.season", season=season, year=calendar.year(tick))


def _called(session: Session, member: str) -> str:
    """A member within a sentence; a home that has a name of its own goes by it."""
    if member == portraits.LAND:
        return say("members.land")
    if member in session.world.households.names:
        return say("ending.neighbour") if member == "neighbour" else member
    name = portraits.name_of(session.world, member)
    return name[:1].lower() + name[1:]


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
