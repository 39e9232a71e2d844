"""The help pages under `resources/help`: their names, titles and texts."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fets_desktop.study.resources import resource

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


@lru_cache(maxsize=1)
def pages() -> dict[str, Page]:
    """Return all pages by name, in the order of the index."""
    folder = resource("help")
    found = [_read(folder, path) for path in sorted(folder.rglob("*.md"))]
    order = {name: number for number, name in enumerate(FIRST)}
    found.sort(key=lambda page: (page.name.startswith("errors/"), order.get(page.name, len(order)), page.title))
    return {page.name: page for page in found}


def _read(folder: Path, path: Path) -> Page:
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(folder).with_suffix("").as_posix()
    title = text.splitlines()[0].lstrip("# ").strip() if text else name
    return Page(name, title, text)
