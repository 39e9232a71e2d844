"""What the compiled INT8 network gains on the paper's network of 30 filters, on the whole brain of a phantom.

    python benchmarks/inference.py --json
    python benchmarks/inference.py --filters 16 --cases 3 --repeats 5

The network has random weights (seeded) and settled statistics: what it costs does not depend on what it has learnt, and
it is exported and quantized as every model here. Every figure is a median of fresh processes, CPU-seconds on one
thread, PyTorch and INT8 taking turns. The last line is

    {"speedup":      CPU-seconds of the network on the whole crop, PyTorch in float32 / INT8,
     "memory_ratio": peak resident memory of a process that only runs the network, from its weights and the ready array
                     to the probabilities, PyTorch / INT8,
     "limit_share":  8-bit operations a second of the INT8 network / of the fastest product measured in this run,
     "dice_drop":    of the shipped starter, mean Dice over regions against the phantom's truth, float32 - INT8, ...}

The machine's limit is the faster of a matrix product and a 3x3x3 convolution, each a chain in 8 bits that stays in the
cache as well as it can. Where a processor has tiles (AMX) that is their limit; "vnni_share" compares with the same
products on its vector units alone. PyTorch runs as it does in the training's own validation: channels_last, without
gradients. "case_s" is the program's whole way from prepared volumes to labels, loading and compiling included. "load"
is the machine's load average at the end: figures of a busy machine are no figures of the machine.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import fets_desktop  # noqa: F401, I001 - before openvino: it keeps openvino from sending
import openvino as ov
from openvino import opset13 as op

from fets_desktop.imaging.files import read_volume, write_array
from fets_desktop.phantom.brats import make_brats_case
from fets_desktop.segment.network import Network
from fets_desktop.segment.normalise import network_input
from fets_desktop.segment.propose import propose
from fets_desktop.study.contrast import ALL_CONTRASTS, NETWORK_ORDER, Contrast
from fets_desktop.study.labels import REGIONS, region_mask
from fets_desktop.study.modelfile import read_model
from fets_desktop.study.volume import Volume

Figures = dict[str, Any]
Bools = npt.NDArray[np.bool_]
STARTER = Path(__file__).resolve().parents[1] / "resources/models/starter.fetsmodel"
MULTIPLE = 16
_OPTIONS = {"INFERENCE_PRECISION_HINT": "f32", "INFERENCE_NUM_THREADS": 1}


_INT8 = """
import json, sys, time
from pathlib import Path
import fets_desktop
import numpy as np
from fets_desktop.segment.network import Network
model, array, out = map(Path, sys.argv[1:])
volumes = np.load(array)
network = Network.load(model, threads=1)
network.run(volumes)  # compiled for this shape
start = time.process_time()
first = network.run(volumes)
seconds = time.process_time() - start
peak = int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) * 1024 / 1e6
same = bool(np.array_equal(first, network.run(volumes)))
np.save(out, first > 0.5)
print(json.dumps({"run_s": seconds, "peak_mb": peak, "same": same}))
"""


def run_array(model: Path, array: Path, out: Path) -> Figures:
    """In a process of its own: run the compiled network on a ready array a few times, keep what it marks."""
    row = fresh("-c", _INT8, str(model), str(array), str(out))
    return {**row, "giga_ops": _giga_ops(model, np.load(array, mmap_mode="r").shape)}


def run_case(model: Path, case: Path) -> Figures:
    """In a process of its own: propose labels as the program does."""
    volumes = _volumes(case)
    start = time.process_time()
    proposal = propose(Network.load(model, threads=1), volumes)
    return {"case_s": time.process_time() - start, "case_peak_mb": _peak_mb(), "tiles": proposal.tiles}


def _volumes(case: Path) -> dict[Contrast, Volume]:
    return {contrast: read_volume(case / f"{contrast}.nii.gz") for contrast in ALL_CONTRASTS}


_TORCH = """
import json, sys, time
from pathlib import Path
import fets_desktop
import numpy as np
import torch
from fets_desktop.train.checkpoint import base_of, read_weights
from fets_desktop.train.resunet import ResUNet
from fets_desktop.train.validate import torch_run
weights, array, out = map(Path, sys.argv[1:])
torch.set_num_threads(1)
state = read_weights(weights)
network = ResUNet(base_of(state)).to(memory_format=torch.channels_last_3d)
network.load_state_dict(state)
run = torch_run(network, torch.device("cpu"), False)
volumes = np.load(array).astype(np.float32)
start = time.process_time()
found = run(volumes)
seconds = time.process_time() - start
peak = int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) * 1024 / 1e6
np.save(out, found > 0.5)
print(json.dumps({"run_s": seconds, "peak_mb": peak}))
"""

_MAKE = """
import sys
from pathlib import Path
import fets_desktop
import numpy as np
import torch
from fets_desktop.study.model import ModelCard
from fets_desktop.train.export import export_model
from fets_desktop.train.norm import estimate_statistics
from fets_desktop.train.resunet import MULTIPLE, ResUNet
filters, array, out = int(sys.argv[1]), np.load(sys.argv[2]).astype(np.float32), Path(sys.argv[3])
torch.manual_seed(0)
network = ResUNet(filters)
corner = [(edge // 2 - 32) // MULTIPLE * MULTIPLE for edge in array.shape[1:]]
patch = array[(slice(None), *(slice(start, start + 64) for start in corner))].copy()
estimate_statistics(network, [torch.from_numpy(patch)[None]])
card = ModelCard("benchmark", 1, "resunet", "", (), (), "nothing: random weights")
export_model(network.state_dict(), card, out, [patch])
print("{}")
"""


def _peak_mb() -> float:
    """Return the peak of this process; getrusage would tell the parent's where that is larger."""
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) * 1024 / 1e6


def _giga_ops(path: Path, shape: tuple[int, ...]) -> float:
    """Return multiplications and additions of all convolutions, in 10^9."""
    content = read_model(path)
    model = ov.Core().read_model(content.xml, content.weights)
    model.reshape([1, *shape])
    convolutions = [node for node in model.get_ops() if node.get_type_name() == "Convolution"]
    sizes: list[tuple[ov.Shape, ov.Shape]] = [(n.output(0).shape, n.input(1).get_shape()[1:]) for n in convolutions]
    return sum(2e-9 * math.prod(map(int, result)) * math.prod(map(int, kernel)) for result, kernel in sizes)


def run_limit() -> Figures:
    """In a process of its own: how fast this machine multiplies in 8 bits, in 10^9 operations a second."""
    rates = {}
    for name, shape, kernel in (("matmul", (1024, 1024), ()), ("convolution", (1, 128, 24, 24, 24), (3, 3, 3))):
        first = op.parameter(list(shape), np.float32)
        chain, width, links = _in_8_bits(first), shape[1], 4
        for _ in range(links):
            weights = _weights((width, width, *kernel))
            ones = [1, 1, 1]
            product = op.convolution(chain, weights, ones, ones, ones, ones) if kernel else op.matmul(
                chain, weights, False, True
            )  # fmt: skip
            chain = _in_8_bits(product)
        compiled = ov.Core().compile_model(ov.Model([chain], [first], name), "CPU", _OPTIONS)
        values, seconds = np.random.default_rng(0).standard_normal(shape, dtype=np.float32), []
        for _ in range(6):
            start = time.process_time()
            compiled(values, share_inputs=True)
            seconds.append(time.process_time() - start)
        rates[name] = 2e-9 * links * np.prod(shape) * width * np.prod(kernel) / min(seconds)
    return {"limit": max(rates.values()), **rates}


def _in_8_bits(node: ov.Output) -> ov.Output:
    low, high = op.constant(np.float32(-1.28)), op.constant(np.float32(1.27))
    return op.fake_quantize(node, low, high, low, high, 256)


def _weights(shape: Sequence[int]) -> ov.Output:
    whole = op.convert(op.constant(np.random.default_rng(1).integers(-127, 128, shape, dtype=np.int8)), "f32")
    return op.multiply(whole, op.constant(np.full((shape[0], *[1] * (len(shape) - 1)), 0.01, dtype=np.float32)))


def fresh(*arguments: str, isa: str = "") -> Figures:
    """Run this file, or the code after "-c", in a fresh process and return what its last line says.

    Args:
        arguments: Of Python after "-c", else of this file.
        isa: The widest instructions that oneDNN may use; "" for all there are.
    """
    command = [sys.executable, *(arguments if arguments[0] == "-c" else (__file__, *arguments))]
    root = Path(__file__).resolve().parents[1]
    environment = {**os.environ, **({"ONEDNN_MAX_CPU_ISA": isa} if isa else {})}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root, env=environment)
    if done.returncode:
        raise SystemExit(done.stderr)
    answer: Figures = json.loads(done.stdout.splitlines()[-1])
    return answer


