"""The account of a play that has ended, as columns of widgets: only what the session and the world have counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from game.desktop.kit import Chip, Column, Icon, Image, Label, Row, Spacer, Widget
from game.desktop.kit.theme import BODY, LABEL, NOTE, SMALL
from game.desktop.scenes import hindsight
from game.desktop.scenes.chart import Chart, lowest_of
from game.desktop.scenes.chooser import sprite
from game.desktop.scenes.play import portraits
from game.desktop.scenes.play.balance import MemberRow, lack_sign, told
from game.play.actions import Plant
from game.play.gifts import DOES_WELL
from game.words import counted, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.desktop.app import App
    from game.engine.world import World
    from game.play.bonds import Carried
    from game.play.session import Ending, Session

INDENT = 26  # of the words below a member's name
MOST_FACTS = 3
SIGNS = {
    "pairing": "bee_a",
    "exchange": "lichen_full",
    "network": "mushrooms",
    "carrying": "fruit",
    "society": "bird_a",
}
"""By the kind of a partnership: the sprite that stands for it."""


def chart(session: Session) -> list[Widget]:
    """Flourishing season by season."""
    lowest = lowest_of(session.scores)
    member = portraits.name_of(session.world, lowest.worst)
    words = say("ending.chart.lowest", who=member, level=lowest.worst_level)
    legend = [
        Label(say("ending.chart.everyone"), size=SMALL, bold=True, colour="primary"),
        Label(say("ending.chart.worst"), size=SMALL, bold=True, colour="shortfall"),
        Chip(say("ending.chart.band"), fill="safe"),
    ]
    return [
        _title("ending.chart.title"),
        Row(legend, gap=14, flows=True),
        Chart(session.scores, session.level.ticks, words).widget(),
    ]


def members(app: App, session: Session) -> list[Widget]:
    """Everyone on the roll, whoever is worst off first, with what they needed most."""
    rows: list[Widget] = []
    world, everyone = session.world, session.flourishing.members
    names = [portraits.name_of(world, member.member) for member in everyone]
    for member in sorted(everyone, key=lambda member: member.level):
        picture = portraits.of_member(app.bank, world, member.member)
        row = MemberRow(portraits.name_of(world, member.member), picture, names)
        row.level, row.tip, row.lack = member.level, told(world, member), lack_sign(world, member)
        rows.append(row)
        if member.level < DOES_WELL:
            words = Label(portraits.lack_of(world, member), size=NOTE, colour="soft", grow=1)
            rows.append(Row([Spacer(width=INDENT), words], gap=0))
    return [_title("ending.members.title"), *rows]


def carried(app: App, session: Session, most: Sequence[Carried] = ()) -> list[Widget]:
    """What there was most of: partnerships, as far as they have been counted, then visits, seedlings, gifts, things
    given away."""
    facts: list[Widget] = [
        Row(
            [
                Image(sprite(app, picture), 24, 24, name=head),
                Label(head, bold=True),
                Label(words, size=NOTE, colour="soft", grow=1),
            ],
            gap=8,
        )
        for picture, head, words in [*(_bond(session.world, each) for each in most), *facts_of(session)][:MOST_FACTS]
    ]
    return [_title("ending.carried.title"), *facts] if facts else []


def _bond(world: World, carried: Carried) -> tuple[str, str, str]:
    members = next(bond.members for bond in world.partnerships if bond.name == carried.name)
    at_roots = world.nodules is not None and world.nodules.kind.name in members
    sign = world.nodules.kind.sprite if world.nodules is not None and at_roots else SIGNS[carried.kind]
    return sign, carried.title, carried.words


def facts_of(session: Session) -> list[tuple[str, str, str]]:
    """(sprite, what, how much it did): what the world has counted, nothing else."""
    world, progress = session.world, session.progress
    visits, births = int(world.fields["tally_visits"].sum()), int(world.fields["tally_births"].sum())
    planted = [each.action.species for each in session.actions if isinstance(each.action, Plant)]
    births -= sum(species in world.flora.index for species in planted)
    givers = Counter(gift.giver for gift in session.gifts)
    facts = []
    if visits:
        facts.append(("bee_a", counted("ending.carried.visits", visits), say("ending.carried.visits_words")))
    if world.commons.open and world.commons.gifts.any():
        facts.append(_shared(world))
    elif progress.given:
        facts.append(("basket", say("ending.carried.given", count=progress.given), say("ending.carried.given_words")))
    if givers:
        most = portraits.name_of(world, givers.most_common(1)[0][0])
        words = say("ending.carried.gifts_words", giver=most)
        facts.append(("parcel", counted("ending.carried.gifts", len(session.gifts)), words))
    if births:
        facts.append(("young_plant", counted("ending.carried.births", births), say("ending.carried.births_words")))
    return facts


def _shared(world: World) -> tuple[str, str, str]:
    """How much went from hand to hand, and how many homes gave and how many received; no balance is drawn."""
    gifts, homes = world.commons.gifts.sum(axis=2), len(world.households)
    gave, received = (int(np.count_nonzero(gifts.sum(axis=side)[:homes])) for side in (1, 0))
    words = say("ending.carried.shared_words", gave=gave, received=received, homes=homes)
    return "parcel", counted("ending.carried.shared", int(gifts.sum())), words


def asked(app: App, session: Session, ending: Ending) -> list[Widget]:
    """The goals, met or not, and what each star needs."""
    rows: list[Widget] = [_title("ending.asked.title")]
    for state in ending.goals:
        icon, role = ("check", "primary") if state.met else ("cross", "overshoot")
        spoken = say(f"ending.asked.{'met' if state.met else 'missed'}")
        goal = Label(state.goal.text, grow=1)
        rows.append(Row([Icon(icon, size=18, colour=role, name=spoken), goal], gap=8, align="top"))
    for star, won in zip(session.level.stars, ending.stars, strict=True):
        name = say(f"ending.star.{'won' if won else 'not_won'}")
        picture = Image(sprite(app, "star" if won else "star_empty"), 30, 30, name=name)
        needs = " ".join(need.text for need in star.needs)
        rows.append(Row([picture, _two_lines(star.title, needs)], gap=8, align="top"))
    return rows


def guess(session: Session, predicted: int | None) -> str:
    """What the player had guessed, and what does best; "" without a guess."""
    predict = session.level.predict
    if predict is None or predicted is None:
        return ""
    words = say("ending.guess.guessed", guess=predict.choices[predicted])
    if predict.answer is None:
        return words
    right = predict.answer == predicted
    said = say("ending.guess.right" if right else "ending.guess.other", answer=predict.choices[predict.answer])
    return f"{words} {said}"


def looked_at_again(session: Session, predicted: int | None) -> list[str]:
    """The guess, what the player's own meadow was like, what was kept from it, and how it ended: a paragraph each."""
    score, worst = session.scores[-1].score, session.flourishing.worst.level
    ended = say("ending.guess.ended" if worst < DOES_WELL else "ending.guess.ended_well", score=score)
    told = [guess(session, predicted), hindsight.own_meadow(session), hindsight.kept_back(session), ended]
    return [words for words in told if words]


def _title(key: str) -> Label:
    return Label(say(key), size=LABEL, bold=True)


def _two_lines(head: str, words: str) -> Column:
    return Column([Label(head, size=BODY, bold=True), Label(words, size=NOTE, colour="soft")], gap=0, grow=1)
