"""A level on soil without mineral: clover and its root bacteria make it rich, and goldenrods wait for that."""

from __future__ import annotations

from tests.levels.small import edited

POOR_GROUND = """\
format: 1
title: Poor ground
story: Nothing has grown here for years. Clover brings along what it needs.
minutes: 3
age: 10-14
years: 3
map: |
  ............
  .w.w..w.wg..
  ..w.gw...w..
  .w.w..hw.w..
  ..g.w..w.g..
  ............
legend:
  w: {plant: {species: white_clover, stage: young}}
  g: {plant: {species: goldenrod, stage: young}}
  h: {hive: {workers: 8, honey: 60}}
soil: {mineral: 0, subsoil: 0, litter_carbon: 0, litter_mineral: 0}
hand:
  - {give: white_clover, count: 3}
  - {give: goldenrod, count: 3}
  - {give: mulch, count: 2}
verbs: [plant, water, mulch, gather, keep]
goals:
  - {text: The clover does well at the end., measure: wellbeing, member: white_clover, at_least: 60}
stars:
  - {title: One, needs: [{text: All do well., measure: flourishing, at_least: 50}]}
  - {title: Two, needs: [{text: Nobody is left., measure: worst_off, at_least: 40}]}
  - {title: Three, needs: [{text: It lasts., measure: lasting, at_least: 40}]}
hints: [Look at the clover., Look below the ground.]
reflect: ["Where does the mineral come from?"]
evidence: {badge: solid, note: A test.}
"""


def poor_ground(*changes: tuple[str, str], more: str = "") -> str:
    """The level with pieces of its text replaced, each of which is there once, and lines added at the end."""
    return edited(POOR_GROUND, changes, more)
