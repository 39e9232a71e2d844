"""Certificates and invitations: whose they are, for whom, until when."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from small_federation import SHAPES

from fets_desktop.federate import pki
from fets_desktop.federate.invitation import Invitation, check_plan, is_site_name, read_invitation, write_invitation
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Plan
from fets_desktop.study.plain import from_plain, to_plain

PLAN = Plan("trial", "localhost:50051", ("north", "south"), ("west",), "0" * 64, SHAPES, rounds=3)


@pytest.fixture(scope="module")
def owner() -> tuple[bytes, bytes]:
    key = pki.new_key()
    return key, pki.new_authority(key, "trial")


def granted(owner: tuple[bytes, bytes], site: str = "north", **how: object) -> tuple[bytes, bytes]:
    key = pki.new_key()
    return key, pki.site_certificate(*owner, pki.new_request(key, site), **how)  # type: ignore[arg-type]


def test_a_granted_certificate_is_good_for_a_year(owner):
    key, certificate = granted(owner)
    assert pki.check_site_certificate(certificate, owner[1], key, "north", datetime.now(UTC)) in (363, 364)


@pytest.mark.parametrize(
    ("how", "words"),
    [("other key", "another key"), ("other owner", "federation's owner"), ("other site", "another name")],
)
def test_a_certificate_that_is_not_this_site_s_is_refused(owner, how, words):
    key, certificate = granted(owner)
    authority, site = owner[1], "north"
    if how == "other key":
        key = pki.new_key()
    elif how == "other owner":
        authority = pki.new_authority(pki.new_key(), "trial")
    else:
        site = "south"
    with pytest.raises(StudyError, match=words) as error:
        pki.check_site_certificate(certificate, authority, key, site, datetime.now(UTC))
    assert error.value.code == "federation-certificate"


def test_an_expired_certificate_says_when_it_ran_out(owner):
    key, certificate = granted(owner, days=1)
    with pytest.raises(StudyError, match="ran out on"):
        pki.check_site_certificate(certificate, owner[1], key, "north", datetime.now(UTC) + timedelta(days=2))
    with pytest.raises(StudyError, match="not valid yet"):
        pki.check_site_certificate(certificate, owner[1], key, "north", datetime.now(UTC) - timedelta(days=2))


def test_a_request_that_was_changed_is_no_request(owner):
    request = pki.new_request(pki.new_key(), "north")
    assert pki.request_site(request) == "north"
    lines = request.splitlines()
    lines[2] = lines[2][:10] + (b"A" if lines[2][10:11] != b"A" else b"B") + lines[2][11:]
    with pytest.raises(StudyError) as error:
        pki.request_site(b"\n".join(lines))
    assert error.value.code == "federation-request"
    with pytest.raises(StudyError):
        pki.request_site(b"hello")


def test_key_request_and_certificate_have_one_fingerprint(owner):
    key = pki.new_key()
    request = pki.new_request(key, "north")
    certificate = pki.site_certificate(*owner, request)
    assert pki.public_bytes(key) == pki.public_bytes(request) == pki.public_bytes(certificate)


@pytest.mark.parametrize("name", ["Federated " * 12, "Hôpitaux universitaires de Genève " * 3])
def test_a_federation_may_have_a_long_name_and_a_server_too(name):
    key, host = pki.new_key(), "server." * 20 + "org"
    authority = pki.new_authority(key, name)
    certificate = pki.server_certificate(key, authority, pki.new_key(), [host])
    assert pki.hosts_of(certificate) == [host]


@pytest.mark.parametrize("host", ["", "a b", "z\u00fcrich.ch", "a\nb", "-x", "x" * 300, "a/b"])
def test_what_no_certificate_bears_is_no_host(host):
    assert not pki.is_host(host)
    assert all(map(pki.is_host, ("localhost", "10.0.0.1", "::1", "fets.hospital.org")))


def test_an_invitation_comes_back_as_it_was_written(owner, tmp_path):
    key, authority = owner
    path = write_invitation(tmp_path / "north.fetsinvite", Invitation("north", PLAN, authority), key)
    assert read_invitation(path) == Invitation("north", PLAN, authority)
    assert read_invitation(path).plan.sha256 == PLAN.sha256


@pytest.mark.parametrize("change", ["rounds", "site", "signature", "authority", "cut"])
def test_an_invitation_that_was_changed_is_refused(owner, tmp_path, change):
    key, authority = owner
    path = write_invitation(tmp_path / "north.fetsinvite", Invitation("north", PLAN, authority), key)
    said = json.loads(path.read_text())
    if change == "rounds":
        said["plan"]["rounds"] = 99
    elif change == "site":
        said["site"] = "south"
    elif change == "signature":
        said["signature"] = said["signature"][::-1]
    elif change == "authority":
        said["authority"] = pki.new_authority(pki.new_key(), "trial").decode()
    path.write_text(json.dumps(said)[: 200 if change == "cut" else None])
    with pytest.raises(StudyError) as error:
        read_invitation(path)
    assert error.value.code == "federation-invitation"


def test_a_plan_that_makes_no_sense_is_refused():
    for changes in (
        {"rounds": 0},
        {"trainers": ()},
        {"quorum": 3},
        {"server": "localhost"},
        {"validators": ("north",)},
    ):
        with pytest.raises(StudyError):
            check_plan(replace(PLAN, **changes))
    check_plan(PLAN)


LIES = {
    "no number of rounds": {"rounds": "73"},
    "rounds without end": {"rounds": 10**400},
    "half a round": {"rounds": 1.5},
    "a limit that is no number": {"change_limit": float("nan")},
    "a limit without end": {"norm_limit": float("inf")},
    "a cut-off that is no number": {"cutoff_s": float("nan")},
    "no cut-off": {"cutoff_s": None},
    "a server of no words": {"server": 7},
    "a server of two lines": {"server": "localhost\n:1"},
    "a port that is none": {"server": "localhost:99999"},
    "a port of no computer": {"server": "localhost:\u0662"},
    "sites of no words": {"trainers": (1, 2)},
    "a network of nothing": {"base": 0},
    "colours for a name": {"name": "\x1b[31mtrial"},
    "a purpose read backwards": {"purpose": "\u202elairt"},
    "half a letter": {"contact": "\ud800"},
    "epochs in words": {"learning": {"epochs": "many"}},
    "a patch like a house": {"learning": {"patch": 10**6}},
    "a tensor of words": {"tensors": [{"name": "a", "shape": "xx"}]},
    "a tensor that nobody can hold": {"tensors": [{"name": "a", "shape": [2**20, 2**20]}]},
    "a tensor without a name": {"tensors": [{"name": None, "shape": [1]}]},
}


@pytest.mark.parametrize("lie", LIES)
def test_an_owner_who_signs_nonsense_is_refused_before_anything_is_kept(owner, tmp_path, lie):
    key, authority = owner
    plan = from_plain(Plan, {**to_plain(PLAN), **LIES[lie]})
    path = write_invitation(tmp_path / "north.fetsinvite", Invitation("north", plan, authority), key)
    with pytest.raises(StudyError) as error:
        read_invitation(path)
    assert error.value.code == "federation-invitation"


def test_brackets_without_end_are_no_invitation(tmp_path):
    path = tmp_path / "north.fetsinvite"
    path.write_text("[" * 100_000)
    with pytest.raises(StudyError) as error:
        read_invitation(path)
    assert error.value.code == "federation-invitation"


def test_another_word_makes_another_plan():
    other = replace(PLAN, rounds=4)
    assert other.id != PLAN.id
    assert other.server_id != PLAN.server_id
    assert "aggregator" in PLAN.server_id


def test_site_names_are_no_marks_and_no_paths():
    assert is_site_name("Hospital-3.north_2")
    for name in ("", "a b", "../x", "metric", "Trained", "a/b", "x" * 64, "ümlaut"):
        assert not is_site_name(name), name
