"""Weights in files and on the wire, and the ledger: what is written comes back, what was changed is found."""

import json
import subprocess
import sys

import numpy as np
import pytest
from small_federation import ROOT, SERVER_PYTHON, SHAPES, has_server, initial

from fets_desktop.federate import wire
from fets_desktop.federate.ledger import SENT, Ledger, Message, read_ledger
from fets_desktop.federate.squeeze import squeezed, unrounded
from fets_desktop.federate.tensors import TensorFile, file_sha256, writing
from fets_desktop.federate.wire_reading import BadMessage, fields, read_header, read_tasks, read_tensor
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import Plan, TensorShape


def test_weights_are_what_safetensors_reads(tmp_path):
    from safetensors.numpy import load_file, save_file  # noqa: PLC0415 - the peer

    path = initial(tmp_path / "a.safetensors")
    theirs = load_file(path)
    with TensorFile(path) as ours:
        assert [tensor.name for tensor in ours.shapes] == [tensor.name for tensor in SHAPES]
        assert all(np.array_equal(ours.get(name), array) for name, array in theirs.items())
    save_file(
        {"a": np.arange(6, dtype=np.float16).reshape(2, 3), "b": np.array(7, np.int64)}, tmp_path / "b.safetensors"
    )
    with TensorFile(tmp_path / "b.safetensors") as ours:
        assert ours.get("a").dtype == ours.get("b").dtype == np.float32
        assert ours.get("b") == 7
        assert ours.get("a")[1, 2] == 5


@pytest.mark.parametrize("cut", [0, 4, 20, -4])
def test_weights_cut_short_are_no_model(tmp_path, cut):
    path = initial(tmp_path / "a.safetensors")
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(StudyError) as error:
        TensorFile(path)
    assert error.value.code == "bad-model"


def test_weights_that_are_not_complete_leave_no_file(tmp_path):
    with pytest.raises(ValueError, match="missing"), writing(tmp_path / "a.safetensors", SHAPES) as sink:
        sink.add(SHAPES[0].name, np.zeros(SHAPES[0].shape, np.float32))
    with pytest.raises(ValueError, match="is due"), writing(tmp_path / "a.safetensors", SHAPES) as sink:
        sink.add("other", np.zeros(3, np.float32))
    assert list(tmp_path.iterdir()) == []


def test_a_model_s_hash_is_that_of_its_numbers_not_of_its_file(tmp_path):
    path = initial(tmp_path / "a.safetensors")
    with TensorFile(path) as file, writing(tmp_path / "b.safetensors", SHAPES[::-1]) as sink:
        for tensor in SHAPES[::-1]:
            sink.add(tensor.name, file.get(tensor.name))
    assert file_sha256(path) == file_sha256(tmp_path / "b.safetensors")
    with writing(tmp_path / "c.safetensors", SHAPES) as sink:
        for tensor in SHAPES:
            sink.add(tensor.name, np.zeros(tensor.shape, np.float32))
    assert file_sha256(tmp_path / "c.safetensors") != file_sha256(path)


# --- the wire

TENSOR = wire.NamedTensor(
    "a/b", 300, ("trained", "compressed"), (2, 3), np.arange(6, dtype="<f4").tobytes(), scales={0: 0.5}
)
HEADER = wire.Header("north", "aggregator-1", "fets-1")


def test_a_tensor_comes_back_from_the_wire():
    content = b"".join(bytes(piece) for piece in wire.tensor_pieces(5, TENSOR))
    ((place, part),) = fields(content)
    assert place == 5
    assert not isinstance(part, int)
    found = read_tensor(part)
    assert (found.name, found.number, found.tags, found.shape, found.scales) == (
        "a/b", 300, ("trained", "compressed"), (2, 3), {0: 0.5},
    )  # fmt: skip
    assert bytes(found.content) == TENSOR.content


def test_negative_numbers_and_headers_come_back():
    assert read_tasks(HEADER.encode() + wire.number(2, -1) + wire.number(5, 1)).number == -1
    assert read_header(HEADER.encode()) == HEADER


@pytest.mark.parametrize("content", [b"\xff", b"\x0a\x05ab", b"\x0b\x01", b"\xff" * 12])
def test_bytes_that_are_no_message_are_told(content):
    with pytest.raises(BadMessage):
        read_header(content)


def test_a_long_message_travels_in_pieces_that_join_to_the_same():
    pieces = list(wire.results(HEADER, 1, "train", 3, [TENSOR, TENSOR]))
    messages = list(wire.streamed(pieces, 10))
    parts = [dict(fields(message)) for message in messages]
    assert b"".join(bytes(part[2]) for part in parts) == b"".join(map(bytes, pieces))  # type: ignore[arg-type]
    assert all(part[1] == len(part[2]) <= 10 for part in parts)  # type: ignore[arg-type,operator]


