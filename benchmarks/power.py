"""A power cut, simulated: what a folder surely holds, by what was synced, and its state after the cut.

`benchmarks/faults.c` notes every fsync of a process in a shadow folder: "f" and a file's number hold its content then,
"d" and a folder's number the names in it then. After a cut each file has its content of then or that of now, and each
folder its names of then or of now: disks write when they like what they were not told to write.
"""

import os
import random
import shutil
from pathlib import Path

_CHANGING = (".db", ".db-wal", ".journal", "lock", "backup.json")


def take_as_sure(folder: Path, shadow: Path) -> None:
    """Note all that is in a folder as being on the disk."""
    shutil.rmtree(shadow, ignore_errors=True)
    shadow.mkdir(parents=True)
    for place, _, files in os.walk(folder):
        _note_names(Path(place), shadow)
        for name in files:
            file = Path(place, name)
            target = shadow / f"f{file.stat().st_ino}"
            if name.endswith(_CHANGING):
                shutil.copyfile(file, target)
            else:
                os.link(file, target)


def _note_names(folder: Path, shadow: Path) -> None:
    with os.scandir(folder) as entries:
        pairs = [f"{entry.name}\0{entry.inode()}\0" for entry in entries]
    (shadow / f"d{folder.stat().st_ino}").write_text("".join(pairs))


def cut(folder: Path, shadow: Path, chance: random.Random, lucky: float = 0.3) -> None:
    """Leave in a folder what a power cut leaves.

    Args:
        folder: Where a process was killed.
        shadow: What was noted of it.
        chance: Decides.
        lucky: How often something is written that nobody asked the disk to write.
    """
    after = folder.with_name(f"{folder.name}.after")
    live = {path.lstat().st_ino: path for path in (folder, *folder.rglob("*"))}
    _rebuild(folder.stat().st_ino, after, shadow, live, chance, lucky)
    shutil.rmtree(folder)
    after.rename(folder)


def _rebuild(number: int, to: Path, shadow: Path, live: dict[int, Path], chance: random.Random, lucky: float) -> None:
    """Bring back one folder and what is in it."""
    to.mkdir(mode=0o700)
    sure, now = shadow / f"d{number}", live.get(number)
    names: dict[str, int] = {}
    if sure.exists():
        parts = sure.read_text().split("\0")
        names = {name: int(inode) for name, inode in zip(parts[::2], parts[1::2], strict=False)}
    if now is not None and chance.random() < lucky:
        names = {path.name: path.lstat().st_ino for path in now.iterdir()}
    for name, inode in names.items():
        here = live.get(inode)
        if (shadow / f"d{inode}").exists() or (here is not None and here.is_dir()):
            _rebuild(inode, to / name, shadow, live, chance, lucky)
            continue
        content = shadow / f"f{inode}"
        if here is not None and chance.random() < lucky:
            content = here
        shutil.copyfile(content, to / name) if content.exists() else (to / name).touch()
        (to / name).chmod(0o600)
