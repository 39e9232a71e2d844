"""Fetching a study or series from a DIMSE node (C-GET, C-MOVE): what is here already is not fetched again.

Source: DICOM PS3.4, annexes C.4.2 (C-MOVE) and C.4.3 (C-GET); unique keys, C.6.2.
"""

import ssl
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydicom.dataset import Dataset
from pynetdicom import evt
from pynetdicom.association import Association
from pynetdicom.presentation import build_context

from fets_desktop.dicom.network.arriving import Arrivals, Label, file_name
from fets_desktop.dicom.network.door import Door, Guest
from fets_desktop.dicom.network.faults import failed
from fets_desktop.dicom.network.find import answers_to, find_context, image_question, series_question, text
from fets_desktop.dicom.network.kinds import fetch_contexts, fetched_kinds
from fets_desktop.dicom.network.link import Link
from fets_desktop.dicom.network.waiting import watched
from fets_desktop.study.errors import StudyError
from fets_desktop.study.node import FetchBy, Node
from fets_desktop.study.progress import Progress

GET, MOVE = "1.2.840.10008.5.1.4.1.2.2.3", "1.2.840.10008.5.1.4.1.2.2.2"
_AT_ONCE = 200
"""UIDs in one request: longer lists are refused by some archives."""
_MOST_SERIES, _MOST_IMAGES = 5_000, 50_000
"""Of a study, and of a series: more than any examination has. A node that lists more has no end."""

_PORT_S = 3.0

_PENDING = (0xFF00, 0xFF01)


@dataclass(frozen=True)
class Wanted:
    """What to fetch.

    Attributes:
        study: The study's UID.
        series: UIDs of series; all of the study's if empty.
    """

    study: str
    series: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fetched:
    """What a fetch brought.

    Attributes:
        images: How many images are in the folder now.
        fresh: How many of them came this time.
        foreign: How many were refused because nobody had asked for them.
    """

    images: int
    fresh: int
    foreign: int


@dataclass
class _Fetch:
    node: Node
    wanted: Wanted
    folder: Path
    link: Link
    guests: Sequence[Guest] = ()
    protection: ssl.SSLContext | None = None
    expected: dict[str, list[str]] = field(default_factory=dict)
    """UIDs of images by series; empty where the node does not tell them."""

    def __post_init__(self) -> None:
        self.arrivals = Arrivals(self._place, self.folder / "arriving")

    def _place(self, label: Label, _sender: str) -> Path | None:
        asked = label.study == self.wanted.study and (not self.wanted.series or label.series in self.wanted.series)
        return self.folder if asked else None

    def stand(self) -> tuple[float, str]:
        total, here = self.total, len(list(self.folder.glob("*.dcm")))
        return (here / total if total else 0.0), (f"{here} of {total} images" if total else f"{here} images")

    @property
    def total(self) -> int:
        return sum(map(len, self.expected.values()))

    def missing(self, series: str) -> list[str]:
        return [image for image in self.expected[series] if not (self.folder / file_name(image)).exists()]

    def requests(self) -> Iterator[Dataset]:
        """Yield what is asked for: whole series, or single images where a part is here."""
        if not self.total:
            if self.wanted.series:
                yield from (_request(self.wanted.study, series) for series in self.wanted.series)
            else:
                yield _request(self.wanted.study)
            return
        for series, images in self.expected.items():
            missing = self.missing(series)
            if len(missing) == len(images):
                yield _request(self.wanted.study, series)
            else:
                for start in range(0, len(missing), _AT_ONCE):
                    yield _request(self.wanted.study, series, missing[start : start + _AT_ONCE])


