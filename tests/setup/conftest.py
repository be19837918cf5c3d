"""A throw-away clone of the project whose only packages are an acorn and its cup, on a machine that has nothing.

Everything is real (processes, venv, pip) but small: the packages are wheels of one line each, made here.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from game.paths import ROOT
from game.setup import places

COPIED = ("main.py", "game/__init__.py", "game/setup", "assets/words/en/setup.json")
NO_NETWORK = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_CONFIG_FILE": os.devnull}
COMMANDS = """\
import sys
def main(arguments):
    import acorn
    print(sys.prefix, acorn.__file__, *arguments, sep="\\n")
    if arguments[:1] == ["test"]:
        import cup
    return 0
"""


@dataclass
class Clone:
    """A copy of what main.py needs to set itself up, and the machine around it: a home, a Python, no network."""

    root: Path
    home: Path
    python: Path
    network: dict[str, str] = field(default_factory=NO_NETWORK.copy)

    @property
    def place(self) -> Path:
        return places(self.root)[0]

    def environment(self) -> dict[str, str]:
        nothing = {"PATH": "", "HOME": str(self.home), "LOCALAPPDATA": str(self.home)}
        windows = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
        return nothing | windows | self.network

    def begin(self, *arguments: str, before: tuple[str, ...] = ()) -> subprocess.Popen[str]:
        command = [*before, str(self.python), str(self.root / "main.py"), *arguments]
        usual = signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background ignore it
        try:
            return subprocess.Popen(
                command, env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                start_new_session=True,
            )
        finally:
            signal.signal(signal.SIGINT, usual)

    def start(self, *arguments: str, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
        process = self.begin(*arguments, before=before)
        said, told = process.communicate(timeout=60)
        return subprocess.CompletedProcess(process.args, process.returncode, said, told)


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    """Never started yet; its packages lie in wheels/."""
    root, home = tmp_path / "a meadow", tmp_path / "home"
    home.mkdir()
    for name in COPIED:
        source, target = ROOT / name, root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    (root / "game" / "cli.py").write_text(COMMANDS)
    (root / "requirements.txt").write_text("acorn>=1.2,<2  # grows into an oak\n")
    (root / "requirements-dev.txt").write_text("cup>=1  # holds the acorn\n")
    wheel(root / "wheels", "acorn", "1.2.3")
    wheel(root / "wheels", "cup", "1.0")
    return Clone(root, home, Path(sys.executable))


@pytest.fixture(scope="session")
def pip_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pip of a machine that has one: run from its wheel it would be compiled anew at each start."""
    folder = tmp_path_factory.mktemp("pip")
    with zipfile.ZipFile(pip_wheel()) as file:
        file.extractall(folder)
    return folder


@pytest.fixture
def quick_clone(clone: Clone, tmp_path: Path, pip_folder: Path) -> Clone:
    """The same on a Python that has pip but no venv, which is set up in half a second."""
    clone.python = python(tmp_path / "python", pip_folder)
    return clone


def wheel(folder: Path, name: str, version: str) -> Path:
    """A wheel with one module of one line."""
    folder.mkdir(exist_ok=True)
    info = f"{name}-{version}.dist-info"
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(f"{name}.py", f"version = {version!r}\n")
        file.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        file.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        file.writestr(f"{info}/RECORD", "")
    return path


def python(folder: Path, pip: Path | None = None) -> Path:
    """A Python as Debian ships it: without venv, and with pip in a folder or without it."""
    venv = pytest.importorskip("venv")
    venv.EnvBuilder(symlinks=os.name != "nt").create(folder)
    packages = Path(sysconfig.get_path("purelib", "venv", vars={"base": str(folder)}))
    lines = ["import sys; sys.modules.update(venv=None, ensurepip=None)"]
    if pip:
        lines.append(str(pip))
    (packages / "as_debian_ships_it.pth").write_text("\n".join(lines))
    scripts = Path(sysconfig.get_path("scripts", "venv", vars={"base": str(folder)}))
    return scripts / ("python.exe" if os.name == "nt" else "python")


def pip_wheel() -> Path:
    bundled = Path(sysconfig.get_path("stdlib")) / "ensurepip" / "_bundled"
    folders = [bundled, Path(sysconfig.get_config_var("WHEEL_PKG_DIR") or bundled)]
    found = next((path for folder in folders for path in folder.glob("pip-*.whl")), None)
    if found is None:
        pytest.skip("this Python brings no wheel of pip")
    return found
