"""What the compiled INT8 network gains on the paper's network of 30 filters, on the whole brain of a phantom.

    python benchmarks/inference.py --json
    python benchmarks/inference.py --filters 16 --cases 3 --repeats 5

The network has random weights (seeded) and settled statistics: what it costs does not depend on what it has learnt, and
it is exported and quantized as every model here. Every figure is a median of fresh processes, CPU-seconds on one
thread, PyTorch and INT8 taking turns. The last line is

    {"speedup":      CPU-seconds of the network on the whole crop, PyTorch in float32 / INT8,
     "memory_ratio": peak resident memory of the whole process from the weights to the probabilities, PyTorch / INT8,
     "limit_share":  8-bit operations a second of the INT8 network / of the fastest product measured in this run, ...}

The machine's limit is the faster of a matrix product and a 3x3x3 convolution, each a chain in 8 bits that stays in the
cache as well as it can. PyTorch runs as it does in the training's own validation: channels_last, without gradients.
"load" is the machine's load average at the end: figures of a busy machine are no figures of the machine.
"""

import argparse
import json
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

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import fets_desktop  # noqa: F401, I001 - before openvino: it keeps openvino from sending
import openvino as ov
from openvino import opset13 as op

from fets_desktop.imaging.files import read_volume, write_array
from fets_desktop.phantom.brats import make_brats_case
from fets_desktop.segment.network import Network
from fets_desktop.segment.normalise import network_input
from fets_desktop.segment.propose import propose
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.modelfile import read_model
from fets_desktop.study.volume import Volume

Figures = dict[str, Any]
_OPTIONS = {"INFERENCE_PRECISION_HINT": "f32", "INFERENCE_NUM_THREADS": 1}


def run_case(model: Path, case: Path) -> Figures:
    """In a process of its own: propose labels as the program does, then run the compiled network twice more."""
    volumes = _volumes(case)
    start = time.process_time()
    network = Network.load(model, threads=1)
    proposal = propose(network, volumes)
    case_s, peak = time.process_time() - start, _peak_mb()
    array = network_input(volumes, network.inputs, network.multiple).array
    network.run(array)  # its memory was given back, and is taken again here
    start = time.process_time()
    first = network.run(array)
    run_s = time.process_time() - start
    same = bool(np.array_equal(first, network.run(array)))
    return {"run_s": run_s, "case_s": case_s, "peak_mb": peak, "tiles": proposal.tiles, "same": same,
            "giga_ops": _giga_ops(model, array.shape)}  # fmt: skip


def _volumes(case: Path) -> dict[Contrast, Volume]:
    return {contrast: read_volume(case / f"{contrast}.nii.gz") for contrast in ALL_CONTRASTS}


_TORCH = """
import json, sys, time
from pathlib import Path
import fets_desktop
import torch
from fets_desktop.imaging.files import read_volume
from fets_desktop.segment.normalise import network_input
from fets_desktop.study.contrast import ALL_CONTRASTS, NETWORK_ORDER
from fets_desktop.train.checkpoint import base_of, read_weights
from fets_desktop.train.resunet import MULTIPLE, ResUNet
from fets_desktop.train.validate import torch_run
weights, case = map(Path, sys.argv[1:])
torch.set_num_threads(1)
state = read_weights(weights)
network = ResUNet(base_of(state)).to(memory_format=torch.channels_last_3d)
network.load_state_dict(state)
run = torch_run(network, torch.device("cpu"), False)
volumes = {contrast: read_volume(case / f"{contrast}.nii.gz") for contrast in ALL_CONTRASTS}
array = network_input(volumes, NETWORK_ORDER, MULTIPLE).array
start = time.process_time()
run(array)
seconds = time.process_time() - start
peak = int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) * 1024 / 1e6
print(json.dumps({"run_s": seconds, "peak_mb": peak}))
"""

