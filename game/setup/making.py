"""Fetching once what the game needs: each way only where the one before is not to be had.

1. `venv`, which brings its own pip.
2. Without it (Debian and Ubuntu ship Python so), the machine's pip into a folder.
3. Without that, pip run from its own wheel in `wheels/`.

`wheels/` beside main.py may hold ready-made packages for machines that never see the internet. Whatever interrupts
this, the next start finds no `ready` file, clears the folder and begins afresh.
"""

from __future__ import annotations

import errno
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import IO, NoReturn

from game.setup import PLAYING, CannotSetUp, is_ready, normal, packages_of, places, python_of
from game.setup.alone import alone

FULL = (errno.ENOSPC, errno.EDQUOT)

LACKING = r"No matching distribution found for ([\w.-]+)"

# What pip or venv say when they fail, and the sentence that helps; the first that matches counts.
TROUBLES = (
    ("room", r"Errno 28|No space left|quota exceeded|not enough space"),
    ("certificate", r"CERTIFICATE_VERIFY_FAILED"),
    ("network", r"Failed to establish a new connection|NewConnectionError|NameResolutionError|ProxyError|imed out"),
    ("missing", LACKING),
    ("missing", r"(?:Failed building wheel for|metadata[^╰]*╰─>) ([\w.-]+)"),
)
FILE = r"(?:.*?[/\\])?(\w[\w.]*)-\d[^/\\ ]*\.(?:whl|tar\.gz)(?!\.metadata)"
PROGRESS = (
    ("fetching", r"\s*Downloading " + FILE + r"(?: (\([\d.]+ [kMG]?B\)))?"),
    ("found", r"\s*(?:Using cached|Processing) " + FILE),
)
PLACING = re.compile(r"Installing collected packages: (.*)")
NOT_FOR_HERE = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV", "__PYVENV_LAUNCHER__")


def make(root: Path, lists: tuple[str, ...]) -> Path:
    """Fetch all packages of `lists` into the first place that may be written to, and return it. Raises CannotSetUp."""
    candidates = places(root)
    for place in candidates:
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with alone(place.parent / "lock", waiting=lambda: tell(root, "waiting")):
                if not is_ready(place, root, lists):
                    fill(place, root, lists)
            return place
        except KeyboardInterrupt:
            raise CannotSetUp(words(root, "stopped")) from None
        except OSError as error:
            if error.errno in FULL:
                if not (place / "ready").exists():
                    clear(place)
                raise CannotSetUp(words(root, "room")) from None
            if place.exists() and os.access(place.parent, os.W_OK):
                raise CannotSetUp(words(root, "in_use", folder=place)) from None
    raise CannotSetUp(words(root, "read_only", folder=root, other=candidates[-1].parent))


def fill(place: Path, root: Path, lists: tuple[str, ...]) -> None:
    """Make `place` anew, or add to it what is missing if it holds the game already."""
    if is_ready(place, root, (PLAYING,)):
        tell(root, "beginning_tests")
    else:
        tell(root, "beginning_wheels" if wheels(root) else "beginning")
        if place.exists():
            tell(root, "mending")
            (place / "ready").unlink(missing_ok=True)
            shutil.rmtree(place)
        tell(root, "place", folder=place)
        make_room(place, root)
    install(place, root, lists)
    (place / "ready").touch()
    tell(root, "ready")


def make_room(place: Path, root: Path) -> None:
    """A venv, or where Python cannot make one a plain folder of the same shape."""
    with (place.parent / "setup.log").open("w", encoding="utf-8") as log:
        venv = subprocess.run([sys.executable, "-I", "-m", "venv", str(place)], capture_output=True, check=False)
        said = (venv.stdout + venv.stderr).decode(errors="replace")
        log.write(said)
    if venv.returncode:
        clear(place)
        if re.search(TROUBLES[0][1], said):
            raise CannotSetUp(words(root, "room"))
        packages_of(place).mkdir(parents=True)


def install(place: Path, root: Path, lists: tuple[str, ...]) -> None:
    """Have pip fetch the lists from wheels/, or if there is no such folder or it lacks something, from the internet."""
    command = [*pip(place, root), "--disable-pip-version-check", "--no-input", "--prefer-binary", "--retries", "2"]
    for name in lists:
        command += ["--requirement", str(root / name)]
    with (place.parent / "setup.log").open("a", encoding="utf-8") as log:
        if not wheels(root):
            code, said = run(command, place, root, log)
        else:
            command += ["--find-links", str(root / "wheels")]
            code, said = run([*command, "--no-index"], place, root, log)
            if code and re.search(LACKING, said):
                code, said = run(command, place, root, log)
    if code:
        fail(said, place, root)


def pip(place: Path, root: Path) -> list[str]:
    """The command that installs into `place`, without this machine's own settings of Python (-I)."""
    if python_of(place).exists():
        return [str(python_of(place)), "-I", "-m", "pip", "install"]
    into = ["install", "--target", str(packages_of(place))]
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-I", "-m", "pip", *into]
    if wheel := next((root / "wheels").glob("pip-*.whl"), None):
        return [sys.executable, "-I", str(wheel / "pip"), *into]
    raise CannotSetUp(words(root, "no_pip", version="{}.{}".format(*sys.version_info)))


def run(command: list[str], place: Path, root: Path, log: IO[str]) -> tuple[int, str]:
    """Run pip, tell its progress in plain words, and return its exit code and all it said.

    While pip only fetches, what is in `place` stays whole; it is no longer `ready` once pip begins to change it.
    """
    said = []
    around = {name: value for name, value in os.environ.items() if name not in NOT_FOR_HERE}
    with subprocess.Popen(
        command, env=around, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace"
    ) as process:
        assert process.stdout
        for line in process.stdout:
            said.append(line)
            log.write(line)
            for key, pattern in PROGRESS:
                if match := re.match(pattern, line):
                    name, *size = filter(None, match.groups())
                    tell(root, key, name=" ".join([normal(name), *size]))
            if match := PLACING.match(line):
                (place / "ready").unlink(missing_ok=True)
                tell(root, "placing", count=match[1].count(",") + 1)
    return process.returncode, "".join(said)


def fail(said: str, place: Path, root: Path) -> NoReturn:
    """Raise the sentence for what pip said. What it had begun to change is cleared away."""
    trouble, name = "unknown", ""
    for key, pattern in TROUBLES:
        if match := re.search(pattern, said):
            trouble, name = key, "".join(match.groups())
            break
    if trouble == "network" and wheels(root) and (lacking := re.search(LACKING, said)):
        trouble, name = "wheels", lacking[1]
    sentence = words(
        root,
        trouble,
        name=name,
        version="{}.{}".format(*sys.version_info),
        said=next((line for line in reversed(said.splitlines()) if line.startswith("ERROR")), said[-200:]).strip(),
        log=place.parent / "setup.log",
    )
    if PLACING.search(said):
        clear(place)
    raise CannotSetUp(sentence)


def clear(place: Path) -> None:
    (place / "ready").unlink(missing_ok=True)
    shutil.rmtree(place, ignore_errors=True)


def wheels(root: Path) -> list[Path]:
    return list((root / "wheels").glob("*.whl"))


def tell(root: Path, key: str, **values: object) -> None:
    """Progress goes to standard error: what a command prints as its answer stays clean."""
    print(words(root, key, **values), file=sys.stderr, flush=True)


def words(root: Path, key: str, **values: object) -> str:
    sentences = json.loads((root / "assets" / "words" / "en" / "setup.json").read_text(encoding="utf-8"))
    return str(sentences[key]).format(**values)
