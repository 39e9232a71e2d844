"""The bill of materials that ships is what the locks and the installed packages say, and nothing of it is forgotten."""

import importlib.util
import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def module():
    spec = importlib.util.spec_from_file_location("sbom", ROOT / "installers/sbom.py")
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def test_it_is_up_to_date():
    written = json.loads((ROOT / "resources/sbom.cdx.json").read_text())
    assert written == module().bill("runtime"), "run: .venv/bin/python installers/sbom.py"


def test_the_package_without_training_has_no_torch():
    bill = module().bill("base")
    names = {part["name"] for part in bill["components"]}
    assert "vtk" in names
    assert not names & {"torch", "torchio", "nncf"}


def test_every_row_of_it_stands_in_the_list_of_licences():
    bill = json.loads((ROOT / "resources/sbom.cdx.json").read_text())
    listed = (ROOT / "docs/third-party.md").read_text()
    for part in bill["components"]:
        if "purl" in part:
            name = part["name"].replace("-", "[-.]")
            assert re.search(rf"^\| {name} \|", listed, re.M), part["name"]


def test_what_depends_on_what_is_all_there():
    bill = module().bill("runtime")
    refs = {part["bom-ref"] for part in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
    for row in bill["dependencies"]:
        assert {row["ref"], *row["dependsOn"]} <= refs
    assert len({row["ref"] for row in bill["dependencies"]}) == len(bill["dependencies"])