_MAKE = """
import sys
from pathlib import Path
import fets_desktop
import torch
from fets_desktop.imaging.files import read_volume
from fets_desktop.segment.normalise import network_input
from fets_desktop.study.contrast import ALL_CONTRASTS, NETWORK_ORDER
from fets_desktop.study.model import ModelCard
from fets_desktop.train.export import export_model
from fets_desktop.train.norm import estimate_statistics
from fets_desktop.train.resunet import MULTIPLE, ResUNet
filters, case, out = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
torch.manual_seed(0)
network = ResUNet(filters)
volumes = {contrast: read_volume(case / f"{contrast}.nii.gz") for contrast in ALL_CONTRASTS}
array = network_input(volumes, NETWORK_ORDER, MULTIPLE).array
corner = [(edge // 2 - 32) // MULTIPLE * MULTIPLE for edge in array.shape[1:]]
patch = array[(slice(None), *(slice(start, start + 64) for start in corner))].copy()
estimate_statistics(network, [torch.from_numpy(patch)[None]])
card = ModelCard("benchmark", 1, "resunet", "", (), (), "nothing: random weights")
export_model(network.state_dict(), card, out, [patch])
print("{}")
"""


def _peak_mb() -> float:
    status = Path("/proc/self/status").read_text()  # getrusage would tell the parent's peak where that is larger
    return int(status.split("VmHWM:")[1].split()[0]) * 1024 / 1e6


def _giga_ops(path: Path, shape: tuple[int, ...]) -> float:
    """Return multiplications and additions of all convolutions, in 10^9."""
    content = read_model(path)
    model = ov.Core().read_model(content.xml, content.weights)
    model.reshape([1, *shape])
    convolutions = [node for node in model.get_ops() if node.get_type_name() == "Convolution"]
    return sum(2e-9 * np.prod(n.output(0).shape) * np.prod(n.input(1).get_shape()[1:]) for n in convolutions)


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


def fresh(*arguments: str) -> Figures:
    """Run this file, or the code after "-c", in a fresh process and return what its last line says."""
    command = [sys.executable, *(arguments if arguments[0] == "-c" else (__file__, *arguments))]
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)
    if done.returncode:
        raise SystemExit(done.stderr)
    answer: Figures = json.loads(done.stdout.splitlines()[-1])
    return answer


def measure(filters: int, cases: int, repeats: int) -> Figures:
    """Make the cases and the network, run everything in turns, and return the figures."""
    rows: dict[str, list[Figures]] = {"torch": [], "int8": []}
    limits = []
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "network.fetsmodel"
        for seed in range(cases):
            case = Path(folder) / str(seed)
            volumes, _ = make_brats_case(seed)
            for contrast, volume in volumes.items():
                write_array(case / f"{contrast}.nii.gz", volume.array, volume.grid)
            if not model.exists():
                fresh("-c", _MAKE, str(filters), str(case), str(model))
            for _ in range(repeats):
                rows["torch"].append(fresh("-c", _TORCH, str(model.with_suffix(".safetensors")), str(case)))
                rows["int8"].append(fresh("--run", str(model), str(case)))
                limits.append(fresh("--limit")["limit"])
    return _figures(rows, median(limits))


def _figures(rows: dict[str, list[Figures]], limit: float) -> Figures:
    def middle(name: str, key: str) -> float:
        return float(median(row[key] for row in rows[name]))

    rate = median(row["giga_ops"] / row["run_s"] for row in rows["int8"])
    return {
        "speedup": middle("torch", "run_s") / middle("int8", "run_s"),
        "memory_ratio": middle("torch", "peak_mb") / middle("int8", "peak_mb"),
        "limit_share": rate / limit,
        "limit_gops": limit,
        "gops": rate,
        "same_every_run": all(row["same"] for row in rows["int8"]),
        **{f"{key}_{name}": middle(name, key) for key in ("run_s", "peak_mb") for name in rows},
        "case_s": middle("int8", "case_s"),
        "tiles": middle("int8", "tiles"),
        "load": os.getloadavg()[0],
    }


def main() -> None:
    """Take the arguments and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--filters", type=int, default=30, help="of the finest level; 30 in the paper")
    parser.add_argument("--cases", type=int, default=1, help="phantoms")
    parser.add_argument("--repeats", type=int, default=3, help="fresh processes of each network and case")
    parser.add_argument("--json", action="store_true", help="nothing but the JSON line")
    parser.add_argument("--run", type=Path, nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--limit", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.run:
        figures = run_case(*arguments.run)
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
