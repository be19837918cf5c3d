"""What can go wrong is told in one sentence with the remedy, and the next start mends it."""

from __future__ import annotations

import ast
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from game.paths import ROOT
from tests.setup.conftest import Clone, wheel

OLD_PYTHONS = ("python2.7", "python3.6", "python3.7", "python3.8", "python3.9", "python3.10")

VENV = pytest.mark.skipif(not find_spec("ensurepip"), reason="this Python can make no venv")
UNIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no signals for a whole family of processes")


def sentence(started: subprocess.CompletedProcess[str]) -> str:
    """The last line told, when a start was refused as it should be: with code 2 and no traceback."""
    assert started.returncode == 2, started.stderr
    assert "Traceback" not in started.stderr
    assert started.stdout == ""
    return started.stderr.splitlines()[-1]


@pytest.mark.parametrize("name", OLD_PYTHONS)
def test_a_python_that_is_too_old_says_so(name: str, clone: Clone):
    clone.python = find(name)
    started = clone.start()
    assert sentence(started) == started.stderr.strip()
    assert started.stderr.startswith(f"Mutual Meadow needs Python 3.11 or newer and this is Python {name[6:]}: get")


def find(name: str) -> Path:
    """An older Python on this machine's path or among those that pyenv keeps."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    for candidate in (*kept.glob(f"{name[6:]}.*/bin/python"), shutil.which(name)):
        if candidate and not subprocess.run([candidate, "--version"], capture_output=True, check=False).returncode:
            return Path(candidate)
    pytest.skip(f"no {name} on this machine")


def test_a_python_that_is_too_old_can_read_the_entry():
    """Stands in for the Pythons that are not on this machine."""
    tree = ast.parse((ROOT / "main.py").read_text())
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.AsyncFunctionDef, ast.Match, ast.Nonlocal)
    assert not [node for node in ast.walk(tree) if isinstance(node, newer)]
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert not [node for node in functions if node.returns or node.args.kwonlyargs or node.args.posonlyargs]
    assert not [argument for node in functions for argument in node.args.args if argument.annotation]
    assert (ROOT / "assets/words/en/setup.json").read_text().isascii()


def test_without_network_the_first_start_says_what_to_do(quick_clone: Clone):
    wheels = quick_clone.root / "wheels"
    wheels.rename(quick_clone.home / "wheels")
    assert "could not reach the internet" in sentence(quick_clone.start())
    (quick_clone.home / "wheels").rename(wheels)
    assert quick_clone.start().returncode == 0


def test_an_incomplete_folder_of_wheels_names_what_it_lacks(quick_clone: Clone):
    next((quick_clone.root / "wheels").glob("acorn*")).unlink()
    assert "The wheels folder lacks acorn" in sentence(quick_clone.start())
    wheel(quick_clone.root / "wheels", "acorn", "1.2.3")
    assert quick_clone.start().returncode == 0


def test_a_package_without_a_wheel_for_this_python_names_it(quick_clone: Clone):
    nothing = quick_clone.home / "index" / "acorn"
    nothing.mkdir(parents=True)
    (nothing / "index.html").write_text("<html></html>")
    quick_clone.network["PIP_INDEX_URL"] = nothing.parent.as_uri()
    shutil.rmtree(quick_clone.root / "wheels")
    assert "There is no ready-made acorn for Python" in sentence(quick_clone.start())


def test_testing_without_network_leaves_the_game_as_it_was(quick_clone: Clone):
    quick_clone.start()
    shutil.rmtree(quick_clone.root / "wheels")
    assert "could not reach the internet" in sentence(quick_clone.start("test"))
    still = quick_clone.start()
    assert still.returncode == 0
    assert still.stderr == ""


@UNIX
@VENV
def test_a_set_up_that_was_killed_is_begun_afresh(clone: Clone):
    killed = clone.begin()
    until(lambda: clone.place.exists())
    os.killpg(killed.pid, signal.SIGKILL)
    killed.communicate()
    assert not (clone.place / "ready").exists()
    mended = clone.start()
    assert mended.returncode == 0, mended.stderr
    assert "clearing away" in mended.stderr


@UNIX
def test_a_set_up_that_was_stopped_by_hand_says_so(clone: Clone):
    stopped = clone.begin()
    until(lambda: clone.place.exists())
    os.killpg(stopped.pid, signal.SIGINT)
    said, told = stopped.communicate(timeout=60)
    told = sentence(subprocess.CompletedProcess(stopped.args, stopped.returncode, said, told))
    assert told == "Set-up stopped: start again whenever you like, it begins afresh."
    assert not (clone.place / "ready").exists()


def test_packages_that_were_lost_are_fetched_again(quick_clone: Clone):
    quick_clone.start()
    shutil.rmtree(next(quick_clone.place.rglob("acorn-*.dist-info")))
    mended = quick_clone.start()
    assert mended.returncode == 0, mended.stderr
    assert "clearing away" in mended.stderr


@VENV
def test_of_two_starts_at_once_one_sets_up_and_the_other_waits(clone: Clone):
    first = clone.begin()
    until(lambda: clone.place.exists())
    second = clone.start()
    _, told = first.communicate(timeout=60)
    assert (first.returncode, second.returncode) == (0, 0)
    assert "setting itself up" in told
    assert second.stderr.splitlines() == [
        "Another start of Mutual Meadow is setting it up; waiting for it to finish ..."
    ]


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    folder.chmod(0o555)
    try:
        yield
    finally:
        folder.chmod(0o755)


@pytest.fixture
def like_others() -> tuple[str, ...]:
    """What to put before a command so that permissions count, as they do for everybody but root."""
    if os.name == "nt":
        pytest.skip("folders on Windows are made read-only in other ways")
    if os.geteuid():
        return ()
    setpriv = shutil.which("setpriv")
    if not setpriv:
        pytest.skip("root may write everywhere, and there is no setpriv to give that up")
    return (setpriv, "--bounding-set=-dac_override")


def test_where_the_project_is_read_only_the_players_own_files_serve(quick_clone: Clone, like_others: tuple[str, ...]):
    with read_only(quick_clone.root):
        started = quick_clone.start(before=like_others)
        assert started.returncode == 0, started.stderr
        assert str(quick_clone.home) in started.stdout
        assert quick_clone.start(before=like_others).stderr == ""


def test_where_nothing_may_be_written_to_both_folders_are_named(quick_clone: Clone, like_others: tuple[str, ...]):
    with read_only(quick_clone.root), read_only(quick_clone.home):
        told = sentence(quick_clone.start(before=like_others))
    assert "make one of them writable" in told
    assert str(quick_clone.root) in told
    assert str(quick_clone.home) in told
    assert quick_clone.start().returncode == 0


def test_a_full_disk_is_named_and_a_start_with_room_mends_it(clone: Clone):
    unshare, mount = shutil.which("unshare"), shutil.which("mount")
    if not unshare or not mount or subprocess.run([unshare, "-rm", "true"], capture_output=True).returncode:
        pytest.skip("needs a small disk of its own, which only Linux with user namespaces gives")
    disk = clone.root / ".meadow"
    disk.mkdir()
    script = f"""{mount} -t tmpfs -o size=2m none "$0"; "$@"; echo "code $?"
                 {mount} -o remount,size=200m "$0"; "$@"; echo "code $?" """
    started = clone.start(before=(unshare, "-rm", "/bin/sh", "-c", script, str(disk)))
    refused, mended = started.stdout.split("code 2")
    assert refused == ""
    assert mended.strip().endswith("code 0")
    assert "The disk is full: free about 400 MB" in started.stderr
    assert "Traceback" not in started.stderr
