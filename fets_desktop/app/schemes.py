"""Which label scheme a file uses: named by a person, or certain from its values; never guessed silently."""

import logging

from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import BRATS_2021, SCHEMES, LabelScheme, possible_schemes
from fets_desktop.study.volume import LabelArray

logger = logging.getLogger(__name__)


def scheme_of(array: LabelArray, name: str | None = None) -> LabelScheme:
    """Return the scheme of a label map's values.

    Without a name, a 3 without a 4, or nothing above 2, is ambiguous. A 4 without a 3 is read as BraTS 2017-2021, and
    the log says so.

    Args:
        array: The values `(z, y, x)`.
        name: The scheme a person named.

    Raises:
        StudyError: "wrong-usage" if there is no such scheme, "stray-labels", "ambiguous-scheme".
    """
    if name is not None:
        return _named(array, name)
    fitting = possible_schemes(array)
    if not fitting:
        raise StudyError("stray-labels", "No label scheme uses all the values found.")
    if len(fitting) == 1:
        return fitting[0]
    if (array == BRATS_2021.values[-1][0]).any():
        logger.info("a label map with a 4 and no 3 is read as %s", BRATS_2021.title)
        return BRATS_2021
    raise StudyError("ambiguous-scheme", f"It may be {', or '.join(scheme.title for scheme in fitting)}.")


def assumption(array: LabelArray, scheme: LabelScheme) -> str:
    """Return what was taken for granted when nobody named the scheme, "" if the values leave no other."""
    others = [fitting.title for fitting in possible_schemes(array) if fitting is not scheme]
    if not others:
        return ""
    return f"Nobody said what its values mean. A 4 and no 3: read as {scheme.title}, not as {', or '.join(others)}."


def scheme_for_training(array: LabelArray) -> LabelScheme:
    """Return the scheme of a label map that only trains.

    Without a value above 2 every scheme means the same, so nothing has to be asked.

    Raises:
        StudyError: "stray-labels", "ambiguous-scheme".
    """
    return BRATS_2021 if not (array > 2).any() else scheme_of(array)


def _named(array: LabelArray, name: str) -> LabelScheme:
    if name not in SCHEMES:
        raise StudyError("wrong-usage", f"The label schemes are {', '.join(SCHEMES)}.")
    scheme = SCHEMES[name]
    if strays := scheme.strays(array):
        raise StudyError("stray-labels", f"Found {', '.join(map(str, strays))}; {scheme.title} does not use them.")
    return scheme
