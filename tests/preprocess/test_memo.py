"""The memo believes nothing that it cannot check."""

from pathlib import Path

from fets_desktop.preprocess.memo import MEMO_NAME, Done, Memo, file_hash, key_of
from fets_desktop.study.finding import Finding, Grade


def done(folder: Path) -> Done:
    (folder / "a.txt").write_text("whole")
    finding = Finding("s", "Step", Grade.LOOK, "seen", {"x_mm": 1.5}, 2.0, "p.png")
    return Done("key", {"recipe": "1"}, {"a.txt": file_hash(folder / "a.txt")}, finding)


def test_what_was_done_is_found_again_by_another_process(tmp_path):
    kept = done(tmp_path)
    Memo(tmp_path).keep("s", kept)
    assert Memo(tmp_path).find("s", "key") == kept


def test_other_inputs_are_not_found(tmp_path):
    Memo(tmp_path).keep("s", done(tmp_path))
    assert Memo(tmp_path).find("s", "other") is None


def test_a_damaged_or_lost_output_is_not_believed(tmp_path):
    Memo(tmp_path).keep("s", done(tmp_path))
    (tmp_path / "a.txt").write_text("torn")
    assert Memo(tmp_path).find("s", "key") is None
    (tmp_path / "a.txt").unlink()
    assert Memo(tmp_path).find("s", "key") is None


def test_a_torn_memo_is_as_good_as_none(tmp_path):
    Memo(tmp_path).keep("s", done(tmp_path))
    text = (tmp_path / MEMO_NAME).read_text()
    for torn in (text[: len(text) // 2], "", "[]", '{"s": 3}', '{"s": {"key": "key"}}'):
        (tmp_path / MEMO_NAME).write_text(torn)
        assert Memo(tmp_path).find("s", "key") is None


def test_the_key_does_not_depend_on_the_order():
    assert key_of({"a": 1, "b": (2, 3)}) == key_of({"b": [2, 3], "a": 1})
    assert key_of({"a": 1}) != key_of({"a": 2})
