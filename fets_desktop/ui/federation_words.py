"""A federation's numbers as a person reads them: bytes, the estimated end, a certificate's days, what a message is."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

from fets_desktop.study.federation import Plan, RoundRow
from fets_desktop.ui.words import count, day, translate

_KIB, _MIB, _GIB = 1 << 10, 1 << 20, 1 << 30
_LOOKED_AT = 5
"""So many of the last rounds tell how long the next ones take."""
_KINDS = {
    ("sent", "GetTasks"): "Questions for what is due",
    ("received", "GetTasks"): "What is due",
    ("sent", "GetAggregatedTensor"): "Requests for the common model",
    ("received", "GetAggregatedTensor"): "The common model",
    ("sent", "SendLocalTaskResults"): "This site's results",
    ("received", "SendLocalTaskResults"): "Receipts for them",
}
"""The calls of the protocol, see `federate.grpc_link`, as people say them."""


def size_words(size: float) -> str:
    """Return a number of bytes."""
    if size >= _GIB:
        return translate("{n:,.1f} GiB", n=size / _GIB)
    if size >= _MIB:
        return translate("{n:,.1f} MiB", n=size / _MIB)
    if size >= 10 * _KIB:
        return translate("{n:,.0f} KiB", n=size / _KIB)
    return count(int(size), "{n:,} byte", "{n:,} bytes")


def kind_words(way: str, kind: str) -> str:
    """Return what a message of a kind is, on its way out or in; one that nobody knows has its own name."""
    return translate(_KINDS[way, kind]) if (way, kind) in _KINDS else kind


def round_seconds(rows: Sequence[RoundRow]) -> float | None:
    """Return how long a round lasts, from one's end to the next one's; None before one has ended.

    A night's pause must not count: the median of the last few is taken.
    """
    ended = [row for row in rows if row.ended]
    if not ended:
        return None
    times = [datetime.fromisoformat(row.ended) for row in ended[-_LOOKED_AT - 1 :]]
    gaps = [(after - before).total_seconds() for before, after in pairwise(times)]
    return median(gaps) if gaps else ended[-1].seconds


def end_words(plan: Plan, rows: Sequence[RoundRow], now: datetime) -> str:
    """Return when a federation will probably end, "" before anything can be said."""
    seconds = round_seconds(rows)
    if seconds is None:
        return ""
    left = plan.rounds + 1 - sum(1 for row in rows if row.ended)
    end = now + timedelta(seconds=seconds * max(left, 0))
    return translate("It will end about {when}, if rounds go on as they do.", when=day(end.isoformat()))


def days_words(days: int | None) -> str:
    """Return for how long a certificate is valid."""
    if days is None:
        return translate("No certificate yet")
    if days < 0:
        return translate("Cannot be used any more")
    return count(days, "Valid for {n} day", "Valid for {n} days")
