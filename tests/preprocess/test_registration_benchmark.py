"""The benchmark of registrations tells how far runs lie apart, and computes none twice."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from benchmarks.registration import apart, apart_95

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "registration.py"
ITERATIONS = "100x50x10"


def shifted(x_mm: float) -> list[list[float]]:
    matrix = np.eye(4)
    matrix[0, 3] = x_mm
    return matrix.tolist()


def test_kept_runs_are_compared_without_being_computed_again(tmp_path: Path) -> None:
    case, kept = tmp_path / "patient", tmp_path / "kept.json"  # no such folder: an image that is read fails the test
    runs = {"8": (0.0, 0.1), "4": (0.2, 0.3, 0.9)}
    found = {
        f"patient FLAIR {shrink} {ITERATIONS} {seed + 1}": shifted(x_mm)
        for shrink, row in runs.items()
        for seed, x_mm in enumerate(row)
    }
    kept.write_text(json.dumps({**found, "patient atlas 8 100x50x0 1": shifted(0.0)}), "utf-8")
    options = ["--case", str(case), "--keep", str(kept), "--pairs", "FLAIR", "--shrink", "8", "4", "--seeds", "2"]
    done = subprocess.run([sys.executable, str(BENCHMARK), *options], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout.splitlines()[-1])["FLAIR"]
    assert figures["spread_mm"] == {"8": 0.05, "4": 0.05}
    assert figures["apart_mm"] == 0.2
    assert figures["apart_95_mm"] == [0.061, 0.339]  # 0.2 -+ 1.96 sqrt(2 * 0.005 / 2)
    assert figures["cpu_s"] is None


def test_the_interval_holds_the_true_distance_most_times() -> None:
    chance = np.random.default_rng(4)
    points = chance.uniform(-60, 60, (40, 3))
    held = 0
    for _ in range(200):
        one, other = (
            [points + truth + chance.normal(0, 0.05, 3) for _ in range(12)] for truth in ((0, 0, 0), (0.2, 0, 0))
        )
        low, high = apart_95(one, other)
        assert low <= apart(np.mean(one, axis=0), np.mean(other, axis=0)) <= high
        held += low <= 0.2 <= high
    assert held == pytest.approx(190, abs=12)
