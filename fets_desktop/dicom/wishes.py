"""What a scan is told beside the places to look at: a site's rules, a person's verdicts, places for private files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fets_desktop.study.site_rule import SiteRule

ONE_PATIENT, TWO_PATIENTS = "one", "two"


@dataclass(frozen=True)
class Wishes:
    """How to scan.

    Attributes:
        rules: What the site's people said about kinds of series.
        verdicts: For each identity clash that a person has resolved, `ONE_PATIENT` or `TWO_PATIENTS`.
        remember: A private file in which the scan notes what it has read; taken up again, it reads nothing twice.
        unpack: A private folder for what lies in archives; without one archives are set aside.
        known: Name, birth date and sex that earlier imports read of a patient, by pseudonym.
    """

    rules: tuple[SiteRule, ...] = ()
    verdicts: Mapping[str, str] = field(default_factory=dict)
    remember: Path | None = None
    unpack: Path | None = None
    known: Mapping[str, tuple[str, str, str]] = field(default_factory=dict, repr=False)

    def rule_for(self, kin: str) -> SiteRule | None:
        """Return the rule for a kind of series."""
        return next((rule for rule in self.rules if kin and rule.kin == kin), None)
