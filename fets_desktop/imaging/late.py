"""Libraries that are loaded when they are first used: the window need not wait for what it may never do."""

import importlib
from typing import Any


class _Late:
    """Stands for a module, and brings it in when something of it is asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a module holds what it holds
        found = getattr(importlib.import_module(self._name), name)
        # the next time it is at hand
        setattr(self, name, found)
        return found


def late(name: str) -> Any:  # noqa: ANN401
    """Return what stands for a foreign module that is slow to load; nothing of it may be used while modules load.

    Args:
        name: Its whole name, for example "scipy.ndimage", which takes a quarter of a CPU-second.
    """
    return _Late(name)
