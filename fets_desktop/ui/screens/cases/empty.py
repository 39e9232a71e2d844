"""What the board shows before the first case: how patients come in, or that one is on its way."""

from collections.abc import Callable, Iterable

from fets_desktop.app.job_board import ENDED, JobView
from fets_desktop.ui.widgets.empty import EmptyState
from fets_desktop.ui.widgets.parts import button
from fets_desktop.ui.words import translate


class NoCases(EmptyState):
    """Offers an import, a demo patient, and what was here before; while something is under way it says so instead.

    Args:
        ask_import: Goes to where patients come in.
        ask_demo: Makes a demo patient.
        ask_backup: Brings a backup back.
        ask_workspace: Opens another workspace.
    """

    def __init__(
        self,
        ask_import: Callable[[], object],
        ask_demo: Callable[[], object],
        ask_backup: Callable[[], object],
        ask_workspace: Callable[[], object],
    ) -> None:
        self.demo = button(translate("Make a demo patient"), ask_demo, "brain")
        self.backup = button(translate("Restore a backup…"), ask_backup, look="link")
        self.workspace = button(translate("Open another workspace…"), ask_workspace, look="link")
        begin = button(translate("Import patients"), ask_import, "folder-down", "primary")
        super().__init__("users", "", "", begin, self.demo, below=(self.backup, self.workspace))
        self.show_jobs(())

    def show_jobs(self, jobs: Iterable[JobView]) -> None:
        """Say what is on its way; without a job that brings cases, what a person can do."""
        live = {job.task for job in jobs if job.state not in ENDED}
        self.demo.setEnabled("phantom" not in live)
        if "phantom" in live:
            heading = translate("A demo patient is being made")
            text = translate(
                "It takes a minute or two; the line at the bottom says how far it is. The patient appears here, is "
                "prepared and outlined by itself, and is then ready for your review."
            )
        elif live & {"scan", "pacs_get"}:
            heading = translate("Patients are on their way")
            text = translate("They appear here as they are recognised. Import shows what was found.")
        else:
            heading = translate("No cases yet")
            text = translate(
                "A case is one patient at one time point with four MR series: T1, T1Gd, T2 and FLAIR. "
                "Import a patient's folder, or let the program make a demo patient to look around with."
            )
        self.heading.setText(heading)
        self.text.setText(text)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
