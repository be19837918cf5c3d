"""`main.py test` and `main.py lint`: the project looks after itself with these two."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from contextlib import redirect_stderr

from game.paths import ROOT
from game.words import say

LINTERS = (
    ["-m", "ruff", "check", "--output-format=concise", "."],
    ["-m", "mypy"],
    ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
)


def test(arguments: list[str]) -> int:
    """Run the tests on two workers, naming each as it ends; `arguments` go to pytest.

    Returns 0 if all hold, 2 if `arguments` make no sense or choose nothing, else pytest's exit code.
    """
    import pytest

    os.chdir(ROOT)
    complaints = io.StringIO()
    with redirect_stderr(complaints):
        code = int(pytest.main(["-v", "--numprocesses=2", "--dist=loadscope", *arguments]))
    if code == pytest.ExitCode.USAGE_ERROR:
        print(_in_a_sentence(complaints.getvalue()), file=sys.stderr)
        return 2
    print(complaints.getvalue(), end="", file=sys.stderr)
    if code == pytest.ExitCode.NO_TESTS_COLLECTED:
        print(say("cli.test.nothing"), file=sys.stderr)
        return 2
    return code


def _in_a_sentence(complaint: str) -> str:
    """What pytest says of a wrong use, without what it says of itself."""
    if unknown := re.search(r"unrecognized arguments: (\S+)", complaint):
        return say("cli.test.option", name=unknown[1])
    said = re.search(r"error: (.+)", complaint) or re.search(r"ERROR: (.+)", complaint)
    return say("cli.test.wrong", words=(said[1] if said else complaint).strip())


def lint() -> int:
    """Run every linter and the import contract, going on if one complains. Returns 0 if none did, else 1."""
    codes = [subprocess.run([sys.executable, *linter], cwd=ROOT, check=False).returncode for linter in LINTERS]
    return int(any(codes))
