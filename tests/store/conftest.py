"""A fresh workspace and the things to put in it."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fets_desktop.store.records import StoredFile
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Case, Series, Stage
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.grid import Grid


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


@pytest.fixture
def workspace(folder: Path) -> Iterator[Workspace]:
    with Workspace.open(folder) as opened:
        yield opened


@pytest.fixture
def publish(workspace: Workspace) -> Callable[..., StoredFile]:
    def make(content: bytes = b"voxels", suffix: str = ".nii.gz") -> StoredFile:
        file = workspace.scratch / "made"
        file.write_bytes(content)
        return workspace.files.publish(file, suffix)

    return make


@pytest.fixture
def case(publish: Callable[..., StoredFile]) -> Case:
    grid = Grid((3, 4, 5), (1.0, 0, 0, 0.1 + 0.2, 0, 1, 0, 0, 0, 0, 2.5, 0, 0, 0, 0, 1))
    converted = Series(
        "s2", "P-1", Contrast.T1GD, 0.75, "says MPRAGE Gd", Contrast.T1GD, "t1 mpr", grid, publish(b"t1gd").sha256
    )
    aside = Series("s1", "P-1", set_aside="a localizer")
    return Case(
        "P-1", "Q-9", Stage.CONVERTED, "2019-02-03", "2026-01-01T00:00:00Z", "äöü ’ \U0001f600", (converted, aside)
    )


@pytest.fixture
def stored_case(workspace: Workspace, case: Case) -> Case:
    with workspace.change("person", "case imported", case.id) as change:
        change.put_case(case)
    return case


@pytest.fixture
def version(publish: Callable[..., StoredFile]) -> Callable[..., Annotation]:
    base = Annotation("P-1/1", "P-1", 1, "Dr. Ä", None, "", "brats2021", "2026-01-02T00:00:00Z", {"ET": 1.25}, 3, 2.5)

    def make(number: int = 1, **changes: object) -> Annotation:
        parent = f"P-1/{number - 1}" if number > 1 else None
        sha256 = publish(f"labels {number}".encode()).sha256
        return replace(base, id=f"P-1/{number}", number=number, parent=parent, sha256=sha256, **changes)

    return make


@pytest.fixture
def meddle(folder: Path) -> Callable[..., None]:
    """Change the records behind the program's back, as somebody with a database browser would."""

    def run(*statements: str) -> None:
        connection = sqlite3.connect(folder / "facts.db", isolation_level=None)
        for statement in statements:
            connection.execute(statement)
        connection.close()

    return run
