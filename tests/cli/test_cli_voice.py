"""What is said where: the answer on standard output, progress and refusals on standard error."""

import io
import json

import pytest

from fets_desktop.cli.answer import Answer, Refusal, table
from fets_desktop.cli.voice import Voice
from fets_desktop.study.errors import StudyError


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def voice(as_json=False, quiet=False, err=None):
    out, err = io.StringIO(), err or io.StringIO()
    return Voice(as_json, quiet, out, err), out, err


REFUSED = Refusal.of(StudyError("no-images", "It does not exist."), "place 2 of 3")


def test_json_is_one_object_and_progress_is_lines_of_it_elsewhere():
    speaker, out, err = voice(as_json=True)
    speaker.progress(0.42, "Looking")
    speaker.answer(Answer({"cases": []}, ["a line for people"], [REFUSED]))
    answer = json.loads(out.getvalue())
    assert answer["cases"] == []
    assert answer["errors"][0] == {
        "name": "place 2 of 3",
        "code": "no-images",
        "title": "No images were found there",
        "detail": "It does not exist.",
        "advice": "Choose the folder that holds the patient's DICOM or NIfTI files.",
    }
    first, second = err.getvalue().splitlines()
    assert json.loads(first) == {"progress": 0.42, "step": "Looking"}
    assert "place 2 of 3: No images were found there. It does not exist. Choose" in second


def test_json_has_null_where_a_number_is_none():
    def refuse(word):
        raise AssertionError(f"{word} is no JSON")

    speaker, out, _ = voice(as_json=True)
    speaker.answer(Answer({"scores": {"ET": float("nan"), "TC": (0.5, float("inf")), "WT": [-float("inf"), 1]}}))
    answer = json.loads(out.getvalue(), parse_constant=refuse)
    assert answer["scores"] == {"ET": None, "TC": [0.5, None], "WT": [None, 1]}


def test_people_read_lines_and_one_line_a_step_in_a_file():
    speaker, out, err = voice()
    for fraction in (0.1, 0.2, 0.3):
        speaker.progress(fraction, "Looking")
    speaker.answer(Answer({"cases": []}, ["P-1: Prepared"]))
    assert out.getvalue() == "P-1: Prepared\n"
    assert err.getvalue() == " 10%  Looking\n"


def test_on_a_terminal_the_progress_line_is_written_over_and_ended():
    speaker, _, err = voice(err=Terminal())
    speaker.progress(0.1, "Looking")
    speaker.progress(0.2, "Still looking")
    speaker.answer(Answer(refusals=[REFUSED]))
    assert err.getvalue().count("\r") == 2
    assert err.getvalue().split("\n")[1].startswith("fets-desktop: place 2 of 3:")


def test_quiet_means_no_progress_but_still_the_refusals():
    speaker, _, err = voice(quiet=True)
    speaker.progress(0.5, "Looking")
    speaker.answer(Answer(refusals=[REFUSED]))
    assert err.getvalue().count("\n") == 1


@pytest.mark.parametrize(
    ("done", "refusals", "status"),
    [
        (2, [], 0),
        (0, [], 0),
        (1, [REFUSED], 1),
        (0, [REFUSED], 3),
        (0, [Refusal.of(StudyError("disk-full"), "P-1"), REFUSED], 4),
        (5, [REFUSED, Refusal.bug("ValueError", "P-1")], 70),
    ],
)
def test_the_exit_status_says_how_it_ended(done, refusals, status):
    assert Answer(done=done, refusals=refusals).status == status


def test_columns_stand_under_their_heads():
    assert table(["case", "ml"], [["P-1", 12.5], ["P-10000", 3]]) == ["case     ml", "P-1      12.5", "P-10000  3"]
    assert table(["case"], []) == []
