"""Mutual Meadow: a living world (engine), its levels, the playing of them, and the screens that show it.

Imports point one way: engine <- levels <- play <- desktop | lab <- cli. Begin at `game.cli.main`.
"""

__version__ = "0.1.0"
