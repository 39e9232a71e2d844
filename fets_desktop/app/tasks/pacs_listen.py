"""Listen for what others push; every study that is complete is told at once."""

from pathlib import Path
from typing import Any

from fets_desktop.dicom.network.arriving import Arrivals
from fets_desktop.dicom.network.door import Door
from fets_desktop.dicom.network.listen import Basket, Delivery, guests_of, listen
from fets_desktop.dicom.network.tls import door_context
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.study.plain import to_plain


def run(context: TaskContext) -> dict[str, Any]:
    """Tell each delivery, and return what came in all."""
    wish = context.arguments
    guests, protection = guests_of(wish["guests"]), door_context(wish["tls"])

    def door_of(arrivals: Arrivals) -> Door:
        return Door(int(wish["port"]), str(wish["title"]), guests, arrivals, protection=protection)

    def deliver(one: Delivery) -> None:
        context.tell(to_plain(one))

    basket = Basket(Path(wish["folder"]), float(wish["quiet_s"]))
    heard = listen(door_of, basket, context.progress, deliver, seconds=wish["seconds"], count=wish["count"])
    return dict(to_plain(heard))
