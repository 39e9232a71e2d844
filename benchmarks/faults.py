"""Lets go wrong what can go wrong below a program at its work, and looks whether anything acknowledged was lost.

    python benchmarks/faults.py --rounds 300 --json
    python benchmarks/faults.py --rounds 60 --seed 7 --kinds full,power

A round is one of `crashes.py`: a process does to a workspace what the program does to it (a case comes in, is prepared,
edited, saved, approved, split, exported, backed up, forgotten; settings change), and says before each deed how things
may stand after it. Meanwhile something happens, by a small library between the process and the system (`faults.c`,
compiled here with cc):

    kill      SIGKILL at a random moment
    term      SIGTERM, which the program takes as Ctrl-C
    eio       one changing call of the system fails with EIO
    broken    from some call on all fail with EIO, as on a disk that dies
    full      from some call on there is no space; the first write is half done
    readonly  from some call on nothing may be changed
    clock     the clock of the day jumps by years, forward and back; then SIGKILL
    second    another program asks for the same workspace, is refused, and disturbs nothing; then SIGKILL
    power     SIGKILL, and what was not synced is lost, or not, as it falls (`power.py`)
    upgrade   power, while a workspace of the first schema is brought up to date

Then the workspace must open, verify without a fault, and stand as acknowledged, or as the deed under way may leave it.
A failure must be one that the program has words for. The seed is printed. The last line is {"rounds", "seed", "deeds",
"by_kind", "refusals", "faults", "cpu_s"}; the exit status is 1 if there was a fault.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.crashes import BACKUPS, EXPORTS, Deeds, State, check, check_backups, empty_state, opened
from benchmarks.power import cut, take_as_sure
from fets_desktop.store import schema
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError

KINDS = ("kill", "term", "eio", "broken", "full", "readonly", "clock", "second", "power", "upgrade")
_BY_CALL = ("eio", "broken", "full", "readonly")
_LATEST_CALL, _LONGEST_S, _CLOCK_S = 150, 0.4, 300_000_000
_ROUNDS_A_WORKSPACE = 20
_PATIENCE_S = 15


def compiled(folder: Path) -> Path:
    """Compile the library that goes between.

    Raises:
        SystemExit: If there is no compiler.
    """
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        raise SystemExit("There is no C compiler. Install one, for example by: apt-get install gcc")
    library = folder / "faults.so"
    source = Path(__file__).with_name("faults.c")
    subprocess.run([compiler, "-O1", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library


def work(place: Path, seed: int, state: State, pipe: int) -> None:
    """Be the process at work: do deeds until one is refused or somebody ends this."""

    def tell(word: dict[str, Any]) -> None:
        line = memoryview(json.dumps(word).encode() + b"\n")
        # a line that a SIGTERM cut in two would be read as one with what is told next
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
        while line:
            line = line[os.write(pipe, line) :]
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})

    try:
        # before anything that may be interrupted: from here on a SIGTERM is a person's Ctrl-C
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        tell({"is": state})
        with opened(place / "workspace") as workspace:
            Deeds(workspace, place, state, random.Random(seed), tell).go_on()
    except StudyError as error:
        tell({"refused": error.code})
    except KeyboardInterrupt:
        tell({"refused": "stopped"})
    except Exception as error:
        tell({"bug": repr(error)})


class Round:
    """One process, one misfortune.

    Args:
        place: Where workspace, exports and backups lie.
        kind: What happens.
        chance: Decides.
        library: What goes between.
    """

    def __init__(self, place: Path, kind: str, chance: random.Random, library: Path) -> None:
        self.place, self.kind, self.chance, self.library = place, kind, chance, library
        self.shadow = place.with_name("shadow")
        self.faults: list[str] = []
        self.refused, self.deeds = "", -1
        self.state: State = {}
        self.may_be: list[State] = []

    def run(self, state: State) -> None:
        """Let it happen."""
        self.state = state
        if self.kind in ("power", "upgrade"):
            take_as_sure(self.place, self.shadow)
        reading, writing = os.pipe()
        command = [sys.executable, __file__, "--child", str(self.place), str(self.chance.getrandbits(32)), str(writing)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, pass_fds=[writing], env=self._environment()) as child:
            os.close(writing)
            assert child.stdin
            child.stdin.write(json.dumps(state).encode())
            child.stdin.close()
            with os.fdopen(reading, "rb") as said:
                self._hear(said.readline())  # it has begun
                if self.kind not in _BY_CALL:
                    time.sleep(self.chance.uniform(0, _LONGEST_S))
                    self._disturb()
                    child.send_signal(signal.SIGTERM if self.kind == "term" else signal.SIGKILL)
                timer = time.monotonic()
                for line in said:
                    self._hear(line)
                    if time.monotonic() - timer > _PATIENCE_S:
                        child.kill()
        if self.kind in ("power", "upgrade"):
            cut(self.place, self.shadow, self.chance)

    def _environment(self) -> dict[str, str]:
        own = {"LD_PRELOAD": str(self.library), "FAULTS_BELOW": str(self.place), "PYTHONDONTWRITEBYTECODE": "1"}
        if self.kind in _BY_CALL:
            own |= {"FAULTS_KIND": self.kind, "FAULTS_AT": str(self.chance.randint(1, _LATEST_CALL))}
        if self.kind == "clock":
            own["FAULTS_CLOCK"] = str(_CLOCK_S)
        if self.kind in ("power", "upgrade"):
            own["FAULTS_SHADOW"] = str(self.shadow)
        return os.environ | own

    def _disturb(self) -> None:
        if self.kind != "second":
            return
        try:
            Workspace.open(self.place / "workspace").close()
        except StudyError as error:
            if error.code != "workspace-open":
                self.faults.append(f"A second program was told {error.code}.")

    def _hear(self, line: bytes) -> None:
        if not line.endswith(b"\n"):
            return
        word = json.loads(line)
        if "is" in word:
            self.state, self.may_be = word["is"], []
            self.deeds += 1
        elif "may_be" in word:
            self.may_be = word["may_be"]
        elif "refused" in word:
            self.refused = word["refused"]
        else:
            self.faults.append(f"There are no words for this failure: {word['bug']}")

    def look(self) -> State:
        """Open what is left, and return how it stands."""
        try:
            state, faults = check(self.place / "workspace", self.place, self.state, self.may_be)
        except StudyError as error:
            self.faults.append(f"It does not open: {error.code} {error.detail}")
            return empty_state()
        self.faults += faults
        return state


def old_workspace(folder: Path) -> None:
    """Make a workspace of the first schema."""
    folder.mkdir(parents=True)
    connection = schema.connect(folder / "facts.db")
    schema.migrate(connection, schema.read_migrations()[:1])
    connection.close()


def campaign(rounds: int, seed: int, kinds: tuple[str, ...], place: Path, say: Callable[[str], None]) -> dict[str, Any]:
    """Let so many things go wrong, the kinds in turn, and return what was found."""
    chance, library = random.Random(seed), compiled(place)
    ground, state = place / "ground", empty_state()
    by_kind: Counter[str] = Counter()
    refusals: Counter[str] = Counter()
    faults: list[str] = []
    deeds, spoilt = 0, False
    for number in range(rounds):
        kind = kinds[number % len(kinds)]
        if number % _ROUNDS_A_WORKSPACE == 0 or kind == "upgrade" or spoilt:
            check_backups(ground, faults)
            shutil.rmtree(ground, ignore_errors=True)
            state = empty_state()
            if kind == "upgrade":
                old_workspace(ground / "workspace")
        for name in (EXPORTS, BACKUPS):
            (ground / name).mkdir(parents=True, exist_ok=True)
        one = Round(ground, kind, chance, library)
        one.run(state)
        state = one.look()
        spoilt = bool(one.faults)
        by_kind[kind] += 1
        deeds += max(one.deeds, 0)
        if one.refused:
            refusals[f"{kind}: {one.refused}"] += 1
        faults += [f"round {number + 1}, {kind}: {fault}" for fault in one.faults]
        if one.faults or (number + 1) % 20 == 0:
            say(f"{number + 1} rounds, {deeds} deeds, {len(faults)} faults {one.faults[:3]}")
    check_backups(ground, faults)
    told = {"by_kind": dict(by_kind), "refusals": dict(sorted(refusals.items())), "faults": faults}
    return {"rounds": rounds, "seed": seed, "deeds": deeds, **told}


def main() -> int:
    """Run a campaign and print what it found."""
    parser = argparse.ArgumentParser(description="Let things go wrong at random moments and look for what is lost.")
    parser.add_argument("--rounds", type=int, default=300, metavar="N")
    parser.add_argument("--seed", type=int, metavar="N", help="drawn, and printed, if not given")
    parser.add_argument("--kinds", default=",".join(KINDS), metavar="A,B", help="which of: " + ", ".join(KINDS))
    parser.add_argument("--json", action="store_true", help="only the last line")
    options = parser.parse_args()
    kinds = tuple(options.kinds.split(","))
    if unknown := set(kinds) - set(KINDS):
        parser.error(f"there is no kind {', '.join(sorted(unknown))}")
    seed = random.SystemRandom().getrandbits(32) if options.seed is None else options.seed
    print(f"seed {seed}", file=sys.stderr, flush=True)
    say = (lambda words: None) if options.json else (lambda words: print(words, file=sys.stderr, flush=True))
    with tempfile.TemporaryDirectory(prefix="fets-faults-") as place:
        figures = campaign(options.rounds, seed, kinds, Path(place), say)
    used = os.times()
    figures["cpu_s"] = round(used.user + used.system + used.children_user + used.children_system, 1)
    print(json.dumps(figures))
    return 1 if figures["faults"] else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        work(Path(sys.argv[2]), int(sys.argv[3]), json.load(sys.stdin), int(sys.argv[4]))
    else:
        sys.exit(main())
