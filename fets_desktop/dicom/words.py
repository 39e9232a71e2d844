"""The words of protocols and file names: which contrast they name, which other kinds of images, which may be kept."""

import re
from dataclasses import dataclass
from pathlib import Path

from fets_desktop.study.contrast import Contrast

_KNOWN_WORDS_TEXT = """
    t1 t1w t1n t1c t1ce t1gd t1post t1pre t2 t2w t2f t2flair flair fla tirm stir dark fluid darkfluid pd pdw
    mprage mp2rage spgr fspgr bravo tfe tfl vibe space cube vista view brainview thrive lava se fse tse ffe
    gre flash ir dir 2d 3d 4d ax axial tra transversal sag sagittal cor coronal obl oblique iso fs fatsat fat
    sat spair blade propeller multivane pre post gd gad gado gadolinium ce km contrast native nativ without
    with non enhanced head brain skull neuro mr mri dwi adc dti diff diffusion trace tracew perf perfusion dsc
    dce asl pcasl swi swan bold fmri field map mapping fieldmap localizer localiser loc scout survey tof mra
    mrv angio mip minip mpr reformat reformatted sub subtraction cbv cbf mtt ttp derived mask masks seg
    segmentation label labels roi brainmask hdbet bet skullstripped stripped raw rai n4 sri sri24 to atlas
    registered fused fusion final consensus series p2 p3 p4 fast thin thick hr hires high resolution single
    slice image img im slab plane 3plane
"""
_KNOWN_WORDS = frozenset(_KNOWN_WORDS_TEXT.split())
_ENDINGS = (
    "nii.gz",
    "nii",
    "dcm",
    "ima",
    "img",
    "txt",
    "md",
    "csv",
    "json",
    "pdf",
    "png",
    "jpg",
    "xml",
    "html",
    "mat",
    "gz",
)
_MEASURE = re.compile(r"\d{1,2}(\.\d)?mm$")

_NO_AGENT = re.compile(
    r"\b(pre(?! ?op)|non?|without|wo|w o|ohne|sans|senza|sin|sem|before)"
    r"( ?(iv|contrast|kontrast|gd|gad|gado(linium)?|km|ce|c))?\b"
    r"|\b(native?|nativ|unenhanced|precontrast|noncontrast|t1n|t1pre)\b"
)
_AGENT = re.compile(
    r"\+ ?(c|ce|gd|gad|gado|km|contrast|kontrast)\b|\bc\+|\b(gd|gad|gado|gadolinium|postcontrast|ce|km|mdc|enhanced)\b"
    r"|\b(contrast|kontrast)\b|\bpost(?! ?(op|surg|rt|chemo|treat))"
    r"|\bt1w?(ce|c|gd|gad|post|km)\b|\b(dotarem|gadovist|magnevist)\b"
)
_T1 = re.compile(r"\bt1(w|n|c|ce|gd|gad|post|pre|km|wce|wgd)?\b|\b(mprage|f?spgr|bravo|vibe|tfl3?d?)\b")
_T2 = re.compile(r"\bt2w?\b")
_FLAIR = re.compile(r"\b(t2 ?)?flair|\bfla\b|\bt2f\b|\bfl\b|\bdark ?fluid\b")

