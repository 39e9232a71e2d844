"""One site's part in a federation: a thread that walks `table`, and nothing of Qt, torch or the database in it.

What works is handed in: `score` and `fit` are the hall's, and run in a worker. Waiting, receiving, working and sending
all end within milliseconds of `stop`.
"""

import logging
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from fets_desktop.federate.desk import Desk
from fets_desktop.federate.ledger import Ledger
from fets_desktop.federate.link import Link, Lost, Refused, Results, Stopped, Work
from fets_desktop.federate.round_work import Fit, Post, RoundWork, Score
from fets_desktop.federate.table import FINAL, TABLE, Event, State
from fets_desktop.study.errors import Cancelled, StudyError
from fets_desktop.study.federation import Plan, Standing

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Pace:
    """How long it waits.

    Attributes:
        longest_rest_s: Between questions while nothing is due, whatever the server says.
        first_retry_s: After a lost connection; doubled each time.
        longest_retry_s: At most.
    """

    longest_rest_s: float = 10.0
    first_retry_s: float = 1.0
    longest_retry_s: float = 120.0


class Collaborator:
    """Takes part in a federation until it ends, is stopped, or a person must act.

    Args:
        plan: What was agreed.
        site: This site's name.
        link: To the server.
        score: See `Score`.
        fit: See `Fit`; not called at a site that only validates.
        desk: Where it works.
        ledger: Of the messages; the link writes it.
        post: Hears where it stands and every change of a round's row, from the thread.
        pace: How long it waits.
        few: Whether scores are sent even if fewer cases than the plan asks for stand behind them.
        may_work: Tells whether it may work at this hour; asked before every task: what was begun is finished and sent.
    """

    def __init__(
        self,
        plan: Plan,
        site: str,
        link: Link,
        score: Score,
        fit: Fit,
        desk: Desk,
        ledger: Ledger,
        post: Post,
        pace: Pace | None = None,
        *,
        few: bool = False,
        may_work: Callable[[], bool] = lambda: True,
    ) -> None:
        self._plan, self._site, self._link = plan, site, link
        self._ledger, self._post = ledger, post
        self._round = RoundWork(plan, link, score, fit, desk, ledger, post, few=few)
        self._pace = pace or Pace()
        self._may_work = may_work
        self._stop = threading.Event()
        self._wish = threading.Condition()
        self._pausing = False
        self._work = Work(-1, ())
        self._left: list[str] = []
        self._results: Results | None = None
        self._lost: Lost | None = None
        self._tries = 0
        self.state = State.CONNECTING
        self.error: StudyError | None = None
        self._thread = threading.Thread(target=self.run, name=f"federation {plan.id}", daemon=True)

    # --- what others ask of it

    def start(self) -> None:
        """Begin, in a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """End, whatever it does; it can be begun again another day."""
        self._stop.set()
        self._link.stop()
        with self._wish:
            self._wish.notify_all()

    def pause(self) -> None:
        """Pause after what is due of this round."""
        self._pausing = True

    @property
    def pausing(self) -> bool:
        """Whether it pauses, or will once what is due of this round is done."""
        return self._pausing

    def resume(self) -> None:
        """Go on after a pause."""
        with self._wish:
            self._pausing = False
            self._wish.notify_all()

    def join(self, timeout_s: float | None = None) -> bool:
        """Wait until it has ended, and return whether it has."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    # --- the walk

    def run(self) -> None:
        """Walk the table to a final state."""
        actions: dict[State, Callable[[], Event]] = {
            State.CONNECTING: self._connect,
            State.ASKING: self._ask,
            State.PULLING: self._pull,
            State.WORKING: self._do,
            State.PUSHING: self._push,
            State.RESTING: self._rest,
            State.LOST: self._wait_for_server,
            State.PAUSED: self._paused,
            State.OUTSIDE: self._outside,
        }
        try:
            while self.state not in FINAL:
                self._tell()
                self.state = TABLE[self.state, self._act(actions[self.state])]
        finally:
            self._link.close()
            self._tell()

    def _act(self, action: Callable[[], Event]) -> Event:
        """Do what the state asks for; every ending has its event."""
        try:
            if self._stop.is_set():
                return Event.STOP
            return action()
        except (Stopped, Cancelled):
            return Event.STOP
        except Lost as lost:
            self._lost = lost
            return Event.LOST
        except StudyError as error:
            self.error = error
            return Event.FAULT
        except Exception as error:  # a bug must not end the thread without a word
            logger.exception("the collaborator failed")
            self.error = StudyError("worker-died", type(error).__name__)
            return Event.FAULT

    def _connect(self) -> Event:
        self._link.connect()
        self._tries = 0
        return Event.CONNECTED

    def _ask(self) -> Event:
        if self._pausing:
            return Event.PAUSE
        if not self._may_work():
            return Event.CLOSED
        work = self._link.next_work()
        if work.over:
            return Event.OVER
        self._work = work
        self._left = list(self._work.tasks)
        known = set(self._plan.tasks(self._site, self._work.number))
        if not set(self._left) <= known:
            raise StudyError("federation-plan", "It asks for something that the plan does not say.")
        self._round.begin()
        return Event.DUE if self._left else Event.IDLE

    def _pull(self) -> Event:
        self._round.pull(self._work.number)
        return Event.PULLED

    def _do(self) -> Event:
        if not self._may_work():
            return Event.CLOSED
        self._results = self._round.answer(self._left[0], self._work.number)
        return Event.WORKED

    def _push(self) -> Event:
        results = self._results
        assert results is not None
        try:
            self._link.push(self._work.number, results)
        except Refused as refusal:
            self._round.account(self._work.number, note=f"The server did not take it: {refusal}", ended=_now())
            return Event.REFUSED
        finally:
            for file in (results.weights, results.base):
                if file is not None:
                    file.close()
        self._ledger.settle()
        self._left.pop(0)
        self._round.account(self._work.number, **({} if self._left else {"ended": _now()}))
        return Event.MORE if self._left else Event.SENT

    # --- waiting

    def _rest(self) -> Event:
        return self._waited(min(self._work.sleep_s or self._pace.longest_rest_s, self._pace.longest_rest_s))

    def _outside(self) -> Event:
        return self._waited(self._pace.longest_rest_s)

    def _wait_for_server(self) -> Event:
        if self._work.number >= self._plan.rounds and not self._left:
            # all that was due of the last round was sent: the server went home before it could say so
            return Event.OVER
        seconds = self._retry_s
        self._tries += 1
        # sites that lost the same server do not all come back in the same second
        return self._waited(seconds * random.uniform(0.75, 1.0))  # noqa: S311

    @property
    def _retry_s(self) -> float:
        return float(min(self._pace.first_retry_s * 2 ** min(self._tries, 20), self._pace.longest_retry_s))

    def _waited(self, seconds: float) -> Event:
        return Event.STOP if self._stop.wait(seconds) else Event.RESTED

    def _paused(self) -> Event:
        with self._wish:
            while self._pausing and not self._stop.is_set():
                self._wish.wait()
        return Event.STOP if self._stop.is_set() else Event.RESUME

    # --- what others hear

    def _tell(self) -> None:
        detail = self.error.detail if self.error else (str(self._lost) if self.state is State.LOST else "")
        code = self.error.code if self.error else ""
        retry = self._retry_s if self.state is State.LOST else 0.0
        task = self._left[0] if self.state in (State.WORKING, State.PUSHING) and self._left else ""
        self._post(Standing(str(self.state), self._work.number, task, code, detail, retry))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
