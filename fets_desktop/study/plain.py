"""Our frozen dataclasses to and from plain JSON values, written once for the store, the jobs and the model files."""

import dataclasses
import functools
import math
import types
import typing
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

_FAR_TOO_MUCH = 1 << 53
"""Beyond it not every whole number is one of JavaScript's, nor of any other reader's."""


def to_plain(value: object) -> Any:  # noqa: ANN401 - JSON is what it is
    """Turn dataclasses, enums, paths, tuples and mappings into values that `json.dumps` takes."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return to_plain(value.value)
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Mapping):
        return {str(to_plain(key)): to_plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [to_plain(item) for item in value]
    return value


def without_nan(value: Any) -> Any:  # noqa: ANN401
    """Return plain values with None in place of numbers that JSON has no word for: NaN and the infinities."""
    if isinstance(value, dict):
        return {key: without_nan(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [without_nan(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def from_plain(kind: type[T], value: Any) -> T:  # noqa: ANN401
    """Build an instance of the dataclass `kind` from what `to_plain` made; unknown keys are left out.

    Raises:
        TypeError: If a required field is missing.
        ValueError: If a value does not fit its field.
    """
    return typing.cast(T, _build(kind, value))


def is_as_declared(value: object) -> bool:
    """Tell whether everything in a dataclass is of the kind that its fields declare, and every number finite.

    `from_plain` takes what stands in a file at its word; what others made is looked at with this before it is used.
    """
    kind: Any = type(value)
    return all(_fits(hint, getattr(value, name)) for name, hint in _fields(kind))


def _fits(kind: Any, value: object) -> bool:  # noqa: ANN401
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return any(_fits(one, value) for one in inner)
    if origin is tuple:
        kinds = [inner[0]] * len(value) if isinstance(value, tuple) and inner[1:] == (Ellipsis,) else list(inner)
        return isinstance(value, tuple) and len(kinds) == len(value) and all(map(_fits, kinds, value))
    if origin is list:
        return isinstance(value, list) and all(_fits(inner[0], item) for item in value)
    if origin is dict:
        return isinstance(value, dict) and all(_fits(inner[0], k) and _fits(inner[1], v) for k, v in value.items())
    if kind is float:
        # a whole number may be too large to be reckoned with as one that is not
        return type(value) in (int, float) and abs(value) < _FAR_TOO_MUCH and math.isfinite(value)  # type: ignore[arg-type]
    if kind is int:
        return type(value) is int and abs(value) < _FAR_TOO_MUCH
    if kind is Any or not isinstance(kind, type):
        return True
    return isinstance(value, kind) and (not dataclasses.is_dataclass(kind) or is_as_declared(value))


@functools.cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    """Return the fields of a dataclass with their types; to find them takes longer than to fill them."""
    hints = typing.get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in dataclasses.fields(kind))


def _build(kind: Any, value: Any) -> Any:  # noqa: ANN401
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        if value is None:
            return None
        return _build(next(k for k in typing.get_args(kind) if k is not type(None)), value)
    if origin is tuple:
        inner = typing.get_args(kind)
        kinds = [inner[0]] * len(value) if len(inner) == 2 and inner[1] is Ellipsis else inner
        return tuple(_build(k, v) for k, v in zip(kinds, value, strict=True))
    if origin in (list, dict):
        inner = typing.get_args(kind)
        if origin is list:
            return [_build(inner[0], v) for v in value]
        return {_build(inner[0], k): _build(inner[1], v) for k, v in value.items()}
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return kind(**{name: _build(hint, value[name]) for name, hint in _fields(kind) if name in value})
    if isinstance(kind, type) and issubclass(kind, Enum | Path):
        return kind(value)
    return value
