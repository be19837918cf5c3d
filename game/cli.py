"""The commands: `main(arguments)` chooses one and returns the exit code.

0: all is well. 1: a promise was broken (by a test, a linter or the engine). 2: the command was used wrongly, or a file
has mistakes; one sentence each, on stderr. What only one command needs is imported inside it, so that each starts fast.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

import game
from game.paths import LEVELS, ROOT
from game.words import say

MOST_TICKS = 1_000_000
MOST_SEED = 2**31 - 1
INTERRUPTED, PIPE_CLOSED = 130, 141  # 128 + the number of the signal, as shells have it


class Wrong(Exception):
    """A command was used in a way that is not possible; `str` says so and what to do."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(" ".join(sentence for sentence in sentences if sentence))


def main(arguments: Sequence[str]) -> int:
    """Run one command. Returns its exit code, and never raises for what a person typed."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console that lacks a letter shows a question mark
    try:
        code = _command(list(arguments))
        sys.stdout.flush()
        return code
    except Wrong as wrong:
        print(wrong, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains on its way out
        return PIPE_CLOSED


def _command(arguments: list[str]) -> int:
    name, *rest = arguments or ["play"]
    if name in ("--help", "-h", "help"):
        print(say("cli.help", version=game.__version__, levels=", ".join(_level_names())), end="")
        return 0
    if name in ("--version", "-V"):
        print(say("cli.version", version=game.__version__))
        return 0
    if name not in COMMANDS:
        raise Wrong(say("cli.wrong.command", name=name), _instead_of(name))
    if {"--help", "-h"} & set(rest):
        print(_help_of(name), end="")
        return 0
    return COMMANDS[name](rest)


def _instead_of(name: str) -> str:
    """What was probably meant by a command that does not exist."""
    if Path(name).suffix in (".yaml", ".yml") or name in _level_names():
        return say("cli.wrong.play_this", name=name)
    return _near(name, [*COMMANDS, "--help", "--version"])


def _help_of(name: str) -> str:
    if name == "run":
        from game.lab.policies import POLICIES

        return say("cli.commands.run", policies=", ".join(POLICIES))
    if name == "bench":
        return say("cli.commands.bench", parts=", ".join(PARTS))
    return say(f"cli.commands.{name}")


# ----------------------------------------------------------------- the commands


def _play(arguments: list[str]) -> int:
    line = _Line("play")
    line.add_argument("level", nargs="?")
    line.add_argument(QUIT_AFTER_FIRST_FRAME, dest="quit", action="store_true")
    asked = line.read(arguments)
    level = _level_file(asked.level) if asked.level else None

    from game.desktop.app import run
    from game.levels.mistakes import LevelErrors

    try:
        code = run(level, frames=1 if asked.quit else None)
    except LevelErrors as errors:
        raise Wrong(str(errors)) from errors
    if asked.quit:
        from game.lab.bench import first_frame_shown

        print(first_frame_shown())
    return code


def _check(arguments: list[str]) -> int:
    line = _Line("check")
    line.add_argument("paths", nargs="*")
    line.add_argument("--json", action="store_true")
    asked = line.read(arguments)
    if not asked.paths:
        raise Wrong(say("cli.wrong.path_needed"))

    from game.lab import checking

    found = checking.check([Path(path) for path in asked.paths])
    print(checking.as_json(found) if asked.json else checking.as_text(found))
    return 2 if checking.cannot_be_played(found) else 0


def _run(arguments: list[str]) -> int:
    line = _Line("run")
    line.add_argument("level", nargs="?")
    line.add_argument("--seed", type=_number("--seed", 0, MOST_SEED))
    line.add_argument("--ticks", type=_number("--ticks", 0, MOST_TICKS))
    line.add_argument("--policy", default="share")
    line.add_argument("--without")
    line.add_argument("--json", action="store_true")
    line.add_argument("--watch-matter", action="store_true")
    asked = line.read(arguments)
    if asked.level is None:
        raise Wrong(say("cli.wrong.level_needed", level=_level_names()[0]))
    path = _level_file(asked.level)

    import json

    from game.engine.matter import MatterError
    from game.lab.policies import POLICIES
    from game.lab.run import run
    from game.lab.telling import run_as_text
    from game.levels.loading import load_level
    from game.levels.mistakes import LevelErrors

    if asked.policy not in POLICIES:
        raise Wrong(say("cli.wrong.policy", name=asked.policy), _near(asked.policy, POLICIES))
    try:
        level = load_level(path)
    except LevelErrors as errors:
        raise Wrong(str(errors)) from errors
    bonds = [bond.name for bond in level.partnerships]
    if asked.without is not None and asked.without not in bonds:
        known = _near(asked.without, bonds) or say("cli.wrong.no_partnerships")
        raise Wrong(say("cli.wrong.without", level=level.name, name=asked.without), known)
    try:
        report = run(
            level,
            seed=level.seed if asked.seed is None else asked.seed,
            ticks=level.ticks if asked.ticks is None else asked.ticks,
            policy=asked.policy,
            without=asked.without,
            watch_matter=asked.watch_matter,
        )
    except MatterError as broken:
        print(say("cli.run.broken_promise", words=broken), file=sys.stderr)
        return 1
    print(json.dumps(report, ensure_ascii=False) if asked.json else run_as_text(report, asked.without))
    return 0


def _bench(arguments: list[str]) -> int:
    line = _Line("bench")
    line.add_argument("--only")
    line.add_argument("--json", action="store_true")
    asked = line.read(arguments)
    if asked.only is not None and asked.only not in PARTS:
        raise Wrong(say("cli.wrong.part", name=asked.only), _near(asked.only, PARTS))

    import json

    from game.lab.bench import CannotMeasure, bench
    from game.lab.telling import bench_as_text

    try:
        report = bench(_level_names()[0], _measure_frames, asked.only)
    except CannotMeasure as sentence:
        raise Wrong(str(sentence)) from sentence
    print(json.dumps(report, ensure_ascii=False, indent=2) if asked.json else bench_as_text(report))
    return 0


def _measure_frames(size: tuple[int, int], seconds: float) -> Sequence[float]:
    try:
        from game.desktop.app import measure_frames
    except ImportError as missing:
        raise Wrong(say("cli.wrong.no_frames", reason=missing)) from missing
    return measure_frames(size, seconds)


def _test(arguments: list[str]) -> int:
    from game import testing

    return testing.test(arguments)


def _lint(arguments: list[str]) -> int:
    _Line("lint").read(arguments)

    from game import testing

    return testing.lint()


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "play": _play,
    "check": _check,
    "run": _run,
    "test": _test,
    "bench": _bench,
    "lint": _lint,
}
PARTS = ("engine", "frame", "start")
QUIT_AFTER_FIRST_FRAME = "--quit-after-first-frame"  # for `bench`: not for people, so not in the help


# ----------------------------------------------------------------- reading what was typed


class _Line(argparse.ArgumentParser):
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
        shown = [option for option in self._option_string_actions if option != QUIT_AFTER_FIRST_FRAME]
        raise Wrong(say("cli.wrong.option", command=self.command, name=name), _near(name, [*shown, "--help"]))

    def error(self, message: str) -> NoReturn:
        raise Wrong(message)


def _number(option: str, least: int, most: int) -> Callable[[str], int]:
    def number(given: str) -> int:
        try:
            value = int(given)
        except ValueError:
            value = least - 1
        if not least <= value <= most:
            raise Wrong(say("cli.wrong.number", option=option, least=least, most=most, given=given))
        return value

    return number


def _level_names() -> list[str]:
    return sorted(path.stem for path in LEVELS.glob("*.yaml"))


def _level_file(given: str) -> Path:
    """The file of a level that was named, or whose path was given."""
    names, path = _level_names(), Path(given)
    if given in names:
        return _as_seen_from_here(LEVELS / f"{given}.yaml")
    if path.is_file():
        return path
    looks_like_a_path = path.suffix or len(path.parts) > 1
    sentence = say("cli.wrong.level_file", name=given) if looks_like_a_path else say("cli.wrong.level", name=given)
    raise Wrong(sentence, _near(path.stem, names))


def _as_seen_from_here(path: Path) -> Path:
    return path.relative_to(ROOT) if Path.cwd() == ROOT else path


def _near(name: str, known: Iterable[str]) -> str:
    """A sentence that helps with an unknown name: the near one, or else those there are."""
    known, name = list(known), name.casefold().replace(" ", "_")
    begun_alike = [other for other in known if name.strip("-") and other.startswith(name)]
    if close := begun_alike[:1] or get_close_matches(name, known, n=1):
        return say("cli.did_you_mean", name=close[0])
    return say("cli.there_are", names=", ".join(known)) if known else ""
