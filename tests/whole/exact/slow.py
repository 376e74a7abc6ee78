"""Sides of a line that take their time: one that reads or shakes hands byte by byte, one that never picks up."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

#: What one side does with a connection, until it is told to stop.
Side = Callable[[socket.socket, threading.Event], None]
HERE = "127.0.0.1"
PAUSE = 0.02


@contextlib.contextmanager
def side(behave: Side) -> Iterator[int]:
    """A free port, on which every connection is treated like this."""
    stopped = threading.Event()
    with socket.create_server((HERE, 0)) as listener:
        door = threading.Thread(target=_accept, args=(listener, behave, stopped))
        door.start()
        try:
            yield int(listener.getsockname()[1])
        finally:
            stopped.set()
            listener.shutdown(socket.SHUT_RDWR)
            door.join()


def _accept(listener: socket.socket, behave: Side, stopped: threading.Event) -> None:
    with contextlib.suppress(OSError):
        while True:
            connection, _ = listener.accept()
            with connection, contextlib.suppress(OSError):
                behave(connection, stopped)


def reads_slowly(connection: socket.socket, stopped: threading.Event) -> None:
    """Takes a byte now and then."""
    while not stopped.wait(PAUSE):
        connection.recv(1)


def says_slowly(first: bytes) -> Side:
    """`first`, and then a byte now and then."""

    def behave(connection: socket.socket, stopped: threading.Event) -> None:
        connection.sendall(first)
        while not stopped.wait(PAUSE):
            connection.sendall(b"\0")

    return behave


def over_tls(certificate: Path, behave: Side, heard: list[bytes] | None = None) -> Side:
    """The same behind TLS, once a request has come; the first record of each is `heard`."""
    heard = [] if heard is None else heard
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    def wrapped(connection: socket.socket, stopped: threading.Event) -> None:
        with context.wrap_socket(connection, server_side=True) as inner:
            heard.append(inner.recv(65536))
            behave(inner, stopped)

    return wrapped


def certify(folder: Path) -> Path:
    """A file with a key and a certificate of this machine that vouches for itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HERE)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HERE))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    path = folder / "certificate.pem"
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return path


@contextlib.contextmanager
def never_picks_up() -> Iterator[int]:
    """A port whose queue is full: further connections wait for ever (Linux drops their first packet)."""
    with socket.create_server((HERE, 0), backlog=0) as listener, contextlib.ExitStack() as waiting:
        for _ in range(2):
            caller = waiting.enter_context(socket.socket())
            caller.setblocking(False)
            caller.connect_ex(listener.getsockname())
        yield int(listener.getsockname()[1])
