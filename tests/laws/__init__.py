"""The ecological laws: each is shown over many seeds, and shown to fail when its mechanism is cut out."""
