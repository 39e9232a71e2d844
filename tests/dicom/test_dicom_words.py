from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fets_desktop.dicom.words import named_contrast, neutral_name, other_kind, plain_words, protocol_words
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.pseudonym import case_name, patient_name, shifted_date


@pytest.mark.parametrize(
    ("text", "contrast"),
    [
        ("t1_mprage_sag_p2_iso", Contrast.T1),
        ("t1_mprage_sag_p2_iso_Gd", Contrast.T1GD),
        ("AX T1 POST", Contrast.T1GD),
        ("AX T1 PRE", Contrast.T1),
        ("T1W_3D_TFE+C", Contrast.T1GD),
        ("Sag 3D T1 MPRAGE C+", Contrast.T1GD),
        ("T1 C- AX", Contrast.T1),
        ("t1 without contrast", Contrast.T1),
        ("T1 SE NON-CONTRAST", Contrast.T1),
        ("T1_post-op", Contrast.T1),
        ("t1_tse_tra_KM", Contrast.T1GD),
        ("t1ce", Contrast.T1GD),
        ("t1c", Contrast.T1GD),
        ("t1gd", Contrast.T1GD),
        ("t1n", Contrast.T1),
        ("T1w", Contrast.T1),
        ("t2w", Contrast.T2),
        ("t2_tse_tra", Contrast.T2),
        ("t2f", Contrast.FLAIR),
        ("fla", Contrast.FLAIR),
        ("AX T2 FLAIR", Contrast.FLAIR),
        ("t2_tirm_tra_dark-fluid", Contrast.FLAIR),
        ("T1 and T2", None),
        ("MR Kopf", None),
    ],
)
def test_protocol_names_say_the_contrast(text, contrast):
    assert named_contrast(plain_words(text)).contrast == contrast


def test_t1_flair_is_refused_by_name():
    named = named_contrast(plain_words("Ax T1 FLAIR"))
    assert named.contrast is None
    assert "T1-FLAIR" in named.refused


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("ep2d_diff_b1000", "diffusion"),
        ("DSC perfusion", "perfusion"),
        ("AX SWI", "susceptibility"),
        ("t2* gre", "susceptibility"),
        ("localizer", "localizer"),
        ("3-plane loc", "localizer"),
        ("TOF 3D", "angiography"),
        ("T1 MPR COR", "computed"),
        ("pd_tse", "proton"),
        ("STIR", "inversion"),
        ("t1_mprage_tra", ""),
        ("t2_space_sag", ""),
    ],
)
def test_other_kinds_are_known_by_name(text, part):
    reason = other_kind(plain_words(text))
    assert (part in reason) if part else reason == ""


@settings(max_examples=200)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=30))
def test_a_scrubbed_description_holds_known_words_only(text):
    assert protocol_words(f"Erika_{text}", "t1_mprage").endswith("t1 mprage") or "t1" in protocol_words(text)
    assert "erika" not in protocol_words(f"Erika {text}").split()


def test_scrubbing_keeps_the_protocol_and_drops_people_places_and_numbers():
    assert (
        protocol_words("t1_mprage_sag_p2_iso_Gd Mustermann 1944-03-02 DrHouse 0.9mm") == "t1 mprage sag p2 iso gd 0.9mm"
    )


@pytest.mark.parametrize(
    ("name", "neutral"),
    [
        ("Mustermann_Erika_t1.nii.gz", "…_t1.nii.gz"),
        ("erika.mustermann", "…"),
        ("IM0001.dcm", "….dcm"),
        ("IM-0001-0007.dcm", "im_0001_….dcm"),
        ("1944-03-02.dcm", "1944_….dcm"),
    ],
)
def test_neutral_names_name_nobody(name, neutral):
    assert neutral_name(Path("/home/x") / name) == neutral


def test_pseudonyms_are_stable_keyed_and_distinct():
    assert patient_name(b"a", "id 1") == patient_name(b"a", "id 1")
    assert len({patient_name(salt, key) for salt in (b"a", b"b") for key in ("id 1", "id 2")}) == 4
    names = {patient_name(b"a", f"id {n}") for n in range(2000)}
    assert len(names) == 2000
    assert all(len(name) == 10 and name.startswith("P-") for name in names)


def test_two_visits_have_two_names_whichever_is_imported_first():
    patient = patient_name(b"a", "id 1")
    visits = {case_name(b"a", patient, "id 1", date) for date in ("20260101", "20260202")}
    assert len(visits) == 2
    assert all(visit.startswith(patient) for visit in visits)
    assert case_name(b"a", patient, "id 1", "") == patient


def test_dates_are_shifted_but_intervals_stay():
    first, second = (date.fromisoformat(shifted_date(b"a", "id 1", day)) for day in ("20260101", "20260131"))
    assert first < date(2026, 1, 1)
    assert (second - first).days == 30
    assert shifted_date(b"a", "id 1", "not a date") == ""
    assert shifted_date(b"a", "id 1", "") == ""
