"""annotations: versions compared, restored, read a second time, adjudicated; cases assigned; packages out and in."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from shell_commands import Board, command

from fets_desktop.app.hall import Hall
from fets_desktop.cli import understand
from fets_desktop.cli.verbs import only_reads
from fets_desktop.imaging.files import read_label_values, write_array


@pytest.fixture
def versions(board: Board) -> Callable[[], list[dict[str, object]]]:
    return lambda: board.fets("annotations", board.case).json["versions"]


@pytest.fixture
def smaller(board: Board, tmp_path: Path) -> Path:
    """The truth without its upper half."""
    values, grid = read_label_values(board.truth)
    rows = np.flatnonzero(values.any(axis=(1, 2)))
    values[rows[len(rows) // 2] :] = 0
    return write_array(tmp_path / "smaller.nii.gz", values, grid)


def test_versions_are_compared_restored_read_blind_and_adjudicated(
    board: Board, versions: Callable[[], list[dict[str, object]]], smaller: Path
) -> None:
    board.fets("annotations", board.case, "--import", board.truth, "--scheme", "brats2021")
    one = len(versions())
    board.fets("annotations", board.case, "--import", smaller, "--scheme", "brats2021")
    told = board.fets("annotations", board.case, "--compare", one, f"{board.case}/{one + 1}").json["comparison"]
    assert (told["first"], told["second"]) == (f"{board.case}/{one}", f"{board.case}/{one + 1}")
    assert 0.3 < told["scores"]["WT"]["dice"] < 0.9
    volumes = told["volumes_ml"]
    assert volumes[told["first"]]["WT"] > volumes[told["second"]]["WT"] > 0
    assert told["places"][0]["ml"] > 0

    restored = board.fets("annotations", board.case, "--restore", one, "--reviewer", "Dr. Lind").json["versions"][-1]
    assert (restored["author"], restored["parent"]) == ("Dr. Lind", told["first"])

    begun = board.fets("annotations", board.case, "--second-reading", "Dr. Oh").json
    assert begun["reading"]["reader"] == "Dr. Oh"
    assert board.fets("annotations", board.case, "--approve", "--reviewer", "Dr. A").codes == ["wrong-usage"]
    assert board.fets("annotations", board.case, "--restore", one).codes == ["wrong-usage"]
    drawn = board.fets("annotations", board.case, "--import", smaller, "--scheme", "brats2021").json["versions"][-1]
    assert (drawn["author"], drawn["parent"]) == ("Dr. Oh", None)
    ended = board.fets("annotations", board.case, "--end-reading")
    assert ended.status == 0, ended.err
    assert "reading" not in ended.json
    assert board.fets("annotations", board.case, "--end-reading").codes == ["wrong-stage"]

    pair = (restored["id"], drawn["id"])
    chosen = board.fets("annotations", board.case, "--adjudicate", *pair).json["versions"][-1]
    assert (chosen["parent"], chosen["sha256"]) == (restored["id"], restored["sha256"])
    assert chosen["note"].startswith("Adjudication of versions")
    reason = "the lower half is not for this study"
    signed = board.fets("annotations", board.case, "--approve", "--reviewer", "Dr. A", "--reason", reason).json
    assert signed["versions"][-1]["approved_reason"] == reason
    assert isinstance(signed["remarks"], list)


def test_what_makes_no_sense_is_refused_in_words(board: Board) -> None:
    board.fets("annotations", board.case, "--import", board.truth, "--scheme", "brats2021")
    assert board.fets("annotations", board.case, "--compare", "1", "999").codes == ["unknown-version"]
    assert board.fets("annotations", board.case, "--restore", "999").codes == ["unknown-version"]
    assert board.fets("annotations", board.case, "--restore", "P-OTHER/1").codes == ["unknown-version"]
    assert board.fets("annotations", board.case, "--adjudicate", "1", "1").codes == ["wrong-usage"]
    assert board.fets("annotations", board.case, "--give-up-reading").codes == ["wrong-stage"]
    both = board.fets("annotations", board.case, "--restore", "1", "--end-reading")
    assert (both.status, both.codes) == (2, ["wrong-usage"])


def test_a_case_is_assigned_flagged_and_excluded_with_words(board: Board) -> None:
    told = board.fets("cases", "assign", board.case, "--reader", "Dr. Lind").json["cases"][0]
    assert told["assigned"] == "Dr. Lind"
    assert [case["assigned"] for case in board.fets("cases").json["cases"]] == ["Dr. Lind"]
    assert board.fets("cases", "flag", board.case, "--reason", "moved").json["cases"][0]["flag"] == "moved"
    out = board.fets("cases", "exclude", board.case, "--reason", "poor signal").json["cases"][0]
    assert (out["stage"], out["flag"]) == ("excluded", "poor signal")
    assert board.fets("cases", "include", board.case).json["cases"][0]["flag"] == ""
    assert board.fets("cases", "assign", board.case).json["cases"][0]["assigned"] == ""
    assert board.fets("cases", "assign").codes == ["wrong-usage"]


def test_a_package_goes_out_and_its_answer_comes_in(
    board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not board.fets("annotations", board.case).json["versions"]:
        board.fets("annotations", board.case, "--import", board.truth, "--scheme", "brats2021")
    monkeypatch.delenv("FETS_DESKTOP_PACKAGE_PASSPHRASE", raising=False)
    out = board.fets("review-package", "out", board.case, "--to", tmp_path)
    assert out.status == 0, out.err
    file, words = out.json["file"], out.json["passphrase"]
    assert file == str(tmp_path / f"{board.case}.fetsreview")
    assert board.fets("review-package", "out", board.case, "--to", file).codes == ["file-exists"]
    there = tmp_path / "there"
    assert command(there, "--json", "review-package", "in", file).codes == ["wrong-usage"]
    monkeypatch.setenv("FETS_DESKTOP_PACKAGE_PASSPHRASE", "another one altogether")
    assert command(there, "--json", "review-package", "in", file).codes == ["wrong-passphrase"]
    monkeypatch.setenv("FETS_DESKTOP_PACKAGE_PASSPHRASE", words)
    came = command(there, "--json", "review-package", "in", file, tmp_path / "absent.fetsreview")
    assert (came.status, came.codes) == (1, ["bad-package"])
    assert came.json["taken"][0]["case"] == board.case
    assert command(there, "--json", "prepare", board.case).codes == ["wrong-stage"], "it must keep its images"
    exported = command(there, "--json", "export", board.case, "--to", tmp_path / "x")
    assert exported.status == 0, exported.err
    assert all("/atlas/" in file for file in exported.json["files"] if file.endswith(".nii.gz"))
    native = command(there, "--json", "export", board.case, "--to", tmp_path / "x", "--space", "native")
    assert native.codes == ["wrong-stage"]
    signed = command(there, "--json", "annotations", board.case, "--approve", "--reviewer", "Dr. Lind")
    assert signed.status == 0, signed.err
    back = command(there, "--json", "review-package", "out", board.case, "--to", tmp_path / "back.fetsreview")
    assert "passphrase" not in back.json, "it was given"
    taken = board.fets("review-package", "in", back.json["file"])
    assert taken.status == 0, taken.err
    assert taken.json["taken"][0]["kind"] == "answer"
    assert board.fets("annotations", board.case).json["versions"][-1]["approved_by"] == "Dr. Lind"
    assert board.fets("review-package", "in", back.json["file"]).codes == ["known-package"]
    assert board.fets("verify").json["ok"]
    with Hall(there) as hall:
        assert hall.workspace.verify().ok


@pytest.mark.parametrize(
    ("words", "reads"),
    [
        (["annotations", "P-1"], True),
        (["annotations", "P-1", "--compare", "1", "2"], True),
        (["annotations", "P-1", "--restore", "1"], False),
        (["annotations", "P-1", "--adjudicate", "1", "2"], False),
        (["annotations", "P-1", "--second-reading", "A"], False),
        (["annotations", "P-1", "--end-reading"], False),
        (["annotations", "P-1", "--give-up-reading"], False),
        (["cases", "assign", "P-1"], False),
        (["review-package", "in", "F"], False),
    ],
)
def test_only_what_looks_may_look_at_a_workspace_that_cannot_be_written_to(words: list[str], reads: bool) -> None:
    assert only_reads(understand(words)) is reads
