"""What a federation's plan, a site's part in it and a round ARE; agreed by people, so everything in a plan is plain."""

import hashlib
import json
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from fets_desktop.study.plain import to_plain
from fets_desktop.study.privacy import Privacy

SCORE_CONSENSUS = "aggregated_model_validation"
TRAIN = "train"
SCORE_OWN = "locally_tuned_model_validation"
SCORE_OUTSIDE = "outside_validation"
"""What a site is asked to do in a round: the names as they travel. Source: OpenFL's task runner; the last is ours, for
sites that only validate: their scores must not choose the model."""

TRAINER_TASKS = (SCORE_CONSENSUS, TRAIN, SCORE_OWN)
COMPRESSIONS = ("none", "float16", "int8")
SOON_DAYS = 30
"""A certificate that is valid no longer than that is to be renewed now."""


class Role(StrEnum):
    """A site's part."""

    TRAINS = "trains"
    VALIDATES = "validates"


@dataclass(frozen=True)
class TensorShape:
    """One tensor of the model, all of them float32 on the wire."""

    name: str
    shape: tuple[int, ...]

    @property
    def count(self) -> int:
        """Return how many numbers it holds."""
        count = 1
        for edge in self.shape:
            count *= edge
        return count


@dataclass(frozen=True)
class Learning:
    """How a site trains in a round: the paper's values by default. See `train.settings.TrainingSettings`."""

    epochs: int = 1
    learning_rate: float = 5e-5
    weight_decay: float = 5e-5
    patch: int = 128
    seed: int = 1


