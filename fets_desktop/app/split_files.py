"""FeTS's files of a split: `train.csv` and `val.csv`, each a column `data_uid` of cases.

Source: FeTS-AI/Front-End and fets-ai/Algorithms, `split_info/fets_phase2_split_1/{train,val}.csv`.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fets_desktop.imaging.disk import make_folder, write_whole
from fets_desktop.study.errors import StudyError
from fets_desktop.study.split import FETS_PLACE

COLUMN = "data_uid"
TRAIN, VALIDATION = "train.csv", "val.csv"
_LARGEST = 16 << 20


@dataclass(frozen=True)
class NamedSplit:
    """Who trains and who validates, by the names in the files."""

    train: tuple[str, ...]
    validation: tuple[str, ...]


def read_fets_split(folder: Path) -> NamedSplit:
    """Read both files of a folder, or of its `split_info/fets_phase2_split_1`.

    Raises:
        StudyError: "bad-split" if a file is missing or is no such table, or a name stands on both sides.
    """
    if folder.name in (TRAIN, VALIDATION):
        folder = folder.parent
    place = next((place for place in (folder / FETS_PLACE, folder) if (place / TRAIN).is_file()), folder)
    found = NamedSplit(_names(place / TRAIN), _names(place / VALIDATION))
    if both := set(found.train) & set(found.validation):
        raise StudyError("bad-split", f"{len(both)} of its names stand on both sides.")
    return found


def _names(file: Path) -> tuple[str, ...]:
    try:
        if not file.is_file():
            # a pipe would be waited for, for ever
            raise FileNotFoundError
        if file.stat().st_size > _LARGEST:
            raise StudyError("bad-split", f"{file.name} is far too long.")
        rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    except OSError:
        raise StudyError("bad-split", f"There is no {file.name} that can be read.") from None
    except (ValueError, csv.Error):
        raise StudyError("bad-split", f"{file.name} is no table of text.") from None
    head = [cell.strip().lower() for cell in rows[0]] if rows else []
    if COLUMN not in head:
        raise StudyError("bad-split", f"{file.name} has no column {COLUMN}.")
    at = head.index(COLUMN)
    names = (row[at].strip() for row in rows[1:] if len(row) > at)
    return tuple(dict.fromkeys(name for name in names if name))


def write_fets_split(folder: Path, train: Iterable[str], validation: Iterable[str]) -> list[Path]:
    """Write both files into a folder's `split_info/fets_phase2_split_1`; what stood in them is replaced.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    place = folder / FETS_PLACE
    make_folder(place)
    return [
        write_whole(place / name, "\n".join((COLUMN, *names, "")).encode())
        for name, names in ((TRAIN, train), (VALIDATION, validation))
    ]
