"""Read every byte of a workspace and say where something names a patient: by what kind, never by which words."""

import bz2
import gzip
import io
import json
import lzma
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, BinaryIO

from fets_desktop.app.phi_words import LONGEST_NEEDLE, Known, Searcher
from fets_desktop.app.tasks.phi_hidden import PDF_MARK, base64_runs, holds_text, pdf_streams, pdf_words, without_base64
from fets_desktop.dicom.header import lenient_reading
from fets_desktop.dicom.kept import SUFFIX, each_kept
from fets_desktop.dicom.unclean import unclean
from fets_desktop.imaging.disk import known_disk_errors
from fets_desktop.imaging.opening import plain
from fets_desktop.jobs.worker import TaskContext
from fets_desktop.store.every_text import every_text
from fets_desktop.study.errors import StudyError
from fets_desktop.study.identity import SourceIdentity
from fets_desktop.study.plain import from_plain
from fets_desktop.study.progress import Progress, part

_CHUNK = 4 << 20
_NIFTI_TEXTS = ((4, 18), (14, 32), (148, 228), (228, 252), (328, 344))
"""Bytes of a NIfTI-1 header that may hold words: data_type, db_name, descrip, aux_file, intent_name."""
_NIFTI_DATA = 352
_TEXT_ENDINGS = (".json", ".txt", ".log", ".csv", ".md", ".mat", ".tfm", ".journal", ".id", ".xml", ".html", ".tsv")
_LONGEST_TEXT = 64 << 20
_PRIVATE = tuple(f"scratch/{name}/" for name in ("inbox", "sources", "exports", "trainings", "pacs"))
_SEALED = ("identities.vault", "secrets.vault", "pseudonym.key")
_MOST_FINDINGS = 500
_OWN_SENTENCES = {"series": ("why", "set_aside"), "findings": ("title", "text")}
"""Tables and keys of the records under which this program's own sentences stand, and nobody's typed words. "long echo"
names no patient called Long, in whatever workspace has one: words in small letters are passed over there, as names in
headers have a capital. Elsewhere, under the same keys too, a person may have typed them."""
_OWN_IDS = {"settings": ("key",), "jobs": ("ticket", "model_version")}
"""Tables and keys under which ids of this program's own stand: of twelve digits of a hash or of chance one in three
hundred has no letter among them, and is no patient's number. Known words are looked for there, too."""
_LOWER_WORD = re.compile(r"(?<![^\W_])[a-z]+(?![^\W_])")
_PACKED = ((b"\x1f\x8b", gzip.open), (b"BZh", bz2.open), (b"\xfd7zXZ", lzma.open))
_ZIP = b"PK\x03\x04"
_SHORTEST_LOOK = 12
"""In bytes: of the ids of jobs, which are shorter, one in 50,000 reads as a name where it is taken for base64."""
_DEEPEST, _LARGEST_INNER = 3, 256 << 20
_TORN = (OSError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, StudyError)

Found = Counter[tuple[str, str]]


def run(context: TaskContext) -> dict[str, Any]:
    """Look at records, stored files, journals, logs, scratch, and the names of all of them.

    Returns:
        `findings`: where, what and how often; `files` and `bytes` that were read; `unread`: what could not be.
    """
    folder = Path(context.arguments["folder"])
    known = Known.of(from_plain(SourceIdentity, plain) for plain in context.arguments["known"])
    reading = _Reading(folder, context.scratch, Searcher(known))
    reading.records(part(context.progress, 0.0, 0.1))
    reading.files(part(context.progress, 0.1, 1.0))
    found = sorted(reading.found.items())[:_MOST_FINDINGS]
    findings = [{"where": where, "what": what, "count": count} for (where, what), count in found]
    return {"findings": findings, "files": reading.count, "bytes": reading.bytes, "unread": reading.unread}


