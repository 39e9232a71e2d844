"""Keys that a person put in the place of a keymap's, as they are written down: "itksnap tool brush=Ctrl+B; ..."."""

from collections.abc import Mapping

MAPS = ("itksnap", "slicer")


def read_own_keys(words: str) -> dict[str, str]:
    """Return the key of each "map action".

    Raises:
        ValueError: In a person's words, if it is not written as such.
    """
    found: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in words.split(";"))):
        name, _, key = part.partition("=")
        if name.partition(" ")[0] not in MAPS or not name.partition(" ")[2].strip() or not key.strip():
            raise ValueError(f"{part!r} is no key; write: itksnap tool brush=Ctrl+B")
        found[" ".join(name.split())] = key.strip()
    return found


def write_own_keys(own: Mapping[str, str]) -> str:
    """Return keys as `read_own_keys` takes them."""
    return "; ".join(f"{name}={key}" for name, key in own.items())
