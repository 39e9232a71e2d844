"""The steps of the tour: where each is done, the control it points at, its words, and how one sees that it is done.

No screen knows of the tour: a step looks at what a person's deed has changed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from fets_desktop.app.hall import Hall
from fets_desktop.app.job_board import ENDED
from fets_desktop.study.case import Stage
from fets_desktop.ui.job_bar import JobBar
from fets_desktop.ui.rail import Rail

if TYPE_CHECKING:
    # never at run time: the start would load what draws in three dimensions
    from fets_desktop.ui.screens.cases.screen import CasesScreen
    from fets_desktop.ui.screens.review.screen import ReviewScreen
    from fets_desktop.ui.screens.settings import SettingsScreen

_WAITING = (Stage.NEW, Stage.CONVERTED, Stage.PREPARED, Stage.PROPOSED, Stage.IN_REVIEW)
_BRINGING = ("phantom", "scan", "convert", "prepare", "segment", "segment_candidates")
"""Work that brings a case to its review."""


class Window(Protocol):
    """What the tour needs of the main window."""

    place: str
    rail: Rail
    job_bar: JobBar

    def screen_of(self, place: str) -> QWidget:
        """Return the screen of a place."""

    def open_place(self, place: str, wanted: str = "") -> None:
        """Go to a place."""


@dataclass
class Walk:
    """How far a person has come on one tour.

    Attributes:
        hall: The use cases.
        window: Where they are.
        case: The case they opened, "" before.
        cursor: The voxel (x, y, z) they saw first.
    """

    hall: Hall
    window: Window
    case: str = ""
    cursor: tuple[int, int, int] | None = None

    @property
    def review(self) -> "ReviewScreen | None":
        """The Review screen with an open case, None while there is none."""
        if self.window.place != "review":
            return None
        screen = cast("ReviewScreen", self.window.screen_of("review"))
        return screen if screen.desk.session else None

    def look(self) -> None:
        """Note which case was opened, and where it is looked at."""
        screen = self.review
        if screen and not self.case and self.stage(screen.desk.case) in _WAITING:
            self.case, self.cursor = screen.desk.case, screen.viewer.state.cursor

    def stage(self, case: str) -> Stage | None:
        """Return where a case stands, None if there is no such case."""
        return self.hall.cases.stages().get(case)

    def works(self) -> bool:
        """Return whether the computer is bringing a case to its review."""
        return any(job.state not in ENDED and job.task in _BRINGING for job in self.hall.jobs.all())

    def make_patient(self) -> None:
        """Have a demo patient made, one that was not there before."""
        with cast("CasesScreen", self.window.screen_of("cases")).telling():
            self.hall.demo.start_another()

    def key(self, action: str) -> str:
        """Return the first key of an action of the viewer in the keys in force, "" if it has none."""
        screen = self.review
        return next(iter(screen.viewer.keys.of(action)), "") if screen else ""


@dataclass(frozen=True)
class Step:
    """One deed.

    Attributes:
        place: Where it is done; "" is wherever the person is.
        title: What it is.
        text: How it is done; `{a}` stands for the key of the action `keys["a"]`.
        points_at: Finds the control; None while it is not there.
        done: Sees whether it is done.
        keys: Actions of the viewer whose keys stand in the text.
        optional: Whether one may pass over it.
        keys_there: Whether the control is to be typed into, or pressed: the keys go to it.
        sides: On which sides of the control the words are best.
        offer: Words and call of a button that does it, where the control is not to be seen.
        stuck: Sees whether it cannot be done any more, and says so in its words.
    """

    place: str
    title: str
    text: str
    points_at: Callable[[Walk], QWidget | None]
    done: Callable[[Walk], bool]
    keys: tuple[tuple[str, str], ...] = ()
    optional: bool = False
    keys_there: bool = False
    sides: tuple[str, ...] = ("right", "left", "below", "above")
    offer: tuple[str, Callable[[Walk], object]] | None = None
    stuck: Callable[[Walk], str] = lambda _walk: ""

    def words(self, walk: Walk) -> str:
        """Return how it is done, in the person's language and with the keys in force."""
        if trouble := self.stuck(walk):
            return translated(trouble)
        return translated(self.text).format(**{name: walk.key(action) for name, action in self.keys})


def translated(text: str) -> str:
    """Return words of the tour in the person's language; `sentences.said` is for what the rooms below say."""
    return QCoreApplication.translate("tour", text)


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("tour", text))


