"""Mail through the operator's own server."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from monitor.config import Config
from monitor.model import MonitorError

TIMEOUT: Final = 30.0  # seconds for each answer of the server
PORTS: Final = {"smtp": 587, "smtps": 465}  # RFC 8314; a relay at 25 is named with its port


class MailProblem(MonitorError):  # noqa: N818  (it says what is the matter)
    """A mail that was not taken; the message says why."""


def checked_address(text: str) -> str:
    """A mail address as it stands in a header. Raises MailProblem where it is none."""
    try:
        address = Address(addr_spec=text.strip())
    except (MessageError, ValueError, IndexError):
        raise MailProblem(f"{text[:100]!r} is no mail address: expected one such as desk@example.org") from None
    if not address.username or not address.domain or any(not each.isprintable() for each in text):
        raise MailProblem(f"{text[:100]!r} is no mail address: expected one such as desk@example.org")
    return address.addr_spec


def server_of(config: Config) -> tuple[str, str, int]:
    """Scheme, host and port of the server. Raises MailProblem where none, or an odd one, is configured."""
    if not config.mail_server:
        raise MailProblem("no mail server is configured: set MONITOR_MAIL_SERVER and MONITOR_MAIL_FROM")
    parts = urlsplit(config.mail_server)
    try:
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if parts.scheme not in PORTS or not host or parts.path.strip("/"):
        raise MailProblem(f"MONITOR_MAIL_SERVER {config.mail_server[:100]!r}: expected smtp://host:port or smtps://…")
    return parts.scheme, host, port or PORTS[parts.scheme]


def send_mail(config: Config, *, to: str, subject: str, text: str, name: str, now: datetime) -> None:
    """Send one plain mail; `name` is unique to it, so that a repetition is known by its Message-ID.

    Raises MailProblem where it is not taken.
    """
    sender = checked_address(config.mail_from)
    message = EmailMessage()
    message["From"] = sender
    message["To"] = checked_address(to)
    message["Subject"] = " ".join(subject.split())[:200]
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<{name}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answers
    message.set_content(text)
    scheme, host, port = server_of(config)
    try:
        with _connected(scheme, host, port, config) as server:
            server.send_message(message)
    except smtplib.SMTPResponseException as problem:
        said = problem.smtp_error.decode("utf-8", "replace") if isinstance(problem.smtp_error, bytes) else ""
        raise MailProblem(f"{host}:{port} refused the mail ({problem.smtp_code} {said[:150]})") from None
    except smtplib.SMTPRecipientsRefused as problem:
        code, said_bytes = next(iter(problem.recipients.values()))
        raise MailProblem(
            f"{host}:{port} refused {to} ({code} {said_bytes.decode('utf-8', 'replace')[:150]})"
        ) from None
    except (smtplib.SMTPException, OSError) as problem:
        raise MailProblem(f"{host}:{port}: {str(problem)[:150] or type(problem).__name__}") from None


@contextmanager
def _connected(scheme: str, host: str, port: int, config: Config) -> Iterator[smtplib.SMTP]:
    """A session, encrypted wherever the server offers it; a password never goes in the clear but to this machine."""
    context = ssl.create_default_context()
    made: smtplib.SMTP
    if scheme == "smtps":
        made = smtplib.SMTP_SSL(host, port, timeout=TIMEOUT, context=context)
    else:
        made = smtplib.SMTP(host, port, timeout=TIMEOUT)
    with made as server:
        server.ehlo()
        encrypted = scheme == "smtps"
        if not encrypted and server.has_extn("starttls") and not _is_here(host):
            server.starttls(context=context)
            server.ehlo()
            encrypted = True
        if config.mail_user:
            if not encrypted and not _is_here(host):
                raise MailProblem(f"{host}:{port} offers no encryption: the password was not sent")
            server.login(config.mail_user, config.mail_password.get_secret_value())
        yield server


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
