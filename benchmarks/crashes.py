"""Kills a program at its work, again and again, at random moments, and looks whether anything acknowledged was lost.

    python benchmarks/crashes.py --kills 1000 --json
    python benchmarks/crashes.py --kills 300 --seed 7

In each round a process opens the workspace, does what the program does to it in random order (a case comes in, a
step of a preparation, an edit, a version is saved, approved, the split drawn, a setting changed, a file written out, a
backup made, a case forgotten) and says before each deed how things may stand after it, and afterwards that it is done.
After a random time, which may fall into the opening, it is killed by SIGKILL. Then the workspace must open, verify
without a fault, and stand as it did after the last acknowledged deed or as the one under way may leave it: each deed
wholly or not at all. Exports must be whole or absent, finished backups must come back, half ones must be told as such,
and of forgotten cases no byte may be left.

The seed is printed; the same seed does the same deeds (the moment of a kill depends on the machine). The last line is
{"kills", "seed", "deeds", "cut_off", "kept", "faults", "cpu_s"}; the exit status is 1 if there was a fault.
"""

import argparse
import copy
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fets_desktop.imaging.disk import known_disk_errors, write_whole
from fets_desktop.store.backup import restore, write_backup
from fets_desktop.store.backup_list import LIST
from fets_desktop.store.records import StoredFile
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Case, Series, Stage
from fets_desktop.study.errors import StudyError
from fets_desktop.study.progress import silent
from fets_desktop.study.split import Split

State = dict[str, Any]
LONGEST_S, OPENING_S = 0.25, 0.03
ROUNDS_A_WORKSPACE = 50
MOST_CASES = 6
EXPORTS, BACKUPS, JOBS = "exports", "backups", "jobs"


