"""What people type where it is kept for ever: names of one line, folders that every part of the program can open."""

import os
from pathlib import Path

import pytest

from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.hall import Hall
from fets_desktop.study.errors import StudyError


@pytest.mark.parametrize("name", ["\x1b[31mEve", "Eve\nAdam", "x" * 201, "\u202eevE"])
def test_a_signature_is_one_line_that_shows_what_it_holds(reviewing: Reviewing, case: str, name: str) -> None:
    with pytest.raises(StudyError) as raised:
        reviewing.approve_newest(case, name)
    assert raised.value.code == "wrong-usage"


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX alone")
def test_a_workspace_whose_name_no_engine_can_open_is_refused_before_it_is_made(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/M\xfcller"))
    with pytest.raises(StudyError) as raised:
        Hall(folder)
    assert raised.value.code == "read-only"
    assert "UTF-8" in raised.value.detail
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("key", [b"", b"short"])
def test_pseudonyms_are_not_made_with_a_damaged_secret(tmp_path: Path, key: bytes) -> None:
    (tmp_path / "in").mkdir()
    with Hall(tmp_path / "W") as hall:
        (tmp_path / "W" / "pseudonym.key").write_bytes(key)
        with pytest.raises(StudyError) as raised:
            hall.importing.start([tmp_path / "in"])
    assert raised.value.code == "damaged-workspace"