@dataclass(frozen=True)
class Plan:
    """What the owner of a federation proposes and every site agrees to; another word in it is another plan.

    Attributes:
        name: Of the federation.
        server: "host:port" of the aggregation server; the host stands in its certificate.
        trainers: Names of the sites that train; a site's name is its certificate's.
        validators: Names of the sites that only validate.
        initial_sha256: Of the initial model, see `federate.tensors.model_sha256`.
        tensors: Of the model, in the order they travel.
        base: Filters of the finest level of the network.
        rounds: How many; one more is added in which the last model is only validated.
        quorum: So many training sites must have reported before a round may end without the others.
        cutoff_s: After so many seconds a round ends without those that are late.
        fewest_scored: A site with fewer validation cases sends no score, unless its coordinator agrees.
        norm_limit: An update that is so many times larger than the round's median is refused.
        change_limit: A consensus that differs from the last by more than so many times its size is refused by the site.
        compression: Of the updates: "none", "float16" or "int8".
        keep_models: Whether the server keeps the model of every round.
        contact: Whom sites ask, in the owner's words.
        purpose: In the owner's words.
        created: When, ISO 8601 in UTC.
        learning: How sites train.
    """

    name: str
    server: str
    trainers: tuple[str, ...]
    validators: tuple[str, ...]
    initial_sha256: str
    tensors: tuple[TensorShape, ...]
    base: int = 30
    rounds: int = 73
    quorum: int = 1
    cutoff_s: float = 8100.0
    fewest_scored: int = 5
    norm_limit: float = 10.0
    change_limit: float = 1.0
    compression: str = "none"
    keep_models: bool = True
    contact: str = ""
    purpose: str = ""
    created: str = ""
    learning: Learning = field(default_factory=Learning)

    @property
    def canonical(self) -> bytes:
        """Return the bytes that are hashed and signed."""
        return json.dumps(to_plain(self), sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()

    @cached_property
    def sha256(self) -> str:
        """The hash that stands for this very plan; asked for with every message, so it is worked out once."""
        return hashlib.sha256(self.canonical).hexdigest()

    @property
    def id(self) -> str:
        """Return what every message names: a server that follows another plan refuses it."""
        return f"fets-{self.sha256[:24]}"

    @property
    def server_id(self) -> str:
        """Return the server's name in messages. OpenFL wants the word "aggregator" in it."""
        return f"aggregator-{self.sha256[:8]}"

    @property
    def sites(self) -> tuple[str, ...]:
        """Return every site."""
        return (*self.trainers, *self.validators)

    @property
    def bytes_of_model(self) -> int:
        """Return how many bytes the model takes on the wire, uncompressed."""
        return 4 * sum(tensor.count for tensor in self.tensors)

    def role(self, site: str) -> Role:
        """Return a site's part.

        Raises:
            KeyError: If the plan does not know the site.
        """
        if site in self.trainers:
            return Role.TRAINS
        if site in self.validators:
            return Role.VALIDATES
        raise KeyError(site)

    def tasks(self, site: str, number: int) -> tuple[str, ...]:
        """Return what a site is asked in a round, counted from 0; after the last one models are only validated."""
        if self.role(site) is Role.VALIDATES:
            return (SCORE_OUTSIDE,)
        return TRAINER_TASKS if number < self.rounds else (SCORE_CONSENSUS,)


@dataclass(frozen=True)
class Scores:
    """Means over a site's validation cases.

    Attributes:
        dice: ET, TC, WT and "mean" -> mean Dice; empty if there is none to send.
        cases: How many cases were scored.
    """

    dice: dict[str, float]
    cases: int


@dataclass(frozen=True)
class RoundRow:
    """One round as a site saw it.

    Attributes:
        number: Counted from 0.
        consensus: Scores of the model that was received; empty if not scored.
        own: Scores of the model after this site's training.
        loss: Mean training loss; None if it did not train.
        sent: Bytes that left.
        received: Bytes that came.
        seconds: How long it took here.
        ended: When, ISO 8601; "" while it goes on.
        note: What was unusual, in plain words.
        epsilon: Of all updates so far, see `study.privacy`; None where nothing is promised.
    """

    number: int
    consensus: dict[str, float] = field(default_factory=dict)
    own: dict[str, float] = field(default_factory=dict)
    loss: float | None = None
    sent: int = 0
    received: int = 0
    seconds: float = 0.0
    ended: str = ""
    note: str = ""
    epsilon: float | None = None


@dataclass(frozen=True)
class Standing:
    """Where a site's part stands at this moment.

    Attributes:
        state: A state of `federate.table`.
        number: The round, counted from 0; -1 before the first.
        words: What it does, in plain words.
        code: The error's code if it ended in one.
        detail: Why.
        retry_s: In how many seconds it tries again; 0 if it does not wait.
    """

    state: str
    number: int = -1
    words: str = ""
    code: str = ""
    detail: str = ""
    retry_s: float = 0.0


class Membership(StrEnum):
    """How far a site is with a federation."""

    INVITED = "invited"
    REQUESTED = "certificate requested"
    CERTIFIED = "ready to join"
    JOINED = "joined"
    LEFT = "left"


@dataclass(frozen=True)
class Ethics:
    """The approval of a site's ethics committee; the plan asks for both."""

    number: str = ""
    date: str = ""


@dataclass(frozen=True)
class Member:
    """A federation as a site knows it.

    Attributes:
        site: This site's name in it.
        plan: What was proposed.
        membership: How far it is.
        owner_fingerprint: Of the owner's authority, to compare over the telephone.
        own_fingerprint: Of this site's key; "" before a request was made.
        days_left: How long this site's certificate is valid; None without one.
        ethics: The approval.
        few: Whether scores of few cases may be sent.
        keep: Whether this site keeps the model of every round.
        privacy: How its updates are cut and blurred; None if they leave as they are.
    """

    site: str
    plan: Plan
    membership: Membership
    owner_fingerprint: str
    own_fingerprint: str = ""
    days_left: int | None = None
    ethics: Ethics = field(default_factory=Ethics)
    few: bool = False
    keep: bool = True
    privacy: Privacy | None = None

    @property
    def runs_out_soon(self) -> bool:
        """Whether this site's certificate can be used still, and not for long."""
        return self.days_left is not None and 0 <= self.days_left <= SOON_DAYS


@dataclass(frozen=True)
class Leaving:
    """One item of what leaves a site.

    Attributes:
        what: In plain words.
        when: In plain words.
        size: Bytes each time.
    """

    what: str
    when: str
    size: int


@dataclass(frozen=True)
class Check:
    """One thing that was looked at before joining.

    Attributes:
        title: What.
        ok: Whether it is well.
        words: How it stands, and what to do if it is not well.
        needed: Whether nobody joins without it.
    """

    title: str
    ok: bool
    words: str
    needed: bool = True
