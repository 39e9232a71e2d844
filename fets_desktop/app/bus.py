"""Where facts come up: whoever wants to know subscribes, whoever changed something publishes."""

from collections.abc import Callable

from fets_desktop.study.facts import Fact

Listener = Callable[[Fact], None]


class FactsBus:
    """Delivers facts in the order they happened, in the caller's thread; a fact published meanwhile waits its turn."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._waiting: list[Fact] = []
        self._delivering = False

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every fact from now on; return what ends the subscription."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def publish(self, fact: Fact) -> None:
        """Tell everyone what happened; a listener's bug keeps no other from hearing, and is raised at the end."""
        self._waiting.append(fact)
        if self._delivering:
            return
        self._delivering = True
        faults: list[Exception] = []
        try:
            while self._waiting:
                current = self._waiting.pop(0)
                for listener in tuple(self._listeners):
                    try:
                        listener(current)
                    except Exception as fault:
                        faults.append(fault)
        finally:
            self._delivering = False
        if faults:
            raise faults[0]
