"""Puts the simulator behind TLS under the names of Exact's own sites, so that a client can stay as it was published."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx2

# What a proxy does not pass on (RFC 9110 section 7.6.1), and what it works out anew.
_OWN = {
    "connection",
    "keep-alive",
    "transfer-encoding",
    "te",
    "trailer",
    "upgrade",
    "host",
    "content-length",
    "content-encoding",
}


@contextmanager
def tls_front(simulator: str, certificate: Path) -> Iterator[int]:
    """Serves `simulator` over TLS on a free port, which it gives."""
    with httpx2.Client(base_url=simulator, timeout=30, trust_env=False) as forward:
        handler = type("Handler", (_Handler,), {"forward": forward, "simulator": simulator})
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


class _Handler(BaseHTTPRequestHandler):
    forward: httpx2.Client
    simulator: str

    def _pass_on(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        headers = {name: value for name, value in self.headers.items() if name.lower() not in _OWN}
        answer = self.forward.request(self.command, self.path, headers=headers, content=self.rfile.read(length))
        body = self._as_called(answer.content)
        self.send_response_only(answer.status_code)
        for name, value in answer.headers.items():
            if name.lower() not in _OWN:
                self.send_header(name, self._as_called(value.encode()).decode())
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _as_called(self, content: bytes) -> bytes:
        """Links lead to the name the client called."""
        return content.replace(self.simulator.encode(), f"https://{self.headers['Host']}".encode())

    do_GET = do_POST = do_PUT = do_DELETE = _pass_on  # noqa: N815 # the names that http.server calls

    def log_message(self, format: str, *args: object) -> None:  # as http.server names it
        """Quiet: the simulator keeps its own log."""
