"""The words of protocols and file names: which contrast they name, which other kinds of images, which may be kept."""

import re
import unicodedata
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
    mit ohne nach vor kontrast kontrastmittel avec sans apres avant injection gadovist dotarem con sin contraste senza
    dopo prima mdc sem com pos met zonder voor axiaal sagittaal coronaal axiale sagittale coronale assiale sagital
    axial coronaal schadel kopf tete cerveau encephale cranio craneo encefalo cerebro hersenen dyn dynamic resolve
    drive fiesta ciss hyper philips wip brainlab navi neuronavigation stealth uni den inv1 inv2 mosaic hemo star
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

_SUBSTANCE = (
    r"(iv|contrast(e|o)?|kontrast(mittel)?|gd|gad|gado(linium|linio)?|km|ce|c|mdc|mezzo di contrasto|injection|inj|"
    r"iniezione|inyeccion|injecao)"
)
# in English, German, French, Italian, Spanish, Portuguese and Dutch
_NO_AGENT = re.compile(
    rf"\b(pre(?! ?op)|non?|without|wo|w o|before|ohne|vor|sans|avant|senza|prima( del)?|sin|antes|sem|zonder|voor)"
    rf"( ?(de )?{_SUBSTANCE})?\b"
    r"|\b(native?|nativ[oa]?|unenhanced|noncontrast|precontrast[eo]?|t1n|t1pre|basale|dirett[ao]|blanco|sc)\b"
)
_AGENT = re.compile(
    r"\+ ?(c|ce|gd|gad|gado|km|contrast|kontrast|mdc)\b|\bc\+|\b(km|gd|gado)\+"
    r"|\b(gd|gad|gado|gadolinium|gadolinio|postcontrast[eo]?|ce|km|mdc|enhanced|contrast(e|o)?|kontrast(mittel)?|cc)\b"
    r"|\bpost(?! ?(op|surg|rt|chemo|treat))"
    rf"|\b(avec|apres|mit|nach|con|dopo|tras|com|apos|pos|met|na)( ?(de |il )?{_SUBSTANCE})\b"
    r"|\bt1w?(ce|c|gd|gad|post|km)\b|\b(dotarem|gadovist|magnevist|prohance|clariscan|multihance)\b"
)
_T1 = re.compile(r"\bs?t1(w|n|c|ce|gd|gad|post|pre|km|wce|wgd|wi)?\b|\b(mp ?rage|mp2rage|f?spgr|bravo|vibe|tfl3?d?)\b")
_T2 = re.compile(r"\bs?t2(w|wi)?\b")
_FLAIR = re.compile(
    r"\b(s?t2w? ?)?flair|\bfla\b|\bt2f\b|\bfl\b|\bdark ?fluid\b|\bfluid attenuated\b|\btirm\b.*\bdark\b"
)

_OTHER_KINDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"\b(loc|lo[ck]ali[sz]er|localisateur|reperage|localizador|localizzatore|centratore|scout|survey|pilot|"
            r"3 ?plane( loc)?|3plane|aahead|aahscout|smartbrain|plan ?scan|topogramm?|scanogram|calibration|"
            r"asset cal)\b"
        ),
        "a localizer: few slices to plan the others",
    ),
    (
        re.compile(
            r"\b(dwi|adc|eadc|dti|dki|diff|di(f|ff)usi(on|one|e)|difusao|tracew?|ep2d diff|b ?1000|ivim|resolve)\b"
        ),
        "diffusion imaging",
    ),
    (
        re.compile(
            r"\b(perf|perfusi(on|one|e)|perfusao|dsc|dce|p?c?asl|pwi|r?cbv|r?cbf|mtt|ttp|tmax|ktrans|dyn|dynami[ck]|"
            r"dynamique|dynamisch|dinamic[ao]|twist)\b"
        ),
        "perfusion imaging",
    ),
    (
        re.compile(
            r"\b(swi|swan|swip|qsm|venobold|minip|mnip|t2 ?star|ha?emo)\b|\bt2 ?\*|"
            r"\bs?t2w? ?(gre|ffe|fl2d|flash|fe)\b|\b(gre|ffe) ?t2w?\b"
        ),
        "susceptibility-weighted (T2*) imaging",
    ),
    (
        re.compile(r"\b(tof|mra|mrv|angio|angiographie|angiography|venography|venographie|pca|phase contrast)\b"),
        "angiography",
    ),
    (
        re.compile(r"\b(bold|fmri|resting|field ?map(ping)?|gre field|b0 ?map|svs|csi|mrs|spectro\w*|press|mosaic)\b"),
        "no anatomical image",
    ),
    (
        re.compile(
            r"\b(mip|mpr|reformat\w*|riformat\w*|reko|rekonstruktion|reconstruction|ricostruzione|reconstruccion|subtract(ion|ed)?|"
            r"subtr|subtraktion|soustraction|sottrazione|sustraccion|sub(?! ?\w*\d)|projection)\b"
        ),
        "computed from another series (reformat, projection or subtraction)",
    ),
    (
        re.compile(r"\b[rt][12] ?map\b|\bsynthetic\b|\bmagic\b|\bmp2rage\b.*\binv ?[12]\b"),
        "a computed or intermediate image",
    ),
    (re.compile(r"\b(stir|dir|psir)\b"), "an inversion recovery that is not FLAIR"),
    (re.compile(r"\b(ciss|fiesta|bffe|b ffe|trufi)\b"), "a balanced gradient echo, none of the four contrasts"),
    (
        re.compile(
            r"\b(spine|cervical|thoracic|lumbar|[ctl] ?spine|[hbl]ws|wirbels\w*|rachis|columna|colonna|coluna|"
            r"wervelkolom|orbits?|orbita|knee|knie|neck|hals|pituitary|hypophys\w*|sella|iac)\b"
        ),
        "not a scan of the whole brain",
    ),
)
_SIGNS = (("造影", " gd "), ("単純", " native "), ("增强", " gd "), ("平扫", " native "))
"""Contrast agent given or not, in Japanese and Chinese."""
_PROTON_DENSITY = re.compile(r"\b(pdw?|proton density)\b")


@dataclass(frozen=True)
class Named:
    """What words say: the contrast (None if they do not), whether they settle the agent, and the evidence."""

    contrast: Contrast | None = None
    settled: bool = False
    refused: str = ""


def plain_words(text: str) -> str:
    """Return lower-case words parted by single blanks; `+` and `*` stay, they mean something in protocol names.

    Accents are taken off. "C/C" and "S/C" are how Spanish and Portuguese say with and without contrast agent.
    """
    for sign, words in _SIGNS:
        text = text.replace(sign, words)
    folded = "".join(sign for sign in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(sign))
    lower = re.sub(r"\bc-(?=\W|$)", "precontrast", folded.replace("_", " "))
    lower = re.sub(r"\b([cs])/c\b", r" \1c ", lower)
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
