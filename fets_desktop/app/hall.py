"""The hall itself: opens a workspace and holds every use case; the window and the command line own one."""

import logging
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from fets_desktop.app.annotations.adopting import Adopting
from fets_desktop.app.annotations.native_views import NativeViews
from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.annotations.time_points import TimePoints
from fets_desktop.app.auditing import Auditing
from fets_desktop.app.backing_up import BackingUp
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.candidates import CandidateMaps
from fets_desktop.app.cases import Cases
from fets_desktop.app.choices import Choices
from fets_desktop.app.demonstrating import Demonstrating
from fets_desktop.app.encryption import Encryption
from fets_desktop.app.evaluating import Evaluating
from fets_desktop.app.exporting import Exporting
from fets_desktop.app.federation.federating import Federating
from fets_desktop.app.federation.founding import Founding
from fets_desktop.app.federation.joining import Joining
from fets_desktop.app.federation.publishing import Publishing
from fets_desktop.app.federation.rehearsing import Rehearsing
from fets_desktop.app.federation.simulation import Simulating
from fets_desktop.app.federation.watching import Watching
from fets_desktop.app.following import Following
from fets_desktop.app.forecast import Forecast
from fets_desktop.app.forgetting import Forgetting
from fets_desktop.app.fusing import Fusing
from fets_desktop.app.identities import Identities
from fets_desktop.app.importing import Importing
from fets_desktop.app.job_board import JobBoard
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.app.logbook import open_logbook
from fets_desktop.app.masking import Masking
from fets_desktop.app.model_checks import ModelChecks
from fets_desktop.app.models import Models
from fets_desktop.app.nodes import Nodes
from fets_desktop.app.nudging import Nudging
from fets_desktop.app.pacs import Pacs
from fets_desktop.app.phi import PhiScanning
from fets_desktop.app.preparing import Preparing
from fets_desktop.app.quantizing import Quantizing
from fets_desktop.app.receiving import Receiving
from fets_desktop.app.reporting import Reporting
from fets_desktop.app.restoring import Restoring
from fets_desktop.app.review_packages.bringing_in import TakingIn
from fets_desktop.app.review_packages.sending_out import HandingOut
from fets_desktop.app.segmenting import Segmenting
from fets_desktop.app.sending import Sending
from fets_desktop.app.signing import Signing
from fets_desktop.app.splitting import Splitting
from fets_desktop.app.support import Supporting
from fets_desktop.app.tagging import Tagging
from fets_desktop.app.training import Training
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.facts import Fact, SettingChanged

logger = logging.getLogger(__name__)


