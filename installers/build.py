"""Build a package of the program for this system: installers/build.py [PACKAGE] [--to FOLDER].

Stages what git knows, with the atlas, the lock and the bill of materials, and has Briefcase make the package
(docs/packaging.md). Run it with the Python of .venv. Needs what Briefcase itself asks for; on Debian: python3-dev,
python3-venv, build-essential, zstd. Run again on the same commit it makes the same bytes.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from packaging_config import ROOT, apps, as_toml, merged

SYSTEM_PYTHON = "/usr/bin/python3"
"""Briefcase builds for the Python that the system has, and must run on it."""
TORCH = "2.13.0"


def say(words: str) -> None:
    """Tell how it goes."""
    print(f"build: {words}", file=sys.stderr, flush=True)


def run(*command: str | Path, **options: object) -> None:
    """Run a command; what it says goes to standard error.

    Raises:
        SystemExit: With its status, if it fails.
    """
    done = subprocess.run([str(word) for word in command], stdout=sys.stderr, check=False, **options)
    if done.returncode:
        say(f"this failed: {' '.join(map(str, command))}")
        sys.exit(done.returncode)


def environment(build: Path) -> Path:
    """Make the environment that Briefcase runs in, every package by its hash, and return its Python."""
    lock = ROOT / "installers/locks/briefcase.lock"
    place, stamp = build / "briefcase", build / "briefcase/.ready"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != wanted:
        say("making the environment of Briefcase")
        shutil.rmtree(place, ignore_errors=True)
        run(SYSTEM_PYTHON, "-m", "venv", place)
        pip = (place / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        run(*pip, "--no-deps", "--require-hashes", "-r", lock)
        stamp.write_text(wanted)
    return place / "bin/python"


def tracked(*folders: str) -> list[str]:
    """Return the files git knows under some folders."""
    listed = subprocess.run(["git", "ls-files", "-z", *folders], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split("\0") if name]


def stage(app: str, place: Path) -> None:
    """Lay out what Briefcase packages: sources as git knows them, the atlas, licences, templates and the lock."""
    shutil.rmtree(place, ignore_errors=True)
    lock = apps()[app]["lock"]
    serves = lock == "aggregator"
    # a server shows nothing: of the resources only the licences are its own
    beside = ("resources/licences", "resources/SRI24-LICENSE.txt") if serves else ("resources",)
    lay_out(tracked("fets_desktop", *beside, "installers/templates", "LICENSE", "CHANGELOG.md", "docs"), place)
    module = place / app.replace("-", "_")
    if not module.exists():
        module.mkdir()
        (module / "__init__.py").write_text(f'"""Says that this is the package {app}."""\n')
    if not serves:
        bring_atlas(place / "resources")
    knows = ROOT / ".aggregator/bin/python" if serves else sys.executable
    run(knows, ROOT / "installers/sbom.py", lock, "--to", place / "resources/sbom.cdx.json")
    packages = (ROOT / f"installers/locks/{lock}.lock").read_text()
    if serves:
        # OpenFL imports pip, which every virtual environment has and a package has not
        packages += locked("pip", (ROOT / "installers/locks/briefcase.lock").read_text())
    (place / "packages.lock").write_text(packages)
    (place / "pyproject.toml").write_text(as_toml(merged(app)))


def lay_out(names: list[str], place: Path) -> None:
    """Copy files of the checkout into the staging folder, with the rights that a new file has here.

    A checkout may have been made so that its owner alone can read it; what is packaged is for all users of a computer.
    """
    for name in names:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, place / name)


def locked(name: str, lock: str) -> str:
    """Return the lines of one package in a lock."""
    lines = lock.splitlines(keepends=True)
    first = next(number for number, line in enumerate(lines) if line.startswith(f"{name}=="))
    last = next((n for n in range(first + 1, len(lines)) if not lines[n].startswith(" ")), len(lines))
    return "".join(lines[first:last])


def bring_atlas(resources: Path) -> None:
    """Put the atlas among the resources, by its hash."""
    fetch = (sys.executable, ROOT / "installers/fetch_atlas.py")
    run(*fetch, env={**os.environ, "PYTHONPATH": str(ROOT), "FETS_CACHE": str(resources)})
    for stamp in (resources / "atlas").glob("*.sha256"):
        stamp.unlink()


def pin_torch(python: Path, place: Path) -> None:
    """Add the wheel of torch that can be had here to the lock: its CPU build has another hash from each source."""
    say("fetching torch")
    wheels = place.parent / "wheels"
    shutil.rmtree(wheels, ignore_errors=True)
    run(
        python,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--dest",
        wheels,
        f"torch=={TORCH}",
    )
    (wheel,) = wheels.glob("torch-*.whl")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    with (place / "packages.lock").open("a") as lock:
        lock.write(f"torch=={TORCH} --hash=sha256:{digest}\n")


def build(app: str, to: Path) -> Path:
    """Make one package and return its file."""
    place = ROOT / "build"
    place.mkdir(exist_ok=True)
    python = environment(place)
    staged = place / "stage" / app
    say(f"staging {app}")
    stage(app, staged)
    if apps()[app]["lock"] == "runtime":
        pin_torch(python, staged)
    when = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True)
    surroundings = {
        **os.environ,
        "SOURCE_DATE_EPOCH": when.stdout.strip(),
        # xz, Debian's own choice, and zstd's highest level take ten times as long for a tenth less; and the number of
        # threads would be seen in the bytes
        "DPKG_DEB_COMPRESSOR_TYPE": "zstd",
        "DPKG_DEB_COMPRESSOR_LEVEL": "9",
        "DPKG_DEB_THREADS_MAX": "1",
    }
    for deed in ("create", "build", "package"):
        say(f"briefcase {deed}")
        more = ("--adhoc-sign",) if deed == "package" else ()
        run(
            python,
            "-m",
            "briefcase",
            deed,
            "linux",
            "system",
            "--app",
            app,
            "--no-input",
            *more,
            cwd=staged,
            env=surroundings,
        )
    (made,) = (staged / "dist").glob("*.deb")
    to.mkdir(parents=True, exist_ok=True)
    return Path(shutil.move(made, to / made.name))


def main() -> None:
    """Build what was asked for and tell its size and hash."""
    parser = argparse.ArgumentParser(description="Build a package of the program for this system.")
    parser.add_argument("app", nargs="?", default="fets-desktop", choices=sorted(apps()))
    parser.add_argument("--to", type=Path, default=ROOT / "dist", metavar="FOLDER")
    options = parser.parse_args()
    # what is made is readable for all, and the same bytes, whatever the person's own rule is
    os.umask(0o022)
    made = build(options.app, options.to.absolute())
    digest = hashlib.sha256(made.read_bytes()).hexdigest()
    print(f"{digest}  {made}  {made.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
