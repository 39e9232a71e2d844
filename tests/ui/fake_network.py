"""A hospital's network in memory: nodes, and answers that a test puts in."""

from dataclasses import replace
from typing import Any

from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import JobChanged, SettingChanged
from fets_desktop.study.node import FoundSeries, FoundStudy, Node, NodeKind

MAIN = Node("Main PACS", host="pacs.hospital", port=104, their_ae="MAINPACS", our_ae="FETS_STATION", own=True)
WEB = Node("Research archive", NodeKind.DICOMWEB, url="https://archive.hospital/dicom-web", user="fets")
STUDIES = (
    FoundStudy(
        "1.2.1", "0047110815", "Mustermann Erika", "20260401", "MR brain with contrast", ("MR", "SR"), "", 9, 842
    ),
    FoundStudy("1.2.2", "0047110815", "Mustermann Erika", "20260114", "MR brain follow-up", ("MR",), "", 7, 611),
    FoundStudy("1.2.3", "0099882211", "Yamada Tarou / 山田 太郎", "", "", ("MR",), "", 0, 0),
)
SERIES = (
    FoundSeries("1.2.1.1", 2, "MR", "t1_mprage_sag_p2_iso", 192),
    FoundSeries("1.2.1.2", 5, "MR", "t2_space_dark-fluid_sag_p2_iso", 176),
)


class FakeNetwork:
    """What screens may ask of `hall.nodes`, `hall.pacs` and `hall.sending`."""

    def __init__(self, hall: Any) -> None:
        self._hall = hall
        self.nodes: dict[str, Node] = {}
        self.secrets: dict[str, dict[str, str]] = {}
        self.kept = True
        self.found: dict[str, tuple[Any, ...]] = {}
        self.forgotten: list[str] = []
        self.sends: dict[str, tuple[str, int]] = {}

    # hall.nodes

    def all(self) -> tuple[Node, ...]:
        return tuple(self.nodes.values())

    def get(self, name: str) -> Node:
        return self.nodes[name]

    def secret(self, name: str) -> dict[str, str]:
        return self.secrets.get(name, {})

    def put(self, node: Node, secret: dict[str, str] | None = None, instead_of: str = "") -> bool:
        try:
            node.check()
        except ValueError as error:
            raise StudyError("pacs-settings", str(error)) from None
        self.nodes.pop(instead_of, None)
        self.nodes[node.name] = node
        self.secrets.setdefault(node.name, {}).update(secret or {})
        self._hall.bus.publish(SettingChanged("pacs.nodes"))
        return self.kept

    def remove(self, name: str) -> None:
        del self.nodes[name]
        self._hall.bus.publish(SettingChanged("pacs.nodes"))

    # hall.pacs

    def echo(self, node: Node, secret: dict[str, str] | None = None) -> str:
        self._hall.calls.append(("echo", node, secret))
        return self._hall.job(len(self._hall.views), "pacs_echo", f"Testing {node.name}").id

    def find(self, name: str, query: Any) -> str:
        try:
            query.check()
        except ValueError as error:
            raise StudyError("wrong-usage", str(error)) from None
        self._hall.calls.append(("find", name, query))
        return self._hall.job(len(self._hall.views), "pacs_find", f"Asking {name}").id

    def studies(self, job: str) -> tuple[Any, ...]:
        return self.found.get(job, ())

    series = studies

    def forget(self, job: str) -> None:
        self.found.pop(job, None)
        self.forgotten.append(job)

    def get_study(self, name: str, study: str, series: Any = ()) -> str:
        self._hall.calls.append(("get", name, study, list(series)))
        return self._hall.job(len(self._hall.views), "pacs_get", f"Fetching from {name}").id

    # what a test does

    def end(self, job: str, state: str = "done", error: str = "", found: tuple[Any, ...] = ()) -> None:
        self.found[job] = found
        self._hall.views[job] = replace(self._hall.views[job], state=state, error=error)
        self._hall.bus.publish(JobChanged(job))

    def last(self, task: str) -> str:
        return [view.id for view in self._hall.views.values() if view.task == task][-1]

    def follow(self, export: str, objects: int) -> str:
        """Let what an export made be sent by a job, which takes so many objects to the PACS."""
        send = self._hall.job(len(self._hall.views), "pacs_send", "Sending").id
        self.sends[export] = (send, objects)
        return str(send)

    # hall.sending

    def following(self, export: str) -> str:
        return self.sends.get(export, ("", 0))[0]

    def sent(self, export: str) -> int:
        return self.sends.get(export, ("", 0))[1]

    def send(self, cases: Any, name: str, kinds: Any = ("seg",), *, identity: bool = False) -> list[str]:
        self._hall._maybe_fail()
        self._hall.calls.append(("send", list(cases), name, list(kinds), identity))
        return [self._hall.job(800 + n, "export", f"Exporting {c}", c).id for n, c in enumerate(cases)]
