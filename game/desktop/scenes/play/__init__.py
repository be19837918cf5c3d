"""Playing a level: the world drawn full-bleed, and over it the cards with which a player looks, decides and acts.

Begin with `scene.py`: it owns the session, hands events on and keeps everything true. `depiction.py` turns a world into
a picture, `pace.py` lets time pass, `tools.py` says what the hand can do and `aim.py` what it would do at a tile. The
other files are one card each. Nothing here changes a world but `scene.py`, and that only by `session.do`.
"""

from game.desktop.scenes.play.scene import PlayScene

__all__ = ["PlayScene"]
