"""A case goes to a reader's own computer as an encrypted package; of a case that came so, the answer goes back."""

import dataclasses
import secrets
from collections.abc import Callable
from functools import partial
from pathlib import Path

from fets_desktop.app.annotations.readings import by_model
from fets_desktop.app.clock import now
from fets_desktop.app.review_packages.letters import CAME_IN, HANDED_OUT, came_in, keep_letter, letters_of
from fets_desktop.store.package import SUFFIX, write_package
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import Stage
from fets_desktop.study.errors import StudyError
from fets_desktop.study.package import PACKAGE_IMAGES, Kind, Letter, key_of
from fets_desktop.study.plain import to_plain

DEED = "case handed out for review"
SHORTEST = 12
"""Characters of a passphrase: whoever has the file may try as often as they like."""

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def new_passphrase() -> str:
    """Return a passphrase that nobody guesses and that can be told over the telephone: 99 random bits."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(5)) for _ in range(4))


class HandingOut:
    """Writes review packages."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def is_visitor(self, case: str) -> bool:
        """Tell whether a case came in a package, so that what goes out of it is an answer."""
        return came_in(self._workspace.products(case))

    def hand_out(
        self, case: str, target: Path, passphrase: str, *, blind: bool = False, replace: bool = False
    ) -> Callable[[], Path]:
        """Note that a case goes out, or the answer of one that came, and return what writes it, for any thread to call.

        The note comes first: an answer to a package that nobody knows of could not be taken in.

        Args:
            case: A prepared case.
            target: The file, or the folder for it.
            passphrase: What opens it.
            blind: Leave out what people drew, so that the reader sees a model's proposals alone.
            replace: Whether a file that is there may be replaced.

        Raises:
            StudyError: "unknown-case"; "wrong-stage" if it is not prepared, is read a second time, has edits that no
                version holds yet, or nothing new to answer with; "wrong-usage" for a short passphrase; "file-exists".
        """
        if len(passphrase) < SHORTEST:
            raise StudyError("wrong-usage", f"A passphrase for a package has at least {SHORTEST} characters.")
        letter, wanted = self._letter(case, blind=blind)
        name = f"{case}-answer{SUFFIX}" if letter.kind is Kind.ANSWER else f"{case}{SUFFIX}"
        target = target / name if target.is_dir() else target
        if target.exists() and not replace:
            raise StudyError("file-exists", f"It ends in {target.suffix or 'no suffix'}.")
        files = {sha256: self._workspace.files.path(sha256) for sha256 in wanted}
        details = {"package": letter.package, "kind": letter.kind, "versions": len(letter.versions), "blind": blind}
        note = None if letter.kind is Kind.ANSWER else keep_letter(self._workspace, letter)
        with self._workspace.change("person", DEED, case, details) as change:
            if note:
                change.put_product(case, HANDED_OUT + letter.package, note)
        return partial(write_package, target, to_plain(letter), files, passphrase)

    def _letter(self, name: str, *, blind: bool) -> tuple[Letter, list[str]]:
        """Return the letter for a case, and the hashes of the files that go along."""
        case, products = self._workspace.case(name), self._workspace.products(name)
        if case.stage is Stage.EXCLUDED or any(image not in products for image in PACKAGE_IMAGES):
            raise StudyError("wrong-stage", f"It stands at: {case.stage.words}.")
        if self._workspace.reading(name):
            raise StudyError("wrong-stage", "A second reading of it is under way; finish it first.")
        self._refuse_unsaved(name)
        images = {image: products[image].sha256 for image in PACKAGE_IMAGES}
        versions = tuple(self._workspace.annotations(name))
        came = letters_of(products, CAME_IN)
        if came:
            return self._answer(came, versions)
        if blind:
            versions = _without_people(versions)
        # free words may name somebody: they stay here
        silent = tuple(dataclasses.replace(version, note="", approved_reason="") for version in versions)
        kind, mark = Kind.CASE, secrets.token_hex(16)
        letter = Letter(kind, mark, name, case.patient, case.surgery, now(), images, silent, blind)
        return letter, list(dict.fromkeys([*images.values(), *(version.sha256 for version in versions)]))

    def _answer(self, came: list[Letter], versions: tuple[Annotation, ...]) -> tuple[Letter, list[str]]:
        known = {key_of(version): version for letter in came for version in letter.versions}
        new = [version for version in versions if key_of(version) not in known]
        signed = [v for v in versions if v.approved_at and key_of(v) in known and not known[key_of(v)].approved_at]
        if not new and not signed:
            raise StudyError("wrong-stage", "Nothing was drawn or approved here since the package came.")
        letter = dataclasses.replace(came[-1], kind=Kind.ANSWER, made=now(), versions=versions)
        return letter, list(dict.fromkeys(version.sha256 for version in new))

    def _refuse_unsaved(self, case: str) -> None:
        for base in ("", *(version.id for version in self._workspace.annotations(case))):
            if self._workspace.journal(case, base).file.exists():
                raise StudyError("wrong-stage", "It has edits that no version holds yet; save them in Review first.")


def _without_people(versions: tuple[Annotation, ...]) -> tuple[Annotation, ...]:
    """Return the models' versions alone; what a model made of a person's version has no parent there."""
    left = [version for version in versions if by_model(version)]
    known = {version.id for version in left}
    return tuple(
        dataclasses.replace(v, parent=v.parent if v.parent in known else None, approved_by="", approved_at="")
        for v in left
    )
