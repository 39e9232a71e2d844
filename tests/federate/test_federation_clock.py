"""Whether this computer's clock is right, in words: by the server's, else by what the system says."""

import pytest

from fets_desktop.app.federation import clock
from fets_desktop.app.federation.clock import clock_check, kept_by_service


@pytest.mark.parametrize(
    ("ahead_s", "ok", "words"),
    [
        (0.02, True, "Within 1 s of the server's."),
        (-3.2, True, "Within 4 s of the server's."),
        (61.0, False, "1 min behind the server's"),
        (-150 * 60.0, False, "2 h ahead of the server's"),
        (-31 * 86400.0, False, "31 d ahead of the server's"),
    ],
)
def test_the_difference_to_the_server_is_told_and_which_way(ahead_s, ok, words):
    check = clock_check(ahead_s)
    assert (check.ok, check.needed) == (ok, False)
    assert words in check.words
    assert ("time service" in check.words) != ok


@pytest.mark.parametrize(
    ("kept", "ok", "words"),
    [
        (True, True, "A time service keeps"),
        (False, False, "No time service keeps"),
        (None, False, "compare it with another one"),
    ],
)
def test_without_the_servers_word_the_system_says_what_it_knows(monkeypatch, kept, ok, words):
    monkeypatch.setattr(clock, "kept_by_service", lambda: kept)
    check = clock_check(None)
    assert check.words.startswith("The server has not told its time.")
    assert (check.ok, check.needed) == (ok, False)
    assert words in check.words


def test_a_system_that_does_not_say_is_not_guessed_at(monkeypatch):
    assert kept_by_service() in (True, False, None)
    monkeypatch.setattr(clock.ctypes, "CDLL", lambda _name: object())
    assert kept_by_service() is None
