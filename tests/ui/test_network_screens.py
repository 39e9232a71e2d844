"""The hospital's network in the window: nodes entered and tested, studies looked for and fetched, results sent."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QScrollArea
from shiboken6 import isValid

from fets_desktop.app.certificates import PemKind
from fets_desktop.app.nodes import Nodes
from fets_desktop.app.pacs import Pacs
from fets_desktop.app.sending import Sending
from fets_desktop.study.errors import StudyError
from fets_desktop.study.node import FetchBy, Node, NodeKind
from fets_desktop.ui.screens.cases.screen import CasesScreen
from fets_desktop.ui.screens.import_.screen import ImportScreen
from fets_desktop.ui.screens.pacs_query import PacsQuery, day_of
from fets_desktop.ui.screens.settings import SettingsScreen
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.theme import apply_theme
from fets_desktop.ui.typed_date import date_of
from fets_desktop.ui.widgets.node_dialog import NodeDialog
from fets_desktop.ui.widgets.receiving_line import ReceivingLine
from fets_desktop.ui.widgets.send_dialog import SendDialog
from tests.hospital import make_certificates
from tests.ui.conftest import settle
from tests.ui.fake_network import MAIN, SERIES, STUDIES, WEB
from tests.ui.hands import click, dialog_of
from tests.ui.test_window_pictures import LARGE, SMALL, nothing_cut_off, picture


@pytest.fixture
def network(hall):
    hall.network.nodes = {node.name: node for node in (MAIN, WEB)}
    return hall.network


def choose(combo: QComboBox, value: object) -> None:
    combo.setCurrentIndex(combo.findData(value))


# --- nodes


def test_nodes_are_listed_tested_and_removed(make, hall, network, qt):
    screen = make(SettingsScreen)
    rows = screen.network.rows
    assert list(rows) == ["Main PACS", "Research archive"]
    click(rows["Main PACS"].test)
    assert hall.calls[-1] == ("echo", MAIN, None)
    network.end(network.last("pacs_echo"), "failed", "The PACS could not be reached. It is off.")
    assert rows["Main PACS"].outcome.text() == "The PACS could not be reached. It is off."
    click(rows["Main PACS"].test)
    network.end(network.last("pacs_echo"))
    assert rows["Main PACS"].outcome.text() == "It answers."
    click(rows["Research archive"].remove)
    settle(qt)
    assert list(screen.network.rows) == ["Main PACS"]


def test_whether_it_listens_is_said_at_its_switch(make, hall, network, qt):
    screen = make(SettingsScreen)
    line = screen.findChild(ReceivingLine)
    hall.job(1, "pacs_listen", "Receiving images")
    assert not line.isVisible(), "nobody wants it to"
    hall.settings.set("pacs.listen", True)
    assert line.text() == "It listens at port 11112."
    why = "The file of this computer's certificate or its key is not there."
    hall.errors["job-2"] = StudyError("pacs-settings", why)
    hall.job(2, "pacs_listen", "Receiving images", state="failed", code="pacs-settings", error="All of it.")
    assert line.text() == f"It does not listen. {why}"
    assert line.property("look") == "bad"
    hall.settings.set("pacs.listen", False)
    assert not line.isVisible()


def test_the_dialog_of_a_node_takes_the_room_that_its_rows_and_words_need(make, hall, network, qt):
    screen = make(SettingsScreen)
    click(screen.network.add)
    dialog = dialog_of(screen.window(), NodeDialog)
    assert "Unchanged" not in dialog.form.password.placeholderText(), "a new one has no password yet"
    small = dialog.height()
    dialog.form.tls.setChecked(True)
    settle(qt)
    large = dialog.height()
    click(dialog.test)
    network.end(network.last("pacs_echo"), "failed", "The file of our certificate or its key cannot be used. " * 4)
    settle(qt)
    assert dialog.outcome.height() >= dialog.outcome.heightForWidth(dialog.outcome.width())
    for part in (dialog.form, dialog.form.name, dialog.form.key_file, dialog.form.own):
        assert part.height() >= part.sizeHint().height()
    dialog.form.tls.setChecked(False)
    settle(qt)
    assert dialog.height() == small < large, "rows that went leave no holes"
    dialog.reject()
    settle(qt)


def test_a_node_is_entered(make, hall, network, qt):
    hall.chosen["pacs.ae"] = "FETS7"
    screen = make(SettingsScreen)
    click(screen.network.add)
    dialog = dialog_of(screen.window(), NodeDialog)
    form = dialog.form
    assert form.our_ae.text() == "FETS7"
    assert not form.url.isVisible()
    click(dialog.keep)
    assert "name" in dialog.outcome.text()
    form.name.setText("CT archive")
    form.host.setText("ct.hospital")
    form.port.setValue(11112)
    form.their_ae.setText("CTARCHIVE")
    choose(form.fetch_by, FetchBy.MOVE)
    click(dialog.test)
    tested = hall.calls[-1][1]
    network.end(network.last("pacs_echo"))
    assert dialog.outcome.text() == "It answers."
    click(dialog.keep)
    settle(qt)
    wanted = Node("CT archive", host="ct.hospital", port=11112, their_ae="CTARCHIVE", our_ae="FETS7")
    assert network.nodes["CT archive"] == replace(wanted, fetch_by=FetchBy.MOVE) == tested
    assert "CT archive" in screen.network.rows


def test_files_of_certificates_are_judged_where_they_are_chosen(make, hall, network, qt, tmp_path):
    pki = make_certificates(tmp_path / "pki", days=90)
    screen = make(SettingsScreen)
    field = {name: screen.controls[f"pacs.{name}_file"] for name in ("cert", "key", "ca")}
    assert all(pem.verdict.isHidden() for pem in field.values())
    click(field["cert"].choose)
    chooser = dialog_of(screen.window(), QFileDialog)
    chooser.fileSelected.emit(str(pki / "server.crt"))
    chooser.reject()
    settle(qt)
    assert hall.settings.get("pacs.cert_file") == str(pki / "server.crt")
    assert field["cert"].verdict.text().endswith("89 days left.")
    assert (field["cert"].verdict.property("look"), field["key"].verdict.property("look")) == ("good", "bad")
    field["key"].field.setText(str(pki / "client.key"))
    field["key"].field.editingFinished.emit()
    assert field["key"].verdict.text() == "It is not the key of the certificate."
    field["key"].field.setText(str(pki / "server.key"))
    field["key"].field.editingFinished.emit()
    assert field["key"].verdict.text() == "It is the key of the certificate."
    nothing_cut_off(screen)
    screen.findChild(QScrollArea).ensureWidgetVisible(field["ca"])
    picture(screen, "certificates-of-this-computer")


def test_a_node_s_files_are_judged_in_its_dialog_which_grows_for_the_words(make, hall, network, qt, tmp_path):
    pki = make_certificates(tmp_path / "pki", days=90)
    screen = make(SettingsScreen)
    click(screen.network.add)
    dialog = dialog_of(screen.window(), NodeDialog)
    form = dialog.form
    form.tls.setChecked(True)
    settle(qt)
    before = dialog.height()
    for kind, name in ((PemKind.CERTIFICATE, "server.crt"), (PemKind.KEY, "client.key"), (PemKind.AUTHORITY, "ca.crt")):
        form._pems[kind].field.setText(str(pki / name))
        form._pems[kind].field.editingFinished.emit()
    settle(qt)
    assert [pem.verdict.property("look") for pem in form._pems.values()] == ["good", "good", "bad"]
    assert dialog.height() > before
    for pem in form._pems.values():
        assert pem.verdict.height() >= pem.verdict.heightForWidth(pem.verdict.width())
    nothing_cut_off(dialog)
    picture(dialog, "certificates-of-a-node")
    dialog.reject()
    settle(qt)


def test_fields_follow_what_a_node_speaks(make, hall, network, qt):
    screen = make(SettingsScreen)
    click(screen.network.rows["Main PACS"].edit)
    dialog = dialog_of(screen.window(), NodeDialog)
    form = dialog.form
    assert form.their_ae.text() == "MAINPACS"
    assert not form.ca_file.isVisible()
    form.tls.setChecked(True)
    assert form.ca_file.isVisible()
    choose(form.kind, NodeKind.DICOMWEB)
    assert form.url.isVisible()
    assert not form.their_ae.isVisible()
    form.url.setText("https://x.hospital/dicom-web")
    form.user.setText("fets")
    form.password.setText("geheim")
    click(dialog.keep)
    settle(qt)
    assert network.nodes["Main PACS"].kind is NodeKind.DICOMWEB
    assert network.secrets["Main PACS"] == {"password": "geheim"}


def test_a_password_that_cannot_be_kept_is_told(make, hall, network, qt):
    network.kept = False
    screen = make(SettingsScreen)
    click(screen.network.rows["Research archive"].edit)
    dialog = dialog_of(screen.window(), NodeDialog)
    click(dialog.keep)
    assert dialog.isVisible()
    assert "no place for its password" in dialog.outcome.text()
    dialog.reject()
    settle(qt)


def test_a_test_that_runs_is_stopped_with_its_dialog(make, hall, network, qt):
    screen = make(SettingsScreen)
    click(screen.network.rows["Main PACS"].edit)
    dialog = dialog_of(screen.window(), NodeDialog)
    click(dialog.test)
    job = network.last("pacs_echo")
    dialog.reject()
    settle(qt)
    assert ("cancel", job) in hall.calls


# --- asking and fetching


@pytest.fixture
def query(keep, hall, network, qt):
    owner = keep(CasesScreen(hall))
    keep(owner.header_actions(), shown=False)
    dialog = PacsQuery(hall, owner)
    dialog.open()
    settle(qt)
    yield dialog
    if isValid(dialog):
        dialog.reject()
    settle(qt)


def search(query, network, found=STUDIES):
    query.fields["patient_id"].setText("0047110815")
    click(query.search)
    network.end(network.last("pacs_find"), found=found)


def test_a_patient_is_looked_for(query, hall, network):
    query.fields["since"].setText("2026-01-01")
    search(query, network)
    name, asked = hall.calls[-1][1:]
    assert name == "Main PACS"
    assert (asked.patient_id, asked.since, asked.modality) == ("0047110815", "20260101", "MR")
    shown = [query.studies.model().index(row, 2).data() for row in range(3)]
    assert shown == ["2026-04-01", "2026-01-14", "–"], "the newest first"
    assert query.words.text() == "3 studies found"
    assert not query.fetch.isEnabled()


def test_the_only_study_is_chosen_at_once(query, hall, network):
    search(query, network, STUDIES[:1])
    asked = [call for call in hall.calls if call[0] == "find"]
    assert [call[2].study for call in asked] == ["", STUDIES[0].study], "and its series are asked for once"
    assert query.fetch.accessibleName() == "Fetch 1 study"


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("2024-07-01", "20240701"),
        ("20240701", "20240701"),
        ("2024/7/1", "20240701"),
        ("2024.07.01", "20240701"),
        ("1.7.2024", "20240701"),
        ("01.07.2024", "20240701"),
        ("", ""),
    ],
)
def test_a_date_may_be_typed_as_people_write_it(typed, asked):
    assert date_of(typed) == asked


@pytest.mark.parametrize("typed", ["07/01/2024", "2024-13-01", "yesterday", "2024-07", "31.2.2024"])
def test_what_is_no_date_is_told_and_nothing_is_asked(query, hall, typed):
    query.fields["patient_id"].setText("1")
    query.fields["until"].setText(typed)
    click(query.search)
    assert "Write dates as" in query.words.text()
    assert not any(call[0] == "find" for call in hall.calls)


def test_a_question_for_everything_is_refused_in_words(query, hall):
    click(query.search)
    assert "an archive is large" in query.words.text()
    assert not any(call[0] == "find" for call in hall.calls)


def test_one_may_type_at_once_and_words_and_series_have_room(query, qt):
    assert query.focusWidget() is query.fields["patient_id"]
    click(query.search)
    query._say("Give a patient number, a name, an accession number or a date: an archive is large.", "bad")
    settle(qt)
    assert query.words.height() < 2 * query.words.fontMetrics().height(), "they stand on one line"
    assert query.series.height() > 0.7 * query.studies.height(), "a study has ten series or more"


def test_a_failure_is_said_where_it_was_asked(query, network):
    query.fields["patient_id"].setText("1")
    click(query.search)
    network.end(network.last("pacs_find"), "failed", "The PACS could not be reached. It is off.")
    assert query.words.text() == "The PACS could not be reached. It is off."


def test_a_study_is_fetched_whole_or_in_part(query, hall, network, qt):
    search(query, network)
    query.studies.selectRow(0)
    settle(qt)
    assert hall.calls[-1][2].study == "1.2.1"
    network.end(network.last("pacs_find"), found=SERIES)
    assert query.series.model().rowCount() == 2
    assert query.fetch.accessibleName() == "Fetch 1 study"
    query.series.selectRow(1)
    assert query.fetch.accessibleName() == "Fetch 1 series"
    click(query.fetch)
    assert hall.calls[-1] == ("get", "Main PACS", "1.2.1", ["1.2.1.2"])
    assert not query.isVisible()


def test_several_studies_are_fetched_at_once(query, hall, network, qt):
    search(query, network)
    query.studies.selectAll()
    settle(qt)
    click(query.fetch)
    assert [call[2] for call in hall.calls if call[0] == "get"] == ["1.2.1", "1.2.2", "1.2.3"]


def test_names_are_let_go_of_when_the_dialog_closes(query, hall, network, qt):
    search(query, network)
    query.studies.selectRow(1)
    settle(qt)
    running = network.last("pacs_find")
    query.reject()
    settle(qt)
    assert ("cancel", running) in hall.calls
    assert set(network.forgotten) == {job for job, view in hall.views.items() if view.task == "pacs_find"}


def test_without_a_pacs_the_dialog_says_where_to_enter_one(keep, hall, qt):
    owner = keep(CasesScreen(hall))
    keep(owner.header_actions(), shown=False)
    dialog = PacsQuery(hall, owner)
    dialog.open()
    settle(qt)
    assert "Settings" in dialog.words.text()
    assert not dialog.search.isEnabled()
    dialog.reject()
    settle(qt)


def test_the_import_screen_leads_to_the_pacs(make, hall, network, qt):
    screen = make(ImportScreen)
    click(screen.from_pacs)
    settle(qt)
    dialog = dialog_of(screen, PacsQuery)
    dialog.reject()
    settle(qt)


def test_dates_are_written_as_people_write_them():
    assert day_of("20260401") == "2026-04-01"
    assert day_of("") == "–"
    assert day_of("odd") == "odd"


def test_listening_gives_way_to_work_that_comes_to_an_end(keep, hall, qt):
    window = keep(MainWindow(hall))
    hall.job(1, "pacs_listen", "Receiving images", note="Listening at port 11112 as FETS: 0 studies")
    settle(qt)
    window.job_bar.refresh()
    assert window.job_bar._title.text() == "Receiving images"
    assert not window.job_bar._bar.isVisible()
    assert "%" not in window.job_bar._note._whole
    hall.job(2, "prepare", "Preparing GLI-0121", "GLI-0121", fraction=0.4)
    window.job_bar.refresh()
    assert window.job_bar._title.text() == "Preparing GLI-0121"
    assert window.job_bar._bar.isVisible()
    hall.job(2, "prepare", "Preparing GLI-0121", "GLI-0121", "failed", code="disk-full", error="The disk is full.")
    window.job_bar.refresh()
    assert "failed" in window.job_bar._title.text()


# --- sending


def test_that_nobody_has_signed_what_is_sent_is_told(make, hall, network, qt):
    screen = make(CasesScreen)
    screen.open_case("GLI-0117")
    settle(qt)
    click(screen._actions["send"])
    dialog = dialog_of(screen, SendDialog)
    assert dialog.unsigned.isVisible()
    assert dialog.unsigned.text().startswith("1 case has no approved labels: ")
    dialog.reject()
    settle(qt)


def test_results_are_sent_under_the_pseudonym_unless_asked(make, hall, network, qt):
    screen = make(CasesScreen)
    screen.table.selectRow(0)
    settle(qt)
    screen._actions["send"].click()
    dialog = dialog_of(screen, SendDialog)
    assert dialog.unsigned.isHidden(), "what is sent was approved"
    assert dialog.identity.isEnabled()
    assert not dialog.identity.isChecked()
    dialog.nodes.setCurrentText("Research archive")
    assert not dialog.identity.isEnabled()
    dialog.kinds["report"].setChecked(True)
    click(dialog._send)
    settle(qt)
    name, kinds, identity = hall.calls[-1][2:]
    assert (name, kinds, identity) == ("Research archive", ["seg", "report"], False)
    export = network.last("export")
    send = network.follow(export, objects=5)
    network.end(export)
    assert screen.exported.isHidden(), "made, not sent yet"
    network.end(send)
    assert screen.exported.words.text() == "Results of 1 case are at Research archive."


def test_what_did_not_arrive_is_told(make, hall, network, qt):
    screen = make(CasesScreen)
    screen.table.selectRow(0)
    settle(qt)
    screen._actions["send"].click()
    click(dialog_of(screen, SendDialog)._send)
    settle(qt)
    network.end(network.last("export"), "failed", "The disk is full.")
    assert screen.exported.words.text() == "1 case could not be sent."


def test_the_identity_goes_to_the_own_pacs_when_asked(make, hall, network, qt):
    screen = make(CasesScreen)
    screen.table.selectRow(0)
    settle(qt)
    screen._actions["send"].click()
    dialog = dialog_of(screen, SendDialog)
    dialog.identity.setChecked(True)
    dialog.nodes.setCurrentText("Research archive")
    assert not dialog.identity.isChecked(), "another PACS takes the wish back"
    dialog.nodes.setCurrentText("Main PACS")
    dialog.identity.setChecked(True)
    hall.fail = StudyError("pacs-identity", "Who this patient is, is not kept in this workspace.")
    click(dialog._send)
    settle(qt)
    told = dialog_of(screen, QDialog)
    assert "identity" in told.accessibleName()
    told.close()
    settle(qt)


def test_the_fake_network_has_only_what_the_real_one_has(hall):
    for room, kind in (("pacs", Pacs), ("sending", Sending)):
        for name in vars(getattr(hall, room)):
            assert hasattr(kind, name), f"{room}.{name}"
    for name in ("all", "get", "secret", "put", "remove"):
        assert hasattr(Nodes, name)


# --- pictures


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", [LARGE, SMALL], ids=["large", "small"])
def test_pictures_of_the_network(keep, hall, network, qt, theme, size):
    hall.chosen["look.theme"] = theme
    apply_theme(theme)
    window = keep(MainWindow(hall), size=size)
    window.open_place("settings", "")
    settle(qt)
    screen = window.screen_of("settings")
    click(screen.network.rows["Main PACS"].test)
    network.end(network.last("pacs_echo"), "failed", "The PACS refused to talk to this program. It does not know FETS.")
    settle(qt)
    nothing_cut_off(window)
    picture(window, f"network-settings-{theme}-{size[0]}")
    dialogs = [NodeDialog(hall, replace(MAIN, tls=True), window), NodeDialog(hall, WEB, window)]
    dialogs += [SendDialog(hall, 2, window), PacsQuery(hall, window)]
    for number, dialog in enumerate(dialogs):
        dialog.open()
        settle(qt)
        if isinstance(dialog, PacsQuery):
            search(dialog, network)
            dialog.studies.selectRow(0)
            settle(qt)
            network.end(network.last("pacs_find"), found=SERIES)
            settle(qt)
        nothing_cut_off(dialog)
        assert dialog.height() <= size[1] - 40, "it fits the screen"
        picture(dialog, f"network-dialog-{number}-{theme}-{size[0]}")
        dialog.reject()
        settle(qt)
