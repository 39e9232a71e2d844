"""The roof: which door? The window, the command line, or a worker's entrance."""

import importlib
import os
import signal
import sys
from functools import partial
from typing import Any, cast

from fets_desktop.app.tasks.needing import training_parts
from fets_desktop.imaging.opening import OPENED_IMAGES
from fets_desktop.jobs.worker import Task, TaskContext, leave, serve

_THROUGH_A_STUB = ["-m", "fets_desktop"]
"""How workers are started; the stubs of Briefcase are no Python and hand these words on."""
_NO_DISPLAY = (
    "fets-desktop: There is no display here, so no window can be opened. "
    "Use the command line (see --help), or open the window where there is a screen."
)
_NO_LIBRARY = (
    "fets-desktop: No window can be opened, for a library of this system is missing: {library}. "
    "Ask IT to install what the package depends on (apt-get install --fix-broken); the command line does without."
)


def find_task(name: str) -> Task:
    """Return a task's function, importing only that task's rooms.

    Raises:
        ModuleNotFoundError: If there is no such task.
        StudyError: "no-training" if the task trains, and the package does not.
    """
    if not name.isidentifier():
        raise ModuleNotFoundError(name)
    with training_parts():
        task = cast(Task, importlib.import_module(f"fets_desktop.app.tasks.{name}").run)
    return partial(_run, task)


def _run(task: Task, context: TaskContext) -> dict[str, Any]:
    """Run a task; where a workspace's images are encrypted, on what is opened of them."""
    if OPENED_IMAGES not in context.arguments:
        return task(context)
    opened = importlib.import_module("fets_desktop.app.tasks.opened")
    return cast(dict[str, Any], opened.run_opened(task, context))


def _has_display() -> bool:
    """Tell whether a window can be seen; Qt would end the whole process with a core dump where it cannot."""
    return sys.platform != "linux" or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


def main() -> int:
    """Open the door that the arguments ask for, and return the exit status."""
    arguments = sys.argv[1:]
    if arguments[:2] == _THROUGH_A_STUB:
        arguments = arguments[2:]
    if arguments[:1] == ["worker"]:
        leave(serve(find_task))
    # whoever ends the program politely stops it as Ctrl-C does, from its first moment on
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return _open_door(arguments)
    except KeyboardInterrupt:
        # so early, or so late, that no verb was at work
        if "--json" in arguments:
            print('{"errors": [{"name": "", "code": "stopped", "title": "Stopped", "detail": "", "advice": ""}]}')
        return 130


def _open_door(arguments: list[str]) -> int:
    # a worker must not pay for the doors it does not use, nor the command line for Qt
    command_line = importlib.import_module("fets_desktop.cli")
    wish = command_line.understand(arguments)
    if wish.verb == "window":
        return _open_window(wish)
    status = int(command_line.run(wish))
    # the answer is given; nothing is left to stop
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    return status


def _open_window(wish: Any) -> int:  # noqa: ANN401 - the door that knows what a wish is is not loaded here
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if not _has_display():
        print(_NO_DISPLAY, file=sys.stderr)
        return 4
    try:
        application = importlib.import_module("fets_desktop.ui.application")
    except ImportError as error:
        if "cannot open shared object file" not in str(error):
            raise
        print(_NO_LIBRARY.format(library=str(error).partition(":")[0]), file=sys.stderr)
        return 4
    hidden, files = getattr(wish.options, "hidden", False), getattr(wish.options, "files", [])
    return int(application.run_window(wish.workspace, wish.demo, hidden=hidden, files=files))


if __name__ == "__main__":
    sys.exit(main())
