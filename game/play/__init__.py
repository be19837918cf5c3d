"""One playing of one level: its actions, its hand, its goals, its timeline and its saves.

    actions.py    every action there is, and reading one from its line of text
    verbs/        what a player may do, one file a verb: checked, shown beforehand, done
    doing.py      the one place that does so, and what holds for every action: days of work, the level's verbs
    hand.py       what lies in the hand, in the basket and on the shelf
    stores.py     what a home has in store, told by how long it lasts
    gifts.py      the season's turn: who does well gives something of its own
    goals.py      goals and stars
    session.py    Session: do, tick, undo, rewind, take a branch
    timeline.py   what was done when, moments to go back to, futures left behind
    saving.py     saves on the disk: one readable file a session (savefile.py, packing.py, rules.py)
    why.py        what a being (beings.py) received and gave, by replaying the season
    neighbours.py who called on a home, and who put by in the fund that it drew from
    causes.py     why something is lacking, or why a plant died: a chain of three links at most
    bonds.py      which partnerships carried most over a whole play, from the ledger (ledger.py)

May import game.engine, game.levels and game.words; no screen, no clock. Begin at `session.py`.
"""
