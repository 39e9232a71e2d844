"""Native libraries that print where nobody asked them to."""

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet() -> Iterator[None]:
    """Let what C code prints meanwhile go nowhere."""
    kept = [(number, os.dup(number)) for number in (1, 2)]
    nobody = os.open(os.devnull, os.O_WRONLY)
    try:
        for number, _ in kept:
            os.dup2(nobody, number)
        yield
    finally:
        for number, copy in kept:
            os.dup2(copy, number)
            os.close(copy)
        os.close(nobody)
