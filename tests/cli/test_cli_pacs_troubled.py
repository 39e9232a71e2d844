"""Many studies from an archive that answers slowly, goes silent in the middle of one, and is gone for a while."""

from pathlib import Path

import numpy as np
from hospital import THEIRS, Orthanc
from shell_commands import command
from troubled_line import TroubledLine

from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.grid import Grid
from fets_desktop.study.volume import Volume

GRID = Grid.from_affine((32, 48, 40), [[-4.5, 0, 0, 80], [0, -4.5, 0, 90], [0, 0, 5.0, -60], [0, 0, 0, 1]])
STUDY_BYTES = 2 * GRID.shape[0] * GRID.shape[1] * GRID.shape[2]


def test_what_came_before_an_archive_went_silent_is_kept_and_the_rest_comes_later(
    orthanc: Orthanc, tmp_path: Path
) -> None:
    orthanc.empty()
    for number in range(2):
        head = Volume(np.random.default_rng(number).integers(1, 900, GRID.shape).astype(np.float32), GRID)
        who = {"patient_name": f"Silent^{number}", "patient_id": f"KH-2000{number}", "study_date": "20260403"}
        orthanc.put(*write_series(head, tmp_path / str(number), Contrast.T1, **who))
    words = ("--json", "pacs", "get", "main", "--since", "20260403", "--until", "20260403")
    with TroubledLine(orthanc.dicom_port, pause_s=0.01, silent_after=2 * STUDY_BYTES) as line:
        at = ("--host", "127.0.0.1", "--port", line.port, "--ae", THEIRS, "--wait", 4)
        assert command(tmp_path / "w", "--json", "pacs", "add", "main", *at).status == 0
        first = command(tmp_path / "w", *words)
        assert line.silent
        assert (first.status, first.codes) == (1, ["pacs-silent"]), first.err
        assert [error["name"] for error in first.json["errors"]] == ["study 2 of 2"]
        assert "only what is missing is fetched" in first.json["errors"][0]["advice"]
        assert [one["images"] for one in first.json["received"]] == [GRID.shape[0]]
        gone = command(tmp_path / "w", *words)
        assert (gone.status, gone.codes) == (5, ["pacs-unreachable"])
        line.heal()
        second = command(tmp_path / "w", *words)
    assert (second.status, [one["images"] for one in second.json["received"]]) == (0, [GRID.shape[0]] * 2)
    assert len(command(tmp_path / "w", "--json", "cases", "list").json["cases"]) == 2
