from dataclasses import replace
from pathlib import Path

import pytest

from fets_desktop.dicom.choose import ACCEPT_FROM, choose
from fets_desktop.dicom.describe import describe
from fets_desktop.dicom.found import ScannedSeries, SeriesKind
from fets_desktop.dicom.header import Header
from fets_desktop.study.contrast import Contrast

BASE = Header(
    path=Path("/x/1.dcm"),
    sop_class="1.2.840.10008.5.1.4.1.1.4",
    sop_uid="1",
    patient="id 1",
    study="1",
    study_date="20260401",
    series="1",
    series_number=1,
    modality="MR",
    image_type=("ORIGINAL", "PRIMARY", "M"),
    sequence="",
    scanning=("SE",),
    repetition_ms=None,
    echo_ms=None,
    inversion_ms=None,
    echo_number="1",
    agent="",
    description="",
    protocol="",
    acquisition="2D",
    body_part="BRAIN",
    rows=256,
    columns=256,
    frames=1,
    thickness_mm=5.0,
    diffusion_b=None,
    orientation=(1, 0, 0, 0, 1, 0),
)

FLAIR_TIMES = {"scanning": ("SE", "IR"), "repetition_ms": 9000, "echo_ms": 90, "inversion_ms": 2500}
T2_TIMES = {"repetition_ms": 5000, "echo_ms": 98}
T1_TIMES = {"repetition_ms": 550, "echo_ms": 9}
MPRAGE = {"scanning": ("GR", "IR"), "repetition_ms": 2200, "echo_ms": 2.9, "inversion_ms": 900, "acquisition": "3D"}


def series(slices=20, **changes) -> list[Header]:
    return [replace(BASE, **changes)] * slices


@pytest.mark.parametrize(
    ("tags", "contrast", "sure"),
    [
        ({**FLAIR_TIMES, "description": "t2_tirm_tra_dark-fluid"}, Contrast.FLAIR, True),
        (FLAIR_TIMES, Contrast.FLAIR, True),
        ({**FLAIR_TIMES, "echo_ms": 393, "acquisition": "3D"}, Contrast.FLAIR, True),
        ({**FLAIR_TIMES, "inversion_ms": 1400}, Contrast.FLAIR, False),
        (T2_TIMES, Contrast.T2, True),
        ({**T2_TIMES, "description": "t2_tse"}, Contrast.T2, True),
        ({**T1_TIMES, "description": "t1_se_tra_Gd"}, Contrast.T1GD, True),
        ({**T1_TIMES, "agent": "Gadobutrol"}, Contrast.T1GD, True),
        ({**T1_TIMES, "agent": "NO", "description": "T1 pre"}, Contrast.T1, True),
        ({**T1_TIMES, "agent": "Gadobutrol", "description": "T1 pre"}, Contrast.T1, False),
        ({**MPRAGE, "description": "MPRAGE native"}, Contrast.T1, True),
        ({"description": "FLAIR"}, Contrast.FLAIR, True),
        ({**T1_TIMES, "description": "T2"}, Contrast.T2, False),
        ({**T2_TIMES, "image_type": ("DERIVED", "SECONDARY")}, Contrast.T2, False),
        ({}, None, False),
    ],
)
def test_tags_propose_the_contrast_with_evidence(tags, contrast, sure):
    proposal = describe(series(**tags))
    assert proposal.contrast == contrast
    assert (proposal.confidence >= ACCEPT_FROM) == sure
    assert proposal.why
    assert not proposal.set_aside


