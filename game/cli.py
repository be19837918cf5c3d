"""The commands: `main(arguments)` chooses one and returns the exit code."""

from __future__ import annotations

import sys

import game


def main(arguments: list[str]) -> int:
    """Run one command. Returns 0, or 2 for a command that does not exist, or the command's own code."""
    match arguments:
        case ["--version"]:
            print(f"Mutual Meadow {game.__version__}")
            return 0
        case ["test", *rest]:
            from game import testing

            return testing.test(rest)
        case ["lint"]:
            from game import testing

            return testing.lint()
        case _:
            print("python3 main.py [--version | test | lint]", file=sys.stderr)
            return 2
