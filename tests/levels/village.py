"""A village for tests: three homes, shrubs, a brook and a tip; changed piece by piece."""

from __future__ import annotations

VILLAGE = """\
format: 1
title: A village
story: Three homes and their land.
minutes: 5
age: 10+
seed: 1
years: 4
map: |
  ....~~....
  .a.s..s...
  .h..s..b..
  ..s....s..
  .....c..f.
  ++++++++++
  ....x.....
legend:
  a: {home: {name: Ada, needs: [food, water, warmth, care], works: 4, mouths: 2, food: 60, wood: 2}}
  b: {home: {name: Ben, needs: [food, water, warmth], works: 4}}
  c: {home: {name: Yours, yours: true}}
  s: {plant: serviceberry}
  f: {plant: serviceberry, plot: Ben}
  h: {hive: {workers: 12, honey: 60}}
  x: {ground: path, tip: true}
fund: {}
verbs: [connect, gather, keep, give, water, feed, compost, restore, waste, visit, meet, carry]
goals:
  - {text: All fare well., measure: flourishing, at_least: 1}
stars:
  - {title: Everyone well, needs: [{text: Flourishing is 60., measure: flourishing, at_least: 60}]}
  - {title: The worst-off lifted, needs: [{text: Nobody is below 50., measure: worst_off, at_least: 50}]}
  - {title: Lasting, needs: [{text: After a year alone nobody is below 40., measure: lasting, at_least: 40}]}
hints: [Look who is short., "Who has plenty?"]
reflect: ["Who received something, and from whom?"]
evidence: {badge: story, note: Why we think it is so.}
"""


def village(*changes: tuple[str, str]) -> str:
    """Its text, with each first text of `changes` replaced by the second."""
    text = VILLAGE
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text
