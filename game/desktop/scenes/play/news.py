"""What is told of by itself: want, hard weather, who came in and who left, a year of nuts, a partnership first seen at
work."""

from __future__ import annotations

import numpy as np

from game.desktop.scenes.play import homes, portraits
from game.desktop.scenes.play.balance import why
from game.desktop.scenes.play.notices import WANT, WEATHER, Notice, Notices
from game.desktop.scenes.play.tools import LOADS
from game.engine import calendar
from game.engine.systems.fruit import CALLED_UNTIL, JOINER_RESERVE
from game.engine.systems.people import EVERY
from game.engine.systems.roots import mineral_short
from game.engine.world import Event, World
from game.play.actions import Carry, Give, Visit
from game.play.names import WEEKS, time
from game.play.session import Session
from game.play.verbs.home import home_at
from game.words import counted, say

WARNED_AT = {"falling": 45, "in_need": 25}  # well-being below which a member's want is told, the second time urgently
RECOVERED = 60  # ... and from which it may be told again

LUCK = {"illness": "warning", "good_harvest": "heart", "wet_cellar": "warning", "newcomer": "people"}
"""By what may befall a home, the icon of its notice."""

Tile = tuple[int, int]


def tell_want(session: Session, notices: Notices) -> bool:
    """Tell of each member that falls into want, and again when it is in need; anew only after it had recovered.

    Whether something was told that cannot wait.
    """
    urgent = False
    for member in session.flourishing.members if session.begun else ():
        name = portraits.name_of(session.world, member.member)
        for step, below in WARNED_AT.items():
            told = f"{step} {member.member}"
            if member.level < below:
                words = say(f"play.notice.{step}", name=name, why=why(session.world, member))
                urgent |= notices.tell_once(told, Notice(words, "warning", weight=WANT))
            elif member.level >= RECOVERED:
                notices.forget(told)
    return urgent


def tell_lost(session: Session, notices: Notices) -> bool:
    """Tell once of a goal that can no longer be met; whether that was told now."""
    told = False
    for number, state in enumerate(session.goals if session.begun and not session.ended else ()):
        if state.failed:
            words = say("play.notice.lost", goal=state.goal.text)
            told |= notices.tell_once(f"lost {number}", Notice(words, "warning", stays=True, weight=WANT))
        else:
            notices.forget(f"lost {number}")
    return told


def tell_hunter(session: Session, notices: Notices) -> None:
    """Tell of each hawk that a crowd has drawn in."""
    for animals in session.world.animals:
        if animals.kind.form == "hawk" and (came := animals.tally("came")):
            words = say("play.notice.hunter_came", title=animals.kind.title)
            notices.tell_once(f"came {animals.kind.name} {came}", Notice(words, "warning", weight=WANT))


def tell_of_animals(session: Session, notices: Notices) -> None:
    """Tell that the last of a kind have left, and that some have come back."""
    for animals in session.world.animals:
        gone, name = f"gone {animals.kind.name}", portraits.name_of(session.world, animals.kind.name)
        if animals.kind.form == "hawk":
            continue
        if len(animals):
            if notices.forget(gone):
                notices.tell(Notice(say("play.notice.back", name=name), "heart"))
        elif animals.tally("left"):
            notices.tell_once(gone, Notice(say("play.notice.gone", name=name), "warning"))


def tell_mast(session: Session, notices: Notices) -> None:
    """Tell once in a year of nuts how many trees bear, and what kept the others from it; not in the year after."""
    world, year = session.world, calendar.year(session.tick_now)
    for number in world.flora.masting:
        kind = world.flora.kind(number)
        if calendar.day(session.tick_now) < CALLED_UNTIL:
            notices.forget(f"mast {kind.name} {year - 1}")
            continue
        grown = (world.flora.species == number) & (world.body.amount >= kind.flowers_at)
        idle = grown & (world.masting == 0)
        bearing, others = int(np.count_nonzero(grown & ~idle)), int(np.count_nonzero(idle))
        if not bearing:
            continue
        short = int(np.count_nonzero(idle & (2 - mineral_short(world) < JOINER_RESERVE)))
        why = "all" if not others else "short" if 2 * short >= others else "unheard"
        words = say(f"play.notice.mast.{why}", bearing=bearing, of=bearing + others, kinds=kind.title_plural)
        notices.tell_once(f"mast {kind.name} {year}", Notice(words, "info" if others else "heart"))


