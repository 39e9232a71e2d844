"""What a person may type after phi-scan."""

import argparse
from collections.abc import Callable


def add_phi(verb: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Add the verb phi-scan."""
    verb("phi-scan", "read every byte of the workspace and say where something names a patient")
