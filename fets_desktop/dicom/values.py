"""Values of a header as texts and numbers; malformed ones count as not said."""

import math
from collections.abc import Iterable

from fets_desktop.dicom.quick import Values


def text_in(values: Values, name: str) -> str:
    """Return the first part of a value, "" where nothing is said."""
    texts = values.get(name)
    return texts[0] if texts else ""


def first_in(values: Values, *names: str) -> str:
    """Return the first of several values that says something."""
    return next((text for name in names if (text := text_in(values, name))), "")


def number_in(values: Values, name: str) -> float | None:
    """Return a number, None where there is none or it is not finite."""
    try:
        number = float(text_in(values, name))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def count_in(values: Values, name: str) -> int:
    """Return a whole number, 0 where there is none."""
    return int(number_in(values, name) or 0)


def as_numbers(texts: Iterable[str]) -> tuple[float, ...]:
    """Return numbers, () where one of them is malformed."""
    try:
        return tuple(float(text) for text in texts)
    except ValueError:
        return ()
