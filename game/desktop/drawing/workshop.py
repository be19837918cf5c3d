"""One background thread that prepares surfaces, the most wanted first; or none, for tests and single pictures."""

from __future__ import annotations

import itertools
import queue
import threading
from collections.abc import Callable, Hashable

from game.desktop.thrift import give_back_what_is_free

Job = Callable[[], object]
STOP = -1


class Workshop:
    """Runs jobs by urgency (small first). A job is known by its key and never queued twice."""

    def __init__(self, threaded: bool = True) -> None:
        self._jobs: queue.PriorityQueue[tuple[int, int, Hashable, Job]] = queue.PriorityQueue()
        self._order = itertools.count()
        self._asked: set[Hashable] = set()
        self.made = 0
        """Jobs done so far: whoever waits for one compares it."""
        self._lock = threading.Lock()
        self._threaded = threaded
        self._thread: threading.Thread | None = None
        self._error: BaseException | None = None
        self._free = threading.Event()  # cleared while `settle` works alone: two threads would only wait for each other
        self._free.set()

    def ask(self, key: Hashable, job: Job, urgency: int = 5) -> None:
        """Have `job` done soon, unless one of this key is already waiting."""
        with self._lock:
            if key in self._asked:
                return
            self._asked.add(key)
        self._jobs.put((urgency, next(self._order), key, job))
        if self._threaded and self._thread is None:
            self._thread = threading.Thread(target=self._work, name="workshop", daemon=True)
            self._thread.start()

    @property
    def idle(self) -> bool:
        """Nothing is waiting or being made."""
        self.check()
        return not self._asked

    def check(self) -> None:
        """Raise what a job has raised in the background."""
        if self._error:
            raise RuntimeError("a picture could not be prepared") from self._error

    def settle(self) -> None:
        """Help until everything that was asked for is done."""
        self._free.clear()
        try:
            while not self.idle:
                try:
                    self._do(self._jobs.get(timeout=0.02))
                except queue.Empty:
                    continue
        finally:
            self._free.set()

    def close(self) -> None:
        """Let the thread end after the job it is at."""
        if self._thread:
            self._jobs.put((STOP, next(self._order), None, lambda: None))
            self._thread = None

    def _work(self) -> None:
        while (job := self._jobs.get())[0] != STOP:
            if self._free.is_set():
                self._do(job)
                give_back_what_is_free()
            else:
                self._jobs.put(job)
                self._free.wait()

    def _do(self, job: tuple[int, int, Hashable, Job]) -> None:
        try:
            job[3]()
        except Exception as error:  # noqa: BLE001 - `check` raises it again in the thread that can act on it
            self._error = error
        finally:
            with self._lock:
                self._asked.discard(job[2])
                self.made += 1
