"""Whether nnU-Net's results give here what the nnunetv2 package gives, voxel by voxel, on a phantom; takes minutes.

    python benchmarks/nnunet_equality.py --nnunet OTHER/bin/python [--regions] [--halves] --json

OTHER is an environment of its own with nnunetv2. There, a small network of random weights is made in two folds, with
nnU-Net's own code, and run without mirroring; here, its folder is imported and run on the same phantom. nnU-Net adds
up its patches in 16 bits; unless --halves is given, the package is told to do so in 32 bits, as is done here. With
--regions labels are found by nnU-Net's rule for regions: one overwrites the other.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fets_desktop.phantom.brats import make_brats_case
from fets_desktop.segment.network import Network
from fets_desktop.segment.normalise import network_input
from fets_desktop.segment.patches import Patching, run_patches
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.progress import silent
from fets_desktop.train.export import to_file
from fets_desktop.train.importers.bringing import bring

SEED = 3
NAME = "nnUNetTrainer__nnUNetPlans__3d_fullres"
_REFERENCE = """
import sys, numpy as np, torch
torch.set_num_threads(1)
root, image, out, inputs, outputs, halves = sys.argv[1:]
import json
plans = json.load(open(root + "/plans.json"))
from nnunetv2.utilities.get_network_from_plans import get_network_from_plans
a = plans["configurations"]["3d_fullres"]["architecture"]
for fold in (0, 1):
    torch.manual_seed(11 + fold)
    net = get_network_from_plans(a["network_class_name"], a["arch_kwargs"], a["_kw_requires_import"], int(inputs),
                                 int(outputs), deep_supervision=True)
    with torch.no_grad():
        for p in net.parameters():
            if p.dim() > 1:
                p.mul_(1.5)
    torch.save({"network_weights": net.state_dict(), "trainer_name": "nnUNetTrainer",
                "init_args": {"configuration": "3d_fullres"}, "logging": {"dice": [np.float64(0.5)]},
                "inference_allowed_mirroring_axes": (0, 1, 2)}, f"{root}/fold_{fold}/checkpoint_final.pth")
import nnunetv2.inference.predict_from_raw_data as m
if halves == "0":
    real = torch.zeros
    single = lambda k: {**k, "dtype": torch.float32 if k.get("dtype") is torch.half else k.get("dtype")}
    m.torch.zeros = lambda *a, **k: real(*a, **single(k))
    gaussian = m.compute_gaussian
    m.compute_gaussian = lambda *a, **k: gaussian(*a, **{**k, "dtype": torch.float32})
p = m.nnUNetPredictor(tile_step_size=0.5, use_gaussian=True, use_mirroring=False, perform_everything_on_device=False,
                      device=torch.device("cpu"), allow_tqdm=False)
