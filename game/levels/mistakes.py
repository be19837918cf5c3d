"""A mistake in an author's file: where it is, and what to do about it in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from game.words import say

MOST_SHOWN = 50


@dataclass(frozen=True, order=True)
class Mistake:
    """One thing to mend. `line` and `column` count from 1; line 0 means the file as a whole.

    A warning does not keep a level from being played.
    """

    file: str
    line: int
    column: int
    words: str
    warning: bool = False

    def __str__(self) -> str:
        words = say("levels.warning", words=self.words) if self.warning else self.words
        return f"{self.file}:{self.line}:{self.column}: {words}" if self.line else f"{self.file}: {words}"


class LevelErrors(Exception):
    """Raised when a file cannot be used; holds every mistake found, in the order of lines."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__(self.mistakes)

    def __str__(self) -> str:
        shown = [str(mistake) for mistake in self.mistakes[:MOST_SHOWN]]
        more = len(self.mistakes) - len(shown)
        return "\n".join([*shown, say("levels.and_more", count=more)] if more else shown)


def near(name: str, known: Iterable[str]) -> str | None:
    """The one of `known` that `name` was probably meant to be, or None."""
    alike = {other.casefold(): other for other in known}
    close = get_close_matches(name.casefold().replace(" ", "_").replace("-", "_"), alike, n=1)
    return alike[close[0]] if close else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A sentence that helps with an unknown name: the near one, or else those that are known."""
    known = sorted(set(known))
    if (meant := near(name, known)) is not None:
        return say("levels.did_you_mean", name=meant)
    return say("levels.known", names=", ".join(known)) if known else ""
