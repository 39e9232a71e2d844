"""Messages there and back, and words that may leave a worker."""

import errno

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fets_desktop.jobs.failure import describe, ending_of, scrub
from fets_desktop.jobs.message import Failed, Finished, Progressed, Stopped, Told, decode, encode, failed
from fets_desktop.study.errors import Cancelled, StudyError

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FACTS = st.dictionaries(st.text(), PLAIN, max_size=4)
MESSAGES = (
    st.builds(Progressed, st.just("j"), st.floats(0, 1), st.text())
    | st.builds(Told, st.just("j"), FACTS)
    | st.builds(Finished, st.just("j"), FACTS)
    | st.builds(Failed, st.just("j"), st.sampled_from(["bug", "not-3d", "disk-full"]), st.text(), st.text())
    | st.just(Stopped("j"))
)


@given(MESSAGES)
def test_every_message_comes_back_from_its_line(message):
    line = encode(message)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert decode("j", line) == message


@given(st.binary(max_size=200) | PLAIN.map(lambda plain: repr(plain).encode()))
def test_no_line_whatever_breaks_the_listener(line):
    assert decode("j", line) is None


def test_an_error_code_nobody_knows_is_a_bug():
    line = b'{"kind": "failed", "code": "of-tomorrow", "detail": "why", "message": "all"}'
    assert decode("j", line) == Failed("j", "bug", "why", "all")


def test_a_known_failure_carries_its_words():
    error = StudyError("not-3d", "It has four dimensions.")
    assert failed("j", error) == Failed("j", "not-3d", "It has four dimensions.", error.message)
    assert failed("j", error, "more").message == f"{error.message}\nmore"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (StudyError("no-images"), "no-images"),
        (MemoryError(), "out-of-memory"),
        (OSError(errno.ENOSPC, "full", "/x"), "disk-full"),
        (OSError(errno.EDQUOT, "quota", "/x"), "disk-full"),
        (OSError(errno.EROFS, "read-only", "/x"), "read-only"),
        (PermissionError(errno.EACCES, "not yours", "/x"), "bug"),
        (ZeroDivisionError("x"), "bug"),
    ],
)
def test_errors_find_their_code(error, code):
    ending = ending_of("j", error)
    assert isinstance(ending, Failed)
    assert ending.code == code


def test_a_wish_to_stop_is_no_failure():
    assert ending_of("j", Cancelled()) == Stopped("j")


@pytest.mark.parametrize(
    "text",
    [
        "cannot open /home/Mary Jane Doe/scan one.dcm",
        r"cannot open C:\Patients\Doe Mary\1.dcm",
        "relative Doe/Mary/1.dcm is bad",
        "no tag 'Doe^Mary'",
        'value "Mary Doe" is odd',
        "first line\nthen /data/Doe",
    ],
)
def test_paths_and_quoted_words_are_taken_out(text):
    scrubbed = scrub(text)
    assert "Doe" not in scrubbed
    assert "Mary" not in scrubbed
    assert len(scrubbed.splitlines()) == len(text.splitlines())


def test_words_without_a_path_stay():
    assert scrub("size 3 does not match 4") == "size 3 does not match 4"


def test_an_operating_system_error_is_told_without_its_file():
    text = describe(FileNotFoundError(errno.ENOENT, "No such file or directory", "/data/Doe"))
    assert text == "FileNotFoundError: No such file or directory"


def fail_twice() -> None:
    try:
        raise ValueError("inner")
    except ValueError:
        raise KeyError("outer") from None


def test_a_chain_of_errors_is_told_to_its_root_and_ends():
    with pytest.raises(KeyError) as caught:
        fail_twice()
    error = caught.value
    assert "inner" not in describe(error)
    error.__suppress_context__ = False
    text = describe(error)
    assert "ValueError: inner" in text
    assert "in fail_twice" in text
    assert error.__context__
    error.__context__.__cause__ = error
    assert describe(error).count("ValueError") == 1
