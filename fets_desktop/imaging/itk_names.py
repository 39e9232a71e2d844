"""Names of files that ITK can open: it ends the whole process over one that is not written in UTF-8."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def itk_name(path: Path) -> Iterator[str]:
    """Give a name under which ITK finds an existing file: its own, or that of a link beside which nothing else lies.

    Disks of older systems and unpacked archives hold names in other alphabets' bytes.
    """
    if is_text(path):
        yield str(path)
        return
    with tempfile.TemporaryDirectory(prefix="fets-") as folder:
        # ITK goes by the ending; the rest of the name is nobody's business
        ending = next((e for e in (".nii.gz", ".nii") if path.name.lower().endswith(e)), "")
        link = Path(folder, f"image{ending}")
        link.symlink_to(path.absolute())
        yield str(link)


def is_text(path: Path) -> bool:
    """Tell whether a path is written in UTF-8."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True
