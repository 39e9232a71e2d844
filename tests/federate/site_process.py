"""One site in a process of its own, that kills itself (SIGKILL) when it comes to a state in a round."""

import json
import os
import signal
import sys
from pathlib import Path

from small_federation import Founded, make_site

from fets_desktop.federate.grpc_link import Identity
from fets_desktop.federate.table import State
from fets_desktop.study.federation import Plan, Standing
from fets_desktop.study.plain import from_plain


def main() -> int:
    place, state, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    plan = from_plain(Plan, json.loads((place / "federation" / "plan.json").read_bytes()))
    parts = {name: text.encode() for name, text in json.loads((place / "identity.json").read_bytes()).items()}
    federation = Founded(place / "federation", plan, b"", parts["authority"])
    site = make_site(federation, "south", place, identity=Identity(site="south", **parts))
    plain = site.collaborator._post

    def post(fact: object) -> None:
        plain(fact)  # type: ignore[arg-type]
        if isinstance(fact, Standing) and fact.state == state and fact.number == number:
            os.kill(os.getpid(), signal.SIGKILL)

    site.collaborator._post = post
    site.collaborator.run()
    return 0 if site.collaborator.state is State.ENDED else 1


if __name__ == "__main__":
    sys.exit(main())
