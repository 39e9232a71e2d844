"""The options of the verbs train and models."""

import argparse
from collections.abc import Callable

from fets_desktop.app.training import FAMILIES, FAMILY
from fets_desktop.cli.parser_words import named, place

WORDS = (
    "list", "show", "import", "export", "use", "verify", "quantize", "retire", "restore", "sign", "signers", "trust",
    "distrust",
)  # fmt: skip
"""What can be done with models."""
_WHAT = """what to do: list (also without a word), show, verify (file, signature, network and card; all without MODEL),
import PATH (a model file, or a network of another make: ONNX or OpenVINO with a card.json, nnU-Net v2 results, CaPTk's
DeepMedic, a FeTS or GaNDLF checkpoint, an OpenFL model), export, use (it proposes from now on), retire and restore,
quantize (from its trainable weights),
sign (one made here that is unsigned), signers (who is trusted), trust and distrust FINGERPRINT"""


def add_train(verb: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Add the verb train to the command line."""
    train = verb("train", "train on this computer")
    train.add_argument(
        "--cases", type=named, default="approved", metavar="DIR", help="a folder of labelled cases, or: approved"
    )
    train.add_argument("--epochs", type=int, default=1, metavar="N")
    train.add_argument(
        "--patience",
        type=int,
        default=0,
        metavar="N",
        help="stop once the score on the validation cases has not got better for N epochs (0: go on to the end)",
    )
    train.add_argument(
        "--family",
        choices=FAMILIES,
        default=FAMILY,
        help="the architecture: resunet (the federation's own), deepmedic, deepscan, or unet (planned from the "
        "data as nnU-Net does)",
    )
    train.add_argument("--device", choices=["auto", "cpu", "cuda"], default="auto", help="where to train (auto)")


def add_models(verb: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Add the verb models to the command line."""
    models = verb("models", "the registry of models")
    models.add_argument("what", choices=WORDS, nargs="?", default="list", help=_WHAT)
    models.add_argument(
        "model",
        nargs="?",
        metavar="MODEL",
        help="id or name; for import a file, a folder or a candidate that ships, else a fingerprint",
    )
    models.add_argument("--to", type=place, metavar="FILE", help="where to export")
    models.add_argument(
        "--trust",
        type=named,
        metavar="FINGERPRINT",
        help="import: the signer's fingerprint, or the SHA-256 of an unsigned file, compared with its maker",
    )
    models.add_argument(
        "--card",
        type=place,
        metavar="FILE",
        help="import: the card of a network of another make; else the card.json beside it",
    )
    models.add_argument("--name", default="", metavar="WORDS", help="trust: whose fingerprint it is")
    models.add_argument(
        "--cases",
        type=named,
        default="approved",
        metavar="FOLDER",
        help="quantize: BraTS-named labelled cases to calibrate and score on, or: approved",
    )
    models.add_argument(
        "--control",
        action="store_true",
        help="quantize: if 8 bits cost too much, leave the parts that matter most in 32 bits; takes long",
    )
