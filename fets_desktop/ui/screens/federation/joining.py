"""From an invitation to Join: the plan and what leaves at the left, three steps at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fets_desktop.study.federation import Check, Leaving, Member, Membership, Role
from fets_desktop.ui.screens.federation.certificate import CertificateCard
from fets_desktop.ui.screens.federation.ethics import EthicsCard
from fets_desktop.ui.screens.federation.plan import LeavingCard, PlanCard
from fets_desktop.ui.screens.federation.preflight import PreflightCard, sign_of
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.parts import framed

_STEPS_WIDTH = 474
_BESIDE_BAR = 4


class JoiningPage(QWidget):
    """Shows a federation that was not joined yet, or the plan of one that was.

    `join_wanted` carries the approval, whether scores of few cases may leave, whether every model is kept, and the
    privacy of updates.
    """

    request_wanted = Signal()
    certificate_wanted = Signal()
    look_wanted = Signal()
    join_wanted = Signal(object, bool, bool, object)

    def __init__(self) -> None:
        super().__init__()
        self.plan, self.leaving = PlanCard(), LeavingCard()
        self.certificate, self.ethics, self.preflight = CertificateCard(), EthicsCard(), PreflightCard()
        self._member: Member | None = None
        self._checks: Sequence[Check] | None = None
        self._busy = False
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 14, 16, 14)
        line.setSpacing(14)
        line.addWidget(_filled(QScrollArea(), self.plan, self.leaving), 1)
        line.addWidget(_filled(_Steps(), self.certificate, self.ethics, self.preflight))
        self.certificate.request_wanted.connect(self.request_wanted)
        self.certificate.certificate_wanted.connect(self.certificate_wanted)
        self.preflight.look_wanted.connect(self.look_wanted)
        self.preflight.join_wanted.connect(self._join)
        self.ethics.changed.connect(self._tell_missing)

    def show_member(self, member: Member, leaving: Sequence[Leaving], validating: int) -> None:
        """Show a federation.

        Args:
            member: As this site knows it.
            leaving: What leaves.
            validating: How many cases of this site validate.
        """
        if self._member is None or self._member.plan.id != member.plan.id:
            self._checks = None
        if self._member != member:
            self.plan.show_member(member)
            self.leaving.show_items(leaving, member.plan.rounds)
            self.certificate.show_member(member)
        self._member = member
        joined = member.membership is Membership.JOINED
        self.ethics.show_member(member, validating, joined=joined)
        self.preflight.setVisible(not joined)
        self.show_checks(self._checks, busy=self._busy)

    def show_checks(self, checks: Sequence[Check] | None, *, busy: bool) -> None:
        """Show what was looked at; None if nothing was, or it no longer holds."""
        self._checks, self._busy = checks, busy
        self.preflight.show_checks(checks, busy=busy)
        self._tell_missing()

    def _tell_missing(self) -> None:
        self.preflight.show_missing(self.missing())

    def missing(self) -> str:
        """Return why nobody can join yet, "" if somebody can."""
        member = self._member
        if member is None or member.days_left is None or member.days_left < 0:
            return self.tr("First the certificate must be here.")
        if fault := self.ethics.fault():
            return self.tr("First the ethics approval. {why}").format(why=fault)
        if self._checks is None:
            return self.tr("First look whether all is well.")
        if bad := [said(check.title) for check in self._checks if sign_of(check) == "no"]:
            return self.tr("First mend what is not well: {what}.").format(what=", ".join(bad))
        return ""

    def _join(self) -> None:
        few = self.ethics.few.isChecked() and self.ethics.few.isVisible()
        privacy = self.ethics.privacy.privacy() if self._trains() else None
        self.join_wanted.emit(self.ethics.ethics(), few, self.ethics.keep.isChecked(), privacy)

    def _trains(self) -> bool:
        member = self._member
        return member is not None and member.plan.role(member.site) is Role.TRAINS


class _Steps(QScrollArea):
    """As wide as its cards need in whichever language, beside a scroll bar: nothing is scrolled sideways."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Widen it when what is in it has changed."""
        page = self.widget()
        if page is not None and watched is page and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            needed = page.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width() + 2 * _BESIDE_BAR
            self.setFixedWidth(max(_STEPS_WIDTH, needed))
        return super().eventFilter(watched, event)


def _filled(scroll: QScrollArea, *cards: QWidget) -> QScrollArea:
    """Return a part that scrolls, with these cards one below the other."""
    page = framed("page")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, _BESIDE_BAR, 0)
    column.setSpacing(14)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    scroll.setWidgetResizable(True)
    scroll.setWidget(page)
    return scroll
