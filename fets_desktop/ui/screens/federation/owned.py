"""A federation that was founded here, as its owner sees it: rounds, sites, scores, last contact, what was refused."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from fets_desktop.app.federation.watching import Owned
from fets_desktop.app.hall import Hall
from fets_desktop.study.federation import SCORE_CONSENSUS, SCORE_OUTSIDE
from fets_desktop.ui.screens.federation.publish import PublishLine
from fets_desktop.ui.widgets.curves import Curves
from fets_desktop.ui.widgets.parts import Card, Chip, label, row, set_mood
from fets_desktop.ui.widgets.table import ROW_HEIGHT, Table
from fets_desktop.ui.widgets.titled import Index, TitledModel
from fets_desktop.ui.words import NOTHING, count, day, duration, figure, translate

_LOOK_MS = 2000
_HEIGHT = 150
_SHOWN = 4
_STATES = {
    "not started": "Its server was not started yet",
    "running": "The server runs",
    "silent": "The server was cut off",
    "stopped": "The server was stopped",
    "ended": "The federation has ended",
}
_MOODS = {"running": "accent", "silent": "bad", "stopped": "warn", "ended": "good"}


class PlainTable(TitledModel):
    """Rows of words.

    Args:
        titles: Of its columns.
        parent: Its owner.
    """

    def __init__(self, titles: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._titles = list(titles)
        self._rows: list[tuple[str, ...]] = []

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show these rows; where only words changed, what a person has chosen stays chosen."""
        if len(rows) == len(self._rows):
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._titles) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a cell shows; whole in its tip, for it may be long."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        return None


