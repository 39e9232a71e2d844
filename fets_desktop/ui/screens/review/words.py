"""What the Review screen says of a version, and of a case that cannot be reviewed yet."""

from dataclasses import dataclass

from fets_desktop.app.annotations.session import ReviewSession
from fets_desktop.app.job_board import JobView
from fets_desktop.study.annotation import Annotation, BlindReading
from fets_desktop.study.case import Case, Stage
from fets_desktop.ui.case_rows import status_of
from fets_desktop.ui.words import author_words, by_model, count, day, lacking, translate

_IMPORT = "import"


def origin_words(version: Annotation | None) -> tuple[str, str]:
    """Return a chip's word and mood: where the labels on the screen come from."""
    if version is None:
        return translate("No labels yet"), ""
    who = author_words(version)
    if version.approved_at:
        return translate("Approved by {who}", who=version.approved_by), "good"
    if version.author == _IMPORT:
        return translate("Imported labels"), "accent"
    return translate("Suggested by {who}" if by_model(version) else "Labels by {who}", who=who), "accent"


def model_of(version: Annotation | None) -> str:
    """Return the id of the model that made a version ("starter@0123abcd"), "" if none did: names may be alike."""
    return version.author.partition(" ")[2] if version is not None and by_model(version) else ""


def version_words(version: Annotation | None, edits: int) -> str:
    """Return the line on the version that the editing starts from."""
    if version is None:
        words = translate("No labels yet: paint them, take them from a file, or let a model propose some.")
    else:
        imported = version.author == _IMPORT
        text = "Version {n}, imported" if imported else "Version {n} by {who}"
        words = translate(text, n=version.number, who=author_words(version))
        words += f"\n{day(version.created)}"
        if version.approved_at:
            words += "\n" + translate("Approved by {who}", who=version.approved_by)
    return f"{words}  ·  {count(edits, '{n} edit since', '{n} edits since')}" if edits else words


def reading_words(reading: BlindReading, edits: int) -> str:
    """Return the line on a second reading that is under way."""
    words = translate("Second reading by {who}", who=reading.reader)
    return f"{words}  ·  {count(edits, '{n} edit', '{n} edits')}" if edits else words


def case_words(case: Case) -> str:
    """Return the line under the title."""
    parts = (case.id, day(case.scan_date), translate(case.stage.words))
    return "  ·  ".join(parts)


@dataclass(frozen=True)
class Missing:
    """Why a case cannot be reviewed, and what helps.

    Attributes:
        icon: Icon's name.
        heading: In a few words.
        text: What to do.
        button: Words of the button, "" for none.
        place: Where the button leads; "include" brings the case back, "start" prepares it.
    """

    icon: str
    heading: str
    text: str
    button: str = ""
    place: str = ""


def missing_of(case: Case, job: JobView | None) -> Missing:
    """Return what keeps a case from being reviewed."""
    if job and job.state in ("running", "queued"):
        text = translate("It opens here by itself as soon as it is ready.")
        return Missing("clock", f"{case.id}: {status_of(case, job).words}", text)
    if absent := lacking(case):
        heading = translate("{case}: {c} is missing", case=case.id, c=", ".join(absent))
        text = translate("A case needs T1, T1Gd, T2 and FLAIR. Import the missing series, or exclude the case.")
        return Missing("circle-alert", heading, text, translate("Add the series"), "import")
    if case.stage is Stage.NEW:
        heading = translate("{case}: the contrasts need your word", case=case.id)
        text = translate("Look at the pictures and say which series is which; preparation then begins by itself.")
        return Missing("circle-alert", heading, text, translate("Confirm the contrasts"), "import")
    if case.stage is Stage.EXCLUDED:
        heading = translate("{case} is excluded", case=case.id)
        text = case.flag or translate("It takes no further part in the work.")
        return Missing("ban", heading, text, translate("Include it again"), "include")
    heading = translate("{case} is not prepared yet", case=case.id)
    text = translate("Preparing brings its four series onto one grid and finds the brain. It takes some minutes.")
    return Missing("sliders-horizontal", heading, text, translate("Prepare it now"), "start")


def opening(case: Case) -> Missing:
    """Return what to say while a case's images are read."""
    return Missing("clock", translate("Opening {case}…", case=case.id), translate("Its images are being read."))


def refused(case: Case) -> Missing:
    """Return what to say of a prepared case that could not be opened."""
    heading = translate("{case} could not be opened", case=case.id)
    text = translate("Its files are not what was written. Preparing it again makes them anew; its labels are kept.")
    return Missing("circle-alert", heading, text, translate("Prepare it again"), "start")


def counting_words(shown: Annotation | None, counts: Annotation | None) -> str:
    """Return what to say where the version that is shown is not the approved one, "" where it is or none is approved.

    Args:
        shown: The version that is shown.
        counts: The version that counts: the newest approved one, if there is one.
    """
    if shown is None or counts is None or shown.approved_at or not counts.approved_at:
        return ""
    return translate(
        "Version {n} is approved, and counts. Shown is version {m}, which nobody has approved.",
        n=counts.number,
        m=shown.number,
    )


def opened_words(session: ReviewSession, earlier: bool, counts: Annotation | None) -> str:
    """Return what to say of a case that was opened, "" if nothing.

    Args:
        session: The editing that begins.
        earlier: Its labels are older than its images.
        counts: The version that counts, if there is one.
    """
    said = recovered_words(session.unsaved.count if session.recovered else 0, session.notice)
    if not said and earlier:
        return translate("The images were made anew since these labels were drawn: look whether they still fit.")
    return said or ("" if session.reading else counting_words(session.base, counts))


def recovered_words(edits: int, notice: str) -> str:
    """Return what to say of edits that were brought back after a crash, "" if there were none."""
    one = "{n} edit from before the program ended was brought back. It becomes part of the next version."
    many = "{n} edits from before the program ended were brought back. They become part of the next version."
    return f"{count(edits, one, many) if edits else ''} {notice}".strip()
