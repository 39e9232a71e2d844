"""Segment: an INT8 network proposes labels for one prepared case, offline."""

from pathlib import Path
from typing import Any

from fets_desktop.app.tasks.stored import sound
from fets_desktop.imaging.files import read_volume, write_array
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.segment.network import Network
from fets_desktop.segment.propose import propose
from fets_desktop.study.cleaning import kept_rules
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.plain import to_plain
from fets_desktop.study.progress import part


def run(context: TaskContext) -> dict[str, Any]:
    """Read the four volumes, run the model, write the label map.

    Raises:
        StudyError: "damaged-workspace" if a stored file is gone or was changed, or what the model's room raises.
        Cancelled: Through the context.
    """
    arguments = context.arguments
    context.progress(0.0, "Reading the images")
    volumes = {Contrast(name): read_volume(sound(Path(path))) for name, path in arguments["volumes"].items()}
    context.progress(0.1, "Loading the model")
    model = sound(Path(arguments["model"]), arguments.get("model_id", ""))
    network = Network.load(model, threads=arguments["threads"])
    rules = kept_rules(arguments.get("leave_out", ()))
    doubting = bool(arguments.get("uncertainty"))
    proposal = propose(network, volumes, part(context.progress, 0.2, 0.95), rules=rules, doubting=doubting)
    labels = write_array(context.scratch / "labels.nii.gz", proposal.labels.array, proposal.labels.grid)
    return {
        "labels": str(labels),
        "scheme": proposal.labels.scheme.name,
        "volumes_ml": to_plain(proposal.volumes_ml),
        "seconds": proposal.seconds,
        "cleaning": proposal.cleaning,
        "sure": proposal.sure,
        "contradictory": proposal.contradictory,
        "uncertainty": {
            str(region): str(
                write_array(context.scratch / f"uncertainty-{region}.nii.gz", one.entropy.array, one.entropy.grid)
            )
            for region, one in proposal.doubts.items()
        },
        "look_first": {str(region): [list(pair) for pair in one.slices] for region, one in proposal.doubts.items()},
    }
