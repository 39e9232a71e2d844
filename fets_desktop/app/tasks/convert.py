"""Convert: every candidate series of a case becomes an anonymous volume and a picture."""

import base64
import json
import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

import SimpleITK as sitk  # noqa: N813

from fets_desktop.dicom.burnt_in import may_hold_text
from fets_desktop.dicom.convert import convert
from fets_desktop.dicom.found import ScannedCase, ScannedSeries, SeriesKind
from fets_desktop.dicom.glance import glance
from fets_desktop.dicom.kept import SUFFIX, keep_headers, read_kept, who_it_is
from fets_desktop.dicom.shows import TEXT_LIKE, telling_names, what_shows
from fets_desktop.exchange.fets_layout import transforms_beside
from fets_desktop.imaging.files import read_image, read_label_values, write_array
from fets_desktop.imaging.pictures import thumbnail
from fets_desktop.imaging.rigid import read_matrix, write_matrix
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.study.errors import ErrorKind, StudyError
from fets_desktop.study.grid import BRATS_GRID
from fets_desktop.study.identity import SourceIdentity
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.plain import from_plain, to_plain
from fets_desktop.study.progress import Progress, part

_FINAL = re.compile(r"_final_seg\.nii(\.gz)?$", re.IGNORECASE)
_SAME_GRID_MM = 0.05
_CONVERTED = 0.95


def run(context: TaskContext) -> dict[str, Any]:
    """Convert the series that are not set aside; one that fails is reported and the others go on.

    Returns:
        `series`: id, file, grid, thumbnail, what may show in its pixels and, of DICOM series, the kept headers;
        `failed`: id, code, detail of each that cannot be used; `identity`: who it is, for the pipe alone, None
        if there is nothing to keep; `labels`: the final label map that came with it, "" if none; `transforms`: the
        registrations that came with it, by name; `glances`: pictures of what is set aside or failed, for the pipe
        alone, too. All else names nobody.
    """
    sources = Path(context.arguments["sources"])
    if not sources.exists():
        # a power cut fell between the publishing of this conversion and its record: nothing is left to do
        return {"series": [], "failed": [], "identity": None, "labels": ""}
    order = json.loads(sources.read_text(encoding="utf-8"))
    case, salt = from_plain(ScannedCase, order), bytes.fromhex(order["salt"])
    done, failed, identity = _convert_all(case, salt, context.scratch, part(context.progress, 0.0, _CONVERTED))
    return {
        "series": done,
        "failed": failed,
        "identity": to_plain(identity) if identity != SourceIdentity() else None,
        "labels": final_labels(case, context.scratch / "final_seg.nii.gz"),
        "transforms": brought_transforms(case, context.scratch),
        "glances": glances_of(case, {item["id"] for item in done}, part(context.progress, _CONVERTED, 1.0)),
    }


def _convert_all(
    case: ScannedCase, salt: bytes, folder: Path, progress: Progress
) -> tuple[list[dict[str, Any]], list[dict[str, str]], SourceIdentity]:
    """Return what became of the candidates: those converted, those that cannot be used, and who it is."""
    candidates = [series for series in case.series if not series.set_aside]
    done: list[dict[str, Any]] = []
    failed: list[dict[str, str]] = []
    identity = SourceIdentity()
    for number, series in enumerate(candidates):
        step = part(progress, number / len(candidates), (number + 1) / len(candidates), "Series: ")
        try:
            item, found = _converted(series, case, salt, folder / str(number), step)
            done.append(item)
        except StudyError as error:
            if error.text.kind is not ErrorKind.INPUT:
                raise  # a full disk is no fault of the series
            failed.append({"id": series.id, "code": error.code, "detail": error.detail})
            found = _known(series, case, salt)
        identity = identity.joined(found)
    return done, failed, identity


