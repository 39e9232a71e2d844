"""A case goes to a reader's own computer and comes back: nothing is overwritten, no stranger comes in."""

import dataclasses
import gzip
import hashlib
import json
import struct
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from refusals import refused
from small_case import GRID, SHAPE, brain_of

from fets_desktop.app.annotations.reviewing import Reviewing
from fets_desktop.app.annotations.versions import draft, put_version
from fets_desktop.app.bus import FactsBus
from fets_desktop.app.cases import Cases
from fets_desktop.app.choices import Choices
from fets_desktop.app.review_packages import sending_out as review_package_out
from fets_desktop.app.review_packages.bringing_in import Taken, TakingIn
from fets_desktop.app.review_packages.sending_out import HandingOut, new_passphrase
from fets_desktop.imaging.files import write_array
from fets_desktop.review.brush import Brush
from fets_desktop.store.package import write_package
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Event, Stage, Surgery
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.package import PACKAGE_IMAGES, Kind, Letter
from fets_desktop.study.plain import to_plain
from fets_desktop.study.volume import LabelMap

WORDS = "a passphrase of many words"


@dataclasses.dataclass
class Site:
    """A computer: a workspace with what is done there."""

    workspace: Workspace
    out: HandingOut
    inn: TakingIn
    reviewing: Reviewing

    @staticmethod
    def at(workspace: Workspace) -> "Site":
        bus = FactsBus()
        return Site(
            workspace,
            HandingOut(workspace),
            TakingIn(workspace, bus),
            Reviewing(workspace, bus, Choices(workspace, bus)),
        )

    def draw(self, case: str, author: str, x: float, note: str = "") -> Annotation:
        session = self.reviewing.open(case)
        session.editor.begin("Brush", Brush(2, 3.0))
        session.editor.dab((x, 13.0, 9.0))
        assert session.editor.end()
        version = self.reviewing.save(session, author, note)
        assert version
        self.reviewing.leave(session)
        return version

    def take(self, file: Path, words: str = WORDS) -> Taken:
        return self.inn.take(self.inn.opener(file, words)())

    def numbers(self, case: str = "P-1") -> list[tuple[str, str, str | None]]:
        return [(v.id, v.author, v.parent) for v in self.workspace.annotations(case)]


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases are stretched as cheaply as can be."""
    monkeypatch.setattr(review_package_out, "write_package", partial(write_package, cost=2))


@pytest.fixture
def home(workspace: Workspace, case: str) -> Site:
    array = np.zeros(SHAPE, np.uint8)
    array[6:12, 9:17, 8:16] = 2
    put_version(
        workspace, LabelMap(array, GRID, BRATS_2021), draft(case, "model starter@0123abcd"), Event.PROPOSE, "proposed"
    )
    with workspace.change("person", "surgery", case) as change:
        change.set_surgery(case, Surgery.BEFORE)
    return Site.at(workspace)


@pytest.fixture
def away(tmp_path: Path) -> Iterator[Site]:
    with Workspace.open(tmp_path / "away") as opened:
        yield Site.at(opened)


@pytest.fixture
def package(home: Site, tmp_path: Path) -> Path:
    return home.out.hand_out("P-1", tmp_path / "P-1.fetsreview", WORDS)()


def test_the_whole_way_there_and_back(home: Site, away: Site, package: Path, tmp_path: Path) -> None:
    came = away.take(package)
    assert (came.case, came.kind, came.versions, came.rivals) == ("P-1", Kind.CASE, ("P-1/1",), None)
    case = away.workspace.case("P-1")
    assert (case.stage, case.patient, case.surgery, case.missing) == (Stage.PROPOSED, "Q-1", Surgery.BEFORE, ())
    session = away.reviewing.open("P-1")
    there = home.reviewing.open("P-1")
    for contrast, volume in there.volumes.items():
        assert np.array_equal(session.volumes[contrast].array, volume.array)
    assert np.array_equal(session.editor.labels.array, there.editor.labels.array)
    home.reviewing.leave(there)
    away.reviewing.leave(session)

    first = away.draw("P-1", "Dr. Lind", 4.0, "a satellite")
    away.reviewing.approve_newest("P-1", "Dr. Lind")
    answer = away.out.hand_out("P-1", tmp_path, WORDS)()
    assert answer.name == "P-1-answer.fetsreview"
    back = home.take(answer)
    assert (back.kind, back.versions, back.rivals, back.moved) == (Kind.ANSWER, ("P-1/2",), None, False)
    version = home.workspace.annotation("P-1/2")
    assert (version.author, version.parent, version.note) == ("Dr. Lind", "P-1/1", "a satellite")
    assert (version.edits, version.created, version.sha256) == (1, first.created, first.sha256)
    assert version.approved_by == "Dr. Lind"
    assert home.workspace.case("P-1").stage is Stage.APPROVED
    assert np.array_equal(home.reviewing.labels("P-1/2").array, away.reviewing.labels("P-1/2").array)
    assert home.workspace.verify().ok
    assert away.workspace.verify().ok
    assert not list((home.workspace.scratch / "jobs").glob("*"))
    assert not list((away.workspace.scratch / "jobs").glob("*"))


def test_what_was_changed_in_both_places_stays_two_versions(
    home: Site, away: Site, package: Path, tmp_path: Path
) -> None:
    away.take(package)
    away.draw("P-1", "Dr. Lind", 4.0)
    away.reviewing.approve_newest("P-1", "Dr. Lind")
    answer = away.out.hand_out("P-1", tmp_path, WORDS)()
    home.draw("P-1", "Dr. Weber", 18.0)
    home.reviewing.approve_newest("P-1", "Dr. Weber")
    before = home.workspace.annotation("P-1/2")
    back = home.take(answer)
    assert back.rivals == ("P-1/2", "P-1/3")
    assert home.workspace.annotation("P-1/2") == before
    theirs = home.workspace.annotation("P-1/3")
    assert (theirs.author, theirs.parent, theirs.approved_by) == ("Dr. Lind", "P-1/1", "")
    assert "Approved elsewhere by Dr. Lind" in theirs.note
    assert "adjudicate with version 2" in theirs.note
    assert home.workspace.case("P-1").stage is Stage.IN_REVIEW


def test_a_blind_reader_gets_no_persons_labels_and_the_two_are_adjudicated(
    home: Site, away: Site, tmp_path: Path
) -> None:
    drawn = home.draw("P-1", "Dr. Weber", 18.0)
    package = home.out.hand_out("P-1", tmp_path, WORDS, blind=True)()
    away.take(package)
    assert away.numbers() == [("P-1/1", "model starter@0123abcd", None)]
    assert not away.workspace.files.exists(drawn.sha256)
    away.draw("P-1", "Dr. Lind", 4.0)
    back = home.take(away.out.hand_out("P-1", tmp_path, WORDS)())
    assert back.rivals == ("P-1/2", "P-1/3")
    assert home.numbers()[2] == ("P-1/3", "Dr. Lind", "P-1/1")


def test_a_sign_off_without_a_stroke_comes_back(home: Site, away: Site, package: Path, tmp_path: Path) -> None:
    away.take(package)
    away.reviewing.approve_newest("P-1", "Dr. Lind")
    back = home.take(away.out.hand_out("P-1", tmp_path, WORDS)())
    assert (back.versions, back.signed) == ((), ("P-1/1",))
    assert home.workspace.annotation("P-1/1").approved_by == "Dr. Lind"
    assert home.workspace.case("P-1").stage is Stage.APPROVED


def test_a_second_answer_brings_only_what_is_new(home: Site, away: Site, package: Path, tmp_path: Path) -> None:
    away.take(package)
    away.draw("P-1", "Dr. Lind", 4.0)
    first = away.out.hand_out("P-1", tmp_path / "first.fetsreview", WORDS)()
    away.draw("P-1", "Dr. Lind", 6.0)
    second = away.out.hand_out("P-1", tmp_path / "second.fetsreview", WORDS)()
    assert home.take(first).versions == ("P-1/2",)
    assert refused(lambda: home.take(first)).code == "known-package"
    assert home.take(second).versions == ("P-1/3",)
    assert home.numbers()[1:] == [("P-1/2", "Dr. Lind", "P-1/1"), ("P-1/3", "Dr. Lind", "P-1/2")]
    assert refused(lambda: home.take(second)).code == "known-package"


def test_a_later_package_of_a_case_adds_to_it(home: Site, away: Site, package: Path, tmp_path: Path) -> None:
    away.take(package)
    assert refused(lambda: away.take(package)).code == "known-package"
    away.draw("P-1", "Dr. Lind", 4.0)
    home.draw("P-1", "Dr. Weber", 18.0)
    later = home.out.hand_out("P-1", tmp_path / "later.fetsreview", WORDS)()
    assert away.take(later).rivals == ("P-1/2", "P-1/3")
    assert home.take(away.out.hand_out("P-1", tmp_path, WORDS)()).versions == ("P-1/3",)
    assert home.workspace.annotation("P-1/3").author == "Dr. Lind"


def test_packages_of_elsewhere_are_refused(
    home: Site, away: Site, package: Path, tmp_path: Path, add_prepared: Callable[..., str]
) -> None:
    assert refused(lambda: home.take(package)).code == "other-package"
    away.take(package)
    away.draw("P-1", "Dr. Lind", 4.0)
    answer = away.out.hand_out("P-1", tmp_path, WORDS)()
    with Workspace.open(tmp_path / "third") as opened:
        third = Site.at(opened)
        assert refused(lambda: third.take(answer)).code == "other-package"
        add_prepared(opened)
        assert refused(lambda: third.take(answer)).code == "other-package"
        assert refused(lambda: third.take(package)).code == "other-package"
        assert opened.annotations("P-1") == []


def test_labels_drawn_on_images_that_were_made_anew_want_another_look(
    home: Site, away: Site, package: Path, tmp_path: Path
) -> None:
    away.take(package)
    away.draw("P-1", "Dr. Lind", 4.0)
    away.reviewing.approve_newest("P-1", "Dr. Lind")
    answer = away.out.hand_out("P-1", tmp_path, WORDS)()
    brain = brain_of().astype(np.uint8)
    brain[10, 14, 12] = 0
    file = home.workspace.files.publish(write_array(tmp_path / "anew.nii.gz", brain, GRID))
    with home.workspace.change("program", "prepared", "P-1") as change:
        change.put_product("P-1", "brain_mask", file)
    back = home.take(answer)
    assert back.moved
    version = home.workspace.annotation("P-1/2")
    assert version.approved_by == ""
    assert "before they were made anew" in version.note
    assert home.workspace.case("P-1").stage is Stage.IN_REVIEW


def test_an_excluded_case_takes_nothing_in_and_a_second_reading_sends_nothing_out(
    home: Site, away: Site, package: Path, tmp_path: Path
) -> None:
    away.take(package)
    away.draw("P-1", "Dr. Lind", 4.0)
    answer = away.out.hand_out("P-1", tmp_path, WORDS)()
    home.reviewing.begin_reading("P-1", "Dr. Oh")
    assert refused(lambda: home.out.hand_out("P-1", tmp_path, WORDS)).code == "wrong-stage"
    Cases(home.workspace, FactsBus()).exclude("P-1", "poor signal")
    assert refused(lambda: home.take(answer)).code == "wrong-stage"
    assert len(home.numbers()) == 1


def test_edits_that_no_version_holds_do_not_stay_behind_in_silence(home: Site, tmp_path: Path) -> None:
    session = home.reviewing.open("P-1")
    session.editor.begin("Brush", Brush(2, 3.0))
    session.editor.dab((4.0, 13.0, 9.0))
    session.editor.end()
    assert "save them" in refused(lambda: home.out.hand_out("P-1", tmp_path, WORDS)).detail
    home.reviewing.save(session)
    assert home.out.hand_out("P-1", tmp_path, WORDS)().exists()


def test_nothing_to_answer_with_is_told(away: Site, package: Path, tmp_path: Path) -> None:
    away.take(package)
    assert refused(lambda: away.out.hand_out("P-1", tmp_path, WORDS)).code == "wrong-stage"


def test_passphrases_are_long_and_files_are_not_overwritten(home: Site, package: Path, tmp_path: Path) -> None:
    assert refused(lambda: home.out.hand_out("P-1", tmp_path / "b", "short")).code == "wrong-usage"
    assert refused(lambda: home.out.hand_out("P-1", package, WORDS)).code == "file-exists"
    before = package.read_bytes()
    assert home.out.hand_out("P-1", package, WORDS, replace=True)().read_bytes() != before
    assert len({new_passphrase() for _ in range(50)}) == 50
    assert len(new_passphrase()) >= 20


def test_free_words_and_dates_stay_at_home(home: Site, away: Site, tmp_path: Path) -> None:
    home.draw("P-1", "Dr. Weber", 18.0, "Mrs. Secret asked for this")
    with home.workspace.change("person", "flagged", "P-1") as change:
        change.set_flag("P-1", "Mrs. Secret again")
    away.take(home.out.hand_out("P-1", tmp_path, WORDS)())
    told = json.dumps([to_plain(away.workspace.case("P-1")), *map(to_plain, away.workspace.annotations("P-1"))])
    letters = [p.path.read_text() for n, p in away.workspace.products("P-1").items() if n.startswith("came-in/")]
    assert letters
    assert not any("Secret" in text for text in [told, *letters])


# --- by somebody who knows the passphrase and means harm


def forged(tmp_path: Path, home: Site, change: Callable[[dict[str, Any], dict[str, Path]], None]) -> Path:
    products = home.workspace.products("P-1")
    images = {name: products[name].sha256 for name in PACKAGE_IMAGES}
    versions = tuple(home.workspace.annotations("P-1"))
    letter = Letter(Kind.CASE, "ab" * 16, "P-1", "Q-1", Surgery.UNSAID, "2026-01-01T00:00:00Z", images, versions)
    plain = to_plain(letter)
    files = {sha256: home.workspace.files.path(sha256) for sha256 in [*images.values(), versions[0].sha256]}
    change(plain, files)
    return write_package(tmp_path / "forged", plain, files, WORDS, cost=2)


def swap(name: str, file: Path) -> Callable[[dict[str, Any], dict[str, Path]], None]:
    """Put another file in the place of an image, under its true hash."""

    def change(plain: dict[str, Any], files: dict[str, Path]) -> None:
        sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
        if name == "labels":
            files.pop(plain["versions"][0]["sha256"])
            plain["versions"][0]["sha256"] = sha256
        else:
            files.pop(plain["images"][name])
            plain["images"][name] = sha256
        files[sha256] = file

    return change


LIES: dict[str, Callable[[dict[str, Any], dict[str, Path]], object]] = {
    "a path for a name": lambda plain, _: plain.update(case="../../../etc"),
    "no case": lambda plain, _: plain.pop("case"),
    "a number for a name": lambda plain, _: plain.update(case=7),
    "an unknown kind": lambda plain, _: plain.update(kind="order"),
    "a mark that is none": lambda plain, _: plain.update(package="x"),
    "an image too few": lambda plain, _: plain["images"].pop("brain_mask"),
    "a product more": lambda plain, _: plain["images"].update({"by-hand/atlas": "0" * 64}),
    "another case's version": lambda plain, _: plain["versions"][0].update(case="P-2"),
    "a version of another name": lambda plain, _: plain["versions"][0].update(id="P-1/../9"),
    "an unknown scheme": lambda plain, _: plain["versions"][0].update(scheme="mine"),
    "a parent from nowhere": lambda plain, _: plain["versions"][0].update(parent="P-1/0"),
    "minutes without end": lambda plain, _: plain["versions"][0].update(minutes=1e400),
    "an author of two lines": lambda plain, _: plain["versions"][0].update(author="a\nb"),
    "an author of nothing": lambda plain, _: plain["versions"][0].update(author=" "),
    "a time that is none": lambda plain, _: plain["versions"][0].update(created="yesterday"),
    "a version twice": lambda plain, _: plain["versions"].append(plain["versions"][0]),
    "words for a list": lambda plain, _: plain.update(versions="many"),
    "a file too few": lambda plain, files: files.pop(plain["images"]["prepared/T2"]),
}


@pytest.mark.parametrize("how", LIES)
def test_a_letter_that_lies_is_refused(home: Site, away: Site, tmp_path: Path, how: str) -> None:
    def lie(plain: dict[str, Any], files: dict[str, Path]) -> None:
        LIES[how](plain, files)

    file = forged(tmp_path, home, lie)
    assert refused(lambda: away.take(file)).code == "bad-package"
    assert away.workspace.cases() == []
    assert not list((away.workspace.scratch / "jobs").glob("*"))


@pytest.mark.parametrize(
    ("name", "value", "shape"),
    [
        ("labels", 9, SHAPE),
        ("labels", 2, (20, 28, 20)),
        ("prepared/T1", 1, (10, 28, 24)),
        ("prepared/T1", np.nan, SHAPE),
        ("brain_mask", 0, SHAPE),
    ],
)
def test_images_and_labels_that_do_not_fit_are_refused(
    home: Site, away: Site, tmp_path: Path, name: str, value: float, shape: tuple[int, int, int]
) -> None:
    array = np.full(shape, value, np.float32 if name == "prepared/T1" else np.uint8)
    file = write_array(tmp_path / "odd.nii.gz", array, Grid(shape, GRID.matrix))
    assert refused(lambda: away.take(forged(tmp_path, home, swap(name, file)))).code == "bad-package"
    assert away.workspace.cases() == []


def test_a_bomb_is_refused_before_it_goes_off(home: Site, away: Site, tmp_path: Path) -> None:
    head = bytearray(348)
    struct.pack_into("<i", head, 0, 348)
    struct.pack_into("<8h", head, 40, 3, 30000, 30000, 30000, 1, 1, 1, 1)
    struct.pack_into("<hh", head, 70, 16, 32)
    struct.pack_into("<f", head, 108, 352.0)
    head[344:348] = b"n+1\0"
    file = tmp_path / "bomb.nii.gz"
    file.write_bytes(gzip.compress(bytes(head) + bytes(1 << 20)))
    told = refused(lambda: away.take(forged(tmp_path, home, swap("prepared/T1", file))))
    assert (told.code, "GiB" in told.detail) == ("bad-package", True)


def test_an_honest_letter_is_taken(home: Site, away: Site, tmp_path: Path) -> None:
    assert away.take(forged(tmp_path, home, lambda plain, files: None)).case == "P-1"
