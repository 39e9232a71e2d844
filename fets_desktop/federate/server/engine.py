"""OpenFL's aggregator, guarded: its averaging, rounds, resume, stragglers and best model are its own.

What is added: a plan's tasks, with a last round that only validates (OpenFL scores a model in the round after the one
that made it); one lock for the cut-off timer and the calls, which race in OpenFL; the guard, before anything is kept;
and rounds that end without a site instead of with an error.
"""

import logging
import threading
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from statistics import median_low
from typing import Any

import numpy as np
from openfl.callbacks import LambdaCallback
from openfl.component.aggregator.aggregator import Aggregator
from openfl.component.aggregator.straggler_handling import CutoffTimePolicy
from openfl.interface.aggregation_functions import WeightedAverage
from openfl.protocols.base_pb2 import MetadataProto, NamedTensor
from openfl.utilities import TaskResultKey, TensorKey

from fets_desktop.federate.server.guard import Guard, Refusal, Sent, update_norm
from fets_desktop.federate.server.indexed_db import IndexedTensorDB
from fets_desktop.federate.server.record import Record
from fets_desktop.federate.tensors import Floats
from fets_desktop.study.federation import SCORE_OUTSIDE, TRAIN, TRAINER_TASKS, Plan

logger = logging.getLogger(__name__)
_NO_SCORE = -1.0
Tensors = Iterable[Any]
"""NamedTensor of OpenFL."""


class PlanAssigner:
    """Gives every site the tasks of its part; in the round after the last, sites only validate."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def is_task_group_evaluation(self) -> bool:
        """Asked by OpenFL: this is a training."""
        return False

    def get_tasks_for_collaborator(self, site: str, number: int) -> list[str]:
        """Return a site's tasks of a round."""
        return list(self._plan.tasks(site, number))

    def get_collaborators_for_task(self, task: str, number: int) -> list[str]:
        """Return the sites that have a task, in the order of the plan."""
        return [site for site in self._plan.sites if task in self._plan.tasks(site, number)]

    def get_all_tasks_for_round(self, number: int) -> list[str]:
        """Return all tasks of a round."""
        tasks = (*TRAINER_TASKS, SCORE_OUTSIDE)
        return [task for task in tasks if self.get_collaborators_for_task(task, number)]

    def get_aggregation_type_for_task(self, task: str) -> WeightedAverage:
        """Return how results are brought together: the mean, weighted by the number of cases."""
        return WeightedAverage()


