"""What a prepared case was made by, in the open: recipe, engines, parameters, hashes of what went in and came out."""

import json
from collections.abc import Mapping
from pathlib import Path

from fets_desktop.imaging.disk import write_whole
from fets_desktop.preprocess.memo import Done
from fets_desktop.study.plain import to_plain

PROVENANCE = "provenance.json"


def write_provenance(folder: Path, recipe: str, done: Mapping[str, Done]) -> Path:
    """Write it into the case's folder; no times and no places in it: the same inputs give the same bytes.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    steps = {
        name: {
            "title": step.inputs["title"],
            "parameters": step.inputs["parameters"],
            "inputs_sha256": step.inputs["needs"],
            "outputs_sha256": step.outputs,
            "grade": step.finding.grade,
            "numbers": step.finding.numbers,
        }
        for name, step in done.items()
    }
    text = json.dumps(to_plain({"recipe": recipe, "steps": steps}), indent=1, sort_keys=True)
    return write_whole(folder / PROVENANCE, text.encode())
