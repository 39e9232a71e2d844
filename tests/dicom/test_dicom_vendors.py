"""Which contrast: protocols as five vendors and seven languages write them, order of acquisition, rules of a site."""

from dataclasses import replace

import pydicom
import pytest
from test_dicom_describe import BASE, FLAIR_TIMES, MPRAGE, T1_TIMES, T2_TIMES, candidates, series
from volumes_for_dicom import NAME, NUMBER, noise, oblique_grid, write_nifti

from fets_desktop.dicom.choose import ACCEPT_FROM
from fets_desktop.dicom.describe import describe
from fets_desktop.dicom.gather import dicom_candidates
from fets_desktop.dicom.scan import Wishes, scan
from fets_desktop.dicom.words import named_contrast, other_kind, plain_words
from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.site_rule import SiteRule

SALT = b"a secret of 32 bytes............"
T1, T1GD, T2, FLAIR = ALL_CONTRASTS


@pytest.mark.parametrize(
    ("text", "contrast"),
    [
        # Siemens, GE, Philips, Canon/Toshiba, Hitachi
        ("t1_mprage_tra_iso_KM", T1GD),
        ("t1_fl2d_tra_pre", T1),
        ("t2_spc_da-fl_sag_p2_iso FLAIR", FLAIR),
        ("t2_blade_tra_dark-fluid", FLAIR),
        ("Ax T1 FSPGR 3D +C", T1GD),
        ("Sag CUBE T2 FLAIR", FLAIR),
        ("Ax T2 PROPELLER", T2),
        ("AX BRAVO POST GAD", T1GD),
        ("sT1W_3D_TFE", T1),
        ("sT1W_3D_TFE_Gd", T1GD),
        ("T2W_TSE_tra", T2),
        ("3D_Brain_VIEW_FLAIR_SHC", FLAIR),
        ("WIP T1W_SE_GD", T1GD),
        ("T1 SE3D FFE", T1),
        ("FSE T2 AX", T2),
        ("FLAIR_PLUS_MPV", FLAIR),
        ("MP-RAGE post contrast", T1GD),
        ("3DT1 GEIR isoFSE T1", T1),
        # German, French, Spanish, Italian, Portuguese, Dutch, Japanese
        ("T1 tra mit KM", T1GD),
        ("T1 tra nach Kontrastmittel", T1GD),
        ("T1 tra ohne KM", T1),
        ("t1 nativ tra", T1),
        ("AX T1 avec injection", T1GD),
        ("T1 après gado", T1GD),
        ("AX T1 sans injection", T1),
        ("T1 AX CON CONTRASTE", T1GD),
        ("T1 SIN CONTRASTE", T1),
        ("T1 AX C/C", T1GD),
        ("T1 AX S/C", T1),
        ("T1 assiale dopo mdc", T1GD),
        ("T1 senza mdc", T1),
        ("T1 AXIAL COM CONTRASTE", T1GD),
        ("T1 PÓS CONTRASTE", T1GD),
        ("T1 sem contraste", T1),
        ("T1 met contrast", T1GD),
        ("T1 na gado", T1GD),
        ("T1 zonder contrast", T1),
        ("T1 造影", T1GD),
        ("T1 単純", T1),
    ],
)
def test_names_of_many_vendors_and_languages_say_the_contrast(text, contrast):
    words = plain_words(text)
    named = named_contrast(words)
    assert (named.contrast, named.refused, other_kind(words)) == (contrast, "", "")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Lokalizer", "localizer"),
        ("localisateur 3 plans", "localizer"),
        ("Repérage", "localizer"),
        ("SmartBrain Survey", "localizer"),
        ("difusión b1000", "diffusion"),
        ("Diffusione ADC", "diffusion"),
        ("RESOLVE_3scan_trace", "diffusion"),
        ("Perfusión DSC", "perfusion"),
        ("T1 dynamisch", "perfusion"),
        ("T2W_FFE", "susceptibility"),
        ("t2_fl2d_tra_hemo", "susceptibility"),
        ("T2 GRE", "susceptibility"),
        ("HEMO ax", "susceptibility"),
        ("t1_mprage_sag_MPR_tra", "computed"),
        ("T1 Rekonstruktion cor", "computed"),
        ("Riformattazione T1", "computed"),
        ("t1 Subtraktion", "computed"),
        ("T2 FIESTA", "balanced"),
        ("t2_tse_sag HWS", "whole brain"),
        ("T1 Hypophyse cor", "whole brain"),
        ("T2 columna", "whole brain"),
    ],
)
def test_other_kinds_of_many_languages_are_known(text, part):
    assert part in other_kind(plain_words(text))


