"""Against a real archive: asked, fetched from, and sent to, over DIMSE and DICOMweb, with what comes compared."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pydicom
import pytest
from hospital import Orthanc
from pydicom.uid import RLELossless, generate_uid
from volumes_for_dicom import NAME, NUMBER, noise, oblique_grid

from fets_desktop.dicom.network.arriving import file_name
from fets_desktop.dicom.network.fetch import Wanted, fetch
from fets_desktop.dicom.network.find import find_series, find_studies
from fets_desktop.dicom.network.link import echo
from fets_desktop.dicom.network.send import send
from fets_desktop.dicom.network.web import WebNode
from fets_desktop.dicom.write import write_series
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.node import Query
from fets_desktop.study.progress import silent


@pytest.fixture(scope="module")
def disc(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pydicom.FileDataset]:
    """Two series of one patient, one of a second with another script; one series compressed. By UID of the image."""
    folder = tmp_path_factory.mktemp("disc")
    who = {"patient_name": NAME, "patient_id": NUMBER, "study_date": "20260401"}
    head = noise(oblique_grid(shape=(4, 20, 16)))
    files = write_series(head, folder / "t1", Contrast.T1, **who)
    files += write_series(head, folder / "t2", Contrast.T2, **who)
    for number, file in enumerate(files):
        dataset = pydicom.dcmread(file)
        dataset.StudyDescription = "Brain MR follow-up"
        if number >= 4:
            dataset.compress(RLELossless, generate_instance_uid=False)
        dataset.save_as(file)
    other = {"patient_name": "Yamada^Tarou=山田^太郎=やまだ^たろう", "patient_id": "0815", "study_date": "20250115"}
    files += write_series(head, folder / "other", Contrast.T1, **other)
    return {str((dataset := pydicom.dcmread(file)).SOPInstanceUID): dataset for file in files}


@pytest.fixture(scope="module")
def filled(orthanc: Orthanc, disc: dict[str, pydicom.FileDataset]) -> Orthanc:
    orthanc.empty()
    orthanc.put(*(Path(str(dataset.filename)) for dataset in disc.values()))
    return orthanc


@pytest.fixture(scope="module")
def study(disc) -> str:
    return next(str(d.StudyInstanceUID) for d in disc.values() if d.PatientID == NUMBER)


@pytest.fixture(params=["dimse", "web"])
def ask(request, filled):
    """Both ways of asking, behind one face."""
    if request.param == "web":
        web = WebNode(filled.web())
        return lambda query: web.find_studies(query, silent), lambda uid: web.find_series(uid, silent)
    node = filled.node()
    return lambda query: find_studies(node, query, silent), lambda uid: find_series(node, uid, silent)


@pytest.fixture(params=["get", "move", "web"])
def bring(request, filled):
    """Every way of fetching, behind one face."""
    if request.param == "web":
        return lambda wanted, folder: WebNode(filled.web()).fetch(wanted, folder, silent)
    node = filled.node() if request.param == "get" else filled.mover()
    return lambda wanted, folder: fetch(node, wanted, folder, silent, door_port=filled.door_port)


def test_the_archive_answers_an_echo(orthanc):
    echo(orthanc.node())
    WebNode(orthanc.web()).echo(silent)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(patient_id=NUMBER), {NUMBER}),
        (Query(patient_id="*"), {NUMBER, "0815"}),
        (Query(patient_name="muster"), {NUMBER}),
        (Query(since="20260101"), {NUMBER}),
        (Query(until="20251231"), {"0815"}),
        (Query(since="20260401", until="20260401"), {NUMBER}),
        (Query(since="20250101", until="20261231", modality="mr"), {NUMBER, "0815"}),
        (Query(since="20250101", modality="CT"), set()),
        (Query(since="20250101", description="follow-up"), {NUMBER}),
        (Query(patient_id="nobody"), set()),
    ],
)
def test_studies_are_found_by_each_key(ask, query, expected):
    assert {one.patient_id for one in ask[0](query)} == expected


def test_a_study_and_its_series_are_told_whole(ask, study):
    (found,) = ask[0](Query(patient_id=NUMBER))
    assert found.study == study
    assert (found.patient_name, found.date, found.modalities) == ("Mustermann Erika", "20260401", ("MR",))
    assert (found.series, found.images) == (2, 8)
    series = ask[1](study)
    assert sorted((one.number, one.modality, one.images) for one in series) == [(2, "MR", 4), (4, "MR", 4)]


def test_names_in_other_scripts_arrive(filled):
    (found,) = find_studies(filled.node(), Query(patient_id="0815"), silent)
    assert found.patient_name == "Yamada Tarou / 山田 太郎 / やまだ たろう"


def test_a_fetched_study_is_what_was_stored_voxel_by_voxel(bring, disc, study, tmp_path):
    steps = bring(Wanted(study), tmp_path / "got")
    wanted = {uid: dataset for uid, dataset in disc.items() if dataset.StudyInstanceUID == study}
    assert (steps.images, steps.fresh, steps.foreign) == (8, 8, 0)
    assert {path.name for path in (tmp_path / "got").iterdir()} == {file_name(uid) for uid in wanted}
    for uid, original in wanted.items():
        got = pydicom.dcmread(tmp_path / "got" / file_name(uid))
        assert got.SOPInstanceUID == uid
        assert np.array_equal(got.pixel_array, original.pixel_array)


def test_what_is_compressed_comes_as_it_is_stored(filled, disc, study, tmp_path):
    fetch(filled.node(), Wanted(study), tmp_path, silent)
    syntaxes = [pydicom.dcmread(file).file_meta.TransferSyntaxUID for file in tmp_path.iterdir()]
    assert syntaxes.count(RLELossless) == 4


def test_one_series_can_be_fetched_alone(bring, disc, study, tmp_path):
    series = next(str(d.SeriesInstanceUID) for d in disc.values() if d.StudyInstanceUID == study)
    assert bring(Wanted(study, (series,)), tmp_path / "got").images == 4


def test_only_what_is_missing_is_fetched_again(bring, study, tmp_path):
    folder = tmp_path / "got"
    bring(Wanted(study), folder)
    first, *kept = sorted(folder.iterdir())
    ages = {file.name: file.stat().st_ino for file in kept}
    first.unlink()
    again = bring(Wanted(study), folder)
    assert (again.images, again.fresh) == (8, 1)
    assert {file.name: file.stat().st_ino for file in folder.iterdir() if file.name != first.name} == ages


def test_a_study_that_is_not_there_is_told(bring, tmp_path):
    with pytest.raises(StudyError) as told:
        bring(Wanted(generate_uid()), tmp_path / "got")
    assert told.value.code in ("pacs-empty", "pacs-failed")


def test_a_destination_the_archive_does_not_know_is_told_in_words(filled, study, tmp_path):
    node = replace(filled.mover(), our_ae="NOBODY")
    with pytest.raises(StudyError) as told:
        fetch(node, Wanted(study), tmp_path, silent, door_port=filled.door_port)
    assert told.value.code == "pacs-failed"
    assert "NOBODY" in told.value.detail or "status" in told.value.detail


def test_an_ae_title_it_does_not_go_by_is_told(orthanc):
    with pytest.raises(StudyError, match="does not go by the AE title WRONG") as told:
        echo(orthanc.node(their_ae="WRONG"))
    assert told.value.code == "pacs-refused"


@pytest.mark.parametrize("way", ["dimse", "web"])
def test_results_are_sent_and_lie_there(orthanc, way, tmp_path):
    who = {"patient_name": "P-1", "patient_id": f"P-{way}", "study_date": "20260401"}
    files = write_series(noise(oblique_grid(shape=(3, 8, 8))), tmp_path, Contrast.T1, **who)
    sent = WebNode(orthanc.web()).send(files, silent) if way == "web" else send(orthanc.node(), files, silent)
    assert sent == 3
    (found,) = find_studies(orthanc.node(), Query(patient_id=f"P-{way}"), silent)
    assert found.images == 3


def test_wrong_addresses_of_a_web_service_are_told(orthanc):
    for url, code, words in (
        (orthanc.web().url.replace("dicom-web", "nothing"), "pacs-failed", "no DICOMweb service"),
        ("http://no-such-host.invalid/dicom-web", "pacs-unreachable", "not found"),
        ("http://127.0.0.1:1/dicom-web", "pacs-unreachable", "refused"),
        (orthanc.web().url.replace("http:", "https:"), "pacs-insecure", "TLS"),
    ):
        with pytest.raises(StudyError, match=words) as told:
            WebNode(orthanc.web(url=url)).echo(silent)
        assert told.value.code == code
