"""What this site's people said about kinds of series and about clashes of identity, kept for later imports."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from fets_desktop.app.clock import now
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.case import Case, Series
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.identity import Verdict
from fets_desktop.study.plain import from_plain, to_plain
from fets_desktop.study.site_rule import SiteRule

_RULES, _VERDICTS = "import.rules", "import.identities"


class SiteRules:
    """Keeps the rules of a site and the verdicts on its patients' ids; both without any word that names a patient."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def all(self) -> tuple[SiteRule, ...]:
        """Return the rules, oldest first."""
        return tuple(from_plain(SiteRule, plain) for plain in self._workspace.settings().get(_RULES, ()))

    def learn(self, case: Case, choice: Mapping[Contrast, str | None]) -> tuple[SiteRule, ...]:
        """Remember what a person's choice says about kinds of series, where it says more than the program knew.

        Nothing is learned from a series without a name of its own, nor where another series of the case has the same.
        """
        series = {one.id: one for one in case.series}
        said = ((contrast, series[name]) for contrast, name in choice.items() if name in series)
        fresh = [_rule(one, contrast) for contrast, one in said if _is_news(case, one, contrast)]
        self._put(fresh)
        return tuple(fresh)

    def add(self, series: Series, contrast: Contrast) -> SiteRule:
        """Remember that series like this one stand for a contrast."""
        rule = _rule(series, contrast)
        self._put([rule])
        return rule

    def forget(self, kin: str) -> bool:
        """Take a rule away; False if there was none."""
        left = [rule for rule in self.all() if rule.kin != kin]
        if len(left) == len(self.all()):
            return False
        self._write(_RULES, to_plain(left), "site rule removed", kin, {})
        return True

    def verdicts(self) -> dict[str, str]:
        """Return what was said on clashes of identity, by the clash's name."""
        return dict(self._workspace.settings().get(_VERDICTS, {}))

    def judge(self, clash: str, verdict: Verdict) -> None:
        """Remember who the people under one id are."""
        verdicts = {**self.verdicts(), clash: str(verdict)}
        self._write(_VERDICTS, verdicts, "identity clash resolved", clash, {"patients": str(verdict)})

    def _put(self, fresh: Iterable[SiteRule]) -> None:
        for rule in fresh:
            before = next((known for known in self.all() if known.kin == rule.kin), None)
            if before and before.contrast is rule.contrast:
                rule = replace(before, times=before.times + 1)
            rules = [*(known for known in self.all() if known.kin != rule.kin), rule]
            details = {"contrast": str(rule.contrast), "words": rule.words, "times": rule.times}
            self._write(_RULES, to_plain(rules), "site rule added", rule.kin, details)

    def _write(self, name: str, value: object, action: str, subject: str, details: dict[str, Any]) -> None:
        with self._workspace.change("person", action, subject, details) as change:
            change.put_setting(name, value)


def _rule(series: Series, contrast: Contrast) -> SiteRule:
    return SiteRule(series.kin, contrast, series.description, now())


def _is_news(case: Case, series: Series, contrast: Contrast) -> bool:
    """Tell whether the program did not choose so by itself, and the series' name tells it from the case's others."""
    chosen_alone = series.proposal is contrast and series.contrast is contrast
    namesakes = [one for one in case.series if one.kin == series.kin and not one.set_aside]
    return bool(series.kin) and not chosen_alone and len(namesakes) == 1