def tell_weather(session: Session, notices: Notices) -> bool:
    """Tell once of hard weather that has been announced, and once that it has begun; whether one was told now."""
    tick, told = session.tick_now, False
    for spell in session.world.almanac.spells if session.begun else ():
        if spell.first <= tick <= spell.last:
            notices.forget(f"{spell.kind} {spell.first} coming")
            words = say(f"play.weather.begun.{spell.kind}")
            told |= notices.tell_once(f"{spell.kind} {spell.first} begun", Notice(words, "warning", weight=WEATHER))
        elif spell.first - spell.announced <= tick < spell.first:
            words = say(f"play.weather.coming.{spell.kind}", time=time(spell.first - tick))
            told |= notices.tell_once(f"{spell.kind} {spell.first} coming", Notice(words, "warning", weight=WEATHER))
    return told


def tell_thanks(session: Session, notices: Notices) -> None:
    """Let those who live in a home thank for what has just been given, brought or said."""
    world, done = session.world, session.actions[-1] if session.actions else None
    if done is None or done.tick != session.tick_now or not isinstance(done.action, Give | Carry | Visit):
        return
    home = home_at(world, done.action.x, done.action.y)
    if home is None:
        return
    words = _thanks(world, done.action, home)
    if notices.first_time(f"thanks {len(session.actions)} {done.tick} {words}"):
        notices.tell(Notice(words, "heart"))


def _thanks(world: World, done: Give | Carry | Visit, home: int) -> str:
    """Of a gift also for how long it lasts."""
    name = homes.name(world, home)
    if isinstance(done, Visit):
        return say("play.notice.thanks_visit", name=name)
    if isinstance(done, Carry):
        return say("play.notice.thanks_carry", name=name, store=homes.in_store(world, home, LOADS[done.load]))
    meals = homes.meals(world, home)
    return counted("play.notice.thanks", meals, name=name, weeks=meals * EVERY * WEEKS // calendar.YEAR)


def tell_luck(world: World, event: Event, notices: Notices) -> str:
    """Tell what has befallen a home at the season's turn; the name by which that is known."""
    home = world.households.names.index(event.who)
    people = counted("members.people_now", int(world.households.column("mouths")[home]))
    words = say(f"play.notice.luck.{event.kind}", name=homes.name(world, home), people=people)
    name = f"{event.kind} {event.who} {event.tick}"
    notices.tell_once(name, Notice(words, LUCK[event.kind]))
    return name


def tell_partnership(session: Session, notices: Notices) -> None:
    """Tell of a pairing the first time that bees visit one of two partners standing together in flower."""
    world = session.world
    if not world.visits.any():
        return
    for bond in session.level.partnerships:
        if bond.kind == "pairing" and any(
            partners_in_flower(world, place) for place in world.visits.nonzero()[0].tolist()
        ):
            notices.tell_once(
                f"bond {bond.name}", Notice(say("play.notice.partnership", title=bond.title, note=bond.note), "heart")
            )


def partners_in_flower(world: World, place: int) -> list[Tile]:
    """The tiles around an open flower where partners of its kind are open as well."""
    open_ = world.open_flowers()
    number = int(world.flora.species[place])
    if not open_[place]:
        return []
    partners = {pair[1] if pair[0] == number else pair[0] for pair in world.pairings if number in pair[:2]}
    found = []
    for near in world.places_around(place).tolist():
        if open_[near] and int(world.flora.species[near]) in partners:
            row, column = world.where(near)
            found.append((int(column), int(row)))
    return found
