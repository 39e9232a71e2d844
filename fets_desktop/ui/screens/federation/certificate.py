"""This site's key and certificate: the request out, the fingerprint read over the telephone, the answer in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from fets_desktop.study.federation import Member
from fets_desktop.ui.federation_words import days_words
from fets_desktop.ui.screens.federation.plan import fingerprint_label
from fets_desktop.ui.widgets.parts import Card, button, clear, label, row, set_look, set_words, show_icon


class CertificateCard(Card):
    """Leads from no key to a certificate, step by step."""

    request_wanted = Signal()
    certificate_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("1  Key and certificate"))
        self.words = label("", "muted", wrap=True)
        self.request_button = button(self.tr("Save the request…"), self.request_wanted.emit, "key-round", "primary")
        self.certificate_button = button(
            self.tr("Take the certificate in…"), self.certificate_wanted.emit, "file-plus", "primary"
        )
        self._fingerprint = Card()
        self._fingerprint.layout().setContentsMargins(12, 8, 12, 10)  # type: ignore[union-attr]
        self._line = row(self.request_button, self.certificate_button, 1)
        self.add(self.words, self._fingerprint, self._line)

    def show_member(self, member: Member) -> None:
        """Show how far this site is."""
        asked, days = bool(member.own_fingerprint), member.days_left
        self.aside.setText(days_words(days))
        good = days is not None and days >= 0
        self.words.setText(self._what_to_do(member))
        set_words(self.request_button, self.tr("Save the request again…") if asked else self.tr("Save the request…"))
        _stress(self.request_button, "key-round", stressed=not asked)
        _stress(self.certificate_button, "file-plus", stressed=not good)
        self.certificate_button.setVisible(asked)
        self._fingerprint.setVisible(asked and not good)
        clear(self._fingerprint.body)
        name = self.tr("This site's fingerprint, to read to the owner")
        self._fingerprint.add(label(name, "small"), fingerprint_label(member.own_fingerprint, name))

    def _what_to_do(self, member: Member) -> str:
        days = member.days_left
        if not member.own_fingerprint:
            return self.tr(
                "The key is made on this computer and never leaves it. Only a request for a certificate is saved as a "
                "file: send it to the federation's owner."
            )
        if days is None:
            return self.tr(
                "Send the request to the owner and read them this fingerprint over the telephone. They answer with a "
                "certificate: take that file in."
            )
        if days < 0:
            return self.tr("The certificate has run out. Save the request again, send it, and take the new one in.")
        if member.runs_out_soon:
            return self.tr("It runs out soon. Save the request again, send it, and take the new one in.")
        return self.tr("The certificate is here, and it fits this site's key.")


def _stress(shown: QPushButton, icon: str, *, stressed: bool) -> None:
    """Let a button be the next thing to do, or one that is only there; its icon is seen on either ground."""
    set_look(shown, "primary" if stressed else "")
    show_icon(shown, icon, "on_accent" if stressed else "muted")
