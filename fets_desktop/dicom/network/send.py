"""Sending results to a DIMSE node (C-STORE). Source: DICOM PS3.4, annex B."""

from collections.abc import Sequence
from pathlib import Path

from pydicom import dcmread
from pydicom.dataset import FileDataset
from pynetdicom.association import Association
from pynetdicom.presentation import PresentationContext, build_context

from fets_desktop.dicom.network.faults import failed
from fets_desktop.dicom.network.kinds import PLAIN
from fets_desktop.dicom.network.link import Link
from fets_desktop.dicom.network.waiting import watched
from fets_desktop.study.errors import StudyError
from fets_desktop.study.node import Node
from fets_desktop.study.progress import Progress

# Source: DICOM PS3.4, table B.2-1: stored, with a remark
_STORED = (0x0000, 0xB000, 0xB006, 0xB007)


def send(node: Node, files: Sequence[Path], progress: Progress, key_words: str = "") -> int:
    """Send DICOM files and return how many were taken.

    Raises:
        StudyError: See `Link.open`; "pacs-failed" or "pacs-silent", with how many had been taken.
        Cancelled: Whatever `progress` raises.
    """
    link = Link(node, key_words)
    taken: list[Path] = []

    def call() -> int:
        try:
            association = link.open(_contexts(files))
            for file in files:
                _send_one(link, association, file, f"{len(taken)} of {len(files)} had been taken.")
                taken.append(file)
            return len(taken)
        finally:
            link.close()

    return watched(call, progress, lambda: (len(taken) / len(files), f"{len(taken)} of {len(files)} sent"), link.cut)


def _contexts(files: Sequence[Path]) -> list[PresentationContext]:
    kinds = set()
    for file in files:
        header = dcmread(file, stop_before_pixels=True)
        syntax = header.file_meta.TransferSyntaxUID
        kinds.add((str(header.SOPClassUID), "" if syntax in PLAIN else str(syntax)))
    return [build_context(kind, [syntax] if syntax else list(PLAIN)) for kind, syntax in sorted(kinds)]


def _send_one(link: Link, association: Association, file: Path, so_far: str) -> None:
    dataset: FileDataset = dcmread(file)
    try:
        status = association.send_c_store(dataset)
    except ValueError as error:
        kind = dataset.SOPClassUID.name
        raise StudyError("pacs-refused", f"It does not take objects of the kind {kind}. {so_far}") from error
    except RuntimeError as error:
        raise link.why_no_response(so_far) from error
    if "Status" not in status:
        raise link.why_no_response(so_far)
    if status.Status not in _STORED:
        raise failed(link.node, int(status.Status), so_far)
