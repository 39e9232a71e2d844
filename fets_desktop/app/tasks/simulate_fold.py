"""One turn of a simulated federation: a site is held out, the others train together and each alone, all are scored."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from fets_desktop.app.federation.experiment import Experiment
from fets_desktop.app.federation.server import serving
from fets_desktop.app.tasks.federate import Bench, Lesson, fit, score_each
from fets_desktop.app.tasks.simulate_cases import SiteCases
from fets_desktop.federate.round_work import Fitted
from fets_desktop.federate.selection import best_by_server
from fets_desktop.federate.server.record import ROUNDS, model_path, read_lines
from fets_desktop.federate.simulation import LOOPBACK, Part, Turns, certify_here, found_here, take_part
from fets_desktop.federate.tensors import SUFFIX, TensorFile
from fets_desktop.imaging.disk import make_folder, write_whole
from fets_desktop.study.federation import Learning, Plan, Scores
from fets_desktop.study.progress import Progress, part, silent
from fets_desktop.train.cases import TrainingCase
from fets_desktop.train.settings import STARTER
from fets_desktop.train.trainer import train
from fets_desktop.train.validate import mean_scores

_LINGER_S = 5.0
_WEIGHT_DECAY = 5e-5
Row = dict[str, Any]


@dataclass(frozen=True)
class Setting:
    """What all turns share.

    Attributes:
        experiment: How it is made.
        sites: Every site's cases.
        work: The folder it works in.
        threads: Of the processor; 0 for all.
    """

    experiment: Experiment
    sites: Mapping[str, SiteCases]
    work: Path
    threads: int

    @property
    def bench(self) -> Bench:
        """Where all sites work, one after the other."""
        return Bench(self.work / "bench")

    @property
    def learning(self) -> Learning:
        """How a site trains in a round."""
        e = self.experiment
        return Learning(e.epochs, e.learning_rate, _WEIGHT_DECAY, e.patch, e.seed)

    def beginner(self, outside: str) -> str:
        """Return the site whose cases made the initial model; never the one that is held out."""
        wish = self.experiment.initial
        if wish and wish != outside:
            return wish
        trainers = [site for site in self.sites if site != outside and self.sites[site].train]
        return max(trainers, key=lambda site: (len(self.sites[site].train), site))


class Turn:
    """See the module.

    Args:
        setting: What all turns share.
        outside: The site that is held out.
    """

    def __init__(self, setting: Setting, outside: str) -> None:
        self._set, self._outside = setting, outside
        self._trainers = [s for s in setting.sites if s != outside and setting.sites[s].train]
        self._folder = setting.work / "turns" / outside

    def run(self, progress: Progress) -> dict[str, Any]:
        """Carry it out; what was done before a cut is not done again.

        Returns:
            `outside`, `initial` (whose cases made it), `selected` (the round whose model was chosen), `rounds` as the
            server told them, and `scores`: a row for every model and case.

        Raises:
            Cancelled: From `progress`.
            StudyError: "federation-server", and what training raises.
        """
        beginner = self._set.beginner(self._outside)
        initial = self._initial(beginner, part(progress, 0.0, 0.15))
        plan = self._federate(initial, part(progress, 0.15, 0.65))
        history = read_lines(self._folder / ROUNDS)
        best = best_by_server(history)
        selected = plan.rounds if best is None else best
        alone = {}
        for number, site in enumerate(self._trainers):
            share = 0.2 / len(self._trainers)
            heard = part(progress, 0.65 + number * share, 0.65 + (number + 1) * share)
            alone[site] = self._alone(site, beginner, initial, heard)
        rows = self._scores(initial, model_path(self._folder, selected), alone, part(progress, 0.85, 1.0))
        return {
            "outside": self._outside,
            "initial": beginner,
            "selected": selected,
            "rounds": [{"round": row["round"], **row["metrics"]} for row in history],
            "scores": rows,
        }

    def _initial(self, site: str, progress: Progress) -> Path:
        """Return the initial model: trained from nothing on one site's training cases."""
        e = self._set.experiment
        settings = replace(
            STARTER,
            base=e.base,
            patch=e.patch,
            epochs=e.initial_epochs,
            average=0.0,
            augmentation="paper",
            momentum=0.1,
            validate_every=e.initial_epochs,
            seed=e.seed,
            threads=self._set.threads,
        )
        folder = self._set.work / "initial" / site
        return train(self._set.sites[site].train, [], settings, folder, progress).weights

    # --- together

    def _federate(self, initial: Path, progress: Progress) -> Plan:
        rounds = self._set.experiment.rounds
        plan = found_here(
            self._folder,
            f"simulation without {self._outside}",
            self._trainers,
            [self._outside],
            initial,
            rounds=rounds,
            quorum=len(self._trainers),
            fewest_scored=1,
            learning=self._set.learning,
        )
        if _is_over(self._folder, plan):
            return plan
        progress(0.0, "Starting the federation's server")
        identities = certify_here(self._folder, plan)
        turns = Turns()
        parts = {site: self._part(site, plan, turns) for site in plan.sites}
        with serving(self._folder, f"{LOOPBACK}:{plan.server.rpartition(':')[2]}", _LINGER_S) as server:

            def heard(ended: int) -> None:
                server.check()
                progress(ended / (rounds + 1), f"Round {min(ended + 1, rounds)} of {rounds}")

            take_part(self._folder / "sites", plan, identities, parts, heard, turns)
        return plan

    def _part(self, site: str, plan: Plan, turns: Turns) -> Part:
        own, bench = self._set.sites[site], self._set.bench
        scored = own.all if site == self._outside else own.validation

        def score(weights: Path, _number: int) -> Scores:
            if not scored:
                return Scores({}, 0)
            found = turns.take(lambda: score_each(weights, scored, bench, turns.look))
            return Scores(mean_scores(found), len(found))

        def fitted(weights: Path, number: int, target: Path) -> Fitted:
            lesson = Lesson(plan.learning, number, plan.tensors, self._set.threads)
            loss = turns.take(lambda: fit(weights, own.train, lesson, target, bench, turns.look))
            return Fitted(target, loss, len(own.train))

        return Part(score, fitted)

    # --- alone

    def _alone(self, site: str, beginner: str, initial: Path, progress: Progress) -> Path:
        """Return what a site comes to by itself in as many rounds; its best by its own validation, else its last."""
        own, rounds = self._set.sites[site], self._set.experiment.rounds
        folder = self._set.work / "alone" / beginner / site
        make_folder(folder)
        with TensorFile(initial) as weights:
            shapes = weights.shapes
        at = initial
        # as the federation may choose the model it began with, so may a site
        scored = [(self._mean(initial, own, silent), 0, initial)] if own.validation else []
        for number in range(rounds):
            heard = part(progress, number / rounds, (number + 0.8) / rounds)
            scoring = part(progress, (number + 0.8) / rounds, (number + 1) / rounds)
            target = folder / f"round-{number + 1:03d}{SUFFIX}"
            if not target.exists():
                lesson = Lesson(self._set.learning, number, shapes, self._set.threads)
                fit(at, own.train, lesson, target, self._set.bench, _renamed(heard, "Training each site alone"))
            at = target
            if own.validation:
                scored.append((self._mean(target, own, scoring), -number - 1, target))
        return max(scored)[2] if scored else at

    def _mean(self, weights: Path, own: SiteCases, progress: Progress) -> float:
        return mean_scores(list(self._score(weights, own.validation, progress).values()))["mean"]

    # --- scores

    def _scores(self, initial: Path, consensus: Path, alone: Mapping[str, Path], progress: Progress) -> list[Row]:
        """Return a row for every model and every case it is to be judged on."""
        sites, outside = self._set.sites, self._set.sites[self._outside].all
        local = {case.name: site for site in self._trainers for case in sites[site].validation}
        everyone = [case for site in self._trainers for case in sites[site].validation]
        wanted: list[tuple[str, str, Path, Sequence[TrainingCase]]] = [
            ("initial", "", initial, [*everyone, *outside]),
            ("consensus", "", consensus, [*everyone, *outside]),
            *(("alone", site, path, [*sites[site].validation, *outside]) for site, path in alone.items()),
        ]
        rows: list[Row] = []
        for number, (model, of, path, cases) in enumerate(wanted):
            heard = part(progress, number / len(wanted), (number + 1) / len(wanted))
            for name, dice in self._score(path, cases, heard).items():
                where = (
                    {"set": "local", "site": local[name]}
                    if name in local
                    else {"set": "outside", "site": self._outside}
                )
                rows.append({"outside": self._outside, "model": model, "of": of, "case": name, "dice": dice} | where)
        return rows

    def _score(self, weights: Path, cases: Sequence[TrainingCase], progress: Progress) -> dict[str, dict[str, float]]:
        """Return the Dice of each case by name; what the same weights scored before is not scored again."""
        with weights.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        book = self._set.work / "scores" / f"{digest[:24]}.json"
        known: dict[str, dict[str, float]] = json.loads(book.read_bytes()) if book.exists() else {}
        if missing := [case for case in cases if case.name not in known]:
            found = score_each(weights, missing, self._set.bench, progress)
            known |= {case.name: dice for case, dice in zip(missing, found, strict=True)}
            make_folder(book.parent)
            write_whole(book, json.dumps(known).encode())
        return {case.name: known[case.name] for case in cases}


def _is_over(folder: Path, plan: Plan) -> bool:
    return any(row["round"] == plan.rounds for row in read_lines(folder / ROUNDS))


def _renamed(progress: Progress, note: str) -> Progress:
    return lambda fraction, _note: progress(fraction, note)
