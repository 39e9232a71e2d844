"""Fixtures every room's tests share."""

import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

# no test writes into the keyring of whoever runs it; those of the keyring bring their own
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
os.environ.pop("FETS_DESKTOP_PASSPHRASE", None)

from collections.abc import Iterator

import pytest
from hospital import Orthanc
from hypothesis import HealthCheck, settings
from made_once import PLACE
from ready_workers import Begin, ready_workers
from whole_demo import cut_demo, demo_run
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from fets_desktop.study.resources import atlas

__all__ = ["cut_demo", "demo_run"]  # fixtures

# The same examples in every run, however slow the machine: a run tells what a change did, not what chance found.
# Who wants to look for new ones: ./test tests/store -k journal --hypothesis-profile=search
settings.register_profile("search", deadline=None)
settings.register_profile(
    "same", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("same")

_RUN = "fets-desktop-tests-"
_DAY_S = 86400.0
# rooms whose session fixtures cost minutes: they must be made once, so one process runs the whole room
_WHOLE_ROOMS = ("flows", "cli", "preprocess", "segment", "train", "phantom", "app")
_DEMO_S = 2400
# these two go on from one demo, so one process runs them both
_SHARE_THE_DEMO = ("flows", "cli")
_OTHERS = "others"
_LAST_ROOM = "ui"
# these come first there, so that only short ones are left when a process has nothing more to do
_LONG_FILES = (
    "test_federation_real_server.py",
    "test_review_screen.py",
    "test_window_pictures.py",
    "test_federation_screen.py",
    "test_window_real_hall.py",
)


class ByRoom(LoadScopeScheduling):
    """Hands whole rooms, or whole files, to the test processes (pytest -n 2 --dist loadscope)."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::")[0]
        room = Path(file).parts[1]
        if room in _SHARE_THE_DEMO:
            return _SHARE_THE_DEMO[0]
        return room if room in _WHOLE_ROOMS else file


def pytest_configure(config: pytest.Config) -> None:
    """Make the run's folder, in the process that starts the others; they find its name in their environment."""
    if PLACE not in os.environ:
        for left in Path(tempfile.gettempdir()).glob(f"{_RUN}*"):  # by a run that was killed
            with suppress(FileNotFoundError):  # another run may be at it
                if time.time() - left.stat().st_mtime > _DAY_S:
                    shutil.rmtree(left, ignore_errors=True)
        made = tempfile.mkdtemp(prefix=_RUN)
        os.environ[PLACE] = made
        config.add_cleanup(lambda: shutil.rmtree(made, ignore_errors=True))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByRoom:
    return ByRoom(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what is long first, so that none of it is left for last (with --no-loadscope-reorder)."""
    ranks = {room: rank for rank, room in enumerate((*_WHOLE_ROOMS, _OTHERS, _LAST_ROOM))}
    here = Path(__file__).parent

    def place(item: pytest.Item) -> tuple[int, bool]:
        room = item.path.relative_to(here).parts[0]
        return ranks.get(room, ranks[_OTHERS]), item.path.name not in _LONG_FILES

    items.sort(key=place)
    for item in items:
        if "cut_demo" in getattr(item, "fixturenames", ()):  # whoever asks first waits for a whole demo
            item.add_marker(pytest.mark.timeout(_DEMO_S))


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


@pytest.fixture(scope="session")
def orthanc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Orthanc]:
    """An archive (Debian's Orthanc) on the loopback, with a storage of its own; skips where it is not installed."""
    archive = Orthanc(tmp_path_factory.mktemp("orthanc"))
    try:
        yield archive.start()
    finally:
        archive.stop()


@pytest.fixture(scope="session")
def begin() -> Iterator[Begin]:
    """Begins workers that have their libraries loaded."""
    with ready_workers() as how:
        yield how


@pytest.fixture
def ready(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers have their libraries loaded: for tests that start many, and of which each looks at something else."""
    monkeypatch.setattr("fets_desktop.jobs.child.begin_group", begin)
