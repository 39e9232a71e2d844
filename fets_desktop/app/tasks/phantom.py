"""Phantom: a demo patient as DICOM series, as NIfTI, and with the truth beside it."""

import json
from pathlib import Path
from typing import Any

from fets_desktop.dicom.write import write_series
from fets_desktop.imaging.files import write_array
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.phantom.phantom import Phantom, make_phantom
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.progress import part
from fets_desktop.study.resources import atlas


def run(context: TaskContext) -> dict[str, Any]:
    """Make one phantom a seed; returns the folder of each."""
    seeds = [int(seed) for seed in context.arguments["seeds"]]
    folders = {}
    for number, seed in enumerate(seeds):
        progress = part(context.progress, number / len(seeds), (number + 1) / len(seeds))
        phantom = make_phantom(atlas(), atlas(skull_stripped=True), seed, part(progress, 0.0, 0.7))
        progress(0.75, "Writing DICOM and NIfTI")
        folder = context.scratch / f"phantom-{seed}"
        write_phantom(phantom, folder)
        folders[str(seed)] = str(folder)
    return {"folders": folders}


def write_phantom(phantom: Phantom, folder: Path) -> None:
    """Write `dicom/` (four series), `nifti/` (four volumes) and `truth/` (labels, brain masks, transforms)."""
    for contrast in ALL_CONTRASTS:
        volume = phantom.volumes[contrast]
        name = contrast.brats_name
        write_series(
            volume,
            folder / "dicom" / name,
            contrast,
            patient_name=f"Phantom^Seed {phantom.seed}",
            patient_id=f"PHANTOM-{phantom.seed}",
            study_date="20260401",
        )
        write_array(folder / "nifti" / f"phantom_{name}.nii.gz", volume.array, volume.grid)
        truth = phantom.truth[contrast]
        write_array(folder / "truth" / f"phantom_{name}_seg.nii.gz", truth.array, truth.grid)
        write_array(folder / "truth" / f"phantom_{name}_brain.nii.gz", phantom.brain_masks[contrast], volume.grid)
    labels = phantom.atlas_labels
    write_array(folder / "truth" / "atlas_seg.nii.gz", labels.array, labels.grid)
    write_array(folder / "truth" / "atlas_brain.nii.gz", phantom.atlas_brain, labels.grid)
    transforms = {str(contrast): matrix.tolist() for contrast, matrix in phantom.to_atlas.items()}
    (folder / "truth" / "to_atlas.json").write_text(json.dumps(transforms, indent=1), encoding="utf-8")
