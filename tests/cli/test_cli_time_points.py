"""cases timepoints: a patient's scans with their volumes, for machines and for people."""

from shell_commands import Board, command


def test_the_time_points_of_a_patient_are_told(board: Board) -> None:
    told = command(board.workspace, "--json", "cases", "timepoints", board.case)
    assert told.status == 0, told.err
    assert told.json["patient"]
    (point,) = told.json["timepoints"]
    assert point["case"] == board.case
    assert (point["days"], point["change_percent"], point["hidden"]) == (None, {}, False)
    assert set(point["volumes_ml"]) in (set(), {"ET", "TC", "WT"})
    for_people = command(board.workspace, "cases", "timepoints", board.case)
    assert "WT cm3" in for_people.out
    assert board.case in for_people.out


def test_a_case_must_be_named_and_known(board: Board) -> None:
    assert command(board.workspace, "cases", "timepoints").status == 2
    assert command(board.workspace, "cases", "timepoints", "P-NONE").status == 3
