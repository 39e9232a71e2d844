"""What the words in a data set's description mean here: contrasts, sub-compartments and regions under many names."""

import re
from collections.abc import Mapping
from typing import Any

from fets_desktop.study.contrast import Contrast
from fets_desktop.study.labels import Region, Tissue
from fets_desktop.train.importers.brought import refused

_CONTRASTS = {
    Contrast.T1: ("t1", "t1n", "t1w", "t1native", "t1pre"),
    Contrast.T1GD: ("t1gd", "t1ce", "t1c", "t1cw", "t1post", "t1contrast", "t1wce", "t1km", "t1contrastenhanced"),
    Contrast.T2: ("t2", "t2w"),
    Contrast.FLAIR: ("flair", "t2f", "t2flair", "fl", "flairw"),
}
_TISSUES = {
    Tissue.NCR: ("ncr", "net", "ncrnet", "necrosis", "necrotic", "necroticcore", "necroticandnonenhancingtumor",
                 "nonenhancing", "nonenhancingtumor", "netc", "nonenhancingtumorcore", "necrotictumorcore"),
    Tissue.ED: ("ed", "edema", "oedema", "peritumoraledema", "peritumoraloedema", "snfh", "vasogenicedema",
                "peritumoraledematousinvadedtissue"),
    Tissue.ET: ("et", "enhancing", "enhancingtumor", "enhancingtissue", "gdenhancingtumor", "activetumor"),
    Tissue.RC: ("rc", "resectioncavity", "cavity", "resection"),
}  # fmt: skip
_REGIONS = {
    Region.ET: ("et", "enhancingtumor", "enhancing"),
    Region.TC: ("tc", "tumorcore", "core"),
    Region.WT: ("wt", "wholetumor", "whole", "tumor"),
}
_BACKGROUND = "background"
_IGNORED = "ignore"


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower().replace("tumour", "tumor"))


def contrast_named(name: str) -> Contrast:
    """Return the contrast that a channel's name means.

    Raises:
        StudyError: "bad-model" if it means none.
    """
    for contrast, words in _CONTRASTS.items():
        if _plain(name) in words:
            return contrast
    raise refused(f"Its channel {name!r} is none of the contrasts {', '.join(Contrast)}.")


def outputs_of(dataset: Mapping[str, Any]) -> tuple[tuple[str, ...], str]:
    """Return the outputs of a data set's network in channel order, and what makes them probabilities.

    Labels that are lists make it a network of regions, as nnU-Net decides it; its channels are then the regions in the
    order of the labels, and otherwise the classes in the order of their numbers.

    Raises:
        StudyError: "bad-model" if the labels do not map.
    """
    labels = dataset.get("labels")
    if not isinstance(labels, dict) or not labels:
        raise refused("Its dataset.json names no labels.")
    labels = {str(name): value for name, value in labels.items() if str(name) != _IGNORED}
    if any(isinstance(value, list) and len(value) > 1 for value in labels.values()):
        shown = [name for name, value in labels.items() if value not in (0, [0])]
        return tuple(_region(name) for name in shown), "sigmoid"
    try:
        numbers = {int(value[0] if isinstance(value, list) else value): name for name, value in labels.items()}
    except (TypeError, ValueError, IndexError) as error:
        raise refused("A label in its dataset.json is no number.") from error
    if sorted(numbers) != list(range(len(numbers))):
        raise refused("The labels in its dataset.json are not numbered from 0 without a gap.")
    return tuple(_BACKGROUND if n == 0 else _tissue(numbers[n]) for n in range(len(numbers))), "softmax"


def _tissue(name: str) -> str:
    for tissue, words in _TISSUES.items():
        if _plain(name) in words:
            return str(tissue)
    raise refused(f"Its label {name!r} does not map onto {', '.join(map(str, _TISSUES))}.")


def _region(name: str) -> str:
    for region, words in _REGIONS.items():
        if _plain(name) in words:
            return str(region)
    raise refused(f"Its region {name!r} does not map onto {', '.join(map(str, _REGIONS))}.")
