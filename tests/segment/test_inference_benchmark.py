"""The benchmark of inference measures what it says."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from networks_for_segment import where_above

from fets_desktop.imaging.files import write_array
from fets_desktop.segment.normalise import network_input
from fets_desktop.study.contrast import NETWORK_ORDER, Contrast
from fets_desktop.study.volume import Volume

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "inference.py"


def told(*arguments: str) -> dict:
    done = subprocess.run([sys.executable, str(BENCHMARK), *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_a_run_tells_its_operations_its_peak_whether_it_repeats_itself_and_what_it_marks(
    patient: dict[Contrast, Volume], write_model: Callable[..., Path], tmp_path: Path
) -> None:
    model = write_model(where_above((Contrast.T1GD, 1.8), (Contrast.T2, 1.5), (Contrast.FLAIR, 1.0)))
    ready = network_input(patient, NETWORK_ORDER, 16)
    np.save(tmp_path / "ready.npy", ready.array)
    row = told("--run", str(model), str(tmp_path / "ready.npy"), str(tmp_path / "marked.npy"))
    assert row["same"] is True
    assert row["giga_ops"] == pytest.approx(2e-9 * 32**3 * 3 * 4)
    assert (row["run_s"] > 0, row["peak_mb"] > 50) == (True, True)
    marked = np.load(tmp_path / "marked.npy")
    t2 = ready.array[NETWORK_ORDER.index(Contrast.T2)]
    assert np.array_equal(marked[1], t2 > 1.5)
    assert 0 < marked[1].sum() < marked[1].size


def test_a_case_is_timed_from_its_volumes_to_its_labels(
    patient: dict[Contrast, Volume], write_model: Callable[..., Path], tmp_path: Path
) -> None:
    model = write_model(where_above((Contrast.T1GD, 1.8), (Contrast.T2, 1.5), (Contrast.FLAIR, 1.0)))
    for contrast, volume in patient.items():
        write_array(tmp_path / f"{contrast}.nii.gz", volume.array, volume.grid)
    row = told("--case", str(model), str(tmp_path))
    assert (row["tiles"], row["case_s"] > 0, row["case_peak_mb"] > 50) == (1, True, True)


def test_the_limit_is_the_faster_of_both_products() -> None:
    rates = told("--limit")
    assert rates["limit"] == max(rates["matmul"], rates["convolution"]) > 1
