"""The help is whole: a page for every place and error, in plain words, with links that lead somewhere."""

import re
import xml.etree.ElementTree as ET
from functools import lru_cache
from pathlib import Path

import pytest

from fets_desktop.jobs.message import BUG
from fets_desktop.study.errors import ERRORS
from fets_desktop.study.labels import SCHEMES, Tissue
from fets_desktop.study.resources import resource
from fets_desktop.study.settings import SETTINGS
from fets_desktop.ui import help_pages
from fets_desktop.ui.help_pages import FIRST, Page, named, pages, pages_in
from fets_desktop.ui.languages import TRANSLATED
from fets_desktop.ui.places import PLACES, key_of
from fets_desktop.ui.step_table import STEP_WORDS
from fets_desktop.ui.viewer.keymaps import CASE_KEYS, KEYS, MOUSE, Keymap

SECTIONS = ["What happened", "Why it may be", "What to do", "What is not lost"]
LINK = re.compile(r"\[[^\]]+\]\(([^)]+)\)")
JARGON = re.compile(
    r"\b(stack ?trace|traceback|exception|null|thread pool|(?<!\.)JSON|SQL|stdin|stdout|hash|regex|worker|"
    r"subprocess)\b",
    re.I,
)
PATH = re.compile(r"(?<![\w<`])/(home|work|tmp|usr|root|etc)\b|[A-Z]:\\")


@lru_cache(maxsize=2)
def translated(language: str) -> dict[str, str]:
    """The words of the window in a language, by the English ones."""
    file = resource("translations") / f"fets_{language}.ts"
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for message in ET.parse(file).getroot().iter("message")
    }


def errors() -> dict[str, Page]:
    return {name.removeprefix("errors/"): page for name, page in pages().items() if name.startswith("errors/")}


def key_tables() -> tuple[str, str, str]:
    """The tables that keys.md must hold, drawn from the keymaps the viewer obeys."""
    head = ["| | ITK-SNAP | 3D Slicer |", "|---|---|---|"]
    keys = [
        f"| {row.words} | {' '.join(map(_code, row.itksnap))} | {' '.join(map(_code, row.slicer))} |" for row in KEYS
    ]
    mouse = [f"| {gesture} | {snap} | {slicer} |" for gesture, snap, slicer in MOUSE]
    cases = ["| Key | What it does |", "|---|---|", *(f"| {_code(key)} | {words} |" for words, key in CASE_KEYS)]
    return "\n".join([*head, *keys]), "\n".join([*head, *mouse]), "\n".join(cases)


def _code(key: str) -> str:
    return f"`{key}`"


def test_every_place_has_a_page_with_its_name():
    for place in PLACES:
        assert place.name in pages(), f"write resources/help/{place.name}.md"
        assert pages()[place.name].title == place.title


def test_the_index_is_what_the_window_expects():
    top = [name for name in pages() if not name.startswith("errors/")]
    assert top == list(FIRST), "a page more or less than ui/help_pages.py names"


def test_every_error_has_a_page_and_no_page_is_without_an_error():
    assert set(errors()) == {*ERRORS, BUG}


@pytest.mark.parametrize("code", [*ERRORS, BUG])
def test_an_error_page_says_what_why_what_to_do_and_what_is_safe(code):
    page = errors()[code]
    if code != BUG:
        assert page.title == ERRORS[code].title
    assert re.findall(r"^## (.+)$", page.text, re.M) == SECTIONS
    parts = re.split(r"^## .+$", page.text, flags=re.M)[1:]
    assert all(len(part.split()) >= 3 for part in parts), "a section is empty"
    assert re.search(r"^1\. ", parts[2], re.M), "what to do is a list of steps"


@pytest.mark.parametrize("name", sorted(pages()))
def test_a_page_reads_as_one(name):
    page = pages()[name]
    assert re.match(r"# \S", page.text), "the first line is the title"
    assert len(re.findall(r"^# ", page.text, re.M)) == 1, "one title a page"
    assert not JARGON.search(page.text), JARGON.search(page.text)
    assert not PATH.search(page.text), "a path of some machine"


@pytest.mark.parametrize("name", sorted(pages()))
def test_links_lead_to_pages_in_the_window_and_in_the_folder(name):
    folder = (resource("help") / f"{name}.md").parent
    for link in LINK.findall(pages()[name].text):
        assert named(link) in pages(), f"{link} leads nowhere in the window"
        assert (folder / link).resolve().is_file(), f"{link} leads nowhere in the folder"


def test_no_two_pages_have_one_title():
    titles = [page.title for page in pages().values()]
    assert sorted(titles) == sorted(set(titles))


def test_the_keys_are_those_of_the_viewer():
    text = pages()["keys"].text
    for table in key_tables():
        assert table in text, f"resources/help/keys.md must hold:\n{table}"
    for keymap in Keymap:
        assert keymap.words in text


def test_the_keys_of_the_places_are_those_of_the_window():
    text = pages()["keys"].text
    for number, place in enumerate(PLACES, 1):
        assert f"| `{key_of(number)}` | {place.title} |" in text
    source = (Path(__file__).parents[2] / "fets_desktop/ui/shell.py").read_text()
    for key in re.findall(r'keys\.append\(\("([^"]+)"', source):
        assert f"| `{key}` |" in text, f"{key} is not in keys.md"


def test_every_setting_is_explained():
    text = pages()["settings"].text
    for setting in SETTINGS.values():
        assert f"**{setting.title}**" in text, f"{setting.title} is not in settings.md"


