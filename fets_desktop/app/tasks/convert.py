"""Convert: every candidate series of a case becomes an anonymous volume and a picture."""

import json
from pathlib import Path
from typing import Any

from fets_desktop.dicom.convert import convert
from fets_desktop.dicom.scan import ScannedCase
from fets_desktop.imaging.files import read_image
from fets_desktop.imaging.pictures import thumbnail
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.study.errors import ErrorKind, StudyError
from fets_desktop.study.plain import from_plain, to_plain
from fets_desktop.study.progress import part


def run(context: TaskContext) -> dict[str, Any]:
    """Convert the series that are not set aside; one that fails is reported and the others go on.

    Returns:
        `series`: id, file, grid, thumbnail of each volume; `failed`: id, code, detail of each that cannot be used.
    """
    sources = Path(context.arguments["sources"])
    if not sources.exists():
        # a power cut fell between the publishing of this conversion and its record: nothing is left to do
        return {"series": [], "failed": []}
    case = from_plain(ScannedCase, json.loads(sources.read_text(encoding="utf-8")))
    candidates = [series for series in case.series if not series.set_aside]
    done, failed = [], []
    for number, series in enumerate(candidates):
        step = part(context.progress, number / len(candidates), (number + 1) / len(candidates), "Series: ")
        out = context.scratch / f"{number}.nii.gz"
        try:
            grid = convert(series, out, step)
            picture = thumbnail(read_image(out), context.scratch / f"{number}.png")
        except StudyError as error:
            if error.text.kind is not ErrorKind.INPUT:
                raise  # a full disk is no fault of the series
            failed.append({"id": series.id, "code": error.code, "detail": error.detail})
            continue
        done.append({"id": series.id, "file": str(out), "grid": to_plain(grid), "thumbnail": str(picture)})
    return {"series": done, "failed": failed}
