"""Files that somebody hands over: what is no small file is refused with a word, and is not waited for or read whole."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_federating import bus, folder, joining, owner, workspace  # noqa: F401 - fixtures

from fets_desktop.app.federation.experiment import TABLE, Experiment, sites_of
from fets_desktop.study.errors import StudyError


@pytest.fixture(params=["a pipe", "a folder", "huge", "nothing"])
def odd(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """Return what is no small file; whoever reads from the pipe is let go, so that the test fails and does not hang."""
    file = tmp_path / "odd" / TABLE
    file.parent.mkdir()
    if request.param == "a pipe":
        os.mkfifo(file)
        writer = threading.Thread(target=file.write_bytes, args=(b"",))
        writer.start()
        yield file
        # held open until the writer is through: on a busy machine it may not even have begun to open the pipe
        reader = os.open(file, os.O_RDONLY | os.O_NONBLOCK)
        writer.join()
        os.close(reader)
        return
    if request.param == "a folder":
        file.mkdir()
    elif request.param == "huge":
        with file.open("wb") as sink:
            sink.truncate(1 << 28)
    yield file


def test_a_site_takes_no_such_certificate(odd, joining):  # noqa: F811
    with pytest.raises(StudyError) as refused:
        joining.accept(odd)
    assert (refused.value.code, refused.value.detail) == ("federation-certificate", "The file cannot be read.")


def test_a_site_opens_no_such_invitation(odd, joining):  # noqa: F811
    with pytest.raises(StudyError) as refused:
        joining.open(odd)
    assert refused.value.code == "federation-invitation"


def test_an_owner_lets_no_site_in_by_it(odd, owner, folder):  # noqa: F811
    with pytest.raises(StudyError) as refused:
        owner.asked(folder, odd)
    assert (refused.value.code, refused.value.detail) == ("federation-request", "The file cannot be read.")


def test_it_says_not_whose_cases_they_are(odd):
    with pytest.raises(StudyError) as refused:
        sites_of(odd.parent, Experiment())
    assert refused.value.code == "wrong-usage"
    assert TABLE in refused.value.detail