class _Reading:
    """One pass over a workspace."""

    def __init__(self, folder: Path, scratch: Path, searcher: Searcher) -> None:
        self._folder, self._scratch, self._searcher = folder, scratch, searcher
        self.found: Found = Counter()
        self.unread: list[str] = []
        self.count = self.bytes = 0

    def records(self, progress: Progress) -> None:
        """Read every text of every table."""
        progress(0.0, "Records")
        for where, text in every_text(self._folder, self._scratch):
            self._texts(f"the records: {where}", text, where.partition(",")[0])
        progress(1.0, "Records")

    def files(self, progress: Progress) -> None:
        """Read every file, and every name of a file or folder."""
        own = self._scratch.resolve()
        found = [path for path in sorted(self._folder.rglob("*")) if not path.resolve().is_relative_to(own)]
        # folders and links are looked at, too, but what is told and counted is files
        total = sum(path.is_file() and not path.is_symlink() for path in found)
        for path in found:
            name = path.relative_to(self._folder).as_posix()
            where = self._shown(name)
            if path.is_symlink():
                self._note(f"{where}, where it leads", self._searcher.in_text(str(path.readlink())))
                continue
            if not path.is_file():
                continue
            # one that a job of the same moment has made is not told of
            if self.count < total:
                progress(self.count / total, f"File {self.count + 1} of {total}")
            try:
                self._file(path, name, where)
            except FileNotFoundError:
                continue  # a job of the same moment has removed it
            except _TORN:
                self.unread.append(where)
            self.count += 1

    def _shown(self, name: str) -> str:
        """Return a path in which every part that names somebody is left out; such parts are findings themselves."""
        parts = []
        for part_ in name.split("/"):
            kinds = self._searcher.in_text(part_, looks=not _is_hash(part_))
            parts.append("…" if kinds else part_)
            for kind in kinds:
                self.found["the name of a file or folder: " + "/".join(parts), kind] += 1
        return "/".join(parts)

    def _note(self, where: str, kinds: set[str]) -> None:
        for kind in kinds:
            self.found[where, kind] += 1

    def _texts(self, where: str, text: str, table: str = "") -> None:
        """Search a text, or what is in it if it is JSON; in a table of the records the program itself may speak."""
        sentences, ids = _OWN_SENTENCES.get(table, ()), _OWN_IDS.get(table, ())
        for key, one in _strings(text):
            said = _LOWER_WORD.sub(" ", one) if key in sentences else one
            self._note(where, self._searcher.in_text(without_base64(said), looks=key not in ids))
            self._base64(one.encode("utf-8", "surrogatepass"), where)

    def _base64(self, text: bytes, where: str) -> None:
        """Look into what stands in a text as base64, and into what is packed in that."""
        plain = b"\n\n".join(self._decoded(text, where))
        if plain:
            self._note(f"{where}, in base64", self._searcher.in_bytes(plain))

    def _decoded(self, text: bytes, where: str) -> Iterator[bytes]:
        for one in base64_runs(text):
            yield one
            if one.startswith((PDF_MARK, _ZIP, *(mark for mark, _ in _PACKED))):
                self._inner(io.BytesIO(one), f"{where}, in base64", 1)
            elif one.isascii() and one.decode("ascii").isprintable():
                looks = len(one) >= _SHORTEST_LOOK
                self._note(f"{where}, in base64", self._searcher.in_text(one.decode("ascii"), looks=looks))

    def _pdf(self, content: bytes, where: str) -> None:
        """Look into the deflated streams of a PDF: for known words in their bytes, for all words in what they show."""
        for stream in pdf_streams(content):
            self.bytes += len(stream)
            self._note(f"{where}, in a PDF", self._searcher.in_bytes(stream))
            self._note(f"{where}, in a PDF", self._searcher.in_text(pdf_words(stream)))

    def _file(self, path: Path, name: str, where: str) -> None:
        if name.startswith(_PRIVATE):
            self.found[where, "private until a job has ended: places, headers or images as they came"] += 1
        with plain(path) as content:
            self._content(content, name, where)

    def _content(self, path: Path, name: str, where: str) -> None:
        with known_disk_errors(), path.open("rb") as file:
            self._stream(file, where)
        if name in _SEALED:
            return
        if name.endswith(SUFFIX):
            self._headers(path, where)
            return
        with known_disk_errors(), path.open("rb") as file:
            packed = self._packed(file, where, 1, nifti=name.endswith(".nii.gz"))
        with known_disk_errors(), path.open("rb") as file:
            # a DICOM object may hold one
            if PDF_MARK in file.read(_CHUNK):
                file.seek(0)
                self._pdf(file.read(_LARGEST_INNER), where)
        if not packed and (name.endswith(_TEXT_ENDINGS) or ".log" in path.name):
            self._lines(path, where)

    def _packed(self, file: BinaryIO, where: str, depth: int, *, nifti: bool = False) -> bool:
        """Read what is packed in a file, known by its first bytes; False if it is no packed one."""
        start = file.read(8)
        if start.startswith(_ZIP) or _ends_as_archive(file):
            self._archive(file, where, depth)
            return True
        file.seek(0)
        opened = next((opened for mark, opened in _PACKED if start.startswith(mark)), None)
        if opened is not None:
            with opened(file) as inner:
                self._stream(inner, f"{where}, unpacked", nifti=nifti)  # type: ignore[arg-type]
        return opened is not None

    def _stream(self, file: BinaryIO | gzip.GzipFile, where: str, *, nifti: bool = False) -> None:
        """Look for known words in all bytes, across the borders of chunks too; in a NIfTI header for looks as well."""
        before = b""
        first = True
        while chunk := file.read(_CHUNK):
            self.bytes += len(chunk)
            self._note(where, self._searcher.in_bytes(before + chunk))
            if holds_text(chunk):
                self._base64(before + chunk, where)
            if first and nifti:
                self._nifti_words(chunk, where)
            before, first = chunk[-2 * LONGEST_NEEDLE :], False

    def _nifti_words(self, start: bytes, where: str) -> None:
        texts = [start[a:b] for a, b in _NIFTI_TEXTS]
        if start[348:349] not in (b"", b"\0"):
            texts.append(start[_NIFTI_DATA : _NIFTI_DATA + 65536])
        for text in texts:
            self._note(f"{where}, header", self._searcher.in_text(text.decode("latin-1").replace("\0", " ")))

    def _headers(self, path: Path, where: str) -> None:
        """Check every kept header against the profile, and its texts for names."""
        with lenient_reading():
            for number, header in enumerate(each_kept(path), 1):
                here = f"{where}, header {number}"
                for name in unclean(header):
                    self.found[here, f"against the profile: {name}"] += 1
                for text in header.to_json_dict().values():
                    self._note(here, self._searcher.in_text(json.dumps(text, ensure_ascii=False), looks=False))

    def _archive(self, file: BinaryIO, where: str, depth: int) -> None:
        with zipfile.ZipFile(file) as archive:
            for entry in archive.infolist():
                kinds = self._searcher.in_text(entry.filename)
                here = f"{where}, entry {'…' if kinds else entry.filename}"
                self._note(here, kinds)
                with archive.open(entry) as inner:
                    self._stream(inner, here)  # type: ignore[arg-type]
                with archive.open(entry) as inner:
                    self._inner(inner, here, depth)

    def _inner(self, inner: IO[bytes], where: str, depth: int) -> None:
        """Read what is packed in an entry of an archive, up to a depth and size that nobody needs."""
        start = inner.read(8)
        if not start.startswith((PDF_MARK, _ZIP, *(mark for mark, _ in _PACKED))):
            return
        content = start + inner.read(_LARGEST_INNER)
        if depth >= _DEEPEST or len(content) > _LARGEST_INNER:
            self.unread.append(f"{where} (packed too often, or too large)")
            return
        try:
            if content.startswith(PDF_MARK):
                self._pdf(content, where)
            self._packed(io.BytesIO(content), where, depth + 1)
        except _TORN:
            self.unread.append(where)

    def _lines(self, path: Path, where: str) -> None:
        if path.stat().st_size > _LONGEST_TEXT:
            self.unread.append(f"{where} (too long to be read as text)")
            return
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
            self._texts(f"{where}, line {number}", line)


def _ends_as_archive(file: BinaryIO) -> bool:
    """Whether a file is an archive, though something stands before it; its last mark stands in an image by chance."""
    try:
        return zipfile.is_zipfile(file) and bool(zipfile.ZipFile(file).infolist())
    except _TORN:
        return False


def _is_hash(name: str) -> bool:
    stem = name.split(".")[0]
    return len(stem) in (2, 16, 32, 64) and set(stem) <= set("0123456789abcdef")


def _strings(text: str) -> Iterator[tuple[str, str]]:
    """Yield the texts within JSON (numbers there are numbers) with their keys, or the text itself if it is none."""
    if text[:1] not in ("{", "[", '"'):
        yield "", text
        return
    try:
        waiting: list[tuple[str, Any]] = [("", json.loads(text))]
    except ValueError:
        yield "", text
        return
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [("", name) for name in value] + list(value.items())
        elif isinstance(value, list):
            waiting += [(key, one) for one in value]
        elif isinstance(value, str):
            yield key, value
