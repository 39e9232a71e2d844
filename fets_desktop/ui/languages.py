"""The person's language: Qt's own words and ours, and how numbers and dates are written on the screen.

What is written into files stays as it is everywhere: English words, a point before decimals, dates as ISO 8601.
The words lie in resources/translations; installers/translate.py makes them.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from fets_desktop.study.errors import StudyError
from fets_desktop.study.resources import resource

SYSTEM, ENGLISH = "system", "en"
TRANSLATED = ("de", "es")
_INSTALLED: list[QTranslator] = []


def language_of(chosen: str) -> str:
    """Return the language a choice means: itself, or for "system" the computer's first that there is."""
    if chosen != SYSTEM:
        return chosen if chosen in TRANSLATED else ENGLISH
    wanted = (name.replace("_", "-").split("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in wanted if name in (ENGLISH, *TRANSLATED)), ENGLISH)


def speak(chosen: str) -> str:
    """Speak a language from now on: whatever is built afterwards does.

    Args:
        chosen: "system", or a language by its two letters.

    Returns:
        The language that is spoken.
    """
    language = language_of(chosen)
    while _INSTALLED:
        QCoreApplication.removeTranslator(_INSTALLED.pop())
    system = QLocale.system()
    locale = system if system.name().startswith(f"{language}_") else QLocale(language)
    QLocale.setDefault(QLocale.c() if language == ENGLISH else locale)
    if language != ENGLISH:
        for file in _files(language):
            translator = QTranslator()
            if translator.load(file):
                QCoreApplication.installTranslator(translator)
                _INSTALLED.append(translator)
    return language


def spoken() -> str:
    """Return the language that is spoken, by its two letters."""
    return ENGLISH if not _INSTALLED else QLocale().name().split("_")[0]


def _files(language: str) -> list[str]:
    """Return Qt's words, where they were installed with it, and ours: what is installed last is asked first."""
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    try:
        ours = [str(resource("translations", f"fets_{language}.qm"))]
    except StudyError:
        # English words are better than no window
        ours = []
    return [f"{qt}/qtbase_{language}.qm", *ours]
