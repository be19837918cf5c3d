"""The natural processes: one file each, one function `step(world)` each, the same headings in each docstring.

What all of them share lives in `shares.py`. Add a process: one file here, one line in `game/engine/tick.py`, one law
in `tests/laws`.
"""
