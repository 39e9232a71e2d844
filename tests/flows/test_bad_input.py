"""What hospitals send when things go wrong: a clear word for each, nothing half-written, and the rest goes on."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813
from walking import settle

from fets_desktop.app.hall import Hall
from fets_desktop.app.job_board import JobView
from fets_desktop.dicom.write import write_series
from fets_desktop.imaging.files import write_array
from fets_desktop.study.case import Case, Stage
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import Volume

pytestmark = pytest.mark.usefixtures("ready")

GRID = Grid.from_affine((12, 40, 36), [[-4, 0, 0, 70], [0, -4, 0, 80], [0, 0, 6, -30], [0, 0, 0, 1]])


def noise(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(1, 900, GRID.shape).astype(np.int16)


def nifti(folder: Path, *names: str, patient: str = "case7") -> Path:
    for number, name in enumerate(names):
        write_array(folder / f"{patient}_{name}.nii.gz", noise(number), GRID)
    return folder


def dicom(folder: Path, patient: str = "Muster^Max", contrasts: tuple[Contrast, ...] = ALL_CONTRASTS) -> Path:
    for number, contrast in enumerate(contrasts):
        volume = Volume(noise(number).astype(np.float32), GRID)
        place = folder / contrast.brats_name
        write_series(volume, place, contrast, patient_name=patient, patient_id=patient, study_date="20260401")
    return folder


FOUR = ("t1", "t1ce", "t2", "flair")


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    with Hall(tmp_path / "workspace") as opened:
        yield opened


@pytest.fixture
def bring(hall: Hall) -> Callable[..., list[JobView]]:
    """Import and wait; returns every job."""

    def run(*paths: Path) -> list[JobView]:
        hall.importing.start(paths)
        return settle(hall)

    return run


def faults(hall: Hall) -> list[tuple[str, str]]:
    assert hall.importing.last_report is not None
    return [(title, detail) for title, detail, _, _ in hall.importing.last_report.faults]


def aside(hall: Hall) -> dict[str, str]:
    assert hall.importing.last_report is not None
    return {name.split(": ")[-1]: why for name, why in hall.importing.last_report.set_aside}


def only(hall: Hall) -> Case:
    (case,) = hall.cases.all()
    return case


def refused(hall: Hall) -> str:
    with pytest.raises(StudyError) as raised:
        hall.preparing.start([only(hall).id])
    return raised.value.code


def test_a_folder_without_images(hall: Hall, bring: Callable[..., list[JobView]], tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "letter.txt").write_text("Dear colleague")
    (view,) = bring(folder)
    assert (view.state, view.code) == ("failed", "no-images")
    assert "Choose the folder that holds" in view.error
    assert hall.cases.all() == []


def test_three_contrasts(hall: Hall, bring: Callable[..., list[JobView]], tmp_path: Path) -> None:
    bring(nifti(tmp_path / "in", *FOUR[:3]))
    assert only(hall).stage is Stage.NEW
    assert only(hall).missing == (Contrast.FLAIR,)
    assert refused(hall) == "missing-contrast"


def test_two_flairs(hall: Hall, bring: Callable[..., list[JobView]], tmp_path: Path) -> None:
    nifti(tmp_path / "in", *FOUR)
    bring(nifti(tmp_path / "in", "flair_2"))
    case = only(hall)
    assert case.stage is Stage.NEW
    rivals = [s for s in case.series if s.proposal is Contrast.FLAIR]
    assert len(rivals) == 2
    assert all("Doubtful" in s.why and s.sha256 for s in rivals)
    assert refused(hall) == "doubtful-contrast"
    hall.importing.confirm(case.id, {Contrast.FLAIR: rivals[1].id})
    assert only(hall).stage is Stage.CONVERTED


def test_masks_label_maps_and_processed_copies(hall: Hall, bring: Callable[..., list[JobView]], tmp_path: Path) -> None:
    nifti(tmp_path / "in", *FOUR)
    bring(nifti(tmp_path / "in", "flair_seg", "brain_mask", "flair_n4"))
    assert only(hall).stage is Stage.CONVERTED
    assert aside(hall) == {
        "flair seg": "a mask or label map by its name",
        "brain mask": "a mask or label map by its name",
        "flair n4": "a processed copy (filtered); less processed images are there",
    }
    assert sum(bool(s.set_aside) for s in only(hall).series) == 3


def test_a_4d_file(hall: Hall, bring: Callable[..., list[JobView]], tmp_path: Path) -> None:
    nifti(tmp_path / "in", *FOUR[:3])
    four = sitk.JoinSeries([sitk.GetImageFromArray(noise(n)) for n in range(3)])
    sitk.WriteImage(four, str(tmp_path / "in" / "case7_flair.nii.gz"))
    bring(tmp_path / "in")
    told = faults(hall) + [("", s.set_aside) for s in only(hall).series if s.set_aside]
    assert any("3-D" in " ".join(words) or "4-D" in " ".join(words) for words in told), told
    assert only(hall).missing == (Contrast.FLAIR,)


def test_a_truncated_dicom_file(hall: Hall, bring: Callable[..., list[JobView]], tmp_path: Path) -> None:
    dicom(tmp_path / "in" / "one")
    dicom(tmp_path / "in" / "two", patient="Muster^Eva")
    slices = sorted((tmp_path / "in" / "one" / "t2").rglob("*.dcm"))
    content = slices[5].read_bytes()
    slices[5].write_bytes(content[: len(content) // 3])
    bring(tmp_path / "in")
    stages = {case.stage: case for case in hall.cases.all()}
    assert set(stages) == {Stage.NEW, Stage.CONVERTED}, "the rest of the batch goes on"
    broken = stages[Stage.NEW]
    assert broken.missing == (Contrast.T2,)
    told = faults(hall) + [("", s.set_aside) for s in broken.series if s.set_aside]
    assert told
    for words in told:
        assert "Muster" not in " ".join(words)
    assert hall.auditing.verify().ok


def test_a_folder_of_rubbish_beside_a_good_one(hall: Hall, bring: Callable[..., list[JobView]], tmp_path: Path) -> None:
    good, bad = nifti(tmp_path / "good", *FOUR), tmp_path / "bad"
    bad.mkdir()
    (bad / "t1.nii.gz").write_bytes(b"\x1f\x8b rubbish")
    (bad / "x.dcm").write_bytes(b"")
    bring(good, bad)
    assert only(hall).stage is Stage.CONVERTED
    assert len(faults(hall)) >= 2


CHILD = """
import resource, sys
from pathlib import Path
from fets_desktop.app.hall import Hall
from fets_desktop.study.progress import silent
with Hall(Path(sys.argv[1])) as hall:
    # no file may grow beyond this: what a program meets on a full disk, for its workers as well
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
    scan = hall.importing.start([Path(sys.argv[2])])
    views = hall.jobs.wait([scan], silent)
    views += hall.jobs.wait(hall.importing.conversions(scan), silent)
    print([(view.state, view.code) for view in views])
"""


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    folder, source = tmp_path / "workspace", tmp_path / "in"
    large = Grid.from_affine((40, 96, 96), np.diag([2.0, 2.0, 4.0, 1.0]))
    for number, name in enumerate(FOUR):
        voxels = np.random.default_rng(number).integers(1, 900, large.shape).astype(np.int16)
        write_array(source / f"case7_{name}.nii.gz", voxels, large)
    code = f"import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n{CHILD}"
    command = [sys.executable, "-c", code, str(folder), str(source)]
    ended = subprocess.run([*command, "500000"], capture_output=True, text=True, check=False)
    assert "('failed', 'disk-full')" in ended.stdout, ended.stdout + ended.stderr[-2000:]
    with Hall(folder) as hall:
        assert hall.auditing.verify().ok
        assert not list((folder / "files").rglob("*.part*"))
        job = hall.importing.start([source])
        settle(hall)
        assert hall.jobs.view(job).state == "done"
        assert only(hall).stage is Stage.CONVERTED, "with space again, the same command goes on"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_to(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StudyError) as raised:
        Hall(tmp_path / "workspace")
    assert raised.value.code == "read-only"
