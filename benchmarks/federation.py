"""What a federated round costs a site beside the training: CPU, stalls, time to stop; beside OpenFL's own.

    python benchmarks/federation.py --json
    python benchmarks/federation.py --rounds 1 --base 8
    python benchmarks/federation.py --who ours          (one part; the others are peer and stop)

A real aggregator (installers/aggregator.sh) on the loopback, over TLS with certificates on both sides, and the paper's
network: 29.1 million numbers. One site at a time takes part, once with this program's collaborator and once with
OpenFL's, each in a fresh process; both hand back what they received plus a little. The last line is

    {"round_overhead_cpu_s": CPU-seconds of the site's process a round, without any training,
     "peer_cpu_s":           the same with OpenFL 1.9's Collaborator and client,
     "round_s", "peer_round_s": seconds a round, the server's averaging within,
     "stall_ms":             the longest time in which the site's main thread, as a window's would, could not run,
     "stall_cpu_ms":         CPU-ms that this process used meanwhile: the part of it that is not other processes' doing,
     "own_stall_ms":         the most CPU-ms this process used between two of its wakings, its threads added up: the
                             longest it can stall itself, however busy the machine is,
     "idle_stall_ms":        the same in two seconds while nothing is transferred: what others take of the machine,
     "stop_ms":              from a wish to stop, in the middle of receiving a model, until the thread has ended}
"""

import argparse
import json
import os
import resource
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

from fets_desktop.app.federation.server import server_python
from fets_desktop.federate import pki
from fets_desktop.federate.collaborator import Collaborator, Pace
from fets_desktop.federate.desk import Desk
from fets_desktop.federate.grpc_link import GrpcLink, Identity
from fets_desktop.federate.ledger import Ledger
from fets_desktop.federate.round_work import Fitted
from fets_desktop.federate.tensors import TensorFile, file_sha256, writing
from fets_desktop.study.federation import Plan, RoundRow, Scores, Standing, TensorShape
from fets_desktop.study.plain import from_plain, to_plain

ROOT = Path(__file__).resolve().parents[1]
SITE = "site"
PARTS = ("ours", "peer", "stop")
TICK_S = 0.002
LITTLE = np.float32(1e-6)
Figures = dict[str, float]


