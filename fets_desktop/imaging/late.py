"""Libraries that are loaded when they are first used: the window need not wait for what it may never do."""

import importlib
import threading
from typing import Any

_NAMES: set[str] = set()


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
    _NAMES.add(name)
    return _Late(name)


def fetch() -> threading.Thread:
    """Load in the background what was put off, once the window is seen: the first case opened need not wait for it."""
    thread = threading.Thread(target=lambda: [importlib.import_module(name) for name in sorted(_NAMES)], daemon=True)
    thread.start()
    return thread
