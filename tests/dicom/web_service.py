"""A DICOMweb service for tests, that answers as it is told to."""

import http.server
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from fets_desktop.dicom.network.web import WebNode
from fets_desktop.study.node import Node, NodeKind

JSON = "application/dicom+json"
Answer = Callable[[http.server.BaseHTTPRequestHandler], None]
Request = tuple[str, str, int]


@contextmanager
def service(answer: Answer) -> Iterator[tuple[int, list[Request]]]:
    """A web service that answers everything alike, and what it was asked: method, path, bytes of content."""
    asked: list[Request] = []

    class Answering(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            self.rfile.read(length)
            asked.append((self.command, self.path, length))
            try:
                answer(self)
            except OSError:
                self.close_connection = True

        do_POST = do_GET  # noqa: N815 - the library's name

        def log_message(self, *_: object) -> None:
            pass

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            pass

    with Server(("127.0.0.1", 0), Answering) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield int(server.server_address[1]), asked
        finally:
            server.shutdown()


def says(body: bytes, code: int = 200, kind: str = JSON, **more: str) -> Answer:
    """Answer with a body; more are headers."""

    def answer(request: http.server.BaseHTTPRequestHandler) -> None:
        request.send_response(code)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **more}.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def at(port: int) -> WebNode:
    """The way to a service on this computer."""
    return WebNode(
        Node("web", NodeKind.DICOMWEB, url=f"http://127.0.0.1:{port}/dw", user="u", timeout_s=60.0), "secret"
    )
