"""Cut off in every phase, the server's side and a site's: the final weights are those of an undisturbed run."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from small_federation import ROOT, averaged, found, has_server, make_site, until

from fets_desktop.federate.table import State

pytestmark = pytest.mark.skipif(not has_server(), reason="OpenFL's environment is not there: installers/aggregator.sh")


def _begin_south(place: Path, state: str, number: int) -> "subprocess.Popen[bytes]":
    """Run the site south in a process that kills itself when it comes to a state in a round."""
    script = Path(__file__).with_name("site_process.py")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tests")}
    return subprocess.Popen([sys.executable, str(script), str(place), state, str(number)], cwd=ROOT, env=environment)


def test_killed_in_every_phase_the_weights_are_the_same(tmp_path):
    federation = found(tmp_path / "federation")
    identity = federation.identity("south")
    parts = {name: getattr(identity, name).decode() for name in ("authority", "certificate", "key")}
    (tmp_path / "identity.json").write_text(json.dumps(parts))
    federation.start()
    try:
        north, west = (make_site(federation, name, tmp_path) for name in ("north", "west"))
        for site in (north, west):
            site.collaborator.start()
        for state, number in ((State.PULLING, 0), (State.WORKING, 1), (State.PUSHING, 1)):
            south = _begin_south(tmp_path, state, number)
            assert south.wait(120) == -signal.SIGKILL, f"{state} was never reached"
        until(lambda: any(row.number == 1 and row.ended for row in north.rows))
        # the round waits for south: what the others sent is kept by the server alone
        federation.kill()
        south = _begin_south(tmp_path, "", -1)
        federation.start()
        assert south.wait(120) == 0
        for site in (north, west):
            assert site.collaborator.join(120)
            assert site.collaborator.state is State.ENDED, site.standings[-1]
        assert north.fits == [0, 1, 2], "nothing is trained twice"
        model = federation.model(0)
        for number in range(federation.plan.rounds):
            model = averaged(federation.plan, model, number, federation.plan.trainers)
        last = federation.model(federation.plan.rounds)
        assert all(np.array_equal(last[name], model[name]) for name in model)
        assert federation.refusals() == []
    finally:
        federation.close()
