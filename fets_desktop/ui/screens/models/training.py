"""Local training: one or more epochs on the approved training cases, with its curves."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from fets_desktop.app.job_board import JobView
from fets_desktop.app.training import FAMILY_TITLES
from fets_desktop.study.facts import TrainingEpoch
from fets_desktop.study.labels import REGIONS
from fets_desktop.study.split import Split
from fets_desktop.ui.widgets.curves import Curves
from fets_desktop.ui.widgets.parts import Card, button, label, roomy, row, set_words
from fets_desktop.ui.widgets.progress_row import ProgressRow
from fets_desktop.ui.widgets.turning_row import TurningRow
from fets_desktop.ui.words import count


class TrainingCard(Card):
    """Starts a training and shows how it goes.

    `start_wanted` carries the epochs, after how many without a better score it ends (0: never before its time), and the
    kind of network.
    """

    start_wanted = Signal(int, int, str)
    split_wanted = Signal()
    cancel_wanted = Signal(str)
    why_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Train on this computer"))
        self._job = ""
        self._job_row: ProgressRow | None = None
        self._split: Split | None = None
        self._goes_on = ""
        self.families = QComboBox()
        self.families.setAccessibleName(self.tr("Kind of network"))
        for name, title in FAMILY_TITLES.items():
            self.families.addItem(title, name)
        self.families.currentIndexChanged.connect(self._say)
        self.epochs = _spin(self.tr("Epochs"), 200)
        self.early = QCheckBox(self.tr("Stop when it no longer gets better"))
        self.patience = _spin(self.tr("Epochs without a better Dice after which it stops"), 50)
        self.patience.setValue(3)
        self._patience_row = row(
            label(self.tr("after"), "muted"), self.patience, label(self.tr("epochs without a better Dice"), "muted")
        )
        self._patience_row.setEnabled(False)
        self.early.toggled.connect(self._patience_row.setEnabled)
        self.start_button = button(self.tr("Train"), self._start, "play", "primary")
        self._split_button = button(self.tr("Draw the split"), self.split_wanted.emit, "split")
        self._words = label("", "muted", wrap=True)
        self.loss = Curves(self.tr("Training loss"), {self.tr("Loss"): "accent"})
        self.dice = Curves(self.tr("Dice on the validation cases"), {str(r): str(r) for r in REGIONS}, 1.0)
        self._rows = QVBoxLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        self.add(
            self._words,
            TurningRow(
                row(label(self.tr("Network"), "muted"), self.families, label(self.tr("Epochs"), "muted"), self.epochs),
                row(self.start_button, self._split_button, 1),
                shares=(0, 1),
            ),
            row(self.early, self._patience_row, 1),
        )
        self.body.addLayout(self._rows)
        self._plots = QWidget()
        self._plots.hide()
        plots = QHBoxLayout(self._plots)
        plots.setContentsMargins(0, 0, 0, 0)
        plots.setSpacing(16)
        self._scored = _titled(self.tr("Dice on the validation cases"), self.tr("higher is better"), self.dice)
        plots.addWidget(_titled(self.tr("Training loss"), self.tr("lower is better"), self.loss), 1)
        plots.addWidget(self._scored, 1)
        self.body.addWidget(self._plots, 1)
        self.body.addStretch(1)

    def _start(self) -> None:
        early = self.early.isEnabled() and self.early.isChecked()
        patience = self.patience.value() if early else 0
        self.start_wanted.emit(self.epochs.value(), patience, self.families.currentData())

    def show_split(self, split: Split | None, running: bool, goes_on: str = "") -> None:
        """Say what would be trained on.

        Args:
            split: The sides of the cases.
            running: Whether a training is under way.
            goes_on: The current model's family, from whose weights a training of the same goes on; "" for none.
        """
        self._split, self._goes_on = split, goes_on
        train = len(split.train) if split else 0
        self.start_button.setEnabled(bool(train) and not running)
        self._split_button.setVisible(not train)
        # what gets better is seen on validation cases alone
        self.early.setEnabled(bool(split and split.validation))
        self._patience_row.setEnabled(self.early.isEnabled() and self.early.isChecked())
        set_words(
            self.start_button, count(train, "Train on {n} case", "Train on {n} cases") if train else self.tr("Train")
        )
        self._say()

    def _say(self) -> None:
        """Say what the training will do."""
        if self._split is None or not self._split.train:
            self._words.setText(
                self.tr("Training needs approved cases with a side in the split. Approve cases, then draw the split.")
            )
            return
        n = len(self._split.validation)
        scored = count(n, "It is scored on {n} validation case.", "It is scored on {n} validation cases.")
        unscored = self.tr("It gets no score: no case stands on the validation side yet.")
        begins = (
            self.tr("Goes on from the current model with the approved cases of the training side.")
            if self.families.currentData() == self._goes_on
            else self.tr(
                "Begins with new weights on the approved cases of the training side: no model of this kind proposes "
                "now, and from so few cases it needs many epochs."
            )
        )
        stays = self.tr("Nothing leaves this computer; the result becomes a new model in the list.")
        self._words.setText(" ".join((begins, scored if n else unscored, stays)))

    def show_job(self, job: JobView | None) -> None:
        """Show the training at work, or the one that ended last."""
        if (job.id if job else "") != self._job:
            if self._job_row:
                self._rows.removeWidget(self._job_row)
                self._job_row.setParent(None)
                self._job_row.deleteLater()
            self._job, self._job_row = (job.id, ProgressRow(job)) if job else ("", None)
            if self._job_row:
                self._job_row.cancel_wanted.connect(self.cancel_wanted)
                self._job_row.why_wanted.connect(self.why_wanted)
                self._rows.addWidget(self._job_row)
        elif job and self._job_row:
            self._job_row.show_job(job)

    def add_epoch(self, fact: TrainingEpoch) -> None:
        """Add an epoch to the curves; another training starts new ones."""
        if fact.epoch <= max((e for e, _ in self.loss.points(self.tr("Loss"))), default=0):
            self.loss.clear()
            self.dice.clear()
        self._plots.show()
        self.loss.add(fact.epoch, {self.tr("Loss"): fact.loss})
        self.dice.add(fact.epoch, dict(fact.dice))
        # without a validation case there is no Dice, and no use in an empty frame
        self._scored.setVisible(any(self.dice.points(str(region)) for region in REGIONS))

    def tint(self) -> None:
        """Take the present theme's colours."""
        self.loss.tint()
        self.dice.tint()


def _titled(title: str, aside: str, curves: Curves) -> QWidget:
    """Return curves below what they show and which way is better."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(row(label(title, "strong"), 1, label(aside, "small")))
    column.addWidget(curves, 1)
    return part


def _spin(name: str, most: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(1, most)
    box.setAccessibleName(name)
    box.setFixedWidth(84)
    roomy(box)
    return box
