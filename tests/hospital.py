"""A hospital's network on the loopback: Orthanc with a storage of its own, and certificates made for the occasion."""

import ctypes
import datetime
import ipaddress
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from free_ports import free_port

from fets_desktop.study.node import FetchBy, Node, NodeKind

OURS, THEIRS = "FETS", "ORTHANC"
_PLUGIN = "libOrthancDicomWeb.so"


def _die_with_us() -> None:
    """Let the archive end when the tests are killed, too (PR_SET_PDEATHSIG)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def find_orthanc() -> str | None:
    return shutil.which("Orthanc", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def need_orthanc() -> str:
    """Where Orthanc is; without it, see `left_out`."""
    found = find_orthanc()
    if found is None:
        left_out("Orthanc", "orthanc")
    return found


def need_tool(name: str, package: str) -> None:
    """Ask for a program of a Debian package; without it, see `left_out`."""
    if not shutil.which(name):
        left_out(name, package)


def left_out(name: str, package: str) -> NoReturn:
    """Skip a test for want of a program of a Debian package; fail where ./test was to install it."""
    without = os.environ.get("FETS_DESKTOP_TESTS_WITHOUT")
    if without is not None and package not in without.split():
        pytest.fail(f"{name} was to be installed by ./test and is not there")
    pytest.skip(f"{name} is not installed here (apt install {package})")


@dataclass
class Orthanc:
    """A running Orthanc."""

    folder: Path
    tls: Path | None = None
    dicom_port: int = field(default_factory=free_port)
    http_port: int = field(default_factory=free_port)
    door_port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> "Orthanc":
        binary = need_orthanc()
        self.folder.mkdir(parents=True, exist_ok=True)
        config = self.folder / "orthanc.json"
        config.write_text(json.dumps(self._config()))
        with (self.folder / "log").open("wb") as log:
            self.process = subprocess.Popen([binary, str(config)], stdout=log, stderr=log, preexec_fn=_die_with_us)
        for _ in range(1200):
            if self.process.poll() is not None:
                raise RuntimeError((self.folder / "log").read_text()[-2000:])
            try:
                self.ask("/system")
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
            else:
                return self
        raise RuntimeError("Orthanc did not start")

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(1)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def _config(self) -> dict[str, Any]:
        plugins = [
            path
            for root in ("/usr/share/orthanc/plugins", "/usr/lib/orthanc")
            if (path := Path(root) / _PLUGIN).exists()
        ]
        config: dict[str, Any] = {
            "Name": "test",
            "StorageDirectory": str(self.folder / "storage"),
            "IndexDirectory": str(self.folder / "storage"),
            "HttpPort": self.http_port,
            "DicomPort": self.dicom_port,
            "DicomAet": THEIRS,
            "DicomCheckCalledAet": True,
            "RemoteAccessAllowed": False,
            "AuthenticationEnabled": False,
            "DicomAlwaysAllowGet": True,
            "DicomAlwaysAllowFind": True,
            "DicomAlwaysAllowMove": True,
            "DicomModalities": {
                "fets": {"AET": OURS, "Host": "127.0.0.1", "Port": self.door_port, "UseDicomTls": self.tls is not None}
            },
            "DefaultEncoding": "Utf8",
            "Plugins": [str(path) for path in plugins[:1]],
            "DicomWeb": {"Enable": True, "Root": "/dicom-web/"},
            "ConcurrentJobs": 1,
        }
        if self.tls:
            config |= {
                "DicomTlsEnabled": True,
                "DicomTlsCertificate": str(self.tls / "server.crt"),
                "DicomTlsPrivateKey": str(self.tls / "server.key"),
                "DicomTlsTrustedCertificates": str(self.tls / "ca.crt"),
            }
        return config

    def ask(self, path: str, body: bytes | None = None) -> Any:
        request = urllib.request.Request(f"http://127.0.0.1:{self.http_port}{path}", data=body)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read())

    def put(self, *files: Path) -> None:
        """Store files, as another computer of the hospital would have."""
        for file in files:
            self.ask("/instances", file.read_bytes())

    def empty(self) -> None:
        """Forget everything."""
        for patient in self.ask("/patients"):
            url = f"http://127.0.0.1:{self.http_port}/patients/{patient}"
            urllib.request.urlopen(urllib.request.Request(url, method="DELETE"), timeout=30).close()

    def node(self, **changes: Any) -> Node:
        known = {"host": "127.0.0.1", "port": self.dicom_port, "their_ae": THEIRS, "our_ae": OURS, "timeout_s": 30.0}
        return Node("archive", **(known | changes))

    def mover(self) -> Node:
        return self.node(fetch_by=FetchBy.MOVE)

    def web(self, **changes: Any) -> Node:
        url = f"http://127.0.0.1:{self.http_port}/dicom-web"
        return Node("web", **({"kind": NodeKind.DICOMWEB, "url": url, "timeout_s": 30.0} | changes))


def make_certificates(folder: Path, host: str = "127.0.0.1", days: int = 30) -> Path:
    """Make an authority of our own and certificates of a server and a client that it signed."""
    folder.mkdir(parents=True, exist_ok=True)
    authority_key = ec.generate_private_key(ec.SECP256R1())
    authority = _certificate("Test authority", authority_key, "Test authority", authority_key, None, 3650, True)
    _write(folder, "ca", authority, None)
    for name, where, valid in (("server", host, days), ("client", "client", 30)):
        key = ec.generate_private_key(ec.SECP256R1())
        _write(folder, name, _certificate(name, key, "Test authority", authority_key, where, valid, False), key)
    return folder


def _certificate(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    issuer: str,
    signer: ec.EllipticCurvePrivateKey,
    host: str | None,
    days: int,
    authority: bool,
) -> x509.Certificate:
    now = datetime.datetime.now(datetime.UTC)
    first = now - datetime.timedelta(days=400)
    built = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(first)
        .not_valid_after(now + datetime.timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
    )
    if authority:
        usage = x509.KeyUsage(True, False, False, False, False, True, True, False, False)
        built = built.add_extension(usage, critical=True)
    if host:
        try:
            names: x509.GeneralName = x509.IPAddress(ipaddress.ip_address(host))
        except ValueError:
            names = x509.DNSName(host)
        built = built.add_extension(x509.SubjectAlternativeName([names]), critical=False)
    return built.sign(signer, hashes.SHA256())


def _write(folder: Path, name: str, certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey | None) -> None:
    (folder / f"{name}.crt").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    if key is not None:
        plain = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        (folder / f"{name}.key").write_bytes(plain)
