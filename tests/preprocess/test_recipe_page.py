"""The page on the recipe states the thresholds that the code goes by."""

from pathlib import Path

import pytest

from fets_desktop.preprocess import aligning, checking, extracting, fit, huge, intake, measures
from fets_desktop.study import cut_off

PAGE = " ".join((Path(__file__).parents[2] / "docs" / "recipe.md").read_text("utf-8").split())


@pytest.mark.parametrize(
    "words",
    [
        f"over {intake.MOST_VOXELS // 1_000_000} million",
        f"of more than {huge.MOST_LOOKED_AT // 1_000_000} million voxels",
        f"| below {measures.LOOK_SIGNAL_TO_NOISE:.0f} | below {measures.BAD_SIGNAL_TO_NOISE:.0f} |",
        f"above {cut_off.LOOK_CUT_CM2:.0f} cm2",
        f"above {100 * measures.LOOK_UNLIKE_HALVES:.0f} %; above {cut_off.LOOK_CUT_TUMOUR_ML} ml",
        f"above {fit.MIRRORED}; above {fit.OTHER_PERSON} where the sharpness is below {100 * fit.SAME_HEAD.look:.0f} %",
        f"below {fit.LOOK_OVERLAP} | below {fit.BAD_OVERLAP} | below {fit.REFUSED_OVERLAP:.2f}",
        f"below {100 * fit.OTHER_HEAD.look:.0f} % | below {100 * fit.OTHER_HEAD.bad:.0f} % | "
        f"below {100 * fit.OTHER_HEAD.refused:.0f} %",
        f"likeness to the atlas | below {fit.OTHER_HEAD.look_alike:.3f} | below {fit.OTHER_HEAD.bad_alike:.3f} |",
        f"below {100 * fit.SAME_HEAD.look:.0f} % | below {100 * fit.SAME_HEAD.bad:.0f} % | "
        f"below {100 * fit.SAME_HEAD.refused:.0f} %",
        f"by more than {aligning.LOOK_DEGREES:.0f} degrees",
        f"below {100 * cut_off.LOOK_COVERED:.0f} %",
        f"outside {extracting.BRAIN_ML[0]:.0f} to {extracting.BRAIN_ML[1]:.0f} ml",
        f"below {extracting.REFUSED_ML:.0f} ml",
        f"above {100 * extracting.LOOK_PIECES_SHARE:.1f} %; above {extracting.LOOK_BORDER_SHARE}",
        f"below {extracting.LOOK_SIMILARITY}; above {100 * extracting.LOOK_EMPTY:.0f} %",
        f"below {checking.MIN_FIELD_MM:.0f} or above {checking.MAX_FIELD_MM:.0f} mm",
        f"below {checking.HEAD_ML[0]:.0f} or above {checking.HEAD_ML[1]:.0f} ml",
        f"fewer than {checking.FEW_SLICES}; over {checking.THICK:.0f}; any; over {100 * checking.EMPTY_SHARE:.0f} %",
    ],
)
def test_the_page_states_what_the_code_goes_by(words):
    assert words in PAGE
