"""The scores of models: worst first, opened by a click where the case is here, compared, and saved."""

import csv
import json
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea

from fets_desktop.app.evaluating import Evaluation
from fets_desktop.app.evaluation_words import MEASURES
from fets_desktop.app.tasks.scoring import paired_test, summary
from fets_desktop.study.errors import StudyError
from fets_desktop.study.fusing import Fusion
from fets_desktop.study.labels import REGIONS
from fets_desktop.ui.score_rows import CASE, DIFFERENCE, LAST, OTHER
from fets_desktop.ui.screens.models.screen import ModelsScreen
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
    screen.open_case("local@89abcdef")
    screen.scores_button.click()
    page = screen.scores
    assert page.isVisible()
    assert not page.choice.own_button.isEnabled(), "no case stands on the validation side"
    assert not page.export_button.isEnabled()
    assert (page.choice.first.currentData(), page.choice.second.currentData()) == ("local@89abcdef", "starter@0123abcd")
    page.start_folder("/somewhere")
    name, models, folder, scheme, fusion = hall.calls[-1]
    assert (name, models, str(folder), scheme, fusion) == (
        "start_folder", ["local@89abcdef", "starter@0123abcd"], "/somewhere", "", None,
    )  # fmt: skip
    page.choice.scheme.setCurrentIndex(2)
    page.choice.second.setCurrentIndex(0)
    page.start_folder("/somewhere")
    assert (hall.calls[-1][1], hall.calls[-1][3]) == (["local@89abcdef"], "brats2023")
    page.back.emit()
    assert not page.isVisible()


def test_validation_cases_are_scored_by_one_click(screen, hall, qt):
    hall.splitting.draw()
    screen.show_scores()
    assert screen.scores.choice.own_button.isEnabled()
    QTest.mouseClick(screen.scores.choice.own_button, Qt.MouseButton.LeftButton)
    assert hall.calls[-1][0] == "start_own"
    hall.job(7, "evaluate", "Scoring", fraction=0.4, note="Case 2 of 5")
    screen.refresh()
    assert not screen.scores.choice.own_button.isEnabled()
    hall.job(7, "evaluate", "Scoring", state="done")
    screen.refresh()
    assert screen.scores.choice.own_button.isEnabled()


@pytest.mark.parametrize("pressed", ["own_button", "folder_button"])
def test_the_keys_stay_on_the_page_when_the_button_that_was_pressed_closes(screen, hall, qt, pressed):
    hall.splitting.draw()
    screen.show_scores()
    screen.activateWindow()
    settle(qt)
    choice = screen.scores.choice
    getattr(choice, pressed).setFocus()
    hall.job(7, "evaluate", "Scoring", fraction=0.4, note="Case 2 of 5")
    screen.refresh()
    assert screen.focusWidget() is choice.scheme


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


def fused_evaluation(hall):
    """Two models and what was made of them, better than either."""
    plain = evaluation(hall)
    standings = {
        model["model"]: {part: {"weight": None, "sensitivity": 0.91, "specificity": 0.999} for part in ("ET", "NCR")}
        for model in plain.models
    }
    cases = [case for case, versions in hall.annotations.items() if versions]
    fused = {"model": "fused_staple@0123abcd", "refused": [], **summary(rows(cases, 9, 0.1)), "standings": standings}
    every = [*plain.models, fused]
    return Evaluation(every, [paired_test(a, b) for a, b in combinations(every, 2)], own=True)


def test_several_models_are_ticked_and_their_fusion_is_scored(screen, hall, qt):
    hall.splitting.draw()
    screen.show_scores()
    choice = screen.scores.choice
    choice.number.button(1).click()
    assert choice.members.isVisible()
    assert not choice.first.isVisible()
    assert not choice.folder_button.isEnabled()
    assert choice.own_button.accessibleName() == "Tick two models or more"
    for box in choice.members.boxes.values():
        box.click()
    choice.members.methods.setCurrentIndex(choice.members.methods.findData("simple"))
    QTest.mouseClick(choice.own_button, Qt.MouseButton.LeftButton)
    assert hall.calls[-1] == ("start_own", ["local@89abcdef", "starter@0123abcd"], Fusion("simple"))
    screen.scores.start_folder("/somewhere")
    assert hall.calls[-1][1:2] + hall.calls[-1][-1:] == (["local@89abcdef", "starter@0123abcd"], Fusion("simple"))
    choice.number.button(0).click()
    assert choice.fusion() is None
    assert hall.chosen.get("segment.candidates", "") == "", "to score is not to let propose"


def test_a_fusion_stands_beside_whom_one_chooses_of_its_members(screen, hall, qt):
    hall.evaluating.latest = found = fused_evaluation(hall)
    screen.show_scores()
    page = screen.scores
    best = max(found.models[:2], key=lambda model: model["mean"]["dice_overall"])["model"]
    other = next(model["model"] for model in found.models[:2] if model["model"] != best)
    assert page.rival.currentData() == best
    assert page.verdict.words.text().count(best) >= 1
    assert other not in page.verdict.words.text()
    page.rival.setCurrentIndex(page.rival.findData(other))
    assert other in page.verdict.words.text()
    told = [each.text() for each in page.verdict.findChildren(QLabel)]
    assert "The fusion and its members" in told
    for model in found.models:
        assert f"{model['mean']['dice_overall']:.3f}" in told
    assert told.count("0.91") == 4
    assert page.verdict.standings.isVisible()
    hall.evaluating.latest = evaluation(hall)
    page.refresh()
    assert not page.verdict.standings.isVisible()
    assert not page.rival.isVisible()


def test_what_one_member_could_not_is_told_by_its_name(screen, hall, qt):
    found = fused_evaluation(hall)
    found.models[0]["refused"] = [{"case": "GLI-0117", "code": "bad-model", "detail": "It gives no numbers."}]
    hall.evaluating.latest = found
    screen.show_scores()
    assert "GLI-0117, starter@0123abcd: " in screen.scores.notice.words.text()


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


@pytest.mark.parametrize(("size", "theme"), [(LARGE, "light"), (SMALL, "dark")])
def test_a_scored_fusion_pictured(window_of, hall, size, theme):  # noqa: F811
    apply_theme(theme)
    hall.chosen["look.theme"] = theme
    hall.splitting.draw()
    hall.evaluating.latest = fused_evaluation(hall)
    window = window_of(hall, size, "models")
    screen = window.screen_of("models")
    screen.show_scores()
    screen.scores.choice.number.button(1).click()
    QTest.qWait(250)
    picture(window, f"scores-fused-{size[0]}-{theme}")
    nothing_cut_off(window)


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
