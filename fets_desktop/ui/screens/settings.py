"""Settings: generated from the one table that describes them."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from fets_desktop.app.certificates import PemKind, look_at
from fets_desktop.app.hall import Hall
from fets_desktop.study.errors import StudyError
from fets_desktop.study.fusing import FUSIONS
from fets_desktop.study.settings import SETTINGS, Setting
from fets_desktop.ui.screen import Screen
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.backup_panel import BackupPanel
from fets_desktop.ui.widgets.encryption_panel import EncryptionPanel
from fets_desktop.ui.widgets.network_card import NetworkNodes
from fets_desktop.ui.widgets.parts import Card, framed, label, roomy, rule
from fets_desktop.ui.widgets.pem_field import PemField
from fets_desktop.ui.widgets.privacy_panel import PrivacyPanel
from fets_desktop.ui.widgets.receiving_line import ReceivingLine
from fets_desktop.ui.widgets.size_choice import SizeChoice
from fets_desktop.ui.widgets.turning_row import TurningRow
from fets_desktop.ui.widgets.workspace_choice import WorkspacePanel, restore_backup
from fets_desktop.ui.words import translate

_GROUPS = {
    "look": "Look",
    "review": "Review",
    "jobs": "Jobs",
    "prepare": "Prepare",
    "segment": "Segment",
    "split": "Split",
    "federation": "Federation",
    "privacy": "Privacy",
    "pacs": "Hospital network",
}
_LANGUAGES = {"en": "English", "de": "Deutsch", "es": "Español"}
"""Each in its own words: whoever reads no other must find it."""

_CHOICE_WORDS = {"dark": "Dark", "light": "Light", "itksnap": "ITK-SNAP", "slicer": "3D Slicer"} | {
    "system": "As this computer",
    "ask": "Where a keyring is",
    "keep": "Keep a table",
    "none": "Keep none",
    "label": "Labels",
    "region": "Regions",
    **{method.name: method.title for method in FUSIONS.values()},
}
_CERTIFICATE = "pacs.cert_file"
_PEM_FILES = {_CERTIFICATE: PemKind.CERTIFICATE, "pacs.key_file": PemKind.KEY, "pacs.ca_file": PemKind.AUTHORITY}
_CONTROL_WIDTH = 190
_BOX_WIDTH = 18
_GAP = 14


class SettingsScreen(Screen):
    """One control for every setting; a change holds at once."""

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(hall, parent)
        self.controls: dict[str, QWidget] = {}
        self._show: dict[str, Callable[[Any], None]] = {}
        self._pems: dict[str, PemField] = {}
        self._faults = {name: label("", "bad", wrap=True) for name in SETTINGS}
        self._showing = False
        page = framed("page")
        columns = QHBoxLayout(page)
        columns.setContentsMargins(16, 14, 16, 14)
        sides, halves = (QVBoxLayout(), QVBoxLayout()), (QWidget(), QWidget())
        for half, side in zip(halves, sides, strict=True):
            side.setContentsMargins(0, 0, 0, 0)
            side.setSpacing(_GAP)
            half.setLayout(side)
        columns.addWidget(TurningRow(*halves, gap=_GAP, shares=(1, 1)))
        known = dict.fromkeys((*_GROUPS, *(name.split(".")[0] for name in SETTINGS)))
        for group in known:
            settings = [setting for setting in SETTINGS.values() if setting.name.split(".")[0] == group]
            if settings:
                sides[0 if group in ("look", "review", "pacs") else 1].addWidget(self._card(group, settings))
        sides[0].addWidget(self._kept())
        for side in sides:
            side.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.setFocusProxy(next(iter(self.controls.values())))
        self.facts.setting_changed.connect(self.stale)
        self.say(self.tr("A change holds at once, for this workspace"))

    def _kept(self) -> Card:
        """Return the card on the workspace itself and its backups."""
        card = Card(self.tr("Workspace and backup"))
        self.kept = WorkspacePanel(self.hall, self.workspace_wanted.emit)
        restore = partial(restore_backup, self.hall, self, self.workspace_wanted.emit)
        self.backup = BackupPanel(self.hall, restore)
        card.add(self.kept, rule(), self.backup)
        return card

    def _card(self, group: str, settings: list[Setting]) -> Card:
        card = Card(translate(_GROUPS.get(group, group.title())))
        if group == "pacs":
            self.network = NetworkNodes(self.hall)
            card.add(self.network, rule())
        if group == "privacy":
            self.privacy = PrivacyPanel(self.hall)
            self.encryption = EncryptionPanel(self.hall)
            self.encryption.secrets_changed.connect(self.privacy.refresh)
            card.add(self.privacy, rule(), self.encryption, rule())
        for number, setting in enumerate(settings):
            if number:
                card.add(rule())
            card.add(self._row(setting))
        if group == "look":
            card.add(rule(), self._text_size())
        return card

    def _row(self, setting: Setting) -> QWidget:
        control, fault = self._control(setting), self._faults[setting.name]
        fault.hide()
        below: list[QWidget] = [fault]
        if setting.name == "pacs.listen":
            below.append(ReceivingLine(self.hall, self))
        if isinstance(control, PemField):
            below.append(control.verdict)
        self.controls[setting.name] = control
        return _line(translate(setting.title), translate(setting.text), control, below)

    def _text_size(self) -> QWidget:
        """Return the row on what holds for this computer, whichever workspace is open."""
        self.text_size = SizeChoice(self._do)
        text = self.tr("Of letters, buttons and icons, on this computer in every workspace.")
        return _line(self.tr("Text size"), text, self.text_size, [self.text_size.verdict])

    def _do(self, call: Callable[[], None]) -> None:
        with self.telling():
            call()

    def _control(self, setting: Setting) -> QWidget:
        take = partial(self._take, setting.name)
        if setting.kind is bool:
            return self._check_box(setting.name, take)
        if setting.choices:
            return self._combo(setting, take)
        if setting.kind in (int, float):
            return self._spin(setting, take)
        if setting.name in _PEM_FILES:
            return self._pem(setting, take)
        field = QLineEdit()
        field.editingFinished.connect(lambda: take(field.text().strip()))
        self._show[setting.name] = lambda value: field.setText(str(value))
        return field

    def _pem(self, setting: Setting, take: Callable[[Any], None]) -> QWidget:
        pem = PemField(translate(setting.title))
        pem.taken.connect(take)
        pem.taken.connect(lambda _path: self._judge_files())
        self._show[setting.name] = lambda value: pem.field.setText(str(value))
        self._pems[setting.name] = pem
        return pem

    def _judge_files(self) -> None:
        """Say what is in the files of certificates that are chosen now."""
        chosen = {name: pem.text() for name, pem in self._pems.items()}
        for name, pem in self._pems.items():
            pem.say(look_at(_PEM_FILES[name], chosen[name], chosen[_CERTIFICATE]))

    def _check_box(self, name: str, take: Callable[[Any], None]) -> QWidget:
        box = QCheckBox()
        box.toggled.connect(take)
        self._show[name] = box.setChecked
        return box

    def _combo(self, setting: Setting, take: Callable[[Any], None]) -> QWidget:
        combo = QComboBox()
        for choice in setting.choices:
            words = _LANGUAGES.get(choice) or translate(_CHOICE_WORDS.get(choice, str(choice)))
            combo.addItem(words, choice)
        combo.currentIndexChanged.connect(lambda _number: take(combo.currentData()))
        self._show[setting.name] = lambda value: combo.setCurrentIndex(combo.findData(value))
        return combo

    def _spin(self, setting: Setting, take: Callable[[Any], None]) -> QWidget:
        spin: QSpinBox | QDoubleSpinBox
        if setting.kind is int:
            spin = QSpinBox()
            spin.setRange(int(setting.low or 0), int(setting.high if setting.high is not None else 999_999))
        else:
            spin = QDoubleSpinBox()
            spin.setRange(setting.low or 0.0, setting.high if setting.high is not None else 1e6)
            spin.setSingleStep(0.05 if (setting.high or 0) <= 1 else 0.5)
            spin.setDecimals(2 if (setting.high or 0) <= 1 else 1)
        spin.setKeyboardTracking(False)
        roomy(spin)
        spin.valueChanged.connect(take)
        self._show[setting.name] = lambda value: spin.setValue(value)
        return spin

    def showEvent(self, event: QShowEvent) -> None:
        """Look again at the secrets, which another place may have opened meanwhile: that is no change of a setting."""
        super().showEvent(event)
        self.privacy.refresh()

    def refresh(self) -> None:
        """Show the values that hold now."""
        self._showing = True
        self.privacy.refresh()
        for name, show in self._show.items():
            show(self.hall.settings.get(name))
        self._judge_files()
        self._showing = False

    def _take(self, name: str, value: object) -> None:
        if self._showing or value == self.hall.settings.get(name):
            return
        fault = self._faults[name]
        try:
            self.hall.settings.set(name, value)
        except ValueError as error:
            fault.setText(said(str(error)))
            fault.show()
        except StudyError as error:
            # it was not taken: nobody shall believe that it holds
            self.refresh()
            self.tell(error)
        else:
            fault.hide()


def _line(title: str, text: str, control: QWidget, below: list[QWidget]) -> QWidget:
    """Return a setting's words with what stands below them, and its control at the right."""
    built = QWidget()
    line = QHBoxLayout(built)
    line.setContentsMargins(0, 2, 0, 2)
    line.setSpacing(18)
    words = QVBoxLayout()
    words.setSpacing(2)
    for part in (label(title, "strong"), label(text, "small", wrap=True), *below):
        words.addWidget(part)
    line.addLayout(words, 1)
    control.setAccessibleName(title)
    control.setAccessibleDescription(text)
    control.setFixedWidth(_BOX_WIDTH if isinstance(control, QCheckBox) else _CONTROL_WIDTH)
    line.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
    return built
