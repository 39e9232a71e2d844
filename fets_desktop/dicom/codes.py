"""What a sub-compartment or region is called in the coded language of the standard.

Source: DICOM PS3.16, CID 7150 (category), CID 7168 "Brain Lesion Segmentation Type With Necrosis" (types), CID 9272
(anatomy after surgery, for the resection cavity, which no context group names), CID 7162 (algorithm family).
"""

from pydicom.sr.codedict import codes
from pydicom.sr.coding import Code

from fets_desktop.study.labels import Region, Tissue

CATEGORY: Code = codes.SCT.MorphologicallyAbnormalStructure
BRAIN: Code = codes.SCT.Brain
FAMILY: Code = codes.DCM.ArtificialIntelligence
REPORT: Code = Code("18748-4", "LN", "Diagnostic imaging report")

TISSUE_CODES: dict[Tissue, Code] = {
    Tissue.NCR: codes.SCT.Necrosis,
    Tissue.ED: codes.SCT.Edema,
    Tissue.ET: codes.cid7168.EnhancingLesion,
    Tissue.RC: codes.SCT.PostSurgicalAnatomy,
}

REGION_CODES: dict[Region, Code] = {
    Region.ET: codes.cid7168.EnhancingLesion,
    Region.TC: codes.SCT.Neoplasm,
    Region.WT: codes.SCT.Neoplasm,
}
