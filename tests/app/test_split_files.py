"""FeTS's train.csv and val.csv: read as they are found, written as they are read."""

import os

import pytest

from fets_desktop.app.split_files import NamedSplit, read_fets_split, write_fets_split
from fets_desktop.study.errors import StudyError


def test_what_is_written_is_read_back_from_where_fets_looks_for_it(tmp_path):
    files = write_fets_split(tmp_path, ["P-1", "P-2"], ["P-3"])
    place = tmp_path / "split_info" / "fets_phase2_split_1"
    assert files == [place / "train.csv", place / "val.csv"]
    assert (place / "train.csv").read_text() == "data_uid\nP-1\nP-2\n"
    assert read_fets_split(tmp_path) == NamedSplit(("P-1", "P-2"), ("P-3",))
    assert read_fets_split(place / "val.csv") == read_fets_split(place)


def test_tables_of_other_programs_are_read(tmp_path):
    (tmp_path / "train.csv").write_text("\ufeffindex,Data_UID,\r\n0, FeTS22_01 ,\r\n1,FeTS22_01,\r\n2,,\r\n3\r\n")
    (tmp_path / "val.csv").write_text('data_uid\n"FeTS22_02"\n')
    assert read_fets_split(tmp_path) == NamedSplit(("FeTS22_01",), ("FeTS22_02",))


@pytest.mark.parametrize(
    ("train", "val", "words"),
    [
        (None, b"data_uid\na\n", "no train.csv"),
        (b"data_uid\na\n", None, "no val.csv"),
        (b"", b"data_uid\na\n", "no column"),
        (b"name\na\n", b"data_uid\nb\n", "no column"),
        (b"data_uid\na\nb\n", b"data_uid\nb\n", "both sides"),
        (b"data_uid\n\xff\xfe\n", b"data_uid\nb\n", "no table"),
    ],
)
def test_what_is_no_split_is_told(tmp_path, train, val, words):
    for name, content in (("train.csv", train), ("val.csv", val)):
        if content is not None:
            (tmp_path / name).write_bytes(content)
    with pytest.raises(StudyError, match=words) as raised:
        read_fets_split(tmp_path)
    assert raised.value.code == "bad-split"


def test_a_pipe_in_the_place_of_a_table_is_not_waited_for(tmp_path):
    (tmp_path / "train.csv").write_text("data_uid\na\n")
    os.mkfifo(tmp_path / "val.csv")
    with pytest.raises(StudyError, match=r"no val\.csv") as raised:
        read_fets_split(tmp_path)
    assert raised.value.code == "bad-split"
