"""What a site's people have said about a kind of series, once and for all its patients."""

from dataclasses import dataclass

from fets_desktop.study.contrast import Contrast

PROVEN_TIMES = 2
"""So often a rule must be said to count against what a series says of itself: one case may be a mishap."""


@dataclass(frozen=True)
class SiteRule:
    """A person's correction, remembered: series of this name stand for this contrast.

    Attributes:
        kin: Keyed fingerprint of what the scanner calls such series; the name itself, which might hold a patient's, is
            not kept.
        contrast: What they stand for.
        words: Protocol words of the name, for people to read; "" if it has none that may be kept.
        created: ISO time, UTC.
        times: How often people have said so, for different cases.
    """

    kin: str
    contrast: Contrast
    words: str = ""
    created: str = ""
    times: int = 1

    @property
    def named(self) -> str:
        """What such series are called, as far as it may be shown."""
        return f'"{self.words}"' if self.words else "in this site's own words"
