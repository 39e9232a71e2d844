"""A task on a workspace whose images are encrypted: it gets the plain files it is to read, in memory, and writes there.

The hall tells the key in the order alone. Files that the order names are opened before the task begins, under the names
they have in the store; what a task finds by itself it reads through `imaging.opening.plain`. All of it lies among the
job's own files, and goes with them.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

from fets_desktop.imaging.opening import OPENED_IMAGES, Opened, opened_through
from fets_desktop.jobs.worker import Task, TaskContext
from fets_desktop.store.opened_images import OpenedImages


def run_opened(task: Task, context: TaskContext) -> dict[str, Any]:
    """Run a task on opened images.

    Raises:
        StudyError: "damaged-workspace" if a file is not what was encrypted, "no-private-memory" if memory is full; as
            the task does.
        Cancelled: Through the context.
    """
    arguments = dict(context.arguments)
    told = arguments.pop(OPENED_IMAGES)
    folder, memory = Path(told["folder"]), context.scratch / "opened"
    images = OpenedImages(folder, bytes.fromhex(told["key"]), memory)
    order = _Order(images, str(folder / "files"), memory, context)
    with opened_through(Opened(folder, images.opened, Path(told["scratch"]), context.scratch / "aside")):
        return task(replace(context, arguments=order.opened(arguments)))


class _Order:
    """Puts the plain files in the place of those that an order names."""

    def __init__(self, images: OpenedImages, files: str, memory: Path, context: TaskContext) -> None:
        self._images, self._files, self._memory, self._context = images, files, memory, context
        self._known: dict[str, str] = {}

    def opened(self, value: Any) -> Any:  # noqa: ANN401 - plain values of any kind
        """Return a value of the order with every path of an encrypted file changed."""
        if isinstance(value, dict):
            return {name: self.opened(inner) for name, inner in value.items()}
        if isinstance(value, list):
            return [self.opened(inner) for inner in value]
        if isinstance(value, str) and value.startswith(self._files):
            return self._file(value)
        return value

    def _file(self, path: str) -> str:
        if path not in self._known:
            self._context.progress(0.0, "Opening images")
            needed = self._images.needs_opening(Path(path))
            self._known[path] = str(self._images.copied(Path(path), self._memory)) if needed else path
        return self._known[path]
