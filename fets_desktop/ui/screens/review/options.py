"""The options of the tool in hand: what it is, how it is used, what it is told, and the buttons that let it act."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QProgressBar, QPushButton, QVBoxLayout, QWidget

from fets_desktop.review.planes import Orientation
from fets_desktop.ui.screens.review.hints import hint_of, progress_words
from fets_desktop.ui.screens.review.range import BrightnessRange
from fets_desktop.ui.sentences import said
from fets_desktop.ui.viewer.hand import DRAWING, Options, Tool
from fets_desktop.ui.viewer.keymaps import KEYS, words
from fets_desktop.ui.viewer.plane_view import PlaneView
from fets_desktop.ui.viewer.viewer import Viewer
from fets_desktop.ui.widgets.amount import Amount
from fets_desktop.ui.widgets.parts import button, label, row
from fets_desktop.ui.widgets.segments import Segments

_BOX = 172
_PLANES = (Orientation.AXIAL, Orientation.SAGITTAL, Orientation.CORONAL)


class ToolOptions(QWidget):
    """Shows what belongs to the tool in hand, and hides the rest.

    Args:
        viewer: The viewer it belongs to.
    """

    candidate_wanted = Signal(str)
    """A version to take regions from, "" for none."""
    shown = Signal()
    """Other controls are seen."""

    def __init__(self, viewer: Viewer) -> None:
        super().__init__()
        self._viewer, self._state = viewer, viewer.state
        self._parts: list[tuple[QWidget, Callable[[], bool]]] = []
        self._order: list[QWidget] = []
        self._choices: list[Segments] = []
        self._told, self._contrast = self._tool, viewer.state.look.contrast
        self.title, self.hint = label("", "heading"), label("", "small", wrap=True)
        self.said = label("", "warn", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.title)
        self._column.addWidget(self.hint)
        self._build_choices()
        self._build_amounts()
        self._build_labels()
        self._build_buttons()
        self._build_progress()
        self._add(self.said, lambda: bool(self.said.text()))
        viewer.tooling.told.connect(self.say)
        viewer.painting.edited.connect(lambda: self.say(""))
        viewer.tooling.act_wanted.connect(self._let_act)
        operations = viewer.tooling.operations
        operations.changed.connect(self.follow)
        operations.progressed.connect(self._show_progress)
        viewer.tooling.sketch.changed.connect(self.follow)
        self._state.hand_changed.connect(self.follow)
        self._state.look_changed.connect(self._look_changed)
        self._state.scene_changed.connect(self._new_scene)
        self._new_scene()

    def in_order(self) -> list[QWidget]:
        """Return what the Tab key goes through, from top to bottom."""
        return list(self._order)

    # --- what there is

    def _build_choices(self) -> None:
        self.fill_by = self._choice(
            self.tr("Fill by"), self.tr("Label"), self.tr("Brightness"), "by_brightness", Tool.FILL
        )
        self.erases = self._choice(self.tr("Polygon"), self.tr("Paint"), self.tr("Take away"), "erases", Tool.POLYGON)
        self.keeps = self._choice(
            self.tr("Islands"), self.tr("Click removes it"), self.tr("Click keeps only it"), "keeps", Tool.ISLANDS
        )
        self.shapes = self._choice(
            self.tr("Between"), self.tr("By distance"), self.tr("By shape"), "by_shape", Tool.INTERPOLATE
        )
        self.majority = self._choice(
            self.tr("Smoothing"), self.tr("Keep volume"), self.tr("Majority"), "by_majority", Tool.SMOOTH
        )
        self.through = self._choice(
            self.tr("Where"),
            self.tr("This slice"),
            self.tr("All slices"),
            "through",
            Tool.FILL,
            Tool.SMOOTH,
            Tool.HOLES,
        )
        self.every = self._choice(
            self.tr("What"), self.tr("One label"), self.tr("All labels"), "every_label", Tool.COPY, Tool.CANDIDATE
        )

        self.plane = Segments(self.tr("Plane"), [self.tr("Axial"), self.tr("Sagittal"), self.tr("Coronal")])
        self.plane.picked.connect(lambda number: self._set(plane=_PLANES[number]))
        self._add(self.plane, self._by_slices, *self.plane.findChildren(QPushButton))

    def _choice(self, name: str, no: str, yes: str, option: str, *tools: Tool) -> Segments:
        built = Segments(name, [no, yes])
        built.setProperty("option", option)
        self._choices.append(built)
        built.picked.connect(lambda number: self._set(**{option: bool(number)}))
        self._add(built, self._held(*tools), *built.findChildren(QPushButton))
        return built

    def _build_amounts(self) -> None:
        self.tolerance = self._amount(self.tr("Tolerance"), 1, 60, "%", "tolerance")
        self._add(self.tolerance, self._needs_tolerance, self.tolerance.slider)
        self.range = BrightnessRange(self._state)
        self._add(self.range, self._held(Tool.THRESHOLD), *self.range.sliders)
        self.reach = self._amount(self.tr("Grow at most"), 5, 60, "mm", "reach_mm")
        self.longest = self._amount(self.tr("Longest gap"), 1, 60, self.tr("slices"), "longest")
        self.least = self._amount(self.tr("Small is below"), 1, 500, "mm³", "least_mm3")
        self.fineness = Amount(self.tr("Strength"), 1, 16, "mm", lambda value: f"{value / 4:.2f} mm")
        self.fineness.picked.connect(lambda value: self._set(smooth_mm=value / 4))
        for part, tool in (
            (self.reach, Tool.GROW),
            (self.longest, Tool.INTERPOLATE),
            (self.least, Tool.ISLANDS),
            (self.fineness, Tool.SMOOTH),
        ):
            self._add(part, self._held(tool), part.slider)

    def _amount(self, name: str, low: int, high: int, unit: str, option: str) -> Amount:
        built = Amount(name, low, high, unit)
        whole = isinstance(getattr(self._state.options, option), int)
        built.picked.connect(lambda value: self._set(**{option: value if whole else float(value)}))
        return built

    def _build_labels(self) -> None:
        self.partner, self.version = QComboBox(), QComboBox()
        for box, name, tool in (
            (self.partner, self.tr("Swap with"), Tool.SWAP),
            (self.version, self.tr("Take from"), Tool.CANDIDATE),
        ):
            box.setAccessibleName(name)
            box.setMinimumWidth(_BOX)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self._add(row(label(name, "muted"), 1, box), self._held(tool), box)
        self.partner.activated.connect(lambda _: self._set(partner=self.partner.currentData()))
        self.version.activated.connect(lambda _: self.candidate_wanted.emit(self.version.currentData()))

    def _build_buttons(self) -> None:
        tooling = self._viewer.tooling
        work = tooling.operations
        self.presses: dict[str, QPushButton] = {}
        for tool, name, call in (
            (Tool.GROW, self.tr("Grow"), work.grow),
            (Tool.INTERPOLATE, self.tr("Interpolate"), lambda: work.interpolate(self._view.plane.axis)),
            (Tool.SMOOTH, self.tr("Smooth"), lambda: work.smooth(self._view.plane.axis, self._view.index)),
            (
                Tool.HOLES,
                self.tr("Fill holes"),
                lambda: work.fill_holes(self._view.plane.axis, self._view.index),
            ),
            (Tool.ISLANDS, self.tr("Keep the largest"), work.keep_largest),
            (Tool.ISLANDS, self.tr("Remove small islands"), work.remove_small),
            (Tool.SWAP, self.tr("Swap"), tooling.swap),
            (Tool.COPY, self.tr("Copy from the slice before"), lambda: self._copy(-1)),
            (Tool.COPY, self.tr("Copy from the slice after"), lambda: self._copy(1)),
        ):
            self._press(name, call, partial(self._offers, tool))
        self._press(self.tr("Close the outline"), tooling.accept, lambda: bool(tooling.sketch.corners))
        self._press(self.tr("Accept"), tooling.accept, lambda: work.proposes, look="primary")
        self._press(self.tr("Discard"), tooling.abandon, lambda: work.proposes)

    def _press(self, name: str, call: Callable[[], object], seen: Callable[[], bool], look: str = "") -> None:
        built = self.presses[name] = button(name, call, look=look)
        # a click must not take the keys from the viewer
        built.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._add(built, seen, built)

    def _build_progress(self) -> None:
        work = self._viewer.tooling.operations
        self.bar, self.step = QProgressBar(), label("", "small")
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self._add(self.step, lambda: work.busy)
        self._add(self.bar, lambda: work.busy)
        self._press(self.tr("Stop"), self._viewer.tooling.abandon, lambda: work.busy)

    def _add(self, part: QWidget, seen: Callable[[], bool], *stops: QWidget) -> None:
        self._column.addWidget(part)
        self._parts.append((part, seen))
        self._order += stops

    # --- what is shown

    @property
    def _tool(self) -> Tool:
        return self._state.hand.tool

    @property
    def _view(self) -> PlaneView:
        """The plane that tools work in which go slice by slice."""
        return self._viewer.planes[self._state.options.plane]

    def _held(self, *tools: Tool) -> Callable[[], bool]:
        return lambda: self._tool in tools

    def _offers(self, tool: Tool) -> bool:
        work = self._viewer.tooling.operations
        return self._tool is tool and not work.busy and not work.proposes

    def _by_slices(self) -> bool:
        flat = self._tool in (Tool.SMOOTH, Tool.HOLES) and not self._state.options.through
        return flat or self._tool in (Tool.INTERPOLATE, Tool.COPY)

    def _needs_tolerance(self) -> bool:
        return self._tool is Tool.ADAPTIVE or (self._tool is Tool.FILL and self._state.options.by_brightness)

    def _new_scene(self) -> None:
        values = self._state.scene.editor.labels.scheme.values if self._state.scene else ()
        self.partner.clear()
        for value, tissue in values:
            self.partner.addItem(said(tissue.words), value)
        self.show_versions([])
        self.follow()

    def show_versions(self, versions: list[tuple[str, str]]) -> None:
        """Offer versions to take regions from: id and words."""
        chosen = self.version.currentData()
        self.version.clear()
        self.version.addItem(self.tr("Choose…"), "")
        for name, title in versions:
            self.version.addItem(title, name)
        self.version.setCurrentIndex(max(self.version.findData(chosen), 0))

    def say(self, words: str) -> None:
        """Say why nothing happened, until something does; the panes must not move under the mouse for it."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _look_changed(self) -> None:
        # most changes of the look are drags of window and level, many a second
        if self._contrast is not self._state.look.contrast:
            self._contrast = self._state.look.contrast
            self.range.follow()

    def follow(self) -> None:
        """Show the state as it is."""
        options = self._state.options
        if self._tool is not self._told:
            self._told = self._tool
            self.say("")
        drawing = self._tool in DRAWING
        self.title.setVisible(drawing)
        self.title.setText(words(next(r.words for r in KEYS if r.action == f"tool {self._tool}")))
        self.hint.setText(hint_of(self._tool))
        self.hint.setVisible(bool(self.hint.text()))
        for choice in self._choices:
            choice.show_choice(int(getattr(options, choice.property("option"))))
        self.plane.show_choice(_PLANES.index(options.plane))
        self.tolerance.show_value(round(options.tolerance))
        self.reach.show_value(round(options.reach_mm))
        self.longest.show_value(options.longest)
        self.least.show_value(round(options.least_mm3))
        self.fineness.show_value(round(options.smooth_mm * 4))
        self.partner.setCurrentIndex(self.partner.findData(options.partner))
        self.range.follow()
        for part, seen in self._parts:
            part.setVisible(seen())
        if self._viewer.tooling.operations.busy and not self.bar.maximum():
            self.step.setText(self.tr("Working…"))
        self.setEnabled(self._state.scene is not None)
        self.shown.emit()

    def _show_progress(self, fraction: float, note: str) -> None:
        self.bar.setRange(0, 100)
        self.bar.setValue(round(100 * fraction))
        self.step.setText(progress_words(note))

    # --- what is done

    def _set(self, **changes: object) -> None:
        changed: Options = replace(self._state.options, **changes)  # type: ignore[arg-type]
        self._state.set_options(changed)

    def _let_act(self) -> None:
        """Press the first button of the tool in hand, if it has any, and the keys are with the viewer or here."""
        keys = self.window().focusWidget()
        elsewhere = keys is not None and not any(part.isAncestorOf(keys) for part in (self._viewer, self))
        first = next((press for press in self.presses.values() if press.isVisibleTo(self)), None)
        if first and not elsewhere:
            first.click()

    def _copy(self, way: int) -> None:
        view = self._view
        self._viewer.tooling.copy_slice(view.plane.axis, view.index, way * view.plane.forward)
