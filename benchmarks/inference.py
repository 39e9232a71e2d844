"""What INT8 gains and costs: the shipped network against its own float32 weights, both in OpenVINO, on a phantom.

    python benchmarks/inference.py --json
    python benchmarks/inference.py --model my.fetsmodel --cases 3 --repeats 5

Every figure is a median of fresh processes, CPU-seconds on one thread, float32 and INT8 taking turns. The last line is

    {"speedup":      CPU-seconds of the compiled network on the whole crop, float32 / INT8,
     "memory_ratio": peak resident memory of the whole process from the model file to the labels, float32 / INT8,
     "limit_share":  8-bit operations a second of the INT8 network / of the fastest product measured in this run,
     "dice_drop":    mean Dice over cases and regions against the phantom's truth, float32 - INT8, ...}

The machine's limit is the faster of a matrix product and a 3x3x3 convolution, each a chain in 8 bits that stays in the
cache as well as it can. The float32 weights are those beside the model (.safetensors, stored in half precision).
"""

import argparse
import json
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

from fets_desktop.imaging.files import read_labels, read_volume, write_array
from fets_desktop.phantom.brats import make_brats_case
from fets_desktop.review.measures import compare
from fets_desktop.segment.network import Network
from fets_desktop.segment.normalise import network_input
from fets_desktop.segment.propose import propose
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.modelfile import read_model
from fets_desktop.study.resources import resource

Figures = dict[str, Any]
_OPTIONS = {"INFERENCE_PRECISION_HINT": "f32", "INFERENCE_NUM_THREADS": 1}


def run_case(model: Path, case: Path) -> Figures:
    """In a process of its own: propose labels as the program does, then run the compiled network once more."""
    volumes = {contrast: read_volume(case / f"{contrast}.nii.gz") for contrast in ALL_CONTRASTS}
    start = time.process_time()
    network = Network.load(model, threads=1)
    proposal = propose(network, volumes)
    case_s, peak = time.process_time() - start, _peak_mb()
    array = network_input(volumes, network.inputs, network.multiple).array
    network.run(array)  # its memory was given back, and is taken again here
    start = time.process_time()
    network.run(array)
    run_s = time.process_time() - start
    scores = compare(proposal.labels, read_labels(case / "truth.nii.gz", BRATS_2021))
    dice = {str(region): score.dice for region, score in scores.items()}
    return {"run_s": run_s, "case_s": case_s, "peak_mb": peak, "tiles": proposal.tiles, "dice": dice,
            "giga_ops": _giga_ops(model, array.shape)}  # fmt: skip


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
    """Run this file in a fresh process and return what its last line says."""
    command = [sys.executable, __file__, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    answer: Figures = json.loads(done.stdout.splitlines()[-1])
    return answer


_FLOAT32 = """
import sys
from dataclasses import replace
from pathlib import Path
import fets_desktop
from fets_desktop.study.modelfile import read_card
from fets_desktop.train.checkpoint import read_weights
from fets_desktop.train.export import to_file, to_openvino
weights, model, out = map(Path, sys.argv[1:])
to_file(to_openvino(read_weights(weights)), replace(read_card(model), precision="f32"), out)
"""


def measure(model: Path, cases: int, repeats: int) -> Figures:
    """Make the cases and the float32 network, run everything in turns, and return the figures."""
    weights = model.with_suffix(".safetensors")
    if read_model(model).card.precision != "int8" or not weights.exists():
        raise SystemExit("This needs an INT8 model with its trainable weights (.safetensors) beside it.")
    with tempfile.TemporaryDirectory() as folder:
        float32 = Path(folder) / "f32.fetsmodel"
        root = Path(__file__).resolve().parents[1]
        command = [sys.executable, "-c", _FLOAT32, *map(str, (weights, model.resolve(), float32))]
        subprocess.run(command, check=True, cwd=root)
        rows: dict[str, list[Figures]] = {"f32": [], "int8": []}
        limits = []
        for seed in range(cases):
            case = Path(folder) / str(seed)
            volumes, truth = make_brats_case(seed)
            for contrast, volume in volumes.items():
                write_array(case / f"{contrast}.nii.gz", volume.array, volume.grid)
            write_array(case / "truth.nii.gz", truth.array, truth.grid)
            for _ in range(repeats):
                for name, path in (("f32", float32), ("int8", model)):
                    rows[name].append(fresh("--run", str(path), str(case)))
                limits.append(fresh("--limit")["limit"])
    return _figures(rows, median(limits))


def _figures(rows: dict[str, list[Figures]], limit: float) -> Figures:
    def middle(name: str, key: str) -> float:
        return float(median(row[key] for row in rows[name]))

    dice = {name: float(np.mean([list(row["dice"].values()) for row in of])) for name, of in rows.items()}
    rate = {name: median(row["giga_ops"] / row["run_s"] for row in of) for name, of in rows.items()}
    return {
        "speedup": middle("f32", "run_s") / middle("int8", "run_s"),
        "memory_ratio": middle("f32", "peak_mb") / middle("int8", "peak_mb"),
        "limit_share": rate["int8"] / limit,
        "dice_drop": dice["f32"] - dice["int8"],
        "limit_gops": limit,
        "gops": rate,
        "dice": dice,
        **{f"{key}_{name}": middle(name, key) for key in ("run_s", "case_s", "peak_mb", "tiles") for name in rows},
    }


def main() -> None:
    """Take the arguments and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--model", type=Path, help="an INT8 .fetsmodel with its weights beside it (the starter)")
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
        model = arguments.model or resource("models", "starter.fetsmodel")
        figures = measure(model, arguments.cases, arguments.repeats)
        if not arguments.json:
            for key, value in figures.items():
                print(f"{key}: {value}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
