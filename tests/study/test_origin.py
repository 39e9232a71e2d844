"""How much of a version a model did, told from its ancestry."""

import pytest

from fets_desktop.study.annotation import Annotation
from fets_desktop.study.colours import REGION_RGB, TISSUE_RGB
from fets_desktop.study.labels import Region, Tissue
from fets_desktop.study.origin import Making, lineage


def version(number: int, author: str, parent: int | None = None) -> Annotation:
    return Annotation(
        f"P-1/{number}", "P-1", number, author, f"P-1/{parent}" if parent else None, "0" * 64, "brats2021", "2026"
    )


VERSIONS = [
    version(1, "model starter@0123abcd"),
    version(2, "Dr. Weber", 1),
    version(3, "Dr. Ito", 2),
    version(4, "import"),
    version(5, "Dr. Weber", 4),
    version(6, "Dr. Weber"),
    version(7, "model local@89abcdef"),
    version(8, "Dr. Ito", 7),
    version(9, "Dr. Ito", 77),
]


@pytest.mark.parametrize(
    ("number", "making", "model"),
    [
        (1, Making.AUTOMATIC, "starter@0123abcd"),
        (2, Making.SEMIAUTOMATIC, "starter@0123abcd"),
        (3, Making.SEMIAUTOMATIC, "starter@0123abcd"),
        (4, Making.MANUAL, ""),
        (5, Making.MANUAL, ""),
        (6, Making.MANUAL, ""),
        (7, Making.AUTOMATIC, "local@89abcdef"),
        (8, Making.SEMIAUTOMATIC, "local@89abcdef"),
        (9, Making.MANUAL, ""),
    ],
)
def test_the_making_is_told_from_the_ancestry(number: int, making: Making, model: str) -> None:
    assert lineage(VERSIONS[number - 1], VERSIONS) == (making, model)


def test_a_circle_of_parents_ends() -> None:
    circle = [version(1, "Dr. A", 2), version(2, "Dr. B", 1)]
    assert lineage(circle[0], circle) == (Making.MANUAL, "")


def test_every_making_tissue_and_region_has_words_and_a_colour() -> None:
    assert all(making.words for making in Making)
    assert set(TISSUE_RGB) == set(Tissue)
    assert set(REGION_RGB) == set(Region)
    assert len(set(TISSUE_RGB.values())) == len(Tissue)
