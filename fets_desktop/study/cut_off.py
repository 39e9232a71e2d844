"""Whether a tumour may be cut off, by the image's end or by the brain's outline, as the preparation measured it."""

from collections.abc import Iterable, Iterator

from fets_desktop.study.contrast import ALL_CONTRASTS
from fets_desktop.study.finding import Finding, Grade

LOOK_CUT_CM2 = 150.0
"""The native patient's scalp is cut by 95 to 111 cm2 at the top, the brain whole; four slices less: 190."""

LOOK_CUT_TUMOUR_ML = 0.5
"""The native patient, whose tumour touches the skull: 0.17 by the published mask, 1.2 to 2.2 where half of the tumour
is cut off. Contrast medium cannot tell: the dura takes it up all around a brain."""

LOOK_COVERED = 0.98
"""Share of where the brain lies in the atlas that a field of view should hold."""


def cut_off(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield why a tumour may be cut off: nobody can outline what was not imaged, or was taken away with the skull."""
    for words in _words(findings):
        yield Finding("cut", "The tumour may be cut off", Grade.LOOK, words)


def _words(findings: Iterable[Finding]) -> Iterator[str]:
    for finding in findings:
        for contrast in ALL_CONTRASTS:
            if finding.numbers.get(f"cut_{contrast}_cm2", 0.0) > LOOK_CUT_CM2:
                yield f"The field of view of {contrast} ends within the head."
            if (covered := finding.numbers.get(f"covered_{contrast}", 1.0)) < LOOK_COVERED:
                yield f"Only {100 * covered:.0f} % of the brain is inside the field of view of {contrast}."
        if (beyond := finding.numbers.get("tumour_cut_ml", 0.0)) > LOOK_CUT_TUMOUR_ML:
            yield f"{beyond:.1f} ml of bright tissue go on beyond the brain's outline in FLAIR."
