"""The scores of models: worst first, opened by a click where the case is here, compared, and saved."""

import csv
import json

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from fets_desktop.app.evaluating import Evaluation
from fets_desktop.app.evaluation_words import MEASURES
from fets_desktop.app.tasks.scoring import paired_test, summary
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import REGIONS
from fets_desktop.ui.score_rows import CASE, DIFFERENCE, LAST, OTHER
from fets_desktop.ui.screens.models import ModelsScreen
from fets_desktop.ui.theme import apply_theme
from fets_desktop.ui.widgets.error_dialog import ErrorDialog
from fets_desktop.ui.widgets.score_plots import shape_of
from tests.ui.conftest import settle
from tests.ui.fake_hall import FakeHall
from tests.ui.test_window_pictures import LARGE, SMALL, nothing_cut_off, picture, window_of  # noqa: F401


def rows(cases, seed, shift):
    """Made-up scores with the words and the shape of real ones."""
    rng = np.random.default_rng(seed)
    return [
        {
            "case": case,
            "seconds": 4.0,
            **{
                m: {
                    str(r): float(rng.uniform(2, 60) if m.endswith("mm") else np.clip(rng.beta(7, 2) + shift, 0, 1))
                    for r in REGIONS
                }
                for m in MEASURES
            },
        }
        for case in cases
    ]


def evaluation(hall, models=2, *, own=True, refused=()):
    cases = [case for case, versions in hall.annotations.items() if versions]
    found = [
        {"model": stored.id, "refused": list(refused), **summary(rows(cases, number, 0.05 * number))}
        for number, stored in enumerate(hall.stored_models[:models])
    ]
    return Evaluation(found, [paired_test(*found)] if models == 2 else [], own)


@pytest.fixture
def hall():
    made = FakeHall(24)
    made.add_models()
    return made


@pytest.fixture
def screen(keep, hall, qt):
    return keep(ModelsScreen(hall), size=(1300, 760))


def test_nothing_is_scored_yet_and_the_starter_stands_beside_the_shown_model(screen, hall, qt):
    screen.show_model("local@89abcdef")
    screen.scores_button.click()
    page = screen.scores
    assert page.isVisible()
    assert not page.own_button.isEnabled(), "no case stands on the validation side"
    assert not page.export_button.isEnabled()
    assert (page.first.currentData(), page.second.currentData()) == ("local@89abcdef", "starter@0123abcd")
    page.start_folder("/somewhere")
    name, models, folder, scheme = hall.calls[-1]
    assert (name, models, str(folder), scheme) == (
        "start_folder", ["local@89abcdef", "starter@0123abcd"], "/somewhere", "",
    )  # fmt: skip
    page.scheme.setCurrentIndex(2)
    page.second.setCurrentIndex(0)
    page.start_folder("/somewhere")
    assert (hall.calls[-1][1], hall.calls[-1][3]) == (["local@89abcdef"], "brats2023")
    page.back.emit()
    assert not page.isVisible()


def test_validation_cases_are_scored_by_one_click(screen, hall, qt):
    hall.splitting.draw()
    screen.show_scores()
    assert screen.scores.own_button.isEnabled()
    QTest.mouseClick(screen.scores.own_button, Qt.MouseButton.LeftButton)
    assert hall.calls[-1][0] == "start_own"
    hall.job(7, "evaluate", "Scoring", fraction=0.4, note="Case 2 of 5")
    screen.refresh()
    assert not screen.scores.own_button.isEnabled()
    hall.job(7, "evaluate", "Scoring", state="done")
    screen.refresh()
    assert screen.scores.own_button.isEnabled()


