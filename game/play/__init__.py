"""One playing of one level: its actions, its hand, its goals, its timeline and its saves.

    actions.py    what a player may do, as small records that can be written as a line of text
    doing.py      the one place where each action is checked, previewed and done
    gifts.py      the season's turn: who does well gives something of its own
    goals.py      goals and stars
    session.py    Session: do, tick, undo, rewind, take a branch
    timeline.py   what was done when, moments to go back to, futures left behind
    saving.py     saves on the disk: one readable file a session (savefile.py, packing.py, rules.py)
    why.py        what a being (beings.py) received and gave, by replaying the season
    causes.py     why something is lacking, or why a plant died: a chain of three links at most
    bonds.py      which partnerships carried most over a whole play, from the ledger (ledger.py)

May import game.engine, game.levels and game.words; no screen, no clock. Begin at `session.py`.
"""
