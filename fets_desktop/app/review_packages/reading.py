"""A review package that came: opened in scratch and looked through, before anything of it is believed."""

import math
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fets_desktop.imaging.files import read_label_values, read_labels, read_volume
from fets_desktop.imaging.nifti_bytes import are_numbers
from fets_desktop.review.measures import volumes_ml
from fets_desktop.store.hashing import sha256_of
from fets_desktop.store.package import read_package
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import SCHEMES
from fets_desktop.study.package import Kind, Letter, read_letter

SAME_GRID_MM = 0.01
_MOST_VOXELS = 1 << 26
"""512 x 512 x 256 voxels, seven times the atlas grid."""


@dataclass(frozen=True, eq=False)
class Arrived:
    """A package, opened; its files lie in scratch until `clear`.

    Attributes:
        letter: What stands in it.
        files: What came along, by sha256.
        grid: Of all its label maps and images; None if no file came along.
        volumes_ml: Of its label maps, by sha256 and region.
        folder: Where the files lie.
        digest: Sha256 of the package's file.
    """

    letter: Letter
    files: Mapping[str, Path]
    grid: Grid | None
    volumes_ml: Mapping[str, dict[str, float]]
    folder: Path
    digest: str

    def clear(self) -> None:
        """Remove the files from scratch."""
        shutil.rmtree(self.folder, ignore_errors=True)


def open_package(file: Path, passphrase: str, jobs_scratch: Path) -> Arrived:
    """Open a package and look through everything in it.

    Args:
        file: The package.
        passphrase: What opens it.
        jobs_scratch: Where what a power cut leaves is cleared at the next opening.

    Raises:
        StudyError: "wrong-passphrase", "bad-package", "disk-full" or "read-only"; nothing stays in scratch then.
    """
    folder = jobs_scratch / f"package-{secrets.token_hex(6)}"
    try:
        plain, files = read_package(file, passphrase, folder)
        letter = read_letter(plain)
        _refuse_strangers(letter, files)
        grids, volumes = _look_through(letter, files)
        if any(not grid.matches(grids[0], SAME_GRID_MM) for grid in grids):
            raise StudyError("bad-package", "Its images and labels do not lie on one grid.")
        return Arrived(letter, files, grids[0] if grids else None, volumes, folder, sha256_of(file))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _refuse_strangers(letter: Letter, files: Mapping[str, Path]) -> None:
    labels = {version.sha256 for version in letter.versions}
    wanted = labels | set(letter.images.values()) if letter.kind is Kind.CASE else labels
    if set(files) - wanted:
        raise StudyError("bad-package", "It holds files that nothing in it speaks of.")
    if letter.kind is Kind.CASE and wanted - set(files):
        raise StudyError("bad-package", "Images or labels that it speaks of are not in it.")


def _look_through(letter: Letter, files: Mapping[str, Path]) -> tuple[list[Grid], dict[str, dict[str, float]]]:
    """Read every file once; return their grids, and the volumes of the label maps."""
    grids: list[Grid] = []
    volumes: dict[str, dict[str, float]] = {}
    try:
        if letter.kind is Kind.CASE:
            grids += [_image_grid(name, files[sha256]) for name, sha256 in letter.images.items()]
        for version in letter.versions:
            if version.sha256 in files and version.sha256 not in volumes:
                grid, volumes[version.sha256] = _labels(version, files[version.sha256])
                grids.append(grid)
    except StudyError as error:
        raise StudyError("bad-package", f"{error.text.title}. {error.detail}") from None
    return grids, volumes


def _image_grid(product: str, file: Path) -> Grid:
    if product == "brain_mask":
        values, grid = read_label_values(file)
        if not values.any():
            raise StudyError("bad-voxels", "Its brain mask is empty.")
    else:
        # a bomb of a header is refused by this, before memory is asked for
        if not are_numbers(file):
            raise StudyError("bad-voxels", "Some voxels are not numbers.")
        grid = read_volume(file).grid
    if math.prod(grid.shape) > _MOST_VOXELS:
        raise StudyError("bad-voxels", "It is larger than any prepared image.")
    return grid


def _labels(version: Annotation, file: Path) -> tuple[Grid, dict[str, float]]:
    labels = read_labels(file, SCHEMES[version.scheme])
    return labels.grid, {str(region): value for region, value in volumes_ml(labels).regions_ml.items()}
