"""The help pages under `resources/help`: their names, titles and texts."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fets_desktop.study.resources import resource
from fets_desktop.ui.languages import ENGLISH, TRANSLATED, spoken

FIRST = (
    "first-steps",
    "keys",
    "cases",
    "import",
    "prepare",
    "review",
    "protocol",
    "split",
    "federation",
    "segment",
    "models",
    "settings",
    "help",
)
"""The order in the index; other pages follow by title, those of errors last."""


_HEADING = re.compile(r"^#+ (.+)$", re.M)


@dataclass(frozen=True)
class Page:
    """A help page.

    Attributes:
        name: "cases" or "errors/disk-full".
        title: Its first heading.
        text: Markdown.
    """

    name: str
    title: str
    text: str


def pages() -> dict[str, Page]:
    """Return all pages by name, in the order of the index; in the person's language where they are translated."""
    return pages_in(spoken())


@lru_cache(maxsize=3)
def pages_in(language: str) -> dict[str, Page]:
    """Return all pages in a language: what `help/de` holds, and in English what it lacks."""
    folder = resource("help")
    own = [path for path in sorted(folder.rglob("*.md")) if path.relative_to(folder).parts[0] not in TRANSLATED]
    found = [_read(folder, path, language) for path in own]
    order = {name: number for number, name in enumerate(FIRST)}
    found.sort(key=lambda page: (page.name.startswith("errors/"), order.get(page.name, len(order)), page.title))
    return {page.name: page for page in found}


def chapter_number(name: str, chapter: str) -> int:
    """Return which of a page's headings has these words in English; the title has 0, and so has what is not there.

    In every language a page has the same chapters in the same order.
    """
    headings = _HEADING.findall(pages_in(ENGLISH)[name].text)
    return headings.index(chapter) if chapter in headings else 0


def named(link: str) -> str:
    """Return the name of the page that a link leads to, from whichever folder it was written in."""
    return link.removesuffix(".md").lstrip("./")


def _read(folder: Path, path: Path, language: str) -> Page:
    place = path.relative_to(folder)
    translated = folder / language / place
    text = (translated if translated.is_file() else path).read_text(encoding="utf-8")
    name = place.with_suffix("").as_posix()
    title = text.splitlines()[0].lstrip("# ").strip() if text else name
    return Page(name, title, text)
