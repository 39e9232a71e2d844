"""Schemes, stages, splits, errors, settings, plain values: the words everyone speaks."""

import json
import pickle
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fets_desktop.study.annotation import Annotation
from fets_desktop.study.case import STAGE_TABLE, Case, Event, Series, Stage, next_stage
from fets_desktop.study.contrast import ALL_CONTRASTS, NETWORK_ORDER, Contrast
from fets_desktop.study.errors import ERRORS, ErrorKind, StudyError
from fets_desktop.study.grid import BRATS_GRID
from fets_desktop.study.labels import (
    BRATS_2021,
    BRATS_2023,
    POST_OPERATIVE,
    REGIONS,
    SCHEMES,
    Region,
    Tissue,
    convert_labels,
    counts_of,
    possible_schemes,
    region_mask,
)
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import ModelFile, read_card, read_model, write_model
from fets_desktop.study.plain import from_plain, to_plain
from fets_desktop.study.progress import part, silent
from fets_desktop.study.resources import atlas, cache_folder, resource
from fets_desktop.study.settings import SETTINGS
from fets_desktop.study.split import Split, draw_split


def test_regions_nest_in_every_scheme() -> None:
    values = {"brats2021": (1, 2, 4), "brats2023": (1, 2, 3), "postop": (1, 2, 3)}
    for name, (ncr, ed, et) in values.items():
        labels = np.array([0, ncr, ed, et])
        masks = {r: region_mask(labels, r, SCHEMES[name]).tolist() for r in REGIONS}
        assert masks[Region.ET] == [False, False, False, True]
        assert masks[Region.TC] == [False, True, False, True]
        assert masks[Region.WT] == [False, True, True, True]
    assert not region_mask(np.array([4]), Region.WT, POST_OPERATIVE).any(), "a cavity is no tumour"


def test_labels_keep_their_meaning_between_schemes() -> None:
    old = np.array([[0, 1, 2, 4]], dtype=np.int16)
    new = convert_labels(old, BRATS_2021, BRATS_2023)
    assert new.tolist() == [[0, 1, 2, 3]]
    assert convert_labels(new, BRATS_2023, BRATS_2021).tolist() == old.tolist()
    with pytest.raises(ValueError, match="label 4 of postop"):
        convert_labels(np.array([4]), POST_OPERATIVE, BRATS_2021)
    with pytest.raises(ValueError, match="label 3 of brats2021"):
        convert_labels(np.array([3]), BRATS_2021, BRATS_2023)
    assert BRATS_2021.value(Tissue.ET) == 4
    assert POST_OPERATIVE.tissue(4) is Tissue.RC
    with pytest.raises(KeyError):
        BRATS_2021.value(Tissue.RC)


def test_which_schemes_a_file_may_be_in() -> None:
    def names(*values: int) -> set[str]:
        return {scheme.name for scheme in possible_schemes(np.array(values))}

    assert names(0, 1, 2, 4) == {"brats2021", "postop"}
    assert names(0, 1, 2, 3) == {"brats2023", "postop"}
    assert names(0, 1, 2, 3, 4) == {"postop"}
    assert names(0) == set(SCHEMES)
    assert names(5) == set()
    assert BRATS_2021.strays(np.array([3, 9, 4, 0])) == (3, 9)


def test_every_value_is_counted_in_a_label_array_of_any_shape() -> None:
    labels = np.random.default_rng(3).integers(0, 256, (5, 6, 7)).astype(np.uint8)
    labels[1] = 0
    for array in (labels, labels[1], labels[0, 0], labels[:0]):
        counts = counts_of(array)
        assert counts.shape == (256,)
        assert counts.tolist() == [int((array == value).sum()) for value in range(256)]


def test_contrasts_and_the_order_of_channels() -> None:
    assert NETWORK_ORDER == (Contrast.T1, Contrast.T2, Contrast.FLAIR, Contrast.T1GD)
    assert [c.brats2023_name for c in ALL_CONTRASTS] == ["t1n", "t1c", "t2w", "t2f"]


