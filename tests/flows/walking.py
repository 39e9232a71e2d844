"""How a test waits for what follows by itself."""

from fets_desktop.app.hall import Hall
from fets_desktop.app.job_board import ENDED, JobView
from fets_desktop.study.progress import silent


def settle(hall: Hall) -> list[JobView]:
    """Wait until no job is under way, those included that follow from others; return all of them."""
    while waiting := [view.id for view in hall.jobs.all() if view.state not in ENDED]:
        hall.jobs.wait(waiting, silent)
    return hall.jobs.all()


def all_done(hall: Hall) -> list[str]:
    """Wait likewise, insist that nothing failed, and return the tasks in the order of their start."""
    views = settle(hall)
    assert [(view.title, view.error) for view in views if view.state != "done"] == []
    return [view.task for view in views]