class OwnedPage(QWidget):
    """Looks every two seconds for as long as it is seen.

    Args:
        hall: Watches and publishes.
    """

    models_wanted = Signal()

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self._hall = hall
        self.folder = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.publish = PublishLine(hall)
        self.publish.models_wanted.connect(self.models_wanted)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(14)
        whole.addWidget(self._state())
        whole.addWidget(self.publish)
        whole.addWidget(self._chart())
        pair = QHBoxLayout()
        pair.setSpacing(14)
        self.rounds_card = self._rounds()
        pair.addWidget(self._sites(), 1)
        pair.addWidget(self.rounds_card, 1)
        whole.addLayout(pair, 1)

    def _state(self) -> Card:
        card = Card()
        self.card, self.state, self.chip = card, label("", "title", wrap=True), Chip()
        self.detail = label("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.state)
        words.addWidget(self.detail)
        top = QHBoxLayout()
        top.addLayout(words, 1)
        top.addWidget(row(self.chip))
        card.body.addLayout(top)
        card.add(self.bar)
        return card

    def _chart(self) -> Card:
        card = Card(self.tr("Mean Dice of the common model"), self.tr("by the rounds behind it"))
        self._sides = (self.tr("training sites"), self.tr("validating sites"))
        roles = dict(zip(self._sides, ("accent", "muted"), strict=True))
        self.curves = Curves(self.tr("Mean Dice of the common model"), roles, 1.0)
        self.curves.setFixedHeight(_HEIGHT)
        card.add(self.curves)
        self.chart = card
        return card

    def _sites(self) -> Card:
        heads = ("Site", "Part", "Certificate", "Last contact", "This round")
        self.sites = PlainTable([translate(head) for head in heads], self)
        return _framed(self.tr("Sites"), self.sites, {0: 100, 1: 84, 2: 104, 3: 150}, 4)

    def _rounds(self) -> Card:
        heads = ("Round", "Reported", "Dice", "Dice outside", "Took", "Without")
        self.rounds = PlainTable([translate(head) for head in heads], self)
        return _framed(self.tr("Rounds"), self.rounds, {0: 64, 1: 84, 2: 64, 3: 116, 4: 96}, 5)

    # --- what is shown

    def show_owned(self, owned: Owned) -> None:
        """Show a federation."""
        self.folder = str(owned.folder)
        self.publish.setVisible(False)
        if owned.fault:
            self.state.setText(self.tr("{name} cannot be read").format(name=owned.name))
            self.detail.setText(f"{owned.fault} {owned.folder}")
            set_mood(self.card, "bad")
            return
        status = owned.status
        self._show_state(status)
        self.sites.show_rows([_site(one, status) for one in status["sites"]])
        self.rounds.show_rows([_round(each, status) for each in reversed(status["history"])])
        done = len(status["history"])
        self.rounds_card.aside.setText(count(done, "{n} round", "{n} rounds") if done else self.tr("none yet"))
        scores = [(each["round"], self._scores(each)) for each in status["history"]]
        self.chart.setVisible(any(values for _, values in scores))
        self.curves.show_all(scores)
        self.publish.show_best(lambda: self._hall.publishing.best_of_folder(owned.folder))

    def _scores(self, each: Mapping[str, Any]) -> dict[str, float]:
        found = zip(self._sides, (SCORE_CONSENSUS, SCORE_OUTSIDE), strict=True)
        means = {side: each["metrics"].get(task, {}).get("mean") for side, task in found}
        return {side: value for side, value in means.items() if value is not None}

    def _show_state(self, status: Mapping[str, Any]) -> None:
        state, rounds = status["state"], status["rounds"]
        done = min(status["round"], rounds)
        self.state.setText(translate(_STATES.get(state, state)))
        self.chip.show_word(
            self.tr("round {n} of {all}").format(n=min(done + 1, rounds), all=rounds), _MOODS.get(state, "")
        )
        set_mood(self.card, "bad" if state == "silent" else "")
        self.bar.setRange(0, rounds)
        self.bar.setValue(done)
        self.bar.setAccessibleName(self.tr("{n} of {all} rounds").format(n=done, all=rounds))
        self.detail.setText(" ".join(words for words in self._details(status) if words))

    def _details(self, status: Mapping[str, Any]) -> Iterator[str]:
        """Yield what else is known of it, "" for what is not."""
        if status["state"] != "ended":
            here = sum(one["done"] for one in status["sites"])
            words = self.tr("{name}: {n} of {all} sites have reported in this round.")
            yield words.format(name=status["name"], n=here, all=len(status["sites"]))
        yield self.tr("Heard at {time}.").format(time=day(status["told"])) if status["told"] else ""
        yield count(
            max(0, status["certificate_days_left"]),
            "The server's certificate is valid for {n} day.",
            "The server's certificate is valid for {n} days.",
        )
        if refused := len(status["refusals"]):
            yield count(refused, "{n} message was refused.", "{n} messages were refused.")
        if status["state"] in ("silent", "not started"):
            yield self.tr("Start it where it is to stand: fets-desktop aggregator start FOLDER.")

    def look(self) -> None:
        """Look again at what is shown."""
        if self.folder:
            known = {str(folder): folder for folder in self._hall.watching.folders()}
            if self.folder in known:
                self.show_owned(self._hall.watching.look(known[self.folder]))

    def showEvent(self, event: QShowEvent) -> None:
        """Look from now on."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        self._timer.stop()
        super().hideEvent(event)

    def tint(self) -> None:
        """Take the present theme's colours."""
        self.curves.tint()


def _framed(title: str, model: PlainTable, widths: dict[int, int], stretch: int) -> Card:
    card = Card(title)
    table = Table(title, model)
    table.set_widths(widths, stretch)
    table.setMinimumHeight(ROW_HEIGHT * (_SHOWN + 1))
    card.body.addWidget(table, 1)
    return card


def _site(one: Mapping[str, Any], status: Mapping[str, Any]) -> tuple[str, ...]:
    waits = translate("waited for") if status["state"] == "running" else NOTHING
    this = translate("reported") if one["done"] else one["refused"] or waits
    certificate = translate("sent") if one["certificate"] else translate("not yet")
    return (one["site"], translate(one["role"]), certificate, day(one["last_contact"]), this)


def _round(each: Mapping[str, Any], status: Mapping[str, Any]) -> tuple[str, ...]:
    reported = f"{len(each['done'])} / {len(status['sites'])}"
    without = ", ".join([*each["late"], *each["refused"]])
    dice = (_mean(each, task) for task in (SCORE_CONSENSUS, SCORE_OUTSIDE))
    return (str(each["round"] + 1), reported, *dice, duration(each["seconds"]), without)


def _mean(each: Mapping[str, Any], task: str) -> str:
    value = each["metrics"].get(task, {}).get("mean")
    return NOTHING if value is None else figure(value, ".3f")
