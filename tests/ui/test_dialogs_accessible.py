"""Every dialog as a screen reader reads it: it has a name, so has every control, and Tab reaches them all in order."""

import importlib
import pkgutil
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

import fets_desktop.ui
from fets_desktop.app.models import UntrustedModelError
from fets_desktop.app.shipped import ShippedModel
from fets_desktop.store.records import Signer
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.site_rule import SiteRule
from fets_desktop.ui.screens.federation.publish import PublishDialog
from fets_desktop.ui.screens.import_.rules import RulesDialog
from fets_desktop.ui.screens.models.quantizing import QuantizeDialog
from fets_desktop.ui.screens.models.shipped import ShippedDialog
from fets_desktop.ui.screens.models.signers import SignersDialog
from fets_desktop.ui.screens.models.trust import TrustDialog
from fets_desktop.ui.screens.native_view import NativeDialog
from fets_desktop.ui.screens.pacs_query import PacsQuery
from fets_desktop.ui.screens.review.file import AskScheme
from fets_desktop.ui.screens.review.readers import AskReader
from fets_desktop.ui.screens.review.versions import VersionsDialog
from fets_desktop.ui.screens.segment.surgery import AskSurgery
from fets_desktop.ui.screens.time_points.screen import TimePointsDialog
from fets_desktop.ui.viewer.keymaps import Keymap, Keys
from fets_desktop.ui.viewer.keys_dialog import KeysDialog
from fets_desktop.ui.widgets.about_dialog import AboutDialog
from fets_desktop.ui.widgets.ask import AskWords
from fets_desktop.ui.widgets.encryption_dialog import ConvertDialog
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from fets_desktop.ui.widgets.export_dialog import ExportDialog
from fets_desktop.ui.widgets.export_notice import NotMadeDialog
from fets_desktop.ui.widgets.forget_dialog import AskForget
from fets_desktop.ui.widgets.help_dialog import HelpDialog
from fets_desktop.ui.widgets.judge_dialog import JudgeDialog
from fets_desktop.ui.widgets.node_dialog import NodeDialog
from fets_desktop.ui.widgets.package_dialogs import HandOutDialog, TakeInDialog
from fets_desktop.ui.widgets.passphrase_dialog import PassphraseDialog
from fets_desktop.ui.widgets.phi_dialog import PhiDialog
from fets_desktop.ui.widgets.picture import LargePicture
from fets_desktop.ui.widgets.restore_dialog import RestoreDialog
from fets_desktop.ui.widgets.send_dialog import SendDialog
from fets_desktop.ui.widgets.sure import AskSure
from fets_desktop.ui.widgets.tag_dialog import TagDialog
from fets_desktop.ui.widgets.workspace_choice import NotOpened
from tests.ui.conftest import settle
from tests.ui.fake_network import MAIN, WEB
from tests.ui.test_accessible import backwards, silent, used_by_tab
from tests.ui.test_window_names import USED, nameless
from tests.ui.test_window_pictures import nothing_cut_off

CASE = "GLI-0117"
PRESSED = ("QPushButton", "QCheckBox", "QComboBox", "QLineEdit", "QSpinBox", "QDoubleSpinBox")


def offered(hall):
    return [ShippedModel("starter-deepmedic", hall.stored_models[0].card, Path("/ships/one.fetsmodel"))]


def going_on(progress):
    """Write files anew for a second, or until it is stopped."""
    for number in range(100):
        progress(number / 100, f"File {number + 1} of 100")
        time.sleep(0.01)


