"""German and Spanish: every word of the window is translated, in step with the program, and the window speaks it."""

import re
import string
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from fets_desktop.review.checks import check
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import Grid
from fets_desktop.study.labels import BRATS_2023
from fets_desktop.study.volume import LabelMap
from fets_desktop.ui import languages
from fets_desktop.ui.languages import ENGLISH, SYSTEM, language_of, speak, spoken
from fets_desktop.ui.places import PLACES
from fets_desktop.ui.sentences import message_of, said
from fets_desktop.ui.words import count, day, figure, translate, volume

sys.path.append(str(Path(__file__).parents[2] / "installers"))

import translate as installer
import wording

LANGUAGES = ("de", "es")
SENTENCES = "sentences"


@pytest.fixture(scope="module")
def found():
    return wording.messages()


@pytest.fixture
def speaking(qt):
    yield speak
    speak(ENGLISH)
    QLocale.setDefault(QLocale.c())


def holes(words):
    return sorted(set(re.findall(r"{[^}]*}", words)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_translated_and_in_step_with_the_program(language, found):
    """A word that is new here: run installers/translate.py, and translate what is unfinished in Qt Linguist."""
    known = installer.known(language)
    assert sorted(set(found) - set(known)) == []
    assert sorted(set(known) - set(found)) == [], "run installers/translate.py: these are said no more"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_is_the_same_and_keys_and_dots_stay(language):
    wrong = []
    for (context, words), translated in installer.known(language).items():
        same = (
            set(holes(translated)) <= set(holes(words)) if context == SENTENCES else holes(translated) == holes(words)
        )
        ends = [text.endswith("…") for text in (words, translated)]
        spaces = [(text[:1] == " ", text[-1:] == " ") for text in (words, translated)]
        if not same or words.count("&") != translated.count("&") or len(set(ends)) > 1 or len(set(spaces)) > 1:
            wrong.append((words, translated))
        keys = re.findall(r"Ctrl\+\S+?\)|\(\?\)", words)
        wrong += [(words, translated) for key in keys if key not in translated]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_can_be_filled_in(language):
    """A brace that is left open would end the program where the words are shown."""
    for (context, _), translated in installer.known(language).items():
        if context != SENTENCES:
            list(string.Formatter().parse(translated))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_words_and_the_patterns_are_those_of_the_files(language, found, tmp_path):
    assert installer.PATTERNS.read_text(encoding="utf-8") == installer.patterns(found)
    source = installer.FOLDER / f"fets_{language}.ts"
    assert source.read_text(encoding="utf-8") == installer.written(language, found, installer.known(language))
    installer.compile_file(source, tmp_path / "made.qm")
    assert (tmp_path / "made.qm").read_bytes() == source.with_suffix(".qm").read_bytes()


@pytest.mark.parametrize(
    ("language", "place", "stage", "cancel"),
    [("de", "Fälle", "Freigegeben", "Abbrechen"), ("es", "Casos", "Aprobado", "Cancelar")],
)
def test_the_window_speaks_a_language_and_english_again(language, place, stage, cancel, speaking):
    speaking(language)
    assert spoken() == language
    assert PLACES[0].words == place
    assert translate("Approved") == stage
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == cancel, "Qt's own buttons, too"
    speaking(ENGLISH)
    assert (PLACES[0].words, translate("Approved")) == ("Cases", "Approved")


def test_numbers_and_dates_are_written_as_the_language_does(speaking):
    assert (volume(12.34), figure(0.8125, ".3f"), day("2026-01-31")) == ("12.3", "0.812", "2026-01-31")
    speaking("de")
    assert (volume(12.34), figure(0.8125, ".3f"), day("2026-01-31")) == ("12,3", "0,812", "31.01.2026")
    assert count(1234, "{n:,} byte", "{n:,} bytes") == "1.234 Bytes"
    assert translate("{case} lies encrypted in {file}.", case="GLI-1.2", file="a.b").endswith("a.b.")
    speaking("es")
    assert (volume(12.34), day("2026-01-31")) == ("12,3", "31/1/2026")


def test_one_and_many_are_told_apart(speaking):
    speaking("de")
    assert count(1, "{n} case", "{n} cases") == "1 Fall"
    assert count(2, "{n} case", "{n} cases") == "2 Fälle"


def test_a_sentence_of_the_rooms_is_said_with_its_values(speaking):
    speaking("de")
    assert said("It has 9 voxels.") == "Es hat 9 Voxel."
    assert said("It has 9 voxels. There is no such file.") == "Es hat 9 Voxel. Eine solche Datei gibt es nicht."
    assert said("It stands at: Needs review.") == "Er steht bei: Zu prüfen."
    assert said("Nobody has ever said this.") == "Nobody has ever said this."
    error = StudyError("disk-full", "An image could not be written whole.")
    assert message_of(error).startswith("Der Datenträger ist voll. Ein Bild konnte nicht")
    speaking(ENGLISH)
    assert message_of(error) == error.message


def test_the_titles_of_the_check_list_are_said(speaking):
    """Also those of one word, in which nothing shows that they are words for a person."""
    speaking("de")
    grid = Grid.from_affine((6, 7, 8), np.eye(4))
    labels = LabelMap(np.ones(grid.shape, np.uint8), grid, BRATS_2023)
    before = LabelMap(np.zeros(grid.shape, np.uint8), grid, BRATS_2023)
    brain = np.ones(grid.shape, bool)
    titles = [finding.title for finding in check(labels, grid, brain, before)]
    assert {"Geometry", "Sub-compartments", "Islands"} <= set(titles)
    assert [title for title in titles if said(title) == title] == []


@pytest.mark.parametrize("cut", [False, True])
def test_what_was_found_of_a_brain_is_said_with_and_without_a_doubt(speaking, cut):
    speaking("de")
    told = (
        "The brain found measures 1583 ml, in 1 piece. Its outline is drawn on T1Gd (upper row) and FLAIR (lower row)."
    )
    doubt = " 0.8 ml of bright tissue go on beyond it in FLAIR: a tumour may be cut; look at its edge." if cut else ""
    words = said(told + doubt)
    assert words.startswith("Das gefundene Gehirn misst 1583 ml, Stücke: 1. Sein Umriss ist")
    assert ("0.8 ml helles Gewebe" in words) is cut
    assert "tissue" not in words


def test_the_computers_language_is_followed_where_there_is_one(monkeypatch):
    class Computer:
        def __init__(self, *names):
            self._names = names

        def uiLanguages(self):
            return self._names

    def on(*names):
        monkeypatch.setattr(languages.QLocale, "system", lambda: Computer(*names))
        return language_of(SYSTEM)

    assert on("de-AT", "de") == "de"
    assert on("es_MX") == "es"
    assert on("fr-FR", "fr", "de-DE") == "de", "the next one they read"
    assert on("fr-FR") == on() == "en"
    assert (language_of("es"), language_of("xx")) == ("es", "en")
