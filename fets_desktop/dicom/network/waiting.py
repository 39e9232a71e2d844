"""Waiting for the network without being deaf to a person: the call waits in a thread, the wish to stop is heard."""

import threading
from collections.abc import Callable
from typing import TypeVar

from fets_desktop.dicom.header import lenient_reading
from fets_desktop.study.progress import Progress

T = TypeVar("T")

_LOOK_S = 0.1
_LEAVE_S = 0.5


def watched(
    call: Callable[[], T], progress: Progress, stand: Callable[[], tuple[float, str]], stop: Callable[[], None]
) -> T:
    """Run a call that waits for a peer, and tell meanwhile how far it is.

    Args:
        call: Runs in a thread of its own.
        progress: Told ten times a second; may raise Cancelled.
        stand: Returns fraction and step.
        stop: Makes the call end soon: it cuts the connection.

    Raises:
        Cancelled: Whatever `progress` raises; the connection is cut by then.
    """
    answer: list[T] = []
    fault: list[BaseException] = []

    def run() -> None:
        try:
            # a peer's odd values must neither stop the work nor be quoted
            with lenient_reading():
                answer.append(call())
        except BaseException as error:  # carried over to the thread that waits
            fault.append(error)

    # a daemon: one that hangs in the search for a name must not keep the process alive
    thread = threading.Thread(target=run, name="network call", daemon=True)
    thread.start()
    try:
        while thread.is_alive():
            thread.join(_LOOK_S)
            progress(*stand())
    except BaseException:
        stop()
        thread.join(_LEAVE_S)
        raise
    if fault:
        raise fault[0]
    return answer[0]
