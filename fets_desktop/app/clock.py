"""The time as it is written down everywhere: UTC, ISO 8601, whole seconds."""

from datetime import UTC, datetime


def now() -> str:
    """Return the present moment, for example "2026-11-24T14:32:05Z"."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