@pytest.mark.parametrize("text", ["Ax T1 FLAIR", "T1_FLAIR_SAG", "t1_tirm_tra_dark-fluid", "sT1W_FLAIR"])
def test_t1_flair_is_refused_in_every_spelling(text):
    assert "T1-FLAIR" in named_contrast(plain_words(text)).refused


@pytest.mark.parametrize(
    ("tags", "part"),
    [
        ({"image_type": ("ORIGINAL", "PRIMARY", "M", "ND", "MOSAIC")}, "mosaic"),
        ({"temporal_positions": 60, **T1_TIMES}, "4-D, 60 times"),
        ({"acquired_contrast": "DIFFUSION", **T2_TIMES}, "diffusion"),
        ({"acquired_contrast": "PROTON_DENSITY", **T2_TIMES}, "proton"),
        ({"image_type": ("DERIVED", "SECONDARY", "REFORMATTED", "AVERAGE"), **T1_TIMES}, "reformat"),
    ],
)
def test_mosaics_and_series_of_volumes_are_set_aside(tags, part):
    assert part in describe(series(**tags)).set_aside


def test_the_same_places_again_and_again_are_a_series_of_volumes():
    slices = [replace(BASE, position=f"0,0,{z}", **T2_TIMES) for z in range(20)]
    assert describe(slices).contrast is T2
    assert describe(slices * 2).contrast is T2, "twice may be a slice sent twice; the conversion looks into it"
    assert "4-D, 5 times" in describe(slices * 5).set_aside


def at(time: str, number: int = 0) -> dict:
    return {"series_date": "20260401", "time": time, "series_number": number}


MARKED = {**MPRAGE, "description": "t1_mprage Gd"}
UNMARKED = {**MPRAGE, "description": "t1_mprage"}


@pytest.mark.parametrize(
    ("first", "second", "native"),
    [
        ({**UNMARKED, **at("100000")}, {**MARKED, **at("103000")}, True),
        ({**UNMARKED, **at("104500")}, {**MARKED, **at("103000")}, False),
        ({**UNMARKED, "series_number": 3}, {**MARKED, "series_number": 8}, True),
        ({**UNMARKED, "series_number": 9}, {**MARKED, "series_number": 8}, False),
        ({**UNMARKED, **at("100000", 9)}, {**MARKED, **at("103000", 8)}, True),
        ({**UNMARKED, "series_number": 901}, {**MARKED, "series_number": 8}, True),
    ],
)
def test_a_t1_that_came_after_the_injection_is_not_taken_for_native(first, second, native):
    lone, enhanced = candidates(first, second)
    assert enhanced.contrast is T1GD
    assert (lone.contrast is T1) == native
    if not native:
        assert "after a series with contrast agent" in lone.why
        assert lone.proposal is T1GD
        assert lone.confidence < ACCEPT_FROM


def test_perfusion_shows_that_contrast_agent_was_given():
    perfusion = {"description": "DSC perfusion", **at("101500")}
    before, _, after = candidates({**UNMARKED, **at("100000")}, perfusion, {**UNMARKED, **at("103000")})
    assert (before.proposal, after.proposal) == (T1, T1GD)
    assert (before.contrast, after.contrast) == (None, None), "both wait for a person"
    labelled = {"description": "pCASL perfusion", **at("101500")}
    assert candidates({**UNMARKED, **at("103000")}, labelled)[0].proposal is T1


def test_the_same_protocol_twice_proposes_the_later_as_enhanced():
    first, second = candidates({**UNMARKED, **at("100000")}, {**UNMARKED, **at("103000")})
    assert (first.proposal, second.proposal) == (T1, T1GD)
    assert (first.contrast, second.contrast) == (None, None)


# --- rules of a site


def odd_case(folder, name="KOPF SEQ A7", **who):
    who = {"patient_name": NAME, "patient_id": NUMBER, "study_date": "20260401", **who}
    for contrast in (T1, T1GD, T2):
        write_series(noise(oblique_grid()), folder / contrast.brats_name, contrast, **who)
    for path in write_series(noise(oblique_grid()), folder / "odd", FLAIR, description=name, series_number=9, **who):
        dataset = pydicom.dcmread(path)
        del dataset.RepetitionTime, dataset.EchoTime, dataset.InversionTime, dataset.ScanningSequence
        dataset.save_as(path)
    return folder


