"""What a plan says in plain words, as a coordinator reads it before agreeing."""

from dataclasses import replace

import pytest
from small_federation import SHAPES

from fets_desktop.app.federation.words import plan_in_words
from fets_desktop.study.federation import Plan

PLAN = Plan("Trial", "localhost:50051", ("north", "south"), ("west",), "0" * 64, SHAPES, 4)


@pytest.mark.parametrize(
    ("fewest", "words"),
    [
        (0, "A site without validation cases sends no score; every other one does."),
        (1, "A site without validation cases sends no score; every other one does."),
        (2, "A site with fewer than 2 validation cases sends no score unless it agrees to."),
        (5, "A site with fewer than 5 validation cases sends no score unless it agrees to."),
    ],
)
def test_which_sites_send_no_score_is_said_as_one_speaks(fewest, words):
    assert words in plan_in_words(replace(PLAN, fewest_scored=fewest), "north")


def test_one_of_a_thing_is_not_said_as_many():
    told = " ".join(plan_in_words(replace(PLAN, rounds=1, quorum=1), "north"))
    assert "1 round;" in told
    assert "1 epoch of" in told
    assert "1 training site." in told
