"""What came of checking a model, or of taking one in, in words."""

from fets_desktop.app.hall import Hall
from fets_desktop.app.job_board import JobView
from fets_desktop.ui.sentences import said
from fets_desktop.ui.words import translate


def words_of_check(hall: Hall, job: JobView) -> str:
    """Return what a check found that ended well, and what speaks against the model's card all the same."""
    doubts = [said(doubt) for doubt in hall.model_checks.doubts(job.id)]
    title = said(job.title)
    if new := hall.model_checks.imported(job.id):
        words = translate("{name} was taken in. It proposes once you choose “Let it propose”.", name=new)
    elif doubts:
        words = translate("{title}: its file is whole.", title=title)
    else:
        words = translate("{title}: its file is whole, and it is the network that its card describes.", title=title)
    return "\n".join((words, *doubts))
