"""Thrift with memory and time: the C library keeps what large pictures leave behind unless it is told not to."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

M_MMAP_THRESHOLD = -3  # malloc.h of the GNU C library
GIVES_WAY = 0.0005  # seconds after which a thread lets another work
LARGE = 32 * 1024  # bytes from which a block is a mapping of its own, given back as soon as it is free: most sprites


def give_back_large_blocks() -> bool:
    """Lower the threshold of the GNU C library, and stop it from raising it (mallopt(3)); False where there is none.

    It saves about a tenth of the memory of a play: sprites and pieces of ground come and go, and would leave holes.
    Other systems give large blocks back by themselves.
    """
    if sys.platform != "linux":
        return False
    try:
        return bool(ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, LARGE))
    except (OSError, AttributeError):
        return False


def let_frames_go_first() -> None:
    """Let what is made in the background hand over to the frames ten times as soon as Python does by itself."""
    sys.setswitchinterval(GIVES_WAY)


def give_back_what_is_free() -> None:
    """Let the GNU C library give back what lies free between small blocks: 0.3 ms, best after much has been made."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
