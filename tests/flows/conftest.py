"""One phantom patient, imported, prepared and proposed by the real workers, once for all flows."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from walking import settle

from fets_desktop.app.hall import Hall
from fets_desktop.app.tasks.phantom import write_phantom
from fets_desktop.phantom.anatomy import Side
from fets_desktop.phantom.phantom import make_phantom
from fets_desktop.store.files import sha256_of
from fets_desktop.study.resources import atlas

SEED = 21


@dataclass(frozen=True)
class Patient:
    """A phantom on disk: the folder a hospital sends, and what is true about it."""

    drop: Path
    truth: Path
    nifti: Path


@dataclass(frozen=True)
class Walked:
    """A workspace in which the patient has come as far as the program comes by itself."""

    folder: Path
    case: str
    patient: Patient
    model: str


@pytest.fixture(scope="session")
def patient(tmp_path_factory: pytest.TempPathFactory) -> Patient:
    """Four DICOM series, and beside them a brain mask and a label map."""
    folder = tmp_path_factory.mktemp("patient")
    write_phantom(make_phantom(atlas(), atlas(skull_stripped=True), SEED, side=Side.LEFT), folder)
    shutil.copy(folder / "truth" / "phantom_flair_seg.nii.gz", folder / "dicom" / "flair_seg.nii.gz")
    shutil.copy(folder / "truth" / "phantom_t1ce_brain.nii.gz", folder / "dicom" / "brain_mask.nii.gz")
    return Patient(folder / "dicom", folder / "truth", folder / "nifti")


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that has learnt nothing, with its trainable weights: small enough for a test's epoch."""
    folder = tmp_path_factory.mktemp("model")
    code = "import sys; from pathlib import Path; from tiny_models import make_tiny_model as m; m(Path(sys.argv[1]))"
    places = os.pathsep.join([str(Path(__file__).parents[1]), str(Path(__file__).parents[2])])
    subprocess.run([sys.executable, "-c", code, str(folder)], check=True, env={**os.environ, "PYTHONPATH": places})
    return folder / "tiny.fetsmodel"


@pytest.fixture(scope="session")
def walked(patient: Patient, tiny_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Walked:
    """Drop the folder and wait: all else follows by itself."""
    folder = tmp_path_factory.mktemp("walked") / "workspace"
    with Hall(folder) as hall:
        hall.settings.set("jobs.threads", 1)
        model = hall.models.import_file(tiny_model, sha256_of(tiny_model))
        hall.models.make_current(model.id)
        hall.follow()
        hall.importing.start([patient.drop])
        settle(hall)
        (case,) = hall.cases.all()
    return Walked(folder, case.id, patient, model.id)


@pytest.fixture
def copied(walked: Walked, tmp_path: Path) -> Callable[[], Path]:
    """Return a copy of the walked workspace to go on in; unchanging files are shared, not copied."""

    def copy() -> Path:
        target = tmp_path / "workspace"
        shutil.copytree(walked.folder, target, ignore=shutil.ignore_patterns("files", "scratch", "lock"))
        shutil.copytree(walked.folder / "files", target / "files", copy_function=os.link)
        return target

    return copy
