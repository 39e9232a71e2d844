"""About: what the program is made of, by whom, and under which licences; from the bill of materials it ships with."""

import json
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from fets_desktop import __version__
from fets_desktop.study.resources import resource

BILL = "sbom.cdx.json"
_LICENCE_FILE = "fets-desktop:licence-file"
_WORDS = ("LICEN", "COPYING", "NOTICE", "COPYRIGHT")
_OWN_TEXTS = {
    "LGPL-3.0": ("LGPL-3.0", "GPL-3.0"),
    "Apache-2.0": ("Apache-2.0",),
    "Apache 2.0": ("Apache-2.0",),
    "MIT": ("MIT",),
}
"""What a package that brings no text of its own is under; the LGPL adds to the GPL and needs both."""
_LGPL_WORDS = (
    "Qt is used unmodified and dynamically linked under the GNU Lesser General Public License 3: its libraries lie as "
    "files of their own beside the program and may be replaced by others of the same interface. Its source is "
    "published by the Qt Project under the version named here."
)


@dataclass(frozen=True)
class Part:
    """Something the program is made of.

    Attributes:
        name: Its own name.
        version: As it states it.
        licence: An SPDX expression, or its own words.
        author: Of what is no package; "" if unknown.
        file: Where its licence's words lie under `resources/`, "" for a package.
    """

    name: str
    version: str
    licence: str
    author: str = ""
    file: str = ""


def parts() -> tuple[Part, ...]:
    """Return the program itself first, then what it brings, by name.

    Raises:
        StudyError: "missing-resource" if the bill of materials is not there.
    """
    bill = json.loads(resource(BILL).read_text(encoding="utf-8"))
    own = Part("FeTS Desktop", __version__, "Apache-2.0", file="licences/Apache-2.0.txt")
    return own, *sorted(map(_part, bill["components"]), key=lambda part: part.name.lower())


def licence_text(part: Part) -> str:
    """Return the words of a part's licence: its own where it brings them, else those of the licence it states."""
    if part.file:
        return resource(part.file).read_text(encoding="utf-8", errors="replace")
    try:
        own = _texts(distribution(part.name))
    except PackageNotFoundError:
        own = []
    if own:
        return "\n\n".join(own)
    stated = next((texts for sign, texts in _OWN_TEXTS.items() if sign in part.licence), ())
    first = _LGPL_WORDS if "LGPL" in part.licence else f"{part.name} states this licence: {part.licence}."
    return "\n\n".join([first, *(resource(f"licences/{text}.txt").read_text(encoding="utf-8") for text in stated)])


def _texts(there: Distribution) -> list[str]:
    found = [
        Path(str(there.locate_file(file)))
        for file in sorted(there.files or [], key=str)
        if ".dist-info" in file.parts[0] and any(word in file.name.upper() for word in _WORDS)
    ]
    return [path.read_text(encoding="utf-8", errors="replace") for path in found if path.is_file()]


def _part(component: dict[str, Any]) -> Part:
    stated = component["licenses"][0]
    licence = stated.get("expression") or stated["license"].get("id") or stated["license"]["name"]
    author = ", ".join(author["name"] for author in component.get("authors", []))
    files = [p["value"] for p in component.get("properties", []) if p["name"] == _LICENCE_FILE]
    return Part(
        component["name"], component["version"], licence, author, *(f.removeprefix("resources/") for f in files)
    )
