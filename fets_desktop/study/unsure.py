"""When a proposal as a whole deserves doubt, by what the network itself says; nothing is removed for it."""

from collections.abc import Mapping
from typing import Any

UNSURE_SHARE = 0.6
"""Below this share of its outline that a network is sure of, it may see a tumour where there is none.

Chosen on the patients that the starter was trained on, and measured on the others: see the help page on segmenting.
"""
CONTRADICTORY = 0.25
"""A larger share of contradictions is mostly no doubt of a network's, but outputs in another order than on its card.

The starter's share is 0.02 at most, with tumours and without; with its outputs named in the reverse order it is 0.39 to
0.99. A network that has learnt next to nothing contradicts itself, too.
"""


def unsure_words(told: Mapping[str, Any]) -> str:
    """Return what a person must know of a proposal, "" if nothing speaks against it.

    Args:
        told: What was noted of it: "sure", of which share of its outline the network is sure (None of no outline), and
            "contradictory", in which share of what it marks its regions are not one within the other. Proposals of
            before have neither.
    """
    sure, contradictory = told.get("sure"), told.get("contradictory", 0.0)
    words = []
    if contradictory > CONTRADICTORY:
        words += [
            f"In {contradictory:.0%} of what it marks its regions contradict one another: ET lies within TC, and TC "
            "within WT.",
            "The model's card may name its outputs in another order than they come.",
        ]
    if sure is not None and sure < UNSURE_SHARE:
        words += [
            f"The model is sure of only {sure:.0%} of what it outlines; with a tumour it is mostly more than "
            f"{UNSURE_SHARE:.0%}.",
            "There may be no tumour at all, or one that it does not know: look at the images first.",
        ]
    return " ".join(words)
