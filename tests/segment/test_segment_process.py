"""What a fresh process shows: how much memory a run takes, and that nothing is sent."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
from networks_for_segment import CARD, where_above

from fets_desktop.imaging.files import write_array
from fets_desktop.segment.memory import run_bytes
from fets_desktop.study.contrast import NETWORK_ORDER, Contrast
from fets_desktop.study.modelfile import read_model
from fets_desktop.study.volume import Volume
from fets_desktop.train.export import to_file, to_openvino
from fets_desktop.train.resunet import ResUNet

ROOT = Path(__file__).parents[2]


def in_a_fresh_process(script: str, home: Path, *arguments: str) -> str:
    environment = {k: v for k, v in os.environ.items() if k not in ("CI", "NNCF_CI", "NNCF_DEV")}
    environment |= {"HOME": str(home), "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


_PEAK = """
import json, sys
from pathlib import Path
import numpy as np
from fets_desktop.segment.network import Network
status = lambda key: int(next(l for l in open("/proc/self/status") if l.startswith(key)).split()[1]) * 1024
network = Network.load(Path(sys.argv[1]), threads=1)
array = np.zeros((4, 96, 96, 96), np.float32)
before = status("VmRSS")
network.run(array)
print(json.dumps(status("VmHWM") - before))
"""


def test_a_run_stays_below_the_estimate_of_its_memory_and_not_far(tmp_path: Path) -> None:
    path = to_file(to_openvino(ResUNet(16).state_dict()), CARD, tmp_path / "m.fetsmodel")
    peak = json.loads(in_a_fresh_process(_PEAK, tmp_path, str(path)))
    reserve = run_bytes(0, 16, "f32", 0)
    estimate = run_bytes(96**3, 16, "f32", len(read_model(path).weights)) - reserve
    assert 0.6 * estimate < peak < estimate, (peak, estimate)


_SILENT = """
import sys
TOLD = []
def watch(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.posix_spawn", "urllib.")):
        TOLD.append(event)
        raise OSError(event)
sys.addaudithook(watch)
from pathlib import Path
from fets_desktop.imaging.files import read_volume
from fets_desktop.segment.network import Network
from fets_desktop.segment.propose import propose
from fets_desktop.study.contrast import Contrast
folder = Path(sys.argv[1])
propose(
    Network.load(folder / "m.fetsmodel", threads=1), {c: read_volume(folder / f"{c}.nii.gz") for c in Contrast}
)
import importlib.util
assert importlib.util.find_spec("openvino")                        # it was openvino that ran
try:
    import openvino_telemetry
except ModuleNotFoundError:
    print("NO SENDER")
from openvino.tools.ovc import telemetry_utils
print(telemetry_utils.tm.__name__)
print(TOLD, [m for m in ("torch", "nncf", "requests", "urllib.request", "http.client") if m in sys.modules])
"""


def test_segmenting_sends_nothing_and_leaves_nothing_on_the_computer(
    patient: dict[Contrast, Volume], tmp_path: Path
) -> None:
    for contrast, volume in patient.items():
        write_array(tmp_path / f"{contrast}.nii.gz", volume.array, volume.grid)
    model = where_above(*((contrast, 1.0) for contrast in NETWORK_ORDER[:3]))
    to_file(model, CARD, tmp_path / "m.fetsmodel")
    home = tmp_path / "home"
    home.mkdir()
    told = in_a_fresh_process(_SILENT, home, str(tmp_path)).splitlines()
    assert told == ["NO SENDER", "openvino.tools.ovc.telemetry_stub", "[] []"]
    assert list(home.rglob("*")) == []
    assert np.isfinite(patient[Contrast.T1].array).all()
