"""The tags of a series' DICOM headers, as a person reads them: text only, shortened, nothing trusted."""

from dataclasses import dataclass


@dataclass(frozen=True)
class TagRow:
    """One tag of a series.

    Attributes:
        tag: "(0018,0081)"; of an element in a sequence with what leads there: "(0008,1140)[1](0008,1150)".
        name: Its name in the standard, "Private" where it has none.
        vr: Its value representation, two letters.
        depth: 0 for a tag of the header itself, 1 inside a sequence, and so on.
        values: Its value in words; one for all slices, or one for each ("" where a slice lacks it).
    """

    tag: str
    name: str
    vr: str
    depth: int
    values: tuple[str, ...]

    @property
    def varies(self) -> bool:
        """Whether the slices differ in it."""
        return len(self.values) > 1

    def value(self, number: int) -> str:
        """Return the value in the slice of a number from 0."""
        return self.values[number if self.varies else 0]


@dataclass(frozen=True)
class TagTable:
    """All tags of a series.

    Attributes:
        slices: How many slices (headers, or frames of a multi-frame image) there are.
        rows: Every tag that any of them has, in the order of the tags.
        identified: Whether these are the headers as they came, which may name the patient.
        left_out: Slices and tags beyond what is shown.
    """

    slices: int
    rows: tuple[TagRow, ...]
    identified: bool = False
    left_out: int = 0
