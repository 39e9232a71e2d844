"""Our frozen dataclasses to and from plain JSON values, written once for the store, the jobs and the model files."""

import dataclasses
import functools
import types
import typing
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")


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


def from_plain(kind: type[T], value: Any) -> T:  # noqa: ANN401
    """Build an instance of the dataclass `kind` from what `to_plain` made; unknown keys are left out.

    Raises:
        TypeError: If a required field is missing.
        ValueError: If a value does not fit its field.
    """
    return typing.cast(T, _build(kind, value))


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
