"""The verb models: what is taken in, refused by name, retired and checked."""

from dataclasses import replace
from pathlib import Path

from fets_desktop.store.hashing import sha256_of
from fets_desktop.study.modelfile import read_model, write_model


def test_a_candidate_that_ships_comes_in_by_its_name_and_proposes_only_when_asked(fets):
    assert fets("models", "list").json["offered"] == ["starter-deepmedic", "starter-deepscan", "starter-unet"]
    taken = fets("models", "import", "starter-deepmedic")
    assert taken.status == 0, taken.err
    [model] = taken.json["models"]
    assert (model["name"], model["origin"], model["current"]) == ("starter-deepmedic", "shipped", False)
    assert model["gate"]["int8_drop"] <= model["gate"]["int8_gate"]
    found = fets("models", "list").json
    assert [one["name"] for one in found["models"]] == ["starter", "starter-deepmedic"]
    assert found["offered"] == ["starter-deepscan", "starter-unet"]
    assert fets("models", "import", "starter-nobody").codes == ["bad-model"]


def test_models_from_elsewhere_need_somebody_s_word_and_are_tried_out(fets, tmp_path):
    starter = fets("models", "show", "starter").json["models"][0]
    assert starter["gate"]["int8_drop"] <= starter["gate"]["int8_gate"]
    stored = Path(starter["file"])
    model = read_model(stored)
    ours = write_model(tmp_path / "ours.fetsmodel", replace(model, card=replace(model.card, name="ours")))
    refused = fets("models", "import", ours)
    digest = sha256_of(ours)
    assert (refused.status, refused.codes) == (3, ["untrusted-model"])
    assert digest in refused.err
    assert "ours.fetsmodel" in refused.err
    taken = fets("models", "import", ours, "--trust", digest).json["models"][0]
    assert (taken["name"], taken["origin"], taken["signer"], taken["retired"]) == ("ours", "imported", "", False)
    lying = replace(model.card, inputs=model.card.inputs[:3])
    liar = write_model(tmp_path / "liar.fetsmodel", replace(model, card=lying))
    found = fets("models", "import", liar, "--trust", sha256_of(liar))
    assert (found.status, found.codes) == (3, ["bad-model"])
    assert "liar.fetsmodel" in found.err
    assert "channels that its card names" in found.err
    liar = write_model(tmp_path / "quick.fetsmodel", replace(model, card=replace(model.card, precision="f32")))
    found = fets("models", "import", liar, "--trust", sha256_of(liar))
    assert (found.status, found.codes) == (3, ["bad-model"])
    assert "calculates in 8 bits" in found.err
    assert fets("models", "retire", "ours").json["models"][0]["retired"]
    assert fets("models", "use", "ours").codes == ["bad-model"]
    assert not fets("models", "restore", "ours").json["models"][0]["retired"]
    checked = fets("models", "verify").json["models"]
    assert [(m["name"], m["ok"], m["fault"]) for m in checked] == [("starter", True, ""), ("ours", True, "")]
    assert fets("models", "signers").json["signers"] == []
    assert fets("models", "trust", "no fingerprint").status == 2
    assert fets("models", "trust", "0" * 32, "--name", "Oslo").json["signers"][0]["name"] == "Oslo"
    assert fets("models", "distrust", "0" * 32).json["signers"] == []
    assert fets("models", "quantize", "ours").codes == ["too-few-cases"]
