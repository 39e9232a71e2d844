"""How a collaborator goes from state to state: (state, event) -> state, and nothing else decides.

A site that was cut off, whatever it was doing, connects and asks again: the server says what is still due, and what was
worked out before lies in the round's folder.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class State(StrEnum):
    """What the collaborator does."""

    CONNECTING = "connecting"
    ASKING = "asking"
    PULLING = "receiving the model"
    WORKING = "working"
    PUSHING = "sending"
    RESTING = "waiting for the other sites"
    LOST = "waiting for the server"
    PAUSED = "paused"
    OUTSIDE = "outside its hours"
    ENDED = "ended"
    STOPPED = "stopped"
    FAILED = "failed"


class Event(StrEnum):
    """What came of it."""

    CONNECTED = "connected"
    DUE = "something is due"
    IDLE = "nothing is due"
    PULLED = "the model is here"
    WORKED = "a task is worked out"
    MORE = "sent, and more is due"
    SENT = "sent, and that was all"
    REFUSED = "the server did not take it"
    LOST = "the connection was lost"
    RESTED = "waited long enough"
    PAUSE = "a person wants a pause"
    CLOSED = "it may not work at this hour"
    RESUME = "a person wants it to go on"
    OVER = "the federation has ended"
    STOP = "a person wants it to stop"
    FAULT = "a person must act"


FINAL = (State.ENDED, State.STOPPED, State.FAILED)
_ACTING = tuple(state for state in State if state not in FINAL)

TABLE: Mapping[tuple[State, Event], State] = MappingProxyType(
    {
        (State.CONNECTING, Event.CONNECTED): State.ASKING,
        (State.CONNECTING, Event.LOST): State.LOST,
        (State.ASKING, Event.DUE): State.PULLING,
        (State.ASKING, Event.IDLE): State.RESTING,
        (State.ASKING, Event.PAUSE): State.PAUSED,
        (State.ASKING, Event.CLOSED): State.OUTSIDE,
        (State.ASKING, Event.OVER): State.ENDED,
        (State.ASKING, Event.LOST): State.LOST,
        (State.PULLING, Event.PULLED): State.WORKING,
        (State.PULLING, Event.LOST): State.LOST,
        (State.WORKING, Event.WORKED): State.PUSHING,
        (State.WORKING, Event.CLOSED): State.OUTSIDE,
        (State.PUSHING, Event.MORE): State.WORKING,
        (State.PUSHING, Event.SENT): State.ASKING,
        (State.PUSHING, Event.REFUSED): State.ASKING,
        (State.PUSHING, Event.LOST): State.LOST,
        (State.RESTING, Event.RESTED): State.ASKING,
        (State.OUTSIDE, Event.RESTED): State.ASKING,
        (State.LOST, Event.RESTED): State.CONNECTING,
        (State.LOST, Event.OVER): State.ENDED,
        (State.PAUSED, Event.RESUME): State.ASKING,
        **{(state, Event.STOP): State.STOPPED for state in _ACTING},
        **{(state, Event.FAULT): State.FAILED for state in _ACTING},
    }
)
