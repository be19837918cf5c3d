"""What is told of by itself: a member in want, a partnership seen at work for the first time."""

from __future__ import annotations

from game.desktop.scenes.play import portraits
from game.desktop.scenes.play.balance import why
from game.desktop.scenes.play.glance import WEEKS
from game.desktop.scenes.play.notices import Notice, Notices
from game.engine import calendar
from game.engine.systems.people import EVERY
from game.engine.world import World
from game.play.actions import Give
from game.play.session import Session
from game.words import say

IN_NEED, RECOVERED = 25, 45  # well-being at which a member's want is told, and from which it may be told again

Tile = tuple[int, int]


def tell_want(session: Session, notices: Notices) -> None:
    """Tell once of each member that falls into want; again only after it had recovered."""
    for member in session.flourishing.members:
        told = f"need {member.member}"
        if session.begun and member.level < IN_NEED:
            name = portraits.name_of(session.world, member.member)
            words = say("play.notice.in_need", name=name, why=why(session.world, member))
            notices.tell_once(told, Notice(words, "warning"))
        elif member.level >= RECOVERED:
            notices.forget(told)


def tell_thanks(session: Session, notices: Notices) -> None:
    """Let a neighbour thank for what has just been given, and say how many weeks it lasts."""
    world, done = session.world, session.actions[-1] if session.actions else None
    if done is None or done.tick != session.tick_now or not isinstance(done.action, Give):
        return
    homes, place = world.households, world.place(done.action.y, done.action.x)
    if place not in homes.place:
        return
    home = homes.place.tolist().index(place)
    meals = int(homes.pantry_carbon.amount[home])
    words = say(
        "play.notice.thanks",
        name=portraits.name_of(world, homes.names[home]),
        meals=meals,
        weeks=meals * EVERY * WEEKS // calendar.YEAR,
    )
    notices.tell_once(f"thanks {len(session.actions)} {done.tick} {meals}", Notice(words, "heart"))


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
