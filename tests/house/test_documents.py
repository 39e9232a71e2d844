"""What the documents say is so: versions, verbs, links, licences, contracts; a document that drifts fails here."""

import argparse
import re
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from fets_desktop import __version__
from fets_desktop.cli.parser import build_parser
from fets_desktop.review.checks import OUTSIDE_TOLERATED_ML
from fets_desktop.study.labels import SCHEMES
from fets_desktop.study.model import ModelCard

ROOT = Path(__file__).parents[2]
DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").glob("*.md")),
]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
NAMED_FILE = re.compile(
    r"`((?:fets_desktop|tests|docs|resources|installers|benchmarks)/[\w./-]+|[a-z_]+/[a-z0-9_/]+\.py)(?::[^`]*)?`"
)


def _anchors(document: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", document.read_text(), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document):
    for link in LINK.findall(document.read_text()):
        if link.startswith("https://"):
            continue
        place, _, anchor = link.partition("#")
        target = (document.parent / place).resolve() if place else document
        assert target.exists(), f"{link} leads nowhere"
        if anchor:
            assert anchor in _anchors(target), f"{link}: no such heading"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_files_named_in_the_documents_exist(document):
    for name in NAMED_FILE.findall(document.read_text()):
        if re.search("NAME|CODE|NNNN", name):
            continue  # stands for a file that somebody will write
        places = [ROOT / name, ROOT / "fets_desktop" / name]
        assert any(place.exists() for place in places), f"{name} is not there"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_no_path_of_a_machine(document):
    assert not re.search(r"(?<![\w<.~])/(home|work|tmp|root|Users)/", document.read_text())


def _verbs() -> dict[str, argparse.ArgumentParser]:
    actions = [a for a in build_parser()._actions if isinstance(a, argparse._SubParsersAction)]
    return dict(actions[0].choices)


def test_the_readme_lists_every_verb_and_no_other():
    table = re.search(r"^\| Verb \|.*?(?=\n\n)", (ROOT / "README.md").read_text(), re.M | re.S).group(0)
    assert re.findall(r"^\| `([a-z-]+)", table, re.M) == list(_verbs())


def test_options_named_in_the_documents_exist():
    known = {
        option
        for parser in [build_parser(), *_verbs().values()]
        for a in parser._actions
        for option in a.option_strings
    }
    for document in DOCUMENTS:
        for line in re.findall(r"(?:fets-desktop|\./run) [^`\n]*", document.read_text()):
            for option in re.findall(r"(?<!\w)(--[a-z-]+)", line):
                assert option in known, f"{document.name}: {option}"


def test_the_command_lines_of_the_readme_parse():
    lines = re.findall(r"^\./run (.+?)(?:\s+#.*)?$", (ROOT / "README.md").read_text(), re.M)
    assert lines
    for line in lines:
        build_parser().parse_args(line.split())


def test_one_version_everywhere():
    assert PROJECT["version"] == __version__
    changes = (ROOT / "CHANGELOG.md").read_text()
    assert re.search(rf"^## \[(Unreleased|{re.escape(__version__)})\]", changes, re.M)


def test_the_packaging_agrees_with_the_project():
    briefcase = tomllib.loads((ROOT / "briefcase.toml").read_text())["tool"]["briefcase"]
    assert PROJECT["name"] in briefcase["app"]
    for app in briefcase["app"].values():
        assert len(app["description"]) <= 80
        for source in app["sources"]:
            assert (ROOT / source).is_dir()
        assert (ROOT / app["linux"]["system"]["template"]).is_dir()
    for licence in briefcase["license_files"]:
        assert (ROOT / licence).is_file()


def test_what_the_project_asks_for_is_in_the_locks():
    asked = {Requirement(words) for words in PROJECT["dependencies"]}
    for lock in ("runtime", "base"):
        listed = (ROOT / f"installers/locks/{lock}.in").read_text().splitlines()
        wanted = {Requirement(line) for line in listed if line and not line.startswith("#")}
        missing = {str(requirement) for requirement in asked - wanted}
        # torch stays outside the locks, and these serve training alone
        # (tests/app/test_without_training.py shows that the rest does without)
        training = {"torchio", "nncf<3.5,>=3.4", "matplotlib<4,>=3.9", "dp-accounting<0.7,>=0.6"}
        assert missing == {"torch==2.13.0"} | (training if lock == "base" else set()), lock


def test_the_locks_agree_on_every_version():
    pins = {
        lock: dict(re.findall(r"^([\w.-]+)==([^ \\;]+)", (ROOT / f"installers/locks/{lock}.lock").read_text(), re.M))
        for lock in ("base", "runtime", "dev")
    }
    assert pins["base"].items() <= pins["runtime"].items() <= pins["dev"].items()
    for text in (ROOT / "installers/locks").glob("*.lock"):
        assert not re.search(r"https?://|file:", text.read_text()), text.name


def test_the_label_schemes_of_the_glossary():
    text = (ROOT / "CONTRIBUTING.md").read_text()
    for scheme in SCHEMES.values():
        values = dict(scheme.values)
        cells = " | ".join(str(values.get(n, "-")) for n in range(1, 5))
        assert f"| `{scheme.name}` | {scheme.title} | background | {cells} |" in text


def _room_table() -> str:
    return re.search(r"^\| room \|.*?(?=\n\n)", (ROOT / "CONTRIBUTING.md").read_text(), re.M | re.S).group(0)


def test_the_house_as_contributing_tells_it():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    (layers,) = [c["layers"] for c in contracts if c["type"] == "layers"]
    rooms = {name.strip().removeprefix("fets_desktop.") for line in layers for name in line.split("|")}
    assert set(re.findall(r"^\| `(\w+)`", _room_table(), re.M)) == rooms


def _imports_of(room: str) -> set[str]:
    """The other rooms that a room's modules import."""
    place = ROOT / "fets_desktop" / room
    files = place.rglob("*.py") if place.is_dir() else [place.with_suffix(".py")]
    found = {name for file in files for name in re.findall(r"^\s*from fets_desktop\.(\w+)", file.read_text(), re.M)}
    return found - {room}


def test_the_rooms_import_what_contributing_says():
    rows = re.findall(r"^\| `(\w+)` \| .+ \| (.+) \|$", _room_table(), re.M)
    told = {room: set(re.findall(r"\w+", words)) for room, words in rows if not words.startswith("everything")}
    assert len(told) > 10
    for room, allowed in told.items():
        assert _imports_of(room) <= allowed, f"{room} imports {_imports_of(room) - allowed}"


def test_figures_quoted_in_the_documents():
    assert f"{OUTSIDE_TOLERATED_ML:g}" == "0.1"
    formats = (ROOT / "docs/file-formats.md").read_text()
    assert "extra" in ModelCard.__dataclass_fields__
    assert 'extra["weights_sha256"]' in formats


def _runtime() -> dict[str, Distribution]:
    """The installed packages the program needs to run, by name."""
    found: dict[str, Distribution] = {}

    def walk(name: str) -> None:
        key = name.lower().replace("_", "-")
        if key in found or key == "fets-desktop":
            return
        try:
            found[key] = distribution(key)
        except PackageNotFoundError:
            return
        for text in found[key].requires or ():
            needed = Requirement(text)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                walk(needed.name)

    for text in PROJECT["dependencies"]:
        walk(Requirement(text).name)
    return found


def stated_licence(package: Distribution) -> str:
    """The licence as the package's metadata states it, in few words; "" where it gives a long text only."""
    told = package.metadata
    classifiers = [c.split("::")[-1].strip() for c in told.get_all("Classifier") or () if c.startswith("License ::")]
    short = told.get("License-Expression") or "; ".join(c for c in classifiers if c != "DFSG approved")
    text = (told.get("License") or "").strip()
    return short or (text if len(text) < 60 else "")


def _licence_table() -> dict[str, str]:
    text = (ROOT / "docs/third-party.md").read_text()
    return dict(re.findall(r"^\| ([\w.-]+) \| ([^|]+?) \|$", text.split("## Python packages")[1], re.M))


def test_every_part_that_runs_is_listed_with_its_licence():
    table = _licence_table()
    for name, package in _runtime().items():
        assert name in table, f"docs/third-party.md lacks {name}: {stated_licence(package)}"
        # torch comes in several builds, each with its own list of parts
        if name != "torch":
            assert table[name].startswith(stated_licence(package)), f"{name} states {stated_licence(package)}"


def test_nothing_that_runs_is_under_the_gpl_alone():
    for name, package in _runtime().items():
        licence = stated_licence(package) or _licence_table()[name]
        choices = re.split(r"\s+OR\s+|;", licence)
        free = [choice for choice in choices if not re.search(r"(?<!L)GPL|(?<!Lesser )General Public", choice)]
        assert free, f"{name}: {licence}"
