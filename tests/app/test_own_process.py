"""A task in a process of its own: its faults come back as what they are, and it ends with whoever asked for it."""

from pathlib import Path

import pytest

from fets_desktop.app.tasks.own_process import run_alone
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.progress import silent


def test_what_a_task_refuses_comes_back_with_its_code_and_a_fault_as_the_process_end(tmp_path: Path) -> None:
    gone = {"volumes": {"T1": str(tmp_path / "gone.nii.gz")}, "model": "", "model_id": "", "threads": 1}
    with pytest.raises(StudyError) as caught:
        run_alone("segment", gone, tmp_path / "a", silent)
    assert caught.value.code == "damaged-workspace"
    with pytest.raises(StudyError) as caught:
        run_alone("segment", {}, tmp_path / "b", silent)
    assert (caught.value.code, caught.value.detail) == ("worker-died", "The program has a fault there.")


def test_who_does_not_want_it_any_more_stops_it(tmp_path: Path) -> None:
    def enough(fraction: float, note: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        run_alone("segment", {}, tmp_path, enough)
