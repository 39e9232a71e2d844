"""An archive that speaks DICOMweb: asked (QIDO-RS), fetched from (WADO-RS), sent to (STOW-RS).

Source: DICOM PS3.18, 10.4 (retrieve), 10.5 (store), 10.6 (search).
"""

import re
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import requests
from dicomweb_client.web import DICOMwebClient
from pydicom import dcmread
from pydicom.dataset import Dataset

from fets_desktop.dicom.network.arriving import Arrivals, Label, file_name
from fets_desktop.dicom.network.fetch import Fetched, Wanted
from fets_desktop.dicom.network.find import MOST, name_pattern, series_of, study_of
from fets_desktop.dicom.network.growing import Growing
from fets_desktop.dicom.network.parts import each_part
from fets_desktop.dicom.network.tls import make_context
from fets_desktop.dicom.network.waiting import watched
from fets_desktop.dicom.network.web_faults import known_web_faults
from fets_desktop.dicom.network.web_way import Way
from fets_desktop.study.errors import StudyError
from fets_desktop.study.node import FoundSeries, FoundStudy, Node, Query
from fets_desktop.study.progress import Progress

_FIELDS = (
    "StudyDescription",
    "ModalitiesInStudy",
    "NumberOfStudyRelatedSeries",
    "NumberOfStudyRelatedInstances",
)
_ORIGINAL = 'multipart/related; type="application/dicom"; transfer-syntax=*'
"""As it is stored there: nothing is re-encoded on the way."""
_UID = re.compile(r"[0-9][0-9.]{0,63}")