def test_a_case_goes_forward_through_its_stages() -> None:
    stage = Stage.NEW
    for event in (Event.CONVERT, Event.PREPARE, Event.PROPOSE, Event.EDIT, Event.APPROVE):
        after = next_stage(stage, event)
        assert after is not None
        assert list(Stage).index(after) == list(Stage).index(stage) + 1
        stage = after
    assert next_stage(Stage.APPROVED, Event.EDIT) is Stage.IN_REVIEW
    assert next_stage(Stage.APPROVED, Event.CORRECT) is Stage.CONVERTED
    assert next_stage(Stage.NEW, Event.APPROVE) is None
    assert next_stage(Stage.EXCLUDED, Event.PROPOSE) is None
    for here, event in product(Stage, Event):
        if here is Stage.EXCLUDED:
            assert (next_stage(here, event) is None) == (event is not Event.INCLUDE)
    assert all(stage.words for stage in Stage)
    assert {here for here, _ in STAGE_TABLE} == set(Stage)


def test_a_case_knows_what_it_lacks() -> None:
    case = Case("P", "Q", series=(Series("s", "P", contrast=Contrast.T2), Series("t", "P", set_aside="a mask")))
    assert case.chosen(Contrast.T2) == case.series[0]
    assert case.missing == (Contrast.T1, Contrast.T1GD, Contrast.FLAIR)


cases, people = st.integers(0, 60).map(lambda n: f"C{n}"), st.integers(0, 25).map(lambda n: f"P{n}")
patients = st.dictionaries(cases, people, max_size=40)


@given(patients, patients, st.integers(0, 5), st.sampled_from([0.5, 0.8, 0.9]))
def test_a_split_keeps_patients_together_and_its_word(first, more, seed, fraction) -> None:
    split = draw_split(first, fraction, seed)
    assert sorted((*split.train, *split.validation)) == sorted(first)
    sides = {side: {first[c] for c in getattr(split, side)} for side in ("train", "validation")}
    assert not sides["train"] & sides["validation"]
    people = len(set(first.values()))
    wanted = 0 if people < 2 else max(1, round((1 - fraction) * people))
    assert len(sides["validation"]) == wanted
    assert draw_split(dict(reversed(first.items())), fraction, seed) == split, "whoever comes first"
    everyone = {**more, **first}
    grown = draw_split(everyone, fraction, seed + 1, split)
    assert set(split.train) <= set(grown.train)
    assert set(split.validation) <= set(grown.validation)


def test_a_fraction_that_makes_no_sense_is_refused() -> None:
    for fraction in (0.0, 1.0, -1.0, 2.0):
        with pytest.raises(ValueError, match="between 0 and 1"):
            draw_split({"a": "b"}, fraction)


def test_errors_say_what_why_and_what_to_do() -> None:
    error = StudyError("wrong-grid", "It has 10 x 10 x 10 voxels")
    assert error.message == (
        "The label map stands on another grid. It has 10 x 10 x 10 voxels. "
        "Export it again on the grid of the images it belongs to (240x240x155, 1 mm for atlas space)."
    )
    assert str(error) == error.message
    again = pickle.loads(pickle.dumps(error))
    assert (again.code, again.detail) == ("wrong-grid", error.detail)
    with pytest.raises(KeyError):
        StudyError("nonsense")
    for code, text in ERRORS.items():
        assert text.code == code
        assert text.title
        assert text.advice.endswith((".", "?"))
        assert not text.title.endswith(".")
    assert {kind.value for kind in ErrorKind} == {2, 3, 4, 5}


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=lambda s: s.name)
def test_every_setting_takes_its_own_default_and_describes_itself(setting) -> None:
    assert setting.check(setting.default) == setting.default
    assert setting.title
    assert setting.text.endswith(".")
    if setting.kind is bool:
        with pytest.raises(ValueError, match="yes or no"):
            setting.check("true")
    if setting.choices:
        with pytest.raises(ValueError, match="choose one of"):
            setting.check("no such choice")
    for edge, step in ((setting.low, -1), (setting.high, 1)):
        if edge is not None:
            assert setting.check(edge) == edge
            with pytest.raises(ValueError, match="must lie between"):
                setting.check(edge + step)


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Inner:
    numbers: tuple[int, ...] = ()
    colour: Colour | None = None


