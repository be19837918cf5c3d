"""Plays without a screen: policies, measured plays, speed.

    policies/     who plays: none, random, share, hoard - one function each
    playing.py    let a policy play a session
    run.py        one play, measured: the `run` command
    masting.py    which trees bore in which year
    checking.py   levels' mistakes: the `check` command
    bench.py      how fast engine, frames and start-up are: the `bench` command
    meadows.py    maps of any size to measure on, where everyone lives
    telling.py    reports as tables
    book.py       docs/model.md, made from the code

May import game.engine, game.levels, game.play and game.words; what `bench` needs of the desktop is handed to it.
Begin at `playing.py`.
"""