def odd_series(folder, **wishes):
    (case,) = scan([folder], SALT, wishes=Wishes(**wishes)).cases
    return next(s for s in case.series if s.number == 9)


def test_a_rule_of_the_site_is_applied_to_its_kind_in_every_patient_with_its_evidence(tmp_path):
    odd = odd_series(odd_case(tmp_path / "a"))
    assert odd.proposal is None
    assert odd.kin
    rule = SiteRule(odd.kin, FLAIR, odd.description)
    other = odd_series(odd_case(tmp_path / "b", patient_id="KH-2", patient_name="X"), rules=(rule,))
    assert other.contrast is FLAIR
    assert "a rule of this site" in other.why
    assert 'called "kopf"' in other.why
    assert SiteRule("K", FLAIR).named == "in this site's own words"
    another = odd_series(odd_case(tmp_path / "c", name="KOPF SEQ B2"), rules=(rule,))
    assert another.contrast is None


def test_a_rule_wins_over_a_rival_that_the_headers_prefer():
    rule = SiteRule("K", FLAIR)
    plain = describe(series(**{**FLAIR_TIMES, "description": "flair 3d", "acquisition": "3D"}))
    said = describe(series(**{**FLAIR_TIMES, "description": "flair", "acquisition": "2D"}), rule)
    assert said.ruled
    assert said.confidence > plain.confidence


def test_a_rule_brings_back_what_a_name_set_aside_but_no_localizer_and_no_other_modality():
    rule = SiteRule("K", T1)
    named_odd = {**MPRAGE, "description": "t1 survey iso"}
    assert "localizer" in describe(series(**named_odd)).set_aside
    assert describe(series(**named_odd), rule).contrast is T1
    assert describe(series(**{**named_odd, "modality": "CT"}), rule).set_aside
    assert describe(series(slices=1, **MPRAGE), rule).set_aside
    assert "T1-FLAIR" in describe(series(**{**MPRAGE, "description": "Ax T1 FLAIR"}), rule).set_aside


def test_against_a_clear_name_a_rule_counts_once_it_was_said_for_two_cases():
    swapped = {**T2_TIMES, "description": "t2 tse"}
    once = describe(series(**swapped), SiteRule("K", T1))
    assert (once.contrast, once.confidence < ACCEPT_FROM) == (T1, True), "one mislabelled case swaps no others"
    assert describe(series(**swapped), SiteRule("K", T1, times=2)).confidence >= ACCEPT_FROM
    assert describe(series(**swapped), SiteRule("K", T2)).confidence >= ACCEPT_FROM


def test_that_a_t1_is_native_is_not_ruled_where_its_name_does_not_say_it():
    ruled = describe(series(**UNMARKED), SiteRule("K", T1))
    assert ruled.unmarked, "a lone T1 still waits for a person"
    with_agent = scan_kin("Gadobutrol")
    assert with_agent != scan_kin("")


def scan_kin(agent: str) -> str:
    headers = [replace(h, agent=agent) for h in series(**UNMARKED)]
    return dicom_candidates(headers, SALT, Wishes())[0][0].kin


def test_a_rule_on_a_sites_own_file_names_holds_for_the_next_patient(tmp_path):
    for patient in ("4711", "4812"):
        for name in ("kopf_a", "kopf_b"):
            write_nifti(tmp_path / patient / f"{patient}_{name}.nii.gz")
    first, second = scan([tmp_path], SALT).cases
    assert all(s.proposal is None for s in first.series)
    assert {s.kin for s in first.series} == {s.kin for s in second.series}
    rules = tuple(SiteRule(s.kin, c) for s, c in zip(first.series, (T1, T2), strict=True))
    again = scan([tmp_path], SALT, wishes=Wishes(rules=rules)).cases
    assert [{s.contrast for s in case.series} for case in again] == [{T1, T2}] * 2


def test_counts_numbers_and_dates_of_a_series_are_told(tmp_path):
    (case,) = scan([odd_case(tmp_path / "a")], SALT).cases
    odd = next(s for s in case.series if s.number == 9)
    assert odd.images == 6
    assert odd.date == case.scan_date != ""
