"""Receiving what others push: each study in a folder of its own, handed on whole once its sender has fallen silent."""

import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from fets_desktop.dicom.network.arriving import Arrivals, Label
from fets_desktop.dicom.network.door import Door, Guest
from fets_desktop.study.progress import Progress

_LOOK_S = 0.2


@dataclass(frozen=True)
class Delivery:
    """A study that arrived.

    Attributes:
        folder: Where its files are; nothing is added any more.
        images: How many.
        sender: The AE title that its sender gave.
    """

    folder: Path
    images: int
    sender: str


@dataclass(frozen=True)
class Heard:
    """What came while it was listened.

    Attributes:
        studies: How many deliveries.
        images: How many objects in all.
        turned_away: How many associations of strangers were refused.
        broken: How many objects made no sense.
        too_large: How many objects were larger than what is taken.
    """

    studies: int
    images: int
    turned_away: int
    broken: int
    too_large: int = 0


@dataclass
class _Open:
    folder: Path
    sender: str
    last: float


@dataclass
class Basket:
    """Sorts what arrives by study.

    Attributes:
        root: Where the folders are: `open` for those that still grow, `ready` for those that are handed on.
        quiet_s: How long nothing more of a study must have come.
    """

    root: Path
    quiet_s: float
    clock: Callable[[], float] = time.monotonic
    _growing: dict[str, _Open] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("open", "ready"):
            (self.root / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        # what an earlier run of the program left without handing it on
        for folder in sorted((self.root / "open").iterdir()):
            self._growing[folder.name] = _Open(folder, "", self.clock() - self.quiet_s)

    def place(self, label: Label, sender: str) -> Path:
        """Return where an object goes."""
        name = blake2b(label.study.encode(), digest_size=12).hexdigest()
        if name not in self._growing:
            folder = self.root / "open" / name
            folder.mkdir(mode=0o700, exist_ok=True)
            self._growing[name] = _Open(folder, sender, 0.0)
        self._growing[name].sender = sender
        self._growing[name].last = self.clock()
        return self._growing[name].folder

    @property
    def growing(self) -> int:
        """How many studies still grow."""
        return len(self._growing)

    def take(self, at_once: bool = False) -> list[Delivery]:
        """Close the folders of studies of which nothing more comes, and return them."""
        now = self.clock()
        done = [name for name, one in self._growing.items() if at_once or now - one.last >= self.quiet_s]
        taken = []
        for name in done:
            one = self._growing.pop(name)
            count = len(list(one.folder.glob("*.dcm")))
            if not count:
                one.folder.rmdir()
                continue
            # another name, so that what comes later begins anew
            ready = one.folder.rename(self.root / "ready" / f"{name}.{secrets.token_hex(4)}")
            taken.append(Delivery(ready, count, one.sender))
        return taken


def listen(
    door_of: Callable[[Arrivals], Door],
    basket: Basket,
    progress: Progress,
    deliver: Callable[[Delivery], None],
    *,
    seconds: float | None = None,
    count: int | None = None,
) -> Heard:
    """Listen until a person stops it, the time is over, or so many studies have come.

    Args:
        door_of: Makes the door from what takes its deliveries.
        basket: Sorts what arrives.
        progress: Told what stands; may raise Cancelled.
        deliver: Takes what is complete; what is still growing when it ends is delivered, too.
        seconds: How long to listen, None for ever.
        count: After how many studies to stop, None for never.

    Raises:
        StudyError: "pacs-port".
        Cancelled: Whatever `progress` raises.
    """
    arrivals = Arrivals(basket.place, basket.root / "arriving")
    arrivals.clear()
    door = door_of(arrivals)
    door.open()
    hearing = _Hearing(door, arrivals, basket, deliver)
    try:
        hearing.go_on(progress, seconds, count)
    finally:
        door.close()
        hearing.hand_on(at_once=True)
        arrivals.clear()
    return Heard(hearing.studies, len(arrivals.images), door.turned_away, arrivals.broken, arrivals.too_large)


@dataclass
class _Hearing:
    """An open door, and how many studies were handed on from behind it."""

    door: Door
    arrivals: Arrivals
    basket: Basket
    deliver: Callable[[Delivery], None]
    studies: int = 0

    def go_on(self, progress: Progress, seconds: float | None, count: int | None) -> None:
        """Hand on what is complete, until the time is over or so many studies have come."""
        begun = self.basket.clock()
        while count is None or self.studies < count:
            spent = self.basket.clock() - begun
            if seconds is not None and spent >= seconds:
                return
            self.hand_on(at_once=False)
            words = _stand(self.door, self.arrivals, self.basket, self.studies)
            progress(min(spent / seconds, 1.0) if seconds else 0.0, words)
            time.sleep(_LOOK_S)

    def hand_on(self, *, at_once: bool) -> None:
        """Deliver what is complete, or all there is."""
        with self.arrivals.lock:
            ready = self.basket.take(at_once)
        for one in ready:
            self.studies += 1
            self.deliver(one)


def _stand(door: Door, arrivals: Arrivals, basket: Basket, studies: int) -> str:
    if arrivals.fault is not None:
        fault, arrivals.fault = arrivals.fault, None
        return fault.text.title
    large = f", {arrivals.too_large} too large: not taken" if arrivals.too_large else ""
    if basket.growing:
        return f"Receiving: {len(arrivals.images)} images{large}"
    refused = f", {door.turned_away} refused" if door.turned_away else ""
    received = "1 study" if studies == 1 else f"{studies} studies"
    return f"Listening at port {door.bound_port} as {door.title}: {received}{refused}{large}"


def guests_of(pairs: Sequence[Sequence[str]]) -> list[Guest]:
    """Return pairs of AE title and host as guests."""
    return [Guest(title, host) for title, host in pairs]
