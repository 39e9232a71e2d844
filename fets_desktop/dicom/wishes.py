"""What a scan is told beside the places to look at: a site's rules, a person's verdicts, places for private files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fets_desktop.dicom.earlier import Earlier
from fets_desktop.study.site_rule import SiteRule


@dataclass(frozen=True)
class Wishes:
    """How to scan.

    Attributes:
        rules: What the site's people said about kinds of series.
        verdicts: For each identity clash that a person has resolved, a `Verdict`.
        remember: A private file in which the scan notes what it has read; taken up again, it reads nothing twice.
        unpack: A private folder for what lies in archives; without one archives are set aside.
        earlier: Whom earlier imports brought.
    """

    rules: tuple[SiteRule, ...] = ()
    verdicts: Mapping[str, str] = field(default_factory=dict)
    remember: Path | None = None
    unpack: Path | None = None
    earlier: Earlier = field(default_factory=Earlier, repr=False)

    def rule_for(self, kin: str) -> SiteRule | None:
        """Return the rule for a kind of series."""
        return next((rule for rule in self.rules if kin and rule.kin == kin), None)