class WebNode:
    """The way to one DICOMweb service.

    Args:
        node: Whom to ask.
        password: Of the node's user.
        key_words: The words that protect our private key, if any.

    Raises:
        StudyError: "pacs-settings".
    """

    def __init__(self, node: Node, password: str = "", key_words: str = "") -> None:
        self.node = node
        self._stopped = threading.Event()
        session = requests.Session()
        # neither a proxy nor a password file of the environment is to see what is asked
        session.trust_env = False
        if node.user:
            session.auth = (node.user, password)
        self._session = session
        session.mount("http://", Way(None))
        if node.url.startswith("https"):
            session.mount("https://", Way(make_context(node, key_words)))
            session.verify = node.ca_file or True
        try:
            self._client = DICOMwebClient(node.url.rstrip("/"), session=session, timeout=node.timeout_s)
        except ValueError as error:
            raise StudyError("pacs-settings", "The address cannot be used.") from error
        self._client.set_http_retry_params(retry=False)

    def echo(self, progress: Progress) -> None:
        """Ask whether it is there: the smallest search there is.

        Raises:
            StudyError: See `known_web_faults`.
        """
        self._run(lambda: self._search({"PatientID": "no patient has this number"}, 1), progress, lambda: (0.5, ""))

    def _search(self, filters: dict[str, str], limit: int) -> list[FoundStudy]:
        with known_web_faults(self.node):
            # some services take a field that is both asked about and asked for as not asked about
            fields = [field for field in _FIELDS if field not in filters]
            found = self._client.search_for_studies(limit=limit, fields=fields, search_filters=filters)
            # not every service heeds the limit
            return [study_of(_dataset(one)) for one in found[:limit]]

    def _run(self, call: Any, progress: Progress, stand: Any) -> Any:  # noqa: ANN401
        return watched(call, progress, stand, self._stopped.set)

    def find_studies(self, query: Query, progress: Progress) -> tuple[FoundStudy, ...]:
        """Return the studies that match.

        Raises:
            StudyError: See `known_web_faults`.
            Cancelled: Whatever `progress` raises.
        """
        dates = query.since if query.since == query.until else f"{query.since}-{query.until}"
        filters = {
            "PatientID": query.patient_id,
            # parts of a name and words are joined by stars, for the same reason
            "PatientName": name_pattern(query.patient_name).replace("^", "*"),
            "StudyDate": dates,
            "ModalitiesInStudy": query.modality.upper(),
            "StudyDescription": f"*{'*'.join(query.description.split())}*" if query.description else "",
            "AccessionNumber": query.accession,
        }
        asked = {key: value for key, value in filters.items() if value}
        found = self._run(lambda: self._search(asked, MOST), progress, lambda: (0.5, "Asking"))
        return tuple(found)

    def find_series(self, study: str, progress: Progress) -> tuple[FoundSeries, ...]:
        """Return the series of a study.

        Raises:
            StudyError: See `known_web_faults`.
            Cancelled: Whatever `progress` raises.
        """

        def call() -> list[FoundSeries]:
            with known_web_faults(self.node):
                fields = ["SeriesDescription", "NumberOfSeriesRelatedInstances"]
                found = self._client.search_for_series(study, fields=fields)
                return [series_of(_dataset(one)) for one in found]

        return tuple(self._run(call, progress, lambda: (0.5, "Asking")))

    def fetch(self, wanted: Wanted, folder: Path, progress: Progress) -> Fetched:
        """Fetch into a folder; files that are there count as fetched.

        Raises:
            StudyError: See `known_web_faults`; "pacs-empty", "disk-full". What arrived is kept.
            Cancelled: Whatever `progress` raises; what arrived is kept.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        before = len(list(folder.glob("*.dcm")))

        def place(label: Label, _sender: str) -> Path | None:
            asked = label.study == wanted.study and (not wanted.series or label.series in wanted.series)
            return folder if asked else None

        arrivals = Arrivals(place, folder / "arriving")
        expected: dict[str, list[str]] = {}

        def stand() -> tuple[float, str]:
            here, total = len(list(folder.glob("*.dcm"))), sum(map(len, expected.values()))
            return (here / total, f"{here} of {total} images") if total else (0.0, "Asking what there is")

        try:
            self._run(lambda: self._fetch(wanted, folder, expected, arrivals), progress, stand)
        finally:
            arrivals.clear()
        here = len(list(folder.glob("*.dcm")))
        if not here and not expected:
            raise StudyError("pacs-empty")
        images = [image for some in expected.values() for image in some]
        if missing := sum(not (folder / file_name(image)).exists() for image in images):
            words = f"It did not send {missing} of {len(images)} images. What arrived is kept."
            raise StudyError("pacs-failed", f"{words}{arrivals.size_words}")
        return Fetched(here, here - before, arrivals.foreign)

    def _fetch(self, wanted: Wanted, folder: Path, expected: dict[str, list[str]], arrivals: Arrivals) -> None:
        with known_web_faults(self.node, "What had arrived is kept."):
            found = self._client.search_for_instances(wanted.study, fields=["SeriesInstanceUID"])
            for one in map(_dataset, found):
                series = str(one.get("SeriesInstanceUID", ""))
                if not wanted.series or series in wanted.series:
                    expected.setdefault(series, []).append(str(one.get("SOPInstanceUID", "")))
            for series, images in expected.items():
                missing = [image for image in images if not (folder / file_name(image)).exists()]
                whole = len(missing) == len(images)
                for place in [("series", series)] if whole else [("series", series, "instances", i) for i in missing]:
                    for file in self._delivered(("studies", wanted.study, *place), arrivals):
                        arrivals.keep(file)

    def _delivered(self, place: Sequence[str], arrivals: Arrivals) -> Iterator[Growing]:
        """Ask for the objects at a place, kinds and UIDs in turn, and yield them as they come."""
        if not all(map(_UID.fullmatch, place[1::2])):
            raise ValueError("a UID that is none would make another address")
        address = "/".join((self.node.url.rstrip("/"), *place))
        headers, waits = {"Accept": _ORIGINAL}, self.node.timeout_s
        with self._session.get(address, headers=headers, stream=True, timeout=waits) as answer:
            answer.raise_for_status()
            yield from each_part(answer, arrivals.begin, self._stopped.is_set)

    def send(self, files: Sequence[Path], progress: Progress) -> int:
        """Send DICOM files and return how many were taken.

        Raises:
            StudyError: See `known_web_faults`.
            Cancelled: Whatever `progress` raises.
        """
        taken: list[Path] = []

        def call() -> int:
            for file in files:
                if self._stopped.is_set():
                    break
                dataset = dcmread(file)
                with known_web_faults(self.node, f"{len(taken)} of {len(files)} had been taken."):
                    answer = self._client.store_instances([dataset])
                # a service that took it says so. Source: DICOM PS3.18, 10.5.3
                if answer.get("FailedSOPSequence") or not answer.get("ReferencedSOPSequence"):
                    words = f"It did not take an object. {len(taken)} of {len(files)} had been taken."
                    raise StudyError("pacs-failed", words)
                taken.append(file)
            return len(taken)

        return int(self._run(call, progress, lambda: (len(taken) / len(files), f"{len(taken)} of {len(files)} sent")))


def _dataset(plain: dict[str, Any]) -> Dataset:
    return Dataset.from_json(plain)
