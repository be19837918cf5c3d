"""What was typed, read: options, numbers, names of levels. Whatever does not fit is one sentence with a suggestion."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from game.paths import LEVELS, ROOT
from game.words import say

if TYPE_CHECKING:
    from game.levels.level import Level

QUIT_AFTER_FIRST_FRAME = "--quit-after-first-frame"
QUIT_AFTER_SEASONS = "--quit-after-seasons"
FOR_BENCH = (QUIT_AFTER_FIRST_FRAME, QUIT_AFTER_SEASONS)  # options not for people, so no one is told of them


class Wrong(Exception):
    """A command was used in a way that is not possible; `str` says so and what to do."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(" ".join(sentence for sentence in sentences if sentence))


class Line(argparse.ArgumentParser):
    """Reads one command's arguments; what does not fit is one sentence of ours."""

    def __init__(self, command: str) -> None:
        super().__init__(add_help=False, allow_abbrev=False, exit_on_error=False)
        self.command = command

    def read(self, arguments: list[str]) -> argparse.Namespace:
        try:
            asked, more = self.parse_known_args(arguments)
        except argparse.ArgumentError as error:
            kind = "value" if error.message.startswith("expected") else "not_needed"
            raise Wrong(say(f"cli.wrong.{kind}", option=error.argument_name)) from error
        if not more:
            return asked
        if not more[0].startswith("-"):
            raise Wrong(say("cli.wrong.extra", command=self.command, name=more[0]))
        name = more[0].partition("=")[0]
        shown = [option for option in self._option_string_actions if option not in FOR_BENCH]
        raise Wrong(say("cli.wrong.option", command=self.command, name=name), near(name, [*shown, "--help"]))

    def error(self, message: str) -> NoReturn:
        raise Wrong(message)


def number_from(option: str, least: int, most: int) -> Callable[[str], int]:
    """Reads a whole number between two others; for argparse."""

    def number(given: str) -> int:
        try:
            value = int(given)
        except ValueError:
            value = least - 1
        if not least <= value <= most:
            raise Wrong(say("cli.wrong.number", option=option, least=least, most=most, given=given))
        return value

    return number


def level_names() -> list[str]:
    return sorted(path.stem for path in LEVELS.glob("*.yaml"))


def level_file(given: str) -> Path:
    """The file of a level that was named, or whose path was given."""
    names, path = level_names(), Path(given)
    if given in names:
        return _as_seen_from_here(LEVELS / f"{given}.yaml")
    if given and _is_there(path):
        return path
    looks_like_a_path = path.suffix or len(path.parts) > 1
    sentence = say("cli.wrong.level_file", name=given) if looks_like_a_path else say("cli.wrong.level", name=given)
    raise Wrong(sentence, near(path.stem, names))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return True  # reading it tells why it cannot be read


def sound_level(path: Path) -> Level:
    """The level in a file, if it can be played."""
    from game.levels.loading import load_level
    from game.levels.mistakes import LevelErrors

    try:
        return load_level(path)
    except LevelErrors as errors:
        raise Wrong(str(errors)) from errors


def _as_seen_from_here(path: Path) -> Path:
    return path.relative_to(ROOT) if Path().samefile(ROOT) else path


def near(name: str, known: Iterable[str]) -> str:
    """A sentence that helps with an unknown name: the near one, or else those there are."""
    known, name = list(known), name.casefold().replace(" ", "_")
    begun_alike = [other for other in known if name.strip("-") and other.startswith(name)]
    if close := begun_alike[:1] or get_close_matches(name, known, n=1):
        return say("cli.did_you_mean", name=close[0])
    return say("cli.there_are", names=", ".join(known)) if known else ""