def test_the_worst_stands_first_and_a_click_opens_it(screen, hall, qt):
    hall.evaluating.latest = evaluation(hall)
    screen.show_scores()
    page = screen.scores
    model = page.table.model()
    dices = [float(model.index(row, 2).data()) for row in range(model.rowCount())]
    assert dices == sorted(dices)
    assert len(dices) == 3 * len(hall.evaluating.latest.models[0]["cases"])
    worst = min((row["dice"][r], row["case"]) for row in hall.evaluating.latest.models[0]["cases"] for r in row["dice"])
    assert model.index(0, CASE).data() == worst[1]
    wanted = []
    screen.go.connect(lambda place, case: wanted.append((place, case)))
    spot = page.table.visualRect(model.index(0, CASE)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert wanted == [("review", worst[1])]
    page.table.sortByColumn(DIFFERENCE, Qt.SortOrder.DescendingOrder)
    differences = [float(model.index(row, DIFFERENCE).data()) for row in range(model.rowCount())]
    assert differences == sorted(differences, reverse=True)


def test_cases_of_a_folder_are_not_opened_and_one_model_has_nothing_beside_it(screen, hall, qt):
    faults = [{"case": f"X{n}", "code": "mixed-grids", "detail": "T1 and the label map."} for n in range(5)]
    hall.evaluating.latest = evaluation(hall, 1, own=False, refused=faults)
    screen.show_scores()
    page = screen.scores
    wanted = []
    screen.go.connect(lambda place, case: wanted.append((place, case)))
    page.table.opened.emit(page.table.model().index(0, 0))
    assert wanted == []
    assert page.table.isColumnHidden(OTHER)
    assert not page.verdict.duel.isVisible()
    assert "X0" in page.notice.words.text()
    assert "2 more" in page.notice.words.text()


def test_two_models_are_compared_in_words_and_points(screen, hall, qt):
    hall.evaluating.latest = evaluation(hall)
    screen.show_scores()
    verdict = screen.scores.verdict
    assert "p = " in verdict.words.text()
    assert verdict.words.text().startswith("Mean Dice: local@89abcdef scores ")
    assert "starter@0123abcd" in verdict.duel.accessibleName()
    wanted = []
    screen.go.connect(lambda place, case: wanted.append((place, case)))
    verdict.duel.chosen.emit("GLI-0118")
    assert wanted == [("review", "GLI-0118")]


def test_scores_are_saved_as_a_table_or_for_programs(screen, hall, qt, tmp_path):
    hall.evaluating.latest = evaluation(hall)
    screen.show_scores()
    screen.scores.save(str(tmp_path / "scores.csv"))
    screen.scores.save(str(tmp_path / "scores.json"))
    table = list(csv.DictReader((tmp_path / "scores.csv").read_text().splitlines()))
    whole = json.loads((tmp_path / "scores.json").read_text())
    assert len(table) == 2 * 3 * len(whole["models"][0]["cases"])
    assert whole["paired"][0]["models"] == ["starter@0123abcd", "local@89abcdef"]
    screen.scores.save(str(tmp_path / "no such folder" / "x" / "scores.csv"))
    settle(qt)


def test_a_refusal_is_told_in_a_dialog(screen, hall, qt):
    hall.fail = StudyError("bad-model", "The file of local@89abcdef was changed or is damaged.")
    screen.show_scores()
    screen.scores.start_folder("/somewhere")
    [dialog] = screen.findChildren(ErrorDialog)
    assert dialog.isVisible()
    dialog.close()
    settle(qt)


def test_a_violin_is_widest_where_most_scores_are_and_stays_between_0_and_1():
    scores = np.array([0.1, 0.78, 0.8, 0.81, 0.82, 0.83, 1.0])
    levels, widths = shape_of(scores)
    assert levels.min() >= 0
    assert levels.max() <= 1
    assert widths.max() == 1
    assert levels[widths.argmax()] == pytest.approx(0.81, abs=0.03)


@pytest.mark.parametrize(("size", "theme"), [(LARGE, "dark"), (SMALL, "dark"), (LARGE, "light"), (SMALL, "light")])
def test_scores_pictured(window_of, hall, size, theme):  # noqa: F811
    apply_theme(theme)
    hall.chosen["look.theme"] = theme
    hall.splitting.draw()
    hall.evaluating.latest = evaluation(hall)
    window = window_of(hall, size, "models")
    window.screen_of("models").show_scores()
    QTest.qWait(250)
    picture(window, f"scores-{size[0]}-{theme}")
    nothing_cut_off(window)
    page = window.screen_of("models").scores
    heads = page.table.horizontalHeader()
    words = [page.table.model().headerData(c, Qt.Orientation.Horizontal) for c in range(LAST + 1)]
    narrow = [w for c, w in enumerate(words) if heads.sectionSize(c) < heads.fontMetrics().horizontalAdvance(w) + 10]
    assert not narrow
    bar = page.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())
    QTest.qWait(100)
    picture(window, f"scores-{size[0]}-{theme}-versus")