@pytest.mark.parametrize(
    ("tags", "part"),
    [
        ({"modality": "CT"}, "not MR"),
        ({"image_type": ("ORIGINAL", "PRIMARY", "LOCALIZER")}, "localizer"),
        ({"image_type": ("DERIVED", "PRIMARY", "DIFFUSION", "ADC")}, "diffusion"),
        ({"sequence": "*ep_b1000t"}, "diffusion"),
        ({"diffusion_b": 1000.0}, "diffusion"),
        ({"image_type": ("DERIVED", "PRIMARY", "PERFUSION", "CBV")}, "perfusion"),
        ({"image_type": ("ORIGINAL", "PRIMARY", "P")}, "phase"),
        ({"image_type": ("DERIVED", "SECONDARY", "MPR"), **T1_TIMES}, "reformat"),
        ({"image_type": ("DERIVED", "SECONDARY", "PROJECTION IMAGE"), **T1_TIMES}, "projection"),
        ({"description": "AX T1 FLAIR", **FLAIR_TIMES}, "T1-FLAIR"),
        ({"scanning": ("SE", "IR"), "inversion_ms": 860, "echo_ms": 10, "repetition_ms": 2500}, "T1-FLAIR"),
        ({"scanning": ("GR",), "echo_ms": 20, "repetition_ms": 600}, "T2*"),
        ({"scanning": ("EP", "SE"), "echo_ms": 80, "repetition_ms": 6000}, "echo-planar"),
        ({"sop_class": "1.2.840.10008.5.1.4.1.1.7"}, "screen picture"),
        ({"description": "Cervical spine T2", **T2_TIMES}, "brain"),
    ],
)
def test_what_is_no_candidate_is_set_aside_with_the_reason(tags, part):
    proposal = describe(series(**tags))
    assert part in proposal.set_aside
    assert proposal.contrast is None


def test_a_localizer_is_known_by_its_three_directions():
    headers = [replace(BASE, orientation=o) for o in ((1, 0, 0, 0, 1, 0), (0, 1, 0, 0, 0, -1), (1, 0, 0, 0, 0, -1))]
    assert "three directions" in describe(headers * 3).set_aside


def candidates(*tags):
    made = []
    for number, changes in enumerate(tags):
        proposal = describe(series(**changes))
        made.append(
            (
                ScannedSeries(
                    f"S-{number}", (), SeriesKind.DICOM, proposal.contrast, proposal.confidence, proposal.why,
                    set_aside=proposal.set_aside,
                ),
                proposal,
            )
        )  # fmt: skip
    return choose(made)


def test_3d_is_preferred_over_2d_and_the_reason_says_so():
    flat, thick = candidates(
        {**FLAIR_TIMES, "description": "flair"}, {**FLAIR_TIMES, "description": "flair 3d", "acquisition": "3D"}
    )
    assert flat.contrast is None
    assert thick.contrast is Contrast.FLAIR
    assert "3-D rather than 2-D" in thick.why
    assert "3-D rather than 2-D" in flat.why


def test_of_two_equal_flairs_neither_is_taken():
    both = candidates({**FLAIR_TIMES, "description": "flair"}, {**FLAIR_TIMES, "description": "flair rep"})
    assert [s.contrast for s in both] == [None, None]
    assert all("two FLAIR series" in s.why and s.proposal is Contrast.FLAIR for s in both)


def test_an_unmarked_t1_is_native_only_beside_a_marked_enhanced_one():
    alone = candidates({**T1_TIMES, "description": "t1_se"})
    assert alone[0].contrast is None
    assert "Doubtful" in alone[0].why
    plain, enhanced = candidates(
        {**T1_TIMES, "description": "t1_se"}, {**T1_TIMES, "description": "t1_se", "agent": "Gd"}
    )
    assert (plain.contrast, enhanced.contrast) == (Contrast.T1, Contrast.T1GD)


def test_two_unmarked_t1s_are_never_guessed():
    assert [s.contrast for s in candidates(*[{**T1_TIMES, "description": "t1_se"}] * 2)] == [None, None]


def test_two_unmarked_t1s_of_different_names_both_wait():
    both = candidates({**T1_TIMES, "description": "t1_se"}, {**T1_TIMES, "description": "t1_mprage"})
    assert [(s.contrast, s.proposal, s.confidence) for s in both] == [(None, Contrast.T1, 0.65)] * 2


def test_an_acquired_image_beats_a_derived_one():
    derived, acquired = candidates(
        {"description": "t2", "image_type": ("DERIVED", "SECONDARY"), **T2_TIMES}, {"description": "t2", **T2_TIMES}
    )
    assert derived.contrast is None
    assert acquired.contrast is Contrast.T2
