"""The server's store of tensors, by key: what OpenFL's `TensorDB` does, without looking through all of it every time.

OpenFL keeps its tensors in one table, copies the table with every tensor that comes, and searches it from end to end
for every tensor that goes. With 71 sites and the network's 140 tensors it holds ten thousand of them, and a round took
minutes of the processor for nothing else. Here a tensor is found by its key. Averaging stays OpenFL's own function.

Source: openfl 1.9, `openfl/databases/tensor_db.py`: the methods that its aggregator calls, and what they return.
"""

import logging
from collections.abc import Callable, Mapping
from threading import RLock
from typing import Any

import numpy as np
import numpy.typing as npt
from openfl.utilities import LocalTensor, TensorKey, change_tags

logger = logging.getLogger(__name__)
Array = npt.NDArray[Any]
Average = Callable[..., Array]


class IndexedTensorDB:
    """See the module; every method may be called from every thread."""

    def __init__(self) -> None:
        self._tensors: dict[TensorKey, Array] = {}
        self._lock = RLock()

    def clean_up(self, remove_older_than: int = 1) -> None:
        """Forget tensors that are so many rounds old; what is reported stays. A negative number forgets nothing."""
        with self._lock:
            if remove_older_than < 0 or not self._tensors:
                return
            oldest = max(key.round_number for key in self._tensors) - remove_older_than
            self._tensors = {k: array for k, array in self._tensors.items() if k.round_number > oldest or k.report}

    def cache_tensor(self, tensor_key_dict: Mapping[TensorKey, Array]) -> None:
        """Keep tensors; of two under one key the first is the one that is found."""
        with self._lock:
            for key, array in tensor_key_dict.items():
                self._tensors.setdefault(key, array)

    def get_tensor_from_cache(self, tensor_key: TensorKey) -> Array | None:
        """Return a tensor, None if there is none."""
        with self._lock:
            found = self._tensors.get(tensor_key)
        return None if found is None else np.asarray(found)

    def get_tensors_by_round_and_tags(self, fl_round: int, tags: tuple[str, ...]) -> dict[TensorKey, Array]:
        """Return the tensors of a round that have these very tags."""
        with self._lock:
            everything = list(self._tensors.items())
        wanted = tuple(tags)
        return {
            key: np.asarray(array) for key, array in everything if key.round_number == fl_round and key.tags == wanted
        }

    def get_aggregated_tensor(
        self, tensor_key: TensorKey, collaborator_weight_dict: Mapping[str, float], aggregation_function: Average
    ) -> Array | None:
        """Return the average of what the sites sent under a key, and keep it; None if a site's is missing.

        Args:
            tensor_key: Without the sites' names among its tags.
            collaborator_weight_dict: The sites that count, with their shares.
            aggregation_function: OpenFL's.
        """
        if (there := self.get_tensor_from_cache(tensor_key)) is not None:
            return there
        sent = []
        for site, share in collaborator_weight_dict.items():
            key = tensor_key._replace(tags=change_tags(tensor_key.tags, add_field=site))
            array = self.get_tensor_from_cache(key)
            if array is None:
                logger.warning("no result of %s for %s", site, tensor_key.tensor_name)
                return None
            sent.append(LocalTensor(col_name=site, tensor=array, weight=share))
        # what OpenFL would hand in beside it, an iterator over all it keeps, no average by weight looks at
        average = aggregation_function(sent, iter(()), tensor_key.tensor_name, tensor_key.round_number, tensor_key.tags)
        self.cache_tensor({tensor_key: average})
        return np.asarray(average)
