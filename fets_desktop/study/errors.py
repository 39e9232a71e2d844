"""One family of errors a person can act on; everything else is a bug.

Every error has a stable code (its help page is `resources/help/errors/CODE.md`), a title that a hospital's staff
understands, advice, and never a patient's name, id or path in its title. The kind fixes the exit status of the command
line and who can mend it.
"""

from dataclasses import dataclass
from enum import IntEnum

from fets_desktop.study.custody_errors import CUSTODY_ERRORS
from fets_desktop.study.federation_errors import FEDERATION_ERRORS
from fets_desktop.study.package_errors import PACKAGE_ERRORS
from fets_desktop.study.pacs_errors import PACS_ERRORS


class ErrorKind(IntEnum):
    """Who can mend it; the value is the command line's exit status."""

    USAGE = 2
    INPUT = 3
    SITE = 4
    PEER = 5


@dataclass(frozen=True)
class ErrorText:
    """What a person reads about one error code."""

    code: str
    kind: ErrorKind
    title: str
    advice: str


class StudyError(Exception):
    """A known failure: what (title), why (detail), what to do (advice).

    Attributes:
        text: The code with its fixed words.
        detail: Why, in plain words, for this very occasion; free of patient data.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        self.text = ERRORS[code]
        self.detail = detail
        super().__init__(self.message)

    def __reduce__(self) -> tuple[type["StudyError"], tuple[str, str]]:
        return type(self), (self.code, self.detail)

    @property
    def code(self) -> str:
        """The stable code, for example "no-images"."""
        return self.text.code

    @property
    def message(self) -> str:
        """Title, detail and advice as one text."""
        parts = (self.text.title, self.detail, self.text.advice)
        return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


class Cancelled(Exception):  # noqa: N818 - a person's wish, not an error
    """Raised from a progress call when the person asked to stop."""


def _table(*rows: tuple[str, ErrorKind, str, str]) -> dict[str, ErrorText]:
    return {code: ErrorText(code, kind, title, advice) for code, kind, title, advice in rows}


_INPUT, _SITE, _USAGE = ErrorKind.INPUT, ErrorKind.SITE, ErrorKind.USAGE

_ELSEWHERE = (*PACS_ERRORS, *FEDERATION_ERRORS, *PACKAGE_ERRORS, *CUSTODY_ERRORS)

ERRORS: dict[str, ErrorText] = _table(
    # what came in
    (
        "no-images",
        _INPUT,
        "No images were found there",
        "Choose the folder that holds the patient's DICOM or NIfTI files.",
    ),
    (
        "identity-clash",
        _INPUT,
        "One patient id stands for several people",
        "Look into the archive; say who they are: on the Import screen, or with --identity NAME=one (one patient), "
        "=different (told apart by name, birth date and sex) or =studies (each examination a patient of its own).",
    ),
    (
        "identity-unknown",
        _INPUT,
        "Whether this is the same patient as before cannot be told while the secrets are closed",
        "Give the passphrase and import again; or say who it is: on the Import screen, or with --identity NAME=one or "
        "NAME=different.",
    ),
    (
        "identity-placeholder",
        _INPUT,
        "Several examinations have a patient id that anybody may have",
        "Name or birth date are missing, too. Look into the archive; say who they are: on the Import screen, or with "
        "--identity NAME=one (one patient), or NAME=studies (each examination a patient of its own).",
    ),
    (
        "bad-list",
        _INPUT,
        "The list of cases cannot be used as it is",
        "Mend the line; the columns are PatientID,T1,T1GD,T2,T2FLAIR, or SubjectID,Timepoint,T1,T1GD,T2,FLAIR.",
    ),
    (
        "unreadable-image",
        _INPUT,
        "An image could not be read",
        "Export the series again from the scanner or the PACS; the file may be cut short.",
    ),
    (
        "not-3d",
        _INPUT,
        "This is not a single 3-D volume",
        "Choose the anatomical series; perfusion, diffusion and other 4-D series cannot be used.",
    ),
    ("missing-contrast", _INPUT, "The case lacks a contrast", "Import the missing series, or exclude the case."),
    (
        "doubtful-contrast",
        _INPUT,
        "A person must say which series is which",
        "Look at the pictures on the Import screen and choose, or give --contrast.",
    ),
    (
        "bad-geometry",
        _INPUT,
        "The slices do not form a regular volume",
        "Send the complete series again; one slice may be missing, doubled or from another series.",
    ),
    (
        "bad-voxels",
        _INPUT,
        "The voxels of an image make no sense",
        "Take it as the scanner made it; this one may be empty, a mask, a copy, or changed by a program.",
    ),
    (
        "not-a-head",
        _INPUT,
        "This does not look like a head",
        "Look at the series: it may be a scout, a part of the head only, or another part of the body.",
    ),
    (
        "registration-failed",
        _INPUT,
        "The images could not be brought into one space",
        "Check that all four series are of the same patient and visit, and none of them was changed by a program.",
    ),
    (
        "wrong-grid",
        _INPUT,
        "The label map stands on another grid",
        "Export it again on the grid of the images it belongs to (240x240x155, 1 mm for atlas space).",
    ),
    (
        "mixed-grids",
        _INPUT,
        "The images of the case do not lie on one grid",
        "Prepare the case again, or give images of one size and position (240x240x155, 1 mm for atlas space).",
    ),
    (
        "ambiguous-scheme",
        _INPUT,
        "What the labels mean is not certain",
        "Say which label scheme the file uses: brats2021, brats2023 or postop.",
    ),
    (
        "stray-labels",
        _INPUT,
        "The label map holds values its scheme does not know",
        "Choose the right label scheme, or mend the file.",
    ),
    ("too-few-cases", _INPUT, "There are too few approved cases", "Approve more cases, then try again."),
    (
        "bad-model",
        _INPUT,
        "The model file cannot be used",
        "Take the file again from where it came from; it is damaged or of another kind.",
    ),
    (
        "untrusted-model",
        _INPUT,
        "Nobody known here answers for this model",
        "Compare the fingerprint with whoever made it; then trust it in Models, or with --trust FINGERPRINT.",
    ),
    (
        "unknown-case",
        _INPUT,
        "There is no such case in this workspace",
        "See `cases list`, or the Cases screen, for the names.",
    ),
    (
        "unknown-version",
        _INPUT,
        "There is no such version of the label map",
        "See the versions of the case on the Review screen.",
    ),
    (
        "wrong-stage",
        _INPUT,
        "The case is not ready for this",
        "Take the step before first; the Cases screen shows where each case stands.",
    ),
    (
        "needs-dicom",
        _INPUT,
        "This kind of file needs the patient's DICOM series",
        "Import the case from DICOM, or choose NIfTI, Slicer, FeTS, nnU-Net, BIDS or the report.",
    ),
    (
        "no-labels",
        _INPUT,
        "There are no labels to export",
        "Let a model propose labels, draw them on the Review screen, or export the images alone as NIfTI.",
    ),
    (
        "step-failed",
        _INPUT,
        "A step of the preparation failed",
        "Open the case on the Prepare screen to see the pictures of the steps before.",
    ),
    (
        "training-diverged",
        _INPUT,
        "The training went astray",
        "Look at the training cases, then start it again; the model in use and the last checkpoint are unharmed.",
    ),
    ("out-of-memory", _SITE, "There is not enough memory for this", "Close other programs and try again."),
    *((code, ErrorKind(kind), title, advice) for code, kind, title, advice in _ELSEWHERE),
    # this machine or site
    (
        "disk-full",
        _SITE,
        "The disk is full",
        "Free some space, then do the same again; what was saved before is unharmed.",
    ),
    (
        "file-exists",
        _SITE,
        "A file of that name is there already, and this program did not write it",
        "Choose another folder, or say that files there may be replaced.",
    ),
    (
        "read-only",
        _SITE,
        "The folder cannot be written to",
        "Choose a folder you may write to, or ask IT for the right.",
    ),
    (
        "network-drive",
        _SITE,
        "The workspace would lie on a network drive",
        "Choose a folder on a disk of this computer; a network drive can damage the records.",
    ),
    (
        "workspace-open",
        _SITE,
        "This workspace is already open in another window or command",
        "Close the other one first.",
    ),
    (
        "newer-workspace",
        _SITE,
        "This workspace was written by a newer version",
        "Install the newer version of FeTS Desktop on this computer.",
    ),
    (
        "no-workspace",
        _SITE,
        "There is no workspace in that folder",
        "Choose the folder of a workspace, or let the program make a new one.",
    ),
    (
        "foreign-folder",
        _SITE,
        "The folder holds other files whose names a workspace needs",
        "Choose an empty folder for the workspace.",
    ),
    (
        "damaged-workspace",
        _SITE,
        "The workspace's records are damaged",
        "Restore the workspace from a backup; its help page says what to do without one.",
    ),
    (
        "locked-secrets",
        _SITE,
        "The passphrase of this workspace is needed",
        "Give it in Settings, Privacy; a command takes it from FETS_DESKTOP_PASSPHRASE.",
    ),
    ("wrong-passphrase", _SITE, "This is not the passphrase", "Try again; nothing was changed."),
    (
        "lost-key",
        _SITE,
        "The key to the table of patients cannot be found",
        "Bring the system keyring back, or the file secrets.vault; images need another key, or none.",
    ),
    (
        "damaged-vault",
        _SITE,
        "The table of patients is damaged",
        "Restore identities.vault or secrets.vault from a backup; the images are unharmed.",
    ),
    (
        "names-found",
        _SITE,
        "Something in the workspace names a patient, or may do so",
        "Look at the places that are listed; do not send the workspace away before they are clean.",
    ),
    ("missing-resource", _SITE, "A part of the installation is missing", "Run the set-up again."),
    (
        "worker-died",
        _SITE,
        "A background job ended without an answer",
        "Start it again; it goes on where it was. If it happens again, memory may be short.",
    ),
    ("wrong-usage", _USAGE, "The command was not understood", "See --help."),
)
