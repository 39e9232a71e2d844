"""Scores as a file: a CSV of every model, case and region, for a spreadsheet; JSON, for a program."""

import csv
import io
import json
from pathlib import Path
from typing import Any

from fets_desktop.app.evaluation_words import MEASURES
from fets_desktop.imaging.disk import write_whole
from fets_desktop.study.labels import REGIONS

_HEADS = ("model", "case", "region", *MEASURES, "seconds")


def write_csv(models: list[dict[str, Any]], file: Path) -> Path:
    """Write a row for each model, case and region.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(_HEADS)
    for model in models:
        for row in model["cases"]:
            for region in map(str, REGIONS):
                scores = [row[measure][region] for measure in MEASURES]
                table.writerow([model["model"], harmless(row["case"]), region, *scores, row["seconds"]])
    return write_whole(file, text.getvalue().encode())


def write_json(models: list[dict[str, Any]], paired: list[dict[str, Any]], file: Path) -> Path:
    """Write everything that was measured.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    return write_whole(file, json.dumps({"models": models, "paired": paired}, indent=1).encode())


def harmless(text: str) -> str:
    """Keep a spreadsheet from reading a name as a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text
