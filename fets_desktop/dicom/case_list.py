"""Lists of cases as FeTS uses them: a CSV that names each patient's four images, or the folders of their series.

Source: FETS-AI/Front-End: columns `PatientID,T1,T1GD,T2,T2FLAIR`, second version
`SubjectID,Timepoint,T1,T1GD,T2,FLAIR`.
"""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fets_desktop.dicom.found import Fault
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError

_LARGEST_BYTES = 16 << 20
_PATIENT = {"patientid", "subjectid", "patient", "subject"}
_TIME_POINT = {"timepoint", "visit", "session"}
_CONTRASTS: Mapping[str, Contrast] = {
    **dict.fromkeys(("t1", "t1n", "t1w"), Contrast.T1),
    **dict.fromkeys(("t1gd", "t1ce", "t1c", "t1post"), Contrast.T1GD),
    **dict.fromkeys(("t2", "t2w"), Contrast.T2),
    **dict.fromkeys(("t2flair", "flair", "t2f", "fl"), Contrast.FLAIR),
}


@dataclass(frozen=True)
class ListedCase:
    """One line of a list.

    Attributes:
        line: Its number in the file.
        patient: The id that stands there.
        time_point: The time point that stands there, "" if there is no such column.
        places: For each contrast the image's file or the folder of its series; whole paths that exist.
    """

    line: int
    patient: str
    time_point: str
    places: Mapping[Contrast, Path]


def is_list(path: Path) -> bool:
    """Tell whether a given file is a list of cases by its name."""
    return path.suffix.lower() == ".csv" and path.is_file()


def read_list(path: Path) -> tuple[list[ListedCase], list[Fault]]:
    """Read a list; a line that cannot be used is a fault and the others go on.

    Raises:
        StudyError: "bad-list" if the file is none, or its columns are others.
    """
    rows = _rows(path)
    columns = {_plain(name): number for number, name in enumerate(rows[0])} if rows else {}
    patient = next((n for name, n in columns.items() if name in _PATIENT), None)
    time_point = next((n for name, n in columns.items() if name in _TIME_POINT), None)
    images = {_CONTRASTS[name]: number for name, number in columns.items() if name in _CONTRASTS}
    missing = [str(contrast) for contrast in ALL_CONTRASTS if contrast not in images]
    if patient is None or missing:
        lack = [*(["PatientID or SubjectID"] if patient is None else []), *missing]
        raise StudyError("bad-list", f"Its first line lacks the columns: {', '.join(lack)}.")
    cases: list[ListedCase] = []
    faults: list[Fault] = []
    seen: dict[tuple[str, str], int] = {}
    for line, row in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        cells = [cell.strip() for cell in row] + [""] * len(rows[0])
        who = cells[patient], cells[time_point] if time_point is not None else ""
        if not who[0]:
            faults.append(Fault("bad-list", "No patient is named there.", f"line {line}"))
        elif who in seen:
            why = f"The same patient and time point stand in line {seen[who]}, too; only that line was taken."
            faults.append(Fault("bad-list", why, f"line {line}"))
        else:
            seen[who] = line
            named = {c: cells[n] for c, n in images.items()}
            places, more = _places(path.parent, line, named)
            faults += more if any(named.values()) else [Fault("bad-list", "No image is named there.", f"line {line}")]
            if places:
                cases.append(ListedCase(line, *who, places))
    return cases, faults


def _places(folder: Path, line: int, cells: Mapping[Contrast, str]) -> tuple[dict[Contrast, Path], list[Fault]]:
    places: dict[Contrast, Path] = {}
    faults: list[Fault] = []
    for contrast, text in cells.items():
        try:
            place = (folder / Path(text.replace("\\", "/"))).resolve() if text else None
            there = place is not None and place.exists()
        except (OSError, ValueError):
            place, there = None, False
        if place is not None and there:
            places[contrast] = place
        elif text:
            faults.append(
                Fault("bad-list", f"{contrast} is not where it says, seen from the list's folder.", f"line {line}")
            )
    doubled = {contrast for contrast, place in places.items() if [*places.values()].count(place) > 1}
    if doubled and all(places[contrast].is_file() for contrast in doubled):
        names = " and ".join(contrast for contrast in ALL_CONTRASTS if contrast in doubled)
        faults.append(Fault("bad-list", f"{names} are the same file.", f"line {line}"))
        places = {contrast: place for contrast, place in places.items() if contrast not in doubled}
    return places, faults


def _rows(path: Path) -> list[list[str]]:
    try:
        content = path.read_bytes() if path.stat().st_size <= _LARGEST_BYTES else b""
    except OSError as error:
        raise StudyError("bad-list", "The file could not be opened.") from error
    for encoding in ("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "cp1252", "latin-1"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    head = text.splitlines()[0] if text.strip() else ""
    separator = max(",;\t", key=head.count)
    try:
        return list(csv.reader(io.StringIO(text), delimiter=separator))
    except csv.Error as error:
        raise StudyError("bad-list", "It is not a table with commas, semicolons or tabs.") from error


def _plain(name: str) -> str:
    return "".join(sign for sign in name.lower() if sign.isalnum())
