"""Ids that anybody may have: "0", "ANONYMOUS", none at all. Whose examinations they are only a person can tell."""

import pytest
from drops_for_dicom import SALT, codes, put

from fets_desktop.dicom.earlier import Earlier
from fets_desktop.dicom.placeholder import says_nothing
from fets_desktop.dicom.scan import Wishes, scan

NOBODY = {"PatientName": "", "PatientBirthDate": ""}
EMPTY = Earlier()


def after(*results) -> Earlier:
    cases = [case for result in results for case in result.cases]
    series = frozenset(one.id for case in cases for one in case.series)
    return Earlier(patients=frozenset(case.patient for case in cases), series=series)


def look(folder, verdicts=None, earlier=EMPTY):
    return scan([folder], SALT, wishes=Wishes(verdicts=verdicts or {}, earlier=earlier))


def patients(result) -> set[str]:
    return {case.patient for case in result.cases}


@pytest.mark.parametrize(
    "word", ["0", "000000", "", "ANONYMOUS", "Anonymized^", "UNKNOWN", "test", "TEST^PATIENT", "12345", "xxx", "99999"]
)
def test_words_that_anybody_may_have(word):
    assert says_nothing(word)


@pytest.mark.parametrize("word", ["1", "20", "ANON-17", "TCGA-FG-6692", "test3", "Testa^Maria", "4711", "19440229"])
def test_words_that_may_be_somebody_s(word):
    assert not says_nothing(word)


@pytest.mark.parametrize("number", ["0", "ANONYMOUS", "UNKNOWN", "TEST"])
@pytest.mark.parametrize("change", [NOBODY, {"PatientBirthDate": ""}, {"PatientName": "ANONYMOUS"}])
def test_examinations_under_a_placeholder_are_asked_about_and_never_merged_silently(tmp_path, number, change):
    change = {"PatientBirthDate": "19440229", **change}
    put(tmp_path / "a", change=change, patient_id=number)
    put(tmp_path / "b", change=change, patient_id=number, study_date="20260501")
    put(tmp_path / "c", patient_id="another")
    result = look(tmp_path)
    assert codes(result) == ["identity-placeholder"]
    assert "48 images in 2 examinations wait." in result.faults[0].detail
    assert len(result.cases) == 1, "the other patient goes on"
    clash = result.faults[0].name
    for verdict, many in (("one", 2), ("two", 3), ("studies", 3)):
        resolved = look(tmp_path, {clash: verdict})
        assert resolved.faults == ()
        assert len(patients(resolved)) == many, verdict


def test_without_an_id_a_name_alone_does_not_tell_who_it_is(tmp_path):
    change = {"PatientID": "", "PatientBirthDate": ""}
    put(tmp_path / "a", change=change)
    put(tmp_path / "b", change=change, study_date="20260501")
    assert codes(look(tmp_path)) == ["identity-placeholder"]


def test_one_examination_alone_is_not_asked_about(tmp_path):
    put(tmp_path / "a", change=NOBODY, patient_id="0")
    assert codes(look(tmp_path)) == []


def test_who_has_a_name_and_a_birth_date_is_known_by_them(tmp_path):
    for number, date in enumerate(("20260401", "20260501")):
        put(tmp_path / str(number), change={"PatientBirthDate": "19440229"}, patient_id="0", study_date=date)
    result = look(tmp_path)
    assert codes(result) == []
    assert len(patients(result)) == 1


def test_an_examination_of_nobody_does_not_join_a_named_patient_of_the_same_placeholder(tmp_path):
    put(tmp_path / "a", change={"PatientBirthDate": "19440229"}, patient_id="0")
    put(tmp_path / "b", change=NOBODY, patient_id="0", study_date="20260501")
    result = look(tmp_path)
    assert codes(result) == ["identity-placeholder"]
    assert len(patients(look(tmp_path, {result.faults[0].name: "two"}))) == 2


@pytest.mark.parametrize(("verdict", "same"), [("one", True), ("two", False), ("studies", False)])
def test_a_later_import_is_asked_about_too(tmp_path, verdict, same):
    put(tmp_path / "a", change=NOBODY, patient_id="0")
    put(tmp_path / "b", change=NOBODY, patient_id="0", study_date="20260501")
    first = look(tmp_path / "a")
    assert codes(look(tmp_path / "a", earlier=after(first))) == [], "what is here already is not asked about again"
    result = look(tmp_path / "b", earlier=after(first))
    assert codes(result) == ["identity-placeholder"]
    assert "Others were imported before." in result.faults[0].detail
    verdicts = {result.faults[0].name: verdict}
    second = look(tmp_path / "b", verdicts, after(first))
    assert (patients(second) == patients(first)) is same
    assert patients(look(tmp_path / "b", verdicts, after(first, second))) == patients(second)
    put(tmp_path / "c", change=NOBODY, patient_id="0", study_date="20260601")
    third = look(tmp_path / "c", verdicts, after(first, second))
    assert codes(third) == ["identity-placeholder"], "a word on some examinations is none on the next"


def test_an_examination_that_became_a_patient_of_its_own_stays_it(tmp_path):
    put(tmp_path / "a", change=NOBODY, patient_id="0")
    put(tmp_path / "b", change=NOBODY, patient_id="0", study_date="20260501")
    clash = look(tmp_path).faults[0].name
    first = look(tmp_path, {clash: "studies"})
    again = look(tmp_path / "b", earlier=after(first))
    assert codes(again) == []
    assert patients(again) < patients(first)
