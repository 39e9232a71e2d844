"""Peers that misbehave: every one ends in plain words, in time, with what had arrived whole kept and nothing else."""

import copy
import logging
import random
import socket
import threading
import time
from pathlib import Path

import pydicom
import pytest
from bad_peers import (
    ABORT,
    HUGE,
    NONSENSE,
    archive,
    hands_out,
    matches,
    node_at,
    raw_peer,
    rejection,
    silent_for,
)
from free_ports import free_port
from pynetdicom import AE, evt
from volumes_for_dicom import NAME, NUMBER, noise, oblique_grid

from fets_desktop.dicom.network import fetch as fetching
from fets_desktop.dicom.network import link
from fets_desktop.dicom.network.arriving import Arrivals, file_name
from fets_desktop.dicom.network.fetch import GET, Wanted, fetch
from fets_desktop.dicom.network.find import MOST, find_studies
from fets_desktop.dicom.network.link import echo
from fets_desktop.dicom.network.send import send
from fets_desktop.dicom.network.web import WebNode
from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.node import FetchBy, Node, NodeKind, Query
from fets_desktop.study.progress import silent

ASKED = Query(patient_id=NUMBER)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("disc")
    who = {"patient_name": NAME, "patient_id": NUMBER, "study_date": "20260401"}
    return [
        pydicom.dcmread(file) for file in write_series(noise(oblique_grid(shape=(6, 8, 8))), folder, Contrast.T1, **who)
    ]


@pytest.fixture(scope="module")
def strangers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("other")
    who = {"patient_name": "Other^One", "patient_id": "4711", "study_date": "20260402"}
    return [
        pydicom.dcmread(file) for file in write_series(noise(oblique_grid(shape=(2, 8, 8))), folder, Contrast.T1, **who)
    ]


def refusal(call) -> tuple[StudyError, float]:
    begun = time.monotonic()
    with pytest.raises(StudyError) as told:
        call()
    return told.value, time.monotonic() - begun


def no_patient_in(error: StudyError) -> bool:
    return NUMBER not in str(error) and "Mustermann" not in str(error)


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        (None, "pacs-silent", "never answered the request for an association"),
        (rejection(1, 1, 3), "pacs-refused", "does not know the AE title FETS"),
        (rejection(1, 1, 7), "pacs-refused", "does not go by the AE title BAD"),
        (rejection(1, 1, 1), "pacs-refused", "gave no reason"),
        (rejection(2, 3, 1), "pacs-refused", "busy"),
        (rejection(2, 3, 2), "pacs-refused", "as many connections as it takes"),
        (ABORT, "pacs-silent", "aborted"),
        (b"", "pacs-silent", "aborted"),
        (NONSENSE, "pacs-silent", "aborted"),
        (HUGE, "pacs-silent", "aborted"),
    ],
)
def test_an_association_that_fails_says_why(answer, code, words):
    # who announces too much keeps the line open: only the limit ends it before the time is up
    with raw_peer(answer, close=answer != HUGE) as port:
        error, seconds = refusal(lambda: echo(node_at(port, timeout_s=1.0 if answer is None else 60.0)))
    assert error.code == code
    assert words in error.detail
    assert seconds < 30


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [(rejection(1, 1, 3), "pacs-refused", "does not know the AE title FETS"), (ABORT, "pacs-silent", "aborted")],
)
def test_an_answer_that_came_and_went_before_anybody_looked_says_why_too(answer, code, words, monkeypatch):
    class Late(threading.Event):
        def wait(self, timeout=None):
            stands = super().wait(timeout)
            time.sleep(0.5)  # as on a busy computer: meanwhile the peer answers and hangs up
            return stands

    plain = link._ReadySocket.__init__

    def begin(self, *arguments):
        plain(self, *arguments)
        self._ready = Late()

    monkeypatch.setattr(link._ReadySocket, "__init__", begin)
    with raw_peer(answer) as port:
        error, _ = refusal(lambda: echo(node_at(port)))
    assert (error.code, words in error.detail) == (code, True), error


def test_a_name_and_a_port_nobody_answers_at():
    assert "not found" in refusal(lambda: echo(node_at(1, host="no-such-host.invalid")))[0].detail
    assert "refused the connection" in refusal(lambda: echo(node_at(free_port())))[0].detail


def test_a_computer_that_swallows_packets_is_given_up():
    """A full backlog: the kernel drops what asks to be let in."""
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        held = [socket.socket() for _ in range(4)]
        for one in held:
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", port))
        error, seconds = refusal(lambda: echo(node_at(port, timeout_s=1.0)))
        for one in held:
            one.close()
    assert error.code in ("pacs-unreachable", "pacs-silent")
    assert "1 s" in error.detail
    assert seconds < 30


