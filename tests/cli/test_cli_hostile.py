"""A command line in hostile hands: wrong words, signs that command a terminal, ends at any moment."""

import io
import json
import os
import signal
import subprocess
import sys
import time

import pytest
from shell_commands import command, started

from fets_desktop import __main__ as door
from fets_desktop.cli import verbs
from fets_desktop.cli.answer import Answer, Refusal
from fets_desktop.cli.voice import Voice
from fets_desktop.study.errors import StudyError

WRONG = [
    ["import"],
    ["import", "x", "--contrast", "T1"],
    ["prepare", "--nonsense"],
    ["annotations"],
    ["annotations", "P-1", "--scheme", "other"],
    ["export"],
    ["split", "--seed", "many"],
    ["train", "--epochs", "many"],
    ["models", "burn"],
    ["cases", "burn"],
    ["verify", "this"],
    ["burn"],
]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_usage_is_2_and_one_json_object_too(tmp_path, words):
    done = command(tmp_path / "W", "--json", *words)
    assert (done.status, done.codes) == (2, ["wrong-usage"])
    assert done.json["errors"][0]["detail"]
    assert len(done.err.splitlines()) == 1
    assert not (tmp_path / "W").exists()


def test_wrong_usage_is_told_to_people_with_the_usage(tmp_path):
    done = command(tmp_path / "W", "export")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("usage: fets-desktop export")
    assert done.err.endswith("fets-desktop: the following arguments are required: --to\n")


def test_words_in_no_alphabet_are_refused_before_the_records_see_them(tmp_path):
    odd = os.fsdecode(b"M\xfcller")
    done = command(tmp_path / "W", "--json", "annotations", "P-1", "--approve", "--reviewer", odd)
    assert (done.status, done.codes) == (2, ["wrong-usage"])
    assert "reviewer" in done.json["errors"][0]["detail"]


def test_a_terminal_is_shown_names_and_not_commanded_by_them():
    out, err = io.StringIO(), io.StringIO()
    speaker = Voice(False, False, out, err)
    refusal = Refusal.of(StudyError("no-images", "\x1b]0;owned\x07\u202etxt"), "a\nb")
    speaker.answer(Answer({}, ["Müller 患者 محمد", "red \x1b[31m \ud8ff\r\n x"], [refusal]))
    speaker.progress(0.5, "\x1b[2J")
    assert out.getvalue() == "Müller 患者 محمد\nred \\x1b[31m \\ud8ff   x\n"
    assert "\x1b" not in err.getvalue()
    assert "\x07" not in err.getvalue()
    assert "\u202e" not in err.getvalue()
    assert len(err.getvalue().splitlines()) == 2


def test_an_answer_for_a_terminal_of_another_alphabet_is_given_all_the_same(tmp_path):
    line = [sys.executable, "-m", "fets_desktop", "--workspace", str(tmp_path / "患者")]
    latin = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run([*line, "models", "show", "starter"], env=latin, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert rb"\u60a3" in done.stdout


def test_too_little_memory_is_no_fault_of_the_program(fets, monkeypatch):
    def greedy(*_):
        raise MemoryError

    monkeypatch.setattr(verbs, "VERBS", {"verify": greedy})
    done = fets("verify")
    assert (done.status, done.codes) == (4, ["out-of-memory"])


def test_a_command_that_is_ended_before_its_verb_begins_says_so(monkeypatch, capsys, tmp_path):
    def ended(_):
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(5)

    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(door.importlib, "import_module", ended)
    monkeypatch.setattr(sys, "argv", ["fets-desktop", "--workspace", str(tmp_path / "W"), "--json", "verify"])
    try:
        assert door.main() == 130
    finally:
        signal.signal(signal.SIGTERM, before)
    assert [error["code"] for error in json.loads(capsys.readouterr().out)["errors"]] == ["stopped"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_command_that_is_ended_at_its_work_says_so(tmp_path, number):
    with started(tmp_path / "W", "demo") as child:
        assert child.stderr is not None
        assert "progress" in child.stderr.readline()
        child.send_signal(number)
        out, err = child.communicate(timeout=120)  # a busy machine finishes its step first
    assert child.returncode == 130, err
    assert "Traceback" not in err
    assert [error["code"] for error in json.loads(out)["errors"]] == ["stopped"]
