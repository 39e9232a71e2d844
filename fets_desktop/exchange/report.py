"""A report of one case on one page of A4, to print or to file: key images, volumes, diameters, where it all comes from.

It names the pseudonym, never the patient, and the same labels give the same bytes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from fets_desktop.exchange.diameters import Diameters
from fets_desktop.exchange.key_images import KeyImage
from fets_desktop.imaging.disk import whole_file
from fets_desktop.study.colours import TISSUE_RGB
from fets_desktop.study.labels import Tissue
from fets_desktop.study.origin import Origin
from fets_desktop.study.resources import resource

TITLE = "Brain tumour volumes"
CAUTION = "Not for diagnostic use. A research program; a physician must check every figure against the images."

_PLAIN, _BOLD = "Inter", "Inter-SemiBold"
_WIDTH, _HEIGHT = A4
_LEFT, _RIGHT = 18 * mm, _WIDTH - 18 * mm
_INK, _MUTED, _RULE = (0.10, 0.12, 0.14), (0.40, 0.43, 0.47), (0.80, 0.82, 0.84)
_GAP = 3 * mm


@dataclass(frozen=True, eq=False)
class Contents:
    """What stands on the page.

    Attributes:
        origin: Case, version, model, author and approver.
        scan_date: ISO date as it is kept (shifted), "" if unknown.
        images: Rows of key images with the words beside them.
        regions_ml: Pairs of a region's words and its volume.
        tissues_ml: The same of sub-compartments.
        diameters: By what was measured: "Enhancing tumour".
        remarks: Further lines, for example what the figures were measured on.
    """

    origin: Origin
    scan_date: str
    images: Sequence[tuple[str, Sequence[KeyImage]]]
    regions_ml: Sequence[tuple[str, float]]
    tissues_ml: Sequence[tuple[Tissue, float]]
    diameters: Mapping[str, Diameters | None]
    remarks: Sequence[str] = field(default=())


def write_report(contents: Contents, out: Path) -> Path:
    """Write the page as PDF.

    Raises:
        StudyError: "missing-resource", "disk-full" or "read-only".
    """
    for name, file in ((_PLAIN, "Inter-Regular.ttf"), (_BOLD, "Inter-SemiBold.ttf")):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(resource("fonts", file))))
    with whole_file(out) as sink:
        canvas = Canvas(sink, pagesize=A4, invariant=1)
        canvas.setTitle(f"{TITLE} {contents.origin.case}")
        canvas.setCreator(contents.origin.software)
        canvas.setAuthor(contents.origin.software)
        canvas.setSubject(CAUTION)
        _Page(canvas, contents).draw()
        canvas.showPage()
        canvas.save()
    return out


class _Page:
    """Draws from the top down; `_y` is where the next thing begins."""

    def __init__(self, canvas: Canvas, contents: Contents) -> None:
        self._canvas = canvas
        self._told = contents
        self._y = _HEIGHT - 20 * mm

    def draw(self) -> None:
        self._head()
        for words, images in self._told.images:
            self._images(words, images)
        self._legend()
        top = self._y
        self._volumes()
        low = self._y
        self._y = top
        self._measured()
        self._y = min(low, self._y)
        self._origin()
        self._foot()

    def _text(self, x: float, y: float, words: str, size: float = 9, font: str = _PLAIN, ink: object = _INK) -> None:
        self._canvas.setFillColorRGB(*ink)  # type: ignore[misc]
        self._canvas.setFont(font, size)
        self._canvas.drawString(x, y, words)

    def _rule(self) -> None:
        self._canvas.setStrokeColorRGB(*_RULE)
        self._canvas.setLineWidth(0.5)
        self._canvas.line(_LEFT, self._y, _RIGHT, self._y)

    def _head(self) -> None:
        origin = self._told.origin
        self._text(_LEFT, self._y, TITLE, 17, _BOLD)
        self._y -= 6.5 * mm
        date = f"   ·   scan date {self._told.scan_date} (shifted)" if self._told.scan_date else ""
        self._text(_LEFT, self._y, f"Case {origin.case}   ·   version {origin.version}{date}", 9.5, ink=_MUTED)
        self._y -= 4 * mm
        canvas = self._canvas
        canvas.setFillColorRGB(0.98, 0.93, 0.84)
        canvas.setStrokeColorRGB(0.85, 0.62, 0.20)
        canvas.roundRect(_LEFT, self._y - 6.5 * mm, _RIGHT - _LEFT, 6.5 * mm, 1 * mm, stroke=1, fill=1)
        self._text(_LEFT + 3 * mm, self._y - 4.4 * mm, CAUTION, 8.5, _BOLD)
        self._y -= 13 * mm

    def _images(self, words: str, images: Sequence[KeyImage]) -> None:
        width = (_RIGHT - _LEFT - 2 * _GAP) / 3
        height = min(width, 58 * mm)
        self._text(_LEFT, self._y, words, 9, _BOLD)
        self._y -= 2 * mm
        for number, image in enumerate(images):
            self._image(image, _LEFT + number * (width + _GAP), self._y - height, width, height)
        self._y -= height + 9.5 * mm

    def _image(self, image: KeyImage, x: float, y: float, width: float, height: float) -> None:
        canvas = self._canvas
        canvas.setFillColorRGB(0, 0, 0)
        canvas.rect(x, y, width, height, stroke=0, fill=1)
        rows, columns = image.pixels.shape
        scale = min((width - 9 * mm) / (columns * image.pixel_mm[0]), (height - 9 * mm) / (rows * image.pixel_mm[1]))
        wide, tall = columns * image.pixel_mm[0] * scale, rows * image.pixel_mm[1] * scale
        left, bottom = x + (width - wide) / 2, y + (height - tall) / 2
        canvas.drawImage(ImageReader(_as_picture(image)), left, bottom, wide, tall)
        for tissue, line in image.outlines:
            canvas.setStrokeColorRGB(*(c / 255 for c in TISSUE_RGB[tissue]))
            canvas.setLineWidth(0.7)
            path = canvas.beginPath()
            for step, (column, row) in enumerate(line.tolist()):
                at = left + (column + 0.5) * wide / columns, bottom + tall - (row + 0.5) * tall / rows
                (path.lineTo if step else path.moveTo)(*at)
            path.close()
            canvas.drawPath(path, stroke=1, fill=0)
        self._letters(image, x, y, width, height)

    def _letters(self, image: KeyImage, x: float, y: float, width: float, height: float) -> None:
        canvas = self._canvas
        canvas.setFillColorRGB(0.92, 0.92, 0.92)
        canvas.setFont(_BOLD, 8.5)
        left, right, top, bottom = image.letters
        middle = y + height / 2 - 1.2 * mm
        canvas.drawString(x + 1.5 * mm, middle, left)
        canvas.drawRightString(x + width - 1.5 * mm, middle, right)
        canvas.drawCentredString(x + width / 2, y + height - 3.6 * mm, top)
        canvas.drawCentredString(x + width / 2, y + 1.3 * mm, bottom)
        number, count = image.place
        words = f"{image.plane.capitalize()}, slice {number} of {count}"
        self._text(x, y - 3.2 * mm, words, 7.5, ink=_MUTED)

    def _legend(self) -> None:
        x = _LEFT
        for tissue, _ in self._told.tissues_ml:
            self._canvas.setFillColorRGB(*(c / 255 for c in TISSUE_RGB[tissue]))
            self._canvas.rect(x, self._y - 0.3 * mm, 3 * mm, 3 * mm, stroke=0, fill=1)
            words = f"{tissue.words} ({tissue})"
            self._text(x + 4.2 * mm, self._y, words, 8)
            x += 8 * mm + pdfmetrics.stringWidth(words, _PLAIN, 8)
        self._y -= 4 * mm
        self._text(
            _LEFT,
            self._y,
            "Axial and coronal pictures show the patient's right on the left. "
            "R right, L left, A front, P back, S head, I feet.",
            7.5,
            ink=_MUTED,
        )
        self._y -= 4.5 * mm
        self._rule()
        self._y -= 6 * mm

    def _volumes(self) -> None:
        rows = [(words, ml) for words, ml in self._told.regions_ml]
        rows += [(f"{tissue.words} ({tissue})", ml) for tissue, ml in self._told.tissues_ml]
        self._text(_LEFT, self._y, "Volume", 10, _BOLD)
        for number, (words, ml) in enumerate(rows):
            self._y -= 5 * mm
            self._text(_LEFT, self._y, words, 9, _BOLD if number < len(self._told.regions_ml) else _PLAIN)
            self._canvas.setFont(_PLAIN, 9)
            self._canvas.drawRightString(_LEFT + 78 * mm, self._y, f"{ml:.2f} ml")
        self._y -= 4 * mm

    def _measured(self) -> None:
        x = _LEFT + 92 * mm
        self._text(x, self._y, "Largest diameters on an axial slice (RANO)", 10, _BOLD)
        for words, found in self._told.diameters.items():
            self._y -= 5 * mm
            self._text(x, self._y, words, 9, _BOLD)
            self._y -= 4.5 * mm
            if found is None:
                self._text(x, self._y, "none is large enough to measure", 9)
                continue
            told = f"{found.longest_mm:.0f} x {found.across_mm:.0f} mm   ·   product {found.product_mm2:.0f} mm²"
            self._text(x, self._y, f"{told}   ·   slice {found.slice + 1}", 9)
        for line in self._told.remarks:
            self._y -= 4.5 * mm
            self._text(x, self._y, _fitting(line, _RIGHT - x, 7.5), 7.5, ink=_MUTED)
        self._y -= 4 * mm

    def _origin(self) -> None:
        origin = self._told.origin
        self._rule()
        self._y -= 5.5 * mm
        approved = f"{origin.approved_by}, {_moment(origin.approved_at)}" if origin.approved_at else "not approved"
        rows = [
            ("Labels", f"{origin.making.words}."),
            ("Model", f"{origin.model} {origin.model_version}".strip() or "none"),
            ("Author", f"{origin.author}, {_moment(origin.created)}"),
            ("Approved by", approved),
        ]
        for words, value in rows:
            self._text(_LEFT, self._y, words, 8.5, ink=_MUTED)
            self._text(_LEFT + 26 * mm, self._y, _fitting(value, _RIGHT - _LEFT - 26 * mm, 8.5), 8.5)
            self._y -= 4.5 * mm

    def _foot(self) -> None:
        words = f"{self._told.origin.software}   ·   Not for diagnostic use"
        self._text(_LEFT, 12 * mm, words, 8, ink=_MUTED)
        self._canvas.drawRightString(_RIGHT, 12 * mm, "The case's name is a pseudonym.")


def _as_picture(image: KeyImage) -> object:
    return Image.fromarray(np.ascontiguousarray(image.pixels), "L")


def _moment(iso: str) -> str:
    return f"{iso[:10]} {iso[11:16]} UTC" if len(iso) >= 16 else iso


def _fitting(words: str, width: float, size: float) -> str:
    """Return words cut so that they fit a width."""
    while words and pdfmetrics.stringWidth(words, _PLAIN, size) > width:
        words = words[:-2].rstrip() + "…" if not words.endswith("…") else words[:-2] + "…"
    return words
