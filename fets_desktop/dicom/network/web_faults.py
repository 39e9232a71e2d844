"""What went wrong between us and a DICOMweb service, in words; a service's own words are never quoted."""

import socket
import ssl
import struct
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

import requests
import urllib3
from pydicom.errors import InvalidDicomError

from fets_desktop.dicom.network.faults import insecure, unreachable
from fets_desktop.dicom.network.web_way import SentOnError, TooLongError
from fets_desktop.study.errors import StudyError
from fets_desktop.study.node import Node

K = TypeVar("K", bound=BaseException)

_REFUSED = {
    401: "It wants a name and password, or does not accept those that are entered (401).",
    403: "This user may not do that there (403).",
    407: "A proxy on the way wants a name and password (407).",
}
_FAILED = {
    400: "It did not understand the request (400).",
    404: "There is no DICOMweb service at this address, or it does not have the study (404).",
    405: "The address is not that of a DICOMweb service that offers this (405).",
    406: "It does not hand out images in a form this program takes (406).",
    409: "It did not take the objects (409).",
    413: "The objects are too large for it (413).",
    415: "It does not take objects of this kind (415).",
    429: "It is busy: too many requests (429).",
    501: "It does not offer this (501).",
    503: "It is busy or being serviced (503).",
    507: "It has no room left (507).",
}


_NONSENSE = (
    *(ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError),
    *(NotImplementedError, struct.error, InvalidDicomError, ET.ParseError),
)
"""What readers of JSON, XML and DICOM raise on an answer that is none; it is foreign input and may hold anything."""


@contextmanager
def known_web_faults(node: Node, more: str = "") -> Iterator[None]:
    """Turn what requests, and readers of an answer, raise into StudyError; let all else pass.

    Raises:
        StudyError: "pacs-unreachable", "pacs-insecure", "pacs-refused", "pacs-failed" or "pacs-silent".
    """
    try:
        yield
    except requests.HTTPError as error:
        raise _of_status(error.response.status_code if error.response is not None else 0, more) from error
    except requests.exceptions.SSLError as error:
        raise insecure(node, _cause(error, ssl.SSLError) or error) from error
    except SentOnError as error:
        words = "It sends the request on to another address, where it is not sent; if that is right, enter that one."
        raise StudyError("pacs-refused", f"{words} {more}".strip()) from error
    except TooLongError as error:
        raise StudyError("pacs-failed", f"Its answer is longer than any that was asked for. {more}".strip()) from error
    except requests.exceptions.ConnectTimeout as error:
        raise StudyError("pacs-unreachable", f"There was no answer in {node.timeout_s:g} s.") from error
    except requests.exceptions.Timeout as error:
        raise StudyError("pacs-silent", f"It did not answer within {node.timeout_s:g} s. {more}".strip()) from error
    except (requests.exceptions.ChunkedEncodingError, EOFError) as error:
        raise StudyError("pacs-silent", f"It broke the connection off. {more}".strip()) from error
    except requests.exceptions.ConnectionError as error:
        raise _of_connection(node, error, more) from error
    except (requests.exceptions.RequestException, *_NONSENSE) as error:
        raise StudyError("pacs-failed", f"Its answer is not that of a DICOMweb service. {more}".strip()) from error


def _of_status(status: int, more: str) -> StudyError:
    if status in _REFUSED:
        return StudyError("pacs-refused", f"{_REFUSED[status]} {more}".strip())
    words = _FAILED.get(
        status, f"It ran into a fault of its own ({status})." if status >= 500 else f"It answered {status}."
    )
    return StudyError("pacs-failed", f"{words} {more}".strip())


def _of_connection(node: Node, error: BaseException, more: str) -> StudyError:
    if _cause(error, urllib3.exceptions.NameResolutionError) or _cause(error, socket.gaierror):
        return StudyError("pacs-unreachable", "The name in the address was not found in the network.")
    if _cause(error, urllib3.exceptions.ReadTimeoutError) or _cause(error, TimeoutError):
        return StudyError("pacs-silent", f"It did not answer within {node.timeout_s:g} s. {more}".strip())
    if _cause(error, ConnectionRefusedError):
        return StudyError("pacs-unreachable", "The connection was refused: nobody listens at this address and port.")
    if _cause(error, urllib3.exceptions.ProtocolError):
        return StudyError("pacs-silent", f"It broke the connection off. {more}".strip())
    reason = _cause(error, OSError)
    if reason is not None and not isinstance(reason, requests.exceptions.RequestException):
        return unreachable(node, reason)
    return StudyError("pacs-unreachable", "The connection could not be made.")


def _cause(error: BaseException, kind: type[K]) -> K | None:
    """Return the first error of a kind among those that led to this one."""
    waiting: list[object] = [error]
    seen: set[int] = set()
    while waiting:
        current = waiting.pop(0)
        if not isinstance(current, BaseException) or id(current) in seen:
            continue
        seen.add(id(current))
        if isinstance(current, kind):
            return current
        waiting += [*current.args, getattr(current, "reason", None), current.__cause__, current.__context__]
    return None
