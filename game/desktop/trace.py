"""The trace: a log in words of what is shown and done, one line each with the time of day in seconds.

Written only where the environment variable `MEADOW_TRACE` names a file: journeys read it, and so can whoever listens.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

VARIABLE = "MEADOW_TRACE"


def tell(words: str) -> None:
    """Add a line to the trace, if there is one."""
    file = os.environ.get(VARIABLE)
    if file:
        with Path(file).open("a", encoding="utf-8") as trace:
            trace.write(f"{time.time():.3f} {words}\n")
