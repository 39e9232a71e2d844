"""As many sites as the paper's federation at one aggregator: what a round takes, and whether it is exact.

    python benchmarks/federation_load.py --json
    python benchmarks/federation_load.py --sites 20 --rounds 2 --base 4

A real aggregator (installers/aggregator.sh) on the loopback, over TLS with certificates on both sides. Every site is
this program's own collaborator in a thread; its training is a stub that adds a number of the site's own, so that the
consensus can be worked out beforehand. One site in twelve only validates; one sends values that are no numbers in the
second round, and is left out of it. The last line is

    {"sites", "rounds",
     "round_s":             seconds a round,
     "server_cpu_s":        CPU-seconds of the server a round, its start within,
     "server_peak_mb":      memory of the server at its largest,
     "sites_cpu_s":         CPU-seconds of all sites together a round,
     "database_mb":         what the server keeps for a resume,
     "received_mb":         what the sites sent,
     "refused":             updates that the server refused: one,
     "largest_difference":  between the last consensus and the weighted mean worked out here}
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from federation import cpu_s, shapes_of

from fets_desktop.app.federation.server import serving
from fets_desktop.federate.collaborator import Pace
from fets_desktop.federate.round_work import Fitted
from fets_desktop.federate.selection import models_in
from fets_desktop.federate.server.record import REFUSALS, read_lines
from fets_desktop.federate.simulation import LOOPBACK, Part, Turns, certify_here, found_here, rounds_of, take_part
from fets_desktop.federate.tensors import TensorFile, writing
from fets_desktop.study.federation import Plan, Scores

SITES = 71
ONE_VALIDATES_IN = 12
STEP = np.float32(1e-3)
POISON = 1
"""The round, counted from 0, in which the first site sends what is no number."""
PACE = Pace(longest_rest_s=1.0, first_retry_s=0.5, longest_retry_s=5.0)


def cases_of(number: int) -> int:
    """Return how many training cases a site has: very many here, very few there, as in the paper."""
    return 1 + (37 * number) % 180


def step_of(number: int) -> np.float32:
    """Return what a site's training adds."""
    return np.float32(STEP * (1 + number % 5))


def found(folder: Path, sites: int, rounds: int, base: int) -> Plan:
    """Make the federation."""
    shapes = shapes_of(base)
    rng = np.random.default_rng(0)
    with writing(folder / "weights.safetensors", shapes) as sink:
        for tensor in shapes:
            sink.add(tensor.name, rng.normal(scale=0.05, size=tensor.shape).astype(np.float32))
    names = [f"site-{number:02d}" for number in range(sites)]
    validators = [name for at, name in enumerate(names) if at % ONE_VALIDATES_IN == ONE_VALIDATES_IN - 1]
    trainers = [name for name in names if name not in validators]
    weights = folder / "weights.safetensors"
    # everybody counts but the one that is refused
    choices = {"rounds": rounds, "quorum": len(trainers) - 1, "fewest_scored": 1}
    return found_here(folder / "federation", "load", trainers, validators, weights, **choices)


def part_of(plan: Plan, name: str) -> Part:
    """Return a site whose training is a stub."""
    number = int(name.removeprefix("site-"))

    def score(_weights: Path, _round: int) -> Scores:
        return Scores({"ET": 0.5, "TC": 0.5, "WT": 0.5, "mean": 0.5}, 1 + number)

    def fit(weights: Path, at: int, target: Path) -> Fitted:
        step = np.float32(np.nan) if (number, at) == (0, POISON) else step_of(number)
        with TensorFile(weights) as before, writing(target, plan.tensors) as sink:
            for tensor in plan.tensors:
                sink.add(tensor.name, before.get(tensor.name) + step)
        return Fitted(target, 0.5, cases_of(number))

    return Part(score, fit)


def largest_difference(folder: Path, plan: Plan) -> float:
    """Return how far the last consensus lies from the weighted mean."""
    moved = 0.0
    numbers = [int(name.removeprefix("site-")) for name in plan.trainers]
    for at in range(plan.rounds):
        there = [number for number in numbers if (number, at) != (0, POISON)]
        total = sum(map(cases_of, there))
        moved += sum(float(step_of(number)) * cases_of(number) for number in there) / total
    last = models_in(folder)[plan.rounds]
    with TensorFile(folder / "initial.safetensors") as first, TensorFile(last) as found_:
        return max(float(np.abs(found_.get(t.name) - first.get(t.name) - moved).max()) for t in plan.tensors)


def measure(sites: int, rounds: int, base: int) -> dict[str, float]:
    """Measure everything."""
    with tempfile.TemporaryDirectory(prefix="fets-load-") as name:
        place = Path(name)
        plan = found(place, sites, rounds, base)
        folder = place / "federation"
        identities = certify_here(folder, plan)
        parts = {name: part_of(plan, name) for name in plan.sites}
        begun, cpu = time.perf_counter(), cpu_s()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with serving(folder, f"{LOOPBACK}:{plan.server.rpartition(':')[2]}", 5.0) as server:
            take_part(folder / "sites", plan, identities, parts, lambda _ended: server.check(), Turns(), PACE)
            seconds, own = time.perf_counter() - begun, cpu_s() - cpu
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        sent = sum(row.sent for name in plan.sites for row in rounds_of(folder / "sites" / name))
        return {
            "sites": sites,
            "rounds": rounds,
            "round_s": round(seconds / rounds, 2),
            "server_cpu_s": round(spent / rounds, 2),
            "server_peak_mb": round(after.ru_maxrss / 1024, 1),
            "sites_cpu_s": round(own / rounds, 2),
            "database_mb": round((folder / "state" / "tensor.db").stat().st_size / 2**20, 1),
            "received_mb": round(sent / 2**20, 1),
            "refused": len(read_lines(folder / REFUSALS)),
            "largest_difference": largest_difference(folder, plan),
        }


def main() -> None:
    """Take the arguments and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sites", type=int, default=SITES)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--base", type=int, default=8, help="filters of the finest level (8: 2.1 million numbers)")
    parser.add_argument("--json", action="store_true", help="nothing but the JSON line")
    arguments = parser.parse_args()
    figures = measure(arguments.sites, arguments.rounds, arguments.base)
    if not arguments.json:
        for key, value in figures.items():
            print(f"{key}: {value}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
