"""One set-up at a time: a lock that the system takes back by itself when its holder ends, however it ends."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


@contextmanager
def alone(lock: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold `lock`, calling `waiting` once if another process has it. Raises OSError if the file cannot be written."""
    with lock.open("a") as file:
        told = False
        while not take(file.fileno()):
            if not told:
                waiting()
                told = True
            time.sleep(0.2)
        yield


def take(descriptor: int) -> bool:
    """Whether we may go on: the lock is ours, or this file system (some network drives) knows no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in TAKEN
    return True