def shapes_of(base: int) -> tuple[TensorShape, ...]:
    """Return the network's tensors; torch is loaded in a process of its own."""
    code = (
        "import json, sys; from fets_desktop.train.resunet import ResUNet\n"
        f"print(json.dumps([[n, list(t.shape)] for n, t in ResUNet({base}).state_dict().items()]))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT)
    return tuple(TensorShape(name, tuple(shape)) for name, shape in json.loads(done.stdout.splitlines()[-1]))


def found(folder: Path, rounds: int, base: int) -> Plan:
    """Make a federation's folder with one site."""
    folder.mkdir()
    shapes = shapes_of(base)
    rng = np.random.default_rng(0)
    with writing(folder / "initial.safetensors", shapes) as sink:
        for tensor in shapes:
            sink.add(tensor.name, rng.normal(scale=0.05, size=tensor.shape).astype(np.float32))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        server = f"localhost:{probe.getsockname()[1]}"
    digest = file_sha256(folder / "initial.safetensors")
    plan = Plan("benchmark", server, (SITE,), (), digest, shapes, base, rounds, fewest_scored=1, keep_models=False)
    key, server_key, site_key = pki.new_key(), pki.new_key(), pki.new_key()
    authority = pki.new_authority(key, plan.name)
    parts = {
        "plan.json": json.dumps(to_plain(plan)).encode(),
        "authority.pem": authority,
        "server.key": server_key,
        "server.pem": pki.server_certificate(key, authority, server_key, ["localhost"]),
        # a benchmark's key may lie on the disk, for OpenFL's client reads files
        "site.key": site_key,
        "site.pem": pki.site_certificate(key, authority, pki.new_request(site_key, SITE)),
    }
    for name, content in parts.items():
        (folder / name).write_bytes(content)
    return plan


class Served:
    """The aggregator of a folder, in its own process."""

    def __init__(self, folder: Path, plan: Plan) -> None:
        address = f"127.0.0.1:{plan.server.rpartition(':')[2]}"
        command = [str(server_python()), "-m", "fets_desktop.federate.server", str(folder), "--linger", "1"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "GRPC_VERBOSITY": "NONE"}
        self._process = subprocess.Popen([*command, "--listen", address], stdout=subprocess.PIPE, env=environment)

    def __enter__(self) -> "Served":
        assert self._process.stdout
        if b"listening" not in self._process.stdout.readline():
            raise SystemExit("the aggregator did not start")
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.terminate()
        self._process.wait()


def cpu_s() -> float:
    """Return the CPU-seconds of this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


@dataclass
class Watch:
    """The main thread as a window's: it wakes every two milliseconds, and notes when it could not."""

    longest_s: float = 0.0
    longest_cpu_s: float = 0.0
    most_cpu_s: float = 0.0

    def until(self, ended: threading.Event, most_s: float = 1e9) -> None:
        """Tick until it has ended."""
        begun = before = time.perf_counter()
        used = time.process_time()
        while not ended.is_set() and before - begun < most_s:
            time.sleep(TICK_S)
            now, cpu = time.perf_counter(), time.process_time()
            if now - before - TICK_S > self.longest_s:
                self.longest_s, self.longest_cpu_s = now - before - TICK_S, cpu - used
            self.most_cpu_s = max(self.most_cpu_s, cpu - used)
            before, used = now, cpu


def ours(folder: Path, stop_in: int = -1) -> Figures:
    """Take part with this program's collaborator; with `stop_in`, stop while that round's model comes."""
    plan = from_plain(Plan, json.loads((folder / "plan.json").read_bytes()))
    parts = [(folder / name).read_bytes() for name in ("authority.pem", "site.pem", "site.key")]
    home = folder / "site"
    ledger = Ledger(folder / "ledger.jsonl")
    link = GrpcLink(plan, Identity(SITE, *parts), ledger.add)
    ended, pulling = threading.Event(), threading.Event()

    def post(fact: Standing | RoundRow) -> None:
        if isinstance(fact, Standing):
            if fact.number == stop_in and fact.state == "receiving the model":
                pulling.set()
            if fact.state in ("ended", "stopped", "failed"):
                ended.set()

    def fit(weights: Path, number: int, target: Path) -> Fitted:
        with TensorFile(weights) as before, writing(target, plan.tensors) as sink:
            for tensor in plan.tensors:
                sink.add(tensor.name, before.get(tensor.name) + LITTLE)
        return Fitted(target, 0.5, 10)

    scores = Scores({"ET": 0.5, "TC": 0.5, "WT": 0.5, "mean": 0.5}, 10)
    collaborator = Collaborator(
        plan, SITE, link, lambda _path, _number: scores, fit, Desk(home), ledger, post, Pace(0.05, 0.2, 1.0)
    )
    idle = Watch()
    idle.until(threading.Event(), 2.0)
    # what the main thread spends on watching itself is the benchmark's, not the collaborator's
    begun, cpu = time.perf_counter(), cpu_s() - time.thread_time()
    collaborator.start()
    if stop_in >= 0:
        return {"stop_ms": _stopped(collaborator, pulling)}
    watch = Watch()
    watch.until(ended)
    collaborator.join(10)
    if str(collaborator.state) != "ended":
        raise SystemExit(f"the collaborator {collaborator.state}: {collaborator.error}")
    return {
        "round_overhead_cpu_s": (cpu_s() - time.thread_time() - cpu) / plan.rounds,
        "round_s": (time.perf_counter() - begun) / plan.rounds,
        "stall_ms": 1000 * watch.longest_s,
        "stall_cpu_ms": 1000 * watch.longest_cpu_s,
        "own_stall_ms": 1000 * watch.most_cpu_s,
        "idle_stall_ms": 1000 * idle.longest_s,
    }


def _stopped(collaborator: Collaborator, pulling: threading.Event) -> float:
    if not pulling.wait(300):
        raise SystemExit("no model came")
    time.sleep(0.05)
    begun = time.perf_counter()
    collaborator.stop()
    collaborator.join(60)
    return 1000 * (time.perf_counter() - begun)


PEER = """
import json, logging, resource, sys, time
from pathlib import Path
import numpy as np
from openfl.component.collaborator.collaborator import Collaborator
from openfl.transport.grpc.aggregator_client import AggregatorGRPCClient
from openfl.utilities import TensorKey
logging.disable(logging.CRITICAL)
folder = Path(sys.argv[1]); plan = json.loads((folder / "plan.json").read_bytes()); said = json.loads(sys.argv[2])
names = [t["name"] for t in plan["tensors"]]
MARKS = {"aggregated_model_validation": "validate_region", "locally_tuned_model_validation": "validate_local"}
class Runner:
    def set_optimizer_treatment(self, treatment): pass
    def get_train_data_size(self): return 10
    def get_valid_data_size(self): return 10
    def get_required_tensorkeys_for_function(self, function, **how):
        if how["task"] == "locally_tuned_model_validation":
            return [TensorKey(n, "LOCAL", 0, False, ("trained",)) for n in names]
        return [TensorKey(n, "GLOBAL", 0, False, ("model",)) for n in names]
    def work(self, col_name, round_num, input_tensor_dict, task):
        if task == "train":
            out = {TensorKey(n, col_name, round_num, False, ("trained",)): input_tensor_dict[n] + np.float32(1e-6)
                   for n in names}
            return {TensorKey("loss", col_name, round_num, True, ("metric",)): np.array(0.5, np.float32), **out}, out
        marks = {n: MARKS[task] for n in ("mean", "ET", "TC", "WT")}
        if task == "aggregated_model_validation": marks["mean"] = "validate_agg"
        return {TensorKey(n, col_name, round_num, True, ("metric", m)): np.array(0.5, np.float32)
                for n, m in marks.items()}, {}
tasks = {t: {"function": "work", "kwargs": {"task": t}} for t in (*MARKS, "train")}
host, port = plan["server"].split(":")
client = AggregatorGRPCClient(host, int(port), said["server_id"], said["id"], "site",
    root_certificate=str(folder / "authority.pem"), certificate=str(folder / "site.pem"),
    private_key=str(folder / "site.key"))
site = Collaborator("site", said["server_id"], said["id"], client, Runner(), tasks, use_delta_updates=False)
cpu = lambda: sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
begun, before = time.perf_counter(), cpu()
site.run()
print(json.dumps({"peer_cpu_s": (cpu() - before) / plan["rounds"],
                  "peer_round_s": (time.perf_counter() - begun) / plan["rounds"]}))
"""


def run(folder: Path, who: str, rounds: int, base: int) -> Figures:
    """Measure one way of taking part, with a server and a process of its own."""
    plan = found(folder, rounds, base)
    with Served(folder, plan):
        if who == "peer":
            said = json.dumps({"id": plan.id, "server_id": plan.server_id})
            command = [str(server_python()), "-c", PEER, str(folder), said]
        else:
            command = [sys.executable, __file__, "--site", str(folder)] + (["--stop"] if who == "stop" else [])
        environment = {**os.environ, "GRPC_VERBOSITY": "NONE"}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        raise SystemExit(f"{who}: {done.stderr[-2000:]}{done.stdout[-500:]}")
    return dict(json.loads(done.stdout.splitlines()[-1]))


def measure(rounds: int, base: int, parts: Sequence[str]) -> Figures:
    """Measure these parts, one after the other."""
    with tempfile.TemporaryDirectory(prefix="fets-federation-") as name:
        place = Path(name)
        found_: Figures = {}
        for who in parts:
            found_ |= run(place / who, who, rounds, base)
        return {key: round(value, 3) for key, value in found_.items()}


def main() -> None:
    """Take the arguments and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--base", type=int, default=30, help="filters of the finest level (30: the paper's 29.1 million)"
    )
    parser.add_argument("--who", nargs="+", choices=PARTS, default=PARTS, help="what is measured (everything)")
    parser.add_argument("--json", action="store_true", help="nothing but the JSON line")
    parser.add_argument("--site", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--stop", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.site:
        print(json.dumps(ours(arguments.site, 0 if arguments.stop else -1)))
        return
    figures = measure(arguments.rounds, arguments.base, arguments.who)
    if not arguments.json:
        for key, value in figures.items():
            print(f"{key}: {value}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
