"""Which kind of scanner made a series: its maker, of a list, and its field strength; nothing that names a place.

The maker's field may hold whatever a site typed, so only makers that are known here are told by name.

Source: DICOM PS3.3, C.7.5.1 (Manufacturer) and C.8.3.1 (Magnetic Field Strength, in tesla).
"""

_MAKERS = {
    "siemens": "Siemens",
    "ge": "GE",
    "general": "GE",
    "philips": "Philips",
    "toshiba": "Canon",
    "canon": "Canon",
    "hitachi": "Fujifilm",
    "fujifilm": "Fujifilm",
    "uih": "United Imaging",
    "united": "United Imaging",
    "bruker": "Bruker",
    "hyperfine": "Hyperfine",
}
_GAUSS = 100.0
"""No scanner has so many tesla: the number is in gauss."""


def scanner_words(maker: str, tesla: float | None) -> str:
    """Return maker and field strength as "Siemens 3 T", as much of it as is known, "" if nothing is.

    Args:
        maker: As the header has it.
        tesla: The field strength.
    """
    words = maker.lower().replace(",", " ").replace("_", " ").split()
    known = _MAKERS.get(words[0], "") if words else ""
    if tesla is None or tesla <= 0:
        return known
    field = tesla / 1e4 if tesla > _GAUSS else tesla
    # scanners of one strength are told as 2.89 T and as 3 T
    return f"{known} {round(field * 2) / 2:g} T".strip() if field >= 0.25 else f"{known} {field:.2g} T".strip()
