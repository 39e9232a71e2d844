"""Three probabilities, one label: the table of the paper, and the stated rule where the table says nothing."""

import numpy as np
import pytest

from fets_desktop.segment.labelling import contradiction, labels_of

LABEL_OF_TRIPLE = {(0, 0, 0): 0, (0, 0, 1): 2, (0, 1, 1): 1, (1, 1, 1): 4}


def label(*probabilities: float) -> int:
    volume = np.array(probabilities, dtype=np.float32).reshape(3, 1, 1, 1)
    return int(labels_of(volume, np.ones((1, 1, 1), bool))[0, 0, 0])


def test_possible_triples_are_the_thresholds_whatever_the_confidence() -> None:
    rng = np.random.default_rng(0)
    just, sure = np.float32(0.5), np.float32(1)
    for triple, expected in LABEL_OF_TRIPLE.items():
        for _ in range(200):
            p = [rng.uniform(np.nextafter(just, sure), 1) if bit else rng.uniform(0, 0.5) for bit in triple]
            assert label(*p) == expected, p
        edges = [np.nextafter(just, sure) if bit else just for bit in triple]
        assert label(*edges) == expected
        assert label(*map(float, triple)) == expected
    assert label(np.nextafter(just, sure), np.nextafter(just, sure), 1.0) == 4  # a sum must not swallow a small step


@pytest.mark.parametrize(
    ("et", "tc", "wt", "expected"),
    [
        (0.90, 0.40, 0.90, 4),  # sure of ET, hardly against TC
        (0.60, 0.10, 0.90, 2),  # hardly for ET, sure against TC
        (0.55, 0.05, 0.20, 0),
        (0.95, 0.90, 0.30, 4),
        (0.20, 0.90, 0.40, 1),
        (0.20, 0.60, 0.10, 0),
        (0.90, 0.50, 0.90, 4),
        (0.75, 0.25, 0.90, 2),  # a draw: the smaller region
        (1.00, 0.00, 1.00, 2),
    ],
)
def test_impossible_triples_go_where_the_least_confidence_is_contradicted(
    et: float, tc: float, wt: float, expected: int
) -> None:
    assert label(et, tc, wt) == expected


def test_the_rule_is_the_most_probable_of_the_four_answers() -> None:
    p = np.random.default_rng(1).uniform(0.01, 0.99, (3, 16, 16, 16)).astype(np.float32)
    found = labels_of(p, np.ones(p.shape[1:], bool))
    answers = list(LABEL_OF_TRIPLE)
    likelihood = [np.prod([p[k] if bit else 1 - p[k] for k, bit in enumerate(a)], axis=0, dtype=float) for a in answers]
    expected = np.array([LABEL_OF_TRIPLE[a] for a in answers])[np.argmax(likelihood, axis=0)]
    assert np.array_equal(found, expected)


def test_nothing_is_found_outside_the_brain() -> None:
    brain = np.random.default_rng(2).random((6, 7, 8)) > 0.5
    found = labels_of(np.ones((3, 6, 7, 8), np.float32), brain)
    assert np.array_equal(found, np.where(brain, 4, 0))


def test_how_much_of_what_is_marked_contradicts_itself() -> None:
    triples = [(0, 0, 0), (0, 0, 1), (0, 1, 1), (1, 1, 1), (1, 0, 1), (0, 1, 0), (1, 0, 0), (1, 1, 0)]
    found = np.array(triples, dtype=np.float32).T.reshape(3, 1, 1, 8)
    brain = np.ones((1, 1, 8), bool)
    assert contradiction(found, brain) == 4 / 7
    assert contradiction(found[..., :4], brain[..., :4]) == 0
    assert contradiction(found[..., :1], brain[..., :1]) == 0, "nothing is marked"
    brain[..., 6:] = False
    assert contradiction(found, brain) == 2 / 5
