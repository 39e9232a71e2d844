"""The server's store of tensors answers as OpenFL's own table does."""

import json
import os
import subprocess

import pytest
from small_federation import ROOT, SERVER_PYTHON, has_server

pytestmark = pytest.mark.skipif(not has_server(), reason="installers/aggregator.sh was not run")

BOTH = """
import json, warnings
warnings.simplefilter("ignore")
import numpy as np
from openfl.databases import TensorDB
from openfl.interface.aggregation_functions import WeightedAverage
from openfl.utilities import TensorKey, change_tags
from fets_desktop.federate.server.indexed_db import IndexedTensorDB

def told(store):
    rng = np.random.default_rng(5)
    said = []
    look = lambda key: said.append(None if (a := store.get_tensor_from_cache(key)) is None else np.asarray(a).tolist())
    for number in (0, 1, 2):
        for name in ("a", "b"):
            model = TensorKey(name, "server", number, False, ("model",))
            store.cache_tensor({model: rng.normal(size=3)})
            look(model)
            twice = TensorKey(name, "server", number, False, ("twice",))
            store.cache_tensor({twice: rng.normal(size=3)})
            store.cache_tensor({twice: rng.normal(size=3)})  # of two under one key the first is found
            look(twice)
            look(TensorKey(name, "server", number, True, ("model",)))
            trained = TensorKey(name, "server", number, False, ("trained",))
            for site in ("north", "south"):
                key = trained._replace(tags=change_tags(trained.tags, add_field=site))
                store.cache_tensor({key: rng.normal(size=3)})
                look(key)
            shares = {"north": 0.25, "south": 0.75}
            said.append(store.get_aggregated_tensor(trained, shares, WeightedAverage()).tolist())
            look(trained)
            missing = TensorKey(name, "server", number, False, ("metric",))
            said.append(store.get_aggregated_tensor(missing, shares, WeightedAverage()))
        store.cache_tensor({TensorKey("dice", "server", number, True, ("metric",)): np.array(number)})
        kept = store.get_tensors_by_round_and_tags(number, ("model",))
        said.append(sorted((key.tensor_name, array.tolist()) for key, array in kept.items()))
    store.clean_up(-1)
    look(TensorKey("a", "server", 0, False, ("model",)))
    store.clean_up(1)
    for number in (0, 1, 2):
        look(TensorKey("a", "server", number, False, ("model",)))
        look(TensorKey("dice", "server", number, True, ("metric",)))
    return said

print("BOTH" + json.dumps([told(TensorDB()), told(IndexedTensorDB())]))
"""


def test_it_finds_averages_and_forgets_what_openfl_s_table_does():
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [str(SERVER_PYTHON), "-c", BOTH], capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    line = next(line for line in done.stdout.splitlines() if line.startswith("BOTH"))
    theirs, ours = json.loads(line.removeprefix("BOTH"))
    assert len(ours) > 40
    assert ours == theirs
