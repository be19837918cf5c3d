"""Mutual Meadow: the one entry. `python3 main.py` sets the game up if need be and plays it; `--help` tells the rest.

This file must be readable by every Python there is, so that one that is too old can say so: no syntax newer than 2.7.
"""

import os
import sys

ROOT = os.path.dirname(os.path.realpath(__file__))
OLDEST = (3, 11)


def too_old():
    import io
    import json

    with io.open(os.path.join(ROOT, "assets", "words", "en", "setup.json"), encoding="utf-8") as file:
        sentence = json.load(file)["python"]
    sys.stderr.write(str(sentence.format(version="{}.{}".format(*sys.version_info[:2]))) + "\n")
    return 2


def main(arguments):
    if sys.version_info < OLDEST:
        return too_old()

    from game import setup

    try:
        setup.prepare(ROOT, for_tests=arguments[:1] in (["test"], ["lint"]))
    except setup.CannotSetUp as sentence:
        sys.stderr.write("{}\n".format(sentence))
        return 2

    from game import cli

    return cli.main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
