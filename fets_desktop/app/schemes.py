"""Which label scheme a file uses: named by a person, or certain from its values; never guessed silently."""

import logging
from collections.abc import Mapping

from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import BRATS_2021, BRATS_2023, POST_OPERATIVE, SCHEMES, LabelScheme, possible_schemes
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


def schemes_for_scoring(found: Mapping[int, tuple[set[int], bool]]) -> dict[int, LabelScheme]:
    """Return the scheme of each label map of one folder, whose files are taken to mean the same.

    A 4 anywhere, and no 3 beside it, says BraTS 2017-2021; a 3 says BraTS 2023 where the files have the names of 2023,
    and nothing elsewhere. Without a value above 2 every scheme means the same.

    Args:
        found: For each label map the values in it, and whether its case is named as since BraTS 2023.

    Raises:
        StudyError: "ambiguous-scheme" if a person has to say it.
    """
    schemes: dict[int, LabelScheme] = {}
    for new_names in (False, True):
        group = {key: values for key, (values, new) in found.items() if new is new_names}
        schemes |= dict.fromkeys(group, _scheme_of_group(list(group.values()), new_names))
    return schemes


def _scheme_of_group(group: list[set[int]], new_names: bool) -> LabelScheme:
    _, _, four = (value for value, _ in BRATS_2021.values)
    _, _, three = (value for value, _ in BRATS_2023.values)
    threes, fours = (any(value in values for values in group) for value in (three, four))
    # BraTS 2024 has the names of 2023 and a 4 for the cavity: there a 3 beside the 4 says which
    if any({three, four} <= values for values in group) or (threes and fours and new_names):
        return POST_OPERATIVE
    if fours or not threes:
        return BRATS_2021
    if new_names:
        return BRATS_2023
    raise StudyError(
        "ambiguous-scheme",
        f"The highest label is 3: it may be {BRATS_2023.title}, or {POST_OPERATIVE.title}. "
        "Say so by --scheme, or in the window.",
    )


def _named(array: LabelArray, name: str) -> LabelScheme:
    if name not in SCHEMES:
        raise StudyError("wrong-usage", f"The label schemes are {', '.join(SCHEMES)}.")
    scheme = SCHEMES[name]
    if strays := scheme.strays(array):
        raise StudyError("stray-labels", f"Found {', '.join(map(str, strays))}; {scheme.title} does not use them.")
    return scheme