class GuardedAggregator(Aggregator):  # type: ignore[misc] # OpenFL has no types
    """See the module. Sites that were refused, and the sizes of the updates, are the current round's.

    Args:
        plan: Of the federation.
        folder: Its folder; what OpenFL keeps lies in `state` there.
        record: Tells the owner.
    """

    def __init__(self, plan: Plan, folder: Path, record: Record) -> None:
        self.plan = plan
        self._record = record
        self._guard = Guard(plan)
        self.refused: dict[str, str] = {}
        self._norms: dict[str, float] = {}
        self._began = time.monotonic()
        self._score = _NO_SCORE
        self._reference = next(
            (row["median_norm"] for row in reversed(record.rounds()) if row.get("median_norm")), None
        )
        state = folder / "state"
        super().__init__(
            aggregator_uuid=plan.server_id,
            federation_uuid=plan.id,
            authorized_cols=list(plan.sites),
            init_state_path=str(state / "initial.pbuf"),
            best_state_path=str(state / "best.pbuf"),
            last_state_path=str(state / "last.pbuf"),
            assigner=PlanAssigner(plan),
            use_delta_updates=False,
            straggler_handling_policy=partial(
                CutoffTimePolicy, straggler_cutoff_time=plan.cutoff_s, minimum_reporting=plan.quorum
            ),
            rounds_to_train=plan.rounds + 1,
            callbacks=[LambdaCallback(on_round_end=self._round_ended)],
            persist_checkpoint=True,
            persistent_db_path=str(state / "tensor.db"),
        )
        self.lock = threading.RLock()
        if self.round_number <= plan.rounds:
            record.keep_model(self.round_number, self._model(self.round_number))

    @property
    def best_model_score(self) -> float:
        """The best score so far. OpenFL begins with None, which its database cannot hold."""
        return self._score

    @best_model_score.setter
    def best_model_score(self, value: Any) -> None:  # noqa: ANN401
        self._score = _NO_SCORE if value is None else float(value)

    @property
    def tensor_db(self) -> IndexedTensorDB:
        """Where tensors are kept while they are needed. OpenFL makes a table for it, which is searched end to end."""
        return self._tensors

    @tensor_db.setter
    def tensor_db(self, _table: object) -> None:
        self._tensors = IndexedTensorDB()

    # --- what sites call

    def get_tasks(self, collaborator_name: str) -> Any:  # noqa: ANN401 - OpenFL's own tuple
        """Answer a site that asks what is due."""
        with self.lock:
            return super().get_tasks(collaborator_name)

    def get_aggregated_tensor(
        self,
        tensor_name: str,
        round_number: int,
        report: bool,
        tags: Iterable[str],
        require_lossless: bool,
        requested_by: str,
    ) -> Any:  # noqa: ANN401
        """Answer a site that asks for a tensor. OpenFL would wait a minute for one that there is not."""
        known = any(tensor.name == tensor_name for tensor in self.plan.tensors)
        if not known or round_number != self.round_number or tuple(tags) != ("model",) or report:
            raise Refusal("There is no such tensor in the round that is under way.")
        return super().get_aggregated_tensor(tensor_name, round_number, report, tags, require_lossless, requested_by)

    def send_local_task_results(
        self, collaborator_name: str, round_number: int, task_name: str, data_size: int, named_tensors: Tensors
    ) -> None:
        """Take a site's results, if the guard lets them in; only then are they kept.

        Raises:
            Refusal: If it does not.
        """
        with self.lock:
            try:
                tensors = self._checked(collaborator_name, round_number, task_name, data_size, named_tensors)
            except Refusal as refusal:
                self._refuse(collaborator_name, refusal)
                raise
            super().send_local_task_results(collaborator_name, round_number, task_name, data_size, tensors)

    def _checked(self, site: str, number: int, task: str, cases: int, tensors: Tensors) -> list[Any]:
        done = self._collaborator_task_completed(site, task, number)
        self._guard.check_turn(site, task, number, self.round_number, done=done)
        if site in self.refused or site in self.stragglers:
            raise Refusal("This site sits this round out.")
        sent = [_sent(tensor) for tensor in tensors]
        self._guard.check_metrics(task, number, cases, (one for one in sent if one.report))
        weights = [one for one in sent if not one.report]
        if task != TRAIN:
            if weights:
                raise Refusal("A validation sends no weights.", sits_out=True)
            return list(tensors)
        base = self._model(number)
        whole = self._guard.check_weights(number, weights, base)
        norm = update_norm(whole, base)
        self._guard.check_norm(norm, self._reference)
        if self.plan.compression == "none":
            return list(tensors)
        return [*(t for t in tensors if t.report), *(_named(name, number, array) for name, array in whole.items())]

    def _refuse(self, site: str, refusal: Refusal) -> None:
        logger.warning("refused: %s, round %d: %s", site, self.round_number, refusal)
        self._record.add_refusal(site, self.round_number, str(refusal))
        if refusal.sits_out and not self._time_to_quit():
            self.refused[site] = str(refusal)
            self.stragglers.append(site)
            self._end_of_round_with_stragglers_check()

    # --- what OpenFL does with it

    def process_task_results(
        self, collaborator_name: str, round_number: int, task_name: str, data_size: int, named_tensors: Tensors
    ) -> None:
        """Take results in, also those that are read again after a cut: the size of the update is noted with them."""
        if task_name == TRAIN and round_number == self.round_number:
            base = self._model(round_number)
            weights = (_sent(tensor) for tensor in named_tensors if not tensor.report)
            whole = self._guard.check_weights(round_number, weights, base)
            self._norms[collaborator_name] = update_norm(whole, base)
        super().process_task_results(collaborator_name, round_number, task_name, data_size, named_tensors)

    def _end_of_round_with_stragglers_check(self) -> None:
        """End the round once everyone has reported or was refused, or its time is up and the quorum is there."""
        if self._time_to_quit():
            return
        everyone = set(self.collaborators_done) | set(self.refused) >= set(self.plan.sites)
        if not (everyone or self._time_is_up()) or not self._has_quorum():
            return
        for site in self._guard.outliers({s: n for s, n in self._norms.items() if s in self.collaborators_done}):
            words = "The update is far larger than the round's median."
            self.collaborators_done.remove(site)
            self.refused[site] = words
            self._record.add_refusal(site, self.round_number, words)
        if self._has_quorum():
            self.stragglers = [site for site in self.plan.sites if site not in self.collaborators_done]
            self._end_of_round_check()

    def _time_is_up(self) -> bool:
        policy = self.straggler_handling_policy
        return bool(policy.is_timer_started and time.time() - policy.round_start_time >= self.plan.cutoff_s)

    def _has_quorum(self) -> bool:
        return sum(site in self.plan.trainers for site in self.collaborators_done) >= self.plan.quorum

    def _compute_validation_related_task_metrics(self, task_name: str) -> Any:  # noqa: ANN401
        """Leave out a task for which nobody who is done has a case; OpenFL would end with an error."""
        number = self.round_number
        sites = self.assigner.get_collaborators_for_task(task_name, number)
        weights = [
            self.collaborator_task_weight.get(TaskResultKey(task_name, site, number), 0)
            for site in sites
            if site in self.collaborators_done
        ]
        return super()._compute_validation_related_task_metrics(task_name) if sum(weights) > 0 else {}

    def _round_ended(self, number: int, logs: dict[str, Any] | None = None) -> None:
        norms = [norm for site, norm in self._norms.items() if site in self.collaborators_done]
        self._reference = median_low(norms) if norms else self._reference
        if number < self.plan.rounds:
            self._record.keep_model(number + 1, self._model(number + 1))
        self._record.add_round(
            {
                "round": number,
                "done": list(self.collaborators_done),
                "late": [site for site in self.stragglers if site not in self.refused],
                "refused": dict(self.refused),
                "metrics": _plain_metrics(logs or {}),
                "seconds": round(time.monotonic() - self._began, 1),
                "median_norm": self._reference if norms else None,
                "best_score": self.best_model_score,
            }
        )
        self.refused, self._norms, self._began = {}, {}, time.monotonic()
        if self.persistent_db:
            # OpenFL keeps every round's model in its database; what a resume needs is the last
            self.persistent_db.clean_up(1)

    def _model(self, number: int) -> dict[str, Floats]:
        keys = ((t.name, TensorKey(t.name, self.uuid, number, False, ("model",))) for t in self.plan.tensors)
        return {name: np.asarray(self.tensor_db.get_tensor_from_cache(key), np.float32) for name, key in keys}


