"""Import in the shell: archives, lists, people who share an id, corrections that are remembered."""

import json
import shutil
from pathlib import Path

import numpy as np
import pydicom
from shell_commands import scan_file

from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import Volume

CONTRASTS = [str(contrast) for contrast in ALL_CONTRASTS]


def write_dicom(folder: Path, contrast: Contrast, **who: object) -> list[Path]:
    grid = Grid.from_affine((6, 16, 12), np.diag([-4.0, -4.0, 6.0, 1.0]))
    values = np.random.default_rng(0).integers(1, 3000, grid.shape).astype(np.float32)
    who = {"patient_name": "Mustermann^Erika", "patient_id": "KH-998877", "study_date": "20260401", **who}
    return write_series(Volume(values, grid), folder, contrast, **who)


def disc(folder: Path, **who: object) -> Path:
    for contrast in ALL_CONTRASTS:
        write_dicom(folder / contrast.brats_name, contrast, **who)
    return folder


def test_a_zip_is_imported_and_nothing_unpacked_stays(fets, tmp_path):
    archive = shutil.make_archive(str(tmp_path / "Mustermann"), "zip", disc(tmp_path / "disc"))
    done = fets("import", archive)
    assert done.status == 0, done.err
    assert list(done.json["cases"][0]["contrasts"]) == CONTRASTS
    scratch = tmp_path / "workspace" / "scratch"
    assert [path for path in scratch.rglob("*") if path.is_file()] == []
    assert "mustermann" not in (done.out + done.err).lower()


def test_a_list_of_cases_is_imported_and_bad_lines_are_named(fets, patient, tmp_path):
    disc(tmp_path / "dicom")
    nifti = ",".join(f"{patient.name}/{c.brats_name}.nii.gz" for c in ALL_CONTRASTS)
    dicom = ",".join(f"dicom/{c.brats_name}" for c in ALL_CONTRASTS)
    lines = ["SubjectID,Timepoint,T1,T1GD,T2,FLAIR", f"a,1,{nifti}", f"b,1,{dicom}", "c,1,none,none,none,none"]
    (patient.parent / "cases.csv").write_text("\n".join(lines))
    if patient.parent != tmp_path:
        shutil.copytree(tmp_path / "dicom", patient.parent / "dicom")
    done = fets("import", patient.parent / "cases.csv")
    assert (done.status, set(done.codes)) == (1, {"bad-list"})
    assert [list(case["contrasts"]) for case in done.json["cases"]] == [CONTRASTS, CONTRASTS]
    assert {error["name"] for error in done.json["errors"]} == {"line 4"}


def test_two_people_under_one_id_wait_for_a_verdict(fets, tmp_path):
    disc(tmp_path / "in" / "one")
    disc(tmp_path / "in" / "two", patient_name="Schmidt^Otto", study_date="20260501")
    done = fets("import", tmp_path / "in")
    assert (done.status, done.codes) == (3, ["identity-clash"])
    assert done.json["cases"] == []
    clash = done.json["errors"][0]["name"]
    assert "Schmidt" not in done.out + done.err
    judged = fets("import", tmp_path / "in", "--identity", f"{clash}=different")
    assert judged.status == 0, judged.err
    assert len({case["case"].rsplit("-", 1)[0] for case in judged.json["cases"]}) == 2
    assert fets("import", tmp_path / "in").status == 0, "the verdict is remembered"


def test_every_clash_of_a_drop_is_settled_in_one_go(fets, tmp_path):
    for number, (name, number_) in enumerate((("A^A", "1"), ("B^B", "1"), ("C^C", "2"), ("D^D", "2"), ("E^E", "3"))):
        disc(tmp_path / "in" / str(number), patient_name=name, patient_id=number_)
    first = fets("import", tmp_path / "in")
    assert (first.status, first.codes, len(first.json["cases"])) == (1, ["identity-clash"] * 2, 1), (
        "who is sure is taken"
    )
    assert "=studies" in first.err
    done = fets("import", tmp_path / "in", "--identity", "all=studies")
    assert (done.status, len(done.json["cases"])) == (0, 5), done.err


def odd(folder: Path, name: str, **who: object) -> Path:
    for contrast in ALL_CONTRASTS[:3]:
        write_dicom(folder / contrast.brats_name, contrast, **who)
    for path in write_dicom(folder / "odd", Contrast.FLAIR, description=name, series_number=9, **who):
        dataset = pydicom.dcmread(path)
        del dataset.RepetitionTime, dataset.EchoTime, dataset.InversionTime, dataset.ScanningSequence
        dataset.save_as(path)
    return folder


def test_a_correction_is_a_rule_of_the_site_for_the_next_patient(fets, tmp_path):
    first = fets("import", odd(tmp_path / "a", "t2 survey head"))
    (case,) = first.json["cases"]
    assert case["missing"] == ["FLAIR"]
    (aside,) = case["set_aside"]
    assert "localizer" in aside["why"]
    taken = fets("import", tmp_path / "a", "--contrast", f"{aside['series']}=FLAIR")
    assert taken.status == 0, taken.err
    (rule,) = fets("rules").json["rules"]
    assert (rule["called"], rule["contrast"]) == ("t2 survey head", "FLAIR")
    next_one = fets("import", odd(tmp_path / "b", "t2 survey head", patient_id="2", patient_name="X"))
    assert next_one.status == 0, next_one.err
    assert "a rule of this site" in next_one.json["cases"][0]["contrasts"]["FLAIR"]["why"]
    assert fets("rules", "forget", rule["rule"]).json["rules"] == []
    assert fets("rules", "forget", rule["rule"]).codes == ["wrong-usage"]
    after = fets("import", odd(tmp_path / "c", "t2 survey head", patient_id="3", patient_name="Y"))
    assert after.json["cases"][0]["missing"] == ["FLAIR"]


def test_a_date_in_the_future_is_told(fets, tmp_path):
    done = fets("import", disc(tmp_path / "disc", study_date="20990101"))
    assert done.status == 0
    assert "future" in done.json["notes"][0]["text"]
    # "2099" alone may stand in a random name by chance
    assert not any(date in json.dumps(done.json) for date in ("20990101", "2099-01", "01.2099"))


def test_a_sites_own_file_names_are_asked_once(fets, tmp_path):
    for patient in ("4711", "4812"):
        for number, name in enumerate(("kopf_a", "kopf_b", "kopf_c", "kopf_d")):
            scan_file(tmp_path / "in" / patient, f"{patient}_{name}", number)
    first = fets("import", tmp_path / "in" / "4711")
    unknown = [finding["series"] for finding in first.json["cases"][0]["findings"] if finding["series"]]
    words = [f"--contrast={series}={contrast}" for series, contrast in zip(unknown, CONTRASTS, strict=True)]
    assert fets("import", tmp_path / "in" / "4711", *words).status == 0
    second = fets("import", tmp_path / "in" / "4812")
    assert second.status == 0, second.err
    assert list(second.json["cases"][0]["contrasts"]) == CONTRASTS
