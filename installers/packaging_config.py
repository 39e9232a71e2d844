"""What Briefcase is told: pyproject.toml and briefcase.toml as one configuration, which is the only one it reads."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
_PLAIN_KEY = re.compile(r"[A-Za-z0-9_-]+")


def apps(root: Path = ROOT) -> dict[str, dict[str, Any]]:
    """Return what briefcase.toml says of each package, by name."""
    return tomllib.loads((root / "briefcase.toml").read_text())["tool"]["briefcase"]["app"]


def merged(app: str, root: Path = ROOT) -> dict[str, Any]:
    """Return the configuration of one package as Briefcase reads it.

    What is installed comes from the lock, by its hashes, and not from the loose bounds of `[project]`.

    Args:
        app: A package of briefcase.toml.
        root: Where both files lie.

    Raises:
        ValueError: If pyproject.toml speaks of Briefcase itself: there would be two truths.
        KeyError: If there is no such package.
    """
    project = tomllib.loads((root / "pyproject.toml").read_text())
    if "briefcase" in project.get("tool", {}):
        raise ValueError("pyproject.toml has a [tool.briefcase] of its own; what is packaged is said in briefcase.toml")
    table = tomllib.loads((root / "briefcase.toml").read_text())["tool"]["briefcase"]
    chosen = dict(table["app"][app])
    del chosen["lock"]
    chosen["requires"] = ["--require-hashes", "--requirement", "packages.lock"]
    chosen["requirement_installer_args"] = ["--no-deps", "--no-compile"]
    module = app.replace("-", "_")
    if module not in chosen["sources"]:
        chosen["sources"] = [*chosen["sources"], module]
    about = project["project"]
    # Briefcase takes licences from [project] alone where the licence itself stands there
    licences = table.pop("license_files")
    return {
        "project": {
            "name": about["name"],
            "version": about["version"],
            "license": about["license"],
            "license-files": licences,
        },
        "tool": {
            "briefcase": {
                **table,
                "requires_python": about["requires-python"],
                "app": {app: chosen},
            }
        },
    }


def as_toml(table: dict[str, Any], above: tuple[str, ...] = ()) -> str:
    """Return a table of texts, numbers, truths, lists of these and tables as TOML."""
    lines = [f"{_key(key)} = {_value(value)}" for key, value in table.items() if not isinstance(value, dict)]
    text = "".join(f"{line}\n" for line in lines)
    for key, value in table.items():
        if isinstance(value, dict):
            path = (*above, key)
            text += f"\n[{'.'.join(map(_key, path))}]\n{as_toml(value, path)}"
    return text


def _key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def _value(value: object) -> str:
    # JSON's texts, numbers, truths and lists are TOML's, too
    return json.dumps(value, ensure_ascii=False)
