"""After a crash: an edit journal makes the label map and the history what they were."""

from collections.abc import Sequence

from fets_desktop.review.edit import Edit
from fets_desktop.review.editor import Editor
from fets_desktop.study.errors import StudyError


def replay(editor: Editor, lines: Sequence[bytes]) -> int:
    """Do again what a journal tells; return how many lines were done.

    The editor holds the version the journal began from. Nothing is told to `on_edited`. The history may hold edits that
    the session before had forgotten for want of memory.

    Raises:
        StudyError: "damaged-workspace" if a line cannot be read or belongs to another label map; the lines before it
            are done.
    """
    for number, line in enumerate(lines, 1):
        try:
            editor.retell(Edit.from_line(line))
        except ValueError as error:
            raise StudyError("damaged-workspace", f"Line {number} of the edit journal cannot be used.") from error
    return len(lines)
