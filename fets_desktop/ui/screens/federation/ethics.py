"""The ethics approval, and what a site may choose for itself."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit

from fets_desktop.app.federation.members import check_ethics
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Ethics, Member
from fets_desktop.ui.screens.federation.privacy import PrivacyChoice
from fets_desktop.ui.sentences import said
from fets_desktop.ui.typed_date import date_of
from fets_desktop.ui.widgets.parts import Card, label


class EthicsCard(Card):
    """Number and date of the approval, and what is kept, sent though few cases stand behind it, cut and blurred."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("2  Ethics approval"))
        self.number, self.date = QLineEdit(), QLineEdit()
        self.keep = QCheckBox(self.tr("Keep the common model of every round here"))
        self.few = QCheckBox(self.tr("Send the mean score all the same"))
        self.privacy = PrivacyChoice()
        self._few_words = label("", "warn", wrap=True)
        self._shown = ""
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(14)
        for words, field, hint in (
            (self.tr("Approval number"), self.number, self.tr("as your ethics committee writes it")),
            (self.tr("Date of the approval"), self.date, self.tr("2026-01-31")),
        ):
            field.setAccessibleName(words)
            field.setPlaceholderText(hint)
            field.textChanged.connect(self.changed)
            title = label(words, "muted")
            title.setMinimumHeight(field.sizeHint().height())
            form.addRow(title, field)
        self.body.addLayout(form)
        self.add(self.keep, self._few_words, self.few, self.privacy)

    def show_member(self, member: Member, validating: int, *, joined: bool) -> None:
        """Show what was said before; what a person is typing stays.

        Args:
            member: The federation.
            validating: How many cases validate here.
            joined: Whether it was agreed to: then it is shown, not asked.
        """
        if self._shown != member.plan.id or joined:
            self._shown = member.plan.id
            self.number.setText(member.ethics.number)
            self.date.setText(member.ethics.date)
            self.keep.setChecked(member.keep)
            self.few.setChecked(member.few)
        for part in (self.number, self.date, self.keep, self.few):
            part.setEnabled(not joined)
        self.privacy.show_member(member, joined=joined)
        few = validating < member.plan.fewest_scored
        self._few_words.setText(self._of_few(validating, member.plan.fewest_scored))
        self._few_words.setVisible(few)
        self.few.setVisible(few and validating > 0)

    def _of_few(self, validating: int, fewest: int) -> str:
        if not validating:
            return self.tr(
                "None of your cases validates yet, so there is no score to send. Approve two patients or more, and "
                "draw the split."
            )
        words = self.tr(
            "Only {n} of your cases validate; the plan wants {fewest}. A mean over few cases says much about each of "
            "them: the mean of one case is that case. Without your word no score is sent."
        )
        return words.format(n=validating, fewest=fewest)

    def ethics(self) -> Ethics:
        """Return what was typed; a date that cannot be read is ""."""
        try:
            typed = date_of(self.date.text().strip())
        except ValueError:
            typed = ""
        date = datetime.strptime(typed, "%Y%m%d").date().isoformat() if typed else ""
        return Ethics(self.number.text().strip(), date)

    def fault(self) -> str:
        """Return what is missing, "" if nothing is."""
        try:
            check_ethics(self.ethics())
        except StudyError as error:
            return said(error.detail)
        return ""
