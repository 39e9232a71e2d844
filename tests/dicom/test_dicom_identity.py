"""Whose images they are: people who share an id, people with several ids, in one drop and across imports."""

import json
from dataclasses import replace

import pytest
from drops_for_dicom import SALT, chosen, codes, put
from volumes_for_dicom import NUMBER

from fets_desktop.dicom.earlier import Earlier
from fets_desktop.dicom.found import Mark
from fets_desktop.dicom.person import plain_name
from fets_desktop.dicom.scan import Wishes, scan
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.identity import Verdict
from fets_desktop.study.plain import to_plain
from fets_desktop.study.pseudonym import patient_name


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"PatientName": "Schmidt^Otto"}, "different name have"),
        ({"PatientBirthDate": "19500101"}, "different birth date have"),
        ({"PatientSex": "M"}, "different sex have"),
    ],
)
def test_two_people_under_one_id_are_never_merged_silently(tmp_path, change, words):
    put(tmp_path / "a", change={"PatientBirthDate": "19440229", "PatientSex": "F"})
    put(tmp_path / "b", change={"PatientBirthDate": "19440229", "PatientSex": "F", **change}, study_date="20260501")
    put(tmp_path / "c", patient_id="another")
    result = scan([tmp_path], SALT)
    assert codes(result) == ["identity-clash"]
    assert words in result.faults[0].detail
    assert len(result.cases) == 1, "the other patient goes on"
    clash = result.faults[0].name
    for verdict, patients in (("one", 2), ("two", 3)):
        resolved = scan([tmp_path], SALT, wishes=Wishes(verdicts={clash: verdict}))
        assert resolved.faults == ()
        assert len({case.patient for case in resolved.cases}) == patients


SAME_SOUND = "Yamada^Tarou=山田^太郎"


@pytest.mark.parametrize("other", ["Yamada^Tarou=山田^多郎", "Yamada^Tarou=山本^太郎", "=山田^多郎"])
def test_names_that_only_sound_alike_are_two_people(tmp_path, other):
    put(tmp_path / "a", change={"PatientName": SAME_SOUND}, patient_name="X")
    put(tmp_path / "b", change={"PatientName": other}, patient_name="X", study_date="20260501")
    assert codes(scan([tmp_path], SALT)) == ["identity-clash"]


def test_a_name_in_two_scripts_is_known_by_the_one_it_is_written_in(tmp_path):
    put(tmp_path / "a", [Contrast.T1, Contrast.T2], {"PatientName": SAME_SOUND}, patient_name="X")
    for number, name in enumerate(("=山田^太郎", "山田^太郎", "YAMADA^TAROU")):
        put(tmp_path / f"b{number}", [Contrast.T1GD], {"PatientName": name}, patient_name="X")
    assert scan([tmp_path], SALT).faults == ()


KEY = b"k" * 32


def after(*results: object, key: bytes = KEY, closed: bool = False) -> Earlier:
    """Return what is known of earlier scans, as the hall keeps it."""
    marks: dict[str, list[Mark]] = {}
    for mark in (mark for result in results for mark in result.marks):
        marks.setdefault(mark.patient, []).append(mark)
    cases = [case for result in results for case in result.cases]
    series = frozenset(one.id for case in cases for one in case.series)
    here = frozenset(case.patient for case in cases)
    return Earlier(key, {name: tuple(some) for name, some in marks.items()}, here, series, closed=closed)


NEW = Earlier(KEY)
ERIKA = {"PatientBirthDate": "19440229", "PatientSex": "F"}


def test_an_id_that_meant_somebody_else_in_an_earlier_import_is_a_clash(tmp_path):
    put(tmp_path / "first", change=ERIKA)
    first = scan([tmp_path / "first"], SALT, wishes=Wishes(earlier=NEW))
    (erika,) = first.cases
    second = tmp_path / "second"
    put(second, change={**ERIKA, "PatientName": "Schmidt^Otto", "PatientSex": "M"}, study_date="20260501")
    result = scan([second], SALT, wishes=Wishes(earlier=after(first)))
    assert codes(result) == ["identity-clash"]
    assert "One of them was imported before." in result.faults[0].detail
    assert "24 images in 1 examination" in result.faults[0].detail
    assert result.cases == ()
    for verdict, same in (("one", True), ("two", False), ("studies", False)):
        wishes = Wishes(verdicts={result.faults[0].name: verdict}, earlier=after(first))
        (case,) = scan([second], SALT, wishes=wishes).cases
        assert (case.patient == erika.patient) is same
    wishes = Wishes(verdicts={result.faults[0].name: "two"}, earlier=after(first))
    (case,) = scan([second], SALT, wishes=wishes).cases
    both = scan([tmp_path], SALT, wishes=wishes)
    assert {erika.patient, case.patient} == {one.patient for one in both.cases}, "who was first keeps the pseudonym"