DIALOGS = {
    AboutDialog: lambda hall, owner: AboutDialog(owner),
    AskForget: lambda hall, owner: AskForget(lambda whole: hall.forgetting.outlook(CASE, whole), CASE, print, owner),
    AskReader: lambda hall, owner: AskReader(hall.annotations[CASE], owner),
    AskScheme: lambda hall, owner: AskScheme(owner),
    AskSure: lambda hall, owner: AskSure("Sure?", "It goes.", "Go", owner),
    AskSurgery: lambda hall, owner: AskSurgery(2, owner),
    AskWords: lambda hall, owner: AskWords("Title", "Text", "Hint", "Do it", owner, offers=["Poor signal"]),
    ConvertDialog: lambda hall, owner: ConvertDialog(going_on, wanted=True, parent=owner),
    ErrorDialog: lambda hall, owner: ErrorDialog.of_error(StudyError("disk-full", "Why."), owner),
    ExportDialog: lambda hall, owner: ExportDialog(3, owner, 1, 1),
    HandOutDialog: lambda hall, owner: HandOutDialog(CASE, answer=False, drawn=True, parent=owner),
    HelpDialog: lambda hall, owner: HelpDialog("models#Scores", owner),
    JudgeDialog: lambda hall, owner: JudgeDialog("Title", "Words", None, owner, second_try=True),
    KeysDialog: lambda hall, owner: KeysDialog(Keys(Keymap.SLICER), owner),
    LargePicture: lambda hall, owner: LargePicture(QPixmap(80, 60), "Axial slices", owner),
    NativeDialog: lambda hall, owner: NativeDialog(hall, CASE, owner),
    NodeDialog: lambda hall, owner: NodeDialog(hall, WEB, owner),
    NotMadeDialog: lambda hall, owner: NotMadeDialog([(CASE, "It has no labels.")], owner),
    NotOpened: lambda hall, owner: NotOpened(Path("elsewhere")),
    PacsQuery: lambda hall, owner: PacsQuery(hall, owner),
    PassphraseDialog: lambda hall, owner: PassphraseDialog(
        "Choose a passphrase", ("Why.",), ("Passphrase", "Once more"), "Take it", "Not now", print, owner, repeated=True
    ),
    PhiDialog: lambda hall, owner: PhiDialog(hall, hall.phi.start(), owner),
    PublishDialog: lambda hall, owner: PublishDialog(SimpleNamespace(number=3), None, owner),
    QuantizeDialog: lambda hall, owner: QuantizeDialog("starter", None, owner),
    RestoreDialog: lambda hall, owner: RestoreDialog(hall, owner),
    RulesDialog: lambda hall, owner: RulesDialog(
        [SiteRule("K", Contrast.T1, "localizer", "2026-10-01T08:00:00Z")], owner
    ),
    SendDialog: lambda hall, owner: SendDialog(hall, 2, owner),
    ShippedDialog: lambda hall, owner: ShippedDialog(offered(hall), owner),
    SignersDialog: lambda hall, owner: SignersDialog("0123", [Signer("a-b", "Oslo", "2026-10-01T08:00:00Z")], owner),
    TagDialog: lambda hall, owner: TagDialog(hall, owner),
    TakeInDialog: lambda hall, owner: TakeInDialog(Path("a.fetsreview"), owner),
    TimePointsDialog: lambda hall, owner: TimePointsDialog(hall, CASE, owner),
    TrustDialog: lambda hall, owner: TrustDialog(UntrustedModelError("m", "", "ab" * 32, "CaPTk", "BSD"), "m", owner),
    VersionsDialog: lambda hall, owner: VersionsDialog(hall, CASE, owner),
}
"""How each is made; most are as a screen opens them."""
ONLY_SHOWN = {LargePicture}
"""What has no control: Esc closes it."""


def test_every_dialog_of_the_window_is_looked_at():
    for module in pkgutil.walk_packages(fets_desktop.ui.__path__, "fets_desktop.ui."):
        importlib.import_module(module.name)
    kinds, found = [QDialog], set()
    while kinds:
        # what is in a dialog for files is Qt's own
        below = [kind for kind in kinds.pop().__subclasses__() if not issubclass(kind, QFileDialog)]
        kinds += below
        found |= {kind for kind in below if kind.__module__.startswith("fets_desktop.")}
    assert {kind.__name__ for kind in found} == {kind.__name__ for kind in DIALOGS}


@pytest.fixture
def opened(keep, hall, qt):
    hall.network.nodes = {node.name: node for node in (MAIN, WEB)}
    owner = keep(QWidget(), size=(1300, 800))

    def build(kind):
        dialog = keep(DIALOGS[kind](hall, owner))
        dialog.resize(dialog.size().expandedTo(dialog.sizeHint()))
        settle(qt)
        return dialog

    return build


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_a_dialog_has_names_an_order_and_room_for_its_words(opened, kind):
    dialog = opened(kind)
    assert dialog.accessibleName(), "a screen reader says what opened"
    controls = used_by_tab(dialog)
    assert controls or kind in ONLY_SHOWN, "Tab reaches nothing"
    assert silent(controls) == []
    assert nameless(dialog) == []
    assert backwards(controls, dialog) == []
    missed = [
        widget.accessibleName() or type(widget).__name__
        for widget in dialog.findChildren(QWidget)
        if type(widget).__name__ in PRESSED and widget.isEnabled() and widget.isVisibleTo(dialog)
        if widget.window() is dialog and widget.focusProxy() is None and not isinstance(widget.parent(), USED)
        if id(widget) not in set(map(id, controls))
    ]
    assert missed == []
    nothing_cut_off(dialog)  # some read beside the window
