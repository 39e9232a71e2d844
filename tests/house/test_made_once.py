"""The tests' own store of what is dear to make."""

from pathlib import Path

import pytest
from made_once import PLACE, made_once


def test_who_asks_first_makes_it_and_the_others_get_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PLACE, str(tmp_path))
    made: list[list[int]] = []

    def make() -> list[int]:
        made.append([len(made)])
        return made[-1]

    first, second, third = (made_once("numbers", make) for _ in range(3))
    assert first == second == third == [0]
    assert len(made) == 1
    second.append(7)
    assert made_once("numbers", make) == [0], "what one test does to its copy reaches no other"
    assert made_once("others", make) == [1]


def test_what_could_not_be_made_is_not_there_for_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PLACE, str(tmp_path))
    with pytest.raises(ZeroDivisionError):
        made_once("numbers", lambda: 1 // 0)
    assert made_once("numbers", lambda: 5) == 5


def test_outside_a_run_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PLACE)
    assert made_once("numbers", lambda: 1) == 1
    assert made_once("numbers", lambda: 2) == 2
