"""Mail through the operator's own server."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
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
PORTS: Final = {"smtp": 587, "smtp+starttls": 587, "smtp+plain": 25, "smtps": 465}  # RFC 8314, RFC 5321


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
    if parts.username or parts.password:
        raise MailProblem(
            "MONITOR_MAIL_SERVER: user and password belong into MONITOR_MAIL_USER and MONITOR_MAIL_PASSWORD"
        )
    if parts.scheme not in PORTS or not host or parts.path.strip("/"):
        raise MailProblem(f"MONITOR_MAIL_SERVER {config.mail_server[:100]!r}: expected smtp://host:port or smtps://…")
    return parts.scheme, host, port or PORTS[parts.scheme]


def asks_starttls(scheme: str, host: str) -> bool:
    """Whether a session that begins in the clear is encrypted before anything is said in it.

    `smtp` does so but to this machine, where relays seldom hold a certificate that is right; `smtp+starttls` always
    does, `smtp+plain` never. There is no "where the server offers it": who sits between could take the offer away.
    """
    return scheme == "smtp+starttls" or (scheme == "smtp" and not _is_here(host))


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
    except (smtplib.SMTPException, OSError, UnicodeEncodeError) as problem:
        raise MailProblem(f"{host}:{port} {_said(problem)}") from None


def _said(problem: smtplib.SMTPException | OSError | UnicodeEncodeError) -> str:
    """What went wrong, as the rest of a line that begins with the server."""
    match problem:
        case smtplib.SMTPAuthenticationError():
            return f"refused MONITOR_MAIL_USER and its password ({_answer(problem.smtp_code, problem.smtp_error)})"
        case smtplib.SMTPResponseException():
            return f"refused the mail ({_answer(problem.smtp_code, problem.smtp_error)})"
        case smtplib.SMTPRecipientsRefused():
            ((to, refusal), *_) = problem.recipients.items()
            return f"refused {to} ({_answer(*refusal)})"
        case ssl.SSLCertVerificationError():
            return f"shows a certificate that does not hold: {problem.verify_message}; nothing was sent"
        case ssl.SSLError():
            return (
                f"speaks no TLS as it is expected here ({problem.reason or type(problem).__name__}); nothing was sent"
            )
        case UnicodeEncodeError():
            return "cannot be given MONITOR_MAIL_USER and its password: letters outside ASCII"
        case smtplib.SMTPException():
            return f"did not take the mail: {' '.join(str(problem).split())[:150] or type(problem).__name__}"
        case _:
            return f"cannot be reached: {str(problem)[:150] or type(problem).__name__}"


def _answer(code: int, said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return f"{code} {' '.join(text.split())[:150]}"


@contextmanager
def _connected(scheme: str, host: str, port: int, config: Config) -> Iterator[smtplib.SMTP]:
    """A session in which mail may be sent; a password never goes in the clear but to this machine."""
    context = ssl.create_default_context()
    made = (
        smtplib.SMTP_SSL(host, port, timeout=TIMEOUT, context=context)
        if scheme == "smtps"
        else smtplib.SMTP(host, port, timeout=TIMEOUT)
    )
    with closing(made) as server:
        server.ehlo()
        if asks_starttls(scheme, host):
            if not server.has_extn("starttls"):
                others = "smtps:// encrypts from the start, smtp+plain:// never"
                raise MailProblem(f"{host}:{port} offers no STARTTLS; nothing was sent ({others})")
            server.starttls(context=context)
            server.ehlo()
        elif config.mail_user and scheme != "smtps" and not _is_here(host):
            raise MailProblem(f"{host}:{port} is spoken to in the clear: the password was not sent")
        if config.mail_user:
            server.login(config.mail_user, config.mail_password.get_secret_value())
        yield server
        with suppress(OSError):  # the mail was taken: a farewell that fails must not have it sent again
            server.quit()


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
