"""Whether this computer's clock is right: by the server's word, else by what the system says of it.

Source: adjtimex(2): called without a wish it returns how the kernel's clock stands, and TIME_ERROR while no service
keeps it right.
"""

import ctypes
import math
from datetime import UTC, datetime

from fets_desktop.study.federation import Check

_APART_S = 60.0
"""More than the way there and back can make of it, and less than the five minutes that certificates allow for."""
_TIMEX_BYTES = 512
"""More than the kernel's `struct timex` has, all zero: nothing is wished for."""
_TIME_ERROR = 5
_TITLE = "Clock"
_KEPT = {
    True: "A time service keeps this computer's clock.",
    False: "No time service keeps this computer's clock.",
}
_ADVICE = "Let a time service set it: certificates may be refused, and the ledger's times are wrong."


def clock_check(ahead_s: float | None) -> Check:
    """Return how this computer's clock stands. Nobody is kept from joining by it.

    Args:
        ahead_s: By how many seconds the server's clock is ahead; None if the server has not told.
    """
    if ahead_s is None:
        return _by_the_system()
    apart = abs(ahead_s)
    if apart <= _APART_S:
        seconds = max(1, math.ceil(apart))
        return Check(_TITLE, True, f"Within {seconds} s of the server's.", needed=False)
    span = _span(apart)
    behind = f"This computer's clock is {span} behind the server's."
    ahead = f"This computer's clock is {span} ahead of the server's."
    return Check(_TITLE, False, f"{behind if ahead_s > 0 else ahead} {_ADVICE}", needed=False)


def _by_the_system() -> Check:
    told, kept = ["The server has not told its time."], kept_by_service()
    if kept is not None:
        told.append(_KEPT[kept])
    if not kept:
        now = datetime.now(UTC)
        told.append(f"The clock says {now:%H:%M} UTC on {now:%Y-%m-%d}: compare it with another one.")
    return Check(_TITLE, bool(kept), " ".join(told), needed=False)


def kept_by_service() -> bool | None:
    """Return whether a time service keeps this computer's clock; None where the system does not say (not Linux)."""
    try:
        state = ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(_TIMEX_BYTES))
    except (OSError, AttributeError, TypeError):
        return None
    return None if state < 0 else state != _TIME_ERROR


def _span(seconds: float) -> str:
    minutes, hours = seconds / 60, seconds / 3600
    if hours < 2:
        return f"{minutes:.0f} min"
    return f"{hours:.0f} h" if hours < 48 else f"{hours / 24:.0f} d"
