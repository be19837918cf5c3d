"""The verbs: what a player may do to the world, one file a verb.

A verb is a frozen record that reads as a line of text and knows three things: whether it is possible (`may`), what it
would take and bring (`preview`), and doing it (`do`). `verb.py` says what they have in common. To add one: its file
here, its line in `ACTIONS` of `game/play/actions.py`, its name in `Verb` of `game/levels/level.py`, and its words.

Asked only by `game/play/doing.py`, which first checks what holds for all: days of work, the level's verbs, the map.
"""
