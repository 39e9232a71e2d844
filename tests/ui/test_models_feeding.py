"""What a card says about feeding a network stands on the Models screen in words."""

from dataclasses import replace

from fets_desktop.study.feeding import Feeding, Scaling
from fets_desktop.study.model import ModelCard
from fets_desktop.ui.screens.models.card import facts_of
from fets_desktop.ui.screens.models.feeding import gives_words, sees_words

CARD = ModelCard("m", 1, "resunet", "f32", ("T1",), ("ET", "TC", "WT"), "nothing")


def test_the_federations_own_network_in_words():
    facts = dict(facts_of(CARD, "today"))
    assert facts["Sees"] == "the whole brain at once; mean 0 and deviation 1 over the voxels that are not zero"
    assert facts["Gives"] == "ET, TC, WT: each by itself"


def test_a_network_of_another_make_in_words():
    scaling = (Scaling("none"), Scaling(over="brain", clip=(0.5, 99.5)), Scaling("unit", trim=(5, 95)))
    card = replace(CARD, outputs=("background", "ET"), feeding=Feeding(scaling, patch=(64, 64, 48), overlap=0.25))
    assert sees_words(card) == (
        "parts of 64 × 64 × 48 voxels, overlapping by 25%; left as they are; mean 0 and deviation 1 over the brain, "
        "cut off at percentiles 0.5 and 99.5; 0 to 1 over the voxels that are not zero, outliers not counted"
    )
    assert gives_words(card) == "background, ET: one of them a voxel"
