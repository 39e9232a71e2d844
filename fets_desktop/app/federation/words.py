"""A federation in plain words: its plan, what leaves a site, and where a site's part stands."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from fets_desktop.federate.table import FINAL, State
from fets_desktop.study.federation import (
    SCORE_CONSENSUS,
    SCORE_OUTSIDE,
    SCORE_OWN,
    TRAIN,
    Leaving,
    Plan,
    Role,
    RoundRow,
    Standing,
)
from fets_desktop.study.privacy import Privacy

_BYTES_EACH = {"none": 4, "float16": 2, "int8": 1}
_NUMBER = 64
"""Bytes of a number with its name and marks on the wire, rounded up."""

_STATES: Mapping[str, str] = MappingProxyType(
    {
        State.CONNECTING: "Connecting to the server",
        State.ASKING: "Asking the server what is due",
        State.PULLING: "Receiving the common model",
        State.WORKING: "Working",
        State.PUSHING: "Sending what was worked out",
        State.RESTING: "Waiting for the other sites",
        State.LOST: "Waiting for the server",
        State.PAUSED: "Paused",
        State.OUTSIDE: "Waiting for the hours in which it may work",
        State.ENDED: "The federation has ended",
        State.STOPPED: "Stopped",
        State.FAILED: "It needs somebody",
    }
)
_TASKS: Mapping[str, str] = MappingProxyType(
    {
        SCORE_CONSENSUS: "Scoring the common model on the validation cases",
        SCORE_OUTSIDE: "Scoring the common model on this site's cases",
        TRAIN: "Training on the training cases",
        SCORE_OWN: "Scoring this site's own model on the validation cases",
    }
)


def standing_in_words(standing: Standing) -> str:
    """Return what a site's part does at this moment."""
    if standing.state == State.WORKING and standing.words in _TASKS:
        return _TASKS[standing.words]
    return _STATES.get(standing.state, standing.state)


def under_way(standing: Standing | None) -> bool:
    """Return whether a site's part goes on in this program."""
    return standing is not None and standing.state not in FINAL


def paused(standing: Standing | None) -> bool:
    """Return whether it waits for a person to let it go on."""
    return standing is not None and standing.state == State.PAUSED


def closed(standing: Standing | None) -> bool:
    """Return whether it waits for the hours in which it may work."""
    return standing is not None and standing.state == State.OUTSIDE


def all_done(plan: Plan, rows: Sequence[RoundRow]) -> bool:
    """Return whether this site has done all that the plan asks of it, the last look at the last model too."""
    return any(row.number >= plan.rounds and row.ended for row in rows)


def leaves(plan: Plan, site: str, privacy: Privacy | None = None) -> list[Leaving]:
    """Return what leaves a site, item by item."""
    request = Leaving(
        "questions for what is due, with the site's name", "every few seconds while it waits", 2 * _NUMBER
    )
    scores = "the mean Dice over the validation cases (ET, TC, WT and their mean), and how many cases these are"
    if plan.role(site) is Role.VALIDATES:
        return [request, Leaving(f"{scores}, of the common model", "once a round", 5 * _NUMBER)]
    update = plan.bytes_of_model * _BYTES_EACH[plan.compression] // 4
    how = "" if plan.compression == "none" else f", as {plan.compression} differences to the common model"
    how += f", their change {privacy.words}" if privacy else ""
    return [
        request,
        Leaving(f"{scores}, of the common model", "once a round", 5 * _NUMBER),
        Leaving(f"the weights of the network after this site's training{how}", "once a round", update),
        Leaving("the mean training loss, and how many cases were trained on", "once a round", 2 * _NUMBER),
        Leaving(f"{scores}, of this site's own model", "once a round", 5 * _NUMBER),
    ]


def plan_in_words(plan: Plan, site: str) -> list[str]:
    """Return a plan as a person reads it."""
    part = "trains and validates" if plan.role(site) is Role.TRAINS else "only validates"
    lines = [
        f"Federation {plan.name}: {plan.purpose}" if plan.purpose else f"Federation {plan.name}",
        f"This site, {site}, {part}.",
        f"{_counted(plan.rounds, 'round')}; sites that train: {len(plan.trainers)}, that only validate: "
        f"{len(plan.validators)}.",
        f"Each round: {_counted(plan.learning.epochs, 'epoch')} of training at every training site, patches of "
        f"{plan.learning.patch} voxels, learning rate {_plain(plan.learning.learning_rate)}.",
        f"A round ends when all have reported, or after {plan.cutoff_s / 60:.0f} minutes with at least "
        f"{_counted(plan.quorum, 'training site')}.",
        f"The model has {sum(t.count for t in plan.tensors) / 1e6:.1f} million numbers; the best one by the mean Dice "
        "of the common model on the training sites' validation cases is selected.",
        _scored(plan.fewest_scored),
        f"Server: {plan.server}.",
    ]
    return [*lines, f"Contact: {plan.contact}."] if plan.contact else lines


def _scored(fewest: int) -> str:
    """Return which sites send no score."""
    if fewest <= 1:
        return "A site without validation cases sends no score; every other one does."
    return f"A site with fewer than {fewest} validation cases sends no score unless it agrees to."


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _plain(value: float) -> str:
    """Return a small number without a power of ten."""
    return f"{value:.10f}".rstrip("0").rstrip(".")
