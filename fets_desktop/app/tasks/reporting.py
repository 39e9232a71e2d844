"""The figures of a case's one-page report, measured where they are exact, and the page itself."""

from pathlib import Path
from textwrap import wrap

from fets_desktop.app.tasks.packing import Packing
from fets_desktop.exchange.diameters import largest_diameters
from fets_desktop.exchange.key_images import key_images
from fets_desktop.exchange.report import Contents, write_report
from fets_desktop.imaging.files import read_volume
from fets_desktop.review.measures import volumes_ml
from fets_desktop.study.case import Surgery
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.labels import Region, region_mask

_REGION_WORDS = {
    Region.ET: "Enhancing tumour (ET)",
    Region.TC: "Tumour core (TC = ET + NCR)",
    Region.WT: "Whole tumour (WT = TC + ED)",
}
_SHOWN = ((Contrast.T1GD, "T1 with contrast agent"), (Contrast.FLAIR, "T2-FLAIR"))
_REMARK_SIGNS = 60
"""What fits on a line of remarks."""
_REMARK = "In atlas space, which is reached by turning and shifting alone."


def write_case_report(packing: Packing, out: Path) -> Path:
    """Measure a case's labels and write the page.

    Raises:
        StudyError: "no-labels", "missing-resource", "disk-full" or "read-only".
    """
    labels, origin = packing.labelled()
    volumes = volumes_ml(labels)
    shown = [(words, packing.volumes[c]) for c, words in _SHOWN if c in packing.volumes]
    contents = Contents(
        origin,
        packing.scan_date,
        [(words, key_images(read_volume(path), labels)) for words, path in shown],
        [(_REGION_WORDS[region], ml) for region, ml in volumes.regions_ml.items()],
        list(volumes.tissues_ml.items()),
        {
            _REGION_WORDS[region].partition(" (")[0]: largest_diameters(
                region_mask(labels.array, region, labels.scheme), labels.grid
            )
            for region in (Region.ET, Region.WT)
        },
        (_REMARK, *_said(packing)),
    )
    return write_report(contents, out)


def _said(packing: Packing) -> tuple[str, ...]:
    """Return when the case was scanned, as a person said, and what that means for the model that proposed."""
    if packing.surgery is Surgery.UNSAID:
        return ("Nobody said whether it was scanned before or after surgery.",)
    said = f"Scanned {packing.surgery} surgery, as a person said."
    return (said, *wrap(packing.caution, _REMARK_SIGNS))
