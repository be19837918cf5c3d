"""The living world: integer stocks of matter, and the systems that move it, tick by tick.

Lives here      `matter` (the only way matter travels) and `recorders` (who watches it), `chance` (integer chance by
                position), `calendar`, `tiles` (places and ground), `species` and `bonds` (who there is, who goes with
                whom), the beings a file each (`flora` to `households`), `hand` (what is out of the land), `world`
                (every stock), `systems/` (one natural process a file), `tick` (their order), `census`, `needs` and
                `flourishing` (how everyone fares).
May import      NumPy and the standard library; nothing else of the game, no file, no clock, no screen.
Begin with      `tick.py`: its tuple of systems is one day.
"""
