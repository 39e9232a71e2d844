"""Federation: an invitation is read and joined; then the rounds, what left, and pause, go on or leave."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from fets_desktop.app.federation.publishing import TASK
from fets_desktop.app.hall import Hall
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Ethics, Member, Membership, Role
from fets_desktop.study.privacy import Privacy
from fets_desktop.ui.federation_flow import ask_for_key_place, choose_file, choose_target
from fets_desktop.ui.reading import Reading
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.screens.federation.chooser import FederationChooser
from fets_desktop.ui.screens.federation.fault import FaultPage
from fets_desktop.ui.screens.federation.joined import JoinedPage
from fets_desktop.ui.screens.federation.joining import JoiningPage
from fets_desktop.ui.screens.federation.look import Look
from fets_desktop.ui.screens.federation.owner_view import OwnerView
from fets_desktop.ui.screens.federation.state import Part
from fets_desktop.ui.sentences import message_of
from fets_desktop.ui.widgets.empty import EmptyState
from fets_desktop.ui.widgets.parts import button, row
from fets_desktop.ui.widgets.sure import ask_sure
from fets_desktop.ui.words import translate

_NOTHING, _FAULT, _JOINING, _JOINED, _OWNED = range(5)


class FederationScreen(Screen):
    """Leads from an invitation to the last round."""

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(hall, parent)
        self.joining, self.joined = JoiningPage(), JoinedPage(hall)
        self.fault, self.chooser = FaultPage(hall), FederationChooser()
        self.back_button = button(self.tr("Back to the rounds"), self._back, "chevron-left")
        self.another_button = button(self.tr("Open an invitation…"), self.ask_invitation, "file-plus")
        self.owner = OwnerView(hall, self)
        self._members: list[Member] = []
        self._reads_plan = False
        self._ledger_of: tuple[str, int] = ("", -1)
        self._look, self._adding_up = Look(self, self.joining), Reading(self)
        self.pages = QStackedLayout(self)
        for page in (self._nothing(), self.fault, self.joining, self.joined, self.owner.page):
            self.pages.addWidget(page)
        self._connect()

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "network",
            self.tr("No federation has been joined"),
            self.tr(
                "A federation trains one model on the cases of many sites. Images stay where they are; what travels "
                "are the network's weights and mean scores. Its owner sends you an invitation: a file that ends in "
                ".fetsinvite."
            ),
            button(self.tr("Open an invitation…"), self.ask_invitation, "file-plus", "primary"),
            button(
                self.tr("What is a federation?"), lambda: self.go.emit("help", "federation"), "circle-question-mark"
            ),
        )

    def _connect(self) -> None:
        joining, state = self.joining, self.joined.state
        joining.request_wanted.connect(self._ask_request)
        joining.certificate_wanted.connect(self._ask_certificate)
        joining.look_wanted.connect(self.look)
        joining.join_wanted.connect(self.join)
        joining.ethics.privacy.set_accounting(self.hall.joining.accounting)
        state.pause_wanted.connect(lambda: self._do(self.hall.federating.pause))
        state.resume_wanted.connect(lambda: self._do(self.hall.federating.resume))
        state.start_wanted.connect(lambda: self._do(self.hall.federating.start))
        state.leave_wanted.connect(self._ask_leave)
        state.plan_wanted.connect(self._read_plan)
        self.fault.unlocked.connect(self._unlocked)
        self.joined.ledger.export_wanted.connect(self._ask_export)
        self.chooser.currentIndexChanged.connect(self._chosen)
        self.facts.federation_changed.connect(self.stale)
        self.facts.split_changed.connect(self.stale)
        self.facts.model_changed.connect(self.stale)
        self.facts.job_changed.connect(self._job_changed)
        for line in (self.joined.publish, self.owner.page.publish):
            line.failed.connect(self.tell)
            line.models_wanted.connect(lambda model: self.go.emit("models", model))

    def _job_changed(self, job: str) -> None:
        # a training tells how far it is many times a minute, and changes nothing here
        if self.hall.jobs.view(job).task == TASK:
            self.stale()

    def header_actions(self) -> QWidget:
        """Return the choice of federation, the way back to the rounds, and the button that opens an invitation."""
        return row(self.owner.chooser, self.chooser, self.back_button, self.another_button, self.owner.button)

    # --- what is shown

    def refresh(self) -> None:
        """Read the federations and the shown one's rounds again."""
        if self.owner.refresh():
            self._show_page(_OWNED)
            self.say(self.owner.subtitle)
            return
        try:
            self._members = self.hall.joining.members()
        except StudyError as error:
            self.fault.show_fault(error)
            self._show_page(_FAULT)
            self.say("")
            return
        self.chooser.fill(self._members)
        member = self.member()
        if member is None:
            self._show_page(_NOTHING)
            self.say("")
            return
        joined = member.membership is Membership.JOINED
        if not joined or self._reads_plan:
            leaving = self.hall.joining.leaving(member.plan.id)
            self.joining.show_member(member, leaving, self._validating(member))
        if joined:
            self._show_rounds(member)
        self._show_page(_JOINED if joined and not self._reads_plan else _JOINING)
        self.say(f"{member.plan.name}: {translate(str(member.membership))}, {member.site}")

    def _validating(self, member: Member) -> int:
        """Return on how many cases this site would score: one that only validates takes all that have a side."""
        split = self.hall.splitting.current()
        if split is None:
            return 0
        everyone = member.plan.role(member.site) is Role.VALIDATES
        return len(split.validation) + (len(split.train) if everyone else 0)

    def _show_page(self, page: int) -> None:
        self.another_button.setVisible(page in (_JOINING, _JOINED))
        self.chooser.setVisible(page in (_JOINING, _JOINED) and len(self._members) > 1)
        self.back_button.setVisible(page == _JOINING and self._reads_plan)
        self.pages.setCurrentIndex(page)

    def _show_rounds(self, member: Member) -> None:
        federating, name = self.hall.federating, member.plan.id
        with self.telling():
            rows = federating.rounds(name)
            opens = federating.opening()
            part = Part(member, federating.standing(name), rows, federating.pausing(name), opens)
            self.joined.show_part(part)
            self.joined.publish.show_best(lambda: self.hall.publishing.best_of_site(name))
            left = (name, sum(each.sent for each in rows))
            if left != self._ledger_of:
                self._ledger_of = left
                card = self.joined.ledger
                self._adding_up.start(
                    federating.reading_ledger(name), card.show_lines, lambda error: card.show_fault(message_of(error))
                )

    def chosen(self) -> str:
        """Return the id of the federation that is shown, "" if none."""
        return self.chooser.chosen()

    def member(self) -> Member | None:
        """Return the federation that is shown."""
        return next((member for member in self._members if member.plan.id == self.chosen()), None)

    def _chosen(self) -> None:
        self._reads_plan = False
        self._look.forget()
        self.refresh()

    def _read_plan(self) -> None:
        self._reads_plan = True
        self.refresh()
        self.back_button.setFocus()

    def _back(self) -> None:
        self._reads_plan = False
        self.refresh()
        self.joined.state.plan_button.setFocus()

    # --- joining

    def ask_invitation(self) -> None:
        """Let a person choose an invitation."""
        choose_file(self, self.tr("Open an invitation"), "Invitation (*.fetsinvite)", self.open_invitation)

    def open_invitation(self, path: str) -> None:
        """Open an invitation and show its plan."""
        with self._trying(lambda: self.open_invitation(path)):
            member = self.hall.joining.open(Path(path))
            self.refresh()
            self.chooser.choose(member.plan.id)
            self.refresh()

    def _ask_request(self) -> None:
        if member := self.member():
            choose_target(self, self.tr("Save the request"), f"{member.site}.csr", self.save_request)

    def save_request(self, path: str) -> None:
        """Make the key, if there is none, and save the request for a certificate."""
        with self._trying(lambda: self.save_request(path)):
            self.hall.joining.request(self.chosen(), Path(path))
            self.refresh()

    def _ask_certificate(self) -> None:
        choose_file(self, self.tr("Take the certificate in"), "Certificate (*.pem)", self.take_certificate)

    def take_certificate(self, path: str) -> None:
        """Take in the owner's answer; what was looked at before no longer holds."""
        with self._trying(lambda: self.take_certificate(path)):
            self.hall.joining.accept(Path(path))
            self._look.forget()
            self.refresh()

    def look(self) -> None:
        """Look whether all is well."""
        self._look.start(self.chosen())

    def join(self, ethics: Ethics, few: bool, keep: bool, privacy: Privacy | None = None) -> None:
        """Agree to the plan and begin."""
        with self.telling():
            self.hall.joining.agree(self.chosen(), ethics, few=few, keep=keep, privacy=privacy)
            self._look.forget()
            self.refresh()
            self.hall.federating.start(self.chosen())
        self.refresh()

    # --- the rounds

    def _do(self, deed: Callable[[str], object]) -> None:
        with self.telling():
            deed(self.chosen())
        self.refresh()

    def _ask_leave(self) -> None:
        ask_sure(
            self.tr("Leave the federation?"),
            self.tr(
                "This site takes no part any more, and what is under way is given up. Rounds, ledger and the models "
                "that were kept stay here. You can join again while the federation goes on."
            ),
            self.tr("Leave"),
            lambda: self._do(self.hall.federating.leave),
            self,
        )

    def _ask_export(self) -> None:
        if member := self.member():
            choose_target(self, self.tr("Export the ledger"), f"{member.plan.name}-ledger.csv", self.export_ledger)

    def export_ledger(self, path: str) -> None:
        """Write the ledger to a file."""
        with self.telling():
            self.hall.federating.export_ledger(self.chosen(), Path(path))

    # --- the key

    @contextmanager
    def _trying(self, again: Callable[[], None]) -> Iterator[None]:
        """Where there is no open place for the key, ask for it, and do the deed again."""
        try:
            yield
        except StudyError as error:
            if error.code != "locked-secrets":
                self.tell(error)
                return
            dialog = ask_for_key_place(self.hall, self)
            dialog.accepted.connect(again)
            dialog.open()

    def _unlocked(self) -> None:
        # what went on before the program was closed waited for this
        self.hall.federating.follow()
        self.refresh()

    def leave(self) -> None:
        """Wait for nothing any more: the window closes."""
        self._look.forget()
        self._adding_up.forget()
        self.joining.ethics.privacy.leave()

    def changeEvent(self, event: QEvent) -> None:
        """Tint the curves anew when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "joined"):
            self.joined.charts.tint()
            self.owner.page.tint()