def test_an_archive_that_offers_no_search_is_told():
    with archive(offers=()) as port:
        error, _ = refusal(lambda: find_studies(node_at(port), ASKED, silent))
    assert error.code == "pacs-refused"
    assert "no presentation context accepted" in error.detail


def test_an_archive_that_takes_a_question_and_never_answers():
    with archive((evt.EVT_C_FIND, silent_for(60))) as port:
        error, seconds = refusal(lambda: find_studies(node_at(port, timeout_s=3.0), ASKED, silent))
    assert error.code == "pacs-silent"
    assert "did not answer within 3 s" in error.detail
    assert seconds < 30
    assert no_patient_in(error)


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        (0xA700, "pacs-failed", "out of resources"),
        (0xC001, "pacs-failed", "could not process"),
        (0x0122, "pacs-refused", "kind of object"),
    ],
)
def test_a_failure_that_an_archive_answers_with(status, code, words):
    with archive((evt.EVT_C_FIND, lambda _event: iter([(status, None)]))) as port:
        error, _ = refusal(lambda: find_studies(node_at(port), ASKED, silent))
    assert (error.code, words in error.detail) == (code, True)


def test_endless_answers_are_cut_off():
    def flood(event):
        for number in range(MOST * 20):
            if event.is_cancelled:
                yield 0xFE00, None
                return
            found = pydicom.Dataset()
            found.StudyInstanceUID = f"1.2.{number + 1}"
            yield 0xFF00, found

    with archive((evt.EVT_C_FIND, flood)) as port:
        assert len(find_studies(node_at(port), ASKED, silent)) == MOST


def test_a_list_of_images_without_an_end_is_told(files, tmp_path, monkeypatch):
    monkeypatch.setattr(fetching, "_MOST_IMAGES", 3)
    study = Wanted(str(files[0].StudyInstanceUID))
    with archive((evt.EVT_C_FIND, matches(files)), (evt.EVT_C_GET, hands_out(files))) as port:
        error, _ = refusal(lambda: fetch(node_at(port), study, tmp_path / "got", silent))
    assert error.code == "pacs-failed"
    assert "more images than any examination" in error.detail


def test_a_drop_in_the_middle_keeps_what_arrived_and_resumes(files, tmp_path):
    study = Wanted(str(files[0].StudyInstanceUID))
    with archive((evt.EVT_C_FIND, matches(files)), (evt.EVT_C_GET, hands_out(files, drop_after=4))) as port:
        error, _ = refusal(lambda: fetch(node_at(port), study, tmp_path, silent))
    assert error.code == "pacs-silent"
    assert "of 6 images have arrived and are kept" in error.detail
    assert no_patient_in(error)
    here = {file.name for file in tmp_path.iterdir()}
    assert here == {file_name(str(file.SOPInstanceUID)) for file in files[: len(here)]}
    assert 1 <= len(here) <= 4
    asked = []
    with archive((evt.EVT_C_FIND, matches(files)), (evt.EVT_C_GET, hands_out(files, asked=asked))) as port:
        done = fetch(node_at(port), study, tmp_path, silent)
    assert (done.images, done.fresh) == (6, 6 - len(here))
    (request,) = asked
    missing = {str(file.SOPInstanceUID) for file in files} - {str(f.SOPInstanceUID) for f in files[: len(here)]}
    wanted = request.SOPInstanceUID
    assert {wanted} if isinstance(wanted, str) else set(wanted) == missing


def test_images_nobody_asked_for_are_refused(files, strangers, tmp_path):
    study = Wanted(str(files[0].StudyInstanceUID))
    mixed = [*strangers, *files]
    with archive((evt.EVT_C_FIND, matches(files)), (evt.EVT_C_GET, hands_out(mixed))) as port:
        # the archive hears of each refusal, and says so at its end
        error, _ = refusal(lambda: fetch(node_at(port), study, tmp_path, silent))
    assert "Some of the images could not be sent" in error.detail
    assert {file.name for file in tmp_path.iterdir()} == {file_name(str(file.SOPInstanceUID)) for file in files}


def test_an_archive_that_sends_only_strangers_brings_nothing(files, strangers, tmp_path):
    study = Wanted(str(files[0].StudyInstanceUID))
    with archive((evt.EVT_C_FIND, matches(files)), (evt.EVT_C_GET, hands_out(strangers))) as port:
        refusal(lambda: fetch(node_at(port), study, tmp_path, silent))
    assert list(tmp_path.iterdir()) == []


def test_an_archive_that_keeps_images_back_is_told(files, tmp_path):
    study = Wanted(str(files[0].StudyInstanceUID))
    with archive((evt.EVT_C_FIND, matches(files)), (evt.EVT_C_GET, hands_out(files[:5]))) as port:
        error, _ = refusal(lambda: fetch(node_at(port), study, tmp_path, silent))
    assert "did not send 1 of 6 images" in error.detail