def fetch(
    node: Node,
    wanted: Wanted,
    folder: Path,
    progress: Progress,
    key_words: str = "",
    door_port: int = 0,
    guests: Sequence[Guest] = (),
    protection: ssl.SSLContext | None = None,
) -> Fetched:
    """Fetch into a folder; files that are there count as fetched.

    Args:
        node: Whom to ask.
        wanted: What to fetch.
        folder: Where it goes; made if it is not there.
        progress: Told how many images are here; may raise Cancelled.
        key_words: The words that protect our private key, if any.
        door_port: Where the node delivers to us, for C-MOVE.
        guests: Who may deliver beside the node's own computer: archives often send from another one.
        protection: TLS settings of the port where the node delivers; None for none.

    Raises:
        StudyError: See `Link.open`; "pacs-empty", "pacs-failed", "pacs-silent", "pacs-port", "disk-full". What arrived
            is kept.
        Cancelled: Whatever `progress` raises; what arrived is kept.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    work = _Fetch(node, wanted, folder, Link(node, key_words), guests, protection)
    before = len(list(folder.glob("*.dcm")))
    watched(lambda: _list_images(work), progress, lambda: (0.0, "Asking what there is"), work.link.cut)
    try:
        if not work.total or any(work.missing(series) for series in work.expected):
            work.link = Link(node, key_words)
            run = _by_get if node.fetch_by is FetchBy.GET else _by_move
            watched(lambda: run(work, door_port), progress, work.stand, lambda: work.link.cut())
    finally:
        work.arrivals.clear()
    return _judge(work, before)


def _list_images(work: _Fetch) -> None:
    """Learn which images there are; a node that does not tell is asked for everything."""
    try:
        association = work.link.open([find_context()])
        series = work.wanted.series or tuple(
            text(answer, "SeriesInstanceUID")
            for answer in answers_to(work.link, association, series_question(work.wanted.study), most=_MOST_SERIES)
        )
        for one in series:
            question = image_question(work.wanted.study, one)
            answers = answers_to(work.link, association, question, most=_MOST_IMAGES)
            if images := [text(answer, "SOPInstanceUID") for answer in answers]:
                work.expected[one] = images
    except StudyError as error:
        if error.code not in ("pacs-refused", "pacs-failed"):
            raise
        # it hands out what it does not let search
        work.expected = {}
    finally:
        work.link.close()
    if len(work.expected) >= _MOST_SERIES or any(len(images) >= _MOST_IMAGES for images in work.expected.values()):
        raise StudyError("pacs-failed", "It lists more images than any examination has.")


def _by_get(work: _Fetch, _port: int) -> None:
    contexts = fetch_contexts(GET)
    try:
        handlers = [(evt.EVT_C_STORE, work.arrivals.take)]
        provided = fetched_kinds(contexts, GET)
        association = work.link.open(contexts, handlers, provided, work.arrivals.receive)
        for request in work.requests():
            _follow(work, association.send_c_get(request, GET))
    finally:
        work.link.close()


def _by_move(work: _Fetch, port: int) -> None:
    # an archive that delivers often gives another title than the one it answers to
    guests = [Guest("", work.node.host), *work.guests]
    door = Door(port, work.node.our_ae, guests, work.arrivals, work.node.timeout_s, protection=work.protection)
    _open_patiently(door)
    try:
        association: Association = work.link.open([build_context(MOVE)])
        for request in work.requests():
            _follow(work, association.send_c_move(request, work.node.our_ae, MOVE))
    except StudyError as error:
        if door.turned_away and error.code == "pacs-failed":
            hint = "It delivered from a computer that may not: enter that under Others that may send, in Settings."
            raise StudyError(error.code, f"{error.detail} {hint}") from error
        raise
    finally:
        work.link.close()
        door.close()


def _open_patiently(door: Door) -> None:
    """Open a door whose port another job of ours may just be leaving."""
    end = time.monotonic() + _PORT_S
    while True:
        try:
            door.open()
        except StudyError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
        else:
            return


def _follow(work: _Fetch, answers: Iterator[tuple[Dataset, Dataset | None]]) -> None:
    """Hear how a request goes.

    Raises:
        StudyError: "pacs-failed" or "pacs-silent", or what kept images from being written.
    """
    for status, _ in answers:
        if work.arrivals.fault is not None:
            work.link.cut()
            raise work.arrivals.fault
        if "Status" not in status:
            raise work.link.why_no_response(f"{work.stand()[1]} have arrived and are kept.")
        if status.Status in _PENDING or status.Status == 0:
            continue
        raise failed(
            work.node, int(status.Status), f"{work.stand()[1]} have arrived and are kept.{work.arrivals.size_words}"
        )


def _judge(work: _Fetch, before: int) -> Fetched:
    if work.arrivals.fault is not None:
        raise work.arrivals.fault
    here = len(list(work.folder.glob("*.dcm")))
    if not here:
        refused = work.arrivals.foreign or work.arrivals.too_large
        detail = "It sent images that nobody had asked for; they were not taken." if work.arrivals.foreign else ""
        raise StudyError(
            "pacs-failed" if refused or work.total else "pacs-empty", f"{detail}{work.arrivals.size_words}".strip()
        )
    if lacking := sum(len(work.missing(series)) for series in work.expected):
        told = f"It did not send {lacking} of {work.total} images. What arrived is kept.{work.arrivals.size_words}"
        raise StudyError("pacs-failed", told)
    return Fetched(here, here - before, work.arrivals.foreign)


def _request(study: str, series: str = "", images: Sequence[str] = ()) -> Dataset:
    request = Dataset()
    request.QueryRetrieveLevel = "IMAGE" if images else "SERIES" if series else "STUDY"
    request.StudyInstanceUID = study
    if series:
        request.SeriesInstanceUID = series
    if images:
        request.SOPInstanceUID = list(images)
    return request
