"""Fixtures every room's tests share."""

from pathlib import Path

import pytest

from fets_desktop.study.resources import atlas


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real patients beside the project; tests that need it skip where it is absent."""
    folder = Path(__file__).parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the real patients are not on this machine")
    return folder


@pytest.fixture(scope="session")
def sri24() -> Path:
    """The SRI24 T1 atlas that set-up fetched."""
    return atlas()