class Hall:
    """Every use case on one workspace; all calls come from one thread.

    Args:
        folder: The workspace's folder; made if it is not there.
        wake: Called from other threads when worker messages wait for `pump`.
        look: Whether to read alone, see `Workspace.look`.
        passphrase: Opens the secrets of a workspace whose images are encrypted; "" if none was given.

    Raises:
        StudyError: "workspace-open", "network-drive", "read-only", "disk-full", "newer-workspace", "damaged-workspace";
            of encrypted images what `Encryption.open` raises.
    """

    def __init__(
        self, folder: Path, wake: Callable[[], None] | None = None, *, look: bool = False, passphrase: str = ""
    ) -> None:
        self.workspace = Workspace.look(folder) if look else Workspace.open(folder)
        # whatever fails from here on, the workspace is not left locked
        with ExitStack() as closing:
            closing.callback(self.workspace.close)
            self._open_images(passphrase)
            closing.callback(open_logbook(self.workspace.logs).close)
            self.bus = FactsBus()
            self.jobs = JobBoard(self.workspace, self.bus, wake)
            closing.callback(self.jobs.close)
            self._furnish()
            closing.callback(self.reviewing.close)
            self.joining = Joining(self.workspace, self.bus, self.secrets)
            self.federating = Federating(self.workspace, self.bus, self.jobs, self.joining, self.settings, wake)
            closing.callback(self.federating.close)
            self.rehearsing = Rehearsing(self.workspace, self.jobs, self.settings, self.joining)
            self.founding = Founding(self.workspace, self.secrets, self.models)
            self.simulating = Simulating(self.workspace, self.jobs, self.settings)
            self.publishing = Publishing(self.workspace, self.jobs, self.models, self.settings, self.joining)
            self.watching = Watching(self.workspace)
            self._closing = closing.pop_all()
        logger.info("workspace opened")

    def _open_images(self, passphrase: str) -> None:
        """Without the key to its images a workspace is not opened: nothing in it could be done."""
        self.secrets = Secrets(self.workspace)
        if passphrase and self.secrets.locked:
            self.secrets.unlock(passphrase)
        self.encryption = Encryption(self.workspace, self.secrets, lambda: self.jobs.at_work)
        self.encryption.open()

    def _furnish(self) -> None:
        self.settings = Choices(self.workspace, self.bus)
        self.identities = Identities(self.workspace, self.secrets, self.settings)
        self.cases = Cases(self.workspace, self.bus)
        self.models = Models(self.workspace, self.bus, Signing(self.workspace, self.secrets))
        self.importing = Importing(self.workspace, self.bus, self.jobs, self.identities)
        self.preparing = Preparing(self.workspace, self.bus, self.jobs, self.settings)
        self.masking = Masking(self.workspace, self.preparing)
        self.nudging = Nudging(self.workspace, self.preparing)
        self.segmenting = Segmenting(self.workspace, self.bus, self.jobs, self.models, self.settings)
        self.fusing = Fusing(self.workspace, self.bus, self.jobs, self.segmenting, self.settings)
        self.reviewing = Reviewing(self.workspace, self.bus, self.settings)
        self.native_views = NativeViews(self.workspace)
        self.time_points = TimePoints(self.workspace)
        self.candidates = CandidateMaps(self.workspace, self.jobs)
        self.handing_out = HandingOut(self.workspace)
        self.taking_in = TakingIn(self.workspace, self.bus)
        self.forgetting = Forgetting(self.workspace, self.bus, self.reviewing, self.identities)
        self._adopting = Adopting(self.workspace, self.bus, self.reviewing)
        self.splitting = Splitting(self.workspace, self.bus, self.settings, lambda: self.joining.going_on())
        self.training = Training(self.workspace, self.bus, self.jobs, self.models, self.settings)
        self.evaluating = Evaluating(self.workspace, self.jobs, self.models, self.settings)
        self.quantizing = Quantizing(self.workspace, self.jobs, self.models, self.settings)
        self.model_checks = ModelChecks(self.workspace, self.jobs, self.models, self.settings)
        self.exporting = Exporting(self.workspace, self.jobs)
        self.phi = PhiScanning(self.workspace, self.bus, self.jobs, self.identities)
        self.nodes = Nodes(self.workspace, self.bus, self.secrets)
        self.receiving = Receiving(self.workspace, self.bus, self.jobs, self.settings, self.nodes, self.importing)
        self.pacs = Pacs(self.workspace, self.jobs, self.settings, self.nodes, self.receiving)
        self.sending = Sending(self.workspace, self.bus, self.jobs, self.nodes, self.exporting, self.identities)
        self.tagging = Tagging(self.workspace, self.jobs, self.importing.files_of)
        self.auditing = Auditing(self.workspace)
        self.backing_up = BackingUp(self.workspace, self.bus, self.jobs)
        self.restoring = Restoring(self.workspace, self.jobs)
        self.support = Supporting(self.workspace, self.settings, self.identities)
        self.demo = Demonstrating(self.workspace, self.jobs, self.importing)
        self.reporting = Reporting(self.workspace, self.models)
        self.forecast = Forecast(self.workspace, self.jobs, self.settings, self.fusing)
        self._following: Following | None = None
        if not self.workspace.only_looked_at:
            self.models.adopt_starter()
        self.bus.subscribe(self._hear)
        self._hear(SettingChanged("jobs.cpu_lane"))

    def _hear(self, fact: Fact) -> None:
        if isinstance(fact, SettingChanged) and fact.name == "jobs.cpu_lane":
            self.jobs.resize(self.settings.get("jobs.cpu_lane"))

    def follow(self, *, alone: bool = False) -> None:
        """Let the work go on by itself, as the window does: resume jobs, prepare and propose what is ready.

        Args:
            alone: Without the network: no port is opened for deliveries, and no federation goes on. For a command that
                ends when its cases have gone on.
        """
        if self._following is None:
            self._following = Following(
                self.workspace, self.bus, self.settings, self.preparing, self.segmenting, self.models, self.fusing
            )
            self.jobs.resume()
            self._following.look_at_all()
            if not alone:
                self.receiving.follow()
                self.federating.follow()

    def pump(self) -> None:
        """Take in what the workers and the federation's thread said."""
        self.jobs.pump()
        self.federating.pump()

    def close(self) -> None:
        """Stop the jobs and close the workspace; a second call does nothing."""
        if self._following:
            self._following.close()
        self._closing.close()

    def __enter__(self) -> "Hall":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
