"""Export: a case as files of the kinds that were asked for, made in scratch as they will lie in the chosen folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from fets_desktop.app.tasks.packing import Packing
from fets_desktop.app.tasks.reporting import write_case_report
from fets_desktop.dicom.encapsulated import write_encapsulated
from fets_desktop.dicom.rtstruct import write_rtstruct
from fets_desktop.dicom.seg_out import write_seg
from fets_desktop.exchange.bids import write_bids
from fets_desktop.exchange.fets_layout import write_fets
from fets_desktop.exchange.nnunet import write_nnunet
from fets_desktop.exchange.plain_nifti import write_plain
from fets_desktop.exchange.report import TITLE
from fets_desktop.exchange.seg_nrrd import write_seg_nrrd
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import ErrorKind, StudyError
from fets_desktop.study.exports import EXPORT_KINDS
from fets_desktop.study.progress import part

_REPORTED_FIRST = (Contrast.T1GD, Contrast.FLAIR, Contrast.T2, Contrast.T1)


def run(context: TaskContext) -> dict[str, Any]:
    """Write every kind; one that cannot be made is named and the others go on.

    Returns:
        `folder`: what to publish; `shared`: files in it that other cases add to; `refused`: kind, code and detail.

    Raises:
        StudyError: What was refused first, if nothing could be written; anything that is not the case's fault.
    """
    folder = context.scratch / "export"
    folder.mkdir(parents=True, exist_ok=True)
    kinds = list(context.arguments["kinds"])
    packing = Packing(context.arguments, context.scratch, part(context.progress, 0.0, 0.5))
    shared: list[Path] = []
    refused: list[dict[str, str]] = []
    for number, kind in enumerate(kinds):
        context.progress(0.5 + 0.5 * number / len(kinds), EXPORT_KINDS[kind].title)
        try:
            shared += _WRITERS[kind](packing, folder, refused)
        except StudyError as error:
            if error.text.kind is not ErrorKind.INPUT:
                raise  # a full disk is no fault of the case
            refused.append({"kind": kind, "code": error.code, "detail": error.detail})
    if refused and not any(path.is_file() for path in folder.rglob("*")):
        raise StudyError(refused[0]["code"], refused[0]["detail"])
    return {"folder": str(folder), "shared": [str(p.relative_to(folder)) for p in shared], "refused": refused}


Refused = list[dict[str, str]]
Writer = Callable[[Packing, Path, Refused], list[Path]]


def _nifti(packing: Packing, folder: Path, refused: Refused) -> list[Path]:
    native = packing.native_wanted
    write_plain(packing.parcel(images=native, native=native), folder, packing.atlas, native)
    return []


def _each_series(kind: str, write: Callable[[Packing, Contrast, Path], object]) -> Writer:
    """Return a writer that makes one file a series; a series that cannot be served is named, the others go on."""

    def writer(packing: Packing, folder: Path, refused: Refused) -> list[Path]:
        packing.labelled()
        errors: list[tuple[Contrast, StudyError]] = []
        for contrast in packing.contrasts:
            out = folder / packing.case / "dicom" / f"{packing.case}_{contrast.brats_name}_{kind}.dcm"
            try:
                write(packing, contrast, out)
            except StudyError as error:
                if error.text.kind is not ErrorKind.INPUT:
                    raise
                errors.append((contrast, error))
        if len(errors) == len(packing.contrasts):
            raise errors[0][1]
        refused += [{"kind": kind, "code": e.code, "detail": _of_series(c, e)} for c, e in errors]
        return []

    return writer


def _of_series(contrast: Contrast, error: StudyError) -> str:
    return error.detail if error.detail.startswith(str(contrast)) else f"{contrast}: {error.detail}"


def _seg(packing: Packing, contrast: Contrast, out: Path) -> None:
    _, origin = packing.labelled()
    kept = packing.kept(contrast)  # first: without headers the way into native space does not matter
    write_seg(packing.native[contrast], kept, origin, out, packing.prepared_by)


def _rtstruct(packing: Packing, contrast: Contrast, out: Path) -> None:
    _, origin = packing.labelled()
    kept = packing.kept(contrast)  # first: without headers the way into native space does not matter
    write_rtstruct(packing.native[contrast], kept, origin, out, packing.prepared_by)


def _nrrd(packing: Packing, folder: Path, refused: Refused) -> list[Path]:
    labels, origin = packing.labelled()
    home = folder / packing.case / "slicer"
    if packing.atlas:
        write_seg_nrrd(labels, origin, home / f"{packing.case}.seg.nrrd")
    if packing.native_wanted:
        for contrast, native in packing.native.items():
            write_seg_nrrd(native, origin, home / f"{packing.case}_{contrast.brats_name}.seg.nrrd")
    return []


def _report(packing: Packing, folder: Path, refused: Refused) -> list[Path]:
    write_case_report(packing, folder / packing.case / f"{packing.case}_report.pdf")
    return []


def _report_dicom(packing: Packing, folder: Path, refused: Refused) -> list[Path]:
    _, origin = packing.labelled()
    contrast = next((c for c in _REPORTED_FIRST if c in packing.contrasts), Contrast.T1GD)
    kept = packing.kept(contrast)
    page = folder.parent / "page.pdf"
    try:
        write_case_report(packing, page)
        out = folder / packing.case / "dicom" / f"{packing.case}_report.dcm"
        write_encapsulated(page, kept, origin, f"{TITLE} {packing.case}", out)
    finally:
        page.unlink(missing_ok=True)
    return []


def _fets(packing: Packing, folder: Path, refused: Refused) -> list[Path]:
    return write_fets(packing.parcel(images=packing.native_wanted, steps=True), folder)


def _nnunet(packing: Packing, folder: Path, refused: Refused) -> list[Path]:
    return write_nnunet(packing.parcel(), folder)


def _bids(packing: Packing, folder: Path, refused: Refused) -> list[Path]:
    return write_bids(packing.parcel(native=packing.native_wanted), folder, packing.atlas, packing.native_wanted)


_WRITERS: dict[str, Writer] = {
    "nifti": _nifti,
    "seg": _each_series("seg", _seg),
    "rtstruct": _each_series("rtstruct", _rtstruct),
    "report": _report,
    "report-dicom": _report_dicom,
    "nrrd": _nrrd,
    "fets": _fets,
    "nnunet": _nnunet,
    "bids": _bids,
}
