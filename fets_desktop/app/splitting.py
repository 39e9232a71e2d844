"""Splitting: which approved cases train and which validate, drawn once by patient, sticky for ever."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.choices import Choices
from fets_desktop.app.exporting import labels_to_export
from fets_desktop.app.split_files import NamedSplit, read_fets_split, write_fets_split
from fets_desktop.app.split_names import Known
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Case, Stage
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import SplitChanged
from fets_desktop.study.split import Split, Trait, draw_split


@dataclass(frozen=True)
class Side:
    """What one side of the split holds.

    Attributes:
        cases: How many.
        patients: How many.
        median_ml: Of the patients' whole tumours; None if no volume is known.
        scanners: Maker and field strength -> number of patients; "" for those unknown.
    """

    cases: int = 0
    patients: int = 0
    median_ml: float | None = None
    scanners: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Taken:
    """What came of reading FeTS's files.

    Attributes:
        split: The split in force now.
        given: How many cases got their side by the files.
        unknown: How many of the files' names nobody knows here.
    """

    split: Split
    given: int
    unknown: int


class Splitting:
    """Draws, reads, writes and shows the split.

    Args:
        workspace: Of this site.
        bus: Tells of changes.
        choices: The settings.
        running: Names of the federations that go on: while one does, the split is frozen.
    """

    def __init__(
        self, workspace: Workspace, bus: FactsBus, choices: Choices, running: Callable[[], Sequence[str]] = tuple
    ) -> None:
        self._workspace = workspace
        self._bus = bus
        self._choices = choices
        self._running = running

    def current(self) -> Split | None:
        """Return the split in force, None if none was drawn."""
        return self._workspace.split()

    def frozen_by(self) -> Sequence[str]:
        """Return the federations that keep the split as it is."""
        return self._running()

    def draw(self, fraction: float | None = None, seed: int | None = None) -> Split:
        """Draw the split of all approved cases.

        Cases that have a side keep it for ever, also while they are reviewed again or excluded.

        Raises:
            StudyError: "split-frozen" while a federation goes on, "too-few-cases" if no case is approved,
                "wrong-usage" if the fraction makes no sense.
        """
        self._refuse_frozen()
        kept = self.current()
        sided = {*kept.train, *kept.validation} if kept else set()
        cases = [c for c in self._workspace.cases() if c.stage is Stage.APPROVED or c.id in sided]
        if not any(case.stage is Stage.APPROVED for case in cases):
            raise StudyError("too-few-cases", "No case is approved yet.")
        patients = {case.id: case.patient for case in cases}
        share = self._choices.get("split.fraction") if fraction is None else fraction
        number = self._choices.get("split.seed") if seed is None else seed
        try:
            split = draw_split(patients, share, number, kept, self._traits(cases))
        except ValueError as error:
            raise StudyError("wrong-usage", str(error)) from error
        self._put("split drawn", split)
        return split

    def read(self, folder: Path) -> Taken:
        """Give cases the sides that FeTS's `train.csv` and `val.csv` name; sides that cases have stay.

        A name is a case's, a patient's, or what a case was called where it was imported from (BraTS, FeTS, the list).

        Raises:
            StudyError: "split-frozen"; "bad-split" if the files make no sense, would move a case that has a side, or
                part a patient's, or name nobody here.
        """
        self._refuse_frozen()
        named = read_fets_split(folder)
        cases = self._workspace.cases()
        known = Known(cases, self._workspace.folder)
        sides = {case: side for names, side in _sides(named) for name in names for case in known.cases_of(name)}
        unknown = sum(not known.cases_of(name) for names, _ in _sides(named) for name in names)
        if not sides:
            raise StudyError("bad-split", f"None of its {unknown} names is known here.")
        kept = self.current() or Split((), (), self._choices.get("split.fraction"), self._choices.get("split.seed"))
        before = dict.fromkeys(kept.train, True) | dict.fromkeys(kept.validation, False)
        self._refuse_moves(sides, before, {case.id: case.patient for case in cases})
        after = {**sides, **before}
        split = Split(_of(after, True), _of(after, False), kept.fraction, kept.seed)
        self._put("split read", split)
        return Taken(split, len(sides.keys() - before.keys()), unknown)

    def write(self, folder: Path) -> list[Path]:
        """Write the split as FeTS's `train.csv` and `val.csv`; return the files.

        Raises:
            StudyError: "too-few-cases" if none was drawn, "disk-full", "read-only".
        """
        split = self.current()
        if split is None:
            raise StudyError("too-few-cases", "No split has been drawn yet.")
        files = write_fets_split(folder, split.train, split.validation)
        with self._workspace.change("person", "split written", "split", {"cases": len(split.train + split.validation)}):
            pass  # the audit row is all there is to record
        return files

    def both_sides(self) -> tuple[Side, Side]:
        """Return what trains and what validates holds, so that a person sees that they are alike."""
        split = self.current() or Split((), ())
        cases = {case.id: case for case in self._workspace.cases()}
        chosen = [[cases[name] for name in names if name in cases] for names in (split.train, split.validation)]
        train, validation = (self._side(side) for side in chosen)
        return train, validation

    def _side(self, cases: Sequence[Case]) -> Side:
        traits = self._traits(cases)
        volumes = [trait.volume_ml for trait in traits.values() if trait.volume_ml is not None]
        scanners = Counter(trait.scanner for trait in traits.values())
        return Side(len(cases), len(traits), median(volumes) if volumes else None, dict(scanners.most_common()))

    def _traits(self, cases: Iterable[Case]) -> dict[str, Trait]:
        """Return what is known of each patient: the largest tumour of all time points, the scanner of the first."""
        found: dict[str, Trait] = {}
        for case in cases:
            label = labels_to_export(self._workspace.annotations(case.id))
            volume = label.volumes_ml.get("WT") if label else None
            before = found.get(case.patient, Trait())
            volumes = [v for v in (volume, before.volume_ml) if v is not None]
            found[case.patient] = Trait(before.scanner or case.scanner, max(volumes, default=None))
        return found

    def _refuse_frozen(self) -> None:
        if going := self._running():
            raise StudyError("split-frozen", f"It goes on: {', '.join(going)}.")

    @staticmethod
    def _refuse_moves(sides: Mapping[str, bool], before: Mapping[str, bool], patients: Mapping[str, str]) -> None:
        moved = sorted(case for case, side in sides.items() if before.get(case, side) is not side)
        if moved:
            raise StudyError(
                "bad-split", f"{len(moved)} cases have the other side here already: {', '.join(moved[:5])}."
            )
        of_patient: dict[str, bool] = {}
        for case, side in {**sides, **before}.items():
            if of_patient.setdefault(patients.get(case, case), side) is not side:
                raise StudyError("bad-split", f"It puts cases of one patient on both sides: {case} is one of them.")

    def _put(self, action: str, split: Split) -> None:
        details = {"train": len(split.train), "validation": len(split.validation), "seed": split.seed}
        with self._workspace.change("person", action, "split", details) as change:
            change.put_split(split)
        self._bus.publish(SplitChanged())


def _sides(named: NamedSplit) -> tuple[tuple[tuple[str, ...], bool], ...]:
    return (named.train, True), (named.validation, False)


def _of(sides: Mapping[str, bool], train: bool) -> tuple[str, ...]:
    return tuple(sorted(case for case, side in sides.items() if side is train))
