"""What the name of a NIfTI file says: identifier, contrast, how far it was processed, or that it is a mask.

Source: BraTS 2017-2023 file names; FETS-AI/Front-End (DataForFeTS, DataForQC); BIDS.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from fets_desktop.dicom.words import named_agent, named_contrast, other_kind, plain_words
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.pseudonym import is_consortium_name, named_patient

_LABEL_WORDS = re.compile(
    r"\b(seg|segm|segs|segmentation|segmentations|mask|masks|brain ?masks?|label|labels|labelmap|roi|rois|gt|truth|"
    r"ground ?truth|fused|fusion|staple|deepmedic|deepscan|nnunet|annotations?|lesions?|tumou?r|wholetumou?r)\b"
)
_LABEL_FOLDER = re.compile(r"\b(seg|segs|segmentations?|segmentationsforqc|masks?|labels?|rois?|truth|annotations?)\b")
_COPY_FOLDER = re.compile(
    r"\b(pre ?processed|processed|preprocessing|derivatives|(co)?registered|(skull ?)?stripped|sri24|atlas)\b"
)
_CONTRAST_FOLDER = re.compile(
    r"(anat|nifti|niftis|nii|t1|t1w|t1n|t1c|t1ce|t1gd|t1 ?post|t2|t2w|t2f|t2 ?flair|flair|fla|datafor(fets|qc))$"
)
_LEVELS: tuple[tuple[re.Pattern[str], int, str], ...] = (
    (re.compile(r"\b(brain|bet|hdbet|hd bet|skull ?stripped|stripped|ss|ns|noskull|masked)\b"), 4, "skull-stripped"),
    (
        re.compile(r"\bto (sri|sri24|atlas|mni|t1ce|t1c|t1gd|t1)\b|\b(registered|coreg|coregistered|warped|reg)\b"),
        3,
        "registered",
    ),
    (re.compile(r"\b(n4|bias ?corrected|normali[sz]ed|zscored?|denoised|smoothed|resampled)\b"), 2, "filtered"),
    (re.compile(r"\brai\b"), 1, "reoriented"),
)
_BASE = re.compile(
    r"(?<![a-z0-9])(t1|t2|flair|fla|fl|mprage|f?spgr|bravo|vibe|raw|brain|seg|mask|hdbet|final|fused)"
    r"(?=[^a-z0-9]|w|n|c|f|gd|post|pre|km|mask|$)"
)


@dataclass(frozen=True)
class NameFacts:
    """What name and place say about one file.

    Attributes:
        prefix: The identifier before the first telling word, "" if none.
        contrast: The contrast named, if any.
        refused: Why it is no candidate, "" otherwise.
        level: 0 as acquired, growing with processing, 4 skull-stripped.
        processed: The processing in words, "" for level 0.
        doubt: Why the contrast is not certain, "" if it is.
    """

    prefix: str
    contrast: Contrast | None
    refused: str
    level: int
    processed: str
    doubt: str = ""


def name_facts(path: Path, root: Path) -> NameFacts:
    """Read a file's name and the folders between it and the dropped place."""
    stem = re.sub(r"\.nii(\.gz)?$", "", path.name, flags=re.IGNORECASE)
    found = _BASE.search(stem.lower())
    prefix = stem[: found.start()].rstrip("_-. ") if found else ""
    words = plain_words(stem[found.start() :] if found and found.start() else stem)
    folders = [plain_words(part) for part in path.relative_to(root).parts[:-1]]
    copied = any(_COPY_FOLDER.search(folder) for folder in folders)
    level, processed = next(((n, w) for pattern, n, w in _LEVELS if pattern.search(words)), (0, ""))
    if copied and level < 3:
        level, processed = 3, "in a folder of processed copies"
    # "FL_to_T1CE" is a FLAIR: what follows "to" is where it was brought
    named = named_contrast(re.split(r"\bto\b", words)[0])
    doubt = ""
    if named.contrast is Contrast.T1 and not named.settled:
        agent, doubt = _agent_before(prefix, stem)
        named = named_contrast("t1ce") if agent else named
    return NameFacts(prefix, named.contrast, _refused(words, folders, named.refused), level, processed, doubt)


def _agent_before(prefix: str, stem: str) -> tuple[bool, str]:
    """Tell whether contrast agent is named before the contrast ("sub-01_acq-ce_T1w", "Gd_T1"), and what is doubtful."""
    if "ce gadolinium" in plain_words(stem):
        return True, ""
    last = re.split(r"[_\s]", prefix)[-1].lower()
    if last.startswith(("sub-", "ses-")) or not named_agent(plain_words(last)):
        return False, ""
    if last == "post":
        return False, '"post" before it may mean after contrast agent, or after surgery'
    return True, ""


def _refused(words: str, folders: list[str], named: str) -> str:
    if _LABEL_WORDS.search(words):
        return "a mask or label map by its name"
    if any(_LABEL_FOLDER.search(folder) for folder in folders):
        return "in a folder of masks or label maps"
    return named or other_kind(words)


def case_folder(path: Path, root: Path) -> Path:
    """Return the folder that stands for the case: above folders of one contrast, of copies and of masks."""
    folder = path.parent
    while folder != root:
        words = plain_words(folder.name)
        if not (_CONTRAST_FOLDER.match(words) or _LABEL_FOLDER.search(words) or _COPY_FOLDER.search(words)):
            break
        folder = folder.parent
    return folder


def patient_and_visit(folder: Path, prefix: str) -> tuple[str, str]:
    """Return what tells patients apart and what tells one patient's visits apart ("" if there is one only).

    Names of BraTS and FeTS cases are identifiers wherever they lie ("BraTS-GLI-00005-001" is visit 001 of a
    patient); any other name counts only within its folder, so that two patients never become one.
    """
    if is_consortium_name(prefix):
        return named_patient(prefix)
    parts = [part for part in folder.parts if not re.match(r"datafor(fets|qc)$", part.lower())]
    if len(parts) > 1 and re.match(r"(ses|tp|timepoint|visit|time)[-_ ]?\d+$|\d{4}-?\d\d-?\d\d$", parts[-1].lower()):
        return f"folder {'/'.join(parts[:-1])}", parts[-1]
    return f"folder {'/'.join(parts)}\n{prefix}", ""
