"""When a proposal as a whole deserves doubt: where there is no tumour, a network is sure of little that it outlines."""

UNSURE_SHARE = 0.6
"""Below this share of its outline that a network is sure of, a person is told to doubt all of it; nothing is removed.

Chosen on the patients that the starter was trained on, and measured on the others: see the help page on segmenting.
"""


def unsure_words(sure: float | None) -> str:
    """Return what a person must know of a proposal, "" if it is sure enough or outlines nothing.

    Args:
        sure: Of which share of its outline the network is sure.
    """
    if sure is None or sure >= UNSURE_SHARE:
        return ""
    return (
        f"The model is sure of only {sure:.0%} of what it outlines; with a tumour it is mostly more than "
        f"{UNSURE_SHARE:.0%}. There may be no tumour at all, or one that it does not know: look at the images first."
    )
