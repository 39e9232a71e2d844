"""The side panel of an open case: labels, tools, history, checks, note, and the buttons that settle it."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from fets_desktop.app.annotations.session import ReviewSession
from fets_desktop.ui.screens.review.brush import BrushPanel
from fets_desktop.ui.screens.review.checks import CheckList
from fets_desktop.ui.screens.review.history import HistoryPanel
from fets_desktop.ui.screens.review.labels import LabelPanel
from fets_desktop.ui.screens.review.layers import LayerPanel
from fets_desktop.ui.screens.review.measures import MeasurePanel
from fets_desktop.ui.screens.review.options import ToolOptions
from fets_desktop.ui.screens.review.to_options import to_options_and_back
from fets_desktop.ui.screens.review.words import reading_words, version_words
from fets_desktop.ui.viewer.viewer import Viewer
from fets_desktop.ui.widgets.anchored import Anchored
from fets_desktop.ui.widgets.parts import button, framed, label, row, rule, set_words
from fets_desktop.ui.widgets.quiet_label import QuietLabel
from fets_desktop.ui.widgets.still import StillWheel

WIDTH = 284
_NOTE_HEIGHT = 62


class ReviewPanel(QFrame):
    """Everything beside the viewer that belongs to the open case.

    Args:
        viewer: The viewer it stands beside.
    """

    approve_wanted = Signal()
    flag_wanted = Signal()
    note_typed = Signal(str)
    versions_wanted = Signal()
    """The timeline; during a second reading, its end without a result."""

    def __init__(self, viewer: Viewer) -> None:
        super().__init__()
        self.setProperty("look", "side")
        self.setProperty("mood", "right")
        self.setFixedWidth(WIDTH)
        self.labels, self.brush, self.checks = LabelPanel(viewer.state), BrushPanel(viewer.state), CheckList()
        self.options, self.history = ToolOptions(viewer), HistoryPanel(viewer)
        self.measures, self.layers = MeasurePanel(viewer), LayerPanel(viewer)
        self._over_layers = rule()
        self.note = QPlainTextEdit()
        self.approve = button(self.tr("Approve case"), self.approve_wanted.emit, look="primary")
        self.flag = button(self.tr("Flag a problem"), self.flag_wanted.emit)
        self.flagged = label("", "warn", wrap=True)
        self.version = QuietLabel("small")
        self.versions = button("", self.versions_wanted.emit, "history", "link")
        self.kept = QuietLabel("small")
        self._lay_out()
        StillWheel(self)
        Anchored(self._scroll, self.options)
        viewer.options_wanted.connect(lambda: self._scroll.ensureWidgetVisible(self._to_options(viewer)))
        self.note.textChanged.connect(lambda: self.note_typed.emit(self.note.toPlainText().strip()))
        self.measures.noted.connect(self._add_to_note)
        self.labels.built.connect(self._order)
        self.layers.built.connect(self._order)
        self.checks.filled.connect(self._order)

    def _order(self) -> None:
        """Let the Tab key go from top to bottom: rows that are made late would come last."""
        chain = [
            *self.labels.in_order(),
            *self._tool_stops(),
            *self.layers.in_order(),
            self.history.rows,
            *self.checks.in_order(),
        ]
        for before, after in pairwise([*chain, self.note, self.versions, self.approve, self.flag]):
            QWidget.setTabOrder(before, after)

    def _tool_stops(self) -> list[QWidget]:
        return [*self.measures.in_order(), *self.options.in_order(), *self.brush.in_order()]

    def _to_options(self, viewer: Viewer) -> QWidget:
        return to_options_and_back(viewer, self._tool_stops())

    def _add_to_note(self, words: str) -> None:
        if not self.note.isReadOnly():
            before = self.note.toPlainText().strip()
            self.note.setPlainText(f"{before}\n{words}" if before else words)

    def _lay_out(self) -> None:
        self.approve.setToolTip(self.tr("Sign the labels off (Ctrl+Return)"))
        self.flag.setToolTip(self.tr("Say what is wrong (Ctrl+Shift+F)"))
        for press in (self.approve, self.flag, self.versions):
            # a click must not take the keys from the viewer, nor must Space press what was clicked last
            press.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.note.setPlaceholderText(self.tr("Optional. Stays with the labels."))
        self.note.setAccessibleName(self.tr("Note on the labels"))
        self.note.setFixedHeight(_NOTE_HEIGHT)
        self.note.setTabChangesFocus(True)
        self.kept.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._page())
        outer.addWidget(scroll, 1)
        outer.addWidget(rule())
        outer.addWidget(self._foot())

    def _page(self) -> QWidget:
        page = framed("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 14, 12, 14)
        column.setSpacing(12)
        for part in (
            self.labels,
            rule(),
            self.measures,
            self.options,
            self.brush,
            self._over_layers,
            self.layers,
            rule(),
            self.history,
            rule(),
            self.checks,
            rule(),
        ):
            column.addWidget(part)
        column.addWidget(label(self.tr("Note"), "heading"))
        column.addWidget(self.note)
        column.addStretch(1)
        return page

    def _foot(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(8)
        for part in (self.flagged, self.version, row(self.versions, 1), self.approve, self.flag, self.kept):
            column.addWidget(part)
        return foot

    def show_history(self) -> None:
        """Bring the list of edits into view, and the keys to it."""
        self._scroll.ensureWidgetVisible(self.history)
        self.history.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_candidates(self, *, shown: bool) -> None:
        """Show what others propose and drew, or hide it from a second reader."""
        self.layers.setVisible(shown)
        self._over_layers.setVisible(shown)

    def show_case(self, session: ReviewSession | None, note: str, flag: str) -> None:
        """Show another case, or none."""
        self.note.blockSignals(True)
        self.note.setPlainText(note)
        self.note.blockSignals(False)
        self.note.setEnabled(session is not None)
        self.checks.show_findings(())
        self.show_flag(flag)
        self.show_state(session, "")

    def show_flag(self, flag: str) -> None:
        """Show the words on a problem."""
        self.flagged.setText(flag)
        self.flagged.setVisible(bool(flag))
        set_words(self.flag, self.tr("Remove flag") if flag else self.tr("Flag a problem"))

    def show_state(self, session: ReviewSession | None, kept_at: str) -> None:
        """Show version, edits, and whether there is something to approve."""
        base = session.base if session else None
        edits = session.unsaved.count if session else 0
        reading = session.reading if session else None
        changed = session is not None and session.changed
        self.version.setText(
            reading_words(reading, edits) if reading else version_words(base, edits) if session else ""
        )
        signed = base is not None and bool(base.approved_at) and not changed
        # a note on what is signed would be a new version, and take the signature away
        self.note.setReadOnly(signed)
        self.approve.setEnabled(session is not None and not signed and (base is not None or changed))
        approve = self.tr("Finish the reading") if reading else self.tr("Approve case")
        set_words(self.approve, self.tr("Approved") if signed else approve)
        set_words(self.versions, self.tr("Give the reading up…") if reading else self.tr("Versions…"))
        self.flag.setEnabled(session is not None)
        unsaid = self.tr("Every edit is saved") if edits else self.tr("No changes yet")
        self.kept.setText(self.tr("Saved {time}").format(time=kept_at) if kept_at else unsaid)