def _ready(walk: Walk) -> bool:
    stages = walk.hall.cases.stages().values()
    proposed = any(stage in (Stage.PROPOSED, Stage.IN_REVIEW) for stage in stages)
    return proposed or (Stage.PREPARED in stages and not walk.works())


def _comes(walk: Walk) -> bool:
    """A case waits for its review, or one is on its way there."""
    return walk.works() or _ready(walk)


def _ended_early(walk: Walk) -> str:
    """Say so where the work ended before a case was ready."""
    trouble = _t("It did not come to its end. Why? in the line below says what happened, and what helps.")
    return "" if walk.works() else trouble


def _demo_button(walk: Walk) -> QWidget:
    return cast("CasesScreen", walk.window.screen_of("cases")).empty.demo


def _named(walk: Walk) -> bool:
    return bool(str(walk.hall.settings.get("review.reviewer")).strip())


def _name_field(walk: Walk) -> QWidget:
    return cast("SettingsScreen", walk.window.screen_of("settings")).controls["review.reviewer"]


def _pane(walk: Walk) -> QWidget | None:
    return walk.review.viewer.current if walk.review else None


def _looked(walk: Walk) -> bool:
    return walk.review is not None and walk.review.viewer.state.cursor != walk.cursor


def _brush(walk: Walk) -> QWidget | None:
    tools = walk.review.stage.strip.tools if walk.review else {}
    return next((button for tool, button in tools.items() if tool == "brush"), None)


def _has_brush(walk: Walk) -> bool:
    return walk.review is not None and walk.review.viewer.state.hand.tool == "brush"


def _painted(walk: Walk) -> bool:
    return walk.review is not None and walk.review.desk.session is not None and walk.review.desk.session.changed


def _approve(walk: Walk) -> QWidget | None:
    return walk.review.panel.approve if walk.review else None


STEPS: tuple[Step, ...] = (
    Step(
        "cases",
        _t("A patient who never lived"),
        _t(
            "Choose Make a demo patient. The program draws a head with a tumour, takes it in as it would a real one, "
            "prepares it and proposes an outline."
        ),
        _demo_button,
        _comes,
        keys_there=True,
        offer=(_t("Make a demo patient"), Walk.make_patient),
    ),
    Step(
        "settings",
        _t("Meanwhile, your name"),
        _t("It stands under every case you approve. Write it into this line and press Enter."),
        _name_field,
        _named,
        optional=True,
        keys_there=True,
    ),
    Step(
        "",
        _t("The computer works, you need not"),
        _t(
            "The line below says what is being done and how much is left: some minutes. Look around meanwhile. "
            "The tour goes on by itself as soon as an outline is proposed."
        ),
        lambda walk: walk.window.job_bar,
        _ready,
        sides=("above",),
        stuck=_ended_early,
    ),
    Step(
        "review",
        _t("Open the case"),
        _t("The case that waits is being opened."),
        lambda walk: walk.window.rail.button("review"),
        lambda walk: bool(walk.case),
    ),
    Step(
        "review",
        _t("Look through the slices"),
        _t("Turn the wheel over a picture, or press {up} and {down}. A click brings all pictures to one place."),
        _pane,
        _looked,
        keys=(("up", "slice up"), ("down", "slice down")),
        optional=True,
        sides=("left", "right", "below"),
    ),
    Step(
        "review",
        _t("Take the brush"),
        _t("Click it, or press {brush}. The label that it paints is chosen at the right."),
        _brush,
        _has_brush,
        keys=(("brush", "tool brush"),),
        optional=True,
    ),
    Step(
        "review",
        _t("Correct the outline"),
        _t(
            "Hold the left button and paint where the outline is wrong; {undo} takes a stroke back. "
            "By keys alone: {smooth}, then Enter, smooths it; {options} leads to its options and back."
        ),
        _pane,
        _painted,
        keys=(("undo", "undo"), ("smooth", "tool smooth"), ("options", "options")),
        optional=True,
        sides=("left", "right", "below"),
    ),
    Step(
        "review",
        _t("Sign it off"),
        _t(
            "Look at the checks above, then choose Approve case or press Ctrl+Return. "
            "If a check has a remark, you are asked for your reason."
        ),
        _approve,
        lambda walk: walk.stage(walk.case) is Stage.APPROVED,
        sides=("left", "above"),
    ),
)
"""From nothing to an approved case, in the order of the work."""
