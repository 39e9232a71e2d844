"""Words that stand in a file in another coat: as base64, or deflated in a PDF. Everything here has a bound.

Source: RFC 4648 for base64; ISO 32000-1, 7.3.4 (strings), 7.4 (filters), 9.4.3 (showing text).
"""

import base64
import binascii
import re
import zlib
from collections.abc import Iterator

PDF_MARK = b"%PDF-"
LARGEST_STREAM, _LARGEST_PDF = 32 << 20, 128 << 20
"""In bytes: what one stream of a PDF, and all of them together, may unfold to."""

_RUN = re.compile(rb"[A-Za-z0-9+/_-]{12,}(?:\r?\n[ \t]*[A-Za-z0-9+/_-]{12,})*")
_URL_LETTERS = bytes.maketrans(b"-_", b"+/")
_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY_BYTES = 1024
_PIECE = 4096
_ONE = rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>"
_SHOWN = re.compile(rb"\[((?:" + _ONE + rb"|[^\]()<>]){0,2000})\]\s*TJ|(" + _ONE + rb")\s*(?:Tj|'|\")", re.DOTALL)
_STRING = re.compile(rb"\(((?:[^()\\]|\\.)*)\)|<([0-9A-Fa-f\s]*)>", re.DOTALL)
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_PACKED_PICTURE = re.compile(r"[A-Za-z0-9+/=]{512,}")
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def holds_text(chunk: bytes) -> bool:
    """Tell whether bytes may be text: voxels and what is packed have zeros in their first few thousand."""
    return b"\0" not in chunk[:4096]


def without_base64(text: str) -> str:
    """Return a text without what is packed in it: among a million letters of a picture some look like a date."""
    return _PACKED_PICTURE.sub(" ", text)


def base64_runs(chunk: bytes) -> Iterator[bytes]:
    """Yield what every run of base64 in a text decodes to, read from each of the four places it may begin at."""
    for match in _RUN.finditer(chunk):
        run = re.sub(rb"\s", b"", match[0]).translate(_URL_LETTERS)
        for start in range(4):
            end = start + (len(run) - start) // 4 * 4
            tail = run[end:]
            whole = run[start:end] + (tail + b"=" * (4 - len(tail)) if len(tail) > 1 else b"")
            try:
                yield base64.b64decode(whole, validate=True)
            except binascii.Error:
                continue


def pdf_streams(content: bytes) -> Iterator[bytes]:
    """Yield the streams of a PDF, unfolded where they are deflated; of a damaged one what comes before the damage.

    Raises:
        ValueError: If they unfold to more than anybody needs.
    """
    left = _LARGEST_PDF
    for match in _STREAM.finditer(content):
        head = content[max(0, match.start() - _DICTIONARY_BYTES) : match.start()].rpartition(b"obj")[2]
        end = content.find(b"endstream", match.end())
        raw = _plain(content[match.end() : end if end >= 0 else len(content)], head)
        deflated = b"FlateDecode" in head or b"/Fl" in head
        unfolded = _inflated(raw, min(LARGEST_STREAM, left) + 1) if deflated else raw[:LARGEST_STREAM]
        left -= len(unfolded)
        if len(unfolded) > LARGEST_STREAM or left < 0:
            raise ValueError("a PDF that unfolds to more than it may")
        yield unfolded


def _plain(raw: bytes, head: bytes) -> bytes:
    """Take off the coats that make bytes letters."""
    try:
        if b"ASCII85Decode" in head or b"/A85" in head:
            return base64.a85decode(raw.strip().removeprefix(b"<~").removesuffix(b"~>"))
        if b"ASCIIHexDecode" in head or b"/AHx" in head:
            return bytes.fromhex(raw.strip().removesuffix(b">").decode("ascii"))
    except ValueError:
        return b""
    return raw


def _inflated(raw: bytes, most: int) -> bytes:
    unfolding, done = zlib.decompressobj(), bytearray()
    try:
        # in pieces, so that damage costs the piece it stands in
        for start in range(0, len(raw), _PIECE):
            done += unfolding.decompress(raw[start : start + _PIECE], most - len(done))
            if len(done) >= most:
                break
    except zlib.error:
        pass
    return bytes(done)


def pdf_words(stream: bytes) -> str:
    """Return the text that a page's stream shows, letters that are set apart for their spacing put together again."""
    lines: list[str] = []
    if b"BT" not in stream:
        return ""  # a picture or a font
    for match in _SHOWN.finditer(stream):
        parts = _STRING.findall(match[1] or match[2])
        lines.append("".join(_text(_unescaped(plain) if not in_hex else _from_hex(in_hex)) for plain, in_hex in parts))
    return "\n".join(lines)


def _text(raw: bytes) -> str:
    # fonts with two bytes a letter write Latin letters with a zero before
    return raw.decode("utf-16-be" if raw[:1] == b"\0" and len(raw) % 2 == 0 else "latin-1", errors="replace")


def _from_hex(digits: bytes) -> bytes:
    plain = re.sub(rb"\s", b"", digits)
    return bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode("ascii"))


def _unescaped(raw: bytes) -> bytes:
    def one(match: re.Match[bytes]) -> bytes:
        sign = match[1]
        if sign[:1].isdigit():
            return bytes([int(sign, 8) & 0xFF])
        return b"" if sign.endswith(b"\n") else _LETTERS.get(sign, sign)

    return _ESCAPED.sub(one, raw)
