"""How the living world is drawn: ground, plants, creatures, weather, light, and what joins them under the ground.

Begin at `picture.py` (what can be shown: a neutral, frozen description) and `painter.py` (shows it). Below them lie
`camera.py` (tiles to pixels), `ground.py` with `terrain.py` and `noise.py` (the land, in chunks built in the
background), `floor.py` (the land with all that lies on it), `fade.py` (from season to season), `sprites.py` with
`svg.py` and `bending.py` (plants and animals from `assets/sprites/*.svg`), `stand.py` (what sways), `swarm.py`,
`weather.py`, `light.py` and `answers.py` (what flies, falls and flows); and, below the ground, `below.py` and
`underground.py` with `threads.py` (which roots are tied), `traffic.py` (what runs along) and `roots.py` (how it
looks).
Nothing here knows the engine; it may import pygame, numpy and `game.paths`.
"""
