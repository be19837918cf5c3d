"""Plant: set a young plant, or a swarm of bees, from the hand on a tile."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.colonies import Colonies
from game.engine.systems.withering import set_plant
from game.engine.world import World
from game.levels.level import Level
from game.play import hand
from game.play.hand import SWARM_HONEY, SWARM_WORKERS
from game.play.names import title
from game.play.progress import Progress
from game.play.refusal import Refusal
from game.play.verbs.verb import Action, not_marked, settled, spot


@dataclass(frozen=True, slots=True)
class Plant(Action):
    species: str
    x: int
    y: int

    form, verb = "plant {species} {x},{y}", "plant"
    sets_out = True

    def may(self, world: World, level: Level, progress: Progress) -> Refusal | None:
        place, held = world.place(self.y, self.x), hand.young(world) | hand.swarms(world)
        if self.species not in held:
            return Refusal("unknown_kind", {"kind": self.species})
        if not world.soil[place]:
            return Refusal("not_soil")
        if settled(world, place):
            return Refusal("taken")
        if refused := not_marked(level, progress, self.x, self.y):
            return refused
        return None if held[self.species] else Refusal("none_left", {"kind": title(world, self.species, many=True)})

    def do(self, world: World, progress: Progress) -> None:
        swarm = next((colonies for colonies in world.colonies if colonies.kind.name == self.species), None)
        if swarm is not None:
            self._let_move_in(world, swarm)
            return
        place, number = spot(world, self.x, self.y), world.flora.index[self.species]
        set_plant(world, place, number)
        world.matter.unmake(
            world.hand.young[number - 1], 1, "planting", to=place, carbon=world.body, mineral=world.plant_mineral
        )
        world.fields["tally_births"][number] += 1
        world.tell("planted", int(place[0]), self.species)

    def _let_move_in(self, world: World, swarm: Colonies) -> None:
        hive = spot(world, self.x, self.y)
        hive[0] = swarm.found(int(hive[0]))
        world.matter.move(swarm.swarm, swarm.workers, SWARM_WORKERS, "a swarm moves in", to=hive)
        world.matter.move(world.hand.honey, swarm.honey, SWARM_HONEY, "a swarm moves in", to=hive)
