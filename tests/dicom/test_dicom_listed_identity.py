"""Patients of lists are compared with whom earlier imports brought, and are known again later."""

from pathlib import Path

from drops_for_dicom import SALT, codes, put

from fets_desktop.dicom.earlier import Earlier
from fets_desktop.dicom.found import Mark
from fets_desktop.dicom.scan import Wishes, scan
from fets_desktop.study.pseudonym import patient_name

KEY = b"k" * 32
ERIKA = {"PatientBirthDate": "19440229", "PatientSex": "F"}
OTTO = {"PatientName": "Schmidt^Otto", "PatientBirthDate": "19500101", "PatientSex": "M"}


def after(*results) -> Earlier:
    marks: dict[str, list[Mark]] = {}
    for mark in (mark for result in results for mark in result.marks):
        marks.setdefault(mark.patient, []).append(mark)
    cases = [case for result in results for case in result.cases]
    series = frozenset(one.id for case in cases for one in case.series)
    return Earlier(
        KEY, {name: tuple(some) for name, some in marks.items()}, frozenset(c.patient for c in cases), series
    )


def look(path: Path, earlier: Earlier, verdicts=None):
    return scan([path], SALT, wishes=Wishes(verdicts=verdicts or {}, earlier=earlier))


def write_list(folder: Path, *lines: str) -> Path:
    path = folder / "list.csv"
    path.write_text("\n".join(["SubjectID,Timepoint,T1,T1GD,T2,FLAIR", *lines]))
    return path


def line(number: str, time_point: str, place: str) -> str:
    return f"{number},{time_point},{place},{place},{place},{place}"


def test_a_list_s_patient_who_was_somebody_else_before_is_asked_about(tmp_path):
    put(tmp_path / "erika", change=ERIKA)
    put(tmp_path / "otto", change=OTTO, study_date="20260501")
    first = look(write_list(tmp_path, line("7", "1", "erika")), Earlier(KEY))
    assert [mark.patient for mark in first.marks] == [patient_name(SALT, "id 7")]
    listed = write_list(tmp_path, line("7", "2", "otto"))
    result = look(listed, after(first))
    assert codes(result) == ["identity-clash"]
    assert "One of them was imported before." in result.faults[0].detail
    assert result.cases == ()
    clash = result.faults[0].name
    for verdict, same in (("one", True), ("two", False), ("studies", False)):
        (case,) = look(listed, after(first), {clash: verdict}).cases
        assert (case.patient == first.cases[0].patient) is same, verdict


def test_the_same_person_under_a_list_s_id_is_taken_without_a_question(tmp_path):
    put(tmp_path / "erika", change=ERIKA)
    put(tmp_path / "later", change=ERIKA, study_date="20260501")
    first = look(write_list(tmp_path, line("7", "1", "erika")), Earlier(KEY))
    second = look(write_list(tmp_path, line("7", "2", "later")), after(first))
    assert codes(second) == []
    assert second.cases[0].patient == first.cases[0].patient


def test_two_lines_of_one_id_with_two_people_are_a_clash_and_the_first_goes_on(tmp_path):
    put(tmp_path / "erika", change=ERIKA)
    put(tmp_path / "otto", change=OTTO, study_date="20260501")
    result = look(write_list(tmp_path, line("7", "1", "erika"), line("7", "2", "otto")), Earlier(KEY))
    assert codes(result) == ["identity-clash"]
    assert "One of them stands in a line before." in result.faults[0].detail
    assert len(result.cases) == 1


def test_one_person_under_two_ids_of_a_list_is_a_thing_to_know(tmp_path):
    put(tmp_path / "erika", change=ERIKA)
    put(tmp_path / "later", change=ERIKA, study_date="20260501")
    result = look(write_list(tmp_path, line("7", "1", "erika"), line("8", "1", "later")), Earlier(KEY))
    assert len(result.cases) == 2
    assert "perhaps one patient under several ids" in result.notes[0].why


def test_an_id_that_a_person_wrote_into_a_list_stands_for_whom_it_says(tmp_path):
    nobody = {"PatientName": "", "PatientBirthDate": ""}
    for number, date in enumerate(("20260401", "20260501")):
        put(tmp_path / str(number), change=nobody, patient_id="0", study_date=date)
    result = look(write_list(tmp_path, line("TEST", "1", "0"), line("TEST", "2", "1")), Earlier(KEY))
    assert codes(result) == []
    assert len({case.patient for case in result.cases}) == 1
