"""Federation: from an invitation to the last round, on a federation in memory."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QScrollArea

from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import TRAIN, Ethics, Membership, RoundRow, Standing
from fets_desktop.ui.federation_words import end_words, round_seconds, size_words
from fets_desktop.ui.screens.federation.joined import JoinedPage
from fets_desktop.ui.screens.federation.joining import JoiningPage
from fets_desktop.ui.screens.federation.rounds import COMMON, ENDED, NOTE, ROUND
from fets_desktop.ui.screens.federation.screen import FederationScreen
from fets_desktop.ui.shell import MainWindow
from fets_desktop.ui.theme import apply_theme
from fets_desktop.ui.widgets.empty import EmptyState
from fets_desktop.ui.widgets.passphrase_dialog import PassphraseDialog
from fets_desktop.ui.widgets.sure import AskSure
from tests.ui.conftest import settle
from tests.ui.fake_federation import CHECKS, OWN, OWNER, PLAN, TAKES, renamed, rows_of
from tests.ui.hands import click, dialog_of, key, until
from tests.ui.test_window_pictures import LARGE, SMALL, colours_of, nothing_cut_off, picture

WELL = [replace(check, ok=True) for check in CHECKS]


@pytest.fixture
def fed(hall):
    hall.splitting.draw()
    return hall.joining


@pytest.fixture
def screen(make, fed):
    return make(FederationScreen)


def page(screen):
    return screen.pages.currentWidget()


# --- joining


def test_without_a_federation_an_invitation_is_asked_for(screen, fed, qt):
    assert isinstance(page(screen), EmptyState)
    assert screen.another_button.isHidden()
    screen.ask_invitation()
    dialog = dialog_of(screen, QFileDialog)
    assert "*.fetsinvite" in " ".join(dialog.nameFilters())
    dialog.reject()
    screen.open_invitation("/north.fetsinvite")
    assert isinstance(page(screen), JoiningPage)
    assert "Glioma 2026" in screen.subtitle


def test_the_plan_and_what_leaves_are_shown_item_by_item(make, fed):
    fed.put(Membership.INVITED)
    screen = make(FederationScreen)
    plan = words_in_card(screen.joining.plan)
    assert "73 rounds; sites that train: 3, that only validate: 1." in plan
    assert OWNER in plan
    leaving = words_in_card(screen.joining.leaving)
    for item in fed.leaving(PLAN.id):
        assert item.what[1:] in leaving
        assert size_words(item.size) in leaving
    assert "111.1 MiB a round, 7.9 GiB in all 73 rounds" in leaving
    assert "learning rate 0.00005" in plan


def words_in_card(card):
    return " ".join(part.text() for part in card.findChildren(type(card.heading)))


def test_the_key_the_fingerprint_and_the_certificate(make, fed, hall):
    fed.put(Membership.INVITED)
    screen = make(FederationScreen)
    card = screen.joining.certificate
    assert card.certificate_button.isHidden()
    click(card.request_button)
    dialog = dialog_of(screen, QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.reject()
    screen.save_request("/oslo.csr")
    assert ("request", PLAN.id, Path("/oslo.csr")) in hall.calls
    assert OWN in words_in_card(card)
    assert card.request_button.accessibleName() == "Save the request again…"
    screen.take_certificate("/oslo.pem")
    assert card.aside.text() == "Valid for 364 days"
    assert "fits this site's key" in card.words.text()


def test_an_icon_is_seen_on_the_ground_its_button_has(make, fed):
    fed.put(Membership.INVITED)
    screen = make(FederationScreen)
    card = screen.joining.certificate
    assert (card.request_button.property("look"), card.request_button.property("iconRole")) == ("primary", "on_accent")
    fed.put(Membership.CERTIFIED)
    screen.refresh()
    assert (card.request_button.property("look"), card.request_button.property("iconRole")) == ("", "muted")


def test_a_certificate_that_has_run_out_says_what_to_do(make, fed):
    fed.put(Membership.CERTIFIED, days_left=-1)
    screen = make(FederationScreen)
    assert "has run out. Save the request again" in screen.joining.certificate.words.text()
    assert screen.joining.missing() == "First the certificate must be here."


def test_without_a_keyring_a_passphrase_is_asked_for_and_the_deed_goes_on(make, fed, hall, qt):
    fed.put(Membership.INVITED)
    hall.secrets.unlock = lambda passphrase: hall.calls.append(("unlock", passphrase))
    hall.fail = StudyError("locked-secrets", "This computer has no keyring.")
    screen = make(FederationScreen)
    screen.save_request("/oslo.csr")
    dialog = dialog_of(screen, PassphraseDialog)
    for field in dialog.fields:
        field.setText("four long words")
    click(dialog.agree)
    settle(qt)
    assert ("unlock", "four long words") in hall.calls
    assert ("request", PLAN.id, Path("/oslo.csr")) in hall.calls


def test_nobody_joins_without_certificate_approval_and_a_look(make, fed, hall):
    fed.put(Membership.REQUESTED)
    screen = make(FederationScreen)
    joining, join = screen.joining, screen.joining.preflight.join_button
    assert joining.missing().startswith("First the certificate")
    fed.put(Membership.CERTIFIED)
    screen.refresh()
    assert "Its number is missing" in joining.missing()
    joining.ethics.number.setText("REK 2026/417")
    assert "Its date is missing" in joining.missing()
    joining.ethics.date.setText("31.1.2030")
    assert "future" in joining.missing()
    joining.ethics.date.setText("11.2.2026")
    assert joining.missing() == "First look whether all is well."
    assert not join.isEnabled()
    click(joining.preflight.look_button)
    until(lambda: joining.preflight.lines)
    assert joining.missing() == "First mend what is not well: Server."
    assert "Server, not well: nobody joins without it: The server does not answer" in joining.preflight.lines[2]
    assert "Memory, worth a look" in joining.preflight.lines[4]
    fed.checks = WELL
    click(joining.preflight.look_button)
    until(join.isEnabled)
    click(join)
    assert ("agree", PLAN.id, Ethics("REK 2026/417", "2026-02-11"), False, True) in hall.calls
    assert ("start federation", PLAN.id) in hall.calls
    assert isinstance(page(screen), JoinedPage)


def test_what_a_round_takes_is_told_when_it_is_measured_and_joining_need_not_wait(make, fed, hall):
    fed.put(Membership.CERTIFIED, ethics=Ethics("REK 2026/417", "2026-02-11"))
    fed.checks = WELL
    preflight = make(FederationScreen).joining.preflight
    click(preflight.look_button)
    until(lambda: preflight.lines)
    assert "is being measured; joining need not wait" in preflight.words.text()
    assert preflight.join_button.isEnabled()
    fed.rehearsing.end(TAKES)
    until(lambda: len(preflight.lines) == len(WELL) + 1)
    assert preflight.lines[-1] == "A round, well: About 42.0 min, without the transfer."
    assert preflight.words.text() == "All is well."
    click(preflight.look_button)
    until(lambda: hall.calls.count(("rehearse", PLAN.id)) == 2)
    assert ("stop rehearsing",) not in hall.calls, "a job that is stopped must not be taken for the new one"
    click(preflight.join_button)
    assert hall.calls.index(("stop rehearsing",)) < hall.calls.index(("start federation", PLAN.id))


def test_what_is_typed_stays_when_the_screen_is_read_again(make, fed):
    fed.put(Membership.REQUESTED)
    screen = make(FederationScreen)
    screen.joining.ethics.number.setText("REK 2026/417")
    fed.put(Membership.CERTIFIED)
    screen.refresh()
    assert screen.joining.ethics.number.text() == "REK 2026/417"


def test_scores_of_few_cases_leave_only_by_a_persons_word(make, fed, hall):
    fed.put(Membership.CERTIFIED)
    few = hall.split.validation
    assert len(few) < PLAN.fewest_scored
    screen = make(FederationScreen)
    joining = screen.joining
    assert joining.ethics.few.isVisible()
    assert "mean of one case is that case" in joining.ethics._few_words.text()
    joining.ethics.few.setChecked(True)
    joining.join_wanted.disconnect()
    heard = []
    joining.join_wanted.connect(lambda *said: heard.append(said))
    joining._join()
    assert heard == [(Ethics("", ""), True, True, None)]
    joining.show_member(screen.member(), fed.leaving(PLAN.id), PLAN.fewest_scored)
    joining._join()
    assert heard[-1][1] is False


def test_without_a_validation_case_there_is_nothing_to_agree_to(make, fed, hall):
    hall.split = None
    fed.put(Membership.CERTIFIED)
    screen = make(FederationScreen)
    assert not screen.joining.ethics.few.isVisible()
    assert "draw the split" in screen.joining.ethics._few_words.text()


def test_a_site_that_only_validates_scores_on_all_its_cases(make, fed, hall):
    plan = replace(PLAN, trainers=("north",), validators=("oslo",))
    fed.put(Membership.CERTIFIED, plan=plan)
    screen = make(FederationScreen)
    everyone = len(hall.split.train) + len(hall.split.validation)
    assert screen._validating(screen.member()) == everyone
    assert screen.joining.ethics.few.isVisible() == (everyone < plan.fewest_scored)


def test_a_wrong_file_is_told_and_nothing_is_lost(make, fed, hall, qt):
    fed.put(Membership.REQUESTED)
    screen = make(FederationScreen)
    hall.fail = StudyError("federation-certificate", "The file cannot be read.")
    screen.take_certificate("/notes.txt")
    dialogs = [d for d in screen.findChildren(object) if getattr(d, "isWindow", bool)() and d.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].close()
    assert OWN in words_in_card(screen.joining.certificate)


# --- joined


@pytest.fixture
def running(make, fed):
    fed.at_work(12)
    return make(FederationScreen)


def test_rounds_curves_and_sums(running, fed):
    joined = running.joined
    assert joined.state.state.text() == "Training on the training cases"
    assert joined.state.chip.text() == "round 12 of 73"
    assert "It will end about" in joined.state.detail.text()
    model = joined.rounds.model
    assert model.rowCount() == 12
    assert model.index(0, ROUND).data() == "12"
    assert model.index(0, ENDED).data() == "goes on"
    assert "too late" in model.index(5, NOTE).data()
    assert "ET 0." in model.index(3, COMMON).data(3)
    assert len(joined.charts.consensus.points("ET")) == 12
    assert len(joined.charts.own.points("ET")) == 11
    until(lambda: "left" in joined.ledger.words.text())
    sent = sum(line["size"] for line in fed.lines if line["way"] == "sent")
    assert size_words(sent) in joined.ledger.words.text()
    assert "Requests for the common model" in words_in_card(joined.ledger)


def test_the_names_of_two_curves_at_the_top_are_seen_whole(running):
    plot = running.joined.charts.traffic
    low, high = plot._plot.viewRange()[1]
    left, came = (plot._ends[name].pos().y() for name in ("left", "came"))
    line = (high - low) * 14 / plot._plot.height()
    assert came + line / 2 <= high
    assert came - left >= line


def test_pause_resume_and_leave(running, fed, hall, qt):
    state = running.joined.state
    click(state.pause_button)
    assert state.pause_button.isHidden()
    assert "pauses once this round is sent" in state.detail.text()
    fed.tell(Standing("paused", 11))
    running.refresh()
    assert state.state.text() == "Paused"
    click(state.resume_button)
    click(state.leave_button)
    dialog_of(running, AskSure).reject()
    assert fed.known[PLAN.id].membership is Membership.JOINED
    click(state.leave_button)
    dialog_of(running, AskSure).accept()
    settle(qt)
    assert isinstance(page(running), JoiningPage)


def test_a_fact_is_seen_without_asking(running, fed):
    fed.tell(Standing("waiting for the server", 11, "", "", "The connection was lost.", 40.0))
    until(lambda: running.joined.state.state.text() == "Waiting for the server")
    assert "tries again within 40 s" in running.joined.state.detail.text()


def test_where_somebody_must_act_it_says_what_to_do(running, fed, hall):
    fed.tell(Standing("failed", 11, "", "federation-certificate", "It has run out."))
    running.refresh()
    state = running.joined.state
    assert state.state.text() == "This site's certificate for the federation cannot be used"
    assert "make a new request from the invitation" in state.detail.text()
    click(state.plan_button)
    assert isinstance(page(running), JoiningPage)
    assert running.joining.certificate.request_button.isVisible()
    assert not running.joining.preflight.isVisible()
    click(running.back_button) if running.back_button.isVisible() else running._back()
    click(state.start_button)
    assert ("start federation", PLAN.id) in hall.calls


def test_after_the_window_was_closed_it_goes_on_by_one_click(make, fed, hall):
    fed.at_work(12)
    fed.stands = None
    screen = make(FederationScreen)
    assert screen.joined.state.state.text() == "It does not go on at this moment"
    click(screen.joined.state.start_button)
    assert ("start federation", PLAN.id) in hall.calls


def test_an_ended_federation_says_so(make, fed):
    fed.at_work(12)
    fed.rows = [replace(row, ended="2026-10-01T10:00:00+00:00") for row in rows_of(74)]
    fed.stands = None
    screen = make(FederationScreen)
    assert screen.joined.state.state.text() == "The federation has ended"
    assert screen.joined.state.start_button.isHidden()


def test_what_has_left_is_told_before_the_first_round_has_ended(make, fed):
    fed.lines = []
    fed.put(Membership.JOINED)
    fed.tell(Standing("connecting", 0, ""))
    screen = make(FederationScreen)
    until(lambda: screen.joined.ledger.words.text() == "Nothing has left this site.")
    fed.lines.append({"way": "sent", "kind": "GetTasks", "size": 160})
    fed.tell(Standing("working", 0, TRAIN), RoundRow(0, sent=160))
    until(lambda: screen.joined.ledger.words.text() == "1 message left: 160 bytes")


def test_a_damaged_ledger_is_told_in_its_card(make, fed):
    fed.at_work(3)
    fed.ledger_fault = StudyError("damaged-workspace", "Line 7 of the ledger is not what was written.")
    screen = make(FederationScreen)
    until(lambda: "Line 7" in screen.joined.ledger.words.text())


def test_a_certificate_that_runs_out_soon_is_told_while_it_goes_on(running, fed):
    soon = "runs out soon: ask for a new one"
    for days, told in ((31, False), (30, True), (0, True), (-1, False)):
        fed.put(Membership.JOINED, days_left=days)
        running.refresh()
        assert (soon in running.joined.state.detail.text()) is told, days


def test_several_federations_are_chosen_from(make, fed):
    fed.put(Membership.JOINED)
    fed.put(Membership.INVITED, plan=renamed(PLAN, "Meningioma"))
    screen = make(FederationScreen)
    assert screen.chooser.count() == 2
    assert isinstance(page(screen), JoiningPage)
    screen.chooser.setCurrentIndex(0)
    assert isinstance(page(screen), JoinedPage)


def test_damaged_files_are_told_and_the_window_stays(make, fed, hall):
    fed.put(Membership.JOINED)
    screen = make(FederationScreen)
    fed.members = lambda: (_ for _ in ()).throw(StudyError("federation-invitation", "It was changed."))
    screen.refresh()
    assert page(screen).heading.text() == "The invitation cannot be used"
    assert page(screen).text.text().startswith("It was changed. Ask the federation's owner")
    assert not screen.fault.unlock_button.isVisible()


def test_a_locked_key_is_unlocked_here(make, fed, hall, qt):
    fed.put(Membership.JOINED)
    fed.locked = hall.secrets.locked = True
    screen = make(FederationScreen)
    assert page(screen).heading.text() == "The federation's key is locked"
    assert screen.fault.unlock_button.isVisible()
    fed.locked = hall.secrets.locked = False
    click(screen.fault.unlock_button)
    dialog = dialog_of(screen, PassphraseDialog)
    dialog.fields[0].setText("four long words")
    click(dialog.agree)
    settle(qt)
    assert isinstance(page(screen), JoinedPage)


# --- words


def test_a_night_between_two_rounds_does_not_move_the_end():
    rows = [RoundRow(n, ended=f"2026-10-01T{10 + n}:00:00+00:00") for n in range(5)]
    rows.append(RoundRow(5, ended="2026-10-02T09:00:00+00:00"))
    assert round_seconds(rows) == 3600
    assert round_seconds([]) is None
    assert round_seconds([RoundRow(0, seconds=90.0, ended="2026-10-01T10:00:00+00:00")]) == 90
    assert end_words(PLAN, [], datetime.now(UTC)) == ""


def test_bytes_are_told_as_people_read_them():
    assert [size_words(n) for n in (1, 900, 20_480, 116_500_000, 3 << 30)] == [
        "1 byte",
        "900 bytes",
        "20 KiB",
        "111.1 MiB",
        "3.0 GiB",
    ]


# --- the window


@pytest.fixture
def window_of(keep, qt, hall):
    def build(size, theme="dark"):
        hall.chosen["look.theme"] = theme
        apply_theme(theme)
        shown = keep(MainWindow(hall), size=size)
        shown.open_place("federation")
        settle(qt)
        QTest.qWait(250)
        return shown

    return build


def test_the_rail_says_whether_a_federation_was_joined(window_of, fed, qt):
    window = window_of(LARGE)
    assert window.rail.local.accessibleName() == "Local only"
    fed.at_work(3)
    settle(qt)
    assert window.rail.local.accessibleName() == "Federated"
    assert "Glioma 2026" in window.rail.local.accessibleDescription()
    fed.tell(Standing("failed", 2, "", "federation-certificate", "It has run out."))
    assert window.rail.button("federation").accessibleName() == "Federation, 1 waiting"


def test_the_tenth_place_has_a_key_of_its_own(window_of, qt):
    window = window_of(LARGE)
    window.activateWindow()
    until(window.isActiveWindow)
    key(window, "Ctrl+0")
    assert window.place == "help"
    key(window, "Ctrl+6")
    assert window.place == "federation"
    key(window, "F1")
    assert window.screen_of("help").page() == "federation"


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", [LARGE, SMALL], ids=["large", "small"])
def test_pictures(window_of, fed, size, theme, qt):
    fed.put(Membership.INVITED)
    window = window_of(size, theme)
    nothing_cut_off(window)
    picture(window, f"federation-invited-{theme}-{size[0]}")
    fed.put(Membership.CERTIFIED)
    screen = window.screen_of("federation")
    screen.refresh()
    screen.joining.ethics.number.setText("REK 2026/417")
    screen.joining.ethics.date.setText("2026-02-11")
    click(screen.joining.preflight.look_button)
    until(lambda: screen.joining.preflight.lines)
    QTest.qWait(150)
    nothing_cut_off(window)
    picture(window, f"federation-looked-{theme}-{size[0]}")
    to_the_end(screen.joining)
    nothing_cut_off(window)
    picture(window, f"federation-join-{theme}-{size[0]}")
    fed.at_work(24)
    screen.refresh()
    until(lambda: "left" in screen.joined.ledger.words.text())
    QTest.qWait(150)
    nothing_cut_off(window)
    assert colours_of(picture(window, f"federation-joined-{theme}-{size[0]}")) > 20
    to_the_end(screen.joined)
    nothing_cut_off(window)
    picture(window, f"federation-rounds-{theme}-{size[0]}")


def test_steps_are_as_wide_as_their_buttons_need(window_of, fed, qt):
    fed.put(Membership.CERTIFIED)
    screen = window_of(SMALL).screen_of("federation")
    screen.joining.certificate.request_button.setText("Die Anforderung noch einmal speichern…")
    click(screen.joining.preflight.look_button)
    until(lambda: screen.joining.preflight.lines)
    QTest.qWait(50)
    to_the_end(screen.joining)


def to_the_end(shown):
    """Scroll every part that scrolls to its end; none does so sideways."""
    for scroll in shown.findChildren(QScrollArea):
        assert scroll.horizontalScrollBar().maximum() == 0
        scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    QTest.qWait(50)


def test_pictures_of_what_went_wrong(window_of, fed, qt):
    fed.at_work(24, Standing("waiting for the server", 23, "", "", "Nothing listens at the server's port.", 40.0))
    window = window_of(SMALL)
    picture(window, "federation-lost")
    fed.tell(Standing("failed", 23, "", "federation-certificate", "It has run out."))
    QTest.qWait(250)
    nothing_cut_off(window)
    picture(window, "federation-failed")
