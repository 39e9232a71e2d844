"""One HTML file that needs nothing beside it: headings, words, tables and pictures; everything is escaped."""

import base64
from collections.abc import Sequence
from html import escape
from pathlib import Path

_STYLE = """
:root { color-scheme: light; }
body { font: 15px/1.5 "Inter", "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #14191f; background: #f3f5f7;
       margin: 0; }
main { max-width: 1080px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 28px; font-weight: 600; margin: 0 0 4px; }
h2 { font-size: 20px; font-weight: 600; margin: 40px 0 8px; border-bottom: 1px solid #d5dbe1; padding-bottom: 6px; }
h3 { font-size: 16px; font-weight: 600; margin: 24px 0 6px; }
p { margin: 6px 0 10px; max-width: 80ch; }
.banner { background: #fbefd5; color: #6b4500; border-radius: 6px; padding: 10px 14px; margin: 16px 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; background: #fff; border: 1px solid #d5dbe1; font-size: 14px; margin: 8px 0 14px; }
th, td { text-align: left; vertical-align: top; padding: 6px 12px; border-bottom: 1px solid #e4e8ec; }
th { color: #55616d; font-weight: 500; white-space: nowrap; }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.grade { border-radius: 4px; padding: 1px 7px; font-size: 12px; font-weight: 500; }
.ok { background: #dff2e7; color: #1b7f4d; } .look { background: #fbefd5; color: #946000; }
.bad { background: #fbe1df; color: #c2332b; }
figure { margin: 12px 0; } figcaption { color: #55616d; font-size: 13px; margin-top: 4px; }
img { max-width: 100%; background: #000; border-radius: 4px; display: block; }
.row { display: flex; flex-wrap: wrap; gap: 12px; align-items: flex-start; }
.row figure { margin: 0; max-width: calc(50% - 6px); }
@media print { body { background: #fff; } figure, tr { break-inside: avoid; } }
"""


class Page:
    """A page that grows from top to bottom.

    Args:
        title: Its title and first heading; "" for a part of another page.
    """

    def __init__(self, title: str) -> None:
        self._title = title
        self._parts: list[str | Page] = [f"<h1>{escape(title)}</h1>"] if title else []

    def place(self) -> "Page":
        """Keep a place here that is written later, and return it."""
        place = Page("")
        self._parts.append(place)
        return place

    def heading(self, text: str, level: int = 2) -> None:
        """Begin a part."""
        self._parts.append(f"<h{level}>{escape(text)}</h{level}>")

    def words(self, text: str) -> None:
        """Say something."""
        self._parts.append(f"<p>{escape(text)}</p>")

    def banner(self, text: str) -> None:
        """Say something nobody may overlook."""
        self._parts.append(f'<p class="banner" role="note">{escape(text)}</p>')

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Lay out rows; numbers stand to the right, and grades are coloured."""
        if not rows:
            return
        head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
        body = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in rows)
        self._parts.append(
            f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
        )

    def pictures(self, pictures: Sequence[tuple[Path, str]]) -> None:
        """Put PNG pictures, each with its caption, in a row that breaks where it must."""
        if pictures:
            self._parts.append(f'<div class="row">{"".join(_figure(*picture) for picture in pictures)}</div>')

    def html(self) -> str:
        """Return the whole file."""
        return (
            f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(self._title)}</title>'
            f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>'
            f"<body><main>\n{self._body()}\n</main></body></html>\n"
        )

    def _body(self) -> str:
        return "\n".join(part if isinstance(part, str) else part._body() for part in self._parts)


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f'<td class="number">{value:.3g}</td>'
    if isinstance(value, int):
        return f'<td class="number">{value}</td>'
    text = escape(str(value))
    if text in ("ok", "look", "bad"):
        return f'<td><span class="grade {text}">{text}</span></td>'
    kind = ' class="number"' if text[:1].isdigit() and len(text.split()) <= 2 and len(text) < 12 else ""
    return f"<td{kind}>{text}</td>"


def _figure(path: Path, caption: str) -> str:
    content = base64.b64encode(path.read_bytes()).decode("ascii")
    text = escape(caption)
    return f'<figure><img src="data:image/png;base64,{content}" alt="{text}"><figcaption>{text}</figcaption></figure>'
