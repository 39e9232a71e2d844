"""Why a job failed, in words for the place where it was asked for."""

from fets_desktop.app.job_board import JobView
from fets_desktop.study.errors import ERRORS
from fets_desktop.ui.sentences import said
from fets_desktop.ui.words import translate


def why_failed(view: JobView) -> str:
    """Return why a job failed, "" if it did not; of a fault of the program that it was one, and not its trace."""
    if view.error and view.code and view.code not in ERRORS:
        return translate(
            "Something in the program went wrong; your images are not to blame. Try again. If it happens again, "
            "“Why?” at the bottom has the details for your support."
        )
    return said(view.error)
