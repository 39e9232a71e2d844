"""Settings as described data: screen, help, validation and defaults all come from one table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fets_desktop.study.cleaning import CLEANING
from fets_desktop.study.fusing import FUSIONS, LABEL, PER, STAPLE
from fets_desktop.study.hours import Hours
from fets_desktop.study.node import check_ae, parse_guests
from fets_desktop.study.own_keys import read_own_keys


@dataclass(frozen=True)
class Setting:
    """One setting.

    Attributes:
        name: Stable key, "room.words".
        kind: bool, int, float or str.
        default: Value when nobody chose one.
        title: Label on the Settings screen.
        text: One or two sentences of help.
        choices: Allowed values, empty for free ones.
        low: Lowest number allowed, if any.
        high: Highest number allowed, if any.
        rule: Raises ValueError, in a person's words, for words that make no sense.
    """

    name: str
    kind: type
    default: Any
    title: str
    text: str
    choices: tuple[Any, ...] = ()
    low: float | None = None
    high: float | None = None
    rule: Callable[[str], object] | None = None

    def check(self, value: object) -> Any:  # noqa: ANN401
        """Return the value in the setting's type.

        Raises:
            ValueError: In a person's words, if the value is not allowed.
        """
        if self.kind is bool:
            if not isinstance(value, bool):
                raise ValueError(f"{self.title}: choose yes or no")
            return value
        try:
            checked = self.kind(value)
        except (TypeError, ValueError):
            raise ValueError(f"{self.title}: {value!r} is not a {self.kind.__name__}") from None
        if self.choices and checked not in self.choices:
            raise ValueError(f"{self.title}: choose one of {', '.join(map(str, self.choices))}")
        if (self.low is not None and checked < self.low) or (self.high is not None and checked > self.high):
            raise ValueError(f"{self.title}: must lie between {self.low} and {self.high}")
        if self.rule:
            self.rule(checked)
        return checked


SETTINGS: dict[str, Setting] = {
    setting.name: setting
    for setting in (
        Setting(
            "look.theme", str, "dark", "Colours", "Dark for reading rooms, light for bright offices.", ("dark", "light")
        ),
        Setting(
            "look.language",
            str,
            "system",
            "Language",
            "Of the window, from the next start on. Files, reports and commands stay in English.",
            ("system", "en", "de", "es"),
        ),
        Setting(
            "look.tour",
            bool,
            True,
            "Offer the tour",
            "At the start, as long as there is no case and nobody took it or refused. The Help always has it.",
        ),
        Setting("review.keymap", str, "itksnap", "Keys", "The program whose keys you know.", ("itksnap", "slicer")),
        Setting(
            "review.keys",
            str,
            "",
            "Keys of your own",
            "Changed under Keys and mouse (? in Review); an empty line takes all of them back.",
            rule=read_own_keys,
        ),
        Setting("review.reviewer", str, "", "Your name", "Signed under every annotation you approve."),
        Setting(
            "review.opacity", float, 0.4, "Label opacity", "How strongly labels cover the image.", low=0.0, high=1.0
        ),
        Setting("review.outlines", bool, True, "Label outlines", "Draw a crisp line around every label."),
        Setting("review.brush_mm", float, 6.0, "Brush size (mm)", "Diameter of a new brush.", low=1.0, high=60.0),
        Setting("review.inside_brain", bool, True, "Only paint inside the brain", "Strokes stop at the brain mask."),
        Setting(
            "jobs.cpu_lane",
            int,
            0,
            "Jobs at a time",
            "Preparation and segmentation jobs that run together; 0 for as many as cores and free memory allow.",
            low=0,
            high=32,
        ),
        Setting(
            "jobs.threads",
            int,
            0,
            "Threads a job",
            "0 shares the cores among the jobs that run together.",
            low=0,
            high=256,
        ),
        Setting(
            "prepare.automatic",
            bool,
            True,
            "Prepare after import",
            "Start the preparation of a case once its contrasts are certain.",
        ),
        Setting(
            "segment.automatic",
            bool,
            True,
            "Propose after preparation",
            "Let the current model propose labels for every prepared case.",
        ),
        Setting(
            "segment.candidates",
            str,
            "",
            "Models that propose together",
            "Names with commas between them: what they propose is fused. Empty lets the current model propose alone.",
        ),
        Setting(
            "segment.fusion",
            str,
            STAPLE,
            "How they are fused",
            "See the Segment screen for what each does.",
            tuple(FUSIONS),
        ),
        Setting("segment.per", str, LABEL, "What is fused", "Each label, or each region by itself.", tuple(PER)),
        *(Setting(f"segment.{rule.name}", bool, True, rule.title, rule.text) for rule in CLEANING.values()),
        Setting(
            "split.fraction",
            float,
            0.8,
            "Share that trains",
            "The paper trains on four of five approved patients.",
            low=0.5,
            high=0.95,
        ),
        Setting(
            "privacy.table",
            str,
            "ask",
            "Table of patients",
            "An encrypted table tells who is behind a pseudonym, so that results can go back under the patient's name.",
            ("ask", "keep", "none"),
        ),
        Setting(
            "privacy.idle_min",
            int,
            0,
            "Cover the window after (min)",
            "So long without a hand on mouse or keys, and every window is covered and the table of patients locked. "
            "0: never.",
            low=0,
            high=240,
        ),
        Setting("split.seed", int, 0, "Seed of the split", "The same seed and cases give the same split."),
        Setting(
            "federation.hours",
            str,
            "",
            "Hours it may work",
            "For example 19-7, or 12-13, 18-6. What was begun is finished and sent; the other sites do not wait longer "
            "than the plan says. Empty lets it work at any time.",
            rule=Hours.parse,
        ),
        Setting(
            "federation.share",
            int,
            100,
            "Share of the processor (%)",
            "At most so many of the cores train and score; whatever else runs here goes first anyway.",
            low=10,
            high=100,
        ),
        Setting(
            "federation.tray",
            bool,
            True,
            "Go on when the window is closed",
            "An icon beside the clock brings the window back and ends the program.",
        ),
        Setting(
            "federation.startup",
            bool,
            False,
            "Open the program when I sign in",
            "So that a federation goes on by itself after the computer was started anew.",
        ),
        Setting(
            "pacs.listen",
            bool,
            False,
            "Receive images that are sent here",
            "While the window is open, the PACS and scanners entered here may send to this computer.",
        ),
        Setting("pacs.port", int, 11112, "Port", "Where they send to; tell it to IT.", low=1, high=65535),
        Setting(
            "pacs.ae",
            str,
            "FETS",
            "AE title of this computer",
            "What they call it; tell it to IT, too.",
            rule=check_ae,
        ),
        Setting(
            "pacs.allow",
            str,
            "",
            "Others that may send",
            "AE titles with their computers, for example MR1@10.1.2.3, MR2@scanner. Every PACS entered here may, too.",
            rule=parse_guests,
        ),
        Setting(
            "pacs.tls",
            bool,
            False,
            "Receive encrypted only",
            "What is sent here must come over TLS, with the certificate below.",
        ),
        Setting("pacs.cert_file", str, "", "Certificate of this computer", "A PEM file; IT makes it."),
        Setting(
            "pacs.key_file", str, "", "Its key", "A PEM file without a passphrase; empty if it is in the same file."
        ),
        Setting(
            "pacs.ca_file",
            str,
            "",
            "Who signs the senders' certificates",
            "A PEM file; then senders must show a certificate of it. Empty asks them for none.",
        ),
        Setting(
            "pacs.quiet_s",
            int,
            20,
            "A study is complete after (s)",
            "So long nothing more of it must have come before it is imported.",
            low=1,
            high=3600,
        ),
    )
}
