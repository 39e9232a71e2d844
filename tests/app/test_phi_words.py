"""What names a patient is found in many spellings and codings; what does not is left alone."""

import numpy as np
import pytest

from fets_desktop.app.phi_words import Known, Searcher, looks_of
from fets_desktop.study.identity import SourceIdentity, TrueStudy

WHO = SourceIdentity(
    "88123457", "Zyklowska^Wanda", "19650321",
    studies={"2.25.1": TrueStudy("1.2.276.0.5.9.1", accession="QZ4711-0815")},
    uids={"2.25.2": "1.2.276.0.5.9.2"}, others=("Quarzhausen Klinik",),
)  # fmt: skip
FOREIGN = SourceIdentity("2026", "Müller^Jörg=山田^太郎", others=("K7", "nifti"))
SEARCH = Searcher(Known.of([WHO, FOREIGN]))


@pytest.mark.parametrize(
    "text",
    [
        "seen: zyklowska", "ZYKLOWSKA, Wanda", "wanda_zyklowska.nii.gz", "id=88123457;", "born 1965-03-21",
        "21.03.1965", "03/21/1965", "QZ4711-0815", "Muller", "Frau müller", "mu\u0308ller", "山田さん 山田",
        "(1.2.276.0.5.9.2)", "Quarzhausen", "MUELLER",
    ],
)  # fmt: skip
def test_known_words_are_found_in_text(text: str) -> None:
    assert SEARCH.in_text(text)


@pytest.mark.parametrize(
    "text", ["Wanda", "zyklowskas cat 881234", "Klinik", "t1 mprage", "1965", "2.25.2", "K7", "nifti", "2026"]
)
def test_words_that_are_nobodys_are_left_alone(text: str) -> None:
    assert SEARCH.in_text(text) == set()


@pytest.mark.parametrize("coding", ["utf-8", "utf-16-le", "utf-16-be", "latin-1"])
@pytest.mark.parametrize("word", ["zyklowska", "ZYKLOWSKA", "ZyKlowska", "88123457", "21.03.1965", "Wanda Zyklowska"])
def test_known_words_are_found_in_bytes(word: str, coding: str) -> None:
    noise = bytes(np.random.default_rng(1).integers(0, 256, 9999, dtype=np.uint8))
    assert SEARCH.in_bytes(noise) == set()
    assert SEARCH.in_bytes(noise + word.encode(coding) + noise)


@pytest.mark.parametrize("coding", ["utf-8", "iso2022_jp", "shift_jis", "euc_jp", "utf-16-le"])
def test_names_in_other_scripts_are_found_in_bytes(coding: str) -> None:
    assert SEARCH.in_bytes(b"\x00\x01" + "山田^太郎".encode(coding) + b"\xff")


def test_true_uids_are_found_and_longer_ones_are_others() -> None:
    assert SEARCH.in_bytes(b"\x00\x401.2.276.0.5.9.1\x00") == {"a true UID"}
    assert SEARCH.in_bytes(b"1.2.276.0.5.9.12") == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("read by Erfunden^Erik", "a person's name as DICOM writes it"),
        ("mail erik@example.org", "an e-mail address"),
        ("ring +49 30 1234 5678", "a telephone number"),
        ("patient 00417733", "a long number, as of a patient or a case"),
        ("patient @12345678", "a long number, as of a patient or a case"),
        ("tiny@123456789", "a long number, as of a patient or a case"),
        ("1961-02-03", "a date of birth"),
        ("3.2.1961", ""),
        ("03.02.1961", "a date of birth"),
        ("geb. 3.2.2001", "a date of birth"),
        ("1.3.12.2.1107.5.2.30.26380", "a UID that is not of this program"),
    ],
)
def test_looks_of_names_numbers_and_dates(text: str, kind: str) -> None:
    assert looks_of(text) == ({kind} if kind else set())


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-25T14:02:03Z", "2019-07-04", "sha256 " + "0123456789abcdef" * 4, "240 x 240 x 155, 0.1234567 mm",
        "2.25.17628376482736482736482736", "1.2.840.10008.5.1.4.1.1.4", "x^2 + y^2", "TE 12.5, TR 9000", "S-0T7PQ1X4Z2",
        "tiny-quantized@68518898", "S-DOBA912345", "P-GEB40711-9X2", "the federation's initial model, 123456789012",
    ],
)  # fmt: skip
def test_our_own_words_look_like_nobody(text: str) -> None:
    assert looks_of(text) == set()
