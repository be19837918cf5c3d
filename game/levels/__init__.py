"""YAML in, Level out: reading, checking and explaining levels and species. Begin at `loading.py`.

    level.py     what a level is: plain records, no pydantic
    loading.py   load_level, parse_level, check_level, load_species, load_partnerships: the door
    opening.py   from a Level to the world it opens with

    source.py    the bytes of a file, guarded       tree.py, syntax.py   YAML with lines and columns, guarded
    beings.py    fields of plants and colonies      creatures.py         of lichen partners, mycelium, animals
    bonds.py     fields of partnerships             library.py           all of these in assets/
    tiles.py     fields of a letter of the map      schema.py            fields of a level
    sketch.py    the map as it is drawn             roll.py              who belongs to the level
    meaning.py   what the parts make of each other  explain.py           pydantic's errors in plain words
    mistakes.py  a mistake with line and column     reading.py           all of these in order
    build.py     sound fields become a Level        kept.py, records.py  Levels read before, as plain JSON
    editor.py    the JSON Schema that makes editors complete and explain every field

May import game.engine, game.words and game.paths. pydantic is imported when a level is read that is not kept.
"""
