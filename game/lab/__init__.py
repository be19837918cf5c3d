"""Plays without a screen: policies, measured plays, speed.

    policies/     who plays: none, random, share, hoard - one function each
    playing.py    let a policy play a session
    run.py        one play, measured: the `run` command
    bench.py      how fast engine, frames and start-up are: the `bench` command
    meadows.py    mixed maps of any size to measure on

May import game.engine, game.levels, game.play and game.words; game.desktop only inside `bench`, when frames are asked for.
Begin at `playing.py`.
"""
