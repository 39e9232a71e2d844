"""Parts that one package of the program brings and the other leaves out."""

from collections.abc import Iterator
from contextlib import contextmanager

from fets_desktop.study.errors import StudyError

_TRAINING = ("torch", "torchio", "nncf", "matplotlib", "dp_accounting")


@contextmanager
def training_parts() -> Iterator[None]:
    """Say in a person's words that training is not installed, where something that needs it is loaded.

    Raises:
        StudyError: "no-training".
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _TRAINING:
            raise
        raise StudyError("no-training") from error
