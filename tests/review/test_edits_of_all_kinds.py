"""Edits of every kind, in any order: undone, redone, and replayed from a journal that was cut."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from fets_desktop.review.between import interpolate
from fets_desktop.review.brush import Brush, BrushShape
from fets_desktop.review.editor import Editor
from fets_desktop.review.flood import alike_region, label_region
from fets_desktop.review.grow import Seeds, grow
from fets_desktop.review.measures import volumes_ml
from fets_desktop.review.moves import copy_slice, swap, take_region
from fets_desktop.review.picky import AlikeBrush, RangeBrush
from fets_desktop.review.pieces import fill_holes, keep_largest, keep_piece, remove_piece, remove_small
from fets_desktop.review.polygon import polygon
from fets_desktop.review.replay import replay
from fets_desktop.review.rules import PaintRule
from fets_desktop.review.smooth import smooth
from fets_desktop.store.journal import EditJournal
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.volume import LabelMap

SHAPE = (8, 12, 10)
GRID = Grid.from_affine(SHAPE, np.diag([1.0, 1.5, 2.0, 1.0]))
VALUES = [0, 1, 2, 4]


def start(seed: int = 0) -> LabelMap:
    rng = np.random.default_rng(seed)
    coarse = rng.choice([0, 0, 1, 2, 4], tuple(n // 2 for n in SHAPE)).astype(np.uint8)
    return LabelMap(coarse.repeat(2, 0).repeat(2, 1).repeat(2, 2), GRID, BRATS_2021)


IMAGE = (np.random.default_rng(5).random(SHAPE) * 40 + 20 * start(3).array).astype(np.float32)
BRAIN = np.indices(SHAPE)[2] > 1
CANDIDATE = start(9)
VOXEL = (4, 5, 3)


def changes(labels: np.ndarray, value: int, axis: int, index: int) -> dict:
    """Return every tool as a call that gives its change."""
    seed = (min(index, SHAPE[2] - 1), VOXEL[1], VOXEL[2])
    return {
        "polygon": lambda: polygon([(1.5, 1.5, 1.5), (8.0, 2.0, 1.5), (3.0, 9.0, 5.0)], axis, value, SHAPE),
        "label region": lambda: label_region(labels, seed, value, axis),
        "alike region": lambda: alike_region(IMAGE, seed, 25.0, value),
        "grow": lambda: grow(Seeds(labels, [IMAGE], GRID, 4.0, BRAIN)),
        "interpolate": lambda: interpolate(labels, value, axis, GRID),
        "smooth": lambda: smooth(labels, value, GRID, 1.5),
        "smooth slice": lambda: smooth(labels, value, GRID, 1.5, axis, index),
        "holes": lambda: fill_holes(labels, value),
        "largest": lambda: keep_largest(labels, value, GRID),
        "small": lambda: remove_small(labels, value, GRID, 0.1),
        "remove": lambda: remove_piece(labels, seed, GRID),
        "keep": lambda: keep_piece(labels, seed, GRID),
        "swap": lambda: swap(labels, 1, value),
        "copy": lambda: copy_slice(labels, axis, index, index + 1, value),
        "copy all": lambda: copy_slice(labels, axis, index, index - 1),
        "take": lambda: take_region(labels, CANDIDATE, seed, BRATS_2021, whole=True),
    }


TOOLS = list(changes(start().array, 1, 0, 0))
LABELLED = [1, 2, 4]
rule = st.builds(
    PaintRule,
    over=st.sampled_from([None, None, 0, 2]),
    locked=st.frozensets(st.sampled_from(LABELLED), max_size=2),
    inside_brain=st.booleans(),
)
coordinate = st.tuples(st.floats(-2, 11), st.floats(-2, 13), st.floats(-2, 9))
tool = st.tuples(st.sampled_from(TOOLS), st.sampled_from(LABELLED), st.integers(0, 2), st.integers(0, 7), rule)
stroke = st.tuples(
    st.sampled_from(["plain", "range", "alike"]),
    st.lists(coordinate, min_size=1, max_size=3),
    st.sampled_from(VALUES),
    st.sampled_from(list(BrushShape)),
    rule,
)
step = st.one_of(tool, tool, stroke, st.just("undo"), st.just("redo"), st.just("abort"))


def perform(editor: Editor, wish) -> PaintRule | None:
    """Do a step; return the rule it was under."""
    if wish in ("undo", "redo"):
        getattr(editor, wish)()
        return None
    if wish == "abort":
        editor.begin("Brush", Brush(4, 4.0, BrushShape.BALL))
        editor.dab((5.0, 5.0, 5.0))
        editor.abort()
        return None
    kind, *given_, held = wish
    if kind in TOOLS:
        value, axis, index = given_
        change = changes(editor.labels.array, value, axis, index)[kind]()
        editor.apply(change.box, change.mask, change.values, kind, held, change.axis)
        return held
    points, value, shape = given_
    brush = Brush(value, 3.0, shape)
    picky = {"plain": brush, "range": RangeBrush(brush, IMAGE, 10, 60), "alike": AlikeBrush(brush, IMAGE, 40.0, 30.0)}
    editor.begin(kind, picky[kind], held)
    for point in points:
        editor.dab(point)
    editor.end()
    return held


def heeded(before: np.ndarray, after: np.ndarray, held: PaintRule) -> bool:
    changed = before != after
    if held.inside_brain and (changed & ~BRAIN).any():
        return False
    if held.over is not None and (before[changed] != held.over).any():
        return False
    locked = list(held.locked)
    return not (np.isin(before[changed], locked).any() or np.isin(after[changed], locked).any())


@settings(max_examples=80)
@given(st.lists(step, max_size=10), st.integers(0, 400))
def test_edits_of_all_kinds_are_undone_redone_and_replayed_exactly(steps, cut):
    with TemporaryDirectory() as folder:
        journal = EditJournal(Path(folder) / "journal")
        told: list[bytes] = []
        editor = Editor(start(), BRAIN, on_edited=lambda edit: told.append(edit.to_line()))
        arrays = [start().array]
        for wish in steps:
            before, lines = editor.labels.array.copy(), len(told)
            held = perform(editor, wish)
            assert held is None or heeded(before, editor.labels.array, held)
            assert editor.volumes == volumes_ml(editor.labels)
            if len(told) > lines:
                journal.append(told[-1])
                arrays.append(editor.labels.array.copy())
        final = editor.labels.array.copy()
        names = [edit.patch.name for edit in editor.history.done]
        _replays(journal, arrays, names, cut)
        depth = len(names)
        while editor.can_undo:
            editor.undo()
        assert np.array_equal(editor.labels.array, start().array)
        for _ in range(depth):
            editor.redo()
        assert np.array_equal(editor.labels.array, final)


def _replays(journal: EditJournal, arrays: list[np.ndarray], names: list[str], cut: int) -> None:
    """A journal replays to the live array; torn at its end, to that after the last whole edit."""
    again = Editor(start(), BRAIN)
    replay(again, journal.read())
    assert np.array_equal(again.labels.array, arrays[-1])
    assert [edit.patch.name for edit in again.history.done] == names
    if not journal.file.exists():
        return
    content = journal.file.read_bytes()
    torn = journal.file.with_name("torn")
    torn.write_bytes(content[: max(len(content) - cut, 0)])
    lines = EditJournal(torn).read()
    back = Editor(start(), BRAIN)
    replay(back, lines)
    assert np.array_equal(back.labels.array, arrays[len(lines)])


def test_an_edit_bears_the_slices_it_changed_in_its_name():
    editor = Editor(LabelMap(np.zeros(SHAPE, np.uint8), GRID, BRATS_2021))
    editor.begin("Brush, ET", Brush(4, 4.2, BrushShape.BALL))
    editor.dab((5.0, 5.0, 4.0))
    ball = editor.end()
    editor.begin("Brush, ED", Brush(2, 4.2, BrushShape.DISC, axis=2))
    editor.dab((5.0, 5.0, 4.0))
    disc = editor.end()
    assert ball is not None
    assert disc is not None
    assert ball.name == "Brush, ET, 5 slices"
    assert disc.name == "Brush, ED, 1 slice"
    filled = polygon([(1.5, 1.5, 1.5), (1.5, 9.0, 1.5), (1.5, 9.0, 6.0)], 2, 1, SHAPE)
    patch = editor.apply(filled.box, filled.mask, filled.values, "Polygon, NCR", axis=filled.axis)
    assert patch is not None
    assert patch.name == "Polygon, NCR, 1 slice"
