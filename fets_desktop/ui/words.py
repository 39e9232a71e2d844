"""Numbers and times as a person reads them."""

import re
import string
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Case, Stage
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.fusing import FUSED, FUSIONS

NOTHING = "–"
_IS_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|30|31)")
_MODEL = "model "


class _Local(string.Formatter):
    """Fills numbers in as the person's language writes them: with its sign before decimals, and between thousands."""

    def format_field(self, value: object, format_spec: str) -> str:
        """Return a value in its format."""
        words = str(super().format_field(value, format_spec))
        if not isinstance(value, int | float) or (isinstance(value, int) and "," not in words):
            return words
        locale = QLocale()
        return words.translate({ord("."): locale.decimalPoint(), ord(","): locale.groupSeparator() or ","})


_LOCAL = _Local()


def translate(text: str, **parts: object) -> str:
    """Return the text in the person's language with its parts filled in: for places that are no QObject."""
    return filled_in(QCoreApplication.translate("words", text), **parts)


def filled_in(text: str, **parts: object) -> str:
    """Return a text that is translated already with its parts filled in, numbers as the language writes them."""
    return _LOCAL.vformat(text, (), parts)


def figure(value: float, form: str) -> str:
    """Return a number in a format of Python's (".3f"), as the person's language writes it."""
    return _LOCAL.format_field(value, form)


def volume(millilitres: float | None) -> str:
    """Return a volume with one decimal; a dash where there is none."""
    return NOTHING if millilitres is None else figure(millilitres, ".1f")


def piece(millilitres: float) -> str:
    """Return the volume of a piece, which may be smaller than one decimal tells."""
    return translate("{v} cm³", v=volume(millilitres)) if millilitres >= 0.05 else translate("less than 0.1 cm³")


def time_left(seconds: float | None) -> str:
    """Return a rough time left, "" where there is no estimate."""
    if seconds is None:
        return ""
    if seconds < 50:
        return translate("less than a minute left")
    minutes = round(seconds / 60)
    if minutes < 60:
        return translate("about {n} min left", n=minutes)
    return translate("about {h} h {m:02d} min left", h=minutes // 60, m=minutes % 60)


def duration(seconds: float) -> str:
    """Return how long something took."""
    if seconds < 0.05:
        return NOTHING
    if seconds < 60:
        return translate("{s:.1f} s", s=seconds)
    return translate("{m} min {s:02d} s", m=int(seconds // 60), s=int(seconds % 60))


def day(iso: str) -> str:
    """Return the date of an ISO time in the computer's own zone, as the language writes it; a dash where there is none.

    English keeps to ISO 8601: whether 3/4 is in March or in April depends on who reads it.
    """
    if not iso:
        return NOTHING
    if len(iso) <= 10:
        # a file may give a year alone
        return _date_words(date.fromisoformat(iso)) if _IS_DATE.fullmatch(iso) else iso
    at = datetime.fromisoformat(iso).astimezone()
    return f"{_date_words(at.date())} {QLocale().toString(QTime(at.hour, at.minute), 'HH:mm')}"


def _date_words(at: date) -> str:
    locale = QLocale()
    if locale.language() in (QLocale.Language.C, QLocale.Language.English):
        return at.isoformat()
    form = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return locale.toString(QDate(at.year, at.month, at.day), form if "yyyy" in form else form.replace("yy", "yyyy"))


def count(number: int, one: str, many: str) -> str:
    """Return "1 case" or "12 cases"; `one` and `many` hold {n}."""
    return translate(one if number == 1 else many, n=number)


def number(value: float) -> str:
    """Return a measured value with as many decimals as it deserves."""
    if value == int(value) and abs(value) < 1e7:
        return f"{int(value)}"
    return figure(value, ".1f" if abs(value) >= 100 else ".3g")


def lacking(case: Case) -> tuple[Contrast, ...]:
    """Return the contrasts of a new case that no imported series could stand for: importing must go on."""
    if case.stage is not Stage.NEW:
        return ()
    usable = [series for series in case.series if not series.set_aside]
    offered = {series.contrast or series.proposal for series in usable}
    spare = sum(1 for series in usable if (series.contrast or series.proposal) is None)
    absent = tuple(contrast for contrast in case.missing if contrast not in offered)
    return absent if spare < len(absent) else ()


def by_model(version: Annotation) -> bool:
    """Return whether a model made the version."""
    return version.author.startswith(_MODEL)


def author_words(version: Annotation) -> str:
    """Return who made a version: "model starter" without its hash, a fusion, "import", a person's name."""
    if by_model(version):
        name = version.author.split("@")[0]
        fusion = FUSIONS.get(name.removeprefix(f"{_MODEL}{FUSED}"))
        if fusion:
            return translate("fusion ({method})", method=translate(fusion.title))
        return translate("model {name}", name=name.removeprefix(_MODEL))
    return {"import": translate("an import"), "person": translate("a person")}.get(version.author, version.author)


def person_words(author: str) -> str:
    """Return a person's name; "a person" where none was given."""
    return translate("a person") if author == "person" else author
