"""The commands: `main(arguments)` chooses one and returns the exit code.

0: all is well. 1: a promise was broken (by a test, a linter or the engine). 2: the command was used wrongly, or a file
has mistakes; one sentence each, on stderr. What only one command needs is imported inside it, so that each starts fast.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import game
from game.paths import LEVELS
from game.typed import (
    QUIT_AFTER_FIRST_FRAME,
    QUIT_AFTER_SEASONS,
    Line,
    Wrong,
    level_file,
    level_names,
    near,
    number_from,
    sound_level,
)
from game.words import say

MOST_TICKS = 1_000_000
MOST_SEED = 2**31 - 1
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
INTERRUPTED, PIPE_CLOSED = 130, 141  # 128 + the number of the signal, as shells have it


def main(arguments: Sequence[str]) -> int:
    """Run one command. Returns its exit code, and never raises for what a person typed."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console that lacks a letter shows a question mark
    try:
        code = _command(list(arguments))
        if sys.stdout is not None:  # a start without a console has none
            sys.stdout.flush()
        return code
    except Wrong as wrong:
        print(wrong, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _print_no_more()
        return PIPE_CLOSED
    except OSError as problem:
        if problem.errno not in NO_ROOM or problem.filename is not None:
            raise
        _print_no_more()
        print(say("cli.wrong.not_printed", reason=problem.strerror), file=sys.stderr)
        return 2


def _print_no_more() -> None:
    """What is still waiting to be printed goes nowhere, or Python complains of it on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _command(arguments: list[str]) -> int:
    name, *rest = arguments or ["play"]
    if name in ("--help", "-h", "help"):
        print(say("cli.help", version=game.__version__, levels=", ".join(level_names())), end="")
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
    if Path(name).suffix in (".yaml", ".yml") or name in level_names():
        return say("cli.wrong.play_this", name=name)
    return near(name, [*COMMANDS, "--help", "--version"])


def _help_of(name: str) -> str:
    if name == "run":
        from game.lab.policies import POLICIES

        return say("cli.commands.run", policies=", ".join(POLICIES))
    if name == "bench":
        return say("cli.commands.bench", parts=", ".join(PARTS))
    return say(f"cli.commands.{name}")


# ----------------------------------------------------------------- the commands


def _play(arguments: list[str]) -> int:
    line = Line("play")
    line.add_argument("level", nargs="?")
    line.add_argument(QUIT_AFTER_FIRST_FRAME, dest="quit", action="store_true")
    line.add_argument(QUIT_AFTER_SEASONS, dest="size", nargs=2, type=int)
    asked = line.read(arguments)
    level = None if asked.level is None else level_file(asked.level)
    if level is not None:
        if level.resolve().parent == LEVELS:
            from game.levels.loading import read_ahead

            read_ahead()
        sound_level(level)  # before a window opens; read once more it takes a millisecond

    from game.desktop.screen import NoScreen, open_screen
    from game.desktop.trace import NoTrace, begin

    try:
        begin()
        open_screen()
    except NoTrace as trouble:
        raise Wrong(say("cli.wrong.no_trace", reason=trouble)) from trouble
    except NoScreen as missing:
        raise Wrong(say("cli.wrong.no_screen", reason=missing)) from missing

    if asked.size:
        return _play_for_bench(asked.size[0], asked.size[1])

    from game.desktop.app import run

    code = run(level, frames=1 if asked.quit else None)
    if asked.quit:
        from game.lab.bench import what_was_needed

        print(what_was_needed())
    return code


def _play_for_bench(width: int, height: int) -> int:
    from game.desktop.trial import play_through
    from game.lab.bench import PLAY_SECONDS, what_was_needed

    play_through((width, height), PLAY_SECONDS)
    print(what_was_needed())
    return 0


def _check(arguments: list[str]) -> int:
    line = Line("check")
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
    line = Line("run")
    line.add_argument("level", nargs="?")
    line.add_argument("--seed", type=number_from("--seed", 0, MOST_SEED))
    line.add_argument("--ticks", type=number_from("--ticks", 0, MOST_TICKS))
    line.add_argument("--policy", default="share")
    line.add_argument("--without")
    line.add_argument("--json", action="store_true")
    line.add_argument("--watch-matter", action="store_true")
    asked = line.read(arguments)
    if asked.level is None:
        raise Wrong(say("cli.wrong.level_needed", level=level_names()[0]))
    path = level_file(asked.level)

    import json

    from game.engine.matter import MatterError
    from game.lab.policies import POLICIES
    from game.lab.run import run
    from game.lab.telling import run_as_text
    from game.levels.opening import switches

    if asked.policy not in POLICIES:
        raise Wrong(say("cli.wrong.policy", name=asked.policy), near(asked.policy, POLICIES))
    level = sound_level(path)
    known = switches(level)
    if asked.without is not None and asked.without not in known:
        raise Wrong(say("cli.wrong.without", level=level.name, name=asked.without), near(asked.without, known))
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
    line = Line("bench")
    line.add_argument("--only")
    line.add_argument("--json", action="store_true")
    asked = line.read(arguments)
    if asked.only is not None and asked.only not in PARTS:
        raise Wrong(say("cli.wrong.part", name=asked.only), near(asked.only, PARTS))

    import json

    from game.lab.bench import CannotMeasure, bench
    from game.lab.telling import bench_as_text

    try:
        report = bench(_measure_frames, asked.only)
    except CannotMeasure as sentence:
        raise Wrong(str(sentence)) from sentence
    print(json.dumps(report, ensure_ascii=False, indent=2) if asked.json else bench_as_text(report))
    return 0


def _measure_frames(size: tuple[int, int], seconds: float, speed: int) -> Sequence[float]:
    try:
        from game.desktop.trial import measure_frames
    except ImportError as missing:
        raise Wrong(say("cli.wrong.no_frames", reason=missing)) from missing
    return measure_frames(size, seconds, speed)


def _test(arguments: list[str]) -> int:
    from game import testing

    return testing.test(arguments)


def _lint(arguments: list[str]) -> int:
    Line("lint").read(arguments)

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