_OTHER_KINDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"\b(loc|localizer|localiser|scout|survey|3 ?plane( loc)?|aahead|topogram)\b"),
        "a localizer: few slices to plan the others",
    ),
    (re.compile(r"\b(dwi|adc|dti|dki|diff|diffusion|tracew?|ep2d diff|b1000)\b"), "diffusion imaging"),
    (
        re.compile(r"\b(perf|perfusion|dsc|dce|p?c?asl|pwi|r?cbv|r?cbf|mtt|ttp|tmax)\b"),
        "perfusion imaging",
    ),
    (
        re.compile(r"\b(swi|swan|swip|qsm|venobold|minip|t2 ?star|hemo)\b|\bt2 ?\*"),
        "susceptibility-weighted (T2*) imaging",
    ),
    (re.compile(r"\b(tof|mra|mrv|angio|angiography|venography|pca)\b"), "angiography"),
    (
        re.compile(r"\b(bold|fmri|resting|field ?map(ping)?|gre field|b0 ?map|svs|csi|mrs|spectro\w*)\b"),
        "no anatomical image",
    ),
    (
        re.compile(r"\b(mip|mpr|reformat(ted)?|subtract(ion|ed)?|subtr|sub(?! ?\w*\d)|projection)\b"),
        "computed from another series (reformat, projection or subtraction)",
    ),
    (re.compile(r"\b[rt][12] ?map\b|\bsynthetic\b"), "a computed map"),
    (re.compile(r"\b(stir|dir)\b"), "an inversion recovery that is not FLAIR"),
    (re.compile(r"\b(spine|cervical|thoracic|lumbar|[ctl] ?spine|orbits?|knee|neck)\b"), "not a scan of the brain"),
)
_PROTON_DENSITY = re.compile(r"\b(pdw?|proton density)\b")


@dataclass(frozen=True)
class Named:
    """What words say: the contrast (None if they do not), whether they settle the agent, and the evidence."""

    contrast: Contrast | None = None
    settled: bool = False
    refused: str = ""


def plain_words(text: str) -> str:
    """Return lower-case words parted by single blanks; `+` and `*` stay, they mean something in protocol names."""
    lower = re.sub(r"\bc-(?=\W|$)", "precontrast", text.lower().replace("_", " "))
    parted = re.sub(r"(?<=\w)\+(?=\w)", " +", lower)
    return " ".join(re.sub(r"[^a-z0-9+*]+", " ", parted).split())


def named_contrast(words: str) -> Named:
    """Tell which contrast the words name; `words` come from `plain_words`.

    T1-FLAIR is refused by name: it is not native T1. Source: Pati et al. 2022, Data.
    """
    flair, t1, t2 = _FLAIR.search(words), _T1.search(words), _T2.search(words)
    if flair and t1 and not t2:
        return Named(refused="T1-FLAIR by its name, which cannot stand for a native T1")
    if flair:
        return Named(Contrast.FLAIR, settled=True)
    if t1 and t2:
        return Named()
    if t2:
        return Named(Contrast.T2, settled=True)
    if not t1:
        return Named()
    agent = named_agent(words)
    return Named(Contrast.T1GD if agent else Contrast.T1, settled=agent is not None)


def named_agent(words: str) -> bool | None:
    """Tell whether the words speak of a contrast agent (True), of none (False), or do not say (None)."""
    without = _NO_AGENT.sub(" ", words)
    if _AGENT.search(without):
        return None if without != words else True
    return False if without != words else None


def other_kind(words: str) -> str:
    """Return what else than one of the four contrasts the words name, "" if nothing else."""
    for pattern, reason in _OTHER_KINDS:
        if pattern.search(words):
            return reason
    if _PROTON_DENSITY.search(words) and not _T2.search(words):
        return "proton-density weighted, which is none of the four contrasts"
    return ""


def protocol_words(*texts: str) -> str:
    """Return only known protocol words of the texts, in order and once: names of people never survive."""
    kept: list[str] = []
    for word in " ".join(re.sub(r"[^a-z0-9.+]+", " ", text.lower().replace("_", " ")) for text in texts).split():
        word = word.strip(".+")
        if (word in _KNOWN_WORDS or _MEASURE.match(word)) and word not in kept:
            kept.append(word)
    return " ".join(kept[:12])


def neutral_name(path: Path) -> str:
    """Return a file's name with all but protocol words and one short number left out, so that it names no patient."""
    name = path.name.lower()
    stem, _, ending = name.partition(".")
    kept, numbers = [], 0
    for token in re.findall(r"[a-z0-9]+", stem):
        if token in _KNOWN_WORDS:
            kept.append(token)
        elif token.isdigit() and len(token) <= 4 and not numbers:
            numbers += 1
            kept.append(token)
        elif kept[-1:] != ["…"]:
            kept.append("…")
    ending = next((known for known in _ENDINGS if f".{ending}".endswith(f".{known}")), "")
    return f"{'_'.join(kept)}.{ending}" if ending else "_".join(kept)
