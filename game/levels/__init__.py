"""YAML in, Level out: reading, checking and explaining levels and species. Begin at `loading.py`.

    level.py     what a level is (plain records; no pydantic)
    loading.py   load_level, parse_level, check_level, load_species, load_partnerships
    source.py    bytes of a file, guarded          tree.py      YAML with lines and columns, guarded
    schema.py    the fields of a level             beings.py    the fields of species and partnerships
    meaning.py   what fields must make of each other        mistakes.py   plain words with line and column
    editor.py    the JSON Schema for editors

May import game.engine.species, game.words and game.paths. pydantic is imported when the first level is read.
"""
