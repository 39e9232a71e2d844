"""Two histories of one case become one: what both have stays as it is, the rest is added, nothing is overwritten."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from fets_desktop.app.annotations.readings import by_model
from fets_desktop.study.annotation import Annotation
from fets_desktop.study.package import Key, Letter, key_of

MOVED_NOTE = "Drawn on the images as they were before they were made anew here; check where it lies."


@dataclass(frozen=True)
class Merge:
    """What a package adds to a case.

    Attributes:
        added: New versions under this workspace's numbers, every parent before its child.
        signed: Sign-offs of versions that are here already: id here, and the version as it came.
        rivals: The newest version of either side, (here, there), if both were changed; a person has to decide.
        moved: Whether the images here are no longer those that were drawn on.
    """

    added: tuple[Annotation, ...]
    signed: tuple[tuple[str, Annotation], ...]
    rivals: tuple[str, str] | None
    moved: bool

    @property
    def nothing(self) -> bool:
        """Whether everything is here already."""
        return not (self.added or self.signed)


def merged(letter: Letter, local: Sequence[Annotation], *, moved: bool = False) -> Merge:
    """Say what a package adds to the versions that are here.

    A new version comes with its sign-off only where nobody changed the case here meanwhile, and on the images as they
    still are: else the sign-off stands in its note, and the case wants another look. A sign-off of a version that is
    here already is a fact about that version alone.

    Args:
        letter: What came.
        local: The versions here, oldest first.
        moved: Whether the images were made anew here since.
    """
    here = {key_of(version): version for version in local}
    came = {key_of(version): version for version in letter.versions}
    mine = [version for version in local if _changed_here(version, came)]
    names: dict[str, str] = {}
    added: list[Annotation] = []
    signed: list[tuple[str, Annotation]] = []
    for version in letter.versions:
        known = here.get(key_of(version))
        if known is None:
            number = len(local) + len(added) + 1
            added.append(_named(version, number, names.get(version.parent or "")))
        elif version.approved_at and not known.approved_at:
            signed.append((known.id, version))
        names[version.id] = known.id if known else added[-1].id
    drawn = [version for version in added if not by_model(version)]
    rivals = (mine[-1].id, drawn[-1].id if drawn else signed[-1][0]) if mine and (drawn or signed) else None
    if rivals or moved:
        added = [_unsigned(version, mine, moved) for version in added]
    return Merge(tuple(added), tuple(signed), rivals, moved)


def _changed_here(version: Annotation, came: Mapping[Key, Annotation]) -> bool:
    """Tell whether a person changed or signed a version here that the other side does not know of."""
    theirs = came.get(key_of(version))
    if theirs is None:
        return not by_model(version)
    return bool(version.approved_at) and version.approved_at != theirs.approved_at


def _named(version: Annotation, number: int, parent: str | None) -> Annotation:
    return replace(version, id=f"{version.case}/{number}", number=number, parent=parent)


def _unsigned(version: Annotation, mine: Sequence[Annotation], moved: bool) -> Annotation:
    """Return a version without its sign-off, which its note tells of."""
    notes = [version.note] if version.note else []
    if version.approved_at:
        notes.append(f"Approved elsewhere by {version.approved_by}, {version.approved_at}.")
    if mine and not by_model(version):
        notes.append(f"The case was changed here meanwhile: adjudicate with version {mine[-1].number}.")
    if moved:
        notes.append(MOVED_NOTE)
    return replace(version, approved_by="", approved_at="", approved_reason="", note=" ".join(notes))
