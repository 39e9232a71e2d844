"""The federation beside the soak's window: a real server on the loopback, and the window's own part in its rounds.

The site's part is the program's own: its thread talks to the server over TLS, its workers score and train, its rounds
are written into the workspace. The network has two filters and the cases are a few centimetres wide, so that a round is
short; between two rounds the site is paused, as by a person. The owner's records lie in another workspace.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from fets_desktop.app.federation.founding import Founding, Proposal
from fets_desktop.app.federation.server import serving
from fets_desktop.app.hall import Hall
from fets_desktop.app.models import Models
from fets_desktop.federate.collaborator import Pace
from fets_desktop.federate.simulation import HOST, LOOPBACK, free_port
from fets_desktop.federate.table import FINAL, State
from fets_desktop.study.federation import Ethics, Learning
from tests.ui.labelled_folder import put_labelled

_NAME, _SITE, _WORDS = "Soak", "north", "words for the soak's keys"
_ROUNDS = 1000
"""More than a day brings: the federation goes on as long as the window is open."""
_CASES = 4
_FILTERS = 2
_ROOT = Path(__file__).resolve().parents[1]
_MAKE = """
import sys
from pathlib import Path
import torch
from fets_desktop.train.checkpoint import write_weights
from fets_desktop.train.resunet import ResUNet
torch.manual_seed(3)
write_weights(Path(sys.argv[1]), ResUNet(int(sys.argv[2])).state_dict())
"""


class _Untrained:
    """Hands in the weights of a network that nobody trained, in place of the registry's."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "untrained.safetensors"
        # in a process of its own: the window's never loads torch, and its memory is what is looked at
        subprocess.run([sys.executable, "-c", _MAKE, str(self._path), str(_FILTERS)], check=True, cwd=_ROOT)

    def current(self) -> object:
        return self

    def weights(self, _model: object) -> Path:
        return self._path


class Site:
    """This window's part in the federation.

    Args:
        hall: Of the window.
        every_s: How long a round is behind the one before, from beginning to beginning.
    """

    def __init__(self, hall: Hall, every_s: float) -> None:
        self._hall = hall
        self._every_s = every_s
        self._next = time.monotonic() + every_s
        self._before = 0

    def rounds(self) -> int:
        """Return how many rounds have come to their end."""
        return sum(row.ended != "" for row in self._hall.federating.rounds(_NAME))

    def look(self) -> None:
        """Pause after the round that is under way; begin another when it is time.

        Raises:
            SystemExit: If the federation has come to a halt.
        """
        federating = self._hall.federating
        standing = federating.standing(_NAME)
        if standing is None or standing.state in FINAL:
            raise SystemExit(f"The federation does not go on: {standing}")
        begun = len(federating.rounds(_NAME))
        if standing.state == State.PAUSED and time.monotonic() >= self._next:
            self._next, self._before = time.monotonic() + self._every_s, begun
            federating.resume(_NAME)
        elif begun > self._before and not federating.pausing(_NAME):
            federating.pause(_NAME)


@contextmanager
def federated(hall: Hall, folder: Path, every_s: float) -> Iterator[Site]:
    """Found a federation, serve it, and let a hall take part in it for as long as the context lasts."""
    for number in range(_CASES):
        put_labelled(folder / "cases", f"small-{number}", number)
    address = f"{LOOPBACK}:{free_port()}"
    server = address.replace(LOOPBACK, HOST)
    choices = {"rounds": _ROUNDS, "fewest_scored": 1, "learning": Learning(learning_rate=1e-3, patch=32)}
    with Hall(folder / "owner") as owner:
        owner.secrets.unlock(_WORDS)
        founding = Founding(owner.workspace, owner.secrets, cast(Models, _Untrained(folder)))
        founding.new(folder / "federation", Proposal(_NAME, server, (_SITE,), choices=choices))
        hall.secrets.unlock(_WORDS)
        hall.joining.open(folder / "federation" / "invitations" / f"{_SITE}.fetsinvite")
        asked = folder / f"{_SITE}.csr"
        member = hall.joining.request(_NAME, asked)
        hall.joining.accept(founding.accept(folder / "federation", asked, member.own_fingerprint))
    hall.joining.agree(_NAME, Ethics("SOAK 1", "2026-01-01"))
    with serving(folder / "federation", address):
        hall.federating.start(_NAME, folder=folder / "cases", pace=Pace(longest_rest_s=1.0))
        try:
            yield Site(hall, every_s)
        finally:
            hall.federating.stop(_NAME)
