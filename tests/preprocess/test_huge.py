"""Volumes of more voxels than a job has memory for: what is looked at of them, and that all are interpolated."""

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813

from fets_desktop.imaging.convert import to_array
from fets_desktop.imaging.files import write_array, write_image
from fets_desktop.preprocess import huge, names, step
from fets_desktop.preprocess.extracting import Heads
from fets_desktop.preprocess.huge import Shelf, looked_at
from fets_desktop.preprocess.resampling import Resampling
from fets_desktop.preprocess.step import Bench, Settings
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.grid import BRATS_GRID


def image(size, spacing=(1.0, 1.0, 1.0)) -> sitk.Image:
    made = sitk.GetImageFromArray(np.random.default_rng(3).random(size[::-1], dtype=np.float32))
    made.SetSpacing(spacing)
    made.SetOrigin((4.0, -7.0, 11.0))
    return made


def middle(image: sitk.Image) -> np.ndarray:
    return np.array(image.TransformContinuousIndexToPhysicalPoint([(n - 1) / 2 for n in image.GetSize()]))


@pytest.fixture
def small_limit(monkeypatch):
    monkeypatch.setattr(huge, "MOST_LOOKED_AT", 5000)
    monkeypatch.setattr(step, "MOST_LOOKED_AT", 5000)


def test_a_huge_image_is_looked_at_in_larger_voxels_in_the_same_place(small_limit):
    whole = image((40, 40, 20), (0.5, 0.5, 1.5))
    seen = looked_at(whole)
    assert (seen.GetSize(), seen.GetSpacing()) == ((10, 20, 20), (2.0, 1.0, 1.5))
    np.testing.assert_allclose(middle(seen), middle(whole), atol=1e-9)
    parts = to_array(whole).reshape(20, 20, 2, 10, 4)
    np.testing.assert_allclose(to_array(seen), parts.mean(axis=(2, 4)), rtol=1e-5)


def test_any_other_image_is_looked_at_as_it_is(small_limit):
    usual = image((10, 20, 25))
    assert looked_at(usual) is usual


def test_all_voxels_of_a_huge_series_are_interpolated(monkeypatch, tmp_path):
    """The same bytes whether it counts as huge or not, though its bench remembers it in larger voxels."""
    whole = sitk.Cast(image((60, 60, 40), (4.0, 4.0, 4.0)) * 900, sitk.sitkInt16)
    source = write_image(tmp_path / "t1.nii.gz", whole)
    heads, seen = [], []
    for limit in (huge.MOST_LOOKED_AT, 5000):
        monkeypatch.setattr(huge, "MOST_LOOKED_AT", limit)
        monkeypatch.setattr(step, "MOST_LOOKED_AT", limit)
        bench = Bench(tmp_path, {Contrast.T1: source}, source, lambda volumes, progress: None, "", Settings())
        seen.append(bench.source(Contrast.T1).GetNumberOfPixels())
        matrix = np.eye(4)
        matrix[:3, 3] = (120.0, -110.0, -60.0)
        heads.append(Resampling().head(bench.whole_source(Contrast.T1), matrix))
    assert seen == [144_000, 4_500]
    assert heads[0].any()
    np.testing.assert_array_equal(heads[0], heads[1])


def test_the_shelf_keeps_what_was_used_last(monkeypatch):
    monkeypatch.setattr(huge, "MOST_KEPT_BYTES", 3 * 4 * 1000)
    shelf = Shelf()
    images = [shelf.keep(number, image((10, 10, 10))) for number in range(3)]
    assert shelf.find(0) is images[0]
    shelf.keep(3, image((10, 10, 10)))
    assert shelf.find(1) is None
    assert shelf.find(0) is images[0]
    shelf.keep(4, image((30, 30, 30)))
    assert shelf.find(4) is not None, "one image is kept, however large"
    assert shelf.find(0) is None


def test_heads_are_handed_out_once_from_memory_and_then_from_the_disk(tmp_path):
    def nobody(volumes, progress):
        return None

    bench = Bench(tmp_path, {}, tmp_path / "atlas.nii.gz", nobody, "", Settings())
    array = np.random.default_rng(5).random(BRATS_GRID.shape, dtype=np.float32)
    bench.keep(names.head(Contrast.T2), array)
    bench.keep("another", array)
    bench.forget(but=names.heads())
    assert set(bench._images._images) == {tmp_path / names.head(Contrast.T2)}
    heads = Heads(bench)
    np.testing.assert_array_equal(heads[Contrast.T2].array, array)
    with pytest.raises(StudyError, match="not there"):
        heads[Contrast.T2]
    write_array(tmp_path / names.head(Contrast.T2), array, BRATS_GRID)
    np.testing.assert_array_equal(heads[Contrast.T2].array, array)
    assert not bench._images._images