def test_every_step_of_the_board_is_explained():
    text = pages()["prepare"].text
    for words in STEP_WORDS.values():
        assert re.search(rf"\*\*[^*]*\b{words}\b[^*]*\*\*", text), f"{words} is not in prepare.md"


def test_the_label_schemes_are_told_rightly():
    words = {
        Tissue.NCR: "necrotic core",
        Tissue.ED: "oedema",
        Tissue.ET: "enhancing tumour",
        Tissue.RC: "resection cavity",
    }
    text = errors()["ambiguous-scheme"].text
    names = re.search(r"^\| number \| (.+) \|$", text, re.M).group(1).split(" | ")
    assert names == list(SCHEMES)
    for value in range(1, 5):
        cells = [words.get(dict(SCHEMES[name].values).get(value), "not used") for name in names]
        assert f"| {value} | {' | '.join(cells)} |" in text


def test_the_window_shows_the_attribution_of_the_atlas():
    text = pages()["help"].text
    for needed in ("SRI24", "Rohlfing", "10.1002/hbm.20906", "Attribution-ShareAlike 3.0", "CC BY-SA 3.0", "Apache"):
        assert needed in text
    licence = resource("SRI24-LICENSE.txt").read_text()
    assert "Attribution-ShareAlike 3.0 Unported" in licence


def test_the_help_says_that_it_is_no_medical_device():
    assert "not a medical device" in pages()["help"].text
    assert "Do not use it for diagnosis" in pages()["first-steps"].text
    assert "not for diagnostic use" in pages()["segment"].text


def test_buttons_named_in_the_help_are_in_the_window():
    """Bold words that look like a button must stand in the code of the window: a renamed button is found here."""
    source = "\n".join(path.read_text() for path in (resource("..") / "fets_desktop/ui").resolve().rglob("*.py"))
    source += "\n".join(f"{s.title} {s.text}" for s in SETTINGS.values())
    for name, page in pages().items():
        for words in re.findall(r"\*\*([^*]+…)\*\*", page.text):
            plain = words.replace("… cases", "{n} cases").replace("… waiting", "{n} waiting")
            assert plain in source, f"{name}: no button says {words}"


def test_error_pages_name_buttons_that_exist():
    source = "\n".join(path.read_text() for path in (resource("..") / "fets_desktop/ui").resolve().rglob("*.py"))
    source += "\n".join(f"{s.title}" for s in SETTINGS.values()) + "".join(p.title for p in PLACES)
    for code, page in errors().items():
        for words in re.findall(r"\*\*([^*]+)\*\*", page.text):
            if words[-1] in ".:" or words.startswith("Do not"):
                continue
            assert words in source, f"errors/{code}: nothing in the window says {words!r}"


@pytest.mark.parametrize("language", TRANSLATED)
def test_translated_pages_have_the_chapters_of_the_english_ones_and_links_that_lead_somewhere(language):
    folder = resource("help")
    own = sorted((folder / language).rglob("*.md"))
    assert {"first-steps.md", "keys.md", "review.md", "segment.md"} <= {path.name for path in own}
    for path in own:
        text, english = (
            file.read_text(encoding="utf-8") for file in (path, folder / path.relative_to(folder / language))
        )
        here, there = (re.findall(r"^#+ ", words, re.M) for words in (text, english))
        # F1 opens a chapter by its number
        assert here == there, f"{path.name} in {language} has {len(here)} headings, the English page {len(there)}"
        for link in LINK.findall(text):
            assert (path.parent / link).resolve().is_file(), f"{link} leads nowhere"
            assert named(link) in pages(), f"{link} leads nowhere in the window"


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("code", [*ERRORS, BUG])
def test_every_error_page_is_translated_with_its_parts_and_under_the_title_of_its_message(language, code):
    page, english = pages_in(language)[f"errors/{code}"], errors()[code]
    assert page.text != english.text, f"write resources/help/{language}/errors/{code}.md"
    if code != BUG:
        assert page.title == translated(language)[ERRORS[code].title]
    here, there = (re.split(r"^## .+$", words, flags=re.M) for words in (page.text, english.text))
    assert len(here) == len(there) == 1 + len(SECTIONS)
    assert [re.findall(r"^ *(-|\d\.|\|)", part, re.M) for part in here] == [
        re.findall(r"^ *(-|\d\.|\|)", part, re.M) for part in there
    ], "another number of points or steps"
    assert set(re.findall(r"--[a-z]+", page.text)) == set(re.findall(r"--[a-z]+", english.text))


@pytest.mark.parametrize("language", TRANSLATED)
def test_translated_error_pages_name_buttons_as_the_window_does(language):
    known = set(translated(language).values())
    for code, page in ((name, page) for name, page in pages_in(language).items() if name.startswith("errors/")):
        said = [words for words in re.findall(r"\*\*([^*]+)\*\*", page.text) if len(words.split()) < 7]
        assert [words for words in said if words not in known] == [], code


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_page_is_translated(language):
    missing = [name for name in pages() if pages_in(language)[name].text == pages()[name].text]
    assert missing == []


def test_a_page_that_is_not_translated_is_shown_in_english(tmp_path, monkeypatch):
    for name, text in {"first-steps": "# First steps", "new": "# New", "de/first-steps": "# Erste Schritte"}.items():
        (tmp_path / f"{name}.md").parent.mkdir(exist_ok=True)
        (tmp_path / f"{name}.md").write_text(text)
    monkeypatch.setattr(help_pages, "resource", lambda name: tmp_path)
    german = pages_in.__wrapped__("de")
    assert {name: page.title for name, page in german.items()} == {"first-steps": "Erste Schritte", "new": "New"}
