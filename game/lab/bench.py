"""How fast it is: what the `bench` command prints.

The engine is measured where all kinds of the game live together, `game.lab.meadows.everyone`. Times are medians on
this machine; `yardstick_us` tells machines apart.

    engine               {"24x16" | "64x64" | "256x256": {us_per_tick, p99, bytes_per_cell}}
    systems              {name: us a tick at 64x64, on average over a year}
    yardstick_us         a fixed piece of numpy, timed in the same run
    yardsticks_per_tick  us_per_tick at 64x64 in yardsticks
    frame                {"720p" | "1080p": {median_ms, p99_ms}}: the work of a frame while playing, without waiting
    frame_8x             the same while time passes at 8x, over three turns of a season
    start_ms             from the start of the process to the first full frame
    memory_mb            the most memory that process held; null where the system does not tell
    play_memory_mb       {"720p" | "1080p": the most memory of a process that plays through two years at 8x, zooms in
                         and out, looks below the ground and ends, or null}
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any, Literal

import numpy as np

from game.engine.calendar import YEAR
from game.engine.tick import DAY, name_of
from game.engine.world import World
from game.lab.meadows import everyone
from game.paths import ROOT
from game.words import say

Part = Literal["engine", "frame", "start"]
Report = dict[str, Any]
MeasureFrames = Callable[
    [tuple[int, int], float, int], Sequence[float]
]  # size, seconds and speed of time to the milliseconds of each frame

PARTS: tuple[Part, ...] = ("engine", "frame", "start")
SIZES = ((24, 16), (64, 64), (256, 256))
REFERENCE = (64, 64)
YEARS = {(256, 256): 1}  # of the others two: a large map takes its time
SCREENS = {"720p": (1280, 720), "1080p": (1920, 1080)}
SPEEDS = {"frame": 1, "frame_8x": 8}
FRAME_SECONDS = 3.0
STARTS = 5
YARDSTICK_TRIES = 400
PLAY_SECONDS = 8.0  # at 8x a second is a season
QUIT_AFTER_FIRST_FRAME = "--quit-after-first-frame"
QUIT_AFTER_SEASONS = "--quit-after-seasons"


class CannotMeasure(Exception):
    """Why a part cannot be measured here, in a sentence."""


def bench(measure_frames: MeasureFrames, only: Part | None = None) -> Report:
    """Measure everything, or one part. Raises CannotMeasure."""
    measures: dict[Part, Callable[[], Report]] = {
        "engine": engine,
        "frame": lambda: frames(measure_frames),
        "start": start,
    }
    report: Report = {}
    for part in PARTS:
        if only in (None, part):
            report |= measures[part]()
    return report


# ----------------------------------------------------------------- engine


def engine() -> Report:
    """Ticks of the whole living land on maps of three sizes, through all seasons."""
    report: Report = {"engine": {}}
    yard = [yardstick()]
    for width, height in SIZES:
        world = everyone(width, height)
        by_system = time_systems(world, YEARS.get((width, height), 2) * YEAR)
        whole = by_system.sum(axis=1)
        report["engine"][f"{width}x{height}"] = {
            "us_per_tick": round(float(np.median(whole)), 1),
            "p99": round(float(np.percentile(whole, 99)), 1),
            "bytes_per_cell": world.bytes_a_cell,
        }
        if (width, height) == REFERENCE:
            report["systems"] = {
                name_of(system): round(float(us), 1) for system, us in zip(DAY, by_system.mean(axis=0), strict=True)
            }
        yard.append(yardstick())
    report["yardstick_us"] = round(min(yard), 2)
    reference = report["engine"]["{}x{}".format(*REFERENCE)]["us_per_tick"]
    report["yardsticks_per_tick"] = round(reference / min(yard), 1)
    return report


def time_systems(world: World, ticks: int) -> np.ndarray:
    """Microseconds of each system on each tick, shape (ticks, systems), after eight ticks of warming up."""
    took = np.zeros((ticks + 8, len(DAY)))
    for row in took:
        world.events.clear()
        for number, system in enumerate(DAY):
            began = time.perf_counter_ns()
            system(world)
            row[number] = (time.perf_counter_ns() - began) / 1000
        world.tick += 1
    return took[8:]


def yardstick() -> float:
    """Microseconds of the 3 x 3 sum of an int32 64 x 64 field by padded slices: it measures machines."""
    # never to be changed, or old and new measures no longer compare
    field = np.arange(64 * 64, dtype=np.int32).reshape(64, 64)
    padded = np.zeros((66, 66), np.int32)
    took = []
    for _ in range(YARDSTICK_TRIES):
        began = time.perf_counter_ns()
        padded[1:-1, 1:-1] = field
        total = np.zeros((64, 64), np.int32)
        for down in range(3):
            for across in range(3):
                total += padded[down : down + 64, across : across + 64]
        took.append((time.perf_counter_ns() - began) / 1000)
    return median(took)


# ----------------------------------------------------------------- frames


def frames(measure: MeasureFrames) -> Report:
    """The playing scene at two sizes of the screen; without a display it is drawn into memory."""
    os.environ.update(_without_a_display())
    report: Report = {}
    for part, speed in SPEEDS.items():
        report[part] = {}
        for name, size in SCREENS.items():
            took = np.array(measure(size, FRAME_SECONDS, speed))
            report[part][name] = {
                "median_ms": round(float(np.median(took)), 2),
                "p99_ms": round(float(np.percentile(took, 99)), 2),
            }
    return report


def _without_a_display() -> dict[str, str]:
    """What the environment needs so that SDL draws into memory where there is no screen."""
    elsewhere = not sys.platform.startswith("linux")
    shown = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"))
    return {} if elsewhere or shown else {"SDL_VIDEODRIVER": "dummy"}


# ----------------------------------------------------------------- start


def start() -> Report:
    """The median of a few starts of the game as a player starts it, each ended by its first full frame; and plays."""
    told = [_start_once() for _ in range(STARTS)]
    memory = [once["memory_mb"] for once in told]
    plays = {name: _told_by(QUIT_AFTER_SEASONS, *map(str, size))["memory_mb"] for name, size in SCREENS.items()}
    return {
        "start_ms": round(median(once["start_ms"] for once in told), 1),
        "memory_mb": None if None in memory else round(max(memory), 1),
        "play_memory_mb": {name: None if most is None else round(most, 1) for name, most in plays.items()},
    }


def _start_once() -> Report:
    began = time.time()
    told = _told_by(QUIT_AFTER_FIRST_FRAME)
    return {"start_ms": (told["at"] - began) * 1000, "memory_mb": told["memory_mb"]}


def _told_by(*options: str) -> Report:
    """What a game that was started with these options tells as it ends."""
    command = [sys.executable, str(ROOT / "main.py"), "play", *options]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=120, env=os.environ | _without_a_display()
    )
    lines = done.stdout.strip().splitlines()
    if done.returncode or not lines:
        raise CannotMeasure(say("cli.bench.no_start", reason=done.stderr.strip() or done.returncode))
    told: Report = json.loads(lines[-1])
    return told


def what_was_needed() -> str:
    """What such a game prints: the time of day in seconds and the most memory it held, as JSON."""
    return json.dumps({"at": time.time(), "memory_mb": _most_memory_mb()})


def _most_memory_mb() -> float | None:
    status = Path("/proc/self/status")  # Linux: what `resource` tells there is at least what the parent held
    if status.exists():
        highest = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(highest.split()[1]) / 1024
    try:
        import resource
    except ImportError:  # Windows does not tell without another package
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20) if sys.platform == "darwin" else most / (1 << 10)
