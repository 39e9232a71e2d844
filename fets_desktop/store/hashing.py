"""Hashes of whole files: what names them, and tells that they were not changed."""

import hashlib
from pathlib import Path


def sha256_of(file: Path) -> str:
    """Return the hash of a file's content in hexadecimal digits."""
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()