@pytest.mark.skipif(not has_server(), reason="OpenFL's environment is not there: installers/aggregator.sh")
def test_our_bytes_are_openfl_s(tmp_path):
    """OpenFL's own classes read what we write and write what we read."""
    (tmp_path / "results").write_bytes(b"".join(map(bytes, wire.results(HEADER, 1, "train", 3, [TENSOR]))))
    script = (
        "import sys, json; from pathlib import Path; from openfl.protocols import aggregator_pb2 as a\n"
        "p = Path(sys.argv[1]); r = a.TaskResults.FromString((p / 'results').read_bytes()); t = r.tensors[0]\n"
        "m = t.transformer_metadata[0]\n"
        "print(json.dumps([r.header.sender, r.header.receiver, r.header.federation_uuid, r.round_number, r.task_name,\n"
        "  r.data_size, t.name, t.round_number, t.lossless, t.report, list(t.tags), list(m.int_list),\n"
        "  dict(m.int_to_float), len(t.data_bytes), r.SerializeToString() == (p / 'results').read_bytes()]))\n"
        "(p / 'tasks').write_bytes(a.GetTasksResponse(header=r.header, round_number=4, sleep_time=10, quit=True,\n"
        "  tasks=[a.Task(name='train'), a.Task(name='x', function_name='y')]).SerializeToString())\n"
    )
    done = subprocess.run(
        [SERVER_PYTHON, "-c", script, tmp_path], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr[-1500:]
    assert json.loads(done.stdout) == [
        "north", "aggregator-1", "fets-1", 1, "train", 3, "a/b", 300, True, False, ["trained", "compressed"], [2, 3],
        {"0": 0.5}, 24, True,
    ]  # fmt: skip
    tasks = read_tasks((tmp_path / "tasks").read_bytes())
    assert (tasks.number, tasks.names, tasks.sleep_s, tasks.quit) == (4, ("train", "x"), 10, True)
    assert read_header((tmp_path / "tasks").read_bytes()) == HEADER


@pytest.mark.parametrize(("compression", "bytes_each"), [("float16", 2), ("int8", 1)])
def test_differences_lose_nothing_for_good(tmp_path, compression, bytes_each):
    """What rounding takes from one difference is added to the next: the sum of ten is right to one rounding."""
    shapes = (TensorShape("a", (50,)),)
    plan = Plan("t", "localhost:1", ("n",), (), "", shapes, compression=compression)
    rng = np.random.default_rng(3)
    base = rng.normal(size=50).astype(np.float32)
    step = rng.normal(scale=1e-3, size=50).astype(np.float32)
    kept: dict[str, np.ndarray] = {}
    total = np.zeros(50)
    for name, array in (("base", base), ("own", base + step)):
        with writing(tmp_path / f"{name}.safetensors", shapes) as sink:
            sink.add("a", array)
    true = (base + step) - base
    for _ in range(10):
        with TensorFile(tmp_path / "own.safetensors") as own, TensorFile(tmp_path / "base.safetensors") as before:
            (sent,) = squeezed(plan, 0, own, before, kept)
        assert len(sent.content) == bytes_each * 50
        mark = next(tag for tag in sent.tags if "difference" in tag)
        total += unrounded(mark, sent.content, sent.shape, sent.scales)
    assert np.abs(total - 10 * true).max() <= np.abs(true).max() / 100
    assert np.abs(total - 10 * true).max() > 0 or compression == "float16"


# --- the ledger


def test_a_ledger_counts_and_is_read_back(tmp_path):
    path = tmp_path / "ledger.jsonl"
    ledger = Ledger(path)
    ledger.add(Message(SENT, "Ping", -1, "", 10, "aa"))
    ledger.add(Message("received", "Ping", -1, "", 4, "bb", "nothing"))
    again = Ledger(path)
    assert (again.sent, again.received, again.head) == (10, 4, ledger.head)
    assert [line["parts"] for line in read_ledger(path)] == ["", "nothing"]


def test_a_line_that_was_changed_or_cut_out_is_found(tmp_path):
    path = tmp_path / "ledger.jsonl"
    ledger = Ledger(path)
    for size in range(3):
        ledger.add(Message(SENT, "Ping", -1, "", size, "aa"))
    lines = path.read_bytes().splitlines(keepends=True)
    for bad in ([lines[0], lines[2]], [lines[0], lines[1].replace(b'"size": 1', b'"size": 9'), lines[2]], lines[1:]):
        path.write_bytes(b"".join(bad))
        with pytest.raises(StudyError) as error:
            read_ledger(path)
        assert error.value.code == "damaged-workspace"


def test_a_line_that_a_power_cut_broke_off_is_dropped_and_the_next_one_follows(tmp_path):
    path = tmp_path / "ledger.jsonl"
    Ledger(path).add(Message(SENT, "Ping", -1, "", 1, "aa"))
    with path.open("ab") as file:
        file.write(b'{"time": "20')
    Ledger(path).add(Message(SENT, "Ping", -1, "", 2, "aa"))
    assert [line["size"] for line in read_ledger(path)] == [1, 2]
    assert sys.executable
