"""Train the starter model: a slow campaign that may be stopped at any time and goes on where it was.

    python installers/train_starter.py --cases FOLDER --minutes 75            # train, or go on
    python installers/train_starter.py --cases FOLDER --patches 800 --go-on-from resources/models/starter.fetsmodel
    python installers/train_starter.py --cases FOLDER --export resources/models/starter.fetsmodel
    python installers/train_starter.py --cases FOLDER --family deepmedic --minutes 25    # in .training/deepmedic

FOLDER holds `cases.csv` (case, site) and BraTS-named cases; nothing of it leaves the campaign's own folder. Some
phantoms train along, so that the demo's patients, which are none of them, are not foreign to the model.
"""

import argparse
import csv
import json
import os
import shutil
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fets_desktop.app.tasks.train import calibration_of, score
from fets_desktop.imaging.files import write_array
from fets_desktop.phantom.brats import make_brats_case
from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.errors import Cancelled
from fets_desktop.study.labels import BRATS_2021
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import read_model
from fets_desktop.train.augment import KINDS
from fets_desktop.train.cases import CaseShelf, TrainingCase
from fets_desktop.train.checkpoint import WEIGHTS_SUFFIX, State, read_weights
from fets_desktop.train.export import CUT_OFF, export_model
from fets_desktop.train.families.family import FAMILIES, family_named
from fets_desktop.train.settings import RESUNET, STARTER, TrainingSettings
from fets_desktop.train.trainer import Trainer
from fets_desktop.train.validate import padded

CALIBRATION_CASES = 6
HELD_OUT = "site-tcia02,site-tcia08,site-tcia13,site-2021b"
PAPER_FILTERS = {"deepmedic": 30, "deepscan": 128, "unet": 32}
"""Of the finest level, as the papers have them; a processor trains fewer."""
FIRST_PHANTOM = 1000
"""Seed of the first phantom that trains along, far from those of demos and tests."""


def cases_by_site(folder: Path) -> dict[str, list[TrainingCase]]:
    """Read the labelled cases of `cases.csv`, grouped by site."""
    sites: dict[str, list[TrainingCase]] = {}
    with (folder / "cases.csv").open(newline="") as rows:
        for row in csv.DictReader(rows):
            stem = folder / row["case"] / row["case"]
            volumes = {c: stem.with_name(f"{stem.name}_{c.brats_name}.nii.gz") for c in ALL_CONTRASTS}
            labels = stem.with_name(f"{stem.name}_seg.nii.gz")
            sites.setdefault(row["site"], []).append(TrainingCase(row["case"], volumes, labels, BRATS_2021))
    return sites


def phantoms(folder: Path, count: int) -> list[TrainingCase]:
    """Return prepared phantoms, made at their first use."""
    cases = []
    for seed in range(FIRST_PHANTOM, FIRST_PHANTOM + count):
        stem = folder / f"phantom-{seed}"
        volumes = {c: stem / f"{c.brats_name}.nii.gz" for c in ALL_CONTRASTS}
        labels = stem / "seg.nii.gz"
        if not labels.exists():
            made, truth = make_brats_case(seed)
            stem.mkdir(parents=True, exist_ok=True)
            for contrast, path in volumes.items():
                write_array(path, made[contrast].array, made[contrast].grid)
            write_array(labels, truth.array, truth.grid)
        cases.append(TrainingCase(stem.name, volumes, labels, BRATS_2021))
    return cases


