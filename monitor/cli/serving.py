"""A web server in this process, which prints its address and stops cleanly."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable

import click
import uvicorn
from starlette.applications import Starlette

from monitor.model import MonitorError

GRACE = 5  # seconds for answers that are under way when it is stopped


class AddressTaken(MonitorError):  # noqa: N818  (it says what is the matter)
    """The address cannot be listened at."""

    exit_code = 2


def serve(make: Callable[[], Starlette], host: str, port: int) -> None:
    """Serve what `make` makes until interrupted. Raises AddressTaken, before anything is made."""
    listening = listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    try:
        config = uvicorn.Config(
            make(),
            log_config=None,  # the log is that of every command: `monitor --verbose serve` shows each request
            timeout_graceful_shutdown=GRACE,
            server_header=False,
            proxy_headers=False,
        )
        click.echo(f"http://{shown}:{listening.getsockname()[1]}/")
        uvicorn.Server(config).run(sockets=[listening])
    except KeyboardInterrupt:
        pass  # uvicorn has shut down and passes the signal on; for us it is how the page is closed
    finally:
        listening.close()


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises AddressTaken."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as problem:
        why = problem.strerror if isinstance(problem, OSError) and problem.strerror else str(problem)
        why = why.partition(" (while attempting")[0]  # Python says the address again
        hint = "; `--port 0` takes a free one" if getattr(problem, "errno", 0) == errno.EADDRINUSE else ""
        raise AddressTaken(f"cannot listen at {host} port {port}: {why}{hint}") from problem
