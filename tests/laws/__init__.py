"""The ecological laws: each is shown over many seeds, and shown to fail when its mechanism is cut out.

One worker proves all laws of a file (tests/sharing_out.py): a life that several of them look at is lived once where the
function that lives it is a `@cache`.
"""
