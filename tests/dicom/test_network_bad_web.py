"""DICOMweb services that misbehave: they point elsewhere, answer nonsense, or have no end."""

import contextlib
import gzip
import http.server
import time
from pathlib import Path

import pytest
from refusals import refused
from volumes_for_dicom import noise, oblique_grid
from web_service import JSON, at, says, service

from fets_desktop.dicom.network import web_way
from fets_desktop.dicom.network.fetch import Wanted
from fets_desktop.dicom.network.find import MOST
from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.node import Query
from fets_desktop.study.progress import silent

ASKED = Query(patient_name="Mustermann")


@pytest.fixture
def result(tmp_path) -> Path:
    volume, who = noise(oblique_grid()), {"patient_name": "A^B", "patient_id": "1", "study_date": "20260401"}
    return write_series(volume, tmp_path / "out", Contrast.T2, **who)[0]


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_neither_questions_nor_results_follow_a_service_that_points_to_another(code, result):
    with service(says(b"[]")) as (other, stolen):
        elsewhere = says(b"", code, Location=f"http://localhost:{other}/else")
        with service(elsewhere) as (port, asked):
            for call in (lambda: at(port).find_studies(ASKED, silent), lambda: at(port).send([result], silent)):
                error = refused(call)
                assert error.code == "pacs-refused"
                assert "another address" in error.detail
            assert [method for method, _, _ in asked] == ["GET", "POST"]
    assert stolen == []


def test_another_path_of_the_same_service_is_followed(result):
    def answer(request: http.server.BaseHTTPRequestHandler) -> None:
        moved = request.path.startswith("/dw")
        says(b"[]", 308 if moved else 200, **({"Location": "/moved"} if moved else {}))(request)

    with service(answer) as (port, asked):
        assert at(port).find_studies(ASKED, silent) == ()
    assert [path.split("?")[0] for _, path, _ in asked] == ["/dw/studies", "/moved"]


@pytest.mark.parametrize("body", [b"", b"{}", b'{"00081199": {"vr": "SQ", "Value": []}}'])
def test_a_service_that_does_not_say_it_took_an_object_has_not_taken_it(body, result):
    with service(says(body)) as (port, _):
        error = refused(lambda: at(port).send([result], silent))
    assert error.code == "pacs-failed"


def test_a_result_that_would_lose_its_content_on_the_way_is_not_sent_on(result):
    with service(says(b"", 302, Location="/moved")) as (port, asked):
        assert refused(lambda: at(port).send([result], silent)).code == "pacs-refused"
    assert len(asked) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"5",
        b"null",
        b"[1, 2]",
        b'{"a": 1}',
        b"[" * 100_000,
        b'[{"zz": {"vr": "LO", "Value": ["a"]}}]',
        b'[{"00100010": {"Value": ["a"]}}]',
        b'[{"00100010": {"vr": ["PN"], "Value": ["a"]}}]',
        b'[{"00100010": {"vr": "PN", "Value": [{"Alphabetic": {"x": 1}}]}}]',
        b'[{"00201206": {"vr": "IS", "Value": [NaN]}}]',
        b'[{"00201206": {"vr": "IS", "Value": [1e400]}}]',
        b'[{"00100010": {"vr": "LO", "Value": 5}}]',
    ],
)
def test_answers_that_make_no_sense_are_told_in_words(body, tmp_path):
    with service(says(body)) as (port, _):
        error = refused(lambda: at(port).find_studies(ASKED, silent))
        assert (error.code, "not that of a DICOMweb" in error.detail) == ("pacs-failed", True)
        for call in (
            lambda: at(port).find_series("1.2.3", silent),
            lambda: at(port).fetch(Wanted("1.2.3"), tmp_path / "got", silent),
        ):
            with contextlib.suppress(StudyError):
                call()


@pytest.mark.parametrize(("body", "kind"), [(b"[]", JSON), (b"<x", "application/dicom+xml")])
def test_nonsense_after_a_result_was_sent_is_told(result, body, kind):
    with service(says(body, kind=kind)) as (port, _):
        assert refused(lambda: at(port).send([result], silent)).code == "pacs-failed"


def test_a_delivery_that_is_no_dicom_is_told(tmp_path):
    listed = b'[{"0020000E": {"vr": "UI", "Value": ["1.2.4"]}, "00080018": {"vr": "UI", "Value": ["../../x"]}}]'

    def answer(request: http.server.BaseHTTPRequestHandler) -> None:
        if request.path.split("?")[0].endswith("/instances"):
            says(listed)(request)
        else:
            body = b"--b\r\nContent-Type: application/dicom\r\n\r\njunk\r\n--b--"
            says(body, kind='multipart/related; type="application/dicom"; boundary=b')(request)

    with service(answer) as (port, _):
        assert refused(lambda: at(port).fetch(Wanted("1.2.3"), tmp_path / "got", silent)).code == "pacs-failed"
    assert list((tmp_path / "got").iterdir()) == []


def test_an_answer_that_unpacks_without_end_is_cut_off(monkeypatch):
    monkeypatch.setattr(web_way, "LONGEST_ANSWER", 1 << 20)
    bomb = gzip.compress(b"[" + b" " * (8 << 20) + b"]")
    with service(says(bomb, Content_Encoding="gzip")) as (port, _):
        error = refused(lambda: at(port).find_studies(ASKED, silent))
    assert (error.code, "longer" in error.detail) == ("pacs-failed", True)


def test_more_studies_than_were_asked_for_are_left_out():
    one = b'{"0020000D": {"vr": "UI", "Value": ["1.2"]}}'
    with service(says(b"[" + b",".join([one] * (MOST + 10)) + b"]")) as (port, _):
        assert len(at(port).find_studies(ASKED, silent)) == MOST


def test_an_answer_that_drips_is_left_at_once_when_a_person_wishes():
    def drip(request: http.server.BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", JSON)
        request.end_headers()
        for _ in range(600):
            request.wfile.write(b" ")
            request.wfile.flush()
            time.sleep(0.1)

    begun = time.monotonic()

    def progress(_fraction: float, _note: str) -> None:
        if time.monotonic() - begun > 0.5:
            raise Cancelled

    with service(drip) as (port, _), pytest.raises(Cancelled):
        at(port).find_studies(ASKED, progress)
    assert time.monotonic() - begun < 30, "it would have dripped for a minute"