def _converted(
    series: ScannedSeries, case: ScannedCase, salt: bytes, out: Path, progress: Progress
) -> tuple[dict[str, Any], SourceIdentity]:
    """Write a series' volume, picture and headers to files that begin with `out`; return what `run` says of it."""
    volume = out.with_suffix(".nii.gz")
    grid = convert(series, volume, part(progress, 0.0, 0.8))
    image = read_image(volume)
    picture = thumbnail(image, out.with_suffix(".png"))
    kept, found = _keep(series, case, salt, out.with_suffix(SUFFIX), part(progress, 0.8, 1.0))
    progress(1.0, "Converted")
    looks = [TEXT_LIKE] if may_hold_text(sitk.GetArrayViewFromImage(image)) else []
    item = {"id": series.id, "file": str(volume), "grid": to_plain(grid), "thumbnail": str(picture)}
    return {**item, **kept, "shows": [*kept["shows"], *looks]}, found


def glances_of(case: ScannedCase, converted: Collection[str], progress: Progress) -> list[dict[str, str]]:
    """Return small pictures of the series without a volume, in base64: no file may hold one, for a name may show."""
    rest = [series for series in case.series if series.id not in converted]
    made = []
    for number, series in enumerate(rest):
        progress(number / len(rest), f"Looking at what is set aside: {number + 1} of {len(rest)}")
        seen = glance(series)
        grey = "" if seen.pixels is None else base64.b64encode(seen.pixels.tobytes()).decode()
        made.append({"id": series.id, "grey": grey, "why_not": seen.why_not})
    progress(1.0, "Done")
    return made


def final_labels(case: ScannedCase, out: Path) -> str:
    """Copy the final label map of a FeTS folder, voxels only, if it came with the case and stands on the atlas grid.

    Returns:
        Where it lies now, "" if there is none to take.

    Source: FETS-AI/Front-End, `DataForFeTS/ID/ID_final_seg.nii.gz`: BraTS 2017-2021 values.
    """
    files = [file for series in case.series if series.set_aside for file in series.files]
    named = [file for file in files if _FINAL.search(file.name)]
    if len(named) != 1:
        return ""
    try:
        values, grid = read_label_values(named[0])
    except StudyError:
        return ""  # the images are sound; the label map is listed among what was set aside
    if BRATS_2021.strays(values) or not grid.matches(BRATS_GRID, _SAME_GRID_MM):
        return ""
    return str(write_array(out, values, BRATS_GRID))


def brought_transforms(case: ScannedCase, scratch: Path) -> dict[str, str]:
    """Copy the registrations of a `DataForQC` folder, numbers only, where its raw series are the case's contrasts."""
    chosen = {s.contrast: s.files[0] for s in case.series if s.contrast and not s.set_aside and len(s.files) == 1}
    found = transforms_beside(chosen)
    return {name: str(write_matrix(scratch / f"{name}.mat", read_matrix(file))) for name, file in found.items()}


def _known(series: ScannedSeries, case: ScannedCase, salt: bytes) -> SourceIdentity:
    """Return who the patient of a series without a volume is, or what its file's name may say of somebody."""
    if series.kind is not SeriesKind.DICOM:
        return SourceIdentity(others=telling_names(series.files))
    return who_it_is(series.files, salt, case.patient, case.scan_date)


def _keep(
    series: ScannedSeries, case: ScannedCase, salt: bytes, out: Path, progress: Progress
) -> tuple[dict[str, Any], SourceIdentity]:
    """Keep the headers of a DICOM series, and look for what shows in its pixels; of a NIfTI file its name tells."""
    if series.kind is not SeriesKind.DICOM:
        return {"headers": "", "shows": []}, _known(series, case, salt)
    try:
        identity = keep_headers(series.files, salt, case.patient, out, progress, scan_date=case.scan_date)
    except StudyError as error:
        if error.text.kind is not ErrorKind.INPUT:
            raise
        return {"headers": "", "shows": []}, SourceIdentity()  # the volume is sound; it only cannot go back as DICOM
    return {"headers": str(out), "shows": list(what_shows(read_kept(out)))}, identity
