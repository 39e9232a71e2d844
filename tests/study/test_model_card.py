"""What a model's card says about scans it never saw."""

import pytest

from fets_desktop.study.case import Surgery
from fets_desktop.study.model import ModelCard


def card(**more: object) -> ModelCard:
    return ModelCard("m", 2, "resunet", "int8", ("T1",), ("ET",), **{"training_data": "cases", **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("seen", "surgery", "words"),
    [
        (["before"], Surgery.BEFORE, ""),
        (["before"], Surgery.AFTER, "m 2 never saw scans after surgery"),
        (["before", "after"], Surgery.AFTER, ""),
        ([], Surgery.BEFORE, "m 2 never saw scans before surgery"),
    ],
)
def test_a_card_that_lists_what_it_saw(seen: list[str], surgery: Surgery, words: str) -> None:
    found = card(extra={"surgery": seen}).caution_for(surgery)
    assert found.startswith(words)
    assert bool(found) == bool(words)


def test_a_card_of_before_says_it_in_words() -> None:
    old = card(training_data="15 patients before surgery", limits="It never saw scans after surgery, or children.")
    assert old.caution_for(Surgery.BEFORE) == ""
    assert "never saw scans after surgery" in old.caution_for(Surgery.AFTER)


@pytest.mark.parametrize("surgery", [Surgery.BEFORE, Surgery.AFTER])
def test_a_card_that_says_nothing_is_not_taken_for_a_yes(surgery: Surgery) -> None:
    assert "does not say" in card().caution_for(surgery)


def test_what_nobody_said_is_told() -> None:
    assert "Nobody has said" in card(extra={"surgery": ["before"]}).caution_for(Surgery.UNSAID)
