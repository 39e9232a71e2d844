"""A failure in plain words: what happened, why, what to do next; no stack trace."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fets_desktop.study.errors import ERRORS, StudyError
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.help_dialog import show_help
from fets_desktop.ui.widgets.parts import button, icon_label, label
from fets_desktop.ui.words import translate

_WIDTH = 460


class ErrorDialog(QDialog):
    """Tells a failure.

    Args:
        title: What happened.
        detail: Why, "" if nothing more is known.
        advice: What to do next.
        page: The help page ("errors/disk-full"), "" for none.
        technical: What "Copy details" copies, free of patient data.
        parent: The window.
    """

    def __init__(self, title: str, detail: str, advice: str, page: str, technical: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("FeTS Desktop"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{detail} {advice}")
        self.setModal(True)
        self.help_page, self._technical = page, technical
        self.words = (title, detail, advice)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(22, 22, 22, 18)
        outer.setSpacing(16)
        outer.addWidget(icon_label("circle-alert", "bad", 28), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(12)
        outer.addLayout(column, 1)
        heading = label(title, "title", wrap=True)
        heading.setMinimumWidth(_WIDTH)
        column.addWidget(heading)
        column.addLayout(self._text(detail, advice))
        column.addSpacing(4)
        column.addLayout(self._buttons())
        # only now does the button stand in this window
        self._close.setFocus()

    def _text(self, detail: str, advice: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for line, (name, text) in enumerate(((self.tr("Why"), detail), (self.tr("What to do"), advice))):
            if text:
                words = label(text, wrap=True)
                words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                grid.addWidget(label(name, "muted"), line, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(words, line, 1)
        return grid

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        copy = button(self.tr("Copy details"), self.copy, "copy", "link")
        line.addWidget(copy)
        if self.help_page:
            line.addWidget(button(self.tr("Help on this"), self._ask_help, "circle-question-mark", "link"))
        line.addStretch(1)
        self._close = button(self.tr("Close"), self.accept, look="primary")
        self._close.setDefault(True)
        line.addWidget(self._close)
        return line

    def copy(self) -> None:
        """Put the words and the technical details on the clipboard."""
        QGuiApplication.clipboard().setText("\n".join(part for part in (*self.words, self._technical) if part))

    def _ask_help(self) -> None:
        show_help(self.help_page, self)

    @classmethod
    def of_error(cls, error: StudyError, parent: QWidget | None) -> "ErrorDialog":
        """Return the dialog of a known failure."""
        text = error.text
        words = said(text.title), said(error.detail), said(text.advice)
        return cls(*words, f"errors/{text.code}", f"code: {text.code}", parent)

    @classmethod
    def of_job(cls, title: str, code: str, message: str, parent: QWidget | None) -> "ErrorDialog":
        """Return the dialog of a job that failed; `message` is the sentence the hall keeps."""
        if code not in ERRORS:
            return cls.of_bug(f"{title}\n{message}", parent)
        text = ERRORS[code]
        detail = message.removeprefix(text.title).lstrip(". ").removesuffix(text.advice).strip()
        job = said(title)
        why = f"{job}: {said(detail)}" if detail else translate("It came up in the job “{job}”.", job=job)
        return cls(said(text.title), why, said(text.advice), f"errors/{code}", f"code: {code}", parent)

    @classmethod
    def of_bug(cls, technical: str, parent: QWidget | None) -> "ErrorDialog":
        """Return the dialog of a fault in the program itself."""
        return cls(
            translate("Something in the program went wrong"),
            translate("This is a fault of the program, not of your images. Everything saved before is unharmed."),
            translate(
                "Try again. If it happens again, copy the details and send them to your support; "
                "they hold no patient's name."
            ),
            "errors/bug",
            technical,
            parent,
        )
