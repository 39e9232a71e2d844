"""Colours of labels, the same on the screen, on paper and in the files that other programs open."""

from fets_desktop.study.labels import Region, Tissue

Rgb = tuple[int, int, int]

TISSUE_RGB: dict[Tissue, Rgb] = {
    Tissue.NCR: (226, 87, 43),
    Tissue.ED: (38, 166, 154),
    Tissue.ET: (244, 197, 66),
    Tissue.RC: (123, 140, 224),
    Tissue.BRAIN: (110, 220, 255),
}
"""Red, green, blue of the sub-compartments: vermilion, teal, yellow, periwinkle stay apart for colour-blind eyes.

A brain mask is light blue."""

REGION_RGB: dict[Region, Rgb] = {
    Region.ET: TISSUE_RGB[Tissue.ET],
    Region.TC: TISSUE_RGB[Tissue.NCR],
    Region.WT: TISSUE_RGB[Tissue.ED],
}
"""A region has the colour of the sub-compartment it adds."""
