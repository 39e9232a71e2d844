"""The recipe: its steps in order, what is skipped because it is done, and what comes out.

Source: FETS-AI/Front-End src/applications/BraTSPipeline.cxx (the harmonised BraTS preprocessing).
"""

import dataclasses
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.disk import make_folder
from fets_desktop.preprocess import names
from fets_desktop.preprocess.aligning import Evening, Onto, ToAtlas
from fets_desktop.preprocess.checking import Space
from fets_desktop.preprocess.contrasts_told import Telling
from fets_desktop.preprocess.extracting import Extraction, Stripping, Union
from fets_desktop.preprocess.intake import Intake, read_space
from fets_desktop.preprocess.memo import Done, Memo, file_hash, key_of, sweep
from fets_desktop.preprocess.provenance import write_provenance
from fets_desktop.preprocess.resampling import Adopting, Resampling
from fets_desktop.preprocess.step import Bench, Given, MaskMaker, Settings, Step
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.finding import Finding
from fets_desktop.study.progress import Progress, part, silent

RECIPE_VERSION = "1"
"""Grows with every change that changes voxels."""

INTAKE = Intake()
FINISH = Stripping()
TELLING = Telling()
NATIVE_STEPS: tuple[Step, ...] = (
    INTAKE,
    Evening(),
    ToAtlas(),
    *(Onto(contrast) for contrast in names.MOVING),
    Resampling(),
    Extraction(),
    FINISH,
    TELLING,
)
ATLAS_STEPS: tuple[Step, ...] = (INTAKE, Adopting(), Union(), FINISH, TELLING)

Told = Callable[[str, Finding | None], None]
"""Hears a step's name when it begins, and its finding when it is done."""


def _nobody(_step: str, _finding: Finding | None) -> None:
    """Hear and do nothing."""


@dataclass(frozen=True)
class Prepared:
    """A prepared case; every path lies in the folder that was given.

    Attributes:
        volumes: Brains on the atlas grid, by contrast.
        heads: The same with skull (without, where the case came without).
        brain_mask: uint8, 1 in the brain.
        transforms: By name: "T1Gd-to-atlas", "T1-to-T1Gd", ..., "T1-to-atlas", "atlas-to-T1", ... as `.mat` for greedy
            and ITK-SNAP; with "-itk" at the end the same as `.tfm` for Slicer.
        findings: One a step, in order.
        pictures: PNG by the step's name.
        inputs: By the step's name, what its result was made by: recipe, engines, parameters, hashes of inputs.
        hashes: sha256 of what the steps made, by the file's name.
        provenance: `inputs` with the hashes of what came out, as JSON; no times and no places, so that the same inputs
            give the same bytes.
    """

    volumes: dict[Contrast, Path]
    heads: dict[Contrast, Path]
    brain_mask: Path
    transforms: dict[str, Path]
    findings: tuple[Finding, ...]
    pictures: dict[str, Path]
    inputs: dict[str, dict[str, Any]]
    hashes: dict[str, str]
    provenance: Path


def prepare(
    sources: Mapping[Contrast, Path],
    atlas: Path,
    mask_maker: MaskMaker,
    folder: Path,
    progress: Progress = silent,
    *,
    mask_maker_id: str = "",
    settings: Settings | None = None,
    threads: int = 0,
    shares: Mapping[str, float] | None = None,
    given: Mapping[str, Given] | None = None,
    told: Told = _nobody,
) -> Prepared:
    """Take four series to four brains on the atlas grid; steps already done in `folder` are skipped.

    Args:
        sources: The four native images; all four contrasts.
        atlas: The SRI24 T1 atlas with skull.
        mask_maker: The brain extraction, see `MaskMaker`.
        folder: Takes the outputs and the memo.
        progress: Told how far it is.
        mask_maker_id: Distinguishes this brain extraction from another, for example its model's hash.
        settings: Other parameters than the recipe's own: for tests.
        threads: For SimpleITK; 0 takes every core. The results do not depend on it.
        shares: By the step's name, how long it takes on this machine, for a progress that is even in time.
        given: What persons made by hand, by the step it replaces: "brain", "atlas", "onto-T1", "onto-T2", "onto-FLAIR".
        told: Hears of every step as it begins and ends.

    Raises:
        StudyError: "missing-contrast", "unreadable-image", "not-3d", "bad-voxels", "not-a-head", "registration-failed",
            "step-failed", "disk-full" or "read-only".
        Cancelled: Through `progress`.
    """
    if missing := [contrast for contrast in ALL_CONTRASTS if contrast not in sources]:
        raise StudyError("missing-contrast", f"Without: {', '.join(missing)}.")
    if threads > 0:
        sitk.ProcessObject.SetGlobalDefaultNumberOfThreads(threads)
    make_folder(folder)
    bench = Bench(folder, dict(sources), atlas, mask_maker, mask_maker_id, settings or Settings(), given or {})
    sweep(folder)
    runner = _Runner(bench, Memo(folder), told, shares or {})
    first = runner.do(INTAKE, part(progress, 0.0, 0.03))
    steps = NATIVE_STEPS if read_space(bench) is Space.NATIVE else ATLAS_STEPS
    findings = [first, *runner.rest(steps[1:], part(progress, 0.03, 1.0))]
    progress(1.0, "Prepared")
    provenance = write_provenance(folder, RECIPE_VERSION, runner.done)
    hashes = {name: sha256 for done in runner.done.values() for name, sha256 in done.outputs.items()}
    return _prepared(bench, steps, findings, runner.inputs, hashes, provenance)


