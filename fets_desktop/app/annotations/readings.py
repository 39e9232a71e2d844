"""A second reader: begins from a model's proposal or from nothing, sees nobody's work, and is compared afterwards."""

from dataclasses import replace

from fets_desktop.app.clock import now
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation, BlindReading
from fets_desktop.study.errors import StudyError


def begin_reading(workspace: Workspace, case: str, reader: str, start: str) -> BlindReading:
    """Write down that a second reader begins.

    Args:
        workspace: Where the case is.
        case: Its name.
        reader: Who reads; not one who drew a version of the case already.
        start: The version they begin from, which no person has drawn; "" for an empty label map.

    Raises:
        StudyError: "unknown-case", "unknown-version", or "wrong-usage" if a reading is under way, the reader knows the
            case already, or the start is a person's work.
    """
    workspace.case(case)
    versions = workspace.annotations(case)
    if workspace.reading(case):
        raise StudyError("wrong-usage", "A second reading of this case is under way.")
    if any(known.author == reader for known in versions):
        raise StudyError("wrong-usage", "This reader has drawn a version of the case already.")
    if start and not by_model(next((v for v in versions if v.id == start), None)):
        raise StudyError("wrong-usage", "A second reader begins from a model's proposal or from nothing.")
    reading = BlindReading(case, reader, start, now())
    with workspace.change(reader, "second reading begun", case, {"start": start or None}) as change:
        change.put_reading(reading)
    return reading


def go_on(workspace: Workspace, reading: BlindReading, version: Annotation) -> BlindReading:
    """Let a reading go on from what its reader has saved."""
    further = replace(reading, start=version.id)
    with workspace.change(reading.reader, "second reading saved", version.id) as change:
        change.put_reading(further)
    return further


def end_reading(workspace: Workspace, reading: BlindReading, finished: bool) -> None:
    """Write down that a reading is over; its versions stay."""
    words = "second reading finished" if finished else "second reading given up"
    with workspace.change(reading.reader, words, reading.start or reading.case) as change:
        change.drop_reading(reading.case)


def by_model(version: Annotation | None) -> bool:
    """Tell whether a version is a model's proposal."""
    return version is not None and version.author.startswith("model ")
