"""The letters of the packages that left with a case, and of those that it came in: kept as files beside its images."""

import json
import secrets
from collections.abc import Mapping

from fets_desktop.imaging.disk import write_whole
from fets_desktop.store.records import Product, StoredFile
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.package import Letter, read_letter
from fets_desktop.study.plain import to_plain

HANDED_OUT, CAME_IN = "handed-out/", "came-in/"
"""Products of a case: letters of the packages that left, and of those that came; a package's mark follows."""


def came_in(products: Mapping[str, Product]) -> bool:
    """Tell whether a case with these products came in a package."""
    return any(name.startswith(CAME_IN) for name in products)


def letters_of(products: Mapping[str, Product], prefix: str) -> list[Letter]:
    """Return the letters that a case keeps under a prefix, the oldest first."""
    found = [product for name, product in products.items() if name.startswith(prefix)]
    letters = [read_letter(json.loads(product.path.read_text(encoding="utf-8"))) for product in found]
    return sorted(letters, key=lambda letter: letter.made)


def keep_letter(workspace: Workspace, letter: Letter) -> StoredFile:
    """Publish a letter, for a product to name it.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    file = workspace.bench / "jobs" / f"letter-{secrets.token_hex(6)}.json"
    try:
        return workspace.files.publish(
            write_whole(file, json.dumps(to_plain(letter), sort_keys=True).encode()), ".json"
        )
    finally:
        file.unlink(missing_ok=True)
