"""The desktop: the only room that imports pygame. It shows a `game.play` session and turns input into its actions.

`app.py` opens the window and runs the frames; `scenes/` are what fills it (title, play, ending); `kit/` is the
interface kit they are composed of; `drawing/` paints the world; `hourglass.py` says what a frame may still do;
`settings.py` keeps what a player prefers. May import everything below it, nothing above. Begin with `app.py`, or with
`kit/__init__.py` to change how the interface looks.
"""

from __future__ import annotations

import os
import sys

# SDL reads these once, when pygame is imported: they must be in place before.
os.environ.setdefault("SDL_IME_SHOW_UI", "1")
os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
# NumPy's linear algebra would start a thread a processor, and the world is whole numbers: none is needed.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Nothing sounds yet: pygame would load an orchestra, 3 MB and 8 ms.
for _name in ("mixer", "mixer_music"):
    sys.modules.setdefault(f"pygame.{_name}", None)  # type: ignore[arg-type]  # how Python is told that there is none
