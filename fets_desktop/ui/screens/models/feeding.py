"""How a model is fed and read, in words, as its card says it."""

from fets_desktop.study.feeding import Feeding, Scaling
from fets_desktop.study.model import ModelCard
from fets_desktop.ui.words import translate

_SCALES = {"z-score": "mean 0 and deviation 1", "unit": "0 to 1", "none": "left as they are"}
_OVER = {"non-zero": "over the voxels that are not zero", "brain": "over the brain", "all": "over all voxels"}
_PERCENT = "{low:g} and {high:g}"


def sees_words(card: ModelCard) -> str:
    """Return how much a model sees at a time, and how intensities are scaled for it."""
    feeding = card.feeding
    return "; ".join((_size_words(feeding), *dict.fromkeys(_scaling_words(one) for one in feeding.scaling)))


def gives_words(card: ModelCard) -> str:
    """Return what a model gives, and whether it chooses one label a voxel or judges each region by itself."""
    names = ", ".join(card.outputs)
    if "background" in card.outputs:
        return translate("{names}: one of them a voxel", names=names)
    return translate("{names}: each by itself", names=names)


def _size_words(feeding: Feeding) -> str:
    if not feeding.patch:
        return translate("the whole brain at once")
    edges = " × ".join(map(str, feeding.patch))
    return translate("parts of {edges} voxels, overlapping by {share:.0%}", edges=edges, share=feeding.overlap)


def _scaling_words(one: Scaling) -> str:
    words = translate(_SCALES.get(one.scale, one.scale))
    if one.scale != "none":
        words = f"{words} {translate(_OVER.get(one.over, one.over))}"
    if one.clip:
        cut = translate(_PERCENT, low=one.clip[0], high=one.clip[1])
        words = translate("{words}, cut off at percentiles {cut}", words=words, cut=cut)
    if one.trim or one.trim_deviations:
        words = translate("{words}, outliers not counted", words=words)
    return words
