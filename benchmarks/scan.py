"""How fast folders are scanned: files a CPU-second and peak memory, on 10,000 generated DICOM files.

    python benchmarks/scan.py --json
    python benchmarks/scan.py --files 2000 --repeats 1
    python benchmarks/scan.py --fuzz 5000 --seed 3

Every figure is a median of fresh processes on one core that scan the same folder: 20 patients, four series of 3-D size
each, with 110 elements and a private block of 12 KiB in every header, as scanners write them. A peer runs in between on
the same files: plain pydicom that stops before the pixels and reads the same values. The last line is

    {"files_per_s":      files that a whole scan takes a CPU-second: listing, headers, grouping, describing,
     "peak_mb":          the most memory that its process held, in MiB,
     "resume_files_per_s": the same with everything remembered from a scan that was cut off,
     "peer_files_per_s": files that plain pydicom reads a CPU-second, without grouping,
     "peer_peak_mb":     the memory of its process, ...}

With --fuzz, that many damaged files are made from whole ones and scanned in one process: it must neither fail nor hang
nor hold more than 512 MiB. It prints {"files", "faults", "cpu_s", "peak_mb", "slowest_s"}.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import pydicom

from fets_desktop.dicom.header import KEYWORDS, lenient_reading
from fets_desktop.dicom.scan import Wishes, scan
from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import Volume

SALT = b"a benchmark's secret"
PATIENTS = 20
MOST_FUZZ_MB = 512
SECONDS_A_BATCH = 60.0
Figures = dict[str, float]


def build(folder: Path, files: int) -> None:
    """Write the files: PATIENTS times four series."""
    slices = max(4, files // (4 * PATIENTS))
    grid = Grid.from_affine((slices, 48, 48), np.diag([-4.0, -4.0, 1.0, 1.0]))
    values = np.random.default_rng(0).integers(1, 3000, grid.shape).astype(np.float32)
    for patient in range(PATIENTS):
        for contrast in ALL_CONTRASTS:
            place = folder / f"P{patient:03d}" / contrast.brats_name
            who = {"patient_name": f"Name^{patient}", "patient_id": f"{patient}", "study_date": "20260401"}
            for path in write_series(Volume(values, grid), place, contrast, **who):
                dataset = pydicom.dcmread(path)
                _fill(dataset)
                dataset.save_as(path)


def _fill(dataset: pydicom.Dataset) -> None:
    """Add what scanners write beside what the program needs."""
    item = pydicom.Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = "T-A0100", "SRT", "Brain"
    dataset.ProcedureCodeSequence = pydicom.Sequence([item, item])
    dataset.AnatomicRegionSequence = pydicom.Sequence([item])
    for keyword in ("InstitutionName", "StationName", "DeviceSerialNumber", "SoftwareVersions", "StudyDescription"):
        setattr(dataset, keyword, "of usual length")
    block = dataset.private_block(0x0019, "BENCHMARK HEADER", create=True)
    for element in range(60):
        block.add_new(element, "LO", f"value {element}")
    dataset.private_block(0x0029, "BENCHMARK CSA", create=True).add_new(0x10, "OB", bytes(12 << 10))


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_ours(folder: Path) -> Figures:
    """Scan twice in this process, the second time with what the first remembered."""
    with tempfile.TemporaryDirectory() as private:
        wishes = Wishes(remember=Path(private) / "headers")
        start = time.process_time()
        result = scan([folder], SALT, wishes=wishes)
        cpu = time.process_time() - start
        peak = _peak_mb()
        start = time.process_time()
        again = scan([folder], SALT, wishes=wishes)
        resumed = time.process_time() - start
    count = sum(len(series.files) for case in result.cases for series in case.series)
    if again != result or len(result.cases) != PATIENTS or result.faults:
        raise SystemExit("the scan did not find what was written")
    return {"files_per_s": count / cpu, "peak_mb": peak, "resume_files_per_s": count / resumed, "files": count}


def run_peer(folder: Path) -> Figures:
    """Read the same values with plain pydicom."""
    start, count = time.process_time(), 0
    for path in sorted(folder.rglob("*.dcm")):
        dataset = pydicom.dcmread(path, stop_before_pixels=True)
        for keyword in KEYWORDS:
            dataset.get(keyword)
        count += 1
    return {"peer_files_per_s": count / (time.process_time() - start), "peer_peak_mb": _peak_mb()}


def fuzz(count: int, seed: int) -> Figures:
    """Scan damaged files, batch by batch.

    Raises:
        SystemExit: If a batch takes too long or memory grows beyond the bound.
    """
    whole = []
    with tempfile.TemporaryDirectory() as text:
        build(Path(text), 320)
        whole = [path.read_bytes() for path in sorted(Path(text).rglob("*.dcm"))[::20]]
    random, faults, slowest, start = np.random.default_rng(seed), 0, 0.0, time.process_time()
    for first in range(0, count, 500):
        with tempfile.TemporaryDirectory() as text:
            for number in range(first, min(count, first + 500)):
                (Path(text) / f"m{number}").write_bytes(mutant(whole[number % len(whole)], random))
            before = time.process_time()
            result = scan([Path(text)], SALT)
            slowest = max(slowest, time.process_time() - before)
            faults += len(result.faults)
        if slowest > SECONDS_A_BATCH or _peak_mb() > MOST_FUZZ_MB:
            raise SystemExit(f"beyond the bounds: {slowest:.1f} s a batch, {_peak_mb():.0f} MiB")
    cpu = time.process_time() - start
    return {"files": count, "faults": faults, "cpu_s": cpu, "peak_mb": _peak_mb(), "slowest_s": slowest}


def mutant(content: bytes, random: np.random.Generator) -> bytes:
    """Damage a file: bytes changed, lengths made absurd, pieces cut out or doubled, the end cut off."""
    raw = bytearray(content)
    reach = min(len(raw), 14 << 10)
    for _ in range(int(random.integers(1, 12))):
        place = int(random.integers(0, reach))
        kind = int(random.integers(0, 6))
        if kind == 0:
            raw[place] = int(random.integers(0, 256))
        elif kind == 1:
            raw[place : place + 4] = int(random.integers(0, 2**32)).to_bytes(4, "little")
        elif kind == 2:
            del raw[place : place + int(random.integers(1, 200))]
        elif kind == 3:
            raw[place:place] = raw[place : place + int(random.integers(1, 400))]
        elif kind == 4:
            raw[place : place + 4] = b"\xff\xff\xff\xff"
        else:
            raw[place:place] = b"\x40\x00\x30\xa7SQ\0\0\xff\xff\xff\xff\xfe\xff\x00\xe0\xff\xff\xff\xff" * 40
    return bytes(raw if random.random() < 0.7 else raw[: int(random.integers(1, len(raw)))])


def measure(repeats: int, files: int) -> Figures:
    """Build the folder once, measure both in turns in fresh processes, return the medians."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with lenient_reading():
            build(folder, files)
        runs: list[Figures] = []
        for _ in range(repeats):
            run: Figures = {}
            for who in ("--ours", "--peer"):
                command = [sys.executable, __file__, who, str(folder)]
                done = subprocess.run(command, check=True, capture_output=True, text=True)
                run |= json.loads(done.stdout.splitlines()[-1])
            runs.append(run)
        return {key: round(float(median(run[key] for run in runs)), 1) for key in runs[0]}


def main() -> None:
    """Take the arguments and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--files", type=int, default=10_000, help="generated files")
    parser.add_argument("--repeats", type=int, default=3, help="fresh processes")
    parser.add_argument("--fuzz", type=int, metavar="N", help="scan N damaged files instead")
    parser.add_argument("--seed", type=int, default=0, help="of the damage")
    parser.add_argument("--json", action="store_true", help="nothing but the JSON line")
    parser.add_argument("--ours", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--peer", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.ours or arguments.peer:
        figures = run_ours(arguments.ours) if arguments.ours else run_peer(arguments.peer)
    elif arguments.fuzz:
        figures = fuzz(arguments.fuzz, arguments.seed)
    else:
        figures = measure(arguments.repeats, arguments.files)
    if not (arguments.json or arguments.ours or arguments.peer):
        for key, value in figures.items():
            print(f"{key}: {value}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