def test_an_archive_that_does_not_search_but_hands_out(files, tmp_path):
    study = Wanted(str(files[0].StudyInstanceUID))
    with archive((evt.EVT_C_GET, hands_out(files)), offers=(GET,)) as port:
        assert fetch(node_at(port), study, tmp_path, silent).images == 6


def test_a_disk_that_is_full_stops_a_fetch(files, tmp_path, monkeypatch):
    study = Wanted(str(files[0].StudyInstanceUID))
    statuses = []

    def full(*_arguments):
        raise StudyError("disk-full")

    def heard(event):
        if event.message.__class__.__name__ == "C_STORE_RSP":
            statuses.append(event.message.command_set.Status)

    monkeypatch.setattr("fets_desktop.dicom.network.growing.Growing.land", full)
    watch = (evt.EVT_DIMSE_RECV, heard)
    with archive((evt.EVT_C_FIND, matches(files)), (evt.EVT_C_GET, hands_out(files)), watch) as port:
        error, _ = refusal(lambda: fetch(node_at(port), study, tmp_path, silent))
    assert error.code == "disk-full"
    assert set(statuses) == {0xA700}
    assert list(tmp_path.iterdir()) == []


def test_an_image_that_is_too_large_is_told_and_the_others_are_kept(files, tmp_path, monkeypatch):
    study = Wanted(str(files[0].StudyInstanceUID))
    real = Arrivals.__init__
    files = [copy.deepcopy(one) for one in files]

    def narrow(self, folder_of, stage):
        real(self, folder_of, stage, 1 << 20)

    files[0].add_new("PixelData", "OW", random.Random(7).randbytes(1 << 21))
    monkeypatch.setattr(Arrivals, "__init__", narrow)
    with archive((evt.EVT_C_FIND, matches(files)), (evt.EVT_C_GET, hands_out(files))) as port:
        error, _ = refusal(lambda: fetch(node_at(port), study, tmp_path, silent))
    assert error.code == "pacs-failed"
    assert "1 of more than 1 MiB: not taken" in error.detail
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        file_name(str(one.SOPInstanceUID)) for one in files[1:]
    )


def test_a_move_to_an_unknown_destination_is_told(files, tmp_path):
    def nowhere(_event):
        yield None, None

    study = Wanted(str(files[0].StudyInstanceUID))
    with archive((evt.EVT_C_FIND, matches(files)), (evt.EVT_C_MOVE, nowhere)) as port:
        node = node_at(port, fetch_by=FetchBy.MOVE)
        error, _ = refusal(lambda: fetch(node, study, tmp_path, silent))
    assert error.code == "pacs-failed"
    assert "does not know the AE title FETS as a place to send images to" in error.detail


def moves_to(port: int, files):
    def answer(_event):
        yield "127.0.0.1", port
        yield len(files)
        for file in files:
            yield 0xFF00, file

    return answer


def test_an_archive_may_deliver_under_another_title_than_it_answers_to(files, tmp_path):
    study, door = Wanted(str(files[0].StudyInstanceUID)), free_port()
    with archive((evt.EVT_C_FIND, matches(files)), (evt.EVT_C_MOVE, moves_to(door, files))) as port:
        node = node_at(port, fetch_by=FetchBy.MOVE, their_ae="FRONT")
        assert fetch(node, study, tmp_path, silent, door_port=door).images == 6


def test_a_delivery_from_a_computer_nobody_named_is_refused_and_told(files, tmp_path, monkeypatch):
    monkeypatch.setattr("fets_desktop.dicom.network.door._addresses", lambda host: {"192.0.2.1"})
    study, door = Wanted(str(files[0].StudyInstanceUID)), free_port()
    with archive((evt.EVT_C_FIND, matches(files)), (evt.EVT_C_MOVE, moves_to(door, files))) as port:
        node = node_at(port, fetch_by=FetchBy.MOVE)
        error, _ = refusal(lambda: fetch(node, study, tmp_path, silent, door_port=door))
    assert "Others that may send" in error.detail
    assert list(tmp_path.iterdir()) == []


def test_an_archive_that_cannot_list_images_is_asked_for_the_whole_study(files, tmp_path):
    study = Wanted(str(files[0].StudyInstanceUID))
    refuse = (evt.EVT_C_FIND, lambda _event: iter([(0xA900, None)]))
    with archive(refuse, (evt.EVT_C_GET, hands_out(files))) as port:
        assert fetch(node_at(port), study, tmp_path, silent).images == 6


