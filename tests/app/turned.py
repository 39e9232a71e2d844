"""Turns the encryption of a workspace's images on and off, and stops on the way."""

from collections.abc import Callable

from fets_desktop.app.encryption import Encryption
from fets_desktop.study.errors import Cancelled


def turn(encryption: Encryption, wanted: bool) -> list[str]:
    encryption.begin(wanted)
    faults = encryption.convert()
    encryption.end()
    return faults


def stopping_after(files: int) -> Callable[[float, str], None]:
    left = [files]

    def progress(_fraction: float, _note: str) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Cancelled

    return progress
