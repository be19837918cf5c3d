"""Flourishing in its parts, one sentence each: the average, the worst-off, and what each sort of member needs."""

from __future__ import annotations

from game.desktop.kit import Card, Column, Label, Row, Widget
from game.desktop.kit.theme import LABEL, NOTE, NUMBER
from game.desktop.scenes.play import portraits
from game.play.session import Session
from game.words import say

NEEDS = {
    "plants": ("number", "vigour", "young"),
    "bees": ("number", "honey"),
    "animals": ("number", "energy", "young"),
    "others": ("number",),
    "home": ("food", "water", "warmth", "care"),
    "land": ("mineral", "water"),
}
"""By sort of member: what it needs, in the order in which it is told."""


def explained(session: Session) -> Widget:
    """The tab: how the number comes about now, then the needs of all sorts that live here."""
    found, world = session.flourishing, session.world
    worst = portraits.name_of(world, found.worst.member)
    parts: list[tuple[str, int, dict[str, object]]] = [
        ("score", found.score, {}),
        ("mean", found.mean, {"count": len(found.members)}),
        ("worst", found.worst.level, {"name": worst}),
    ]
    numbers: list[Widget] = [
        Row([_number(number, session), Label(say(f"fund.balance.{key}", **values), grow=1)], gap=14)
        for key, number, values in parts
    ]
    here: dict[str, set[str]] = {}
    for member in found.members:
        here.setdefault(portraits.needs_of(world, member.member), set()).update(member.needs)
    needs = [_of_sort(sort, here[sort]) for sort in NEEDS if sort in here]
    half = (len(needs) + 1) // 2
    columns = [Column(part, gap=8, grow=1) for part in (needs[:half], needs[half:]) if part]
    means = Label(say("fund.balance.means"))
    return Column([Card(Column(numbers, gap=4), kind="inset"), means, Row(columns, gap=24, align="top")], gap=10)


def _number(number: int, session: Session) -> Label:
    """Before time begins nobody has fared well or ill."""
    return Label(str(number) if session.begun else say("play.balance.unknown"), size=NUMBER, bold=True)


def _of_sort(sort: str, needs: set[str]) -> Widget:
    """A sort of member with a sentence for each of its needs."""
    rows: list[Widget] = [
        Label(say(f"fund.balance.needs.{sort}.{need}"), size=NOTE) for need in NEEDS[sort] if need in needs
    ]
    return Column([Label(say(f"fund.balance.needs.{sort}.name"), size=LABEL, bold=True), *rows], gap=2)