class Campaign:
    """The starter's training in a folder of its own."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        sites = cases_by_site(arguments.cases)
        held = set(arguments.hold_out.split(","))
        self.train_sites = sorted(set(sites) - held)
        self.held_sites = sorted(held & set(sites))
        self.patients = [case for site in self.train_sites for case in sites[site]]
        self.phantoms = phantoms(arguments.folder / "phantoms", arguments.phantoms)
        self.training = [*self.patients, *self.phantoms]
        self.held_out = [case for site in self.held_sites for case in sites[site]]
        self.judged = self.held_out if arguments.gate_on == "held-out" else [*self.held_out, *self.patients]
        self.folder: Path = arguments.folder / ("" if arguments.family == RESUNET else arguments.family)
        self.parent, self.initial = self._parent(arguments.go_on_from)
        self.settings = self._settings(arguments)
        self._stopped = False
        self._told = 0.0

    def _parent(self, model: Path | None) -> tuple[ModelCard | None, State | None]:
        """Return the card and the weights to go on from, kept in the campaign's folder: an export may replace them."""
        kept = self.folder / "parent.fetsmodel"
        if model is not None and not kept.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(model.with_suffix(WEIGHTS_SUFFIX), kept.with_suffix(WEIGHTS_SUFFIX))
            shutil.copy(model, kept)
        if not kept.exists():
            return None, None
        return read_model(kept).card, read_weights(kept.with_suffix(WEIGHTS_SUFFIX))

    def _settings(self, arguments: argparse.Namespace) -> TrainingSettings:
        # weights that stand already are not thrown far again: half the step
        rate = STARTER.learning_rate / 2 if self.initial else STARTER.learning_rate
        family = family_named(arguments.family)
        chosen = replace(
            STARTER,
            family=family.name,
            base=family.base,
            patch=arguments.patch or family.patch,
            learning_rate=rate,
            augmentation=arguments.augmentation,
            mix=arguments.mix,
            unenhanced=arguments.unenhanced,
        )
        if arguments.patches:
            return replace(chosen, epochs=max(1, round(arguments.patches / len(self.training))))
        return replace(chosen, budget_s=arguments.minutes * 60.0)

    def trainer(self) -> Trainer:
        """Return the trainer, resumed if the folder holds a checkpoint; held-out cases are watched, none chooses."""
        return Trainer(self.training, self.held_out[:2], self.settings, self.folder, self.initial, self._log)

    def _log(self, row: dict[str, Any]) -> None:
        with (self.folder / "log.jsonl").open("a") as log:
            log.write(json.dumps({"at": time.strftime("%H:%M:%S"), **row}) + "\n")

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._stopped = True

    def _progress(self, fraction: float, note: str) -> None:
        if self._stopped:
            raise Cancelled
        if time.monotonic() - self._told > 30:
            self._told = time.monotonic()
            state = {"pid": os.getpid(), "at": time.strftime("%H:%M:%S"), "fraction": round(fraction, 4), "note": note}
            (self.folder / "state.json").write_text(json.dumps(state) + "\n")

    def run(self) -> int:
        """Train until the minutes are used up or a signal comes; either way a checkpoint is left."""
        self.folder.mkdir(parents=True, exist_ok=True)
        signal.signal(signal.SIGTERM, self._stop)
        signal.signal(signal.SIGINT, self._stop)
        try:
            result = self.trainer().run(self._progress)
        except Cancelled:
            print("stopped; the same command goes on from here")
            return 130
        print(f"done: {result.steps} steps in {result.seconds / 60:.0f} minutes, {result.weights}")
        return 0

    def score(self, path: Path) -> dict[str, Any]:
        """Score a model file's proposals on the held-out cases; by case, those that INT8 is judged by."""
        held = score(path, self.held_out, threads=1)
        if self.judged == self.held_out:
            return held
        seen = score(path, self.patients, threads=1)
        return {**held, **{kind: [*held[kind], *seen[kind]] for kind in ("cases", "cleaned_cases")}}

    def _steps(self, trainer: Trainer) -> int:
        return trainer.steps + (int(self.parent.lineage["steps"]) if self.parent else 0)

    @property
    def name(self) -> str:
        """What the model is called: the federation's own network is the starter."""
        family = self.settings.family
        return "starter" if family == RESUNET else f"starter-{family}"

    def _network(self) -> str:
        family, base = family_named(self.settings.family), self.settings.base
        if family.name == RESUNET:
            return f"Network of {base} base filters,"
        paper = PAPER_FILTERS[family.name]
        return f"{family.title} ({family.source}) of {base} filters instead of {paper},"

    def card(self, trainer: Trainer) -> ModelCard:
        """Say what the weights are, in words that claim nothing that was not done."""
        sites = ", ".join(self.train_sites)
        return ModelCard(
            name=self.name,
            version=self.parent.version + 1 if self.parent else 1,
            family="",
            precision="",
            inputs=(),
            outputs=(),
            training_data=(
                f"{len(self.patients)} glioma patients before surgery, of the public BraTS 2012-2021 training data "
                f"(groups {sites}), with the labels published there, and {len(self.phantoms)} phantoms that the "
                f"program made itself. {self._network()} "
                f"{self._steps(trainer)} patches of {self.settings.patch} voxels on one processor core."
            ),
            scores={
                "on": f"{len(self.held_out)} patients of groups {', '.join(self.held_sites)}, none of them trained on; "
                "mean Dice of the proposals, cleaned as in use; one split, not cross-validated",
                "int8_on": "the same patients"
                if self.judged == self.held_out
                else f"all {len(self.judged)} labelled patients, those trained on too",
            },
            created=time.strftime("%Y-%m-%d"),
            lineage={
                "parent": self.parent.extra["weights_sha256"] if self.parent else "",
                "command": "installers/train_starter.py",
                "steps": self._steps(trainer),
            },
            licence="Research use only: trained on BraTS data, whose terms limit their use to it and ask for citation",
            limits=(
                "A first model from few patients on one core: every proposal must be checked and corrected. "
                "It never saw scans after surgery, tumours other than glioma, children, or brains without a tumour. "
                "Not a medical device."
            ),
            extra={"surgery": ["before"]},
        )

    def _trained(self) -> Trainer:
        """Return the trainer with what was learnt; other arguments than those it learnt with would export its parent.

        Raises:
            SystemExit: With the reason; the checkpoint lies where it lay.
        """
        trainer = self.trainer()
        if not trainer.steps:
            aside = self.folder / "checkpoint.other.pt"
            if aside.exists():
                aside.replace(self.folder / "checkpoint.pt")
            raise SystemExit(
                f"Nothing in {self.folder} was trained with these arguments: give --augmentation, --mix, --unenhanced, "
                "--phantoms, --patch and --hold-out as for the training."
            )
        return trainer

    def export(self, out: Path) -> int:
        """Quantize and score the weights of the latest checkpoint and write the model file; training goes on."""
        trainer = self._trained()
        trainer.settle()
        shelf = CaseShelf(self.folder / "cases")
        every = self.training[:: max(1, len(self.training) // CALIBRATION_CASES)]
        if self.settings.family == RESUNET:
            calibration = [padded(shelf.get(case)).astype(np.float32) for case in every]
        else:
            calibration = calibration_of(every, self.folder, trainer.weights())
        out.parent.mkdir(parents=True, exist_ok=True)
        for left in out.parent.glob(f"{CUT_OFF}*"):
            shutil.rmtree(left)
        exported = export_model(
            trainer.weights(),
            self.card(trainer),
            out,
            calibration,
            self.score,
            weights_dtype=torch.float16,
            control=[shelf.get(case) for case in self.patients] if self.settings.family == RESUNET else [],
        )
        print(json.dumps(exported.card.scores, indent=1))
        print(
            f"{exported.model} ({exported.card.precision}, {exported.model.stat().st_size / 1e6:.1f} MB), "
            f"trainable weights in {exported.weights}"
        )
        return 0


def main() -> int:
    """Take the arguments and train or export."""
    parser = argparse.ArgumentParser(description="Train the starter model, or export it.")
    parser.add_argument("--cases", type=Path, required=True, help="folder with cases.csv and the labelled cases")
    parser.add_argument("--folder", type=Path, default=Path(".training"), help="where the campaign lives")
    parser.add_argument("--family", choices=list(FAMILIES), default=RESUNET, help="which kind of network")
    parser.add_argument("--patch", type=int, help="edge of a patch in voxels; the family's own if not given")
    parser.add_argument("--minutes", type=float, default=75, help="of training in all, over every resumption")
    parser.add_argument("--patches", type=int, help="how many in all, instead of --minutes: the same on any machine")
    parser.add_argument("--go-on-from", type=Path, help="a model, its weights beside it, to start from")
    parser.add_argument("--hold-out", default=HELD_OUT, help="sites that are never trained on and that score the model")
    parser.add_argument("--augmentation", choices=KINDS, default=STARTER.augmentation, help="how patches are changed")
    parser.add_argument("--mix", type=float, default=0.0, help="share of patches with a tumour of another patient")
    parser.add_argument("--unenhanced", type=float, default=0.0, help="share of tumours shown without enhancement")
    parser.add_argument("--phantoms", type=int, default=4, help="how many phantoms train along with the patients")
    parser.add_argument(
        "--gate-on", choices=["all", "held-out"], default="all", help="by which patients INT8 is judged"
    )
    parser.add_argument("--export", type=Path, help="write the weights as they are now as this .fetsmodel, scored")
    arguments = parser.parse_args()
    campaign = Campaign(arguments)
    return campaign.export(arguments.export) if arguments.export else campaign.run()


if __name__ == "__main__":
    sys.exit(main())
