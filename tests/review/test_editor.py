"""The editor against a plain second implementation, and undo/redo/replay by property."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fets_desktop.review.brush import Brush, BrushShape
from fets_desktop.review.edit import Edit, EditKind
from fets_desktop.review.editor import Editor
from fets_desktop.review.measures import volumes_ml
from fets_desktop.review.replay import replay
from fets_desktop.review.rules import PaintRule
from fets_desktop.study.crop import Box
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.volume import LabelMap

SHAPE = (9, 14, 12)
GRID = Grid.from_affine(SHAPE, np.diag([1.0, 1.5, 3.0, 1.0]))


def start(seed: int = 0) -> LabelMap:
    rng = np.random.default_rng(seed)
    return LabelMap(rng.choice([0, 0, 0, 1, 2, 4], SHAPE).astype(np.uint8), GRID, BRATS_2021)


def distance_mm(voxel_zyx, a, b):
    p = np.array(voxel_zyx[::-1]) * GRID.spacing_mm
    a, b = np.array(a) * GRID.spacing_mm, np.array(b) * GRID.spacing_mm
    length = float((b - a) @ (b - a))
    t = 0.0 if length == 0 else min(max(float((p - a) @ (b - a)) / length, 0.0), 1.0)
    return float(np.linalg.norm(p - (a + t * (b - a))))


def test_a_ball_covers_what_lies_within_its_radius_in_mm():
    a, b, radius = (3.2, 4.1, 2.0), (8.0, 9.6, 5.5), 4.0
    box, mask = Brush(1, radius, BrushShape.BALL).covered(a, b, GRID)
    painted = np.zeros(SHAPE, dtype=bool)
    painted[box.slices] = mask
    truth = np.array([distance_mm(i, a, b) <= radius for i in np.ndindex(SHAPE)]).reshape(SHAPE)
    assert truth.sum() > 50
    assert np.array_equal(painted, truth)


@pytest.mark.parametrize("axis", [0, 1, 2])
def test_a_disc_is_one_slice_of_the_ball(axis):
    point = (5.0, 6.0, 4.0)
    box, mask = Brush(1, 4.0, BrushShape.DISC, axis).covered(point, point, GRID)
    level = point[::-1][axis]
    assert box.start[axis] == level
    assert box.stop[axis] == level + 1
    ball_box, ball = Brush(1, 4.0, BrushShape.BALL).covered(point, point, GRID)
    whole = np.zeros(SHAPE, dtype=bool)
    whole[ball_box.slices] = ball
    only = np.zeros(SHAPE, dtype=bool)
    only[box.slices] = mask
    assert np.array_equal(
        only, whole & (np.arange(SHAPE[axis]) == level).reshape([-1 if d == axis else 1 for d in range(3)])
    )


def test_the_smallest_brush_still_paints_the_voxel_under_it():
    box, mask = Brush(1, 0.01).covered((4.4, 5.4, 3.4), (4.4, 5.4, 3.4), GRID)
    assert mask.sum() == 1
    assert (box.start[0] + np.argwhere(mask)[0][0], box.start[1] + np.argwhere(mask)[0][1]) == (3, 5)


def test_a_stroke_outside_the_grid_paints_nothing():
    editor = Editor(start())
    editor.begin("Brush", Brush(1, 3.0))
    editor.dab((-50.0, 2.0, 3.0))
    assert editor.end() is None
    assert not editor.can_undo


def test_rules_protect_locked_labels_other_labels_and_what_is_outside_the_brain():
    labels = start()
    brain = np.zeros(SHAPE, dtype=bool)
    brain[:, :, 6:] = True
    editor = Editor(labels, brain)
    rule = PaintRule(locked=frozenset({2}), inside_brain=True)
    editor.begin("Brush", Brush(4, 100.0, BrushShape.BALL), rule)
    editor.dab((5.0, 5.0, 5.0))
    editor.end()
    expected = np.where(brain & (labels.array != 2), 4, labels.array)
    assert np.array_equal(editor.labels.array, expected)
    editor.begin("Eraser", Brush(0, 100.0, BrushShape.BALL), PaintRule(over=1))
    editor.dab((5.0, 5.0, 5.0))
    editor.end()
    assert np.array_equal(editor.labels.array, np.where(expected == 1, 0, expected))
    editor.begin("Brush", Brush(2, 100.0, BrushShape.BALL), PaintRule(locked=frozenset({2})))
    editor.dab((5.0, 5.0, 5.0))
    assert editor.end() is None, "a locked label is not painted either"


def test_abort_leaves_nothing_behind():
    told = []
    editor = Editor(start(), on_edited=told.append)
    editor.begin("Brush", Brush(4, 5.0, BrushShape.BALL))
    editor.dab((3.0, 3.0, 3.0))
    editor.dab((8.0, 9.0, 6.0))
    assert not np.array_equal(editor.labels.array, start().array)
    editor.undo()
    assert np.array_equal(editor.labels.array, start().array)
    assert editor.volumes == volumes_ml(start())
    assert not told
    assert not editor.can_undo


def test_an_edit_that_cannot_be_journalled_is_taken_back():
    def full(edit):
        raise StudyError("disk-full")

    editor = Editor(start())
    editor.begin("Brush", Brush(4, 5.0))
    editor.dab((3.0, 3.0, 3.0))
    editor.end()
    kept = editor.labels.array.copy()
    editor.on_edited = full
    editor.begin("Brush", Brush(2, 5.0))
    editor.dab((6.0, 3.0, 3.0))
    with pytest.raises(StudyError):
        editor.end()
    with pytest.raises(StudyError):
        editor.undo()
    assert np.array_equal(editor.labels.array, kept)
    assert editor.can_undo
    assert not editor.can_redo
    assert not editor.in_stroke
    assert editor.volumes == volumes_ml(editor.labels)


def test_painted_boxes_hold_every_voxel_that_changed():
    boxes = []
    editor = Editor(start(), on_painted=boxes.append)
    before = editor.labels.array.copy()
    editor.begin("Brush", Brush(1, 3.0, BrushShape.BALL))
    editor.dab((3.0, 3.0, 3.0))
    editor.dab((9.0, 12.0, 7.0))
    editor.end()
    seen = np.zeros(SHAPE, dtype=bool)
    for box in boxes:
        seen[box.slices] = True
    assert not ((editor.labels.array != before) & ~seen).any()


def test_changed_follows_saving_undo_and_redo():
    editor = Editor(start())
    box = Box((0, 0, 0), (2, 2, 2))
    assert not editor.changed
    editor.apply(box, np.ones(box.shape, dtype=bool), 4, "Fill")
    assert editor.changed
    editor.undo()
    assert not editor.changed
    editor.redo()
    editor.mark_saved()
    assert not editor.changed
    editor.undo()
    assert editor.changed


def test_labels_unknown_to_the_scheme_are_refused():
    editor = Editor(start())
    with pytest.raises(ValueError, match="label 3"):
        editor.begin("Brush", Brush(3))
    with pytest.raises(ValueError, match="label 7"):
        editor.apply(Box((0, 0, 0), (1, 1, 1)), np.ones((1, 1, 1), dtype=bool), 7, "Fill")


def test_a_small_budget_forgets_the_oldest_but_never_the_last_twenty():
    editor = Editor(start(), budget_bytes=0)
    for n in range(30):
        box = Box((0, 0, n % 12), (9, 14, n % 12 + 1))
        values = np.random.default_rng(n).choice([0, 1, 2, 4], box.shape).astype(np.uint8)
        editor.apply(box, np.ones(box.shape, dtype=bool), values, f"Edit {n}")
    assert [edit.patch.name for edit in editor.history.done] == [f"Edit {n}, 9 slices" for n in range(10, 30)]


coordinate = st.tuples(st.floats(-3, 14), st.floats(-3, 16), st.floats(-3, 11))
stroke = st.tuples(
    st.just("stroke"),
    st.lists(coordinate, min_size=1, max_size=4),
    st.sampled_from([0, 1, 2, 4]),
    st.floats(0.1, 6.0),
    st.sampled_from(list(BrushShape)),
    st.sampled_from([0, 1, 2]),
    st.sampled_from([None, 0, 2]),
)
action = st.one_of(stroke, stroke, st.just(("undo",)), st.just(("redo",)), st.just(("abort",)))


def perform(editor: Editor, step) -> None:
    match step:
        case ("stroke", points, value, radius, shape, axis, over):
            editor.begin("Brush", Brush(value, radius, shape, axis), PaintRule(over=over))
            for point in points:
                editor.dab(point)
            editor.end()
        case ("abort",):
            editor.begin("Brush", Brush(4, 4.0, BrushShape.BALL))
            editor.dab((5.0, 5.0, 5.0))
            editor.abort()
        case ("undo",):
            editor.undo()
        case ("redo",):
            editor.redo()


@settings(max_examples=120)
@given(st.lists(action, max_size=14))
def test_any_sequence_undone_redone_and_replayed_restores_exactly(steps):
    lines: list[bytes] = []
    editor = Editor(start(), on_edited=lambda edit: lines.append(edit.to_line()))
    for step in steps:
        perform(editor, step)
        assert editor.volumes == volumes_ml(editor.labels)
    again = Editor(start())
    replay(again, lines)
    assert np.array_equal(again.labels.array, editor.labels.array)
    assert again.history.done == editor.history.done
    assert again.history.undone == editor.history.undone
    final, depth = editor.labels.array.copy(), len(editor.history.done)
    while editor.can_undo:
        editor.undo()
    assert np.array_equal(editor.labels.array, start().array)
    for _ in range(depth):
        editor.redo()
    assert np.array_equal(editor.labels.array, final)


def test_a_journal_begun_after_a_save_can_undo_what_came_before_it():
    lines: list[bytes] = []
    editor = Editor(start(), on_edited=lambda edit: lines.append(edit.to_line()))
    perform(editor, ("stroke", [(4.0, 4.0, 4.0)], 4, 4.0, BrushShape.BALL, 0, None))
    saved = LabelMap(editor.labels.array.copy(), GRID, BRATS_2021)
    lines.clear()
    editor.undo()
    editor.redo()
    editor.undo()
    again = Editor(saved)
    replay(again, lines)
    assert np.array_equal(again.labels.array, start().array)
    assert again.can_redo


def test_a_journal_of_another_label_map_is_refused_as_damaged():
    lines: list[bytes] = []
    editor = Editor(start(), on_edited=lambda edit: lines.append(edit.to_line()))
    perform(editor, ("stroke", [(4.0, 4.0, 4.0)], 4, 4.0, BrushShape.BALL, 0, None))
    with pytest.raises(StudyError) as caught:
        replay(Editor(start(seed=1)), lines)
    assert caught.value.code == "damaged-workspace"
    with pytest.raises(StudyError):
        replay(Editor(start()), [lines[0][:-1]])
    with pytest.raises(StudyError):
        replay(Editor(start()), [b"2 edit 1 x"])


def test_a_stroke_takes_hundreds_of_bytes():
    labels = LabelMap(np.zeros((155, 240, 240), np.uint8), Grid.from_affine((155, 240, 240), np.eye(4)), BRATS_2021)
    editor = Editor(labels)
    editor.begin("Brush, ET", Brush(4, 6.0))
    for x in range(100, 140):
        editor.dab((float(x), 120.0, 80.0))
    patch = editor.end()
    assert patch is not None
    line = Edit.from_line(Edit(EditKind.EDIT, 1, patch).to_line())
    assert line.patch == patch
    assert len(patch.to_bytes()) < 400