class Deeds:
    """What is done to a workspace, each deed with how things may stand while it is under way.

    Args:
        workspace: Open.
        place: Where exports and backups go.
        state: How things stand.
        chance: Decides.
        tell: Says to whoever kills what may be, and what is.
    """

    def __init__(
        self, workspace: Workspace, place: Path, state: State, chance: random.Random, tell: Callable[..., None]
    ) -> None:
        self.workspace, self.place, self.state, self.chance, self.tell = workspace, place, state, chance, tell

    def go_on(self) -> None:
        """Do deeds until somebody kills this process."""
        while True:
            deeds = [self.bring_in] * 2
            if self.state["cases"]:
                deeds += [
                    self.prepare,
                    self.edit,
                    self.edit,
                    self.save,
                    self.approve,
                    self.split,
                    self.export,
                    self.set,
                ]
                deeds += [self.forget] if len(self.state["cases"]) >= MOST_CASES else []
                deeds += [self.back_up] if self.chance.random() < 0.1 else []
            self.chance.choice(deeds)()

    def _begin(self, *after: State) -> None:
        self.tell({"may_be": list(after)})

    def _done(self, state: State) -> None:
        self.state = state
        self.tell({"is": state})

    def _after(self) -> State:
        return copy.deepcopy(self.state)

    def _stored(self, case: str) -> StoredFile:
        source = self.workspace.scratch / JOBS / "made"
        with known_disk_errors():
            source.write_bytes(mark(case) + self.chance.randbytes(self.chance.choice((200, 60_000, 900_000))))
        return self.workspace.files.publish(source, ".bin")

    def _case(self) -> str:
        return self.chance.choice(sorted(self.state["cases"]))

    def bring_in(self) -> None:
        """A case comes in."""
        after = self._after()
        after["made"] += 1
        name = f"c{after['made']}"
        # told before a byte of it is written: whoever forgets must find all of it
        self._begin(self.state)
        stored = self._stored(name)
        after["cases"][name] = {"products": {}, "versions": [], "approved": [], "edits": [], "stage": "converted"}
        self._begin(after)
        with self.workspace.change("program", "case imported", name) as change:
            change.put_case(Case(name, name, Stage.CONVERTED, series=(Series("s", name, sha256=stored.sha256),)))
        self._done(after)

    def prepare(self) -> None:
        """A step of a preparation is published."""
        after, name = self._after(), self._case()
        stored = self._stored(name)
        product = f"step/{self.chance.randrange(5)}"
        after["cases"][name]["products"][product] = stored.sha256
        after["cases"][name]["stage"] = "prepared"
        self._begin(after)
        with self.workspace.change("program", "step done", name) as change:
            change.put_product(name, product, stored)
            change.set_stage(name, Stage.PREPARED)
        self._done(after)

    def edit(self) -> None:
        """A stroke is finished."""
        after, name = self._after(), self._case()
        line = mark(name) + self.chance.randbytes(self.chance.randrange(1, 3000))
        case = after["cases"][name]
        case["edits"].append(line.hex())
        self._begin(after)
        self.workspace.journal(name, base_of(case)).append(line)
        self._done(after)

    def save(self) -> None:
        """The strokes become a version; those that are saved are given up afterwards."""
        after, name = self._after(), self._case()
        case = after["cases"][name]
        base, stored = base_of(case), self._stored(name)
        version = f"{name}/{len(case['versions']) + 1}"
        case["versions"].append([version, stored.sha256])
        # the journal hangs on the version before: a new version begins with none
        case["edits"] = []
        self._begin(after)
        made = Annotation(
            version,
            name,
            len(case["versions"]),
            "Dr. A",
            base or None,
            stored.sha256,
            "brats2021",
            "2026-01-01T00:00:00Z",
        )
        with self.workspace.change("Dr. A", "version saved", version) as change:
            change.put_annotation(made)
        self.workspace.journal(name, base).clear()
        self._done(after)

    def approve(self) -> None:
        """The newest version is signed."""
        after, name = self._after(), self._case()
        case = after["cases"][name]
        if not case["versions"] or case["versions"][-1][0] in case["approved"]:
            return
        case["approved"].append(case["versions"][-1][0])
        case["stage"] = "approved"
        self._begin(after)
        with self.workspace.change("Dr. B", "approved", name) as change:
            change.approve(base_of(case), "Dr. B", "2026-01-02T00:00:00Z")
            change.set_stage(name, Stage.APPROVED)
        self._done(after)

    def split(self) -> None:
        """The split is drawn anew."""
        after = self._after()
        names = self.chance.sample(sorted(after["cases"]), len(after["cases"]))
        middle = self.chance.randrange(len(names) + 1)
        after["split"] = [sorted(names[:middle]), sorted(names[middle:])]
        self._begin(after)
        with self.workspace.change("person", "split drawn", "split") as change:
            change.put_split(Split(tuple(after["split"][0]), tuple(after["split"][1])))
        self._done(after)

    def set(self) -> None:
        """A setting is changed."""
        after = self._after()
        name, value = f"some.setting{self.chance.randrange(4)}", self.chance.random()
        after["settings"][name] = value
        self._begin(after)
        with self.workspace.change("person", "setting changed", name) as change:
            change.put_setting(name, value)
        self._done(after)

    def forget(self) -> None:
        """A case and every byte of it go."""
        after, name = self._after(), self._case()
        del after["cases"][name]
        after["forgotten"].append(name)
        if after["split"]:
            after["split"] = [[case for case in side if case != name] for side in after["split"]]
        self._begin(after)
        journals = self.workspace.journal_paths(name)
        with self.workspace.change("person", "case forgotten", name) as change:
            change.drop_case(name, journals)
        self.workspace.destroy_doomed()
        self._done(after)

    def export(self) -> None:
        """A file is written out, over the one before."""
        after = self._after()
        content = mark("export") + self.chance.randbytes(300_000)
        file = f"{self.chance.randrange(3)}.bin"
        after["exports"][file] = content[:64].hex()
        self._begin(after)
        write_whole(self.place / EXPORTS / file, content + content[:64])
        self._done(after)

    def back_up(self) -> None:
        """A backup is made of how things stand."""
        after = self._after()
        number = str(len(list((self.place / BACKUPS).glob("*"))))
        after["backups"].append(number)
        self._begin(after)
        snapshot = self.workspace.scratch / JOBS / "backup"
        shutil.rmtree(snapshot, ignore_errors=True)
        stored = self.workspace.snapshot(snapshot)
        write_backup(self.workspace.folder, snapshot, stored, self.place / BACKUPS / number, "", silent)
        with known_disk_errors():
            shutil.rmtree(snapshot)
        self._done(after)


