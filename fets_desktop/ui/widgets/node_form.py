"""The fields of a PACS, and the node they say."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from fets_desktop.app.certificates import PemKind, look_at
from fets_desktop.study.node import FetchBy, Node, NodeKind
from fets_desktop.ui.widgets.parts import label, roomy
from fets_desktop.ui.widgets.pem_field import PemField

_NAME_WIDTH = 170


class NodeForm(QWidget):
    """Shows a node's fields, those alone that its kind has; `judged` when it says something else of their files.

    Args:
        node: What to show.
    """

    edited = Signal()
    judged = Signal()

    def __init__(self, node: Node) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, _NAME_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._rows: dict[str, list[QWidget]] = {}
        self._pems: dict[PemKind, PemField] = {}
        self._known = bool(node.name)
        self._make_fields()
        self._show(node)
        self._follow_kind()

    def _make_fields(self) -> None:
        self.name = self._line("name", self.tr("Name"), self.tr("What you call it, for example Main PACS"))
        self.kind = QComboBox()
        self.kind.addItem(self.tr("DICOM"), NodeKind.DIMSE)
        self.kind.addItem(self.tr("DICOMweb"), NodeKind.DICOMWEB)
        self._add("kind", self.tr("It speaks"), self.kind)
        self.host = self._line("host", self.tr("Computer"), self.tr("Name or address"))
        self.port = _number(1, 65535)
        self._add("port", self.tr("Its port"), self.port)
        self.their_ae = self._line("their_ae", self.tr("Its AE title"), self.tr("Ask IT"))
        self.our_ae = self._line("our_ae", self.tr("Our AE title"), self.tr("As IT enters it at the PACS"))
        self.fetch_by = QComboBox()
        self.fetch_by.addItem(self.tr("Over the same connection (C-GET)"), FetchBy.GET)
        self.fetch_by.addItem(self.tr("It sends them to our port (C-MOVE)"), FetchBy.MOVE)
        self._add("fetch_by", self.tr("How images come"), self.fetch_by)
        self.url = self._line("url", self.tr("Address"), "https://pacs.hospital/dicom-web")
        self.user = self._line("user", self.tr("User"), self.tr("Empty if it asks for none"))
        self.password = self._line(
            "password",
            self.tr("Password"),
            self.tr("Unchanged if left empty") if self._known else self.tr("Empty if it asks for none"),
            secret=True,
        )
        self.tls = QCheckBox(self.tr("Encrypted (TLS)"))
        self._add("tls", self.tr("Connection"), self.tls)
        pem = self.tr("PEM file; empty if IT gave none")
        self.ca_file = self._file("ca_file", PemKind.AUTHORITY, self.tr("Who signs its certificate"), pem)
        self.cert_file = self._file("cert_file", PemKind.CERTIFICATE, self.tr("Our certificate"), pem)
        self.key_file = self._file("key_file", PemKind.KEY, self.tr("Our key"), pem)
        self.key_words = self._line(
            "key_words", self.tr("Passphrase of our key"), self.tr("If it has one"), secret=True
        )
        self.key_words.editingFinished.connect(self._judge_files)
        self.timeout = _number(1, 600)
        self._add("timeout", self.tr("Give up after (s)"), self.timeout)
        self.own = QCheckBox(self.tr("Our own PACS: results may bear the patient's name"))
        self.own.setToolTip(self.tr("Only there may results go under the patient's true name, if you ask for it."))
        self._add("own", "", self.own)
        for choice in (self.kind, self.fetch_by):
            choice.currentIndexChanged.connect(self._follow_kind)
        self.tls.toggled.connect(self._follow_kind)
        self.url.textChanged.connect(self._follow_kind)

    def _add(self, name: str, words: str, field: QWidget, shown: QWidget | None = None) -> None:
        line = self._grid.rowCount()
        title = label(words, "muted")
        field.setAccessibleName(words or self.own.text())
        self._grid.addWidget(title, line, 0)
        self._grid.addWidget(shown or field, line, 1)
        self._rows[name] = [title, shown or field]

    def _line(self, name: str, words: str, hint: str, secret: bool = False) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(hint)
        field.textChanged.connect(lambda _text: self.edited.emit())
        if secret:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self._add(name, words, field)
        return field

    def _file(self, name: str, kind: PemKind, words: str, hint: str) -> QLineEdit:
        pem = PemField(words, hint)
        pem.field.textChanged.connect(lambda _text: self.edited.emit())
        pem.taken.connect(lambda _path: self._judge_files())
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(pem)
        column.addWidget(pem.verdict)
        self._pems[kind] = pem
        self._add(name, words, pem.field, shown)
        return pem.field

    def _judge_files(self) -> None:
        """Say what is in the files that are chosen; a passphrase that is kept is not known here."""
        certificate = self._pems[PemKind.CERTIFICATE].text()
        words = self.key_words.text() or (None if self._known else "")
        for kind, pem in self._pems.items():
            pem.say(look_at(kind, pem.text(), certificate, words))
        self.judged.emit()

    def _show(self, node: Node) -> None:
        for field, words in (
            (self.name, node.name),
            (self.host, node.host),
            (self.their_ae, node.their_ae),
            (self.our_ae, node.our_ae),
            (self.url, node.url),
            (self.user, node.user),
            (self.ca_file, node.ca_file),
            (self.cert_file, node.cert_file),
            (self.key_file, node.key_file),
        ):
            field.setText(words)
        self.kind.setCurrentIndex(self.kind.findData(node.kind))
        self.fetch_by.setCurrentIndex(self.fetch_by.findData(node.fetch_by))
        self.port.setValue(node.port)
        self.timeout.setValue(round(node.timeout_s))
        self.tls.setChecked(node.tls)
        self.own.setChecked(node.own)
        self._judge_files()

    def _follow_kind(self, *_: object) -> None:
        web = self.kind.currentData() == NodeKind.DICOMWEB
        protected = self.url.text().startswith("https") if web else self.tls.isChecked()
        seen = {"name", "kind", "timeout", "own"}
        seen |= {"url", "user", "password"} if web else {"host", "port", "their_ae", "our_ae", "fetch_by", "tls"}
        seen |= {"ca_file", "cert_file", "key_file", "key_words"} if protected else set()
        for name, widgets in self._rows.items():
            for widget in widgets:
                widget.setVisible(name in seen)
        self.edited.emit()

    def node(self) -> Node:
        """Return the node that the fields say."""
        return Node(
            name=self.name.text().strip(),
            kind=NodeKind(self.kind.currentData()),
            host=self.host.text().strip(),
            port=self.port.value(),
            their_ae=self.their_ae.text().strip(),
            our_ae=self.our_ae.text().strip(),
            tls=self.tls.isChecked(),
            ca_file=_path(self.ca_file),
            cert_file=_path(self.cert_file),
            key_file=_path(self.key_file),
            fetch_by=FetchBy(self.fetch_by.currentData()),
            url=self.url.text().strip(),
            user=self.user.text().strip(),
            own=self.own.isChecked(),
            timeout_s=float(self.timeout.value()),
        )

    def secret(self) -> dict[str, str]:
        """Return the words that were typed to be kept in the keyring."""
        typed = {"password": self.password.text(), "key_words": self.key_words.text()}
        return {name: words for name, words in typed.items() if words}


def _number(low: int, high: int) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(low, high)
    spin.setFixedWidth(120)
    roomy(spin)
    return spin


def _path(field: QLineEdit) -> str:
    words = field.text().strip()
    return str(Path(words).expanduser().absolute()) if words else ""
