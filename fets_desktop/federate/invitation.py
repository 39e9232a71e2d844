"""The file that brings a site into a federation: the plan, the site's name, the owner's authority, signed by it."""

import base64
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fets_desktop.federate import pki
from fets_desktop.imaging.disk import read_handed, write_whole
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import COMPRESSIONS, Plan
from fets_desktop.study.plain import from_plain, is_as_declared, to_plain

SUFFIX = ".fetsinvite"
_FORMAT = "FeTS Desktop invitation"
_LARGEST = 4 << 20
_PORT, _PORTS = re.compile("[0-9]{1,5}"), 1 << 16
_MOST_SIGNS = 4000
_MOST_ROUNDS = 100_000
_LARGEST_PATCH = 512
_LARGEST_MODEL = 64 << 30
"""In bytes: no site could hold it."""
_SITE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,62}")
_RESERVED = {
    "metric", "model", "trained", "aggregated", "delta", "compressed", "lossy_compressed", "lossy_decompressed",
    "validate_agg", "validate_local", "validate_region", "validate_outside", "report", "aggregator", "analytics",
    "secagg",
}  # fmt: skip
"""Words that mark tensors on the server; a site of that name would be taken for a mark."""


@dataclass(frozen=True)
class Invitation:
    """What a site is invited to.

    Attributes:
        site: The site's name, which its certificate will bear.
        plan: What it would agree to.
        authority: Certificate of the owner's authority, PEM.
    """

    site: str
    plan: Plan
    authority: bytes


def is_site_name(name: str) -> bool:
    """Tell whether a site may be called so: letters, digits, dots, hyphens, and no word with a meaning of its own."""
    return bool(_SITE.fullmatch(name)) and name.lower() not in _RESERVED


def write_invitation(path: Path, invitation: Invitation, authority_key: bytes) -> Path:
    """Write and sign an invitation.

    Raises:
        StudyError: "disk-full", "read-only".
    """
    said = {
        "format": _FORMAT,
        "version": 1,
        "site": invitation.site,
        "plan": to_plain(invitation.plan),
        "authority": invitation.authority.decode(),
    }
    signature = base64.b64encode(pki.sign(authority_key, _canonical(said))).decode()
    return write_whole(path, json.dumps({**said, "signature": signature}, indent=1).encode())


def read_invitation(path: Path) -> Invitation:
    """Read an invitation and check that it is whole; whose it is, a person finds out by its fingerprint.

    Raises:
        StudyError: "federation-invitation".
    """
    try:
        said: dict[str, Any] = json.loads(read_handed(path, _LARGEST))
        signature = base64.b64decode(said.pop("signature"))
        if said["format"] != _FORMAT:
            raise ValueError
        if said["version"] != 1:
            raise StudyError("federation-invitation", "It was made by a newer version of this program.")
        authority = said["authority"].encode()
        found = Invitation(str(said["site"]), from_plain(Plan, said["plan"]), authority)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise StudyError("federation-invitation", "The file is not an invitation, or it is damaged.") from None
    if not pki.is_signed(authority, signature, _canonical(said)):
        raise StudyError("federation-invitation", "It was changed after its owner had signed it.")
    check_plan(found.plan)
    if found.site not in found.plan.sites:
        raise StudyError("federation-invitation", "The plan does not know the site it is for.")
    return found


def check_plan(plan: Plan) -> None:
    """Check that a plan makes sense.

    Raises:
        StudyError: "federation-invitation" with what is wrong.
    """
    # an owner signs what they like: a word where a number is due must not be met rounds later
    if not is_as_declared(plan):
        raise StudyError("federation-invitation", "Something in its plan is not of the kind that belongs there.")
    host, separator, port = plan.server.rpartition(":")
    faults = {
        "Its rounds are not a number above 0.": plan.rounds < 1,
        "No site trains.": not plan.trainers,
        "A site is named twice.": len(set(plan.sites)) != len(plan.sites),
        "A site's name is not allowed.": not all(map(is_site_name, plan.sites)),
        "The quorum is not between 1 and the number of training sites.": not 1 <= plan.quorum <= len(plan.trainers),
        "The server's address is not of the form host:port.": not (
            host.isprintable() and host and separator and _PORT.fullmatch(port) and 0 < int(port) < _PORTS
        ),
        "The model has no tensors, or two of one name.": not plan.tensors
        or len({t.name for t in plan.tensors}) != len(plan.tensors),
        "The compression is not known.": plan.compression not in COMPRESSIONS,
        "The cut-off is too short.": plan.cutoff_s <= 0,
        "A number in it makes no sense.": not _numbers_make_sense(plan),
        "Its words are too long, or hold signs that no words have.": not all(
            len(words) <= _MOST_SIGNS and words.replace("\n", "").isprintable()
            for words in (plan.name.replace("\n", "\0"), plan.contact, plan.purpose, plan.created, plan.initial_sha256)
        )
        or not all(0 < len(tensor.name) <= _MOST_SIGNS and tensor.name.isprintable() for tensor in plan.tensors),
    }
    for words, wrong in faults.items():
        if wrong:
            raise StudyError("federation-invitation", words)


def _numbers_make_sense(plan: Plan) -> bool:
    learning = plan.learning
    above_nothing = (
        plan.base, plan.norm_limit, plan.change_limit, learning.epochs, learning.learning_rate, learning.patch,
    )  # fmt: skip
    edges = [edge for tensor in plan.tensors for edge in tensor.shape]
    return (
        all(number > 0 for number in above_nothing)
        and min(plan.fewest_scored, learning.weight_decay, learning.seed) >= 0
        and plan.rounds <= _MOST_ROUNDS
        and learning.patch <= _LARGEST_PATCH
        and all(edge > 0 for edge in edges)
        and plan.bytes_of_model <= _LARGEST_MODEL
    )


def _canonical(said: dict[str, Any]) -> bytes:
    return json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()