def test_a_port_that_is_taken_is_told(files, tmp_path, monkeypatch):
    monkeypatch.setattr("fets_desktop.dicom.network.fetch._PORT_S", 0.1)
    study = Wanted(str(files[0].StudyInstanceUID))
    with socket.create_server(("", 0)) as taken, archive((evt.EVT_C_FIND, matches(files))) as port:
        node = node_at(port, fetch_by=FetchBy.MOVE)
        error, _ = refusal(lambda: fetch(node, study, tmp_path, silent, door_port=taken.getsockname()[1]))
    assert error.code == "pacs-port"


@pytest.mark.parametrize("status", [0xA700, 0xC123, 0x0122])
def test_an_archive_that_takes_only_the_first_result(files, tmp_path, status):
    answers = iter([0x0000, status])
    paths = [Path(str(file.filename)) for file in files[:2]]
    with archive((evt.EVT_C_STORE, lambda _event: next(answers))) as port:
        error, _ = refusal(lambda: send(node_at(port), paths, silent))
    assert "1 of 2 had been taken" in error.detail


def test_an_archive_that_does_not_take_the_kind(files):
    entity = AE("BAD")
    entity.add_supported_context("1.2.840.10008.1.1")
    server = entity.start_server(("127.0.0.1", 0), block=False)
    try:
        error, _ = refusal(lambda: send(node_at(server.server_address[1]), [Path(str(files[0].filename))], silent))
    finally:
        server.shutdown()
    assert error.code == "pacs-refused"


@pytest.mark.parametrize("where", ["connecting", "asking", "fetching", "web"])
def test_a_person_s_wish_to_stop_is_heard_whatever_it_waits_for(where, files, tmp_path):
    wished = threading.Event()

    def progress(_fraction, _note):
        if wished.is_set():
            raise Cancelled

    def stop_soon():
        time.sleep(0.6)
        wished.set()
        return time.monotonic()

    study = Wanted(str(files[0].StudyInstanceUID))
    patient = {"timeout_s": 60.0}
    begun: list[float] = []
    thread = threading.Thread(target=lambda: begun.append(stop_soon()))
    with (
        raw_peer(None) as mute,
        archive(
            (evt.EVT_C_FIND, matches(files) if where == "fetching" else silent_for(60)),
            (evt.EVT_C_GET, hands_out(files, slow_s=60.0)),
        ) as port,
    ):
        calls = {
            "connecting": lambda: find_studies(node_at(mute, **patient), ASKED, progress),
            "asking": lambda: find_studies(node_at(port, **patient), ASKED, progress),
            "fetching": lambda: fetch(node_at(port, **patient), study, tmp_path, progress),
            "web": lambda: WebNode(
                Node("web", NodeKind.DICOMWEB, url=f"http://127.0.0.1:{mute}/x", **patient)
            ).find_studies(ASKED, progress),
        }
        thread.start()
        with pytest.raises(Cancelled):
            calls[where]()
        ended = time.monotonic()
        thread.join()
    assert ended - begun[0] < 15, "what it waited for would have come after a minute"


def test_a_web_service_that_says_no_or_nothing():
    def web(port: int, patience_s: float) -> Node:
        url = f"http://127.0.0.1:{port}/dicom-web"
        return Node("web", NodeKind.DICOMWEB, url=url, user="u", timeout_s=patience_s)

    head = b"HTTP/1.1 %d X\r\nContent-Length: 0\r\nContent-Type: application/dicom+json\r\n\r\n"
    for answer, code, words in (
        (head % 401, "pacs-refused", "401"),
        (head % 403, "pacs-refused", "403"),
        (head % 500, "pacs-failed", "500"),
        (head % 503, "pacs-failed", "busy"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Type: text/html\r\n\r\nhello", "pacs-failed", "DICOMweb"),
        (b"", "pacs-silent", "broke"),
        (None, "pacs-silent", "1 s"),
    ):
        with raw_peer(answer) as port:
            node = WebNode(web(port, 1.0 if answer is None else 60.0), "p")
            error, seconds = refusal(lambda node=node: node.find_studies(ASKED, silent))
        assert (error.code, words in error.detail) == (code, True), error
        assert seconds < 30
        assert no_patient_in(error)


def test_nothing_of_a_question_reaches_a_log(caplog):
    caplog.set_level(logging.DEBUG)
    found = pydicom.Dataset()
    found.PatientName, found.PatientID, found.StudyInstanceUID = NAME, NUMBER, "1.2.3"
    with archive((evt.EVT_C_FIND, lambda _event: iter([(0xFF00, found)]))) as port:
        (one,) = find_studies(node_at(port), ASKED, silent)
    assert one.patient_id == NUMBER
    assert NUMBER not in caplog.text
    assert "Mustermann" not in caplog.text
