"""What an export needs of one case, read once and only when a kind of file asks for it."""

import hashlib
import json
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import SimpleITK as sitk  # noqa: N813

from fets_desktop.app.tasks.stored import sound
from fets_desktop.dicom.frames import Kept
from fets_desktop.dicom.kept import read_kept
from fets_desktop.exchange.parcel import Parcel
from fets_desktop.imaging.convert import grid_of, to_array
from fets_desktop.imaging.files import read_image, read_label_values, read_labels, write_array, write_image
from fets_desktop.preprocess.deface import deface
from fets_desktop.preprocess.engines import even_out
from fets_desktop.preprocess.inverse import to_native
from fets_desktop.preprocess.step import EXPORTED_N4_SHRINK, Settings
from fets_desktop.study.case import Surgery
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import SCHEMES
from fets_desktop.study.origin import Origin
from fets_desktop.study.plain import from_plain
from fets_desktop.study.progress import Progress
from fets_desktop.study.volume import LabelMap, Mask, Volume


class Packing:
    """One case's files under the names the job gives them.

    Args:
        arguments: The job's.
        scratch: Where defaced images may lie meanwhile.
        progress: Told of what takes long.
    """

    def __init__(self, arguments: dict[str, Any], scratch: Path, progress: Progress) -> None:
        self._told = arguments
        self._scratch = scratch
        self._progress = progress
        self.case = str(arguments["case"])
        self.atlas = arguments["space"] in ("atlas", "both")
        self.native_wanted = arguments["space"] in ("native", "both")
        self.scan_date = str(arguments.get("scan_date", ""))
        self.surgery = Surgery(arguments.get("surgery", ""))
        self.caution = str(arguments.get("caution", ""))

    @cached_property
    def transforms(self) -> dict[str, Path]:
        """The transforms between the atlas and each series."""
        return {name: sound(Path(path)) for name, path in self._told["transforms"].items()}

    @cached_property
    def volumes(self) -> dict[Contrast, Path]:
        """Brains on the atlas grid."""
        return {Contrast(name): sound(Path(path)) for name, path in self._told["volumes"].items()}

    @cached_property
    def heads(self) -> dict[Contrast, Path]:
        """The same with skull; none where faces are to be taken out."""
        if self._told.get("deface"):
            return {}
        return {Contrast(name): sound(Path(path)) for name, path in self._told["heads"].items()}

    @cached_property
    def brain_mask(self) -> Path:
        """The brain on the atlas grid."""
        return sound(Path(self._told["brain_mask"]))

    @cached_property
    def provenance(self) -> Path | None:
        """What the prepared images were made by; None of a case that an older version prepared."""
        return sound(Path(self._told["provenance"])) if self._told.get("provenance") else None

    @cached_property
    def prepared_by(self) -> str:
        """The recipe in one sentence, with the hash of what tells all of it; "" where it is not known."""
        if self.provenance is None:
            return ""
        content = self.provenance.read_bytes()
        told = json.loads(content)
        steps = ", ".join(told["steps"])
        digest = hashlib.sha256(content).hexdigest()
        return f"Images prepared by recipe {told['recipe']}; provenance SHA-256 {digest}; steps: {steps}"

    @cached_property
    def origin(self) -> Origin | None:
        """Where the labels come from."""
        return from_plain(Origin, self._told["origin"]) if self._told["origin"] else None

    @cached_property
    def labels(self) -> LabelMap | None:
        """The labels on the atlas grid."""
        if not self._told["labels"]:
            return None
        return read_labels(sound(Path(self._told["labels"])), SCHEMES[self._told["scheme"]])

    def labelled(self) -> tuple[LabelMap, Origin]:
        """Return the labels and where they come from.

        Raises:
            StudyError: "no-labels" if there are none, or no voxel is marked.
        """
        if self.labels is None or self.origin is None:
            raise StudyError("no-labels", "Nothing has been proposed or drawn for this case yet.")
        if not self.labels.array.any():
            raise StudyError("no-labels", "Its newest labels are empty: no voxel is marked.")
        return self.labels, self.origin

    @cached_property
    def native(self) -> dict[Contrast, LabelMap]:
        """The labels on the grid of every series: the one inverse that all kinds share."""
        labels = self.labels
        if labels is None:
            return {}
        found = {}
        for number, (name, grid) in enumerate(self._told["grids"].items()):
            self._progress(number / len(self._told["grids"]), f"{name} in its own space")
            found[Contrast(name)] = to_native(labels, Contrast(name), self.transforms, from_plain(Grid, grid))
        return found

    @cached_property
    def series(self) -> dict[Contrast, Path]:
        """The native images as they leave: as converted, or without the face where that was asked for."""
        paths = {Contrast(name): sound(Path(path)) for name, path in self._told["series"].items()}
        if not self._told.get("deface"):
            return paths
        brain = self._brain()
        return {contrast: self._faceless(contrast, path, brain) for contrast, path in paths.items()}

    def _brain(self) -> Mask:
        values, _ = read_label_values(self.brain_mask)
        return np.asarray(values != 0, dtype=np.bool_)

    def _faceless(self, contrast: Contrast, path: Path, brain: Mask) -> Path:
        image = read_image(path)
        head = deface(Volume(to_array(image), grid_of(image)), brain, contrast, self.transforms)
        return write_array(self._scratch / "faceless" / f"{contrast.brats_name}.nii.gz", head.array, head.grid)

    def kept(self, contrast: Contrast) -> Kept:
        """Return the headers of a series.

        Raises:
            StudyError: "needs-dicom" if it was not imported from DICOM.
        """
        if not (path := self._told["kept"].get(str(contrast))):
            raise StudyError("needs-dicom", f"{contrast} was not imported from DICOM, or without its headers.")
        return read_kept(sound(Path(path)))

    @property
    def contrasts(self) -> tuple[Contrast, ...]:
        """The contrasts that a series stands for."""
        return tuple(Contrast(name) for name in self._told["grids"])

    @cached_property
    def evened(self) -> dict[Contrast, Path]:
        """The native images with their brightness evened out: computed anew, for nothing else keeps them."""
        usual, found = Settings(), {}
        for number, (contrast, path) in enumerate(self.series.items()):
            self._progress(number / len(self.series), f"{contrast} for FeTS")
            image = sitk.Cast(read_image(path), sitk.sitkFloat32)
            even = even_out(image, usual.n4_iterations, EXPORTED_N4_SHRINK)
            found[contrast] = write_image(self._scratch / "evened" / f"{contrast.brats_name}.nii.gz", even)
        return found

    def parcel(self, *, images: bool = False, native: bool = False, steps: bool = False) -> Parcel:
        """Return what the layouts of other programs are made from.

        Args:
            images: With the native images.
            native: With the labels on each series' grid.
            steps: With what the steps of the preparation made on their way.
        """
        candidates = {
            model: read_labels(sound(Path(told["path"])), SCHEMES[told["scheme"]])
            for model, told in self._told["candidates"].items()
        }
        return Parcel(
            self.case,
            str(self._told["patient"]),
            self.volumes,
            self.brain_mask,
            self.series if images else {},
            self.labels,
            self.native if native else {},
            self.origin,
            candidates,
            self._told["train"],
            str(self._told["software"]),
            self.heads if steps else {},
            self.evened if steps and images else {},
            self.transforms if steps else {},
            self.provenance,
        )
