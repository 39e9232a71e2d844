"""One phantom patient, imported, prepared and proposed by the real workers, once for all flows."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from walking import settle
from whole_demo import CutDemo, copy_workspace

from fets_desktop.app.hall import Hall


@dataclass(frozen=True)
class Patient:
    """A phantom on disk: the folder a hospital sends, and what is true about it."""

    drop: Path
    truth: Path


@dataclass(frozen=True)
class Walked:
    """A workspace in which the patient has come as far as the program comes by itself."""

    folder: Path
    case: str
    patient: Patient
    model: str


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that has learnt nothing, with its trainable weights: small enough for a test's epoch."""
    folder = tmp_path_factory.mktemp("model")
    code = "import sys; from pathlib import Path; from tiny_models import make_tiny_model as m; m(Path(sys.argv[1]))"
    places = os.pathsep.join([str(Path(__file__).parents[1]), str(Path(__file__).parents[2])])
    subprocess.run([sys.executable, "-c", code, str(folder)], check=True, env={**os.environ, "PYTHONPATH": places})
    return folder / "tiny.fetsmodel"


@pytest.fixture(scope="session")
def walked(cut_demo: CutDemo) -> Walked:
    """Open the workspace of a demo that was killed when the network was about to propose, and wait."""
    with Hall(cut_demo.kept) as hall:
        hall.follow()
        settle(hall)
        (case,) = hall.cases.all()
        model = hall.models.current()
        assert model
        folder = hall.demo.phantom(1)
        return Walked(cut_demo.kept, case.id, Patient(folder / "dicom", folder / "truth"), model.id)


@pytest.fixture
def copied(walked: Walked, tmp_path: Path) -> Callable[[], Path]:
    """Return a copy of the walked workspace to go on in; unchanging files are shared, not copied."""
    return lambda: copy_workspace(walked.folder, tmp_path / "workspace")
