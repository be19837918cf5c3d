"""Let a policy play a session."""

from __future__ import annotations

from collections.abc import Callable

from game.lab.policies import Policy
from game.play.actions import Action, Begin
from game.play.session import Session

Done = Callable[[str], None]


class IllegalAction(Exception):
    """A policy proposed what is not possible: its own mistake."""


def play(session: Session, policy: Policy, until: int, *, after: Done | None = None) -> None:
    """Play from where `session` stands to tick `until`, or to the end.

    `after` is called after each action and tick, with its name.
    Raises IllegalAction if the policy proposes something that is refused.
    """
    told = after or _nobody
    if not session.begun:
        _act(session, policy, told)
        if not session.begun:
            _do(session, Begin(), told)
    while session.tick_now < until and not session.ended:
        _act(session, policy, told)
        session.tick()
        told(f"the turn of the season at tick {session.tick_now}")


def _act(session: Session, policy: Policy, told: Done) -> None:
    for action in policy(session):
        _do(session, action, told)


def _do(session: Session, action: Action, told: Done) -> None:
    if refused := session.do(action):
        raise IllegalAction(f"{action} at tick {session.tick_now}: {refused}")
    told(f"'{action}' at tick {session.tick_now}")


def _nobody(_: str) -> None:
    """Nobody wants to know."""
