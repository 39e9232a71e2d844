"""The editor of one label map: strokes, rules, undo and redo; every change ends in one patch.

The label array has a twin that holds the state before the stroke in hand. Outside a stroke both are equal, so a stroke
costs by what it touches and never by the size of the volume.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from fets_desktop.review.brush import Brush, Point
from fets_desktop.review.edit import Edit, EditKind
from fets_desktop.review.history import BUDGET_BYTES, History, Numbered
from fets_desktop.review.measures import Volumes, volumes_of_counts
from fets_desktop.review.patch import Patch
from fets_desktop.review.picky import Covering
from fets_desktop.review.rules import ANYWHERE, PaintRule
from fets_desktop.study.crop import Box
from fets_desktop.study.labels import counts_of
from fets_desktop.study.volume import LabelArray, LabelMap, Mask

_NOTHING = Box((0, 0, 0), (0, 0, 0))


def _nobody(_: object) -> None:
    """Hear and do nothing."""


@dataclass
class _Stroke:
    name: str
    brush: Covering
    rule: PaintRule
    changeable: npt.NDArray[np.bool_]
    last: Point | None = None
    touched: Box = _NOTHING


class Editor:
    """Owns a copy of a label map and every change to it.

    Args:
        labels: Where the editing starts.
        brain: `(z, y, x)` mask for the rule "only inside the brain".
        on_painted: Told the box of voxels that look different now, during and after strokes.
        on_edited: Told every finished edit, undo and redo; if it raises, the change is taken back.
        budget_bytes: Memory for undo.

    Raises:
        ValueError: If the mask stands on another grid.
    """

    def __init__(
        self,
        labels: LabelMap,
        brain: Mask | None = None,
        on_painted: Callable[[Box], None] = _nobody,
        on_edited: Callable[[Edit], None] = _nobody,
        budget_bytes: int = BUDGET_BYTES,
    ) -> None:
        if brain is not None and brain.shape != labels.array.shape:
            raise ValueError("the brain mask stands on another grid")
        self.on_painted = on_painted
        self.on_edited = on_edited
        self.history = History(budget_bytes)
        self.brain = brain
        self._array: LabelArray = np.array(labels.array, dtype=np.uint8, order="C")
        self._twin: LabelArray = self._array.copy()
        self._labels = LabelMap(self._array, labels.grid, labels.scheme)
        self._counts = counts_of(self._array)
        self._known = (0, *(value for value, _ in labels.scheme.values))
        self._stroke: _Stroke | None = None
        self._saved: int | None = None

    @property
    def labels(self) -> LabelMap:
        """The live label map; read it, never write it."""
        return self._labels

    @property
    def volumes(self) -> Volumes:
        """Volumes by tissue and region, kept up to date during strokes."""
        counts = {value: int(self._counts[value]) for value, _ in self._labels.scheme.values}
        return volumes_of_counts(counts, self._labels.scheme, self._labels.grid.voxel_ml)

    @property
    def in_stroke(self) -> bool:
        """Whether a stroke is in hand."""
        return self._stroke is not None

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return self.history.next_undo is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is an edit to bring again."""
        return self.history.next_redo is not None

    @property
    def changed(self) -> bool:
        """Whether the label map differs from what was last saved (see `mark_saved`)."""
        top = self.history.next_undo
        return (top.number if top else None) != self._saved

    def mark_saved(self) -> None:
        """Remember that the label map as it stands is saved."""
        top = self.history.next_undo
        self._saved = top.number if top else None

    def begin(self, name: str, brush: Covering, rule: PaintRule = ANYWHERE) -> None:
        """Begin a stroke.

        Args:
            name: The edit in a person's words; how many slices it changed is added to it.
            brush: What it is made with.
            rule: What may be painted over.

        Raises:
            RuntimeError: If one is in hand.
            ValueError: If the brush's value is unknown to the label scheme.
        """
        if self._stroke:
            raise RuntimeError("a stroke is in hand")
        self._check_value(brush.value)
        self._stroke = _Stroke(name, brush, rule, rule.changeable())

    def dab(self, point: Point) -> None:
        """Carry the stroke on to a continuous voxel index (x, y, z).

        Raises:
            RuntimeError: If no stroke is in hand.
        """
        stroke = self._in_hand()
        box, mask = stroke.brush.covered(stroke.last or point, point, self._labels.grid)
        stroke.last = point
        if not box.empty and stroke.brush.value not in stroke.rule.locked:
            self._paint(stroke, box, mask, np.uint8(stroke.brush.value))

    def end(self) -> Patch | None:
        """Finish the stroke; return its patch, or None if it changed nothing.

        Raises:
            RuntimeError: If no stroke is in hand.
        """
        stroke = self._in_hand()
        box = stroke.touched
        patch = None if box.empty else Patch.between(stroke.name, box, self._twin[box.slices], self._array[box.slices])
        if patch is None:
            self._stroke = None
            return None
        patch = replace(patch, name=_counted(patch, stroke.brush.counted))
        number = self.history.next_number
        try:
            self.on_edited(Edit(EditKind.EDIT, number, patch))
        except BaseException:
            self.abort()
            raise
        self._twin[box.slices] = self._array[box.slices]
        self._stroke = None
        self.history.push(Numbered(number, patch))
        return patch

    def abort(self) -> None:
        """Abandon the stroke in hand, if any: the label map is as it was before it."""
        stroke, self._stroke = self._stroke, None
        if stroke is None or stroke.touched.empty:
            return
        inside = stroke.touched.slices
        self._recount(self._array[inside], self._twin[inside])
        self._array[inside] = self._twin[inside]
        self.on_painted(stroke.touched)

    def apply(
        self, box: Box, mask: Mask, values: int | LabelArray, name: str, rule: PaintRule = ANYWHERE, axis: int = 0
    ) -> Patch | None:
        """Change many voxels as one edit: how every other tool paints.

        Args:
            box: Where; must lie inside the grid.
            mask: Which voxels of the box, `(z, y, x)`.
            values: One label value, or one for each voxel of the box.
            name: The edit in a person's words.
            rule: What may be painted over.
            axis: Array axis across the slices that are counted for the name.

        Raises:
            ValueError: If a value is unknown to the label scheme, or the box leaves the grid.
        """
        if box.clipped(self._array.shape) != box or mask.shape != box.shape:
            raise ValueError("box, mask and grid do not fit together")
        array = np.broadcast_to(np.asarray(values, dtype=np.uint8), box.shape)
        for value in np.unique(array[mask]):
            self._check_value(int(value))
        self.begin(name, Brush(0, axis=axis), rule)
        allowed = mask & ~np.isin(array, list(rule.locked))
        self._paint(self._in_hand(), box, allowed, array)
        return self.end()

    def undo(self) -> Patch | None:
        """Take the newest edit back; a stroke in hand is abandoned instead."""
        if self._stroke:
            self.abort()
            return None
        edit = self.history.next_undo
        return self._travel(edit, EditKind.UNDO) if edit else None

    def redo(self) -> Patch | None:
        """Bring the newest undone edit again; nothing happens during a stroke."""
        edit = self.history.next_redo
        return self._travel(edit, EditKind.REDO) if edit and not self._stroke else None

    def travel(self, steps: int) -> int:
        """Undo so many edits, or redo them if negative; return how many there were.

        Every one is told to `on_edited`; the first that cannot be kept is taken back and ends the way.
        """
        gone = 0
        move = self.undo if steps > 0 else self.redo
        self.abort()
        while gone < abs(steps) and move() is not None:
            gone += 1
        return gone

    def retell(self, edit: Edit) -> None:
        """Do what a journal line tells, without telling it again.

        Raises:
            ValueError: If the label map is not in the state the line starts from.
        """
        forward = edit.kind is not EditKind.UNDO
        inside = self._array[edit.patch.box.slices]
        if edit.patch.box.clipped(self._array.shape) != edit.patch.box or not np.array_equal(
            inside[edit.patch.changed()], edit.patch.values(not forward)
        ):
            raise ValueError(f"edit {edit.number} belongs to another label map")
        known = self.history.next_undo if edit.kind is EditKind.UNDO else self.history.next_redo
        if edit.kind is EditKind.EDIT:
            self.history.push(Numbered(edit.number, edit.patch), forget=False)
        elif known is not None and known.number == edit.number:
            self._step(edit.kind)
        elif edit.kind is EditKind.UNDO:
            # the first such edit was the newest one when the version was saved
            self._saved = edit.number if self._saved is None else self._saved
            self.history.remember_undone(Numbered(edit.number, edit.patch))
        elif known is None:
            # it was undone before the version was saved
            self.history.push(Numbered(edit.number, edit.patch), forget=False)
        else:
            raise ValueError(f"edit {edit.number} was not the one undone last")
        self._put(edit.patch, forward)

    def _travel(self, edit: Numbered, kind: EditKind) -> Patch:
        forward = kind is EditKind.REDO
        self._put(edit.patch, forward)
        try:
            self.on_edited(Edit(kind, edit.number, edit.patch))
        except BaseException:
            self._put(edit.patch, not forward)
            raise
        self._step(kind)
        return edit.patch

    def _step(self, kind: EditKind) -> None:
        if kind is EditKind.UNDO:
            self.history.step_back()
        else:
            self.history.step_forward()

    def _put(self, patch: Patch, after: bool) -> None:
        changed, values = patch.changed(), patch.values(after)
        inside, twin = self._array[patch.box.slices], self._twin[patch.box.slices]
        self._recount(inside[changed], values)
        inside[changed] = values
        twin[changed] = values
        self.on_painted(patch.box)

    def _paint(self, stroke: _Stroke, box: Box, mask: Mask, values: np.uint8 | LabelArray) -> None:
        inside = self._array[box.slices]
        change = mask & (inside != values)
        change &= stroke.changeable[self._twin[box.slices]]
        if stroke.rule.inside_brain and self.brain is not None:
            change &= self.brain[box.slices]
        if not change.any():
            return
        new = values[change] if isinstance(values, np.ndarray) else np.full(np.count_nonzero(change), values, np.uint8)
        self._recount(inside[change], new)
        inside[change] = new
        stroke.touched = stroke.touched.united(box)
        self.on_painted(box)

    def _recount(self, before: LabelArray, after: LabelArray) -> None:
        for values, sign in ((before.reshape(-1), -1), (after.reshape(-1), 1)):
            left = values.size
            for value in self._known:  # comparing bytes is ten times as fast as a histogram of them
                number = int(np.count_nonzero(values == value))
                self._counts[value] += sign * number
                left -= number
            if left:
                strays = values[~np.isin(values, self._known)]
                self._counts += sign * np.bincount(strays, minlength=256)

    def _check_value(self, value: int) -> None:
        if value != 0 and value not in dict(self._labels.scheme.values):
            raise ValueError(f"label {value} is unknown to {self._labels.scheme.title}")

    def _in_hand(self) -> _Stroke:
        if self._stroke is None:
            raise RuntimeError("no stroke is in hand")
        return self._stroke


def _counted(patch: Patch, axis: int) -> str:
    """Return a patch's name with the slices it changes: "Brush, ET, 3 slices"."""
    slices = int(patch.changed().any(axis=tuple(d for d in range(3) if d != axis)).sum())
    return f"{patch.name}, {slices} slice{'' if slices == 1 else 's'}"
