"""What is refused: the error that a call ends in."""

from collections.abc import Callable

import pytest

from fets_desktop.study.errors import StudyError


def refused(call: Callable[..., object], *arguments: object) -> StudyError:
    """Return the error that a call ends in; one that does not fails the test."""
    with pytest.raises(StudyError) as caught:
        call(*arguments)
    return caught.value


def code(call: Callable[..., object], *arguments: object) -> str:
    """Return the code of the error that a call ends in."""
    return refused(call, *arguments).code
