"""Networks of other makes: what a file or folder is, which of its files count, and under which licence it comes.

Nothing in them is opened here but small texts; what they hold is read in a worker, see `tasks.check_model`.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from fets_desktop.store.hashing import sha256_of
from fets_desktop.study.errors import StudyError

CARD = "card.json"
_LICENCES = ("LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "LICENCE.txt", "COPYING")
_UNSTATED = "not stated; ask whoever made it"
_SMALL = 1 << 20
_NNUNET, _DEEPMEDIC = "nnunet", "deepmedic"
_TITLES = {
    "onnx": "ONNX network",
    "openvino": "OpenVINO network",
    "checkpoint": "PyTorch checkpoint of a 3D-ResUNet (GaNDLF, FeTS)",
    "openfl": "OpenFL model",
    _NNUNET: "nnU-Net results",
    _DEEPMEDIC: "CaPTk DeepMedic",
}
_SUFFIXES = {
    ".onnx": "onnx",
    ".xml": "openvino",
    ".pbuf": "openfl",
    ".pt": "checkpoint",
    ".pth": "checkpoint",
    ".tar": "checkpoint",
    ".ckpt": "checkpoint",
}
_CAPTK_LICENCE = "CBICA Software License (BSD-like; https://www.med.upenn.edu/cbica/software-agreement.html)"
PATTERNS = ("*.onnx", "*.xml", "*.pbuf", "*.pt", "*.pth", "*.tar", "*.ckpt", "plans.json", "modelConfig.txt")
"""What a person may choose in a dialog for files; the last two stand for their folders."""


@dataclass(frozen=True)
class ForeignModel:
    """A network of another make.

    Attributes:
        kind: Its importer's name.
        title: What it is, in words.
        main: What the importer is given, relative to the root; "." for the root itself.
        files: What counts, by the name under which it is kept.
        licence: As it says itself.
    """

    kind: str
    title: str
    main: str
    files: dict[str, Path]
    licence: str

    def digest(self) -> str:
        """Return the SHA-256 over the names and hashes of all files that count: it stands for exactly these."""
        lines = (f"{sha256_of(path)}  {name}\n" for name, path in sorted(self.files.items()))
        return hashlib.sha256("".join(lines).encode()).hexdigest()


def recognise(path: Path, card: Path | None = None) -> ForeignModel | None:
    """Return what a path is, None if it is no network of another make.

    Args:
        path: A file or folder.
        card: The card to go by; the `card.json` beside the network, or in the folder, if None.

    Raises:
        StudyError: "bad-model" if files are missing that belong to it, or it is of a kind that cannot be taken in.
    """
    if path.name in ("plans.json", "modelConfig.txt", "dataset.json", "model.ckpt.index"):
        path = path.parent
    if path.is_dir():
        kind, main, files = _folder(path)
    elif kind := _SUFFIXES.get(path.suffix.lower(), ""):
        if not path.is_file():
            raise StudyError("bad-model", "The file is not there.")
        main, files = path.name, _beside(path, kind)
    if not kind:
        return None
    root = path if path.is_dir() else path.parent
    if card is None and (root / CARD).is_file():
        card = root / CARD
    if card is not None:
        if not card.is_file():
            raise StudyError("bad-model", "The card is not there.")
        files[CARD] = card
    elif kind in ("onnx", "openvino"):
        raise StudyError("bad-model", f"Beside it lies no {CARD}; without one nobody knows how to feed it.")
    if missing := sorted(name for name, file in files.items() if not file.is_file()):
        raise StudyError("bad-model", f"Files that belong to it are missing: {', '.join(missing)}.")
    return ForeignModel(kind, _TITLES[kind], main, files, _licence(kind, root, card))


def _folder(folder: Path) -> tuple[str, str, dict[str, Path]]:
    if (folder / "plans.json").is_file():
        names = ["plans.json", "dataset.json"]
        for fold in sorted(folder.glob("fold_*")):
            if re.fullmatch(r"fold_(\d+|all)", fold.name):
                kept = ("checkpoint_final.pth", "checkpoint_best.pth")
                names += [f"{fold.name}/{name}" for name in kept if (fold / name).is_file()][:1]
        return _NNUNET, folder.name, {f"{folder.name}/{name}": folder / name for name in names}
    if any((folder / name).is_file() for name in ("modelConfig.txt", "model.ckpt.index")):
        names = ["modelConfig.txt", "model.ckpt.index", "model.ckpt.data-00000-of-00001"]
        return _DEEPMEDIC, ".", {name: folder / name for name in names}
    if (folder / "plans.pkl").is_file():
        raise StudyError("bad-model", "It is of version 1 of nnU-Net; results of version 2 can be taken in.")
    raise StudyError("bad-model", "The folder holds no network that is known here: see Help on models of other makes.")


def _beside(path: Path, kind: str) -> dict[str, Path]:
    files = {path.name: path}
    if kind == "openvino":
        files[path.with_suffix(".bin").name] = path.with_suffix(".bin")
    return files


def _licence(kind: str, root: Path, card: Path | None) -> str:
    """Return the licence as a card, a data set's description or a licence file says it."""
    for file in (card, root / "dataset.json" if kind == _NNUNET else None):
        said = _text_of(file) if file is not None else ""
        try:
            plain = json.loads(said) if said else {}
        except (json.JSONDecodeError, RecursionError):
            plain = {}  # the importer says what is wrong with it
        if isinstance(plain, dict) and (words := plain.get("licence") or plain.get("license")):
            return str(words)[:200]
    for name in _LICENCES:
        lines = [line.strip() for line in _text_of(root / name).splitlines() if line.strip()]
        if lines:
            return f"{lines[0][:200]} (the file {name} beside it)"
    return _CAPTK_LICENCE if kind == _DEEPMEDIC else _UNSTATED


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace") if file.stat().st_size < _SMALL else ""
    except OSError:
        return ""
