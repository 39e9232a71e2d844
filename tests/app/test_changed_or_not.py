"""Whether an open case differs from its version: told right after every edit, though not looked for everywhere."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.annotations.session import _difference
from fets_desktop.review.brush import Brush


def stroke(session: object, x: float, value: int, radius: float = 3.0) -> None:
    editor = session.editor  # type: ignore[attr-defined]
    editor.begin("Brush", Brush(value, radius))
    editor.dab((x, 13.0, 9.0))
    editor.end()


def test_edits_undone_painted_over_and_saved(reviewing: Reviewing, case: str) -> None:
    session = reviewing.open(case)
    assert not session.changed
    stroke(session, 8.0, 2)
    assert session.changed
    stroke(session, 14.0, 1)
    session.editor.undo()
    assert session.changed
    session.editor.undo()
    assert not session.changed
    session.editor.redo()
    assert session.changed
    stroke(session, 8.0, 0, 6.0)
    assert not session.changed, "it was painted away by hand"
    stroke(session, 8.0, 2)
    reviewing.save(session, "Dr. Weber")
    assert not session.changed
    session.editor.undo()
    assert session.changed


@settings(max_examples=60)
@given(
    st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(1, 5)),
    st.lists(st.integers(0, 124), max_size=3),
)
def test_a_difference_is_found_wherever_it_lies(shape: tuple[int, int, int], places: list[int]) -> None:
    one = np.zeros(shape, np.uint8)
    other = one.copy()
    for place in places:
        other.reshape(-1)[place % other.size] = 4
    found = _difference(one, other)
    assert (found is None) == (not other.any())
    assert found is None or other[found] == 4
