"""A case (one patient at one time point), its series and the stages it passes."""

from dataclasses import dataclass, field
from enum import StrEnum

from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.grid import Grid


class Stage(StrEnum):
    """Where a case stands; the order is the order of the work."""

    NEW = "new"
    CONVERTED = "converted"
    PREPARED = "prepared"
    PROPOSED = "proposed"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    EXCLUDED = "excluded"

    @property
    def words(self) -> str:
        """The words on the Cases board."""
        return _STAGE_TITLES[self]


_STAGE_TITLES = {
    Stage.NEW: "Confirm contrasts",
    Stage.CONVERTED: "Ready to prepare",
    Stage.PREPARED: "Prepared",
    Stage.PROPOSED: "Needs review",
    Stage.IN_REVIEW: "In review",
    Stage.APPROVED: "Approved",
    Stage.EXCLUDED: "Excluded",
}


class Event(StrEnum):
    """What happens to a case."""

    CONVERT = "convert"
    PREPARE = "prepare"
    RENEW = "renew"
    PROPOSE = "propose"
    EDIT = "edit"
    APPROVE = "approve"
    CORRECT = "correct"
    EXCLUDE = "exclude"
    INCLUDE = "include"


STAGE_TABLE: dict[tuple[Stage, Event], Stage] = {
    (Stage.NEW, Event.CONVERT): Stage.CONVERTED,
    (Stage.CONVERTED, Event.CONVERT): Stage.CONVERTED,
    (Stage.CONVERTED, Event.PREPARE): Stage.PREPARED,
    (Stage.PREPARED, Event.PREPARE): Stage.PREPARED,
    # prepared anew with other voxels, after a person's hand or by a better program: a model's proposal is made again,
    # a person's labels are kept and want another look
    (Stage.CONVERTED, Event.RENEW): Stage.PREPARED,
    (Stage.PREPARED, Event.RENEW): Stage.PREPARED,
    (Stage.PROPOSED, Event.RENEW): Stage.PREPARED,
    (Stage.IN_REVIEW, Event.RENEW): Stage.IN_REVIEW,
    (Stage.APPROVED, Event.RENEW): Stage.IN_REVIEW,
    (Stage.PREPARED, Event.PROPOSE): Stage.PROPOSED,
    (Stage.PREPARED, Event.EDIT): Stage.IN_REVIEW,
    (Stage.PREPARED, Event.APPROVE): Stage.APPROVED,
    (Stage.PROPOSED, Event.PROPOSE): Stage.PROPOSED,
    (Stage.PROPOSED, Event.EDIT): Stage.IN_REVIEW,
    (Stage.PROPOSED, Event.APPROVE): Stage.APPROVED,
    (Stage.IN_REVIEW, Event.PROPOSE): Stage.IN_REVIEW,
    (Stage.IN_REVIEW, Event.EDIT): Stage.IN_REVIEW,
    (Stage.IN_REVIEW, Event.APPROVE): Stage.APPROVED,
    (Stage.APPROVED, Event.PROPOSE): Stage.APPROVED,
    (Stage.APPROVED, Event.EDIT): Stage.IN_REVIEW,
    (Stage.APPROVED, Event.APPROVE): Stage.APPROVED,
    # a corrected contrast means that everything made from the wrong one is made again; versions are kept
    **{(stage, Event.CORRECT): Stage.CONVERTED for stage in Stage if stage not in (Stage.NEW, Stage.EXCLUDED)},
    (Stage.NEW, Event.CORRECT): Stage.NEW,
    **{(stage, Event.EXCLUDE): Stage.EXCLUDED for stage in Stage if stage is not Stage.EXCLUDED},
    (Stage.EXCLUDED, Event.INCLUDE): Stage.NEW,
}


def next_stage(stage: Stage, event: Event) -> Stage | None:
    """Return the stage after `event`, or None where the event has no place."""
    return STAGE_TABLE.get((stage, event))


class Surgery(StrEnum):
    """Whether a case was scanned before or after an operation on the tumour; nobody guesses it."""

    UNSAID = ""
    BEFORE = "before"
    AFTER = "after"

    @property
    def words(self) -> str:
        """The words a clinician reads."""
        return {"before": "Before surgery", "after": "After surgery"}.get(self.value, "Not said")


@dataclass(frozen=True)
class Series:
    """One imported series: a volume with what was found out about it.

    Attributes:
        id: Identifier within the workspace, pseudonymous.
        case: The case it belongs to.
        proposal: The contrast the rules propose, if any.
        confidence: 0 to 1.
        why: The evidence in words.
        contrast: The contrast in use: the accepted proposal or a person's choice; None if unused.
        description: Scrubbed protocol words.
        grid: Geometry of the converted volume; None until converted.
        sha256: The stored volume; None until converted.
        set_aside: Why it is not a candidate (mask, localizer, derived ...), "" for candidates.
        images: How many slices, or frames, came in; 0 if unknown.
        number: The scanner's number of the series, 0 if unknown.
        date: ISO date, shifted as the case's; "" if unknown.
        kin: Keyed fingerprint of what the site calls such series, the same in all its patients; "" if it has no name.
        scanner: Its maker and field strength ("Siemens 3 T"), "" if unknown.
    """

    id: str
    case: str
    proposal: Contrast | None = None
    confidence: float = 0.0
    why: str = ""
    contrast: Contrast | None = None
    description: str = ""
    grid: Grid | None = None
    sha256: str | None = None
    set_aside: str = ""
    images: int = 0
    number: int = 0
    date: str = ""
    kin: str = ""
    scanner: str = ""


@dataclass(frozen=True)
class Case:
    """One patient at one time point, under a pseudonym.

    Attributes:
        id: Pseudonymous name, stable, shown to people.
        patient: Pseudonym of the patient, the same for all time points; splits keep patients together.
        stage: Where it stands.
        scan_date: ISO date, possibly shifted; "" if unknown.
        created: ISO time of import, UTC.
        flag: A person's words on a problem, "" if none.
        series: All its series, used and set aside.
        surgery: Whether it was scanned before or after surgery, as a person said.
        assigned: Who is to read it, "" for nobody in particular.
    """

    id: str
    patient: str
    stage: Stage = Stage.NEW
    scan_date: str = ""
    created: str = ""
    flag: str = ""
    series: tuple[Series, ...] = field(default=())
    surgery: Surgery = Surgery.UNSAID
    assigned: str = ""

    def chosen(self, contrast: Contrast) -> Series | None:
        """Return the series in use for a contrast."""
        return next((series for series in self.series if series.contrast == contrast), None)

    @property
    def scanner(self) -> str:
        """Return the scanner of its contrasts: T1Gd's where it is known, "" if nobody knows."""
        used = (self.chosen(contrast) for contrast in (Contrast.T1GD, *ALL_CONTRASTS))
        return next((series.scanner for series in used if series and series.scanner), "")

    @property
    def missing(self) -> tuple[Contrast, ...]:
        """The contrasts that no series stands for."""
        return tuple(contrast for contrast in ALL_CONTRASTS if self.chosen(contrast) is None)