p.initialize_from_trained_model_folder(root, (0, 1), "checkpoint_final.pth")
np.save(out, p.predict_single_npy_array(np.load(image), {"spacing": [1.0] * 3}, None, None, False).astype(np.uint8))
"""


def write_folder(root: Path, regions: bool) -> None:
    """Write plan and data set of a small anisotropic U-Net."""
    for fold in (0, 1):
        (root / f"fold_{fold}").mkdir(parents=True)
    labels: dict[str, Any] = {"background": 0, "NCR": 1, "ED": 2, "ET": 3}
    if regions:
        labels = {"background": 0, "whole tumor": [1, 2, 3], "tumor core": [1, 3], "enhancing tumor": [3]}
    dataset = {
        "channel_names": {"0": "T1", "1": "T1CE", "2": "T2", "3": "FLAIR"}, "labels": labels, "numTraining": 3,
        "file_ending": ".nii.gz", "licence": "CC0", **({"regions_class_order": [2, 1, 3]} if regions else {}),
    }  # fmt: skip
    architecture = {
        "network_class_name": "dynamic_network_architectures.architectures.unet.PlainConvUNet",
        "arch_kwargs": {
            "n_stages": 4, "features_per_stage": [6, 12, 16, 16], "conv_op": "torch.nn.modules.conv.Conv3d",
            "kernel_sizes": [[1, 3, 3], [3, 3, 3], [3, 3, 3], [3, 3, 3]], "conv_bias": True,
            "strides": [[1, 1, 1], [1, 2, 2], [2, 2, 2], [2, 2, 2]], "n_conv_per_stage": [2] * 4,
            "n_conv_per_stage_decoder": [2] * 3, "norm_op": "torch.nn.modules.instancenorm.InstanceNorm3d",
            "norm_op_kwargs": {"eps": 1e-5, "affine": True}, "dropout_op": None, "dropout_op_kwargs": None,
            "nonlin": "torch.nn.LeakyReLU", "nonlin_kwargs": {"inplace": True},
        },
        "_kw_requires_import": ["conv_op", "norm_op", "dropout_op", "nonlin"],
    }  # fmt: skip
    resampling = {
        f"resampling_fn_{what}{part}": value
        for what in ("data", "seg", "probabilities")
        for part, value in (
            ("", "resample_data_or_seg_to_shape"),
            ("_kwargs", {"is_seg": what == "seg", "order": 1, "order_z": 0, "force_separate_z": None}),
        )
    }
    configuration = {
        "data_identifier": "x", "preprocessor_name": "DefaultPreprocessor", "batch_size": 2, "patch_size": [64, 80, 96],
        "median_image_size_in_voxels": [140, 170, 140], "spacing": [1.0, 1.0, 1.0], "batch_dice": False,
        "normalization_schemes": ["ZScoreNormalization"] * 4, "use_mask_for_norm": [not regions] * 4,
        "architecture": architecture, **resampling,
    }  # fmt: skip
    turn = [1, 0, 2] if regions else [0, 1, 2]
    plans = {
        "dataset_name": "Dataset900_Phantom", "plans_name": "nnUNetPlans", "image_reader_writer": "SimpleITKIO",
        "transpose_forward": turn, "transpose_backward": turn, "label_manager": "LabelManager",
        "experiment_planner_used": "ExperimentPlanner", "configurations": {"3d_fullres": configuration},
        "original_median_spacing_after_transp": [1, 1, 1], "original_median_shape_after_transp": [140, 170, 140],
        "foreground_intensity_properties_per_channel": {str(k): {"mean": 0, "std": 1} for k in range(4)},
    }  # fmt: skip
    (root / "plans.json").write_text(json.dumps(plans))
    (root / "dataset.json").write_text(json.dumps(dataset))


def compare(root: Path, reference: Path, regions: bool) -> dict[str, Any]:
    """Return in how many voxels the imported network's answer differs from the package's."""
    brought = bring("nnunet", root)
    model = to_file(brought.model, brought.card, root / "imported.fetsmodel")
    network = Network.load(model, threads=1)
    case = network_input(make_brats_case(SEED)[0], network.inputs, network.multiple, network.card.feeding)
    cut = Patching.of(case.array.shape[1:], network.card.feeding)
    found = run_patches(case.array, cut, len(brought.card.outputs), network.outputs, silent)
    theirs = np.load(reference)[case.box.slices]
    if regions:
        ours = np.zeros(theirs.shape, dtype=np.uint8)
        for channel, label in enumerate((2, 1, 3)):
            ours[found[channel] > 0] = label
        undecided = np.abs(found).min(axis=0)
    else:
        ours = found.argmax(axis=0).astype(np.uint8)
        best = np.sort(found, axis=0)
        undecided = best[-1] - best[-2]
    differ = (ours != theirs) & case.brain
    return {
        "voxels": int(case.brain.sum()),
        "differ": int(differ.sum()),
        "share": float(differ.sum() / case.brain.sum()),
        "largest_gap_where_they_differ": float(undecided[differ].max()) if differ.any() else 0.0,
        "deviation_of_logits": float(found[:, case.brain].std()),
    }


def main() -> None:
    """Make the reference and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nnunet", type=Path, required=True, help="the Python of an environment with nnunetv2")
    parser.add_argument("--regions", action="store_true", help="a network of regions, its axes turned")
    parser.add_argument("--halves", action="store_true", help="let nnU-Net add up in 16 bits, as it does by itself")
    parser.add_argument("--json", action="store_true", help="nothing else changes: the last line is JSON in any case")
    options = parser.parse_args()
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder:
        root, image, out = Path(folder) / NAME, Path(folder) / "image.npy", Path(folder) / "reference.npy"
        write_folder(root, options.regions)
        volumes = make_brats_case(SEED)[0]
        np.save(image, np.stack([volumes[contrast].array for contrast in ALL_CONTRASTS]).astype(np.float32))
        sizes = ["4", "3" if options.regions else "4", "1" if options.halves else "0"]
        environment = {**os.environ, "nnUNet_raw": folder, "nnUNet_preprocessed": folder, "nnUNet_results": folder}
        command = [str(options.nnunet), "-c", _REFERENCE, str(root), str(image), str(out), *sizes]
        subprocess.run(command, check=True, env=environment, stdout=sys.stderr)
        print(json.dumps(compare(root, out, options.regions)))


if __name__ == "__main__":
    main()
