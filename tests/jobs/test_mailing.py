"""Mail over TLS: real servers, certificates made here, and what really went over the wire."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
import trustme

from monitor.config import Config
from monitor.jobs.mailing import MailProblem, asks_starttls, send_mail, server_of
from tests.index.samples import NOON
from tests.jobs.mailboxes import Mailbox, Wire, mail_server, wire_to

SUBJECT = "Ferry sinks off Port Aldara"
SECRETS = (b"secret", b"c2VjcmV0", b"AGRlc2sAc2VjcmV0", b"AUTH", b"Aldara", b"desk@paper.example")


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine trusts the authority, as an operator has it trust his own."""
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(path))
    monkeypatch.setenv("SSL_CERT_FILE", str(path))


def context_of(authority: trustme.CA, name: str = "127.0.0.1") -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(made)
    return made


@contextmanager
def mailbox(**given: Any) -> Iterator[tuple[Mailbox, Wire]]:
    """A mailbox and the wire to its server."""
    box = Mailbox()
    with ExitStack() as stack:
        yield box, stack.enter_context(wire_to(stack.enter_context(mail_server(box, **given))))


def send(scheme: str, port: int, *, user: str = "desk", password: str = "secret") -> None:
    config = Config(
        mail_server=f"{scheme}://127.0.0.1:{port}",
        mail_from="monitor@paper.example",
        mail_user=user,
        mail_password=password,
    )
    send_mail(config, to="desk@paper.example", subject=SUBJECT, text="A ferry.", name="w-e1", now=NOON)


def refused(scheme: str, port: int, **given: Any) -> str:
    """The one line that says why a mail was not taken, less the server it begins with."""
    with pytest.raises(MailProblem) as raised:
        send(scheme, port, **given)
    said = str(raised.value)
    assert said.startswith(f"127.0.0.1:{port} ")
    assert "\n" not in said
    assert "secret" not in said
    return said.split(" ", 1)[1]


def nothing_told(wire: Wire) -> bool:
    return not any(secret in wire.sent for secret in SECRETS)


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(("scheme", "how"), [("smtp+starttls", "starttls"), ("smtps", "tls")])
def test_mail_and_password_go_encrypted(authority: trustme.CA, scheme: str, how: str) -> None:
    with mailbox(**{how: context_of(authority)}) as (box, wire):
        send(scheme, wire.port)
    (mail,) = box.mails
    assert mail["Subject"] == SUBJECT
    assert len(wire.sent) > 500
    assert nothing_told(wire)
    assert (b"STARTTLS" in wire.sent) == (how == "starttls")


def test_the_wire_shows_what_goes_in_the_clear() -> None:
    with mailbox() as (box, wire):
        send("smtp+plain", wire.port)
    assert len(box.mails) == 1
    assert b"Aldara" in wire.sent
    assert b"AUTH" in wire.sent


@pytest.mark.usefixtures("trusted")
def test_a_server_without_starttls_is_told_nothing() -> None:
    with mailbox() as (box, wire):
        said = refused("smtp+starttls", wire.port)
    assert said.startswith("offers no STARTTLS; nothing was sent")
    assert nothing_told(wire)
    assert box.mails == []


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(("scheme", "how"), [("smtp+starttls", "starttls"), ("smtps", "tls")])
@pytest.mark.parametrize(
    ("is_strange", "name", "why"),
    [(True, "127.0.0.1", "unable to get local issuer"), (False, "mail.example.org", "IP address mismatch")],
)
def test_a_wrong_certificate_is_told_nothing(
    authority: trustme.CA, scheme: str, how: str, is_strange: bool, name: str, why: str
) -> None:
    context = context_of(trustme.CA() if is_strange else authority, name)
    with mailbox(**{how: context}) as (box, wire):
        said = refused(scheme, wire.port)
    assert said.startswith("shows a certificate that does not hold: ")
    assert why in said
    assert said.endswith("; nothing was sent")
    assert nothing_told(wire)
    assert box.mails == []


@pytest.mark.usefixtures("trusted")
def test_a_wrong_password_is_one_line(authority: trustme.CA) -> None:
    with mailbox(starttls=context_of(authority)) as (box, wire):
        said = refused("smtp+starttls", wire.port, password="secrets-of-another")
    assert said.startswith("refused MONITOR_MAIL_USER and its password (535 ")
    assert nothing_told(wire)
    assert box.mails == []


def test_a_password_outside_ascii_is_one_line() -> None:
    with mailbox() as (box, wire):
        said = refused("smtp", wire.port, password="schlüssel")
    assert said == "cannot be given MONITOR_MAIL_USER and its password: letters outside ASCII"
    assert box.mails == []


def test_a_server_that_speaks_no_tls_is_one_line() -> None:
    with mailbox() as (box, wire):
        said = refused("smtps", wire.port)
    assert said.startswith("speaks no TLS")
    assert nothing_told(wire)
    assert box.mails == []


def test_a_mail_that_was_taken_is_taken_whatever_the_farewell() -> None:
    with mailbox() as (box, wire):
        box.farewell = "421 too many connections"
        send("smtp", wire.port)
    assert len(box.mails) == 1


@pytest.mark.parametrize(
    ("scheme", "host", "asks"),
    [
        ("smtp", "mail.example.org", True),
        ("smtp", "192.0.2.7", True),
        ("smtp", "localhost", False),
        ("smtp", "::1", False),
        ("smtp+starttls", "localhost", True),
        ("smtp+plain", "mail.example.org", False),
        ("smtps", "mail.example.org", False),
    ],
)
def test_who_is_asked_to_encrypt(scheme: str, host: str, asks: bool) -> None:
    assert asks_starttls(scheme, host) is asks


def test_a_server_with_its_password_in_the_address_is_refused_and_not_shown() -> None:
    with pytest.raises(MailProblem, match="MONITOR_MAIL_PASSWORD") as raised:
        server_of(Config(mail_server="smtp://desk:secret@mail.example.org"))
    assert "secret" not in str(raised.value)