def mark(case: str) -> bytes:
    """Return what every byte string of a case begins with, so that it can be looked for."""
    return f"<{case}-{case}-{case}>".encode()


def base_of(case: State) -> str:
    """Return the version that edits start from."""
    return str(case["versions"][-1][0]) if case["versions"] else ""


def empty_state() -> State:
    """Return how things stand in a fresh workspace."""
    return {"made": 0, "cases": {}, "split": [], "settings": {}, "forgotten": [], "exports": {}, "backups": []}


def seen(workspace: Workspace, place: Path, like: State) -> State:
    """Return how things stand, read from the disk alone; what cannot be read from it is taken from `like`."""
    cases = {}
    for case in workspace.cases():
        versions = workspace.annotations(case.id)
        products = workspace.products(case.id)
        cases[case.id] = {
            "products": {name: product.sha256 for name, product in products.items()},
            "versions": [[version.id, version.sha256] for version in versions],
            "approved": [version.id for version in versions if version.approved_by],
            "edits": [],
            "stage": case.stage.value,
        }
        journal = workspace.journal(case.id, base_of(cases[case.id]))
        cases[case.id]["edits"] = [line.hex() for line in journal.read()]
    split = workspace.split()
    exports = {}
    for file in sorted((place / EXPORTS).glob("*.bin")):
        content = file.read_bytes()
        exports[file.name] = content[:64].hex() if content.endswith(content[:64]) and len(content) > 300_000 else "torn"
    return {
        **like,
        "cases": cases,
        "split": [list(split.train), list(split.validation)] if split else [],
        "settings": {name: value for name, value in workspace.settings().items() if name.startswith("some.")},
        "exports": exports,
        "backups": sorted((b.name for b in (place / BACKUPS).glob("*") if (b / LIST).exists()), key=int),
    }


def opened(folder: Path) -> Workspace:
    """Open a workspace as the hall does: what jobs were cut off at is cleared away."""
    workspace = Workspace.open(folder)
    shutil.rmtree(workspace.scratch / JOBS, ignore_errors=True)
    with known_disk_errors():
        (workspace.scratch / JOBS).mkdir(mode=0o700, exist_ok=True)
    return workspace


def work(folder: Path, place: Path, state: State, seed: int, pipe: int) -> None:
    """Be the process that is killed."""

    def tell(word: State) -> None:
        line = memoryview(json.dumps(word).encode() + b"\n")
        while line:
            line = line[os.write(pipe, line) :]

    with opened(folder) as workspace:
        tell({"is": state})
        Deeds(workspace, place, state, random.Random(seed), tell).go_on()


def kill_one(folder: Path, place: Path, state: State, chance: random.Random) -> tuple[State, list[State], int]:
    """Start a process, kill it, and return the state it acknowledged last, those that may be, and its deeds."""
    reading, writing = os.pipe()
    seed = chance.getrandbits(32)
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            work(folder, place, state, seed, writing)
        finally:
            os._exit(1)
    os.close(writing)
    # one in five falls into the opening, where a destruction is finished and a schema brought up to date
    end = time.monotonic() + chance.uniform(0, OPENING_S if chance.random() < 0.2 else LONGEST_S)
    os.set_blocking(reading, False)
    said = bytearray()
    while time.monotonic() < end:
        said += read(reading)
        time.sleep(0.001)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
        raise SystemExit("the process at work failed by itself; this is a fault of the campaign or of the program")
    while piece := read(reading):
        said += piece
    os.close(reading)
    may_be: list[State] = []
    deeds = -1
    for line in said.split(b"\n")[:-1]:
        word = json.loads(line)
        if "is" in word:
            state, may_be = word["is"], []
            deeds += 1
        else:
            may_be = word["may_be"]
    return state, may_be, max(deeds, 0)


