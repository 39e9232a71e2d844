"""Facts: what happened, never what to redraw. Rooms and workers tell them, screens decide for themselves."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CaseChanged:
    """A case was added, moved to another stage, or got a new version, flag or finding."""

    case: str


@dataclass(frozen=True)
class CaseForgotten:
    """A case is gone from the workspace."""

    case: str


@dataclass(frozen=True)
class JobChanged:
    """A job was queued, started, made progress or ended."""

    job: str


@dataclass(frozen=True)
class ModelChanged:
    """A model was published or retired."""

    model: str


@dataclass(frozen=True)
class SplitChanged:
    """The split was drawn or grew."""


@dataclass(frozen=True)
class SettingChanged:
    """A person chose another value."""

    name: str


@dataclass(frozen=True)
class TrainingEpoch:
    """A local training finished an epoch."""

    job: str
    epoch: int
    loss: float
    dice: dict[str, float]


@dataclass(frozen=True)
class FederationChanged:
    """A site's part in a federation goes another way: it joined, began another step or round, ended, or left."""

    federation: str


Fact = (
    CaseChanged
    | CaseForgotten
    | JobChanged
    | ModelChanged
    | SplitChanged
    | SettingChanged
    | TrainingEpoch
    | FederationChanged
)
