"""A level in which every kind of being lives, as small as it can be, to be changed line by line in tests."""

from __future__ import annotations

from tests.levels.small import edited

LIVING = """\
format: 1
title: All together
story: Everyone lives here.
minutes: 2
age: 10-14
years: 2
map: |
  #l#....b..
  ##f.c.ts..
  ......=...
  .~~.p.=..s
  .~~...+h..
  g.a.g.t..n
legend:
  l: {lichen: {fungus: 4, alga: 4}}
  f: {lichen: {fungus: 4}}
  b: {plant: serviceberry, animals: {bluebird: 3}}
  s: {plant: serviceberry}
  t: {plant: pecan, threads: 6}
  p: {perch: true}
  h: {hive: {workers: 6, honey: 30}}
  n: {home: Ines}
  g: {plant: goldenrod, threads: 2}
  a: {plant: aster}
  c: {plant: white_clover}
hand:
  - {give: green_alga, count: 2}
  - {give: crust_fungus, count: 2}
  - {give: mycelium, count: 2}
  - {give: perch, count: 2}
  - {give: mulch, count: 2}
  - {give: goldenrod, count: 2}
guests: {squirrel: 2}
events:
  - {weather: drought, year: 2, from_day: 30, to_day: 50, strength: 60, announced: 16}
verbs: [plant, inoculate, connect, invite, water, mulch, gather, give, keep]
days: 8
goals:
  - {text: Birds are here., measure: count, member: bluebird, at_least: 1}
  - {text: Squirrels came., measure: count, member: squirrel, at_least: 1}
  - {text: Rock is soil., measure: soil_formed, at_least: 1}
stars:
  - {title: One, needs: [{text: All do well., measure: flourishing, at_least: 50}]}
  - {title: Two, needs: [{text: Nobody is left., measure: worst_off, at_least: 40}]}
  - {title: Three, needs: [{text: It lasts., measure: lasting, at_least: 40}]}
hints: [Look., Look again.]
reflect: ["Why?"]
evidence: {badge: story, note: A test.}
"""


def living(*changes: tuple[str, str], more: str = "") -> str:
    """The living level with pieces of its text replaced, each of which is there once, and lines added at the end."""
    return edited(LIVING, changes, more)
