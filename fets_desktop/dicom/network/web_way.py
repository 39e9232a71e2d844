"""The way of every request to a DICOMweb service: our rules for certificates, no detours, no answer without an end.

A request may name a patient, and results may go under the true name: neither follows a service that points elsewhere.
"""

import ssl
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter

LONGEST_ANSWER = 64 << 20
"""Bytes of an answer to a search, unpacked; one about ten thousand images has a few million."""
LONGEST_DELIVERY = 2 << 30
"""Bytes of the images of one series; the largest that `slices` lets pass has half of it."""

_KEEP_METHOD = (307, 308)
_PORTS = {"http": 80, "https": 443}


class SentOnError(requests.RequestException):
    """A service wants the request to go to another place."""


class TooLongError(requests.RequestException):
    """An answer has no end, or unpacks to far more than there is to say."""


class Way(HTTPAdapter):
    """Uses our own rules for certificates, and leaves stars as they are: older services do not decode them.

    Args:
        context: TLS settings; None for a connection without.
    """

    def __init__(self, context: ssl.SSLContext | None) -> None:
        self._context = context
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401
        """Give every connection our context."""
        super().init_poolmanager(*arguments, **options, ssl_context=self._context)

    def send(self, request: requests.PreparedRequest, *arguments: Any, **options: Any) -> requests.Response:  # noqa: ANN401
        """Send a request; a star may stand in a query as it is (RFC 3986, 3.4).

        Raises:
            SentOnError: If the service wants it to go to another computer, or to lose its content on the way.
        """
        request.url = (request.url or "").replace("%2A", "*")
        answer = super().send(request, *arguments, **options)
        if answer.is_redirect and not _is_step_aside(request, answer):
            answer.close()
            raise SentOnError
        _bound(answer)
        return answer


def _is_step_aside(request: requests.PreparedRequest, answer: requests.Response) -> bool:
    """Tell whether a service only points to another path of itself."""
    there = urljoin(request.url or "", answer.headers["location"])
    same = _origin(request.url or "") == _origin(there)
    return same and (request.method == "GET" or answer.status_code in _KEEP_METHOD)


def _origin(url: str) -> tuple[str, str, int | None]:
    try:
        parts = urlsplit(url)
        return parts.scheme, parts.hostname or "", parts.port or _PORTS.get(parts.scheme)
    except ValueError:
        return "", url, None


def _bound(answer: requests.Response) -> None:
    """Count what is read of an answer while it is unpacked."""
    kind = answer.headers.get("Content-Type", "").strip().lower()
    most = LONGEST_DELIVERY if kind.startswith("multipart/") else LONGEST_ANSWER
    read = answer.raw.stream

    def stream(*arguments: Any, **options: Any) -> Iterator[bytes]:  # noqa: ANN401
        size = 0
        for block in read(*arguments, **options):
            size += len(block)
            if size > most:
                answer.close()
                raise TooLongError
            yield block

    answer.raw.stream = stream
