"""Whether the model that proposed is sure enough, and which slices to look at first, for the case in hand."""

from PySide6.QtCore import Signal

from fets_desktop.app.hall import Hall
from fets_desktop.study.origin import MODEL_AUTHOR
from fets_desktop.ui.screens.segment.slices import SlicePlaces
from fets_desktop.ui.sentences import said
from fets_desktop.ui.widgets.parts import Card, label


class UndecidedCard(Card):
    """Shows why to doubt a proposal as a whole, and a case's slices to look at first.

    `review` carries "CASE#88" for its axial slice 88.

    Args:
        hall: The use cases.
    """

    review = Signal(str)

    def __init__(self, hall: Hall) -> None:
        super().__init__(self.tr("Look here first"))
        self._hall = hall
        self._doubt = label("", "warn", wrap=True)
        self._who = label("", "muted", wrap=True)
        self._places = SlicePlaces(
            self.tr("Slice {n}: undecided about {region}, as much as {area:.0f} mm² of half against half"),
            self.tr("up to {area:.0f} mm²"),
        )
        self._words = label("", "small", wrap=True)
        self.add(self._who, self._doubt, self._places, self._words)
        self._places.review.connect(self.review)
        self.hide()

    def show_case(self, case: str) -> None:
        """Show what there is to doubt about a case; where the model was undecided only if it was asked."""
        told = self._hall.segmenting.undecided(case) if case else None
        doubt = " ".join(said(finding.text) for finding in self._hall.segmenting.findings(case)) if case else ""
        self.setVisible(told is not None or bool(doubt))
        self.aside.setText(case)
        self._doubt.setText(doubt)
        self._doubt.setVisible(bool(doubt))
        self._words.setVisible(told is not None)
        if told is None:
            self._places.hide()
            newest = self._hall.cases.versions(case)[-1:] if doubt else []
            self._who.setText("".join(self._named(v.author.removeprefix(MODEL_AUTHOR), v.number) for v in newest))
            return
        self._who.setText(self._named(told.model, int(told.version.rpartition("/")[2])))
        found = self._places.show_slices(case, told.look_first)
        self._words.setText(
            self.tr(
                "Axial slices where the model is most undecided, numbered as in Review. Choose one to see it "
                "there. What a model never saw it may get wrong and be sure of."
            )
            if found
            else self.tr("It was sure everywhere. What a model never saw it may get wrong and be sure of.")
        )

    def _named(self, model: str, number: int) -> str:
        return self.tr("{model}, version {n}").format(model=model.split("@")[0], n=number)
