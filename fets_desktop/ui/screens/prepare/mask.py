"""The brain mask under the brush: heads with skull in three planes, the mask's outline over them, and what holds."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.app.masking import MaskFiles, MaskImages, MaskSession
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import Tissue
from fets_desktop.study.own_keys import read_own_keys
from fets_desktop.ui.reading import Reading
from fets_desktop.ui.screens.review.brush import BrushPanel
from fets_desktop.ui.screens.review.options import ToolOptions
from fets_desktop.ui.screens.review.strip import MASK_TOOLS, ToolStrip
from fets_desktop.ui.screens.review.to_options import to_options_and_back
from fets_desktop.ui.screens.review.tools import ReviewTools
from fets_desktop.ui.viewer.hand import Tool
from fets_desktop.ui.viewer.keymaps import Keymap, Keys
from fets_desktop.ui.viewer.keys_dialog import KeysDialog
from fets_desktop.ui.viewer.scene import Scene
from fets_desktop.ui.viewer.viewer import Viewer
from fets_desktop.ui.widgets.empty import EmptyState
from fets_desktop.ui.widgets.notice import Notice
from fets_desktop.ui.widgets.parts import Card, button, label, row
from fets_desktop.ui.words import count, day, person_words

_SIDE_WIDTH = 300
_BRUSH_MM = 12.0
_OPACITY = 0.12


class MaskDesk(QWidget):
    """Draws a brain mask; `left` carries the case when the person is through with it."""

    left = Signal(str)
    failed = Signal(object)
    """A `StudyError`."""

    def __init__(self, hall: Hall, parent: QWidget) -> None:
        super().__init__(parent)
        self._hall = hall
        self._reading = Reading(self)
        self.session: MaskSession | None = None
        self._case = ""
        self.viewer = Viewer(Keymap(hall.settings.get("review.keymap")))
        self.tools = ReviewTools(self.viewer, with_cases=False)
        self.strip = ToolStrip(self.viewer, MASK_TOOLS)
        self.options = ToolOptions(self.viewer)
        self.brush = BrushPanel(self.viewer.state, with_rules=False)
        self.notice = Notice()
        self.heading = label("", "heading", wrap=True)
        self.volume = label("", "strong", wrap=True)
        self.who = label("", "small", wrap=True)
        self.use = button(self.tr("Use this mask"), self._use, "check", "primary")
        self.discard = button(self.tr("Throw my strokes away"), self._discard, "x")
        self.computed = button(self.tr("Back to the computed mask"), self._computed, "undo-2")
        self.back = button(self.tr("Back to the board"), self.put_away, "chevron-left")
        self._lay_out()
        self.viewer.painting.edited.connect(self._show_state)
        self.viewer.painting.failed.connect(self.failed)
        self.viewer.keys_wanted.connect(self._show_keys)
        self.viewer.options_wanted.connect(self._switch_keys)

    def _lay_out(self) -> None:
        words = label(
            self.tr(
                "Brush adds to the brain, eraser takes away; both work in every plane. Everything outside the mask is "
                "taken out of the images, so no part of a tumour may stay outside."
            ),
            "muted",
            wrap=True,
        )
        side = Card()
        side.setFixedWidth(_SIDE_WIDTH)
        side.add(row(self.back, 1), self.heading, self.volume, self.who, words, self.options, self.brush)
        side.body.addStretch(1)
        side.add(self.use, self.discard, self.computed)
        stage = QWidget()
        column = QVBoxLayout(stage)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.notice)
        self._pages = QStackedLayout()
        desk = row(self.strip, self.viewer, spacing=0)
        # the first page of a stack is shown at once: without a parent it would come up as a window of its own
        desk.setParent(self)
        self._pages.addWidget(desk)
        self._pages.addWidget(
            EmptyState("brain", self.tr("Opening…"), self.tr("The heads with skull and the brain mask are being read."))
        )
        column.addLayout(self._pages, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(stage, 1)
        line.addWidget(side)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def open_case(self, case: str) -> None:
        """Read a case's heads and mask, and show them as soon as they are there.

        Raises:
            StudyError: "wrong-stage" if it is not prepared.
        """
        files = self._hall.masking.files(case)
        self._let_go()
        self._case = case
        self.notice.say("")
        self._pages.setCurrentIndex(1)
        self._show_state()
        self._read(files)

    def _read(self, files: MaskFiles) -> None:
        self._reading.start(files.read, self._begin, self._cannot)

    def _cannot(self, error: StudyError) -> None:
        self.failed.emit(error)
        self.put_away()

    def _begin(self, images: MaskImages) -> None:
        session = self.session = self._hall.masking.open(images)
        state = self.viewer.state
        settings = self._hall.settings
        self.viewer.set_keys(Keys(Keymap(settings.get("review.keymap")), read_own_keys(settings.get("review.keys"))))
        state.set_look(replace(state.look, opacity=_OPACITY, outlines=True, labels=True, contrast=Contrast.T1GD))
        state.set_hand(replace(state.hand, diameter_mm=_BRUSH_MM, over=None, locked=frozenset(), tool=Tool.BRUSH))
        self.viewer.show_scene(Scene(session.volumes, session.editor))
        self._pages.setCurrentIndex(0)
        if session.recovered:
            one = "{n} stroke from before was brought back. It holds once you choose “Use this mask”."
            many = "{n} strokes from before were brought back. They hold once you choose “Use this mask”."
            self.notice.say(f"{count(session.recovered, one, many)} {session.notice}".strip())
        elif session.notice:
            self.notice.say(session.notice)
        self._show_state()
        self.viewer.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _switch_keys(self) -> None:
        to_options_and_back(self.viewer, [*self.options.in_order(), *self.brush.in_order()])

    def _show_keys(self) -> None:
        dialog = KeysDialog(self.viewer.keys, self)
        dialog.changed.connect(self._change_keys)
        dialog.open()

    def _change_keys(self, words: str) -> None:
        self._hall.settings.set("review.keys", words)
        self.viewer.set_keys(Keys(self.viewer.keymap, read_own_keys(words)))
        self.tools.name_keys()
        self.strip.name_keys()

    def _show_state(self) -> None:
        session = self.session
        self.heading.setText(self.tr("Brain mask of {case}").format(case=self._case))
        changed = session is not None and session.changed
        self.use.setEnabled(changed)
        self.discard.setEnabled(changed)
        self.computed.setVisible(session is not None and session.made is not None)
        self.volume.setText(f"{session.editor.volumes.tissues_ml[Tissue.BRAIN]:.0f} ml" if session else "")
        made = session.made if session else None
        drawn = (
            self.tr("Drawn by {who}, {when}.").format(who=person_words(made.author), when=day(made.time))
            if made
            else ""
        )
        computed = self.tr("Found by the program.") if session else ""
        self.who.setText(drawn or computed)

    # --- what a person does with it

    def _use(self) -> None:
        self._end(self._hall.masking.use)

    def _discard(self) -> None:
        self._end(self._hall.masking.discard)

    def _computed(self) -> None:
        def back(session: MaskSession) -> None:
            self._hall.masking.discard(session)
            self._hall.preparing.forget_edit(session.case, "brain")

        self._end(back)

    def put_away(self) -> None:
        """Go back to the board; strokes that do not hold yet come back next time."""
        self._end(self._hall.masking.leave)

    def _end(self, how: Callable[[MaskSession], object]) -> None:
        if self.session:
            try:
                how(self.session)
            except StudyError as error:
                self.failed.emit(error)
                return
        self._let_go(ended=True)
        self.left.emit(self._case)

    def _let_go(self, *, ended: bool = False) -> None:
        self._reading.forget()
        if self.session and not ended:
            self._hall.masking.leave(self.session)
        self.session = None
        self.viewer.show_scene(None)

    def close_up(self) -> None:
        """The window closes."""
        self._let_go()
        self.viewer.view3d.close_surfaces()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys mean the viewer, wherever the focus is."""
        self.viewer.keyPressEvent(event)
