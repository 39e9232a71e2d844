"""What starts a federation's server elsewhere: systemd's unit, the container's recipe, Gramine's manifest.

No container is built and no enclave entered here: what can be known without is checked.
"""

import configparser
import json
import re
import shutil
import subprocess
import tomllib
from types import SimpleNamespace

import jinja2
import pytest
from small_federation import ROOT, SERVER_PYTHON, has_server

from fets_desktop.cli import understand

INSTALLERS = ROOT / "installers"
RECIPE = (INSTALLERS / "aggregator_container" / "Containerfile").read_text()
MANIFEST = (INSTALLERS / "aggregator_container" / "aggregator.manifest.template").read_text()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not there")
@pytest.mark.parametrize("name", ["aggregator", "node"])
def test_systemd_takes_the_unit(tmp_path, name):
    unit = (INSTALLERS / f"{name}.service").read_text()
    # the program lies where this test is, and the account is one that every system has
    unit = re.sub(r"(?m)^ExecStart=\S+", "ExecStart=/bin/true", re.sub(r"(?m)^User=\S+", "User=daemon", unit))
    file = tmp_path / f"fets-{name}.service"
    file.write_text(unit)
    done = subprocess.run(["systemd-analyze", "verify", str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def service_of(name: str) -> configparser.SectionProxy:
    unit = configparser.ConfigParser(interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(INSTALLERS / f"{name}.service")
    return unit["Service"]


def test_the_node_s_unit_takes_part_as_the_command_line_understands_it():
    service = service_of("node")
    _, *words = service["ExecStart"].split()
    wish = understand(words)
    options = wish.options
    assert (wish.verb, options.what, options.file, options.headless) == ("join", "start", "NAME", True)
    assert str(wish.workspace) == service["ReadWritePaths"]
    assert (service["Restart"], service["KillSignal"], service["UMask"]) == ("on-failure", "SIGTERM", "0077")


def test_the_unit_starts_the_command_that_there_is_and_may_write_to_its_folder_alone():
    service = service_of("aggregator")
    _, *words = service["ExecStart"].split()
    assert words == ["aggregator", "start", service["ReadWritePaths"]]
    assert (service["User"], service["KillSignal"], service["UMask"]) == ("fets-federation", "SIGTERM", "0077")
    assert (service["ProtectSystem"], service["NoNewPrivileges"]) == ("strict", "yes")


def _copies() -> list[tuple[str, str]]:
    return [(words[1], words[2]) for words in map(str.split, RECIPE.splitlines()) if words[:1] == ["COPY"]]


@pytest.mark.skipif(not has_server(), reason="OpenFL's environment is not there: installers/aggregator.sh")
def test_the_container_holds_all_that_the_server_imports(tmp_path):
    for source, target in _copies():
        place = tmp_path / target
        place.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / source).is_dir() else shutil.copyfile
        copy(ROOT / source, place)
    command = [str(SERVER_PYTHON), "-m", "fets_desktop.federate.server", "--help"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert 'ENTRYPOINT ["python", "-m", "fets_desktop.federate.server", "/federation"]' in RECIPE


@pytest.mark.skipif(not has_server(), reason="OpenFL's environment is not there: installers/aggregator.sh")
@pytest.mark.parametrize("plan", [None, "[1]"])
def test_a_folder_that_holds_no_federation_is_told_in_words(tmp_path, plan):
    if plan is not None:
        (tmp_path / "plan.json").write_text(plan)
    command = [str(SERVER_PYTHON), "-m", "fets_desktop.federate.server", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 4
    assert "no plan that could be read" in json.loads(done.stdout)["error"]
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "server.log").exists(), "nothing is written into what may be another's folder"


def test_the_manifest_is_one_and_names_what_the_container_has():
    gramine = SimpleNamespace(libos="/usr/lib/gramine/libsysdb.so", runtimedir=lambda: "/usr/lib/gramine/runtime")
    template = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=False).from_string(MANIFEST)
    manifest = tomllib.loads(template.render(gramine=gramine, entrypoint="/usr/local/bin/python3.11", env={}))
    assert manifest["loader"]["argv"][1:] == ["-m", "fets_desktop.federate.server", "/federation"]
    assert manifest["libos"]["entrypoint"] == "/usr/local/bin/python3.11"
    sealed = {mount["path"] for mount in manifest["fs"]["mounts"] if mount.get("type") == "encrypted"}
    assert sealed == {"/federation"}
    assert manifest["loader"]["env"]["PYTHONPATH"] in {mount["path"] for mount in manifest["fs"]["mounts"]}
    assert manifest["sgx"]["edmm_enable"] is False
    assert not manifest["sgx"]["debug"]


@pytest.mark.parametrize("text", [RECIPE, MANIFEST])
def test_what_could_not_be_tried_says_so(text):
    assert "UNTESTED" in text.split("\n\n")[0]