@dataclass(frozen=True)
class Outer:
    name: str
    inner: Inner
    pair: tuple[int, str] = (1, "a")
    places: dict[Colour, Path] = field(default_factory=dict)
    several: list[Inner] = field(default_factory=list)


def test_plain_values_come_back_as_they_were() -> None:
    value = Outer("x", Inner((1, 2), Colour.RED), (3, "b"), {Colour.RED: Path("/a")}, [Inner(), Inner((9,))])
    plain = json.loads(json.dumps(to_plain(value)))
    assert from_plain(Outer, plain) == value
    assert from_plain(Outer, {**plain, "unknown": 1}) == value, "a newer version's field is left out"
    with pytest.raises(TypeError):
        from_plain(Outer, {"name": "x"})
    with pytest.raises(ValueError):
        from_plain(Outer, {**plain, "inner": {"colour": "blue"}})
    series = Series("s", "P", Contrast.T1, grid=BRATS_GRID)
    assert from_plain(Series, to_plain(series)) == series
    version = Annotation("P/1", "P", 1, "Dr", None, "0", "postop", "", {"WT": 1.5})
    assert from_plain(Annotation, to_plain(version)) == version
    assert from_plain(Split, to_plain(Split(("a",), ("b",)))) == Split(("a",), ("b",))


def test_a_part_of_a_progress_is_mapped_and_named() -> None:
    heard: list[tuple[float, str]] = []
    inner = part(lambda fraction, note: heard.append((fraction, note)), 0.2, 0.6, "Step: ")
    for fraction in (-1.0, 0.0, 0.5, 1.0, 3.0):
        inner(fraction, "x")
    assert [round(f, 9) for f, _ in heard] == [0.2, 0.2, 0.4, 0.6, 0.6]
    assert {note for _, note in heard} == {"Step: x"}
    silent(0.5, "nobody hears")


def test_a_model_file_is_the_same_bytes_every_time_and_nothing_else_is_read(tmp_path: Path) -> None:
    card = ModelCard("m", 2, "resunet", "int8", ("T1",), ("ET",), "nothing", {"int8": {"ET": 0.5}}, extra={"base": 4})
    model = ModelFile(card, b"<net/>", bytes(range(256)))
    path = write_model(tmp_path / "m.fetsmodel", model)
    content = path.read_bytes()
    assert read_model(path) == model
    assert read_card(path) == card
    assert write_model(path, model).read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["m.fetsmodel"]
    for broken in (content[:-30], content[:100], b"", content.replace(b"card.json", b"dark.json")):
        path.write_bytes(broken)
        for read in (read_model, read_card):
            with pytest.raises(StudyError) as raised:
                read(path)
            assert raised.value.code == "bad-model"
    for read in (read_model, read_card):
        with pytest.raises(StudyError) as raised:
            read(tmp_path / "nothing")
        assert raised.value.code == "bad-model"


def test_parts_of_the_installation_are_found_or_missed_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert resource("icons", "brush.svg").is_file()
    with pytest.raises(StudyError) as raised:
        resource("icons", "nothing.svg")
    assert raised.value.code == "missing-resource"
    assert "icons/nothing.svg" in raised.value.detail
    monkeypatch.setenv("FETS_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    with pytest.raises(StudyError) as raised:
        atlas()
    assert raised.value.code == "missing-resource"
    for skull_stripped, name in ((False, "t1_brats_space.nii.gz"), (True, "t1_skullstripped_brats_space.nii.gz")):
        (tmp_path / "atlas").mkdir(exist_ok=True)
        (tmp_path / "atlas" / name).touch()
        assert atlas(skull_stripped).name == name
