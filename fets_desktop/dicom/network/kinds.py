"""Which kinds of objects are spoken about with a peer, and in which encodings.

Source: DICOM PS3.4, B.5 (storage SOP classes); PS3.5, annex A (transfer syntaxes); PS3.8, 9.3.2.2: at most 128
presentation contexts an association, of each of which the peer chooses one transfer syntax.
"""

from collections.abc import Iterable

from pydicom import uid
from pynetdicom.presentation import (
    AllStoragePresentationContexts,
    PresentationContext,
    StoragePresentationContexts,
    build_context,
)

PLAIN = (uid.ExplicitVRLittleEndian, uid.ImplicitVRLittleEndian)
OTHERS = (
    uid.DeflatedExplicitVRLittleEndian,
    uid.ExplicitVRBigEndian,
    uid.RLELossless,
    uid.JPEGLosslessSV1,
    uid.JPEGLossless,
    uid.JPEGLSLossless,
    uid.JPEG2000Lossless,
    uid.JPEG2000,
    uid.JPEGLSNearLossless,
    uid.JPEGBaseline8Bit,
    uid.JPEGExtended12Bit,
)
EVERY = (*PLAIN, *OTHERS)

_CHIEF = (uid.MRImageStorage, uid.EnhancedMRImageStorage)
"""What brain tumours are looked at with: each encoding has a context of its own, so that nothing need be re-encoded."""

_MOST = 128


def fetch_contexts(model: str) -> list[PresentationContext]:
    """Return what is proposed for a C-GET: the request itself and everything that may come back."""
    contexts = [build_context(model)]
    contexts += [build_context(kind, syntax) for kind in _CHIEF for syntax in OTHERS]
    contexts += [build_context(kind, list(PLAIN)) for kind in _CHIEF]
    others = [c.abstract_syntax for c in StoragePresentationContexts if c.abstract_syntax not in _CHIEF]
    ranked = sorted(others, key=lambda kind: kind not in _USUAL)
    contexts += [build_context(str(kind), list(EVERY)) for kind in ranked]
    return contexts[:_MOST]


def fetched_kinds(contexts: Iterable[PresentationContext], model: str) -> list[str]:
    """Return the SOP classes among what is proposed that the peer will store here."""
    return sorted({str(c.abstract_syntax) for c in contexts if c.abstract_syntax != model})


def received_contexts() -> list[PresentationContext]:
    """Return what is taken from whoever may send: every storage class in every encoding."""
    return [build_context(str(c.abstract_syntax), list(EVERY)) for c in AllStoragePresentationContexts]


_USUAL = (
    uid.CTImageStorage,
    uid.PositronEmissionTomographyImageStorage,
    uid.SecondaryCaptureImageStorage,
    uid.SegmentationStorage,
    uid.RTStructureSetStorage,
    uid.EncapsulatedPDFStorage,
    uid.EnhancedMRColorImageStorage,
    uid.MRSpectroscopyStorage,
    uid.ComprehensiveSRStorage,
    uid.EnhancedSRStorage,
    uid.GrayscaleSoftcopyPresentationStateStorage,
    uid.RawDataStorage,
    uid.MultiFrameGrayscaleWordSecondaryCaptureImageStorage,
    uid.MultiFrameGrayscaleByteSecondaryCaptureImageStorage,
    uid.MultiFrameTrueColorSecondaryCaptureImageStorage,
    uid.DigitalXRayImageStorageForPresentation,
)
