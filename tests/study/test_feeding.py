"""What a card says about feeding a network: nonsense is refused by the name that it has on the card."""

from typing import Any

import pytest

from fets_desktop.study.errors import StudyError
from fets_desktop.study.feeding import Feeding, Scaling
from fets_desktop.study.plain import from_plain, to_plain


def test_a_card_that_says_nothing_describes_what_is_trained_here() -> None:
    assert from_plain(Feeding, {}) == Feeding()
    assert Feeding().scalings(4) == (Scaling("z-score", "non-zero"),) * 4
    Feeding().check(4)


def test_it_comes_back_from_json_as_it_went() -> None:
    said = Feeding((Scaling(over="brain", clip=(0.5, 99.5)), Scaling("none")), "RAS", (64, 64, 48), 0.25, "even", 4)
    assert from_plain(Feeding, to_plain(said)) == said
    said.check(2)


@pytest.mark.parametrize(
    ("plain", "word"),
    [
        ({"scaling": [{"scale": "zscore"}]}, "'zscore' under scale"),
        ({"scaling": [{"over": "head"}]}, "'head' under over"),
        ({"scaling": [{}, {}, {}]}, "3 entries under scaling for 4"),
        ({"scaling": [{"clip": [99, 1]}]}, "clip"),
        ({"scaling": [{"trim": [5, 101]}]}, "trim"),
        ({"scaling": [{"trim": [5]}]}, "trim"),
        ({"scaling": [{"limits": ["a", "b"]}]}, "limits"),
        ({"scaling": [{"trim_deviations": -1}]}, "trim_deviations"),
        ({"orientation": "RAA"}, "'RAA' under orientation"),
        ({"orientation": "zyx"}, "orientation"),
        ({"patch": [64, 64]}, "patch"),
        ({"patch": ["64", 64, 64]}, "patch"),
        ({"patch": [64, 64, 100000]}, "patch"),
        ({"overlap": 0.99}, "overlap"),
        ({"blend": "mean"}, "'mean' under blend"),
        ({"patch": [16, 16, 16], "margin": 8}, "margin"),
        ({"margin": 2}, "margin"),
        ({"multiple_of": 0}, "multiple_of"),
        ({"activation": "relu"}, "'relu' under activation"),
        ({"halves": "yes"}, "'yes' under halves"),
    ],
)
def test_what_makes_no_sense_is_named(plain: dict[str, Any], word: str) -> None:
    with pytest.raises(StudyError) as caught:
        from_plain(Feeding, plain).check(4)
    assert caught.value.code == "bad-model"
    assert word in caught.value.detail