def test_who_was_told_apart_keeps_the_pseudonym_though_the_others_do_not_come_along(tmp_path):
    put(tmp_path / "a", change=ERIKA)
    put(tmp_path / "b", change={**ERIKA, "PatientName": "Schmidt^Otto"}, study_date="20260501")
    clash = scan([tmp_path], SALT, wishes=Wishes(earlier=NEW)).faults[0].name
    verdicts = {clash: "two"}
    first = scan([tmp_path], SALT, wishes=Wishes(verdicts=verdicts, earlier=NEW))
    (otto,) = {case.patient for case in first.cases if case.scan_date} - {
        case.patient
        for case in scan([tmp_path / "a"], SALT, wishes=Wishes(verdicts=verdicts, earlier=after(first))).cases
    }
    put(tmp_path / "c", change={**ERIKA, "PatientName": "Schmidt^Otto"}, study_date="20260601")
    later = scan([tmp_path / "c"], SALT, wishes=Wishes(verdicts=verdicts, earlier=after(first)))
    assert [case.patient for case in later.cases] == [otto]


def test_who_agrees_with_an_earlier_import_is_no_clash(tmp_path):
    put(tmp_path / "a", change={**ERIKA, "PatientName": "Mustermann^Erika^Maria"})
    first = scan([tmp_path / "a"], SALT, wishes=Wishes(earlier=NEW))
    put(tmp_path / "b", change={"PatientBirthDate": "", "PatientName": "MUSTERMANN^ERIKA"}, study_date="20260501")
    again = scan([tmp_path / "b"], SALT, wishes=Wishes(earlier=after(first)))
    assert (again.faults, again.notes, len(again.cases)) == ((), (), 1)


def test_one_patient_with_another_id_than_in_an_earlier_import_is_said(tmp_path):
    put(tmp_path / "a", change=ERIKA)
    put(tmp_path / "b", change={**ERIKA, "PatientName": "MUSTERMANN, Erika"}, patient_id="KH-2")
    first = scan([tmp_path / "a"], SALT, wishes=Wishes(earlier=NEW))
    result = scan([tmp_path / "b"], SALT, wishes=Wishes(earlier=after(first)))
    assert first.notes == ()
    (note,) = result.notes
    assert {case.patient for case in (*first.cases, *result.cases)} == set(note.name.split(" and "))
    brother = {**ERIKA, "PatientSex": "M"}
    put(tmp_path / "c", change=brother, patient_id="KH-3")
    assert scan([tmp_path / "c"], SALT, wishes=Wishes(earlier=after(first))).notes == ()


def test_marks_say_nothing_without_their_key(tmp_path):
    put(tmp_path / "a", change=ERIKA)
    first = scan([tmp_path / "a"], SALT, wishes=Wishes(earlier=NEW))
    other = scan([tmp_path / "a"], SALT, wishes=Wishes(earlier=Earlier(b"another" * 4)))
    assert scan([tmp_path / "a"], SALT).marks == ()
    kept = json.dumps([to_plain(first.marks), to_plain(other.marks)])
    assert not any(word in kept.lower() for word in ("mustermann", "erika", "19440229", '"f"'))
    digests = [
        {m.whole, m.person.birth_date, m.person.sex, *m.person.name.split()} for m in (*first.marks, *other.marks)
    ]
    assert [len(some) for some in digests] == [5, 5]
    assert not digests[0] & digests[1], "another key makes other digests of the same words"
    put(tmp_path / "b", change=ERIKA, patient_id="KH-2")
    second = scan([tmp_path / "b"], SALT, wishes=Wishes(earlier=NEW))
    words = {second.marks[0].person.birth_date, *second.marks[0].person.name.split()}
    assert not words & digests[0], "single words cannot be compared between patients"


