"""What fills the window: one scene at a time, told what the player does and asked for a picture.

`scene.py` says what a scene is; `title.py` is the first, `chooser.py` and `opening.py` lead into a level, `play/` is
the game itself, `ending.py` looks back, `settings.py` is a dialog that every scene can open. A new scene is one file
here and one `app.go(...)` where it begins. Scenes may use everything in `game.desktop` and what lies below it.
"""
