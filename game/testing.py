"""`main.py test` and `main.py lint`: the project looks after itself with these two."""

from __future__ import annotations

import os
import subprocess
import sys

from game.paths import ROOT

LINTERS = (
    ["-m", "ruff", "check", "--output-format=concise", "."],
    ["-m", "mypy"],
    ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
)


def test(arguments: list[str]) -> int:
    """Run the tests on two workers, naming each as it ends; `arguments` go to pytest. Returns pytest's exit code."""
    import pytest

    os.chdir(ROOT)
    return int(pytest.main(["-v", "--numprocesses=2", "--dist=worksteal", *arguments]))


def lint() -> int:
    """Run every linter and the import contract, going on if one complains. Returns 0 if none did, else 1."""
    codes = [subprocess.run([sys.executable, *linter], cwd=ROOT, check=False).returncode for linter in LINTERS]
    return int(any(codes))
