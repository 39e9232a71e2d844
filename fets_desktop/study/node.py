"""A node of the hospital's network: an archive to ask, to fetch from and to send to."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

LONGEST_AE = 16
"""Characters of an AE title. Source: DICOM PS3.5, 6.2, value representation AE."""

_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class NodeKind(StrEnum):
    """How a node is spoken to."""

    DIMSE = "dimse"
    DICOMWEB = "dicomweb"


class FetchBy(StrEnum):
    """How a DIMSE node hands its images out: over the same connection, or by a connection of its own to us."""

    GET = "get"
    MOVE = "move"


@dataclass(frozen=True)
class Node:
    """One archive (PACS).

    Attributes:
        name: What the site calls it; unique in a workspace.
        kind: How it is spoken to.
        host: Name or address of the computer, for DIMSE.
        port: Its port, for DIMSE.
        their_ae: The AE title it answers to ("called").
        our_ae: The AE title we give ("calling").
        tls: Whether the connection is encrypted, for DIMSE.
        ca_file: PEM file of who signs its certificate; "" trusts what this computer trusts.
        cert_file: PEM file of our own certificate, "" if it asks for none.
        key_file: PEM file of the certificate's private key, "" if it is in `cert_file`.
        fetch_by: How it hands images out, for DIMSE.
        url: The address of the DICOMweb service.
        user: Name for the DICOMweb service, "" for none; the password is in the system's keyring.
        own: Whether it is the site's own PACS: a patient's identity may be re-attached to what is sent there.
        timeout_s: How long it may stay silent.
    """

    name: str
    kind: NodeKind = NodeKind.DIMSE
    host: str = ""
    port: int = 104
    their_ae: str = ""
    our_ae: str = "FETS"
    tls: bool = False
    ca_file: str = ""
    cert_file: str = ""
    key_file: str = ""
    fetch_by: FetchBy = FetchBy.GET
    url: str = ""
    user: str = ""
    own: bool = False
    timeout_s: float = 30.0

    @property
    def place(self) -> str:
        """Where it is: "host:port" or its address."""
        return self.url if self.kind is NodeKind.DICOMWEB else f"{self.host}:{self.port}"

    def check(self) -> "Node":
        """Return the node if it makes sense.

        Raises:
            ValueError: In a person's words.
        """
        if not self.name.strip() or len(self.name) > 60:
            raise ValueError("Give the PACS a name of at most 60 characters.")
        if not 1 <= self.timeout_s <= 600:
            raise ValueError("The time to wait must lie between 1 and 600 s.")
        if self.kind is NodeKind.DICOMWEB:
            self._check_web()
        else:
            self._check_dimse()
        return self

    def _check_dimse(self) -> None:
        if not self.host.strip() or any(c.isspace() for c in self.host.strip()):
            raise ValueError("Give the name or address of the computer.")
        if not 1 <= self.port <= 65535:
            raise ValueError("The port must lie between 1 and 65535.")
        check_ae(self.their_ae)
        check_ae(self.our_ae)

    def _check_web(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("Give the address of the DICOMweb service, for example https://pacs.hospital/dicom-web.")
        if parts.username or parts.password:
            raise ValueError("Give name and password in their own fields, not inside the address.")
        if self.user and parts.scheme == "http" and parts.hostname not in _LOOPBACK:
            raise ValueError("Over http the password would travel unprotected: use https.")


def check_ae(title: str) -> str:
    """Return an AE title without its padding.

    Raises:
        ValueError: In a person's words.
    """
    bare = title.strip()
    if not bare or len(bare) > LONGEST_AE or not bare.isascii() or not bare.isprintable() or "\\" in bare:
        raise ValueError(f"An AE title has 1 to {LONGEST_AE} letters, digits or signs of the English alphabet.")
    return bare


def parse_guests(text: str) -> list[tuple[str, str]]:
    """Return "MR1@10.1.2.3, MR2" as pairs of AE title and host, "" for any.

    Raises:
        ValueError: In a person's words, if one is no AE title.
    """
    found = []
    for word in text.replace(";", ",").split(","):
        title, _, host = word.strip().partition("@")
        if title.strip() or host.strip():
            found.append((check_ae(title), host.strip()))
    return found


@dataclass(frozen=True)
class Query:
    """What to look for; empty fields are not asked about. Holds patient data: never recorded, never logged.

    Attributes:
        patient_id: Exact, or with * and ?.
        patient_name: Beginning of the family name, or with * and ?.
        since: First study date, YYYYMMDD.
        until: Last study date, YYYYMMDD.
        modality: For example "MR".
        description: Words in the study's description.
        accession: Accession number.
        study: A study's UID: its series are listed instead.
    """

    patient_id: str = ""
    patient_name: str = ""
    since: str = ""
    until: str = ""
    modality: str = ""
    description: str = ""
    accession: str = ""
    study: str = ""

    def check(self) -> "Query":
        """Return the query if it makes sense.

        Raises:
            ValueError: In a person's words.
        """
        for date in (self.since, self.until):
            if date and not (len(date) == 8 and date.isascii() and date.isdigit()):
                raise ValueError("Give dates as YYYYMMDD.")
        if not any((self.patient_id, self.patient_name, self.since, self.until, self.accession, self.study)):
            raise ValueError("Give a patient number, a name, an accession number or a date: an archive is large.")
        return self


@dataclass(frozen=True)
class FoundStudy:
    """A study that a node has. Holds patient data: only in memory.

    Attributes:
        study: Its UID.
        patient_id: As the node tells it.
        patient_name: As the node tells it, "Family Given".
        date: YYYYMMDD, "" if not told.
        description: As the node tells it.
        modalities: For example ("MR", "SR").
        accession: Accession number.
        series: How many series, 0 if not told.
        images: How many images, 0 if not told.
    """

    study: str
    patient_id: str = ""
    patient_name: str = ""
    date: str = ""
    description: str = ""
    modalities: tuple[str, ...] = ()
    accession: str = ""
    series: int = 0
    images: int = 0


@dataclass(frozen=True)
class FoundSeries:
    """A series of a study that a node has.

    Attributes:
        series: Its UID.
        number: Its number in the study, 0 if not told.
        modality: For example "MR".
        description: As the node tells it.
        images: How many images, 0 if not told.
    """

    series: str
    number: int = 0
    modality: str = ""
    description: str = ""
    images: int = 0