def read(pipe: int) -> bytes:
    """Return what is in a pipe now."""
    try:
        return os.read(pipe, 1 << 20)
    except BlockingIOError:
        return b""


def check(folder: Path, place: Path, state: State, may_be: list[State]) -> tuple[State, list[str]]:
    """Open what a kill has left; return how it stands, and everything that is wrong."""
    faults: list[str] = []
    with opened(folder) as workspace:
        faults += workspace.verify().faults
        for like in (state, *may_be):
            found = seen(workspace, place, like)
            if found == like:
                break
        else:
            wrong = [key for key in state if seen(workspace, place, state)[key] != state[key]]
            faults.append(f"It stands neither as it was acknowledged nor as the deed under way may leave it: {wrong}.")
            found = seen(workspace, place, {**state, "forgotten": []})
    for gone in found["forgotten"]:
        left = [str(file) for file in folder.rglob("*") if file.is_file() and mark(gone) in file.read_bytes()]
        faults += [f"A forgotten case is in {file}." for file in left]
    return found, faults


def check_backups(place: Path, faults: list[str]) -> None:
    """Bring every backup back; half ones must be told as such."""
    for backup in (place / BACKUPS).glob("*"):
        to = place / "again"
        shutil.rmtree(to, ignore_errors=True)
        try:
            restore(backup, to, "", silent)
        except StudyError as error:
            if error.code != "no-backup" or (backup / LIST).exists():
                faults.append(f"A backup does not come back: {error.code}.")
            continue
        with Workspace.open(to, create=False) as workspace:
            faults += [f"In a backup: {fault}" for fault in workspace.verify().faults]


def campaign(kills: int, seed: int, place: Path, say: Callable[[str], None]) -> dict[str, Any]:
    """Kill that many processes and return what was found."""
    chance = random.Random(seed)
    figures: dict[str, Any] = {"kills": 0, "seed": seed, "deeds": 0, "cut_off": 0, "kept": 0, "faults": []}
    state = empty_state()
    for number in range(kills):
        if number % ROUNDS_A_WORKSPACE == 0:
            check_backups(place, figures["faults"])
            shutil.rmtree(place, ignore_errors=True)
            state = empty_state()
        folder = place / "workspace"
        for name in (EXPORTS, BACKUPS):
            (place / name).mkdir(parents=True, exist_ok=True)
        acknowledged, may_be, deeds = kill_one(folder, place, state, chance)
        state, faults = check(folder, place, acknowledged, may_be)
        figures["kills"] += 1
        figures["deeds"] += deeds
        figures["cut_off"] += bool(may_be)
        figures["kept"] += bool(may_be) and state != acknowledged
        figures["faults"] += [f"kill {number + 1}: {fault}" for fault in faults]
        if faults or (number + 1) % 100 == 0:
            say(f"{number + 1} kills, {figures['deeds']} deeds, {len(figures['faults'])} faults {faults[:3]}")
    check_backups(place, figures["faults"])
    return figures


def main() -> int:
    """Run a campaign and print what it found."""
    parser = argparse.ArgumentParser(description="Kill the program at random moments and look for what is lost.")
    parser.add_argument("--kills", type=int, default=1000, metavar="N")
    parser.add_argument("--seed", type=int, metavar="N", help="drawn, and printed, if not given")
    parser.add_argument("--json", action="store_true", help="only the last line")
    options = parser.parse_args()
    seed = random.SystemRandom().getrandbits(32) if options.seed is None else options.seed
    print(f"seed {seed}", file=sys.stderr, flush=True)
    say = (lambda words: None) if options.json else (lambda words: print(words, file=sys.stderr, flush=True))
    with tempfile.TemporaryDirectory(prefix="fets-crashes-") as place:
        figures = campaign(options.kills, seed, Path(place) / "place", say)
    used = os.times()
    figures["cpu_s"] = round(used.user + used.system + used.children_user + used.children_system, 1)
    print(json.dumps(figures))
    return 1 if figures["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())
