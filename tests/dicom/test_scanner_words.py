"""A scanner is told by maker and field strength; what a site typed into the maker's field does not come through."""

import pytest

from fets_desktop.dicom.scanner import scanner_words


@pytest.mark.parametrize(
    ("maker", "tesla", "told"),
    [
        ("SIEMENS", 3.0, "Siemens 3 T"),
        ("Siemens Healthineers", 2.89362, "Siemens 3 T"),
        ("GE MEDICAL SYSTEMS", 1.5, "GE 1.5 T"),
        ("Philips Healthcare", 15000.0, "Philips 1.5 T"),
        ("TOSHIBA_MEC", None, "Canon"),
        ("Haus Dr. Meier", 3.0, "3 T"),
        ("Hyperfine, Inc.", 0.064, "Hyperfine 0.064 T"),
        ("", None, ""),
        ("UIH", 0.0, "United Imaging"),
    ],
)
def test_words(maker, tesla, told):
    assert scanner_words(maker, tesla) == told
