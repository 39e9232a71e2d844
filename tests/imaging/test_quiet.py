"""What native libraries print goes nowhere, and what others print goes where it went before."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from fets_desktop.imaging.quiet import quiet


@contextmanager
def printing_to(path: Path) -> Iterator[None]:
    """Let a file take what is printed meanwhile; in the test itself, for pytest has its own way with the outputs."""
    kept, sink = os.dup(1), os.open(path, os.O_WRONLY | os.O_CREAT)
    os.dup2(sink, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(sink)


def test_what_is_printed_meanwhile_goes_nowhere(tmp_path):
    with printing_to(tmp_path / "printed"):
        os.write(1, b"before ")
        with quiet():
            os.write(1, b"amid ")
        os.write(1, b"after")
    assert (tmp_path / "printed").read_text() == "before after"


def test_two_that_overlap_leave_the_outputs_as_they_were(tmp_path):
    """As two threads that write images do: whoever came later goes later."""
    with printing_to(tmp_path / "printed"):
        first, second = quiet(), quiet()
        first.__enter__()
        second.__enter__()
        first.__exit__(None, None, None)
        os.write(1, b"one still wants quiet ")
        second.__exit__(None, None, None)
        os.write(1, b"after")
    assert (tmp_path / "printed").read_text() == "after"


def test_outputs_come_back_after_an_error(tmp_path):
    with printing_to(tmp_path / "printed"):
        with pytest.raises(RuntimeError), quiet():
            raise RuntimeError
        os.write(1, b"after")
    assert (tmp_path / "printed").read_text() == "after"
