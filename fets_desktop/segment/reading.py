"""What comes out of a network, read by its card: channels of regions, or of classes that exclude one another.

A card whose outputs name "background" speaks of classes: each channel is a sub-compartment (NCR, ED, ET, RC), and
several channels may be of the same one. The probability of a region is then the sum of its classes', and the label is
the most probable class. Any other card names ET, TC and WT, whose labels `labelling` finds.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fets_desktop.segment.labelling import labels_of
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import BRATS_2021, POST_OPERATIVE, REGIONS, LabelScheme, Tissue, convert_labels
from fets_desktop.study.volume import LabelArray, Mask

Floats = npt.NDArray[np.float32]
BACKGROUND = "background"
_CLASSES = {str(tissue): tissue for tissue in (Tissue.NCR, Tissue.ED, Tissue.ET, Tissue.RC)}


@dataclass(frozen=True)
class Reading:
    """How the channels of a network are read.

    Attributes:
        regions: For each of ET, TC, WT the channels whose sum it is.
        classes: For each channel its sub-compartment, None for background; empty for a network of regions.
        activation: What makes the channels probabilities.
    """

    regions: tuple[tuple[int, ...], ...]
    classes: tuple[Tissue | None, ...]
    activation: str

    @staticmethod
    def of(outputs: Sequence[str], activation: str = "none") -> "Reading":
        """Return how a card's outputs are read.

        Raises:
            StudyError: "bad-model" if they do not map onto the sub-compartments or regions of a glioma.
        """
        if BACKGROUND not in outputs:
            if missing := [str(region) for region in REGIONS if str(region) not in outputs]:
                raise StudyError(
                    "bad-model",
                    f"Among the outputs on its card there is no {', '.join(missing)}. They have to name the regions "
                    f"ET, TC and WT, or the classes {BACKGROUND}, {', '.join(_CLASSES)}.",
                )
            if len(set(outputs)) < len(outputs):
                raise StudyError("bad-model", "The outputs on its card name a region twice.")
            return Reading(tuple((outputs.index(str(region)),) for region in REGIONS), (), activation)
        if unknown := [name for name in outputs if name != BACKGROUND and name not in _CLASSES]:
            raise StudyError(
                "bad-model",
                f"Its classes do not map: {', '.join(unknown)} is none of {BACKGROUND}, {', '.join(_CLASSES)}.",
            )
        classes = tuple(_CLASSES.get(name) for name in outputs)
        regions = tuple(tuple(i for i, t in enumerate(classes) if t in region.tissues) for region in REGIONS)
        if not regions[-1]:
            raise StudyError("bad-model", "None of its classes is a part of a tumour.")
        return Reading(regions, classes, activation)

    def probabilities(self, found: Floats) -> Floats:
        """Return what a network gave, `(channel, z, y, x)`, as probabilities; the array may be reused."""
        if self.activation == "sigmoid":
            return np.asarray(1 / (1 + np.exp(-found)), dtype=np.float32)
        if self.activation == "softmax":
            found -= found.max(axis=0)
            np.exp(found, out=found)
            found /= found.sum(axis=0)
        return found

    def of_regions(self, probabilities: Floats) -> Floats:
        """Return the probabilities `(3, z, y, x)` of ET, TC, WT."""
        if self.regions == tuple((channel,) for channel in range(len(probabilities))):
            return probabilities
        return np.stack([probabilities[list(channels)].sum(axis=0) for channels in self.regions])

    def labels(self, probabilities: Floats, regions: Floats, brain: Mask) -> LabelArray:
        """Return labels `(z, y, x)` in BRATS_2021, without a cavity; nothing outside the brain.

        Args:
            probabilities: `(channel, z, y, x)`.
            regions: `(3, z, y, x)`, as `of_regions` gives them.
            brain: `(z, y, x)`.
        """
        if not self.classes:
            return labels_of(regions, brain)
        values = [0 if t is None or t is Tissue.RC else BRATS_2021.value(t) for t in self.classes]
        return np.where(brain, np.asarray(values, dtype=np.uint8)[probabilities.argmax(axis=0)], 0).astype(np.uint8)

    def with_cavity(self, labels: LabelArray, probabilities: Floats, brain: Mask) -> tuple[LabelArray, LabelScheme]:
        """Return cleaned labels in BRATS_2021 with the resection cavity, if the network knows one, and their scheme."""
        if Tissue.RC not in self.classes:
            return labels, BRATS_2021
        cavity = np.asarray([t is Tissue.RC for t in self.classes])[probabilities.argmax(axis=0)] & brain
        out = convert_labels(labels, BRATS_2021, POST_OPERATIVE)
        out[cavity] = POST_OPERATIVE.value(Tissue.RC)
        return out, POST_OPERATIVE
