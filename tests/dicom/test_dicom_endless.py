"""Places that have no end: whoever looks at them can be stopped, and nothing is read that never answers."""

import pytest
from volumes_for_dicom import write_nifti

from fets_desktop.dicom import look as look_module
from fets_desktop.dicom.scan import scan
from fets_desktop.study.errors import Cancelled

SALT = b"a secret of 32 bytes............"


def test_a_list_that_names_a_huge_folder_can_be_stopped_in_its_middle(tmp_path):
    place = tmp_path / "huge"
    place.mkdir()
    for number in range(300):
        (place / f"{number:03}.txt").write_text("nothing")
    write_nifti(tmp_path / "t1.nii.gz")
    (tmp_path / "list.csv").write_text("PatientID,T1,T1GD,T2,T2FLAIR\none,huge,huge,huge,t1.nii.gz\n")
    told = []

    def progress(_fraction, words):
        told.append(words)
        if "file 100" in words:
            raise Cancelled

    with pytest.raises(Cancelled):
        scan([tmp_path / "list.csv"], SALT, progress)
    assert told[-1] == "Reading the list: case 1 of 1, file 100 of a place"


def test_what_says_that_it_is_empty_is_not_read(tmp_path, monkeypatch):
    for name in ("a.dcm", "kmsg", "b.nii.gz"):
        (tmp_path / name).touch()
    monkeypatch.setattr(look_module, "read_start", lambda path: pytest.fail("a reader would wait here for ever"))
    assert {fault.detail for fault in scan([tmp_path], SALT).faults} == {"The file is empty."}