def test_new_scans_of_a_known_patient_wait_while_the_key_is_locked_away(tmp_path):
    put(tmp_path / "a", change=ERIKA)
    put(tmp_path / "b", change=ERIKA, study_date="20260501")
    put(tmp_path / "c", change=ERIKA, patient_id="KH-2", patient_name="Schmidt^Otto")
    first = scan([tmp_path / "a"], SALT, wishes=Wishes(earlier=NEW))
    closed = Wishes(earlier=after(first, key=b"", closed=True))
    result = scan([tmp_path], SALT, wishes=closed)
    assert codes(result) == ["identity-unknown"]
    assert len(result.cases) == 1, "a new patient is taken all the same"
    assert scan([tmp_path / "a"], SALT, wishes=closed).faults == (), "what is here already does not wait"
    judged = replace(closed, verdicts={result.faults[0].name: "one"})
    assert {first.cases[0].patient} < {case.patient for case in scan([tmp_path], SALT, wishes=judged).cases}
    assert scan([tmp_path], SALT, wishes=Wishes(earlier=after(first))).faults == (), "opened, it is compared"


def test_where_no_secret_can_be_kept_a_further_visit_is_told_not_to_be_compared(tmp_path):
    put(tmp_path / "a", change=ERIKA)
    first = scan([tmp_path / "a"], SALT)
    put(tmp_path / "b", change={**ERIKA, "PatientName": "Schmidt^Otto"}, study_date="20260501")
    nowhere = Wishes(earlier=after(first, key=b""))
    (note,) = scan([tmp_path / "b"], SALT, wishes=nowhere).notes
    assert (note.name, "could not be checked" in note.why) == (first.cases[0].patient, True)
    assert scan([tmp_path / "a"], SALT, wishes=nowhere).notes == ()


def test_each_examination_can_be_made_a_patient_of_its_own(tmp_path):
    for number, birth in enumerate(("19440229", "", "19500101")):
        put(tmp_path / str(number), change={"PatientBirthDate": birth}, study_date=f"2026040{number + 1}")
    result = scan([tmp_path], SALT)
    assert codes(result) == ["identity-clash"]
    assert "in 3 examinations" in result.faults[0].detail
    said = {
        verdict: scan([tmp_path], SALT, wishes=Wishes(verdicts={result.faults[0].name: verdict})) for verdict in Verdict
    }
    patients = {verdict: {case.patient for case in one.cases} for verdict, one in said.items()}
    assert {verdict: len(some) for verdict, some in patients.items()} == {"one": 1, "two": 2, "studies": 3}
    assert said[Verdict.STUDIES].notes == ()


def test_a_verdict_holds_for_these_people_only(tmp_path):
    put(tmp_path / "a")
    put(tmp_path / "b", patient_name="Schmidt^Otto")
    clash = scan([tmp_path], SALT).faults[0].name
    put(tmp_path / "c", patient_name="Meier^Anna")
    assert codes(scan([tmp_path], SALT, wishes=Wishes(verdicts={clash: "one"}))) == ["identity-clash"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MÜLLER^HANS", "Muller, Hans"),
        ("Weiß^Eva", "WEISS^EVA"),
        ("Yamada^Tarou=山田^太郎", "YAMADA^TAROU"),
        ("قباني^لنزار", "قباني^لنزار"),
    ],
)
def test_spellings_of_one_name_are_one(tmp_path, one, other):
    assert plain_name(one) == plain_name(other)
    put(tmp_path / "a", [Contrast.T1, Contrast.T2], {"PatientName": one}, patient_name="X")
    put(tmp_path / "b", [Contrast.T1GD, Contrast.FLAIR], {"PatientName": other}, patient_name="X")
    result = scan([tmp_path], SALT)
    assert result.faults == ()
    assert len(result.cases) == 1


def test_images_without_a_name_belong_to_the_one_who_has_the_id(tmp_path):
    put(tmp_path / "a", [Contrast.T1, Contrast.T2])
    put(tmp_path / "b", [Contrast.T1GD, Contrast.FLAIR], patient_name="")
    assert [set(found) for found in chosen(scan([tmp_path], SALT))] == [set(ALL_CONTRASTS)]


def test_one_patient_with_two_ids_is_said_and_kept_apart(tmp_path):
    put(tmp_path / "a", change={"PatientBirthDate": "19440229"})
    put(tmp_path / "b", change={"PatientBirthDate": "19440229"}, patient_id="KH-2")
    result = scan([tmp_path], SALT)
    assert len({case.patient for case in result.cases}) == 2
    assert [note.name.split(" and ") for note in result.notes] == [
        sorted(patient_name(SALT, f"id {number}") for number in (NUMBER, "KH-2"))
    ]
    assert "several ids" in result.notes[0].why


def test_a_date_in_the_future_is_said_and_stops_nothing(tmp_path):
    put(tmp_path / "a", study_date="20990101")
    result = scan([tmp_path], SALT)
    assert [set(found) for found in chosen(result)] == [set(ALL_CONTRASTS)]
    assert ["future" in note.why for note in result.notes] == [True]