def _sent(tensor: Any) -> Sent:  # noqa: ANN401
    metadata: Iterable[Any] = tensor.transformer_metadata
    first = next(iter(metadata), MetadataProto())
    return Sent(
        tensor.name,
        tensor.round_number,
        frozenset(tensor.tags),
        tuple(first.int_list),
        tensor.data_bytes,
        tensor.report,
        dict(first.int_to_float),
    )


def _named(name: str, number: int, array: Floats) -> Any:  # noqa: ANN401
    """Return whole weights as OpenFL takes them."""
    metadata = [MetadataProto(int_list=list(array.shape))]
    return NamedTensor(
        name=name,
        round_number=number,
        lossless=True,
        report=False,
        tags=["trained", "compressed"],
        transformer_metadata=metadata,
        data_bytes=np.ascontiguousarray(array).tobytes(),
    )


def _plain_metrics(logs: dict[str, Any]) -> dict[str, dict[str, float]]:
    """Return the round's means by task and name. OpenFL calls them "aggregator/TASK/NAME"."""
    found: dict[str, dict[str, float]] = {}
    for task, name, value in _parted(logs):
        found.setdefault(task, {})[name] = value
    return found


def _parted(logs: dict[str, Any]) -> Iterator[tuple[str, str, float]]:
    for key, value in logs.items():
        parts = key.split("/")
        if len(parts) == 3:
            yield parts[1], parts[2], float(value)
