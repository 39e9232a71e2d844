"""What is handed to Briefcase: one configuration out of two files, and templates that come out as they should."""

import ast
import importlib.util
import os
import plistlib
import re
import struct
import subprocess
import sys
import sysconfig
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType
from xml.sax.saxutils import escape

import jinja2
import numpy as np
import pytest
from PySide6.QtGui import QImage

from fets_desktop.ui.shell import INVITATION, PACKAGE
from tests.house.wix_schema import WXS, faults

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "installers/templates"
ABOUT = {
    "format": "bookworm",
    "app_name": "fets-desktop",
    "formal_name": "FeTS & Desktop",
    "bundle_identifier": "org.fets-desktop.fets-desktop",
    "version": "0.1.0",
    "version_triple": "0.1.0",
    "guid": "3f1f2f0a-7d8e-5b1c-9f0e-0123456789ab",
    "author": "The FeTS Desktop contributors",
    "description": "Annotates & segments",
    "python_version": "3.11",
    "package_path": r"C:\build & more\src",
    "binary_path": "FeTS & Desktop.exe",
    "build": "1",
    "starts": "fets_desktop",
    "entitlements": {"com.apple.security.cs.allow-jit": True},
}


def script(name: str) -> ModuleType:
    """Return one of the scripts that make a package, as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / f"installers/{name}.py")
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


@pytest.fixture(scope="module")
def packaging():
    return script("packaging_config")


def rendered(system: str, ending: str) -> str:
    """Return the one file of a template whose name ends so, as Cookiecutter would write it."""
    (file,) = (path for path in (TEMPLATES / system).rglob("*") if path.is_file() and str(path).endswith(ending))
    surroundings = jinja2.Environment(undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
    surroundings.filters["xml_escape"] = lambda text: escape(text, {'"': "&quot;"})
    surroundings.filters["plist_value"] = lambda value: f"<{str(value).lower()}/>"
    return surroundings.from_string(file.read_text()).render(cookiecutter=ABOUT)


@pytest.mark.parametrize("app", ["fets-desktop", "fets-desktop-training", "fets-desktop-aggregator"])
def test_two_files_become_one_that_briefcase_can_read(packaging, app):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    config = tomllib.loads(packaging.as_toml(packaging.merged(app)))
    assert config["project"]["version"] == project["version"]
    assert "LICENSE" in config["project"]["license-files"]
    ((name, chosen),) = config["tool"]["briefcase"]["app"].items()
    assert name == app
    # what is installed comes from the lock by its hashes, and from nothing else
    assert chosen["requires"] == ["--require-hashes", "--requirement", "packages.lock"]
    assert "--no-deps" in chosen["requirement_installer_args"]
    assert {"fets_desktop", "resources", app.replace("-", "_")} == set(chosen["sources"])
    assert (ROOT / f"installers/locks/{packaging.apps()[app]['lock']}.lock").is_file()


def test_a_second_truth_is_refused(packaging, tmp_path):
    for name in ("pyproject.toml", "briefcase.toml"):
        (tmp_path / name).write_text((ROOT / name).read_text())
    with (tmp_path / "pyproject.toml").open("a") as file:
        file.write('\n[tool.briefcase]\nbundle = "org.other"\n')
    with pytest.raises(ValueError, match="is said in briefcase"):
        packaging.merged("fets-desktop", tmp_path)


def test_what_only_its_owner_may_read_in_a_checkout_is_packaged_for_all(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(ROOT / "installers")
    build = script("build")
    monkeypatch.setattr(build, "ROOT", tmp_path / "checkout")
    (tmp_path / "checkout/docs").mkdir(parents=True)
    (tmp_path / "checkout/docs/it.md").write_text("for IT")
    (tmp_path / "checkout/docs/it.md").chmod(0o600)
    before = os.umask(0o022)
    try:
        build.lay_out(["docs/it.md"], tmp_path / "staged")
    finally:
        os.umask(before)
    staged = tmp_path / "staged/docs/it.md"
    assert staged.read_text() == "for IT"
    assert staged.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("value", ['a "quoted" \\ word', "line\nline", "äöü ’", True, 3, ["a", "b"], {"x y": {"z": 1}}])
def test_what_is_written_is_read_again(packaging, value):
    assert tomllib.loads(packaging.as_toml({"key": value, "table": {"in.ner": value}})) == {
        "key": value,
        "table": {"in.ner": value},
    }


def test_the_packages_need_what_set_up_installs(packaging):
    wanted = set(re.findall(r"lib[\w.-]+\.so\.\d+:([\w.-]+)", (ROOT / "installers/setup.sh").read_text()))
    for app in [app for app in packaging.apps().values() if app["lock"] != "aggregator"]:
        assert set(app["linux"]["system"]["system_runtime_requires"]) == wanted


@pytest.mark.parametrize("system", ["linux", "windows", "macos"])
def test_the_index_of_each_template_is_toml_and_leaves_out_what_is_under_the_gpl(system):
    paths = tomllib.loads(rendered(system, "briefcase.toml"))["paths"]
    assert paths["app_path"].endswith("app")
    assert paths["app_packages_path"].endswith("app_packages")
    left_out = " ".join(paths["cleanup_paths"])
    for part in ("Qml", "Quick", "Lottie", "Designer", "platforminputcontexts"):
        assert part in left_out, part


def test_what_debian_s_python_cannot_read_is_left_out_of_the_package():
    """A module that is not compiled ends the build at its end; those for later Pythons bear their number."""
    paths = tomllib.loads(rendered("linux", "briefcase.toml"))["paths"]["cleanup_paths"]
    left_out = [path.partition("app_packages/")[2] for path in paths]
    packages = Path(sysconfig.get_path("purelib"))
    later = [path for path in packages.rglob("*py31[2-9]*.py") if not _can_be_read(path)]
    assert later, "torch had one; if it has none any more, nothing needs to be left out"
    for path in later:
        assert any(path.relative_to(packages).match(pattern) for pattern in left_out), path


def _can_be_read(module: Path) -> bool:
    try:
        ast.parse(module.read_bytes())
    except SyntaxError:
        return False
    return True


def test_the_installer_of_windows_is_what_it_should_be():
    (package,) = ET.fromstring(rendered("windows", ".wxs"))
    assert package.get("Name") == "FeTS & Desktop"
    assert package.get("Scope") == "perMachine"
    assert package.find(f"{WXS}MajorUpgrade") is not None
    (files,) = package.iter(f"{WXS}Files")
    assert files.get("Include") == r"\\?\C:\build & more\src\**"
    (shortcut,) = package.iter(f"{WXS}Shortcut")
    assert shortcut.get("Target") == "[INSTALLFOLDER]FeTS & Desktop.exe"


def test_windows_opens_review_packages_and_invitations_by_a_double_click():
    values = ET.fromstring(rendered("windows", ".wxs")).iter(f"{WXS}RegistryValue")
    classes = "Software\\Classes\\"
    known = {value.get("Key").removeprefix(classes): value.get("Value") for value in values if not value.get("Name")}
    endings = {key: kind for key, kind in known.items() if key.startswith(".")}
    assert set(endings) == {f".{PACKAGE}", INVITATION}
    for kind in endings.values():
        assert known[kind]
        assert known[f"{kind}\\shell\\open\\command"] == '"[INSTALLFOLDER]FeTS & Desktop.exe" window "%1"'


@pytest.mark.parametrize("ending", [".wxs", ".wxl"])
def test_the_schema_of_wix_allows_the_installer_of_windows(ending):
    assert faults(ET.fromstring(rendered("windows", ending))) == []


@pytest.mark.parametrize(
    ("good", "broken", "said"),
    [
        ('EmbedCab="yes"', 'EmbedCabs="yes"', "MediaTemplate: it has no EmbedCabs"),
        ('EmbedCab="yes"', 'EmbedCab="on"', "MediaTemplate: EmbedCab cannot be 'on'"),
        ('Scope="perMachine"', 'Scope="machine"', "Package: Scope cannot be 'machine'"),
        ('Type="integer"', 'Type="number"', "RegistryValue: Type cannot be 'number'"),
        ('"ProgramMenuFolder"', '"ProgramsMenuFolder"', "StandardDirectory: Id cannot be 'ProgramsMenuFolder'"),
        ('Level="1"', 'Level="first"', "Feature: Level cannot be 'first'"),
        ('UpgradeCode="3f1f2f0a-', 'UpgradeCode="', "Package: UpgradeCode cannot be '7d8e"),
        ('Name="FeTS &amp; Desktop"\n', 'Name="a/b"\n', "Shortcut: Name cannot be 'a/b'"),
        ('Version="0.1.0"', "", "Package: Version is missing"),
        ("Include=", "Directory=", "Files: Include is missing"),
        ("<MajorUpgrade ", "<Upgraded ", "Package: {http://wixtoolset.org/schemas/v4/wxs}Upgraded cannot stand in it"),
        ("<Files ", "<SummaryInformation /><Files ", "SummaryInformation cannot stand in it"),
        ("</Feature>", "for all</Feature>", "Feature: text stands in it"),
        ('ComponentRef Id="MenuEntry"', 'ComponentRef Id="Menu"', "ComponentRef: no Component has the Id 'Menu'"),
        ('Icon="ProductIcon"', 'Icon="OtherIcon"', "Shortcut: no Icon has the Id 'OtherIcon'"),
        ("/v4/wxs", "/v3/wxs", "{http://wixtoolset.org/schemas/v3/wxs}Wix is no root of WiX"),
    ],
)
def test_what_wix_would_not_compile_is_seen(good, broken, said):
    whole = rendered("windows", ".wxs")
    assert good in whole
    assert any(said in fault for fault in faults(ET.fromstring(whole.replace(good, broken))))


def test_the_bundle_of_macos_is_what_it_should_be():
    about = plistlib.loads(rendered("macos", "Info.plist").encode())
    assert about["CFBundleIdentifier"] == ABOUT["bundle_identifier"]
    assert about["CFBundleShortVersionString"] == "0.1.0"
    assert about["CFBundleExecutable"] == "FeTS & Desktop"
    assert about["MainModule"] == "fets_desktop"
    assert plistlib.loads(rendered("macos", "Entitlements.plist").encode()) == ABOUT["entitlements"]


def pictures_of_windows(icon: bytes) -> dict[int, bytes]:
    """Return the pictures of an .ico by the length of their edge, in pixels."""
    _, kind, count = struct.unpack_from("<HHH", icon)
    assert kind == 1
    listed = [struct.unpack_from("<BBBBHHII", icon, 6 + 16 * number) for number in range(count)]
    assert all(entry[:2] == (entry[0],) * 2 for entry in listed)
    assert listed[-1][-1] + listed[-1][-2] == len(icon)
    return {entry[0] or 256: icon[entry[-1] : entry[-1] + entry[-2]] for entry in listed}


def pictures_of_macos(icon: bytes) -> dict[int, bytes]:
    """Return the pictures of an .icns by the length of their edge, in pixels."""
    edges = {
        b"ic11": 32,
        b"ic12": 64,
        b"ic07": 128,
        b"ic13": 256,
        b"ic08": 256,
        b"ic14": 512,
        b"ic09": 512,
        b"ic10": 1024,
    }
    assert (icon[:4], struct.unpack_from(">I", icon, 4)[0]) == (b"icns", len(icon))
    found, at = {}, 8
    while at < len(icon):
        kind, length = icon[at : at + 4], struct.unpack_from(">I", icon, at + 4)[0]
        found[edges[kind]] = icon[at + 8 : at + length]
        at += length
    return found


@pytest.mark.parametrize(
    ("system", "ending", "pictures_of", "edges"),
    [
        ("windows", "icon.ico", pictures_of_windows, {16, 24, 32, 48, 64, 128, 256}),
        ("macos", ".icns", pictures_of_macos, {32, 64, 128, 256, 512, 1024}),
    ],
)
def test_the_icons_of_windows_and_macos_are_linux_s_drawing(system, ending, pictures_of, edges):
    icons = script("icons")
    (file,) = (path for path in (TEMPLATES / system).rglob("*") if path.name.endswith(ending))
    pictures = pictures_of(file.read_bytes())
    assert set(pictures) == edges
    for edge, content in pictures.items():
        kept, drawn = (QImage.fromData(png) for png in (content, icons.picture(icons.drawing(), edge)))
        assert (kept.width(), kept.height()) == (edge, edge)
        # another version of Qt may round an edge otherwise
        assert abs(pixels(kept) - pixels(drawn)).mean() < 3


def pixels(image: QImage) -> np.ndarray:
    """Return the values of a picture, as numbers that can be subtracted."""
    whole = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(whole.constBits(), np.uint8).astype(int)


def test_the_menu_entry_of_linux_is_whole():
    lines = dict(line.split("=", 1) for line in rendered("linux", ".desktop").splitlines() if "=" in line)
    assert lines["Exec"] == "fets-desktop window %F"
    assert lines["Icon"] == ABOUT["bundle_identifier"]
    assert lines["Name"] == "FeTS & Desktop"
    ET.fromstring(rendered("linux", ".svg"))
    kinds = ET.fromstring(rendered("linux", "mime/packages/fets-desktop.xml"))
    named = {kind.get("type"): kind.find("{*}glob").get("pattern") for kind in kinds}
    assert set(filter(None, lines["MimeType"].split(";"))) == set(named)
    assert set(named.values()) == {f"*.{PACKAGE}", f"*{INVITATION}"}
    assert ".SH SYNOPSIS" in rendered("linux", ".1")


def test_a_stub_that_is_no_python_may_hand_the_words_of_a_worker_on():
    through = [sys.executable, "-m", "fets_desktop", "-m", "fets_desktop", "--version"]
    assert subprocess.run(through, capture_output=True, text=True, check=True).stdout.startswith("FeTS Desktop")
