"""The living world: integer stocks of matter, and the systems that move it, tick by tick.

Lives here      `matter` (the only way matter travels), `chance` (integer chance by position), `calendar`, `species`,
                `flora` (which plant stands where), `colonies`, `households`, `world` (every stock), `systems/` (one
                natural process a file), `tick` (their order) and `flourishing` (how everyone fares).
May import      NumPy and the standard library; nothing else of the game, no file, no clock, no screen.
Begin with      `tick.py`: its tuple of systems is one day.
"""