class _Runner:
    """Does the steps that are not done yet."""

    def __init__(self, bench: Bench, memo: Memo, told: Told, shares: Mapping[str, float]) -> None:
        self._bench = bench
        self._shares = shares
        self._memo = memo
        self._told = told
        self.inputs: dict[str, dict[str, Any]] = {}
        self.done: dict[str, Done] = {}

    def rest(self, steps: Sequence[Step], progress: Progress) -> list[Finding]:
        shares = [self._shares.get(step.name, step.share) for step in steps]
        whole, behind, findings = sum(shares), 0.0, []
        for step, share in zip(steps, shares, strict=True):
            findings.append(self.do(step, part(progress, behind / whole, (behind + share) / whole)))
            behind += share
        self._bench.forget()
        return findings

    def do(self, step: Step, progress: Progress) -> Finding:
        progress(0.0, step.title)
        self._told(step.name, None)
        finding = self._do(step, progress)
        self._told(step.name, finding)
        return finding

    def _do(self, step: Step, progress: Progress) -> Finding:
        inputs = {
            "recipe": RECIPE_VERSION,
            "step": step.name,
            "title": step.title,
            "parameters": dict(step.parameters(self._bench)),
            "needs": {name: file_hash(self._bench.folder / name) for name in step.needs},
        }
        key = key_of(inputs)
        self.inputs[step.name] = inputs
        if done := self._memo.find(step.name, key):
            self.done[step.name] = done
            return dataclasses.replace(done.finding, seconds=0.0)
        if step.name in self._bench.given and not self._memo.by_hand(step.name):
            self._memo.put_aside(step.name)
        start = time.monotonic()
        outcome = step.run(self._bench, progress)
        finding = dataclasses.replace(outcome.finding, seconds=round(time.monotonic() - start, 2))
        outputs = {name: file_hash(self._bench.folder / name) for name in outcome.files}
        self.done[step.name] = Done(key, inputs, outputs, finding)
        self._memo.keep(step.name, self.done[step.name])
        return finding


def _prepared(
    bench: Bench,
    steps: Sequence[Step],
    findings: Sequence[Finding],
    inputs: dict[str, dict[str, Any]],
    hashes: dict[str, str],
    provenance: Path,
) -> Prepared:
    folder = bench.folder
    composed = [name for contrast in ALL_CONTRASTS for name in names.both_ways(contrast)]
    transforms = {name: folder / names.matrix(name) for name in (*composed, *map(names.onto, names.MOVING))}
    transforms |= {f"{name}-itk": folder / names.itk(name) for name in composed}
    return Prepared(
        volumes={contrast: folder / names.brain(contrast) for contrast in ALL_CONTRASTS},
        heads={contrast: folder / names.head(contrast) for contrast in ALL_CONTRASTS},
        brain_mask=folder / names.BRAIN_MASK,
        transforms=transforms,
        findings=tuple(findings),
        pictures={step.name: folder / step.picture for step in steps},
        inputs=inputs,
        hashes=hashes,
        provenance=provenance,
    )
