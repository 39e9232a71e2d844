"""Which series stands for which contrast, while a person looks at the pictures: always one series a contrast."""

from fets_desktop.study.case import Case, Series
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast

_CLEAR_LEAD = 0.1


class ContrastChoice:
    """A choice in the making: starts with what is in use, then with the likeliest proposals.

    Where two series are as likely nobody is chosen beforehand: whoever only agrees would agree with chance.

    Args:
        case: The case.
    """

    def __init__(self, case: Case) -> None:
        self._by_series: dict[str, Contrast | None] = {series.id: series.contrast for series in candidates(case)}
        self._used = dict(self._by_series)
        for contrast in ALL_CONTRASTS:
            free = [s for s in candidates(case) if s.contrast is None and s.proposal is contrast]
            free.sort(key=lambda s: -s.confidence)
            even = len(free) > 1 and free[0].confidence - free[1].confidence < _CLEAR_LEAD
            if free and not even and contrast not in self._by_series.values():
                self._by_series[free[0].id] = contrast

    def of(self, series: str) -> Contrast | None:
        """Return the contrast a series stands for."""
        return self._by_series.get(series)

    def choose(self, series: str, contrast: Contrast | None) -> None:
        """Let a series stand for a contrast; the one that stood for it takes over the other's place."""
        before = self._by_series[series]
        if contrast is not None:
            for other, held in self._by_series.items():
                if held == contrast and other != series:
                    self._by_series[other] = before
        self._by_series[series] = contrast

    @property
    def changed(self) -> bool:
        """Whether it differs from what the case uses now."""
        return self._by_series != self._used

    @property
    def missing(self) -> tuple[Contrast, ...]:
        """The contrasts no series stands for."""
        return tuple(contrast for contrast in ALL_CONTRASTS if contrast not in self._by_series.values())

    def by_contrast(self) -> dict[Contrast, str | None]:
        """Return the series for each of the four contrasts, None where there is none."""
        held = {contrast: series for series, contrast in self._by_series.items() if contrast}
        return {contrast: held.get(contrast) for contrast in ALL_CONTRASTS}


def candidates(case: Case) -> list[Series]:
    """Return the series that could stand for a contrast, in the order of the contrasts."""
    order = {contrast: number for number, contrast in enumerate(ALL_CONTRASTS)}
    usable = [series for series in case.series if not series.set_aside]
    return sorted(usable, key=lambda s: order.get(s.contrast or s.proposal, 9))  # type: ignore[arg-type]