def measure(filters: int, cases: int, repeats: int) -> Figures:
    """Make the cases and the network, run everything in turns, and return the figures."""
    rows: dict[str, list[Figures]] = {"torch": [], "int8": [], "case": [], "drop": []}
    limits: dict[str, list[float]] = {"limit": [], "vnni": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        model = folder / "network.fetsmodel"
        for seed in range(cases):
            case, array = folder / str(seed), folder / f"{seed}.npy"
            truth = make_case(seed, case, array)
            if not model.exists():
                fresh("-c", _MAKE, str(filters), str(array), str(model))
            for _ in range(repeats):
                for kind, row in run_both(model, array, folder).items():
                    rows[kind].append(row)
                rows["case"].append(fresh("--case", str(model), str(case)))
                limits["limit"].append(fresh("--limit")["limit"])
                limits["vnni"].append(fresh("--limit", isa="AVX512_CORE_VNNI")["limit"])
            run_both(STARTER, array, folder)
            scores = {kind: mean_dice(np.load(folder / f"{kind}.npy"), truth) for kind in ("torch", "int8")}
            rows["drop"].append({"drop": scores["torch"] - scores["int8"]})
    return _figures(rows, {kind: median(values) for kind, values in limits.items()})


def make_case(seed: int, case: Path, array: Path) -> Bools:
    """Write a phantom's volumes and its ready array; return its true regions `(3, z, y, x)`, padded as the array is."""
    volumes, truth = make_brats_case(seed)
    for contrast, volume in volumes.items():
        write_array(case / f"{contrast}.nii.gz", volume.array, volume.grid)
    ready = network_input(_volumes(case), NETWORK_ORDER, MULTIPLE)
    np.save(array, ready.array)
    crop = truth.array[ready.box.slices]
    regions = np.zeros((len(REGIONS), *ready.array.shape[1:]), dtype=np.bool_)
    z, y, x = crop.shape
    for channel, region in enumerate(REGIONS):
        regions[channel, :z, :y, :x] = region_mask(crop, region, truth.scheme)
    return regions


def run_both(model: Path, array: Path, folder: Path) -> dict[str, Figures]:
    """Run a model in PyTorch from the weights beside it, and in INT8; what they mark lies in `folder`."""
    weights = str(model.with_suffix(".safetensors"))
    torch_row = fresh("-c", _TORCH, weights, str(array), str(folder / "torch.npy"))
    return {"torch": torch_row, "int8": run_array(model, array, folder / "int8.npy")}


def mean_dice(found: Bools, truth: Bools) -> float:
    """Return the mean over regions of 2 |A . B| / (|A| + |B|)."""
    pairs = zip(found, truth, strict=True)
    return float(np.mean([2 * np.count_nonzero(a & b) / max(1, a.sum() + b.sum()) for a, b in pairs]))


def _figures(rows: dict[str, list[Figures]], limits: dict[str, float]) -> Figures:
    def middle(name: str, key: str) -> float:
        return float(median(row[key] for row in rows[name]))

    rate = median(row["giga_ops"] / row["run_s"] for row in rows["int8"])
    return {
        "speedup": middle("torch", "run_s") / middle("int8", "run_s"),
        "memory_ratio": middle("torch", "peak_mb") / middle("int8", "peak_mb"),
        "limit_share": rate / limits["limit"],
        "dice_drop": float(np.mean([row["drop"] for row in rows["drop"]])),
        "vnni_share": rate / limits["vnni"],
        "limit_gops": limits["limit"],
        "vnni_limit_gops": limits["vnni"],
        "gops": rate,
        "same_every_run": all(row["same"] for row in rows["int8"]),
        **{f"{key}_{name}": middle(name, key) for key in ("run_s", "peak_mb") for name in ("torch", "int8")},
        **{key: middle("case", key) for key in ("case_s", "case_peak_mb", "tiles")},
        "load": os.getloadavg()[0],
    }


def main() -> None:
    """Take the arguments and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--filters", type=int, default=30, help="of the finest level; 30 in the paper")
    parser.add_argument("--cases", type=int, default=1, help="phantoms")
    parser.add_argument("--repeats", type=int, default=3, help="fresh processes of each network and case")
    parser.add_argument("--json", action="store_true", help="nothing but the JSON line")
    parser.add_argument("--run", type=Path, nargs=3, help=argparse.SUPPRESS)
    parser.add_argument("--case", type=Path, nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--limit", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.run:
        figures = run_array(*arguments.run)
    elif arguments.case:
        figures = run_case(*arguments.case)
    elif arguments.limit:
        figures = run_limit()
    else:
        figures = measure(arguments.filters, arguments.cases, arguments.repeats)
        if not arguments.json:
            for key, value in figures.items():
                print(f"{key}: {value}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
