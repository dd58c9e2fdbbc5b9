"""Real mail servers on loopback, and a wire that keeps what goes over it."""

from __future__ import annotations

import email
import email.policy
import socket
import ssl
from asyncio import BaseTransport
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from threading import Condition, Thread
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult
from attrs import define, field


class Mailbox:
    """A mail server that keeps what it takes.

    `refuse` is what it answers to a recipient instead, `farewell` what it answers to QUIT.
    """

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.refuse = ""
        self.farewell = "221 Bye"

    async def handle_RCPT(self, _: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        if self.refuse:
            return self.refuse
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        read = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(read, EmailMessage)
        self.mails.append(read)
        return "250 OK"

    async def handle_QUIT(self, _: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        return self.farewell


def known(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    """The server knows one user: `desk`, password `secret`."""
    is_known = data.login == b"desk" and data.password == b"secret"
    return AuthResult(success=is_known, handled=is_known)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


class Session(SMTP):
    """A session that ends with its client, and says while it lasts."""

    def __init__(self, *given: Any, lasting: Sessions, **named: Any) -> None:
        super().__init__(*given, **named)
        self.lasting = lasting

    def connection_made(self, transport: BaseTransport) -> None:
        self.lasting.begin(self)  # before and after STARTTLS; never where no handshake succeeds
        super().connection_made(transport)

    def eof_received(self) -> bool:
        super().eof_received()
        return False  # aiosmtpd would keep the connection of a client that has gone

    def connection_lost(self, error: Exception | None) -> None:
        super().connection_lost(error)
        self.lasting.end(self)


class Sessions:
    """Those of a server that last."""

    def __init__(self) -> None:
        self._lasting: set[Session] = set()
        self._changed = Condition()

    def begin(self, session: Session) -> None:
        with self._changed:
            self._lasting.add(session)

    def end(self, session: Session) -> None:
        with self._changed:
            self._lasting.discard(session)
            self._changed.notify_all()

    def wait(self, seconds: float) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: not self._lasting, seconds), "a session lasts"


class Server(Controller):
    """A server that is not stopped before its sessions are over."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.sessions = Sessions()

    def factory(self) -> Session:
        return Session(self.handler, lasting=self.sessions, **self.SMTP_kwargs)

    def stop(self, no_assert: bool = False) -> None:
        try:
            self.sessions.wait(10)
        finally:
            super().stop(no_assert)


@contextmanager
def mail_server(
    box: Mailbox, *, starttls: ssl.SSLContext | None = None, tls: ssl.SSLContext | None = None
) -> Iterator[int]:
    """The port of a server that offers STARTTLS, speaks TLS from the start, or neither."""
    server = Server(
        box, hostname="127.0.0.1", port=free_port(), authenticator=known, auth_require_tls=False, ssl_context=tls,
        tls_context=starttls,
    )  # fmt: skip
    server.start()
    try:
        yield server.port
    finally:
        server.stop()


@define
class Wire:
    """A connection that lies between client and server: what the client sent over it, as it was sent."""

    port: int
    sent: bytearray = field(factory=bytearray)


@contextmanager
def wire_to(server: int) -> Iterator[Wire]:
    """A port that hands on to `server` what comes, and keeps it."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        made = Wire(listening.getsockname()[1])

        def carry(source: socket.socket, target: socket.socket, kept: bytearray) -> None:
            with suppress(OSError):  # either side may hang up at any moment, with what it has not read
                while part := source.recv(65536):
                    kept += part
                    target.sendall(part)
            with suppress(OSError):
                target.shutdown(socket.SHUT_WR)

        def take() -> None:
            with suppress(OSError):  # the listening socket is closed when the test is over
                while True:
                    client, _ = listening.accept()
                    with client, socket.create_connection(("127.0.0.1", server)) as upstream:
                        back = Thread(target=carry, args=(upstream, client, bytearray()))
                        back.start()
                        carry(client, upstream, made.sent)
                        back.join()

        taking = Thread(target=take, daemon=True)
        taking.start()
        yield made
        listening.shutdown(socket.SHUT_RDWR)
        taking.join(5)
