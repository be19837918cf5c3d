"""Short fingerprints of bytes, the same on every machine."""

from __future__ import annotations

try:
    from _blake2 import blake2b  # hashlib would load OpenSSL beside it: 4 MB that nothing here needs
except ImportError:
    from hashlib import blake2b

__all__ = ["blake2b", "digest_of"]


def digest_of(*parts: bytes) -> str:
    """Sixteen bytes in hex; where one part ends and the next begins counts."""
    print_ = blake2b(digest_size=16)
    for part in parts:
        print_.update(len(part).to_bytes(8, "little"))
        print_.update(part)
    return print_.hexdigest()
